"""Rules about ids, organizations and the outline: the cases that a simple rule gets wrong."""

from __future__ import annotations

from typing import Any

import pytest

from planmodel import (
    Action,
    AgainstBenchmark,
    AllOf,
    AtMost,
    Axis,
    Benchmark,
    Citation,
    Day,
    Department,
    FiscalYear,
    Gap,
    Implementation,
    Law,
    LegalBasis,
    Measure,
    MeasureGroup,
    NotStated,
    Observations,
    Partner,
    Pillar,
    Plan,
    Prose,
    Ref,
    Relation,
    Relisted,
    Role,
    Section,
    Stock,
    Tag,
    Topic,
    Translation,
    check,
)

YEAR = FiscalYear(2021)
OPEN = NotStated("抜粋に記載なし")
GONE: Ref[Department] = Ref("department", "x")
DESK: Ref[Department] = Ref("department", "d")


def found(code: str, observations: Observations | None = None, **fields: Any) -> list[str]:
    """What one rule finds about in a plan of these fields, and that no rule fails."""
    plan = Plan("plan", "計画", **({"period": YEAR} | fields))
    findings = check(plan, observations, select=[code, "PM003"])
    assert [it for it in findings if it.code != code] == []
    return [it.about for it in findings]


class TestDanglingReferences:
    """PM101 follows every kind of pointer."""

    @pytest.mark.parametrize(
        ("about", "fields"),
        [
            ("d", {"departments": [Department("d", "課", parent=GONE)]}),
            ("d", {"departments": [Department("d", "課", succeeds=[GONE])]}),
            ("a", {"sections": [Action("a", "行動", lead=GONE)[OPEN]]}),
            ("a", {"sections": [Action("a", "行動", partners=[Ref("partner", "x")])[OPEN]]}),
            ("a", {"sections": [Action("a", "行動", measured_by=[Ref("indicator", "x")])[OPEN]]}),
            ("plan", {"measured_by": [Ref("indicator", "x")]}),
            ("i", {"indicators": [Stock("i", "数", unit="件", department=GONE)]}),
            ("i", {"indicators": [Stock("i", "数", unit="件", co_departments=[GONE])]}),
            ("i", {"indicators": [Stock("i", "数", unit="件", numerator=Ref("indicator", "x"))]}),
            ("i", {"indicators": [Stock("i", "数", unit="件", denominator=Ref("indicator", "x"))]}),
            ("plan", {"legal_bases": [LegalBasis(Law("x", "条例"))]}),
            ("plan", {"relations": [Relation("split_into", "別計画", of="x")]}),
            ("plan", {"source": Citation("第1章", document="x")}),
            ("plan", {"roles": [Role("県", "支援する", source=Citation("5", document="x"))]}),
            ("d", {"departments": [Department("d", "課", source=Citation("6", document="x"))]}),
        ],
    )  # fmt: skip
    def test_every_pointer(self, about: str, fields: dict[str, Any]) -> None:
        """Each is found once, about the thing that points."""
        assert found("PM101", **fields) == [about]

    def test_benchmarks_of_old_versions_too(self) -> None:
        """A revised target is still needed to judge earlier years."""
        import datetime as dt

        gone = Ref[Any]("benchmark", "x")
        old = AgainstBenchmark(gone, YEAR, revises=AllOf(gone, YEAR), decided=dt.date(2020, 1, 1))
        new = AtMost(5, YEAR, revises=old, decided=dt.date(2021, 1, 1))
        assert found("PM101", indicators=[Stock("i", "数", unit="件", targets=[new])]) == ["i", "i"]

    def test_the_wrong_kind(self) -> None:
        """A partner is no department, though the id is there."""
        fields = {
            "partners": [Partner("police", "警察")],
            "sections": [Action("a", "行動", departments=[Ref("department", "police")])[OPEN]],
        }
        assert found("PM101", **fields) == ["a"]
        (finding,) = check(Plan("plan", "計画", period=YEAR, **fields), select="PM101")  # type: ignore[arg-type]
        assert "that is no department but a partner" in str(finding)

    def test_only_some_suggestions_are_looked_for(self) -> None:
        """A plan full of dangling ids is checked without comparing all with all."""
        desk = Department("desk", "窓口課")
        sections = [
            Action(f"a{n}", "行動", departments=[Ref("department", f"dsek{n}")])[OPEN]
            for n in range(30)
        ]
        plan = Plan("plan", "計画", period=YEAR, departments=[desk], sections=sections)
        hints = [str(it.hint) for it in check(plan, select="PM101")]
        assert 0 < sum("did you mean" in hint for hint in hints) < 30
        assert "" not in hints


class TestDuplicates:
    """PM102 and PM103 tell ids from numbers, and numbers from bullets."""

    def test_one_object_in_two_places(self) -> None:
        """The same measure under two sections is listed twice, not re-listed."""

        class Plain(Section[Measure], word="節", numbering=""):
            """A level without numbers."""

        shared = Measure("m", "巡回")
        assert found("PM102", sections=[Plain("a", "A")[shared], Plain("b", "B")[shared]]) == ["m"]
        desk = Department("d", "課")
        assert found("PM102", departments=[desk, desk]) == ["d"]

    def test_the_same_section_twice(self) -> None:
        """An id that stands three times is reported twice."""
        again = [Action("a", title)[OPEN] for title in ("見守り", "啓発", "支援")]
        assert found("PM102", sections=again) == ["a", "a"]

    def test_across_kinds(self) -> None:
        """A department and an indicator share one space of ids, and so does the plan."""
        fields = {
            "departments": [Department("x", "課"), Department("plan", "課")],
            "indicators": [Stock("x", "数", unit="件")],
        }
        assert found("PM102", **fields) == ["plan", "x"]

    def test_plan_means_the_plan(self) -> None:
        """A thing called plan in a plan of another id is taken for the plan in texts."""
        plan = Plan("plan-5", "計画", period=YEAR, departments=[Department("plan", "企画課")])
        assert [it.about for it in check(plan, select="PM102")] == ["plan"]

    def test_bullets_are_no_numbers(self) -> None:
        """■ stands before every measure."""
        measures = [
            Measure("m", "巡回"),
            Measure("n", "声かけ", number="●"),
            Measure("o", "x", number="●"),
        ]
        assert (
            found("PM103", sections=[Action("a", "見守り")[measures[0], measures[1], measures[2]]])
            == []
        )

    def test_a_number_given_by_hand_that_another_gets_by_position(self) -> None:
        """The second of two is 行動2 by position, and the first by hand."""
        sections = [Action("a", "見守り", number="行動2")[OPEN], Action("b", "啓発")[OPEN]]
        assert found("PM103", sections=sections) == ["b"]

    def test_the_same_number_under_two_parents(self) -> None:
        """ア stands under every action."""
        sections = [
            Action(key, "行動")[Pillar(f"{key}1", "柱")[OPEN], Pillar(f"{key}2", "柱")[OPEN]]
            for key in ("a", "b")
        ]
        assert found("PM103", sections=sections) == []

    def test_a_number_that_runs_through_the_plan(self) -> None:
        """施策1 stands once in the whole plan, whatever it stands under."""

        class Policy(Section[Measure], word="施策", numbering="施策{running}"):
            """Numbered through the plan."""

        class Goal(Section[Policy], word="目標", numbering="1"):
            """A goal."""

        sections = [
            Goal("a", "A")[Policy("p", "P")[OPEN]],
            Goal("b", "B")[Policy("q", "Q", number="施策1")[OPEN]],
        ]
        assert found("PM103", sections=sections) == ["q"]

    def test_indicators_and_topics(self) -> None:
        """① may stand once in each place."""
        one, two = (Stock(key, "数", unit="件", number="①") for key in ("i", "j"))
        assert found("PM103", indicators=[one, two]) == ["j"]
        apart = [
            Action("a", "行動", measured_by=[one])[OPEN],
            Action("b", "行動", measured_by=[two])[OPEN],
        ]
        assert found("PM103", indicators=[one, two], sections=apart) == []
        topics = (Topic("s", "就労", number="1"), Topic("t", "住居", number="1"))
        assert found("PM103", axes=[Axis("x", "重点課題", topics=topics)]) == ["t"]


class TestOrganizations:
    """PM104, PM105, PM106, PM110 and PM111."""

    def test_a_cycle_is_reported_once(self) -> None:
        """Two cycles and a branch into one of them are two findings."""

        def under(key: str, parent: str) -> Department:
            return Department(key, key, parent=Ref("department", parent))

        ring = [under("a", "b"), under("b", "c"), under("c", "a")]
        other = [under("d", "e"), under("e", "d"), under("f", "a")]
        assert found("PM104", departments=[*ring, *other]) == ["a", "d"]
        assert found("PM104", departments=[under("a", "x"), Department("b", "b")]) == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"sections": [Action("a", "行動", departments=[DESK])[OPEN]]},
            {"sections": [Action("a", "行動", lead=DESK)[OPEN]]},
            {"indicators": [Stock("i", "数", unit="件", department=DESK)]},
            {"indicators": [Stock("i", "数", unit="件", co_departments=[DESK])]},
            {
                "indicators": [
                    Stock(
                        "i", "数", unit="件", parts=(Stock("p", "内", unit="件", department=DESK),)
                    )
                ]
            },
            {"roles": [Role("窓口課", "取りまとめる")]},
        ],
    )
    def test_every_way_of_being_named(self, fields: dict[str, Any]) -> None:
        """A department that is named anywhere is not unused, nor idle."""
        departments = [Department("d", "窓口課")]
        assert found("PM105", departments=departments, **fields) == []
        assert found("PM106", departments=departments, **fields) == []

    def test_one_who_reports_is_named(self) -> None:
        """An implementation record names the department that sent it."""
        ledger = Observations(implementations=[Implementation("m", YEAR, department="d")])
        departments = [Department("d", "窓口課")]
        assert found("PM105", departments=departments) == ["d"]
        assert found("PM105", ledger, departments=departments) == []

    def test_a_partner_with_a_role_has_its_place(self) -> None:
        """One without is reported, unless a node names it."""
        partners = [Partner("p", "県警", role="情報を提供する"), Partner("q", "保護観察所")]
        assert found("PM105", partners=partners) == ["q"]
        named = [Action("a", "行動", partners=[partners[1]])[OPEN]]
        assert found("PM105", partners=partners, sections=named) == []

    def test_a_division_whose_sections_act_is_not_idle(self) -> None:
        """Nor is a department whose successor acts."""
        division = Department("division", "部")
        section = Department("section", "課", parent=division)
        old = Department("old", "旧課")
        new = Department("new", "新課", succeeds=[old])
        everyone = [division, section, old, new]
        acting = [Action("a", "行動", departments=[section, new])[OPEN]]
        assert found("PM106", departments=everyone, sections=acting) == []
        assert found("PM106", departments=everyone) == ["division", "old"]
        assert found("PM105", departments=everyone) == ["section", "new"]

    def test_days_of_a_department(self) -> None:
        """One that ends in the middle of the plan exists while it runs."""
        for valid, expected in (
            ({"valid_to": Day("2021-03-31")}, ["a"]),
            ({"valid_to": Day("2021-04-01")}, []),
            ({"valid_from": Day("2022-03-31")}, []),
            ({"valid_from": Day("2022-04-01")}, ["a"]),
        ):
            desk = Department("d", "課", **valid)
            sections = [Action("a", "行動", departments=[desk], lead=desk)[OPEN]]
            assert found("PM110", departments=[desk], sections=sections) == expected

    def test_departments_that_succeed_each_other(self) -> None:
        """The pair is reported once."""
        pair = [
            Department("a", "A", succeeds=[Ref("department", "b")]),
            Department("b", "B", succeeds=[Ref("department", "a")]),
        ]
        assert found("PM111", departments=pair) == ["a"]


class TestOutline:
    """PM107, PM108, PM109, PM112 and PM202."""

    def test_not_stated_is_not_empty(self) -> None:
        """A section that only lists again is not empty either."""
        sections = [
            Action("a", "行動")[OPEN],
            Action("b", "行動")[Measure("m", "取組")],
            Action("c", "行動")[Relisted(Ref("node", "m"))],
            Action("d", "行動")[Pillar("e", "柱")],
        ]
        assert found("PM107", sections=sections) == ["e"]
        assert found("PM107", sections=OPEN) == []
        assert found("PM107", indicators=[Stock("i", "数", unit="件")]) == []

    def test_relisting(self) -> None:
        """Owned elsewhere is right; nowhere, here already, twice, or above is wrong."""
        m = Measure("m", "取組")
        here = Action("a", "行動")[m, Relisted(m)]
        twice = Action("b", "行動")[Relisted(m), Relisted(m)]
        above = Action("c", "行動")[Pillar("p", "柱")[Relisted(Ref("node", "c"))]]
        right = Action("e", "行動")[Relisted(m)]
        assert found("PM108", sections=[here, twice, above, right]) == ["a", "b", "p"]
        assert found("PM108", sections=[right]) == ["e"]
        assert found("PM108", departments=[Department("m", "課")], sections=[right]) == ["e"]

    def test_an_axis_is_no_topic(self) -> None:
        """The axis itself cannot be given to a node."""
        axis = Axis("x", "3本柱", topics=(Topic("t", "防犯"),))
        wrong = Tag(Ref("topic", "x"))
        assert found("PM109", axes=[axis], tags=[wrong, Tag(axis.topics[0])]) == ["plan"]

    def test_what_is_left_undecided(self) -> None:
        """Every place and gap is looked at, in both languages; other reasons are let through."""
        later = NotStated("To be decided by the council")
        unknown = NotStated("未定（9月に決定）")
        fields: dict[str, Any] = {
            "published": later,
            "departments": [Department("d", "課", parent=unknown)],
            "indicators": [
                Stock("i", "数", unit="件", baseline=unknown, targets=[AtMost(unknown, later)])
            ],
            "sections": [Action("a", "行動", lead=OPEN)[later]],
            "gaps": [Gap("a", "連携先", "未定"), Gap("plan", "体制", "抜粋にない")],
        }
        about = found("PM112", **fields)
        assert sorted(about) == ["a", "a", "d", "i", "i", "i", "plan"]

    def test_indicators_below_count(self) -> None:
        """A pillar that is measured measures its action; a bare action hides its pillars."""
        i = Stock("i", "数", unit="件")
        sections = [
            Action("a", "行動")[Pillar("p", "柱", measured_by=[i])[OPEN], Pillar("q", "柱")],
            Action("b", "行動")[Pillar("r", "柱"), Pillar("s", "柱")],
        ]
        assert sorted(found("PM202", indicators=[i], sections=sections)) == ["b", "q"]

    def test_a_level_without_any_is_said_once(self) -> None:
        """Where actions are measured and no pillar is, the plan is told."""
        i = Stock("i", "数", unit="件")
        group = MeasureGroup("g", "見出し")[Measure("m", "取組")]
        sections = [
            Action("a", "行動", measured_by=[i])[Pillar("p", "柱")[group], Pillar("q", "柱")],
        ]
        assert found("PM202", indicators=[i], sections=sections) == ["plan"]

    def test_what_is_not_stated_may_have_one(self) -> None:
        """Nothing is said of a section whose contents the document does not print."""
        sections = [Action("a", "行動")[OPEN], Action("b", "行動")[Pillar("p", "柱")[OPEN]]]
        assert found("PM202", sections=sections) == []


class TestWords:
    """PM401 and PM402."""

    def test_every_language_is_looked_at(self) -> None:
        """Titles, names and descriptions, in every language that there is."""
        fields: dict[str, Any] = {
            "departments": [Department("d", "課")],
            "prose": [Prose("d", "窓口である。")],
            "translations": [
                Translation("en", titles=(("plan", "Plan"), ("d", "Desk"))),
                Translation("ko", titles=(("d", "과"),), prose=(("d", "창구"),)),
            ],
        }
        assert found("PM401", **fields) == ["plan", "d"]

    def test_a_plan_without_translations(self) -> None:
        """It is told once; a plan in English needs none."""
        assert found("PM401", sections=[Action("a", "行動")[OPEN]]) == ["plan"]
        assert found("PM401", language="en", sections=[Action("a", "Act")[OPEN]]) == []

    def test_words_about_nothing(self) -> None:
        """Prose, translations and gaps; the plan itself may be called plan."""
        plan = Plan(
            "plan-5",
            "計画",
            period=YEAR,
            prose=[Prose("plan", "x"), Prose("plan-5", "x"), Prose("x", "x"), Prose("x", "y")],
            translations=[Translation("en", titles=(("y", "Y"),), prose=(("y", "Y"),))],
            gaps=[Gap("z", "月", "空欄"), Gap("plan", "月", "空欄")],
        )
        assert [it.about for it in check(plan, select="PM402")] == ["x", "y", "z"]

    def test_benchmarks_are_things_too(self) -> None:
        """A benchmark has a title to translate."""
        series = Benchmark("n", "全国")
        fields: dict[str, Any] = {
            "indicators": [Stock("i", "数", unit="件", benchmarks=(series,))],
            "translations": [Translation("en", titles=(("plan", "P"), ("i", "I")))],
        }
        assert found("PM401", **fields) == ["n"]
