"""Running the rules: which ones, what the plan ignores, and that nothing stops a check."""

from __future__ import annotations

import datetime as dt
import time
from typing import cast

import pytest

from planmodel import (
    Action,
    AtLeast,
    Department,
    FiscalYear,
    Ignore,
    Measure,
    NotStated,
    Observation,
    Observations,
    Plan,
    Ref,
    Stock,
    check,
    explain,
)
from planmodel.checks import registry, run
from planmodel.checks.look import Look
from planmodel.checks.rule import Rule, hit
from planmodel.errors import UsageError
from planmodel.text import say

YEAR = FiscalYear(2021)


def plan(*, ignores: tuple[Ignore, ...] = (), **more: object) -> Plan:
    """A plan with two empty actions and a department that does nothing."""
    fields: dict[str, object] = {
        "period": YEAR,
        "departments": [Department("idle", "総務課")],
        "sections": [Action("a", "見守り"), Action("b", "啓発")],
        "ignores": ignores,
    } | more
    return Plan("plan-5", "計画", **fields)  # type: ignore[arg-type]


def codes(*findings: object, **more: object) -> list[str]:
    """The codes that a check of a plan gives."""
    return [it.code for it in check(*findings, **more)]  # type: ignore[arg-type]


def test_findings_come_gravest_first() -> None:
    """The result is a sorted tuple, and the same every time."""
    found = check(plan())
    assert isinstance(found, tuple)
    assert list(found) == sorted(found)
    assert check(plan()) == found
    assert codes(plan()) == ["PM105", "PM107", "PM107", "PM202"]


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("PM107", ["PM107", "PM107"]),
        (["empty-level"], ["PM107", "PM107"]),
        (["PM2"], ["PM202"]),
        (["PM2", "unused-organization"], ["PM105", "PM202"]),
        ([], []),
        (["missing-translation"], ["PM401"]),
        (["PM4"], []),
        (["PM4", "PM401"], ["PM401"]),
    ],
)
def test_rules_are_selected_by_code_name_or_beginning(
    select: str | list[str], expected: list[str]
) -> None:
    """A rule that must be asked for runs only when its own code or name is given."""
    assert codes(plan(), select=select) == expected


def test_rules_can_be_left_out() -> None:
    """``ignore`` is written as ``select`` is, and wins."""
    assert codes(plan(), ignore="PM107") == ["PM105", "PM202"]
    assert codes(plan(), select=["PM1"], ignore=["empty-level"]) == ["PM105"]
    assert codes(plan(), select=iter(["PM1"]), ignore=iter(["empty-level"])) == ["PM105"]


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    """All misspelled names are named at once."""
    with pytest.raises(UsageError) as caught:
        check(plan(), select=["emty-level"], ignore=["PM999x"])
    assert len(caught.value.problems) == 2
    assert "did you mean empty-level?" in str(caught.value)
    with pytest.raises(UsageError, match="did you mean PM"):
        explain("PM10")


def test_what_is_no_plan_is_refused() -> None:
    """A path where a plan should stand is a mistake of the caller."""
    with pytest.raises(UsageError, match="str is no plan"):
        check(cast("Plan", "plan.json"))


def test_an_explanation_is_found_in_any_case_of_letters() -> None:
    """``explain pm107`` is what a person types."""
    assert explain("pm107", "ja") == explain("Empty-Level", "ja")
    assert explain("PM107").startswith("PM107 empty-level (warning)\n")


class TestIgnores:
    """A plan can switch a rule off, with a reason."""

    def test_at_one_place(self) -> None:
        """The other place is still reported."""
        found = check(plan(ignores=(Ignore("PM107", "別冊にある", at="a"),)), select="PM1")
        assert [(it.code, it.about) for it in found] == [("PM105", "idle"), ("PM107", "b")]

    def test_in_the_whole_plan_and_by_name(self) -> None:
        """Without a place, nothing of that rule is left."""
        assert codes(plan(ignores=(Ignore("empty-level", "別冊にある"),)), select="PM1") == [
            "PM105"
        ]

    def test_one_that_matches_nothing_is_itself_a_finding(self) -> None:
        """It names the rule and the place."""
        found = check(plan(ignores=(Ignore("PM107", "別冊にある", at="c"),)))
        (unused,) = [it for it in found if it.code == "PM001"]
        assert (unused.about, unused.severity) == ("c", "info")

    def test_one_behind_another_is_not_reported(self) -> None:
        """Of two for one place, the first is used; the second one is not."""
        twice = (Ignore("PM107", "別冊にある"), Ignore("PM107", "別冊にある", at="a"))
        found = check(plan(ignores=twice), select=["PM0", "PM107"])
        assert found == ()

    def test_one_of_a_rule_that_was_not_run_is_not_called_unused(self) -> None:
        """Whether it matches could not be seen."""
        ignores = (Ignore("PM301", "旧指標"), Ignore("PM401", "訳は要らない"), Ignore("PM107", "x"))
        assert "PM001" not in codes(plan(ignores=ignores), ignore="PM107")
        assert "PM001" in codes(plan(ignores=ignores), Observations(), ignore="PM107")

    def test_an_unknown_code_gets_a_suggestion(self) -> None:
        """A misspelled ignore is a warning."""
        found = check(plan(ignores=(Ignore("emty-level", "別冊にある"),)), select=["PM002"])
        assert [(it.code, str(it.hint)) for it in found] == [("PM002", "did you mean empty-level?")]

    def test_findings_about_ignores_can_be_ignored(self) -> None:
        """A plan may keep an ignore for later."""
        ignores = (Ignore("PM304", "次年度から", at="a"), Ignore("unused-ignore", "準備中"))
        assert "PM001" not in codes(plan(ignores=ignores), Observations())

    def test_a_reason_is_needed(self) -> None:
        """Nothing is switched off silently."""
        with pytest.raises(ValueError, match="for a reason"):
            Ignore("PM107", " ")


class TestDays:
    """Nothing known later than the day is looked at."""

    def test_observations(self) -> None:
        """A row of an unknown series is found only once it is known."""
        row = Observation("gruops", FiscalYear(2020), "2件", known_on=dt.date(2021, 10, 14))
        ledger = Observations([row])
        before, after = dt.date(2021, 10, 13), dt.date(2021, 10, 14)
        assert "PM301" not in codes(plan(), ledger, known_by=before)
        assert "PM301" in codes(plan(), ledger, known_by=after)
        assert "PM301" in codes(plan(), ledger)

    def test_targets(self) -> None:
        """A revised target is looked at from its decision on."""
        first = AtLeast("100件", FiscalYear(2030))
        revised = AtLeast("100件", YEAR, decided=dt.date(2021, 5, 1), because="誤記", revises=first)
        thing = Stock("s", "数", unit="件", department=NotStated("-"), targets=[revised])
        whole = plan(indicators=[thing])
        assert "PM206" in codes(whole, known_by=dt.date(2021, 4, 30))
        assert "PM206" not in codes(whole, known_by=dt.date(2021, 5, 1))

    def test_a_target_that_did_not_exist_is_no_target(self) -> None:
        """Before its decision there is nothing to compare."""
        late = AtLeast("100件", FiscalYear(2030), decided=dt.date(2021, 5, 1))
        thing = Stock("s", "数", unit="件", department=NotStated("-"), targets=[late])
        assert "PM206" not in codes(plan(indicators=[thing]), known_by=dt.date(2020, 1, 1))


class TestNothingStopsACheck:
    """A check never raises on a plan."""

    def test_a_rule_that_fails_is_a_finding(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What it found before stays, and the other rules run."""

        def scan(look: Look):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a stranger's rule
            yield hit(look.plan, say("first", "一つ目"))
            raise KeyError("x")

        whole = dict.fromkeys(("What it does",), "x")
        broken = Rule("XX001", "broken", "info", say("x", "x"), scan, whole, {})
        monkeypatch.setattr(run, "all_rules", lambda: (*registry.all_rules(), broken))
        found = check(plan(), select=["PM105", "XX001"])
        assert [it.code for it in found] == ["PM003", "PM105", "XX001"]
        assert "KeyError: 'x'" in str(found[0])

    def test_it_cannot_be_ignored(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A plan cannot hide that it was not looked at."""

        def scan(_look: Look):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a stranger's rule
            raise ValueError

        broken = Rule("XX001", "broken", "info", say("x", "x"), scan, {}, {})
        monkeypatch.setattr(run, "all_rules", lambda: (*registry.all_rules(), broken))
        whole = plan(ignores=(Ignore("PM003", "見ない"),))
        assert "PM003" in codes(whole, select=["XX001"])

    def test_hostile_words_stay_on_one_short_line(self) -> None:
        """A title of 10,000 characters with control signs makes no long or broken line."""
        title = "<script>\n=cmd|'/c'!A1 {0} {title} %s \u202e\x9b[31m" + "長" * 10_000
        whole = plan(sections=[Action("a", title)])
        line = next(str(it) for it in check(whole) if it.code == "PM107")
        assert "\n" not in line
        assert "\x9b" not in line
        assert "\u202e" not in line
        assert len(line) < 400

    def test_an_empty_plan_is_checked(self) -> None:
        """A plan with nothing in it has one finding."""
        assert codes(Plan("p", "計画", period=NotStated("-"))) == ["PM107"]

    def test_cycles_end(self) -> None:
        """Departments under each other stop no rule."""
        ring = [
            Department(f"d{n}", f"課{n}", parent=Ref("department", f"d{(n + 1) % 5}"))
            for n in range(5)
        ]
        assert codes(plan(departments=ring), select=["PM003", "PM104"]) == ["PM104"]


def big(count: int, *, wrong: bool) -> Plan:
    """A plan with *count* indicators, each of which points nowhere if *wrong*."""
    desk = Department("desk", "窓口課")
    named = Ref[Department]("department", "dseks") if wrong else desk.ref
    return Plan(
        "big",
        "計画",
        period=YEAR,
        departments=[desk, *(Department(f"d{n}", f"課{n}") for n in range(count))],
        indicators=[
            Stock(f"i{n}", "数", unit="件", department=named, targets=[AtLeast(n, YEAR)])
            for n in range(count)
        ],
        sections=[
            Action(f"a{n}", "行動", measured_by=[Ref("indicator", f"i{n}")])[
                Measure(f"m{n}", "取組", departments=[desk])
            ]
            for n in range(count)
        ],
    )


@pytest.mark.slow
@pytest.mark.parametrize("wrong", [False, True])
def test_a_check_takes_linear_time(*, wrong: bool) -> None:
    """Ten times the plan takes well below a hundred times as long, also where all is wrong."""
    times: list[float] = []
    for count in (500, 5_000):
        whole = big(count, wrong=wrong)
        start = time.process_time()
        check(whole, Observations())
        times.append(time.process_time() - start)
    assert times[1] < 30 * max(times[0], 0.02)
