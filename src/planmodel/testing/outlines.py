"""Whole plans of any vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis, Topic
from planmodel.model.facts import (
    Derivation,
    Document,
    Figure,
    Gap,
    Governance,
    Ignore,
    Law,
    LegalBasis,
    Prose,
    Relation,
    Role,
    Translation,
)
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department, Issuer, Partner
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.periods import Day
from planmodel.testing.parts import (
    FLAG,
    MAYBE_SILENCE,
    MAYBE_TIME,
    UP_TO_2,
    amounts,
    citations,
    ids,
    indicators,
    notes,
    numbers,
    silences,
    tags,
    times,
    titles,
)
from planmodel.testing.times import days, periods
from planmodel.testing.words import Importance, Money, Shape, shape, shape_names

__all__ = ["Shape", "plans", "shapes"]


_FIXED = st.sampled_from(("", "", "第9"))
_MAYBE_NUMBER = st.none() | numbers()
_MAYBE_DAY = st.none() | days()
_MAYBE_DAY_PERIOD = st.none() | days().map(Day)
_MAYBE_PERIOD = st.none() | periods()
_KEYWORDS = st.sampled_from(((), ("一", "二")))
_IMPORTANCE = st.none() | st.sampled_from(Importance)
_MONEY = st.none() | st.builds(Money, numbers())
_WEIGHTS = st.none() | st.sampled_from((0.1, 3.0, 1e22))
_EXTRAS: st.SearchStrategy[dict[str, int] | None] = st.sampled_from((None, {}, {"a": 1}))
_NOTHING: st.SearchStrategy[Any] = st.just(())
_NO_DEPARTMENTS: st.SearchStrategy[Any] = _NOTHING | silences()
_LENGTH = st.integers(0, 3)


@frozen
class _Around:
    """What the nodes of an outline may point at."""

    names: Iterator[str]
    departments: tuple[Department, ...]
    partners: tuple[Partner, ...]
    indicators: tuple[Indicator, ...]
    topics: tuple[Topic, ...]
    hostile: bool


def shapes(*, ready_made: bool = True) -> st.SearchStrategy[Shape]:
    """Vocabularies of one to five levels, with and without own fields; the ready-made one too."""
    return st.sampled_from(shape_names()[0 if ready_made else 1 :]).map(shape)


@st.composite
def plans(
    draw: st.DrawFn, *, words: st.SearchStrategy[Shape] | None = None, hostile: bool = False
) -> Plan[Any]:
    """A plan of any vocabulary, with something of everything that a plan can hold.

    *words* chooses the vocabulary (`shapes`); with *hostile*, titles break careless writers.
    ``from_json(to_json(plan))`` makes a generic one of it.
    """
    chosen = draw(words if words is not None else shapes())
    names = ids()
    around = draw(_surroundings(names, hostile=hostile))
    axes = [Axis(next(names), draw(titles(hostile=hostile)), topics=around.topics)]
    laws = [
        Law(next(names), "再犯の防止等の推進に関する法律", in_force=draw(MAYBE_TIME),
            promulgated=draw(_MAYBE_DAY_PERIOD))
    ] * draw(FLAG)  # fmt: skip
    sections: Any = NotStated("the extract has no outline")
    if draw(st.integers(0, 9)):
        sections = _outline(draw, chosen, around)
    more = draw(_said(around, laws))
    plan_class: Any = chosen.plan
    plan: Plan[Any] = plan_class(
        next(names),
        draw(titles(hostile=hostile)),
        period=draw(times()),
        sections=sections,
        departments=around.departments,
        partners=around.partners,
        indicators=around.indicators,
        axes=axes if around.topics else (),
        laws=laws,
        documents=[Document("doc", "計画（案）", publisher="県", date="2019-03", url="")],
        tags=draw(tags(around.topics)),
        measured_by=draw(_some(around.indicators)),
        note=draw(notes(hostile=hostile)),
        **more,
    )
    return plan


def _some(things: Sequence[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(things), max_size=2) if things else st.just([])


@st.composite
def _surroundings(draw: st.DrawFn, names: Iterator[str], *, hostile: bool) -> _Around:
    departments: list[Department] = []
    for _ in range(draw(_LENGTH)):
        above = st.sampled_from(departments) if departments else st.none()
        departments.append(
            Department(
                next(names),
                draw(titles(hostile=hostile)),
                parent=draw(st.none() | silences() | above),
                category=draw(st.sampled_from(("", "課"))),
                valid_from=draw(_MAYBE_DAY_PERIOD),
                succeeds=draw(_some(departments)),
                source=draw(citations()),
            )
        )
    partners = [
        Partner(next(names), draw(titles(hostile=hostile)), category="国の機関", generic=True)
        for _ in range(draw(UP_TO_2))
    ]
    topics = [Topic(next(names), draw(titles(hostile=hostile)), number="1") for _ in range(2)]
    topics = topics[: draw(UP_TO_2)]
    found: list[Indicator] = []
    for _ in range(draw(_LENGTH)):
        one = indicators(
            names=names, departments=departments, topics=topics, others=found, hostile=hostile
        )
        found.append(draw(one))
    return _Around(names, tuple(departments), tuple(partners), tuple(found), tuple(topics), hostile)


@st.composite
def _said(draw: st.DrawFn, around: _Around, laws: Sequence[Law]) -> dict[str, Any]:
    """What a plan says of itself beside its outline."""
    if not draw(FLAG):
        return {}
    text = titles(hostile=around.hostile)
    cited = draw(citations())
    return {
        "status": draw(st.sampled_from(("", "案"))),
        "issuer": draw(st.none() | st.just(Issuer("兵庫県", "280003"))),
        "published": draw(MAYBE_TIME),
        "principle": draw(text),
        "legal_bases": [LegalBasis(law, "第8条", because="策定", source=cited) for law in laws],
        "governance": draw(st.none() | st.builds(Governance, text, text, source=citations())),
        "roles": [Role("県民", draw(text), source=cited)],
        "relations": [
            Relation("predecessor", draw(text), "old-plan", period=draw(MAYBE_TIME)),
        ],
        "figures": [Figure(next(around.names), draw(text), draw(amounts()), draw(times()))],
        "prose": [Prose("plan", draw(text), source=cited)],
        "translations": [
            Translation(
                "en",
                titles=(("plan", draw(text)), ("x-1", "One")),
                prose=draw(st.sampled_from(((), (("a", "1"), ("a", "2"))))),
                phrases=((draw(text), "people"),),
            )
        ],
        "gaps": [Gap("plan", "the month", draw(text))],
        "ignores": [Ignore("PM101", draw(text), "x-1")],
        "own_units": draw(st.sampled_from(("", "グループ = count"))),
        "language": draw(st.sampled_from(("ja", "en"))),
        "version": draw(st.sampled_from(("", "2"))),
        "derived_from": draw(
            st.none()
            | st.builds(
                Derivation,
                st.just("hyogo-5th"),
                st.just("1"),
                fingerprints=st.just((("x-1", "abc"),)),
                left=st.sampled_from([(), (("x-1", "title"), ("x-1", "unit"))]),
                made=st.none() | days(),
            )
        ),
    }


def _outline(draw: st.DrawFn, chosen: Shape, around: _Around) -> list[Any]:
    owned: list[Node] = []
    top = [0, len(chosen.sections)] if chosen.plan is not Plan else [0]
    return [
        _node(draw, chosen, around, owned, draw(st.sampled_from(top))) for _ in range(draw(_LENGTH))
    ]


def _node(draw: st.DrawFn, chosen: Shape, around: _Around, owned: list[Node], level: int) -> Node:
    """A node of the section class number *level*, or a measure below the last one."""
    hostile = around.hostile
    departments = draw(_some(around.departments))
    more: dict[str, Any] = {
        "departments": departments or draw(_NO_DEPARTMENTS),
        "lead": draw(MAYBE_SILENCE),
        "partners": draw(_some(around.partners)),
        "measured_by": draw(_some(around.indicators)),
        "tags": draw(tags(around.topics)),
        "is_new": draw(FLAG),
        "number": draw(_FIXED),
        "source": draw(citations()),
        "note": draw(notes(hostile=hostile)),
    }
    is_measure = level >= len(chosen.sections)
    if chosen.own and (is_measure or level == 0):
        more |= draw(_own(around))
    cls: Any = chosen.measure if is_measure else chosen.sections[level]
    node: Any = cls(next(around.names), draw(titles(hostile=hostile)), **more)
    if not is_measure:
        node = _filled(draw, chosen, around, owned, level, node)
    made: Node = node
    owned.append(made)
    return made


def _filled(  # noqa: PLR0913, PLR0917 - a step of one recursion
    draw: st.DrawFn,
    chosen: Shape,
    around: _Around,
    owned: list[Node],
    level: int,
    node: Any,  # noqa: ANN401 - of a class made at run time
) -> Any:  # noqa: ANN401 - the same
    below = range(level + 1, len(chosen.sections) + 1)
    children: list[Any] = [
        _node(draw, chosen, around, owned, draw(st.sampled_from(below)))
        for _ in range(draw(UP_TO_2))
    ]
    fitting = [it for it in owned if it.form == "measure"]
    again = draw(FLAG)
    if fitting and again:
        children.append(Relisted(draw(st.sampled_from(fitting)), number="再掲"))
    if children:
        return node[tuple(children)]
    return node[NotStated("the extract ends here")] if draw(FLAG) else node


@st.composite
def _own(draw: st.DrawFn, around: _Around) -> dict[str, Any]:
    """Values of the fields that made-up words add."""
    helper = st.sampled_from(around.departments).map(lambda it: it.ref)
    return {
        "budget": draw(_MAYBE_NUMBER),
        "starts": draw(_MAYBE_DAY),
        "season": draw(_MAYBE_PERIOD),
        "keywords": draw(_KEYWORDS),
        "importance": draw(_IMPORTANCE),
        "money": draw(_MONEY),
        "helper": draw(st.none() | helper) if around.departments else None,
        "weight": draw(_WEIGHTS),
        "extras": draw(_EXTRAS),
        "fund": draw(st.sampled_from(("一般会計", "特別会計", ""))),
        "staff": draw(st.integers(0, 3)),
    }
