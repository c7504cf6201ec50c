"""A word that stands in for another is one of the words of the level it stands under."""

from __future__ import annotations

from planmodel import Action, FiscalYear, Measure, Plan, Section


class Costed(Measure, word="予算付きの取組"):
    """A measure of our own under ready-made levels."""


class Chapter(Section[Measure], word="章"):
    """A level of our own where an action may stand."""


class OwnAction(Action, word="重点行動"):
    """An action under a word of its own."""


class ActionPlan(Plan[Action], word="行動計画"):
    """Takes actions."""


def test_the_word_of_an_own_class_joins_the_children_it_stands_among() -> None:
    """The level and the plan name the new word behind the declared ones."""
    plan = ActionPlan(
        "plan",
        "計画",
        period=FiscalYear(2021),
        sections=[OwnAction("a", "一")[Costed("m", "巡回")]],
    )
    levels = {it.word: it for it in plan.vocabulary}
    assert levels["行動計画"].children == ("行動", "重点行動")
    assert levels["重点行動"].children == ("行動の柱", "取組群", "取組", "予算付きの取組")
    assert levels["行動"].children == ("行動の柱", "取組群", "取組")


def test_a_plan_that_names_no_children_goes_on_naming_none() -> None:
    """Where every level may stand, the list stays empty."""
    plan = Plan("plan", "計画", period=FiscalYear(2021), sections=[Chapter("c", "一")])
    assert plan.vocabulary[0].children == ()
