"""A derived package and the plan it came from: compared, told, decided, and written back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from planmodel.checks import check
from planmodel.cli.adopting import ADOPTED, RECORD, kept_edits, write_all
from planmodel.dsl.derivations import Record, read_record, record_text
from planmodel.dsl.drifting import Decided, Drift, decide, drift, read_field_rule
from planmodel.dsl.drifting.deciding import chosen
from planmodel.dsl.drifting.items import DriftItem
from planmodel.dsl.edits import edit_text
from planmodel.dsl.source.adopted import adopted_source
from planmodel.dsl.source.package import package_name
from planmodel.dsl.wording import label_in, shown
from planmodel.errors import DocumentError, Problem, UsageError, did_you_mean
from planmodel.exchange.documents import to_json
from planmodel.exchange.finding import find, template_names
from planmodel.exchange.loading import load
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language, say

__all__ = ["Link", "as_text", "done_data", "done_text", "open_link", "settle"]

BASE = "upstream.json"


@frozen
class Link:
    """A derived plan, the folder of its package (if it is one), and what drift found."""

    plan: Plan[Any]
    home: Path | None
    record: Record
    base: Plan[Any] | None
    found: Drift


def open_link(source: str, upstream: str | None, field_rule: str | None) -> Link:
    """Compare the plan *source* with the one it was made from.

    Raises:
        UsageError: the plan was not made from another one.
        DocumentError: the other plan, the record or the field rule cannot be found or read.
    """
    where = find(source)
    home = where.path if where.kind == "package" else None
    record = read_record(home / RECORD) if home is not None and (home / RECORD).is_file() else None
    if record is None:
        record = _own_record(load(source), source)
    now = _upstream(record, upstream, home)
    # Both may be packages of one name: what is written back is about the one loaded last.
    plan = load(source)
    base_file = None if home is None else home / BASE
    base = load(base_file) if base_file is not None and base_file.is_file() else None
    rule = None if field_rule is None else read_field_rule(field_rule)
    return Link(plan, home, record, base, drift(plan, now, record=record, base=base, rule=rule))


def _own_record(plan: Plan[Any], source: str) -> Record:
    if plan.derived_from is not None:
        return Record(plan.derived_from)
    what = say(
        "{id} was not made from another plan",
        "{id}はほかの計画をもとに作られたものではない",
        id=plan.id,
    )
    hint = say(
        "a plan that was is made by: planmodel new … --from …",
        "もとにする計画は planmodel new … --from … で指定する",
    )
    raise UsageError(Problem(what, source, hint=hint))


def _upstream(record: Record, given: str | None, home: Path | None) -> Plan[Any]:
    if given is not None:
        return load(given)
    source = record.source
    if source and home is not None and (home / source).exists():
        return load(home / source)
    name = package_name(record.derivation.plan)
    if name in template_names():
        return load(name)
    what = say(
        "the plan {id!r} that this one was made from cannot be found",
        "この計画のもとになった「{id}」が見つからない",
        id=record.derivation.plan,
    )
    hint = did_you_mean(name, template_names()) or say(
        "say where it is now, also if it has another name: --upstream PLAN",
        "名前が変わった場合も含め、今の場所を --upstream で指定する",
    )
    raise DocumentError(Problem(what, "--upstream", hint=hint))


# --- deciding ------------------------------------------------------------------------------------


def settle(
    link: Link, accept: list[str], reject: list[str], *, because: str, accept_all: bool
) -> Decided:
    """Decide, and write record, base and edits into the package: all of it or nothing.

    Raises:
        UsageError: nothing is called so, or the plan is no package that keeps such decisions.
        DocumentError: a file cannot be written; nothing is changed then.
    """
    problems: list[Problem] = []
    picked: list[tuple[DriftItem, ...]] = []
    for words, where in ((accept, "--accept"), (reject, "--reject")):
        try:
            picked.append(chosen(link.found, words, where))
        except UsageError as error:
            problems.extend(error.problems)
    if problems:
        raise UsageError(*problems)
    taken, left = picked
    # An id stands for all about it; what can only be told is then no obstacle.
    named = set(accept)
    taken = tuple(it for it in taken if it.can_be_accepted or it.key in named)
    if accept_all:
        refused = {it.name for it in left}
        more = (it for it in link.found.clear if it.name not in refused)
        taken = tuple({it.name: it for it in (*taken, *more)}.values())
    home, before = kept_edits(link.home, rewrite=bool(taken))
    done = decide(
        link.found,
        link.record,
        accept=taken,
        reject=left,
        base=link.base,
        on=dt.date.today(),  # noqa: DTZ011 - the day on the officer's own desk
        because=because,
    )
    files = {home / RECORD: record_text(done.record)}
    if done.base is not None:
        files[home / BASE] = to_json(done.base)
    if done.edits:
        edits = [*before, *done.edits]
        files[home / ADOPTED] = adopted_source(done.plan, edits, home.name)
    write_all(files)
    return done


# --- words ---------------------------------------------------------------------------------------


def as_text(found: Drift, language: Language) -> str:
    """What changed there, what of it is proposed, what was changed here as well."""
    lines = [_heading(found, language), *(it.in_language(language) for it in found.notes)]
    parts: list[tuple[Text, tuple[DriftItem, ...]]] = [
        (say("Proposed", "取り入れの提案"), found.clear),
        (
            say("Proposed, and changed here as well", "提案のうち、こちらでも変えたもの"),
            tuple(it for it in found.proposed if it.both),
        ),
        (say("Told only", "お知らせのみ"), found.told),
    ]
    for title, items in parts:
        if items:
            lines += ["", f"{title.in_language(language)} ({len(items)})"]
            for it in items:
                lines += [f"  {found.line(it, language)}", *_details(it, found, language)]
    lines += ["", _closing(found, language)]
    return "\n".join(lines)


def _heading(found: Drift, language: Language) -> str:
    title = say(
        "{plan}, made from {upstream}",
        "{plan}（もとにした計画: {upstream}）",
        plan=found.derived.title_of(found.derived, language),
        upstream=found.upstream.title_of(found.upstream, language),
    )
    return title.in_language(language)


def _details(it: DriftItem, found: Drift, language: Language) -> list[str]:
    lines: list[str] = []
    if it.change == "changed":
        old = "?" if it.then is None else shown(it.then, found.upstream, language, it.field)
        new = shown(it.now, found.upstream, language, it.field)
        here = shown(it.here, found.derived, language, it.field)
        lines.append(f"    {old} → {new or '-'}")
        if it.both or not it.can_be_accepted:
            mark = say("here: {here}", "こちら: {here}", here=here or "-")
            lines.append(f"    {mark.in_language(language)}")
    elif it.change == "renamed":
        lines.append(f"    {it.then} → {it.now}")
    elif it.change in ("moved", "reordered"):
        old, new = (_places(value, found, language) for value in (it.then, it.now))
        lines.append(f"    {old} → {new}")
    if it.needs:
        needs = say("with {needs}", "{needs}とあわせて", needs=it.needs)
        lines.append(f"    {needs.in_language(language)}")
    if it.why:
        lines.append(f"    ({in_language(it.why, language)})")
    return lines


def _places(value: object, found: Drift, language: Language) -> str:
    if isinstance(value, tuple):
        row = cast("tuple[object, ...]", value)
        return in_language([_places(it, found, language) for it in row], language)
    key = str(value or "")
    if not key:
        return say("the plan", "計画").in_language(language)
    for plan in (found.derived, found.upstream):
        if key in plan:
            return plan.title_of(key, language)
    return key


def _closing(found: Drift, language: Language) -> str:
    counts = say(
        "{n} {n:change|changes} there: {clear} proposed, {both} proposed and changed here as well, "
        "{told} told only.",
        "もとの計画の変更{n}件: 提案{clear}件、提案のうち双方で変更{both}件、"
        "お知らせのみ{told}件。",
        n=len(found),
        clear=len(found.clear),
        both=sum(it.both for it in found.proposed),
        told=len(found.told),
    )
    lines = [counts]
    if found.local is not None:
        things = len({it.id for it in found.local})
        lines.append(
            say("{n} {n:thing|things} changed here since.", "こちらで変えた項目は{n}件。", n=things)
        )
    if found:
        lines.append(
            say(
                "Take over with --accept ID or --accept-all, leave with --reject ID.",
                "取り入れるには --accept 識別子 または --accept-all、見送るには --reject 識別子。",
            )
        )
    return "\n".join(it.in_language(language) for it in lines)


def done_text(link: Link, done: Decided, language: Language) -> str:
    """What was taken over, what was left, and what is still open."""
    lines: list[str] = []
    if done.accepted:
        lines.append(say("Taken over:", "取り入れた変更:").in_language(language))
        lines += [f"  {it.key}: {_edit_words(it, done.plan, language)}" for it in done.accepted]
    if done.rejected:
        lines.append(say("Left as it is:", "見送った変更:").in_language(language))
        lines += [f"  {it.key}" for it in done.rejected]
    lines += _new_faults(link.plan, done.plan, language)
    decided = {it.name for it in (*done.accepted, *done.rejected)}
    rest = sum(it.name not in decided for it in link.found)
    closing = say("{n} changes are still open.", "残りは{n}件。", n=rest)
    return "\n".join([*lines, closing.in_language(language)])


def _new_faults(before: Plan[Any], after: Plan[Any], language: Language) -> list[str]:
    """The errors and warnings that `check` finds in the plan now and did not find before."""
    known = {(it.code, it.about) for it in check(before)}
    faults = (it for it in check(after) if it.severity != "info")
    found = [it for it in faults if (it.code, it.about) not in known]
    if not found:
        return []
    head = say(
        "With this, check finds errors or warnings:",
        "この結果、checkで次の誤り・警告が見つかる:",
    )
    return [
        head.in_language(language),
        *(f"  {it.code} {it.about}: {in_language(it.message, language)}" for it in found),
    ]


def _edit_words(it: DriftItem, plan: Plan[Any], language: Language) -> str:
    if it.edit is None:
        return in_language(it.why, language)
    if it.change == "changed":
        return label_in(plan, it.field, language)
    return edit_text(it.edit, language)


def done_data(done: Decided) -> dict[str, Any]:
    """What was decided, as data."""
    return {
        "accepted": [it.to_dict() for it in done.accepted],
        "rejected": [it.to_dict() for it in done.rejected],
    }
