"""The model says what the document says, keeps to itself what it does not, and is complete.

Replace the figures here by those of your own plan first, and let them fail:
what then passes is what you have carried over.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

import hyogo_5th
from hyogo_5th import plan
from planmodel import (
    AgainstBenchmark,
    Cumulative,
    FiscalYear,
    Measure,
    Node,
    NotStated,
    Stock,
    Window,
)

FOLDER = Path(hyogo_5th.__file__).parent
LEDGERS = {name: FOLDER / "observations" / f"{name}.csv" for name in ("actual", "synthetic")}
COLUMNS = ["indicator", "period", "value", "state", "known_on", "source", "note"]
MORE_COLUMNS = {"reported_as", "base", "synthetic"}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a ledger as they stand in the file."""
    with LEDGERS[name].open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_plan_is_what_its_cover_says() -> None:
    """Title, status, publisher and period are those of the document."""
    assert plan.title == "地域安全まちづくり推進計画 (第5期)"
    assert plan.status == "案"
    assert plan.issuer is not None
    assert plan.issuer.name == "兵庫県"
    assert plan.period == Window(FiscalYear(2019), FiscalYear(2021))


def test_the_outline_has_the_size_of_the_document() -> None:
    """8 行動, 30 行動の柱, 11 headings in brackets and 22 取組, all of these under 行動7."""
    words = [node.word for node in plan.walk()]
    counts = {word: words.count(word) for word in dict.fromkeys(words)}
    assert counts == {"行動": 8, "行動の柱": 30, "取組群": 11, "取組": 22}
    assert len(plan.measures(under="rehabilitation")) == 22


def test_numbers_are_printed_as_in_the_document() -> None:
    """A 行動, a 行動の柱, a heading in brackets and a 取組 look as they are printed."""
    way = plan.path("retention")
    assert [node.heading for node in way if isinstance(node, Node)] == [
        "行動7 更生支援と再犯防止対策を推進する",
        "イ 就労支援等の充実",
        "(保護観察対象者等への就労支援)",
        "■就職後の職場定着を支援",
    ]


def test_departments_stand_in_printed_order() -> None:
    """The 取組 with five departments names them as printed, and none of them leads."""
    measure = plan["acceptance"]
    assert isinstance(measure, Measure)
    assert [plan[ref].name for ref in measure.departments] == [
        "企画県民部",
        "健康福祉部",
        "産業労働部",
        "県土整備部",
        "教育委員会",
    ]
    assert all(node.lead is None for node in plan.walk())


def test_every_indicator_stands_at_an_action() -> None:
    """The 15 indicators are numbered ① to ⑮ and each hangs on exactly one 行動."""
    assert "".join(indicator.number for indicator in plan.indicators) == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
    for indicator in plan.indicators:
        (node,) = plan.nodes_of(indicator)
        assert node in plan.sections


def test_kinds_follow_the_print() -> None:
    """(累計) is a running total, everything else a level."""
    stocks = [one.number for one in plan.indicators if isinstance(one, Stock)]
    totals = [one.number for one in plan.indicators if isinstance(one, Cumulative)]
    assert "".join(stocks) == "①③④⑤⑧⑬"
    assert "".join(totals) == "②⑥⑦⑨⑩⑪⑫⑭⑮"


def test_increase_is_declared_on_the_ground_that_is_given() -> None:
    """Every numeric target lies above its baseline, and the other one says at least."""
    for indicator in plan.indicators:
        (target,) = indicator.targets
        assert indicator.direction == "increase"
        assert indicator.baseline is not None
        if isinstance(target, AgainstBenchmark):
            assert (indicator.number, target.side) == ("④", "at_least")
        else:
            assert target.value is not None
            assert indicator.baseline.value is not None
            assert target.value > indicator.baseline.value


def test_the_unexplained_mark_is_kept() -> None:
    """Both figures of ① carry the *, and no other figure does."""
    marks = {
        indicator.number: [
            amount.mark
            for amount in (
                indicator.baseline and indicator.baseline.amount,
                indicator.targets[0].amount,
            )
            if amount
        ]
        for indicator in plan.indicators
    }
    assert marks.pop("①") == ["*", "*"]
    assert {mark for pair in marks.values() for mark in pair} == {""}


def test_the_national_figure_is_a_series_of_its_own() -> None:
    """④ is held against the national average, of which the document prints the start."""
    indicator = next(one for one in plan.indicators if one.number == "④")
    (target,) = indicator.targets
    assert isinstance(target, AgainstBenchmark)
    (benchmark,) = indicator.benchmarks
    assert plan[target.benchmark] is benchmark
    assert benchmark.baseline is not None
    assert (benchmark.baseline.value, str(benchmark.baseline.amount)) == (
        Decimal("85.8"),
        "全国 85.8%",
    )


def test_what_is_not_stated_is_said_to_be_so() -> None:
    """The parent of a 課, the start of a count, a path, and 取組 outside 行動7 are not stated."""
    divisions = [one for one in plan.departments if one.category == "課"]
    assert len(divisions) == 8
    assert all(isinstance(one.parent, NotStated) for one in divisions)
    for indicator in plan.indicators:
        assert isinstance(indicator.path, NotStated)
        if isinstance(indicator, Cumulative):
            assert isinstance(indicator.counted_from, NotStated)
    pillars = [pillar for action in plan.sections for pillar in action.children]
    assert sum(pillar.not_stated("children") is not None for pillar in pillars) == 30 - 4
    about = {gap.about for gap in plan.gaps}
    assert {"plan", "crime-prevention-groups", "three-pillars"} <= about
    assert all(one == "plan" or one in plan for one in about)


def test_no_node_is_tagged_with_the_three_pillars() -> None:
    """The document does not say which 行動 serves which; its own groups of 行動 it does say."""
    tags = {section.number: [tag.topic.id for tag in section.tags] for section in plan.sections}
    everyone, targets = ["everyone"], ["target-groups"]
    assert list(tags.values()) == [everyone] * 2 + [targets] * 5 + [["surroundings"]]
    assert all(tag.basis == "stated" for section in plan.sections for tag in section.tags)


def test_the_national_issues_are_assigned_and_only_under_plain_headings() -> None:
    """The 取組 of ア, イ and ウ of action 7 carry one tag each that names who assigned it."""
    tagged = {node.id: node.tags for node in plan.walk() if node.tags and node not in plan.sections}
    plain = [
        m for pillar in ("understanding", "work", "services") for m in plan.measures(under=pillar)
    ]
    assert list(tagged) == [measure.id for measure in plain]
    for tags in tagged.values():
        (tag,) = tags
        assert tag.basis == "assigned"
        assert tag.by == "planmodelプロジェクト"
        assert tag.topic.id in {"national-2017-1", "national-2017-2", "national-2017-5"}


def test_every_organization_is_used_or_named_by_a_chapter() -> None:
    """Every department answers for something; every partner says where it is named."""
    for department in plan.departments:
        assert plan.measures(department) or plan.indicators_of(department), department
    assert all(partner.source and partner.category for partner in plan.partners)
    assert {one.name for one in plan.partners} >= {"県警", "市町", "区市町", "県市町", "国"}


def test_everything_says_where_it_stands() -> None:
    """Everything but the documents cites a place in one of them."""
    documents = {document.id for document in plan.documents}
    for thing in plan.index.entities.values():
        if thing.id not in documents:
            assert thing.source is not None, thing
            assert thing.source.place
            # The ready-made axis of the national plan brings its own source.
            assert thing.source.document in documents or thing.id.startswith("national-2017")
    for fact in (*plan.legal_bases, *plan.roles, *plan.relations, plan.governance):
        assert fact is not None
        assert fact.source is not None
        assert fact.source.document in documents


def test_every_node_is_described_and_everything_has_an_english_title() -> None:
    """Prose in both languages covers the plan and its nodes; titles cover all that has an id."""
    nodes = ["plan", *(node.id for node in plan.walk())]
    assert [text.of for text in plan.prose] == nodes
    (english,) = plan.translations
    assert english.language == "en"
    assert [key for key, _ in english.prose] == nodes
    titled = {"plan" if key == plan.id else key for key in plan.index.entities}
    assert {key for key, _ in english.titles} == titled
    assert all(words.isascii() for _, words in (*english.titles, *english.prose))


def test_units_levels_and_absences_have_english() -> None:
    """Units, level words, categories, roles and what is not stated are among the phrases."""
    (english,) = plan.translations
    known = {words for words, _ in english.phrases}
    used = {indicator.unit for indicator in plan.indicators}
    used |= {level.word for level in plan.vocabulary}
    used |= {words for it in plan.partners for words in (it.category, it.role) if words}
    used |= {words for role in plan.roles for words in (role.actor, role.text)}
    used |= {words for gap in plan.gaps for words in (gap.what, gap.reason)}
    assert used - known == set()


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_has_the_columns_and_knows_its_series(name: str) -> None:
    """The seven columns come first, and every row is of an indicator or a benchmark."""
    found = rows(name)
    columns = list(found[0])
    assert columns[:7] == COLUMNS
    assert set(columns[7:]) <= MORE_COLUMNS
    series = {one.id for it in plan.indicators for one in (it, *it.benchmarks)}
    assert {row["indicator"] for row in found} <= series
    assert all(row["source"] and row["known_on"] for row in found)


def test_what_is_real_and_what_is_made_up_stand_apart() -> None:
    """The real ledger holds the one published value; every row of the other one is marked."""
    (row,) = rows("actual")
    assert (row["indicator"], row["period"], row["value"]) == (
        "bullying-resolution",
        "FY2020",
        "67.5",
    )
    assert row["known_on"] == "2021-10-14"
    assert "synthetic" not in row
    made_up = rows("synthetic")
    assert all(one["synthetic"] == "true" for one in made_up)
    assert {one["source"] for one in made_up} == {"合成データ（例示のための架空の値）"}


def test_the_made_up_ledger_covers_every_series_and_year() -> None:
    """All 15 indicators and the national average have a row for FY2018 to FY2021."""
    made_up = rows("synthetic")
    pairs = {(row["indicator"], row["period"]) for row in made_up}
    series = [one.id for it in plan.indicators for one in (it, *it.benchmarks)]
    assert pairs == {(one, f"FY{year}") for one in series for year in range(2018, 2022)}
    assert {row["state"] for row in made_up} == {"final", "provisional", "revised"}
    assert {row["value"] for row in made_up if not row["value"].replace(".", "").isdigit()} == {
        "集計中",
        "未公表",
    }


def test_the_made_up_ledger_shows_what_the_readme_promises() -> None:
    """By FY2021 these are reached, ⑬ lies below its baseline, and ④ lost and won again."""
    shown: dict[str, dict[str, Decimal]] = {}
    for row in rows("synthetic"):
        if row["value"].replace(".", "").isdigit():
            shown.setdefault(row["indicator"], {})[row["period"]] = Decimal(row["value"])
    reached = ""
    for indicator in plan.indicators:
        values = shown[indicator.id]
        last = values.get("FY2021")
        goal = indicator.targets[0].value
        if goal is not None and last is not None and indicator.id != "abuse-response-training":
            reached += indicator.number if last >= goal else ""
    assert reached == "②③⑤⑥⑧⑪⑫⑭"
    managers = plan["crime-prevention-managers"]
    assert isinstance(managers, Stock)
    assert managers.baseline is not None
    assert managers.baseline.value is not None
    assert shown[managers.id]["FY2021"] < managers.baseline.value
    own, national = shown["bullying-resolution"], shown["national-bullying-resolution"]
    assert [own[year] >= national[year] for year in sorted(own)] == [True, True, False, True]
    increments = sum(shown["abuse-response-training"].values())
    assert 9341 + increments < 18341
