"""What was accepted and rejected: the plan with it, and the record that remembers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from planmodel.dsl.containers import held_names
from planmodel.dsl.derivations import Decision, Record
from planmodel.dsl.drifting.items import ADDED, PARENT, REMOVED, RENAMED, Drift, DriftItem
from planmodel.dsl.edits import Add, Amend, Drop, Edit, Move
from planmodel.dsl.fingerprints import mark, marks
from planmodel.dsl.revising import revise
from planmodel.errors import ModelError, Problem, UsageError, did_you_mean
from planmodel.model.ids import Entity
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["Decided", "chosen", "decide"]

_ORDER = {"added": 0, "renamed": 1, "moved": 2, "changed": 3, "reordered": 4, "removed": 5}


@frozen
class Decided:
    """What came of decisions.

    Attributes:
        edits: what was accepted, in the order in which it is applied.
        plan: the plan with the edits.
        record: what it was made from and all decisions, for ``derivation.json``.
        base: the other plan as far as it was dealt with, for the next comparison.
        accepted, rejected: the items.
    """

    edits: tuple[Edit, ...]
    plan: Plan[Any]
    record: Record
    base: Plan[Any] | None
    accepted: tuple[DriftItem, ...] = ()
    rejected: tuple[DriftItem, ...] = ()


def chosen(found: Drift, words: Iterable[str], where: str = "") -> tuple[DriftItem, ...]:
    """The items that *words* name: by key, or all about a thing by its id.

    Raises:
        UsageError: some words name no item; all of them at once.
    """
    known = list(dict.fromkeys(name for it in found for name in (it.key, it.id)))
    items: dict[str, DriftItem] = {}
    problems: list[Problem] = []
    for word in words:
        named = [it for it in found if it.key == word] or [it for it in found if it.id == word]
        items.update((it.name, it) for it in named)
        if not named:
            what = say("nothing to decide is called {it!r}", "「{it}」という変更はない", it=word)
            problems.append(Problem(what, where, hint=did_you_mean(word, known)))
    if problems:
        raise UsageError(*problems)
    return tuple(items.values())


def decide(  # noqa: PLR0913 - what was found, and what is decided about it
    found: Drift,
    record: Record,
    *,
    accept: Iterable[DriftItem] = (),
    reject: Iterable[DriftItem] = (),
    base: Plan[Any] | None = None,
    on: dt.date | None = None,
    because: str = "",
) -> Decided:
    """Take over the items of *found* to *accept*, and never propose again those to *reject*.

    What an accepted item needs is accepted with it. Nothing is written: see
    `planmodel.dsl.derivations.write_record`.

    Args:
        found: what `drift` found.
        record: what was decided before.
        accept: items to take over.
        reject: items to leave; they come back only when the other plan changes there again.
        base: the other plan as it was, if known.
        on: the day of the decisions.
        because: the reason, for the record.

    Raises:
        UsageError: an item is both accepted and rejected, or accepted with nothing to accept.
        ModelError: the accepted edits do not go together.
    """
    refused = {it.name: it for it in reject}
    taken = _with_needs(found, accept, refused)
    problems = [
        Problem(
            say("{it} cannot be accepted: {why}", "{it}は取り入れられない: {why}", it=it.key,
                why=it.why),
            hint=say("write it into your plan yourself, and reject it here",
                     "計画に自分で書き、ここでは見送る"),
        )
        for it in taken.values() if not it.can_be_accepted
    ]  # fmt: skip
    problems += [
        Problem(
            say("{it} is both accepted and rejected", "{it}は採否の両方が指定された", it=it.key)
        )
        for it in taken.values()
        if it.name in refused
    ]
    if problems:
        raise UsageError(*problems)
    place = {it.name: at for at, it in enumerate(found)}
    accepted = tuple(sorted(taken.values(), key=lambda it: (_ORDER[it.change], place[it.name])))
    edits = tuple(
        _for_reason(edit, because)
        for it in accepted
        if it.edit is not None
        for edit in (it.edit, *it.along)
    )
    done = (*accepted, *refused.values())
    decisions = [Decision(it.name, "accepted", on, because) for it in accepted]
    decisions += [Decision(it.name, "rejected", on, because) for it in refused.values()]
    now = attrs.evolve(
        record,
        derivation=attrs.evolve(
            record.derivation,
            fingerprints=_moved_on(record.derivation.fingerprints, done),
            left=_left(record.derivation.left, accepted, refused.values()),
        ),
        decisions=(*record.decisions, *decisions),
    )
    plan = revise(found.derived, *edits)
    # The plan itself says what it was made from as its record does.
    was = plan.derived_from
    reasons = now.derivation.reasons if was is None else was.reasons
    plan = attrs.evolve(plan, derived_from=attrs.evolve(now.derivation, reasons=reasons))
    moved = None if base is None else _base_moved_on(base, found.upstream, done)
    return Decided(edits, plan, now, moved, accepted, tuple(refused.values()))


def _for_reason(edit: Edit, because: str) -> Edit:
    """*edit* with the reason of the decision before where it comes from."""
    if not because:
        return edit
    return attrs.evolve(edit, because=f"{because} ({edit.because})")


def _with_needs(
    found: Drift, accept: Iterable[DriftItem], refused: dict[str, DriftItem]
) -> dict[str, DriftItem]:
    by_key = {it.key: it for it in found if it.change == "added"}
    taken: dict[str, DriftItem] = {}
    waiting = list(accept)
    while waiting:
        it = waiting.pop(0)
        if it.name in taken:
            continue
        taken[it.name] = it
        needed = [by_key[key] for key in it.needs if key in by_key]
        problems = [
            Problem(
                say("{it} cannot come without {other}", "{it}は{other}なしには取り入れられない",
                    it=it.key, other=one.key)
            )
            for one in needed if one.name in refused
        ]  # fmt: skip
        if problems:
            raise UsageError(*problems)
        waiting.extend(needed)
    return taken


def _left(
    before: tuple[tuple[str, str], ...],
    accepted: Iterable[DriftItem],
    refused: Iterable[DriftItem],
) -> tuple[tuple[str, str], ...]:
    """Ids and fields whose last change in the other plan was not taken over, and what is here."""
    refused = [it for it in refused if it.change == "changed"]
    dealt = {(it.id, it.field) for it in (*accepted, *refused)}
    kept = ((key, said) for key, said in before if (key, said.partition(":")[0]) not in dealt)
    return (*kept, *((it.id, f"{it.field}:{mark(it.here)}") for it in refused))


def _moved_on(
    pairs: tuple[tuple[str, str], ...], items: Iterable[DriftItem]
) -> tuple[tuple[str, str], ...]:
    """Fingerprints as if what the *items* say had been so from the start."""
    known = dict(pairs)
    for it in items:
        if it.field in (ADDED, REMOVED):
            for key, written in it.covers:
                if written:
                    known[key] = written
                else:
                    known.pop(key, None)
        elif it.field != RENAMED and it.change != "reordered":
            now = marks(known.get(it.id, ""))
            now[it.field] = it.mark
            known[it.id] = " ".join(f"{n}:{one}" for n, one in sorted(now.items()) if one)
    return tuple(known.items())


def _base_moved_on(base: Plan[Any], upstream: Plan[Any], items: Iterable[DriftItem]) -> Plan[Any]:
    """The other plan as it was, with what the *items* say; what cannot be done is left."""
    for it in sorted(items, key=lambda one: _ORDER[one.change]):
        edit: Edit | None = None
        if it.field == ADDED:
            above = upstream.index.parents.get(it.id)
            under = None if above is None or above is upstream else above.id
            before, after = _beside(upstream, base, it.id)
            thing = upstream.index.entities[it.id]
            edit = Add(thing, under=under, before=before, after=after)
        elif it.field == REMOVED:
            edit = Drop(it.id, because="-")
        elif it.field == PARENT:
            edit = Move(it.id, under=str(it.now) or None)
        elif it.change == "changed":
            edit = Amend(it.id, {it.field: it.now})
        if edit is not None:
            try:
                base = revise(base, edit)
            except (ModelError, KeyError, TypeError):
                continue
    return base


def _beside(upstream: Plan[Any], base: Plan[Any], key: str) -> tuple[str | None, str | None]:
    """The thing of *base* before which, or after which, the new thing stands there."""
    thing = upstream.index.entities[key]
    holder: Entity = upstream.index.parents.get(key) or upstream
    rows = ([it.id for it in getattr(holder, name)] for name in held_names(holder))
    row = next((it for it in rows if thing.id in it), [key])
    at = row.index(key)
    after = next((it for it in reversed(row[:at]) if it in base.index.entities), None)
    before = next((it for it in row[at + 1 :] if it in base.index.entities), None)
    return (None, after) if after is not None else (before, None)
