"""`write_package`: one plan as a folder of modules that a person would go on writing in."""

from __future__ import annotations

import re
from typing import Any

from planmodel.dsl.offering import Offer, offered
from planmodel.dsl.source.book import Book
from planmodel.dsl.source.layout import Atom, Call, Expression, Item, Row, text
from planmodel.dsl.source.naming import is_name
from planmodel.dsl.source.package_words import (
    DOCS,
    OBSERVATIONS_HEADER,
    WAITING,
    language_of,
    offer_head,
    project_file,
    readme,
    test_file,
)
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.public import PUBLIC
from planmodel.dsl.source.text_files import offer_lines, prose_file, translation_file
from planmodel.dsl.source.words import WordsFrom
from planmodel.errors import ModelError, Problem
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["package_name", "write_package"]

_LISTS: dict[str, tuple[str, str]] = {
    "departments": ("organisations", "Department"),
    "partners": ("organisations", "Partner"),
    "axes": ("axes", "Axis"),
    "laws": ("context", "Law"),
    "legal_bases": ("context", "LegalBasis"),
    "figures": ("context", "Figure"),
    "roles": ("context", "Role"),
    "relations": ("context", "Relation"),
    "documents": ("sources", "Document"),
    "gaps": ("gaps", "Gap"),
    "indicators": ("indicators", "Indicator"),
}
"""The plan's lists: the module in which each stands, and what it holds."""


def _page_of(kind: str, name: str) -> str:
    return f"outline/{name}" if kind == "outline" else kind


def package_name(plan_id: str) -> str:
    """The name of the package for a plan with this id: ``tottori-2nd`` is ``tottori_2nd``."""
    name = re.sub(r"\W", "_", plan_id)
    return name if is_name(name) else f"plan_{name}"


def write_package(
    plan: Plan[Any],
    *,
    name: str = "",
    words: WordsFrom = "write",
    template: Plan[Any] | None = None,
) -> dict[str, str]:
    """*plan* as a distribution of its own: the text of every file by its path (with ``/``).

    The package holds vocabulary, organisations, axes, context, indicators, an outline of one
    module a section, prose and translations as TOML, an empty table of observations, a test, a
    project file and READMEs in Japanese and English. A derived plan's derivation stands in
    ``derivation.json``, and what is taken over from upstream later in ``adopted.py``.
    Nothing is written to disk: see `planmodel.dsl.source.folders`.

    Args:
        plan: the plan.
        name: the name of the package; by default from the plan's id.
        words: as for `planmodel.to_source`; by default a fork's classes are written anew.
        template: the plan that this one was started from; its descriptions stand among the texts
            as lines that are commented out, for whoever writes those of *plan*.

    Raises:
        ModelError: the name is no name of a package, or see `planmodel.to_source`.
    """
    name = name or package_name(plan.id)
    if not is_name(name) or not name.isascii():
        raise ModelError(
            Problem(
                say(
                    "{name!r} cannot be the name of a package",
                    "「{name}」はパッケージ名にできない",
                    name=name,
                ),
                where="name",
                expected=say("lower-case letters, digits and _", "半角の英小文字・数字・_"),
            )
        )
    offer = Offer() if template is None else offered(template, plan)
    files = _texts(plan, offer)
    book = Book(plan, _page_of, words)
    given = _lists(book)
    given |= _read_texts(plan, book.page("plan"), files)
    _write_plan(plan, book, given)
    language = language_of(plan)
    book.page("vocabulary")
    for path, page in book.pages.items():
        page.doc = DOCS["outline" if path.startswith("outline/") else path].in_language(language)
        if path == "outline/__init__":
            page.doc = DOCS["outline"].in_language(language)
    found = {f"{name}/{path}.py": page.code() for path, page in book.pages.items()}
    found |= {f"{name}/{path}": it for path, it in files.items()}
    found[f"{name}/__init__.py"] = _front(plan)
    found[f"{name}/py.typed"] = ""
    found[f"{name}/observations/actual.csv"] = OBSERVATIONS_HEADER
    found[f"tests/test_{name}.py"] = test_file(plan, name)
    found["pyproject.toml"] = project_file(plan, name)
    offers, folders = bool(offer.prose), {path.rpartition("/")[0] for path in found}
    found["README.md"] = readme(plan, name, "en", folders, offers=offers)
    found["README.ja.md"] = readme(plan, name, "ja", folders, offers=offers)
    return dict(sorted(found.items()))


def _front(plan: Plan[Any]) -> str:
    front = Page("__init__", DOCS[""].in_language(language_of(plan)))
    front.use(".plan", "plan")
    front.exported.append("plan")
    return front.code()


def _lists(book: Book) -> dict[str, Expression | None]:
    """Write the plan's lists at the end of their modules; the code that names each."""
    plan, home = book.plan, book.page("plan")
    given: dict[str, Expression | None] = {}
    for field, (path, kind) in _LISTS.items():
        page = book.page(path)
        row = book.rows(field, page)
        writer = book.writer(page)
        annotation = "" if row.items else f"list[{writer.known(PUBLIC[kind])}]"
        page.let(field, row, annotation)
        given[field] = Atom(home.use_page(page, field))
        if field == "departments":
            book.name_waiting(page, WAITING.in_language(language_of(plan)))
    given |= _slots(book)
    outline = book.page("outline/__init__")
    absence = plan.not_stated("sections")
    if absence is not None:
        outline.let("sections", book.writer(outline).value(absence))
    else:
        row = book.rows("sections", outline)
        node = "" if row.items else f"list[{book.writer(outline).known(PUBLIC['Node'])}]"
        outline.let("sections", row, node)
    home.use(".outline", "sections")
    given["sections"] = Atom("sections")
    return given


def _slots(book: Book) -> dict[str, Expression | None]:
    """The code of the fields that are no lists, with a place of their own even where empty."""
    plan, page = book.plan, book.page("context")
    writer = book.writer(page)
    kind = "" if plan.governance else f"{writer.known(PUBLIC['Governance'])} | None"
    page.let("governance", writer.value(plan.governance), kind)
    named = Atom(book.page("plan").use_page(page, "governance"))
    return {"governance": named, "principle": writer.value(plan.principle)}


def _texts(plan: Plan[Any], offer: Offer) -> dict[str, str]:
    """The text files of the package by path; what a file cannot hold has none."""
    language = language_of(plan)
    files: dict[str, str] = {}
    other = "" if plan.derived_from is None else plan.derived_from.title
    head = offer_head(other).in_language(language)
    lines = offer_lines([(it.of, it.text) for it in offer.prose], head)
    prose = prose_file(plan.prose, DOCS["prose"].in_language(language), lines)
    if prose is not None:
        files[_prose_path(plan)] = prose
    seen: set[str] = set()
    for it in plan.translations:
        lines = offer_lines(offer.into(it.language), head)
        text_of = translation_file(it, DOCS["translation"].in_language(language), lines)
        key = it.language.lower()
        if text_of is not None and key not in seen:
            seen.add(key)
            files[f"translations/{it.language}.toml"] = text_of
    if plan.derived_from is not None:
        from planmodel.dsl.derivations import Record, record_text

        files["derivation.json"] = record_text(Record(plan.derived_from))
    return files


def _prose_path(plan: Plan[Any]) -> str:
    from planmodel.dsl.source.text_files import is_language

    return f"prose/{plan.language if is_language(plan.language) else 'own'}.toml"


def _read_texts(plan: Plan[Any], page: Page, files: dict[str, str]) -> dict[str, Expression | None]:
    """The code by which the plan reads its texts back."""

    def read(function: str, path: str) -> Call:
        page.use("planmodel", function)
        folder, _, file = path.rpartition("/")
        parts = ["HERE", *(text(it).flat for it in (folder, file) if it)]
        return Call(function, [Atom(" / ".join(parts))])

    given: dict[str, Expression | None] = {}
    if _prose_path(plan) in files:
        given["prose"] = read("read_prose", _prose_path(plan))
    paths = [f"translations/{it.language}.toml" for it in plan.translations]
    if paths and all(path in files for path in paths) and len(set(paths)) == len(paths):
        given["translations"] = Row([Item(read("read_translation", path)) for path in paths])
    else:
        for path in paths:
            files.pop(path, None)
    if "derivation.json" in files:
        given["derived_from"] = read("read_derivation", "derivation.json")
    return given


def _write_plan(plan: Plan[Any], book: Book, given: dict[str, Expression | None]) -> None:
    page = book.page("plan")
    page.use("pathlib", "Path")
    page.body.append("HERE = Path(__file__).parent")
    made: Expression = book.plan_call(given)
    if plan.derived_from is not None:
        adopted = book.page("adopted")
        adopted.let("adopted", Row([]), f"list[{_edit(adopted)}]")
        page.use("planmodel", "revise")
        page.let("written", made)
        made = Call("revise", [
            Atom("written"), Atom(f"*{page.use_page(adopted, 'adopted')}"),
            Item(Atom("True"), "lenient="),
        ])  # fmt: skip
    page.let("plan", made)


def _edit(page: Page) -> str:
    return page.use("planmodel.dsl.edits", "Edit")
