"""The table of changes between two plans (新旧対照表), as HTML and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from attrs import evolve, field, frozen

from planmodel.dsl.change_words import CHANGE_WORDS, has_entries, has_two_issuers
from planmodel.dsl.comparing import Changes, Difference, FieldChange
from planmodel.dsl.labels import thing_label, value_label
from planmodel.dsl.wording import shown
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.outline import Node
from planmodel.model.targets import Target
from planmodel.reports.absences import field_words
from planmodel.reports.aiming import target_words
from planmodel.reports.marking import cell, escape, table
from planmodel.reports.speaking import Speaker, language_of
from planmodel.reports.view import NOTHING, Words
from planmodel.reports.words import labels, made_with
from planmodel.text import Language

__all__ = ["ChangesView", "build_changes", "render_changes_html", "render_changes_markdown"]

_MOST_PARTS = 12


@frozen
class ChangeLine:
    """One field before and after."""

    name: str
    old: Words
    new: Words


@frozen
class ChangeRow:
    """One thing that differs."""

    kind: str
    what: Words
    title: Words
    lines: tuple[ChangeLine, ...]


@frozen
class ChangesView:
    """A table of changes in the words of one language."""

    language: Language
    old: Words
    new: Words
    counts: str
    rows: tuple[ChangeRow, ...]
    labels: Mapping[str, str] = field(hash=False)
    omission: str = ""
    """How many changes are not shown, and where they are."""


def build_changes(changes: Changes, *, language: str | None = None) -> ChangesView:
    """The view model of a table of changes.

    Raises:
        UsageError: reports are not written in that language.
    """
    chosen = language_of(changes.new, language)
    old, new = Speaker(changes.old, chosen), Speaker(changes.new, chosen)
    counted = [
        f"{changes.word(kind, chosen)} {len(changes.of(kind))}"
        for kind in CHANGE_WORDS
        if changes.of(kind)
    ]
    separator = "、" if chosen == "ja" else ", "
    names = dict(labels(changes.new, chosen))
    if has_two_issuers(changes.old, changes.new):
        names["old"], names["new"] = changes.sides(chosen)
    return ChangesView(
        language=chosen,
        old=_plan_words(old),
        new=_plan_words(new),
        counts=separator.join(counted),
        rows=tuple(_row(it, old, new, changes.word(it.kind, chosen)) for it in changes),
        labels=names,
        omission=changes.omission(chosen),
    )


def _plan_words(speaker: Speaker) -> Words:
    plan = speaker.plan
    return evolve(speaker.title(plan), note=speaker.period(plan.period))


def _row(it: Difference, old: Speaker, new: Speaker, kind: str) -> ChangeRow:
    side = old if it.new is None else new
    thing = it.thing
    what = Words(thing_label(thing, side.plan, side.language))
    title = side.heading(thing) if isinstance(thing, Node) else side.title(thing)
    lines = [_line(change, it, old, new) for change in it.fields]
    if it.old_parent != it.new_parent and it.kind == "moved":
        name = new.label("stands_under")
        lines.insert(0, ChangeLine(name, _place(old, it.old_parent), _place(new, it.new_parent)))
    if it.kind == "added":
        lines.append(ChangeLine("", NOTHING, _whole(new, it.new, it.new_parent)))
    if it.kind == "removed":
        lines.append(ChangeLine("", _whole(old, it.old, it.old_parent), NOTHING))
    if it.because:
        lines.append(ChangeLine(field_words(new, "because"), NOTHING, Words(new.say(it.because))))
    return ChangeRow(kind, what, title, tuple(lines))


def _place(speaker: Speaker, key: str) -> Words:
    if not key:
        return speaker.title(speaker.plan)
    thing = speaker.plan.index.entities.get(key)
    if isinstance(thing, Node):
        return speaker.heading(thing)
    return Words(key) if thing is None else speaker.title(thing)


def _whole(speaker: Speaker, thing: Entity | None, parent: str) -> Words:
    """A thing that was added or removed, with the place it has or had."""
    if thing is None:
        return NOTHING
    words = speaker.heading(thing) if isinstance(thing, Node) else speaker.title(thing)
    return evolve(words, note=_place(speaker, parent).text) if parent else words


def _line(change: FieldChange, it: Difference, old: Speaker, new: Speaker) -> ChangeLine:
    return ChangeLine(
        field_words(new, change.name, it.thing),
        _value(old, change.old, it.old, change.name),
        _value(new, change.new, it.new, change.name),
    )


def _value(speaker: Speaker, value: object, of: Entity | None, name: str) -> Words:  # noqa: PLR0911 - one way a kind
    given: Any = value
    unit = of.unit if isinstance(of, Indicator) else ""
    if value is None or value is False or value in ("", ()):
        return Words(speaker.label("none"), absent=True)
    if isinstance(value, (NotStated, Missing)):
        return speaker.absence(value)
    if isinstance(value, str) and value_label(name, value) is None:
        return speaker.phrase(value)
    if isinstance(value, (Ref, Entity)):
        return speaker.title(given)
    if isinstance(value, Target):
        return target_words(speaker, value, unit)
    if isinstance(value, Baseline):
        return speaker.amount(value.amount, unit, speaker.period(value.period))
    if isinstance(value, Amount):
        return speaker.amount(value, unit)
    if isinstance(value, (tuple, list)):
        return _several(speaker, cast("tuple[object, ...]", value), of, name)
    return Words(shown(value, speaker.plan, speaker.language, name))


def _several(speaker: Speaker, values: Sequence[object], of: Entity | None, name: str) -> Words:
    said = [_value(speaker, it, of, name) for it in values]
    texts = [f"{it.text} ({it.note})" if it.note else it.text for it in said]
    if len(texts) > _MOST_PARTS:
        texts = [*texts[:_MOST_PARTS], "…"]
    separator = "；" if any("、" in it for it in texts) else "、"
    separator = separator if speaker.language == "ja" else "; "
    separator = "\n" if has_entries(values) else separator
    foreign = next((it.language for it in said if it.language), "")
    return Words(separator.join(texts), foreign)


def render_changes_html(changes: Changes, *, language: str | None = None) -> str:
    """The table of changes as one HTML page.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
        UsageError: reports are not written in that language.
    """
    from planmodel.reports.html import page

    view = build_changes(changes, language=language)
    names = dict(view.labels)
    return page(
        "changes.html",
        names,
        v=view,
        language=view.language,
        synthetic=False,
        made_with=made_with(view.language),
        page_title=f"{names['changes']} – {view.new.text}",
        footer=f"{names['changes']} ｜ {view.new.text}",
    )


def render_changes_markdown(changes: Changes, *, language: str | None = None) -> str:
    """The table of changes as Markdown.

    Raises:
        UsageError: reports are not written in that language.
    """
    return "\n".join(_markdown(build_changes(changes, language=language))) + "\n"


def _markdown(view: ChangesView) -> Iterator[str]:
    L = view.labels  # noqa: N806 - the name that the templates use
    yield from (f"# {L['changes']}", "")
    sides = ((L["old"], view.old), (L["new"], view.new))
    yield from (*(f"- **{escape(name)}**: {cell(title)}" for name, title in sides), "")
    if view.omission:
        yield from (escape(view.omission), "")
    if not view.rows:
        if not view.omission:
            yield escape(L["no_changes"])
        return
    yield from (escape(view.counts), "")
    yield from table(
        (L["kind"], L["what"], L["field"], escape(L["old"]), escape(L["new"])),
        (
            (
                escape(row.kind) if first else "",
                f"{cell(row.what)}: {cell(row.title)}" if first else "",
                escape(line.name),
                _entries(line.old),
                _entries(line.new),
            )
            for row in view.rows
            for first, line in _numbered(row.lines)
        ),
    )


def _entries(words: Words) -> str:
    *above, last = words.text.split("\n")
    return "<br>".join([*(escape(it) for it in above), cell(evolve(words, text=last))])


def _numbered(lines: tuple[ChangeLine, ...]) -> Iterator[tuple[bool, ChangeLine]]:
    for position, line in enumerate(lines or (ChangeLine("", NOTHING, NOTHING),)):
        yield position == 0, line
