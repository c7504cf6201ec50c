"""The plan: look-ups, words in other languages, and being a value."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    Action,
    AtLeast,
    Axis,
    Baseline,
    Benchmark,
    Citation,
    Department,
    Document,
    FiscalYear,
    Flow,
    Law,
    Measure,
    NotStated,
    Partner,
    Pillar,
    Plan,
    Prose,
    Ref,
    Stock,
    Topic,
    Translation,
    Window,
    evolve,
)
from planmodel.errors import ModelError, UnknownIdError, UsageError

YEAR = FiscalYear(2021)


def plan(**more: Any) -> Plan:
    """A small plan with one of most things."""
    division = Department("division", "企画県民部")
    desk = Department("desk", "地域安全課", parent=division)
    police = Partner("police", "県警", category="警察")
    national = Benchmark("national", "全国", unit="%")
    part = Stock("part", "うち女性", unit="%")
    rate = Stock(
        "rate", "解消率", unit="%", department=desk, benchmarks=[national], parts=[part],
        baseline=Baseline("89.0%", FiscalYear(2017)), targets=[AtLeast("90%", YEAR)],
    )  # fmt: skip
    budget = Flow("budget", "予算", unit="千円", co_departments=[desk])
    fields: dict[str, Any] = {
        "period": Window(FiscalYear(2019), YEAR),
        "departments": [division, desk],
        "partners": [police],
        "indicators": [rate, budget],
        "measured_by": [budget],
        "axes": [Axis("pillars", "3本柱", topics=[Topic("support", "活動の支援")])],
        "laws": [Law("ordinance", "地域安全まちづくり条例")],
        "documents": [Document("extract", "抜粋")],
        "source": Citation("表紙", document="extract"),
        "prose": [Prose("a", "地域で見守る。"), Prose("plan", "全体の説明。")],
        "translations": [
            Translation(
                "en",
                titles={"plan": "Safety plan", "a": "Watching over", "desk": "Safety section"},
                prose={"a": "Neighbors watch."},
                phrases={"千円": "thousand yen"},
            )
        ],
        "sections": [
            Action("a", "見守り", measured_by=[rate])[
                Pillar("p", "柱")[
                    Measure("m", "巡回", departments=[desk], partners=[police]),
                    Measure("n", "声かけ", lead=division),
                ],
            ],
            Action("b", "啓発")[NotStated("抜粋に記載なし")],
        ],
    }
    return Plan("safety", "安全計画", **(fields | more))


class TestLookUps:
    """Everything is found by id, pointer or thing, and asked the other way round."""

    def test_by_id_pointer_and_thing(self) -> None:
        """All three give the same object, of its own type."""
        it = plan()
        desk = it.departments[1]
        assert it["desk"] is it[desk.ref] is it[desk] is desk
        assert it["safety"] is it
        assert it["part"] is it.indicators[0].parts[0]
        assert it["national"] is it.indicators[0].benchmarks[0]
        assert it["support"].ref_kind == "topic"

    def test_an_older_version_finds_the_present_one(self) -> None:
        """A pointer is an id."""
        it = plan()
        renamed = evolve(it.departments[1], name="旧課名")
        assert it[renamed].name == "地域安全課"

    def test_an_unknown_id_gets_a_suggestion(self) -> None:
        """A KeyError with a sentence."""
        with pytest.raises(
            UnknownIdError, match=r"there is no 'dsek' in the plan. did you mean desk"
        ) as caught:
            _ = plan()["dsek"]
        assert isinstance(caught.value, KeyError)

    def test_the_wrong_kind(self) -> None:
        """A pointer says what it means."""
        with pytest.raises(UnknownIdError, match="'desk' is a department, not a partner"):
            _ = plan()[Ref[Partner]("partner", "desk")]

    def test_what_is_no_id(self) -> None:
        """Going through a plan like through a list gets a hint."""
        wrong: Any = plan()
        with pytest.raises(UsageError, match=r"plan.walk\(\)"):
            list(wrong)

    def test_whether_it_is_there(self) -> None:
        """By id, and by kind and id."""
        it = plan()
        assert "m" in it
        assert it["m"] in it
        assert "x" not in it
        assert Ref[Partner]("partner", "m") not in it

    def test_parents_and_paths(self) -> None:
        """Of nodes, indicators, parts, topics and departments; the plan is on top."""
        it = plan()
        assert it.parent("m") == it["p"]
        assert it.parent("a") is it
        assert it.parent("safety") is None
        assert it.parent("rate") is it
        assert it.parent("part") == it["rate"]
        assert it.parent("support") == it["pillars"]
        assert it.parent("desk") == it["division"]
        assert it.parent("division") is None
        assert [one.id for one in it.path("m")] == ["a", "p", "m"]
        assert [one.id for one in it.path("desk")] == ["division", "desk"]

    def test_departments_in_a_circle_end(self) -> None:
        """A finding for the checks, and no endless loop for a look-up."""
        ring = [
            Department(key, key, parent=Ref("department", above))
            for key, above in (("x", "y"), ("y", "z"), ("z", "x"))
        ]
        it = plan(departments=ring, indicators=[], measured_by=[], sections=[])
        assert [one.id for one in it.path("x")] == ["z", "y", "x"]

    def test_indicators_of_nodes_and_departments(self) -> None:
        """Also those of the plan, and those one shares in."""
        it = plan()
        rate, budget = it.indicators
        assert it.indicators_of("a") == (rate,)
        assert it.indicators_of(it) == (budget,)
        assert it.indicators_of("desk") == (rate, budget)
        assert it.indicators_of("police") == ()
        assert it.nodes_of(rate) == (it["a"],)
        assert it.nodes_of("budget") == (it,)

    def test_measures_by_department_and_place(self) -> None:
        """A lead counts; a department of nothing has none."""
        it = plan()
        assert [one.id for one in it.measures()] == ["m", "n"]
        assert [one.id for one in it.measures(department="desk")] == ["m"]
        assert [one.id for one in it.measures(it.departments[0])] == ["n"]
        assert it.measures(under="b") == ()
        assert [one.id for one in it.measures(under="p", department="desk")] == ["m"]
        with pytest.raises(UnknownIdError):
            it.measures("nobody")

    def test_dangling_pointers_stop_no_look_up(self) -> None:
        """They are findings; the rest of the plan can still be read."""
        it = plan(measured_by=[Ref("indicator", "gone")])
        assert it.indicators_of(it) == ()

    def test_of_two_things_with_one_id_the_first_is_found(self) -> None:
        """Both are in the index of duplicates, also where they are one object."""
        m = Measure("m", "巡回")
        it = plan(sections=[Action("a", "x")[m, m]])
        assert it["m"] == m
        assert [len(group) for group in it.index.duplicates.values()] == [2]


class TestWords:
    """Titles, descriptions and phrases in another language."""

    def test_titles(self) -> None:
        """The plan's own words where there is no translation."""
        it = plan()
        assert it.title_of("a", "en") == "Watching over"
        assert it.title_of("a", "ja") == it.title_of("a") == "見守り"
        assert it.title_of("b", "en") == "啓発"
        assert it.title_of("desk", "en") == "Safety section"
        assert it.title_of(it, "en") == "Safety plan"

    def test_descriptions_and_phrases(self) -> None:
        """Nothing is made up where nothing is written."""
        it = plan()
        assert (it.prose_of("a"), it.prose_of("a", "en")) == ("地域で見守る。", "Neighbors watch.")
        assert (it.prose_of(it), it.prose_of(it, "en"), it.prose_of("b")) == (
            "全体の説明。",
            "",
            "",
        )
        assert it.phrase("千円", "en") == "thousand yen"
        assert it.phrase("千円", "ja") == it.phrase("千円", "ko") == "千円"

    def test_a_translation_takes_pairs_or_a_dictionary(self) -> None:
        """Both are the same value."""
        assert Translation("en", titles={"a": "A"}) == Translation("en", titles=[("a", "A")])
        assert hash(Translation("en", titles={"a": "A"})) == hash(Translation("en", (("a", "A"),)))


class TestValues:
    """A plan is frozen, equal to its like, and can be a key."""

    def test_equality_and_hash(self) -> None:
        """Two plans of the same contents are one."""
        assert plan() == plan()
        assert {plan(), plan()} == {plan()}
        assert plan(status="案") != plan()

    def test_looking_something_up_changes_nothing(self) -> None:
        """The index is no part of the value, nor of its pickle."""
        asked, fresh = plan(), plan()
        _ = asked["m"], asked.title_of("a", "en")
        assert asked == fresh
        assert len(pickle.dumps(asked)) == len(pickle.dumps(fresh))

    def test_pickle_and_copy(self) -> None:
        """What comes back equals what went in, numbers and origins too."""
        it = plan()
        for again in (pickle.loads(pickle.dumps(it)), copy.copy(it), copy.deepcopy(it)):  # noqa: S301 - our own bytes
            assert again == it
            assert hash(again) == hash(it)
            assert [node.number for node in again.walk()] == [node.number for node in it.walk()]
            assert again["m"].origin == it["m"].origin

    def test_frozen(self) -> None:
        """Nothing can be set."""
        it = plan()
        for thing in (it, it["m"], it["desk"]):
            with pytest.raises(AttributeError):
                thing.title = "x"  # type: ignore[attr-defined]

    def test_repr_is_one_line(self) -> None:
        """Whatever the plan holds."""
        assert repr(plan()) == "Plan(id='safety', title='安全計画')"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"period": 2021}, r"FiscalYear\(2021\) or CalendarYear\(2021\)"),
        ({"published": "平成31年"}, "published: .* is no period"),
        ({"departments": Department("d", "課")}, "put it in brackets"),
        ({"departments": ["課"]}, r"departments\[1\].*expected Department"),
        ({"indicators": [Department("d", "課")]}, r"indicators\[1\].*expected Indicator"),
        ({"sections": Action("a", "行動")}, "put it in brackets"),
        ({"sections": [Department("d", "課")]}, "cannot stand under Plan"),
        ({"axes": "3本柱"}, "put it in brackets"),
    ],
)
def test_what_a_plan_refuses(fields: dict[str, Any], sentence: str) -> None:
    """Things of the wrong kind, with what was expected."""
    with pytest.raises(ModelError, match=sentence):
        plan(**fields)


def test_all_that_is_wrong_is_named_at_once() -> None:
    """Four faults in one plan are four problems."""
    wrong: Any = {"period": 2021, "departments": ["課"], "partners": [1], "sections": ["x"]}
    with pytest.raises(ModelError) as caught:
        plan(**wrong)
    assert len(caught.value.problems) == 4


def test_lists_may_be_any_iterable() -> None:
    """A generator is taken once and kept."""
    it = plan(partners=(Partner(f"p{n}", "団体") for n in range(3)))
    assert [one.id for one in it.partners] == ["p0", "p1", "p2"]


def test_sections_not_stated() -> None:
    """A plan whose outline the extract does not print."""
    it = plan(sections=NotStated("目次のみ"), indicators=[], measured_by=[])
    assert (it.sections, tuple(it.walk())) == ((), ())
    assert it.not_stated("sections") == NotStated("目次のみ")


@given(st.lists(st.integers(1, 3), min_size=1, max_size=6))
def test_the_walk_meets_every_node_once(widths: list[int]) -> None:
    """In document order, each before what stands under it."""
    sections = [
        Action(f"a{n}", "行動")[tuple(Measure(f"m{n}-{k}", "取組") for k in range(width))]
        for n, width in enumerate(widths)
    ]
    it = Plan("p", "計画", period=YEAR, sections=sections)
    met = [node.id for node in it.walk()]
    assert len(met) == len(set(met)) == len(widths) + sum(widths)
    assert all(met.index(node.id) > met.index(above.id) for node in it.walk()
               if (above := it.parent(node)) is not it and above is not None)  # fmt: skip


def test_a_name_where_an_id_is_wanted_is_answered_with_the_id() -> None:
    """People know departments by name and indicators by number."""
    desk = Department("desk", "産業労働部")
    jobs = Stock("jobs", "就職件数", unit="件", department=desk, number="⑩")
    period = FiscalYear(2021)
    plan = Plan("p", "計画", period=period, departments=[desk], indicators=[jobs])
    with pytest.raises(UnknownIdError, match="write its id: desk"):
        plan.measures(department="産業労働部")
    with pytest.raises(UnknownIdError, match="write its id: jobs"):
        plan["⑩"]
