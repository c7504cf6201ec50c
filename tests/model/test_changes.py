"""Changes as printed, read exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError
from planmodel.model.change import Change, to_change


@pytest.mark.parametrize(
    ("printed", "unit", "size"),
    [
        ("20%減", "percent", -20),
        ("２０％減", "percent", -20),
        ("20%削減", "percent", -20),
        ("20%以上削減", "percent", -20),
        ("10%以上の削減", "percent", -10),
        ("3割減", "percent", -30),
        ("5割増", "percent", 50),
        ("半減", "percent", -50),
        ("倍増", "times", 2),
        ("1.6倍", "times", "1.6"),
        ("2倍以上", "times", 2),
        ("7ポイント向上", "points", 7),
        ("△3.2ポイント", "points", "-3.2"),
        ("-5%", "percent", -5),
        ("+5%", "percent", 5),
        ("1,000人増", "amount", 1000),
        ("前年度比増", "none", 1),
        ("前年度以上", "none", 1),
        ("前年以下", "none", -1),
        ("減少", "none", -1),
        ("前年度比5%増", "percent", 5),
        ("基準値から7ポイント向上", "points", 7),
        ("2017年度比20%減", "percent", -20),
        ("平成29年度比で20%減", "percent", -20),
    ],
)
def test_printed_changes(printed: str, unit: str, size: str | int) -> None:
    """The size is exact and signed, and the words are kept."""
    change = to_change(printed)
    assert (change.unit, change.size) == (unit, Decimal(size))
    assert change.printed == str(change) == printed


@pytest.mark.parametrize(
    "printed", ["20%", "20%以上", "16%以下", "2,500人", "", "-5%増", "全国平均以上", "1位"]
)
def test_what_is_no_change(printed: str) -> None:
    """A bound, an amount or a contradiction is refused with a hint."""
    with pytest.raises(ModelError, match=r"is no change.*AtLeast or AtMost"):
        to_change(printed)


@pytest.mark.parametrize(
    ("printed", "reference", "result"),
    [
        ("20%減", 947, "757.6"),
        ("20%減", 892, "713.6"),
        ("3割減", 1124, "786.8"),
        ("1.6倍", 10, 16),
        ("7ポイント向上", 60, 67),
        ("20%減", -10, -12),
        ("前年度比増", 10, None),
    ],
)
def test_the_result_on_a_reference(printed: str, reference: int, result: str | None) -> None:
    """Exact, and a fall of a negative value makes it smaller still."""
    exact = to_change(printed).applied_to(Decimal(reference))
    assert exact == (None if result is None else Decimal(result))


def test_a_change_is_a_rise_or_a_fall() -> None:
    """A multiple below one is a fall."""
    assert [to_change(it).is_rise for it in ("20%増", "20%減", "1.6倍", "0.8倍", "前年度比増")] == [
        True, False, True, False, True,
    ]  # fmt: skip


@given(
    st.sampled_from(["percent", "points"]),
    st.decimals(min_value=-999, max_value=999, places=1).filter(bool),
)
def test_what_is_printed_can_be_read(unit: str, size: Decimal) -> None:
    """A change built from its parts prints a form that reads as itself."""
    change = Change(unit, size)  # type: ignore[arg-type]
    again = to_change(str(change))
    assert (again.unit, again.size) == (unit, size)
    assert to_change(again) is again
