"""Whatever a plan holds, every rule runs to its end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    Action,
    AgainstBenchmark,
    AllOf,
    Amount,
    AtLeast,
    AtMost,
    Axis,
    Baseline,
    Benchmark,
    Between,
    CalendarYear,
    Cohort,
    Cumulative,
    Day,
    Department,
    FiscalYear,
    Flow,
    Ignore,
    Implementation,
    Judgement,
    Measure,
    Milestone,
    NoNumber,
    NotStated,
    Observation,
    Observations,
    Opinion,
    Partner,
    Pillar,
    Plan,
    Prose,
    Rank,
    Ref,
    Relative,
    Relisted,
    Stock,
    Tag,
    Topic,
    Translation,
    Window,
    check,
)
from planmodel.checks import all_rules

ALL = [it.code for it in all_rules()]
ids = st.sampled_from(["a", "b", "c", "plan", "whole"])
words = st.sampled_from(["見守り", "{0}", "<b>", "x" * 200, "二行\nの題"])
years = st.integers(2015, 2025)
periods = st.one_of(
    st.builds(FiscalYear, years),
    st.builds(CalendarYear, years),
    st.builds(Day, st.dates(dt.date(2015, 1, 1), dt.date(2025, 1, 1))),
    st.builds(lambda y: Window(FiscalYear(y), FiscalYear(y + 2)), years),
    st.builds(lambda y: Cohort(CalendarYear(y), CalendarYear(y + 2), "出所者"), years),
)
open_or_period = st.one_of(st.just(NotStated("未定")), periods)
amounts = st.one_of(
    st.sampled_from(["5件", "95.1%", "17.5万人", "約750人", "集計中", "0", "-3", "3億円"]),
    st.just(Amount(words="設置済")),
    st.just(NotStated("記載なし")),
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    ),
)
units = st.sampled_from(["件", "%", "人", "人/10万人", "千円", "防犯セット", "―", "倍"])


def ref(kind: Any) -> st.SearchStrategy[Ref[Any]]:
    """A pointer of this kind at anything or nothing."""
    return st.builds(Ref, st.just(kind), ids)


baselines = st.none() | st.builds(Baseline, amounts, open_or_period)
targets = st.one_of(
    st.builds(AtLeast, amounts, open_or_period, scope=st.sampled_from(["by", "keep"])),
    st.builds(AtMost, amounts, open_or_period, strict=st.booleans()),
    st.builds(lambda n, p: Between(n, n + 5, p), st.integers(-5, 100), open_or_period),
    st.builds(
        Relative,
        st.sampled_from(["20%減", "3割減", "1.6倍", "7ポイント向上", "前年度比増"]),
        open_or_period,
        stated=st.none() | amounts,
        of=st.sampled_from(["baseline", "previous_year"]),
    ),
    st.builds(AgainstBenchmark, ref("benchmark"), open_or_period),
    st.builds(AllOf, ref("benchmark"), open_or_period),
    st.builds(Milestone, words, open_or_period),
    st.builds(Rank, st.integers(1, 9), words, open_or_period),
    st.builds(NoNumber, words, open_or_period),
)
benchmarks = st.builds(Benchmark, ids, words, unit=units, baseline=baselines)


def indicators(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Indicators of every kind with these parts."""
    return st.builds(
        lambda kind, *args, **more: kind(*args, **more),
        st.sampled_from([Stock, Flow, Cumulative]),
        ids,
        words,
        unit=units,
        direction=st.sampled_from([None, "increase", "decrease", "maintain"]),
        department=st.none() | st.just(NotStated("未定")) | ref("department"),
        baseline=baselines,
        targets=st.lists(targets, max_size=2),
        number=st.sampled_from(["", "①"]),
        numerator=st.none() | ref("indicator"),
        denominator=st.none() | ref("indicator"),
        parts=parts,
        parts_add_up=st.booleans(),
        benchmarks=st.lists(benchmarks, max_size=1).map(tuple),
    )


no_parts: st.SearchStrategy[tuple[()]] = st.just(())
measured = st.lists(ref("indicator"), max_size=1)
nodes = {
    "departments": st.lists(ref("department"), max_size=2) | st.just(NotStated("未定")),
    "partners": st.lists(ref("partner"), max_size=1),
    "measured_by": measured,
    "tags": st.lists(st.builds(Tag, ref("topic")), max_size=1),
}
measures = st.builds(Measure, ids, words, **nodes)  # type: ignore[arg-type]
leaves = st.one_of(measures, st.builds(Relisted, ref("node")))


def holding(kind: Any, children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Sections of this class with these children, none, or not stated ones."""
    inside = st.lists(children, max_size=2).map(tuple) | st.just(NotStated("未定: 9月に決める"))
    return st.builds(kind, ids, words, children=inside, **nodes)


plans = st.builds(
    Plan,
    st.just("whole"),
    words,
    period=open_or_period,
    departments=st.lists(
        st.builds(
            Department,
            ids,
            words,
            succeeds=st.lists(ref("department"), max_size=1),
            valid_from=st.none() | st.just(Day("2020-04-01")),
            valid_to=st.none() | st.just(Day("2021-03-31")),
        ),
        max_size=3,
    ),
    partners=st.lists(st.builds(Partner, ids, words), max_size=1),
    indicators=st.lists(
        indicators(st.lists(indicators(no_parts), max_size=2).map(tuple)), max_size=3
    ),
    measured_by=measured,
    axes=st.lists(
        st.builds(
            Axis, ids, words, topics=st.lists(st.builds(Topic, ids, words), max_size=2).map(tuple)
        ),
        max_size=1,
    ),
    sections=st.lists(holding(Action, st.one_of(leaves, holding(Pillar, leaves))), max_size=3),
    prose=st.lists(st.builds(Prose, ids, words), max_size=1),
    translations=st.lists(
        st.builds(Translation, st.sampled_from(["en", "ja"]), st.tuples(st.tuples(ids, words))),
        max_size=1,
    ),
    ignores=st.lists(
        st.builds(Ignore, st.sampled_from([*ALL[:8], "x"]), st.just("理由"), ids), max_size=2
    ),
    own_units=st.sampled_from(["", "箱 | box / boxes", "箱 = 3 ほげ"]),
)
ledgers = st.none() | st.builds(
    Observations,
    st.lists(
        st.builds(
            Observation,
            ids,
            periods,
            amounts,
            known_on=st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2025, 1, 1)),
            reported_as=st.sampled_from(["", "running_total", "increment"]),
            base=st.none() | st.decimals(0, 9, places=0),
            synthetic=st.booleans(),
        ),
        max_size=4,
    ),
    implementations=st.lists(st.builds(Implementation, ids, periods, department=ids), max_size=1),
    judgements=st.lists(
        st.builds(Judgement, ids, periods, words, by=words, because=words), max_size=1
    ),
    opinions=st.lists(st.builds(Opinion, periods, words, by=words, about=ids), max_size=1),
)


@given(plans, ledgers, st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2025, 1, 1)))
def test_no_rule_fails_on_any_plan(
    plan: Plan, ledger: Observations | None, day: dt.date | None
) -> None:
    """Every finding is one short line in both languages, and none says that a rule failed."""
    findings = check(plan, ledger, select=ALL, known_by=day)
    for finding in findings:
        assert finding.code != "PM003", str(finding)
        for language in ("en", "ja"):
            assert "\n" not in finding.in_language(language)
        assert set(finding.to_dict()["message"]) == {"en", "ja"}
    assert list(findings) == sorted(findings)
    assert len({*findings}) <= len(findings)
