"""The example holds the facts of the document: nothing is missing and nothing is extra."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from hyogo_5th import plan
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Baseline, Cumulative, Indicator
from planmodel.model.outline import Measure, Node
from planmodel.model.targets import AgainstBenchmark, AtLeast
from planmodel.periods import Day, print_period

FACTS = Path(__file__).parent / "fixtures" / "hyogo_seed_facts.json"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    """What ``tools/read_seed.py`` read off the document."""
    found: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return found


def action_number(node: Node) -> int:
    """7 for 行動7."""
    return int(node.number.removeprefix("行動"))


def printed(baseline: Baseline | None) -> str:
    """A baseline as printed."""
    assert baseline is not None
    return str(baseline.amount)


def test_the_cover_agrees(facts: dict[str, Any]) -> None:
    """Title, status, publisher, printed date and period are those of the document."""
    assert plan.title == facts["title"]
    assert plan.status == facts["status"]
    assert plan.issuer is not None
    assert plan.issuer.name == facts["publisher"]
    assert plan.documents[0].date == facts["printed_date"]
    years = [plan.period.first, plan.period.last]  # type: ignore[union-attr]
    assert [year.in_language("ja") for year in years] == facts["period"]


def test_the_actions_agree(facts: dict[str, Any]) -> None:
    """Numbers and titles of the 行動, in order."""
    found = [{"number": action_number(one), "title": one.title} for one in plan.sections]
    assert found == facts["actions"]


def test_the_pillars_agree(facts: dict[str, Any]) -> None:
    """行動, letter and title of every 行動の柱, in order."""
    found = [
        {"action": action_number(action), "letter": pillar.number, "title": pillar.title}
        for action in plan.sections
        for pillar in action.children
    ]
    assert found == facts["pillars"]


def test_the_measures_agree(facts: dict[str, Any]) -> None:
    """行動, 行動の柱, heading in brackets, title and departments of every 取組, in order."""
    found = [
        {
            "action": action_number(action),
            "pillar": pillar.number,
            "heading": group.title,
            "title": measure.title,
            "departments": [plan[ref].name for ref in measure.departments],
        }
        for action in plan.sections
        for pillar in action.children
        for group in pillar.children
        for measure in group.children
    ]
    assert found == facts["measures"]
    assert len(found) == sum(isinstance(node, Measure) for node in plan.walk())


def row_of(indicator: Indicator) -> dict[str, Any]:
    """An indicator in the form of the fixture."""
    (node,) = plan.nodes_of(indicator)
    assert isinstance(node, Node)
    (target,) = indicator.targets
    assert isinstance(target, (AtLeast, AgainstBenchmark))
    (reference,) = indicator.benchmarks or (None,)
    department = indicator.department
    assert department is not None
    return {
        "action": action_number(node),
        "mark": indicator.number,
        "title": indicator.title,
        "is_cumulative": isinstance(indicator, Cumulative),
        "is_new": indicator.is_new,
        "department": plan[department].name,  # type: ignore[index]
        "baseline": printed(indicator.baseline),
        "baseline_benchmark": reference and printed(reference.baseline),
        "target": target.printed or str(target.amount),
    }


def test_the_indicators_agree(facts: dict[str, Any]) -> None:
    """Every row of the table with title, flags, 課, and both figures as printed."""
    assert [row_of(indicator) for indicator in plan.indicators] == facts["indicators"]


def test_the_years_are_those_of_the_columns(facts: dict[str, Any]) -> None:
    """Baselines are of the first column's year, targets of the second's; both fiscal years."""
    first, second = (re.match(r"\d+", column)[0] for column in facts["columns"])  # type: ignore[index]
    for indicator in plan.indicators:
        assert indicator.baseline is not None
        assert str(indicator.baseline.period) == f"FY{first}"
        assert {str(target.period) for target in indicator.targets} == {f"FY{second}"}


def test_the_numbers_are_the_digits_that_are_printed() -> None:
    """The exact value of a figure is its printed digits, and its unit is the indicator's."""
    for indicator in plan.indicators:
        assert indicator.baseline is not None
        for amount in (indicator.baseline.amount, indicator.targets[0].amount):
            if amount is not None:
                digits = "".join(re.findall(r"[\d.]", amount.printed))
                assert str(amount.number) == digits
                assert amount.unit == indicator.unit


def test_the_three_pillars_agree(facts: dict[str, Any]) -> None:
    """The topics of the axis are the 3本柱."""
    (axis,) = [axis for axis in plan.axes if axis.title == "3本柱"]
    assert [topic.title for topic in axis.topics] == facts["three_pillars"]


def test_the_figures_agree(facts: dict[str, Any]) -> None:
    """Recorded crimes with their years, then the survey's answers with their shares."""
    crimes = [one for one in plan.figures if one.group == "刑法犯認知件数"]
    answers = [one for one in plan.figures if one not in crimes]
    assert [
        {"year": print_period(one.period, style="era"), "value": str(one.amount)}  # type: ignore[arg-type]
        for one in crimes
    ] == facts["recorded_crimes"]
    assert [{"answer": one.title, "share": str(one.amount)} for one in answers] == facts["survey"]
    assert all(one.source and one.source.document == "monitor-survey" for one in answers)


def test_the_dates_of_the_laws_agree(facts: dict[str, Any]) -> None:
    """Each law of (4) 国の動き has the days that its passage names."""
    found: dict[str, set[str]] = {}
    for law in plan.laws:
        days = {day for day in (law.promulgated, law.in_force) if isinstance(day, Day)}
        if days:
            assert law.source is not None
            found[law.source.place] = {print_period(day, style="era") for day in days}
    expected = {row["heading"]: set(row["dates"]) for row in facts["laws"]}
    assert len(found) == len(expected)
    for heading, dates in expected.items():
        (place,) = [place for place in found if place.endswith(heading)]
        assert found[place] == dates


def words_of(thing: Any) -> Iterator[str]:
    """The plan's own words in *thing*: not titles, names, places and printed figures."""
    if isinstance(thing, str):
        if not thing.isascii():
            yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from words_of(one)
    elif attrs.has(type(thing)) and not isinstance(thing, Ref):
        skipped = {"place", "printed", "number", "prose", "translations"}
        if isinstance(thing, Entity):
            skipped |= {"title", "name"}
        for field in attrs.fields(type(thing)):
            if field.name not in skipped and field.eq:
                yield from words_of(getattr(thing, field.name))


def test_every_word_of_the_plan_has_english() -> None:
    """Whatever a report may show in English beside titles and prose is among the phrases."""
    (english,) = plan.translations
    known = {words for words, _ in english.phrases}
    used = set(words_of(plan)) | {level.word for level in plan.vocabulary}
    used |= {section.number for section in plan.sections}
    assert len(used) > 100
    assert used - known == set()


def test_the_example_works_under_another_name(checkout: Path, tmp_path: Path) -> None:
    """A copy of the package in a folder of another name gives the same plan."""
    shutil.copytree(checkout / "examples" / "hyogo_5th" / "hyogo_5th", tmp_path / "our_plan")
    code = "import our_plan; print(our_plan.plan.title, len(list(our_plan.plan.walk())))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.split()[-1] == str(8 + 30 + 11 + 22)
