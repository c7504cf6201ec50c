"""Look-ups answer in the order of the document."""

from __future__ import annotations

from planmodel import Action, FiscalYear, Measure, Pillar, Plan, Relisted, Stock

count = Stock("count", "数", unit="件")
shared = Measure("shared", "共通の取組")


def test_nodes_of_an_indicator_and_of_a_relisting_stand_in_document_order() -> None:
    """A place deep under the first section comes before one under the second."""
    plan = Plan(
        "plan",
        "計画",
        period=FiscalYear(2021),
        indicators=[count],
        sections=[
            Action("a", "一")[Pillar("aa", "一の一", measured_by=[count])[Relisted(shared)]],
            Action("b", "二")[
                Pillar("ba", "二の一", measured_by=[count])[shared],
                Pillar("bb", "二の二")[Relisted(shared)],
            ],
            Action("c", "三", measured_by=[count])[Relisted(shared)],
        ],
    )
    assert [it.id for it in plan.nodes_of(count)] == ["aa", "ba", "c"]
    assert [it.id for it in plan.relisted_under(shared)] == ["aa", "bb", "c"]


def test_of_two_things_with_one_id_the_first_written_is_meant() -> None:
    """A look-up finds the earlier one, however deep the two stand."""
    plan = Plan(
        "plan",
        "計画",
        period=FiscalYear(2021),
        sections=[
            Action("a", "一")[Measure("twin", "先")],
            Action("b", "二")[Measure("twin", "後")],
        ],
    )
    assert plan.title_of("twin") == "先"
    assert [it.id for it in plan.index.duplicates["twin"]] == ["twin", "twin"]
