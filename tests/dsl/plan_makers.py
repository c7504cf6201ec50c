"""Made-up plans of any vocabulary, for laws that hold for every plan."""

# ruff: noqa: ARG005, PLR0913, PLR0917 - makers of different vocabularies share one signature
from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import field, frozen
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

import planmodel as pm
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.words import Level, OwnField, child_types

SLOW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    # Shrinking a whole plan takes minutes; a failing one is small enough to read.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""Settings for laws over plans."""

CONTROLS = "".join(map(chr, (*range(9), *range(11, 32))))
"""What printed words may not hold."""

HOSTILE = [
    'say "it"',
    "it's",
    "both ' and \"",
    "{brace} {} {0}",
    "back\\slash\\",
    "two\nlines\n\tand a tab",
    "\u202eright to left\u200f",
    '"""',
    "'''",
    "\\N{BULLET} \\x41 \\u3042",
    "#comment",
    "%s %(a)s",
    "\t\x7f\x85",
    "全角　空白",
    "か\u3099結合",
    "🏴\u200d☠️",
    "長" * 120,
    "=1+1",
    "[x]\ny = 1",
    " 前後の空白 ",
    "\ufeffBOM",
    "行\u2028区切り\u2029",
]
"""Words that break writers which do not look."""

PLAIN = ["見守り", "就労支援", "housing", "情報の提供", "薬物依存への支援（重点）"]


def words() -> st.SearchStrategy[str]:
    """Printed words, most of them harmless."""
    return st.one_of(
        st.sampled_from(PLAIN),
        st.sampled_from(HOSTILE),
        st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS),
            min_size=1,
            max_size=12,
        ).filter(lambda it: bool(it.strip())),
    )


def maybe(strategy: st.SearchStrategy[Any], otherwise: object = None) -> st.SearchStrategy[Any]:
    """*strategy*, or *otherwise*."""
    return st.one_of(st.just(otherwise), strategy)


def absences() -> st.SearchStrategy[pm.NotStated]:
    """Something not stated."""
    return st.builds(pm.NotStated, words())


def years() -> st.SearchStrategy[Any]:
    """Years of one kind or the other."""
    numbers = st.integers(1990, 2050)
    return st.one_of(
        st.builds(pm.FiscalYear, numbers),
        st.builds(pm.CalendarYear, numbers),
        st.just(pm.FiscalYear(2021, 7)),
    )


def periods() -> st.SearchStrategy[Any]:
    """Periods of every kind."""
    return st.one_of(
        years(),
        st.just(pm.Day("2021-10-01")),
        st.just(pm.Window(pm.CalendarYear(2013), pm.CalendarYear(2017))),
        st.just(pm.Cohort(pm.CalendarYear(2022), pm.CalendarYear(2024), "出所者")),
    )


def amounts() -> st.SearchStrategy[Any]:
    """Amounts in every form an author may write, and a few only a reader makes."""
    return st.one_of(
        st.sampled_from(["2,329グループ*", "89.0%", "５３％", "約100人", "―", "95.1", "集計中"]),
        st.integers(-10_000, 10_000),
        st.decimals(allow_nan=False, allow_infinity=False, places=3, max_value=9999, min_value=-99),
        st.just(pm.Amount(Decimal("85.80"), unit="%", printed="全国 85.8%")),
        st.builds(lambda it: pm.Amount(words=it), words()),
        st.builds(pm.Missing, words()),
        absences(),
    )


def targets(benchmarks: list[Any]) -> st.SearchStrategy[Any]:
    """Targets of every form."""
    due = st.one_of(periods(), absences())
    common: dict[str, Any] = {
        "printed": maybe(words(), ""),
        "note": maybe(words(), ""),
        "scope": st.sampled_from(["by", "every_year", "keep"]),
    }
    forms = [
        st.builds(pm.AtLeast, amounts(), due, strict=st.booleans(), **common),
        st.builds(pm.AtMost, amounts(), due, strict=st.booleans(), **common),
        st.builds(pm.Between, st.just("40%"), st.just("60%"), due, **common),
        st.builds(
            pm.Relative,
            st.sampled_from(["20%減", "3割減", "1.6倍", "7ポイント向上", "前年度比増"]),
            due,
            stated=maybe(amounts()),
            of=st.sampled_from(["baseline", "previous_year"]),
            **common,
        ),
        st.builds(pm.Milestone, words(), due, **common),
        st.builds(pm.Rank, st.integers(1, 47), words(), due, **common),
        st.builds(pm.NoNumber, words(), due, **common),
    ]
    if benchmarks:
        forms += [
            st.builds(pm.AgainstBenchmark, st.sampled_from(benchmarks), due, **common),
            st.builds(pm.AllOf, st.sampled_from(benchmarks), due, **common),
        ]
    return st.one_of(forms).flatmap(
        lambda first: st.one_of(
            st.just(first),
            st.builds(
                pm.AtLeast,
                amounts(),
                due,
                decided=st.just(dt.date(2020, 3, 1)),
                because=words(),
                revises=st.just(first),
            ),
        )
    )


# --- vocabularies ----------------------------------------------------------------------------


class 施策(pm.Measure, numbering="①"):  # noqa: N801, PLC2401 - words of plans are Japanese
    """A measure under its own Japanese name."""


@frozen
class CostedMeasure(pm.Measure, word="事業", numbering="{parent}-1"):
    """A measure with fields of its own."""

    budget: Decimal | None = field(default=None, kw_only=True)
    article: str = field(default="", kw_only=True)


class Topic1(
    pm.Section["Topic1 | 施策 | CostedMeasure | pm.Relisted"], word="節・項", numbering="第1"
):
    """A level that may stand under itself."""


@frozen
class Issue(pm.Section[Topic1 | 施策 | pm.Relisted], word="重点課題", numbering="(1)"):
    """A top level with a field of its own."""

    leader: str = field(default="未定", kw_only=True)


class IssuePlan(pm.Plan[Issue], word="再犯防止計画"):
    """A plan of these words."""


def typed(plan: type[pm.Plan[Any]], top: tuple[type[Any], ...]) -> Callable[..., Any]:
    """A maker of plans out of classes."""

    def own(draw: Any, cls: type[Any]) -> dict[str, Any]:
        if cls is CostedMeasure:
            budgets = maybe(st.decimals(0, 10**9, places=2))
            return {"budget": draw(budgets), "article": draw(maybe(words(), ""))}
        return {"leader": draw(words())} if cls is Issue else {}

    def below(cls: type[Any]) -> list[Any]:
        return [it for it in child_types(cls) if it is not pm.Relisted]

    def make(draw: Any, cls: type[Any], key: str, title: str, children: Any, more: Any) -> Any:
        if children is not None:
            more = {**more, "children": children}
        return cls(key, title, **more, **own(draw, cls))

    return lambda draw, key, title, build, more: plan(
        key, title, sections=build(top, below, make, lambda it: issubclass(it, pm.Section)), **more
    )


def generic(draw: Any) -> Callable[..., Any]:
    """A maker of plans whose words are data."""
    names = draw(st.lists(words(), min_size=3, max_size=5, unique=True))
    extra = (OwnField("budget", "Decimal | None"), OwnField("予算", "Money"))
    styles = ["", "ア", "(1)", "{running}", "第1", "■", 'a"1']
    measure = Level(names[-1], "measure", draw(st.sampled_from(styles)), (), extra)
    levels = [measure]
    for word in reversed(names[1:-1]):
        children = draw(st.sampled_from([(levels[0].word,), tuple(it.word for it in levels)]))
        levels.insert(0, Level(word, "section", draw(st.sampled_from(styles)), children))
    by_word = {it.word: it for it in levels}
    whole = Level(names[0], "plan", "", (levels[0].word,))

    def below(level: Level) -> list[Level]:
        return [by_word[word] for word in level.children]

    def make(draw: Any, level: Level, key: str, title: str, children: Any, more: Any) -> Any:
        if level.form == "measure":
            own = draw(
                st.sampled_from([(), (("budget", '"1200.50"'), ("予算", '["a", {"b": 1}]'))])
            )
            return GenericMeasure(key, title, given_level=level, own=own, **more)
        return GenericSection(key, title, given_level=level, children=children or (), **more)

    return lambda draw, key, title, build, more: GenericPlan(
        key,
        title,
        sections=build((levels[0],), below, make, lambda it: it.form == "section"),
        given_levels=(whole, *levels),
        **more,
    )


READY = typed(pm.Plan, (pm.Action, pm.Pillar, pm.Measure))
FORK = typed(IssuePlan, (Issue,))


# --- plans -----------------------------------------------------------------------------------


def entity_fields(draw: Any) -> dict[str, Any]:
    """Source and note."""
    return {
        "source": draw(
            maybe(st.builds(pm.Citation, words(), document=st.sampled_from(["", "doc"])))
        ),
        "note": draw(maybe(words(), "")),
    }


def indicators(draw: Any, ids: Any, departments: list[Any], tags: Any) -> list[Any]:
    """A few indicators, some with parts and benchmarks, some made of others."""
    made: list[Any] = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from([pm.Stock, pm.Flow, pm.Cumulative]))
        benchmarks = [
            pm.Benchmark(ids("bench"), draw(words()), unit="%", baseline=draw(maybe(absences())))
            for _ in range(draw(st.integers(0, 1)))
        ]
        parts = [
            pm.Stock(ids("part"), draw(words()), unit="人") for _ in range(draw(st.integers(0, 1)))
        ]
        more: dict[str, Any] = {}
        if kind is pm.Cumulative:
            more["counted_from"] = draw(maybe(st.one_of(periods(), absences())))
        if made and draw(st.booleans()):
            more["numerator"] = made[0]
        revised = None
        baseline = draw(
            maybe(
                st.one_of(
                    absences(),
                    st.builds(pm.Baseline, amounts(), periods(), note=maybe(words(), "")),
                )
            )
        )
        if isinstance(baseline, pm.Baseline) and draw(st.booleans()):
            revised = pm.Baseline(
                5, pm.FiscalYear(2018), decided=dt.date(2019, 1, 2), because="x", revises=baseline
            )
        made.append(
            kind(
                ids("indicator"),
                draw(words()),
                unit=draw(st.sampled_from(["人", "%", 'a"b'])),
                direction=draw(st.sampled_from([None, "increase", "decrease"]) | absences()),
                department=draw(maybe(st.sampled_from(departments)) if departments else st.none()),
                baseline=revised or baseline,
                targets=draw(absences() | st.lists(targets(benchmarks), max_size=2)),
                number=draw(st.sampled_from(["", "①"])),
                is_new=draw(st.booleans()),
                stage=draw(st.sampled_from([None, "output"])),
                path=draw(maybe(absences())),
                parts=tuple(parts),
                benchmarks=tuple(benchmarks),
                replaces=draw(st.sampled_from([(), (pm.Lineage("old", "定義を変えた"),)])),
                tags=draw(tags),
                **more,
                **entity_fields(draw),
            )
        )
    return made


def plan_fields(draw: Any, ids: Any) -> tuple[dict[str, Any], Any]:
    """Everything of a plan but its outline, and the tags that its nodes may carry."""
    topics = [pm.Topic(ids("topic"), draw(words()), number="1") for _ in range(2)]
    axes = draw(st.sampled_from([[], [pm.Axis(ids("axis"), "3本柱", topics=tuple(topics))]]))
    tag = st.one_of(
        st.builds(pm.Tag, st.sampled_from(topics)),
        st.builds(
            pm.Tag,
            st.sampled_from(topics),
            basis=st.just("assigned"),
            by=words(),
            because=maybe(words(), ""),
        ),
    )
    tags = st.lists(tag, max_size=1 if axes else 0)
    departments: list[Any] = []
    for _ in range(draw(st.integers(0, 3))):
        parents = [*departments, None, pm.NotStated("抜粋にない")]
        departments.append(
            pm.Department(
                ids("department"),
                draw(words()),
                parent=draw(st.sampled_from(parents)),
                succeeds=departments[:1] if draw(st.booleans()) else [],
                valid_from=draw(st.sampled_from([None, pm.Day("2020-04-01")])),
                **entity_fields(draw),
            )
        )
    laws = [pm.Law(ids("law"), draw(words()), in_force=draw(maybe(absences())))]
    made = {
        "period": draw(periods() | absences()),
        "status": draw(maybe(words(), "")),
        "issuer": draw(st.sampled_from([None, pm.Issuer("兵庫県", "280003")])),
        "published": draw(maybe(st.one_of(periods(), absences()))),
        "departments": departments[::-1] if draw(st.booleans()) else departments,
        "partners": [
            pm.Partner(ids("partner"), draw(words()), generic=draw(st.booleans()))
            for _ in range(draw(st.integers(0, 2)))
        ],
        "principle": draw(maybe(words(), "")),
        "axes": axes,
        "tags": draw(tags),
        "laws": laws,
        "legal_bases": [pm.LegalBasis(laws[0], "第1条")] if draw(st.booleans()) else [],
        "governance": draw(maybe(st.builds(pm.Governance, words()))),
        "roles": draw(st.lists(st.builds(pm.Role, words(), words()), max_size=1)),
        "relations": draw(
            st.lists(st.builds(pm.Relation, st.just("predecessor"), words()), max_size=1)
        ),
        "figures": [pm.Figure(ids("figure"), draw(words()), draw(amounts()), draw(periods()))],
        "documents": draw(st.sampled_from([[], [pm.Document("doc", "計画", date="H31")]])),
        "gaps": draw(st.lists(st.builds(pm.Gap, st.just("plan"), words(), words()), max_size=1)),
        "ignores": draw(st.sampled_from([[], [pm.Ignore("PM101", "確認済み")]])),
        "version": draw(st.sampled_from(["", "1"])),
        "derived_from": draw(
            st.sampled_from(
                [
                    None,
                    pm.Derivation("base", "1", "元", (("a", "title:1"),)),
                    pm.Derivation("base", "2", left=(("a", "title"), ("a", "unit"))),
                ]
            )
        ),
    }
    made["indicators"] = indicators(draw, ids, departments, tags)
    return made, tags


def texts_of(draw: Any, keys: list[str]) -> dict[str, Any]:
    """Descriptions and translations of some of the things *keys*."""
    some = draw(st.lists(st.sampled_from(["plan", *keys]), max_size=3, unique=True))
    return {
        "prose": [pm.Prose(key, draw(words())) for key in some],
        "translations": draw(
            st.sampled_from(
                [
                    [],
                    [
                        pm.Translation(
                            "en",
                            titles=tuple((key, "title of " + key) for key in some),
                            prose=tuple((key, draw(words())) for key in some[:1]),
                            phrases=(("人", "people"), ('a"b', "x\ny")),
                        )
                    ],
                ]
            )
        ),
    }


@st.composite
def plans(draw: Any, kind: str = "any", largest: int = 8) -> pm.Plan[Any]:
    """A plan: of the ready-made words, of a fork's, or of words that are data."""
    counter = itertools.count(1)

    def ids(prefix: str) -> str:
        return f"{prefix}-{next(counter)}"

    more, tags = plan_fields(draw, ids)
    kind = draw(st.sampled_from(["ready", "fork", "generic"])) if kind == "any" else kind
    maker = {"ready": lambda: READY, "fork": lambda: FORK, "generic": lambda: generic(draw)}[kind]()
    keys: list[str] = []

    def node_fields() -> dict[str, Any]:
        departments = st.lists(
            st.sampled_from(more["departments"] or [None]), max_size=2, unique=True
        )
        return {
            "departments": draw(absences() | departments) if more["departments"] else [],
            "lead": draw(maybe(absences())),
            "partners": more["partners"][:1] if draw(st.booleans()) else [],
            "measured_by": more["indicators"][:1] if draw(st.booleans()) else [],
            "tags": draw(tags),
            "is_new": draw(st.booleans()),
            "number": draw(st.sampled_from(["", "特1"])),
            **entity_fields(draw),
        }

    def build(top: Any, below: Any, make: Any, is_section: Any) -> Any:
        room = [draw(st.integers(0, largest))]

        def node(level: Any, depth: int) -> Any:
            room[0] -= 1
            key = ids("node")
            fields = node_fields()
            children: Any = None
            if is_section(level):
                children = (
                    draw(absences()) if draw(st.integers(0, 5)) == 0 else row(below(level), depth)
                )
            keys.append(key)
            return make(draw, level, key, draw(words()), children, fields)

        def row(levels: Any, depth: int) -> tuple[Any, ...]:
            found: list[Any] = []
            while room[0] > 0 and len(found) < 3 and depth < 5 and draw(st.integers(0, 4)):
                found.append(node(draw(st.sampled_from(list(levels))), depth + 1))
            if depth and keys and draw(st.integers(0, 4)) == 0:
                found.append(pm.Relisted(pm.Ref("node", draw(st.sampled_from(keys)))))
            return tuple(found)

        return row(top, 0)

    plan = maker(draw, "made-up", draw(words()), build, more)
    return pm.evolve(plan, **texts_of(draw, keys))
