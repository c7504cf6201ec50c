"""Quantities as documents print them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ParseError
from planmodel.units import (
    Quantity,
    Unit,
    default_units,
    missing_reason,
    read_quantity,
    unit,
)

units = st.sampled_from(default_units().units)
decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=2)

HYOGO = """2,329グループ* 2,500グループ* 3,816人 8,572人 95.1% 100% 89.0% 85.8% 16市町 18市町
2,234回 5,234回 9,341人 18,341人 25市町 33市町 861件 5,840件 23件 62件 353件 613件
2,478カ所 3,891カ所 9,038事業所 10,000事業所 3,042件 5,356件 2,518回 4,518回
164,445件 50,821件 55.7%"""


@pytest.mark.parametrize(
    ("printed", "number", "symbol"),
    [
        ("2,329グループ", "2329", "グループ"),
        ("５３％", "53", "%"),
        ("53パーセント", "53", "%"),
        ("17.5万戸", "175000", "戸"),
        ("17.5 万戸", "175000", "戸"),
        ("△3.2人", "-3.2", "人"),
        ("△ 3.2 人", "-3.2", "人"),
        ("12名", "12", "人"),
        ("3.2人/10万人", "3.2", "人/10万人"),
        ("３．２人／１０万人", "3.2", "人/10万人"),
        ("4.5件/千人", "4.5", "件/千人"),
        ("5床/10万人", "5", "床/10万人"),
        ("2,478か所", "2478", "カ所"),
        ("2,478箇所", "2478", "カ所"),
        ("2,478ｶ所", "2478", "カ所"),
        ("12.5ポイント", "12.5", "ポイント"),
        ("12.5pt", "12.5", "ポイント"),
        ("3億円", "3", "億円"),
        ("5百万円", "5", "百万円"),
        ("1億2,000万円", "120000000", "円"),
        ("2万5千円", "25000", "円"),
        ("1,234千円", "1234", "千円"),
        ("5㎥", "5", "㎥"),
        ("5m²", "5", "㎡"),
        ("1,200 t-CO₂", "1200", "t-CO2"),
        ("10か月間", "10", "月"),
        ("30人・日", "30", "人日"),
        ("1.6倍", "1.6", "倍"),
        ("3割", "3", "割"),
    ],
)
def test_a_number_and_its_unit(printed: str, number: str, symbol: str) -> None:
    """A number with a unit, in any width and spelling, is read exactly and keeps its scale."""
    read = read_quantity(printed)
    assert (read.number, read.unit, read.qualifier) == (Decimal(number), unit(symbol), "exact")
    assert (read.printed, read.mark, read.missing_reason) == (printed, "", "")


@pytest.mark.parametrize("printed", HYOGO.split())
def test_every_figure_of_the_fifth_plan_is_read(printed: str) -> None:
    """The figures of Hyogo's plan read back as they are printed, marks kept."""
    read = read_quantity(printed)
    assert read.number is not None
    assert read.unit is not None
    assert str(Quantity(read.number, read.unit)) + read.mark == printed


def test_a_bare_number_has_no_unit() -> None:
    """Where no unit is printed, none is made up."""
    read = read_quantity("2,329")
    assert (read.number, read.unit, read.unit_text) == (2329, None, "")


def test_the_unit_is_kept_as_printed() -> None:
    """The spelling of the unit stays beside the unit that it means."""
    assert read_quantity("12か所").unit_text == "か所"
    assert read_quantity("５３％").unit_text == "%"


@pytest.mark.parametrize(
    ("printed", "qualifier", "number"),
    [
        ("約20%", "about", 20),
        ("20%程度", "about", 20),
        ("概ね３割", "about", 3),
        ("20人前後", "about", 20),
        ("3割弱", "about", 3),
        ("2,500グループ以上", "at_least", 2500),
        ("≧20%", "at_least", 20),
        ("17.5万戸以上", "at_least", 175000),
        ("3億円以上", "at_least", 3),
        ("16%以下", "at_most", 16),
        ("5日以内", "at_most", 5),
        ("93%超", "more_than", 93),
        ("93%を超える", "more_than", 93),
        ("100人未満", "less_than", 100),
        ("< 5件", "less_than", 5),
        ("20以上", "at_least", 20),
    ],
)
def test_a_qualifier_is_recognized(printed: str, qualifier: str, number: int) -> None:
    """Words around a number are told for what they are, not swallowed."""
    read = read_quantity(printed)
    assert (read.qualifier, read.number) == (qualifier, number)


@pytest.mark.parametrize(
    ("printed", "low", "high", "symbol"),
    [
        ("5〜10人", 5, 10, "人"),
        ("5～10人", 5, 10, "人"),
        ("5人～10人", 5, 10, "人"),
        ("5-10人", 5, 10, "人"),
        ("5人から10人", 5, 10, "人"),
        ("△5〜10人", -5, 10, "人"),
        ("-5〜-1人", -5, -1, "人"),
        ("40%以上60%以下", 40, 60, "%"),
        ("40以上60%以下", 40, 60, "%"),
        ("5万〜10万人", 50000, 100000, "人"),
        ("5〜10億円", 5, 10, "億円"),
        ("5人〜10万人", 5, 100000, "人"),
        ("1,000〜1,500人/10万人", 1000, 1500, "人/10万人"),
    ],
)
def test_a_range_has_two_ends_and_no_number(printed: str, low: int, high: int, symbol: str) -> None:
    """A range is a range: ``5〜10人`` is neither 5 nor 50 people."""
    read = read_quantity(printed)
    assert read.qualifier == "range"
    assert (read.number, read.low, read.high, read.unit) == (None, low, high, unit(symbol))


def test_a_range_of_bare_numbers_has_no_unit() -> None:
    """Two numbers without a unit are a range without a unit."""
    read = read_quantity("5〜10")
    assert (read.low, read.high, read.unit) == (5, 10, None)


@pytest.mark.parametrize(
    ("printed", "mark"),
    [
        ("2,329グループ*", "*"),
        ("2,329グループ＊", "＊"),
        ("2,329グループ *", "*"),
        ("2,329グループ※", "※"),
        ("2,329グループ※1", "※1"),
        ("2,329グループ*2", "*2"),
        ("2,329グループ注1", "注1"),
        ("2,329グループ（注1）", "（注1）"),
        ("2,329グループ①", "①"),
        ("2,329グループ²", "²"),
        ("2,329グループ（速報値）", "（速報値）"),
        ("2,329グループ（見込み）※", "（見込み）※"),
    ],
)
def test_a_mark_is_kept(printed: str, mark: str) -> None:
    """A footnote mark stays as printed, and takes no part in the number."""
    read = read_quantity(printed)
    assert (read.number, read.unit, read.mark) == (2329, unit("グループ"), mark)


def test_a_mark_stands_beside_every_form() -> None:
    """Bounds, ranges and missing values can carry a mark too."""
    marks = [read_quantity(text).mark for text in ("16%以下※", "5〜10人*", "集計中※1", "―*")]
    assert marks == ["※", "*", "※1", "*"]


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("なし", "なし"),
        ("―", "―"),
        ("-", "―"),
        ("－", "―"),
        ("ー", "―"),
        ("--", "―"),
        ("集計中", "集計中"),
        ("（集計中）", "集計中"),
        (" 未公表 ", "未公表"),
        ("調査せず", "調査せず"),
        ("不明", "不明"),
        ("…", "..."),
        ("N/A", "N/A"),
    ],
)
def test_a_missing_value_is_never_zero(printed: str, reason: str) -> None:
    """A word for no number gives no number, and its reason in both languages."""
    read = read_quantity(printed)
    assert (read.number, read.qualifier, read.missing_reason) == (None, "missing", reason)
    assert missing_reason(reason) is not None


def test_a_reason_is_said_in_english() -> None:
    """A report in English can say why there is no number."""
    reason = missing_reason("集計中")
    assert reason is not None
    assert (reason.in_language("en"), reason.in_language("ja")) == ("being compiled", "集計中")
    assert missing_reason("5人") is None
    assert missing_reason("x" * 500) is None


def test_zero_is_never_missing() -> None:
    """A printed 0 is the number 0."""
    read = read_quantity("0件")
    assert (read.number, read.qualifier, read.missing_reason) == (0, "exact", "")


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("", "an empty text is not a number"),
        ("人", "no number begins at character 1"),
        ("約", "there is no number"),
        ("1,2345人", "digits from character 1"),
        ("5foo", r"foo \(character 2\)"),
        ("５ グルプ", r"グルプ \(character 3\).*did you mean グループ"),
        ("5人 10人", "character 2"),
        ("5*10", "character 2"),
        ("①5人", r"① \(character 1\)"),
        ("5²", r"² \(character 2\)"),
        ("10〜5人", "runs backwards"),
        ("5人〜10件", "character 2"),
        ("5〜10万人", "not clear whether 5 is counted like 10万"),
        ("約5人以上", "qualified twice"),
        ("約5〜10人", "qualified twice"),
        ("89.0% (全国 85.8%)", "character 5"),
        ("5人/3人", "character 2"),
        ("全国平均以上", "no number begins"),
        ("〜10人", "no number begins"),
        ("5" * 300, "300 characters"),
        ("5\u202e人", r"\\u202e人 \(character 2\)"),
    ],
)
def test_anything_else_is_refused_with_its_place(printed: str, said: str) -> None:
    """What cannot be read whole is refused whole, and the message names the place."""
    with pytest.raises(ParseError, match=said):
        read_quantity(printed)


@given(decimals, units)
def test_print_then_parse_is_the_identity(number: Decimal, of: Unit) -> None:
    """A printed quantity reads back as the same number of the same unit."""
    read = read_quantity(str(Quantity(number, of)))
    assert (read.number, read.unit, read.qualifier) == (number, of, "exact")


@given(decimals, decimals, units)
def test_a_printed_range_reads_back(one: Decimal, other: Decimal, of: Unit) -> None:
    """Two ends, printed with their unit, read back as the same two ends."""
    low, high = sorted((one, other))
    read = read_quantity(f"{Quantity(low, of)}〜{Quantity(high, of)}")
    assert (read.low, read.high, read.unit) == (low, high, of)


pieces = st.sampled_from(
    [
        *"0123456789０５,，.．△-−約〜~*※①²¹/()（）万億千百 　㋀人％m円",
        *("以上", "以下", "程度", "から", "人/10万人", "集計中", "\u3099", "\ud800", "\x00"),
    ]
)


@given(st.text() | st.lists(pieces, max_size=12).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Arbitrary text is read, with every part accounted for, or raises `ParseError`."""
    try:
        read = read_quantity(text)
    except ParseError:
        return
    assert read.printed == text
    assert (read.number is None) == (read.qualifier in {"range", "missing"})
    assert (read.low is None) == (read.high is None) == (read.qualifier != "range")
    assert bool(read.missing_reason) == (read.qualifier == "missing")


def test_own_units_are_read() -> None:
    """A document is read with the units that its plan brings."""
    own = default_units().extended("灯 : ﾄｳ | street light / street lights")
    read: Any = read_quantity("1,234灯", own)
    assert (read.number, read.unit.symbol) == (1234, "灯")
    with pytest.raises(ParseError):
        read_quantity("1,234灯")
