"""A new package: what was wished for, checked all at once, made, and written whole."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
import unicodedata
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from attrs import frozen

from planmodel.checks.finding import Finding, summary
from planmodel.checks.run import check
from planmodel.cli.inputs import read_levels
from planmodel.cli.proving import refuse_unloadable
from planmodel.dsl.derivations import Record, record_text
from planmodel.dsl.labels import level_counts
from planmodel.dsl.source.folders import write_folder
from planmodel.dsl.source.naming import is_name
from planmodel.dsl.source.package import write_package
from planmodel.errors import PlanmodelError, Problem, UsageError
from planmodel.exchange.documents import to_json
from planmodel.exchange.loading import load
from planmodel.model.ids import evolve
from planmodel.model.organisations import Issuer
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, say

__all__ = ["Wish", "begin", "told"]

_TAKEN = {"planmodel", "attrs", "attr", "cattrs", "pint", "tests", "test", "docs", "tools", "build",
          "dist", "src", "con", "prn", "aux", "nul"}  # fmt: skip
_LONGEST = 60
_MOST_TOLD = 20
_USUAL: dict[Language, tuple[str, ...]] = {
    "ja": ("重点課題", "施策", "取組"),
    "en": ("Issue", "Field", "Measure"),
}


@frozen
class Wish:
    """What a person asked for."""

    name: str
    template: str | None = None
    blank: bool = False
    form: str | None = None
    issuer: str | None = None
    code: str = ""
    title: str | None = None
    levels: str | None = None
    only: tuple[str, ...] = ()
    folder: str = ""
    language: Language = "ja"

    @property
    def words_in(self) -> Language:
        """The language of a blank plan: English where it was asked for in nothing but English."""
        given = (self.levels or "", self.issuer or "", self.title or "")
        return "en" if self.language == "en" and all(map(str.isascii, given)) else "ja"

    @property
    def id(self) -> str:
        """The id of the plan: ``tottori_2nd`` is ``tottori-2nd``."""
        return self.name.replace("_", "-").strip("-")


def begin(wish: Wish) -> Plan[Any]:
    """Make the plan and write its package; the plan.

    Raises:
        UsageError: something in the wish cannot be; everything at once.
        ModelError: the package would not load.
        DocumentError: the template or the form cannot be read, or the folder cannot be written;
            nothing is left behind then.
    """
    problems = [*_name_problems(wish.name), *_way_problems(wish), *_issuer_problems(wish)]
    problems += _folder_problems(Path(wish.folder))
    if wish.levels is not None:
        problems += _caught(lambda: read_levels(wish.levels or ""))
    made: list[tuple[Plan[Any], dict[str, str | bytes]]] = []
    if not any(it.where == "--from" for it in problems):
        # Also where something else is wrong already: a person wants to know everything at once.
        problems += _caught(lambda: made.append(_made(wish, fallback=bool(problems))))
    if problems:
        raise UsageError(*problems)
    ((plan, files),) = made
    refuse_unloadable(files)
    write_folder(wish.folder, files)
    return plan


def _made(wish: Wish, *, fallback: bool) -> tuple[Plan[Any], dict[str, str | bytes]]:
    made = dt.date.today()  # noqa: DTZ011 - the day on the officer's own desk
    key, issuer, code = (
        ("new-plan", "-", "") if fallback else (wish.id, wish.issuer or "", wish.code)
    )
    base: Plan[Any] | None = None
    if wish.template is not None:
        from planmodel.dsl.starting import start_from

        base = load(wish.template)
        plan: Plan[Any] = start_from(
            base, id=key, issuer=issuer, code=code, title=wish.title, made=made, only=wish.only
        )
    elif wish.form is not None:
        from planmodel.dsl.undecided import with_open_places
        from planmodel.exchange.excel_form import read_form

        plan = read_form(wish.form, id=key)
        given: dict[str, Any] = {"title": wish.title} if wish.title else {}
        if not fallback:
            given["issuer"] = _issuer_of_form(plan.issuer, wish)
        plan = with_open_places(evolve(plan, **given) if given else plan)
    else:
        from planmodel.dsl.blank import start_blank

        plan = start_blank(
            read_levels(wish.levels) if wish.levels else _USUAL[wish.words_in],
            id=key,
            issuer=issuer,
            code=code,
            title=wish.title,
            language=wish.words_in,
        )
    if fallback:
        return plan, {}
    files: dict[str, str | bytes] = dict(write_package(plan, name=wish.name, template=base))
    if base is not None and plan.derived_from is not None:
        record = Record(plan.derived_from, source=_source(wish), only=wish.only)
        files[f"{wish.name}/derivation.json"] = record_text(record)
        files[f"{wish.name}/upstream.json"] = to_json(base)
    return plan, files


def _issuer_of_form(there: Issuer | None, wish: Wish) -> Issuer | None:
    """Who the form says issues the plan, or who was asked for; the code may come from either."""
    if not wish.issuer and not wish.code:
        return there
    if not wish.issuer and there is None:
        raise UsageError(_no_issuer())
    name = wish.issuer or (there.name if there is not None else "")
    same = there is not None and there.name == name
    return Issuer(name, wish.code or (there.code if there is not None and same else ""))


def _source(wish: Wish) -> str:
    """Where the template is found again: a path from the package, or a name as it was given."""
    template = Path(wish.template or "")
    if not template.exists():
        return wish.template or ""
    home = Path(wish.folder).resolve() / wish.name
    try:
        return Path(os.path.relpath(template.resolve(), home)).as_posix()
    except ValueError:  # another drive of Windows
        return template.resolve().as_posix()


# --- what can be wrong ---------------------------------------------------------------------------


def _caught(act: Any) -> list[Problem]:  # noqa: ANN401 - anything to be tried
    try:
        act()
    except PlanmodelError as error:
        return list(error.problems)
    return []


def _name_problems(name: str) -> list[Problem]:
    better = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", name).lower(), flags=re.ASCII)
    better = better.strip("_")
    hint: Text | str = ""
    if better and better != name and is_name(better):
        hint = say("{better} would do", "{better} なら使える", better=better)
    fits = is_name(name) and name.isascii() and name == name.lower() and not name.startswith("_")
    if not fits or name.endswith("_") or len(name) > _LONGEST:
        what = say(
            "{name!r} cannot name a package", "「{name}」はパッケージ名にできない", name=name
        )
        expected = say("lower-case letters, digits and _", "半角の英小文字・数字・_")
        return [Problem(what, "NAME", expected, hint)]
    if name in _TAKEN or name in sys.stdlib_module_names or _is_installed(name):
        what = say("{name} means something else to Python", "{name}はPythonが別の意味に使う",
                   name=name)  # fmt: skip
        hint = say("add what makes it yours: {name}_plan", "{name}_plan などとする", name=name)
        return [Problem(what, "NAME", hint=hint)]
    return []


def _is_installed(name: str) -> bool:
    """Whether a module of that name is installed, which the package would hide."""
    here = Path.cwd()
    places = [it for it in sys.path if it and Path(it).resolve() != here]
    return PathFinder.find_spec(name, places) is not None


def _way_problems(wish: Wish) -> list[Problem]:
    ways = {
        "--from": wish.template is not None,
        "--blank": wish.blank,
        "--from-excel": wish.form is not None,
    }
    given = [way for way, is_given in ways.items() if is_given]
    problems: list[Problem] = []
    if len(given) != 1:
        what = (
            say("it is not said what to start from", "何から始めるかの指定がない")
            if not given
            else say("{ways} do not go together", "{ways}は同時に指定できない", ways=given)
        )
        expected = say("one of {ways}", "{ways}のいずれか一つ", ways=list(ways))
        problems.append(Problem(what, "--from", expected))
    if wish.only and wish.template is None:
        what = say("--only goes with --from", "--only は --from と合わせて指定する")
        problems.append(Problem(what, "--only"))
    if wish.levels is not None and not wish.blank:
        what = say("levels are for --blank", "階層は --blank と合わせて指定する")
        problems.append(Problem(what, "--levels"))
    return problems


def _issuer_problems(wish: Wish) -> list[Problem]:
    name = wish.issuer
    problems: list[Problem] = []
    # A form may say it; what it says is looked at when it is read.
    if (name is not None or wish.form is None) and not (name or "").strip():
        problems.append(_no_issuer())
    if wish.code:
        wrong = _caught(lambda: Issuer(name or "-", wish.code))
        problems += [Problem(it.what, "--code", it.expected, it.hint) for it in wrong]
    return problems


def _no_issuer() -> Problem:
    what = say("who issues the plan is not said", "策定主体の指定がない")
    return Problem(what, "--issuer", "--issuer 鳥取県")


def _folder_problems(folder: Path) -> list[Problem]:
    where = f"--to {folder}"
    try:
        if os.path.lexists(folder):
            what = say("the folder exists already", "フォルダーがすでにある")
            hint = say("choose another name", "別の名前にする")
            return [Problem(what, where, hint=hint)]
        if not folder.parent.is_dir():
            what = say("there is no folder {it}", "フォルダー{it}がない", it=str(folder.parent))
            return [Problem(what, where, hint=say("make it first", "先に作成する"))]
    except (OSError, ValueError) as error:
        what = say("no folder can be called so: {why}", "この名前のフォルダーは作れない: {why}",
                   why=error)  # fmt: skip
        return [Problem(what, where)]
    return []


# --- what is said at the end ---------------------------------------------------------------------


def told(plan: Plan[Any], wish: Wish, language: Language) -> tuple[str, bool]:
    """What was made, what is left to decide, and what to do next; and whether it is clean."""
    findings = check(plan)
    counts = summary(findings)
    left = sum(it.code == "PM112" for it in findings)
    indicators = say("indicators: {n}", "指標{n}件", n=len(plan.indicators))
    lines = [
        say(
            "wrote {folder} ({held})",
            "{folder} を作成した（{held}）",
            folder=wish.folder,
            held=(*level_counts(plan, plan.walk()), indicators),
        ),
        say(
            "{error} errors, {warning} warnings, {left} places left to decide",
            "誤り{error}件、警告{warning}件、未定のまま残る箇所{left}件",
            left=left,
            **counts,
        ),
        say("next: planmodel check {folder}", "次に: planmodel check {folder}", folder=wish.folder),
    ]
    wrong = [it for it in findings if it.severity != "info"]
    told: list[Text | Finding] = [*lines[:2], *wrong[:_MOST_TOLD], *lines[2:]]
    return "".join(f"{it.in_language(language)}\n" for it in told), not wrong
