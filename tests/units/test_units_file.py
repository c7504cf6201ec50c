"""The units a reader knows, and the file that tells them."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import DocumentError, ModelError, UnitError
from planmodel.units import Unit, default_units, unit


@pytest.mark.parametrize(
    "symbol",
    [
        *"人件回社戸校台冊%円㎡㎥",
        "市町",
        "グループ",
        "カ所",
        "事業所",
        "団体",
        "世帯",
        "人日",
        "ポイント",
    ],
)
def test_counts_are_kinds_of_their_own(symbol: str) -> None:
    """Every count of the documents is the unit of its own kind."""
    assert (unit(symbol).kind, unit(symbol).factor) == (symbol, 1)


@pytest.mark.parametrize(
    ("spelling", "symbol"),
    [
        ("か所", "カ所"),
        ("箇所", "カ所"),
        ("ヵ所", "カ所"),
        ("ヶ所", "カ所"),
        ("％", "%"),
        ("pt", "ポイント"),
        ("ﾎﾟｲﾝﾄ", "ポイント"),
        ("人／10万人", "人/10万人"),
        ("人 / 10万人", "人/10万人"),
        ("人/100,000人", "人/10万人"),
        ("人/人口10万人", "人/10万人"),
        ("人口10万対", "人/10万人"),
        ("件／千人", "件/千人"),
        ("m2", "㎡"),
        ("km²", "㎢"),
    ],
)
def test_spellings_lead_to_one_unit(spelling: str, symbol: str) -> None:
    """Variants and widths of a spelling are one unit."""
    assert unit(spelling) == unit(symbol)
    assert unit(spelling).symbol == symbol


@pytest.mark.parametrize(
    ("symbol", "kind", "factor"),
    [
        ("千円", "円", 1000),
        ("百万円", "円", 10**6),
        ("億円", "円", 10**8),
        ("ha", "㎡", 10**4),
        ("㎢", "㎡", 10**6),
        ("時間", "秒", 3600),
        ("年", "月", 12),
        ("人/10万人", "人/人", Decimal("0.00001")),
        ("百万円/人", "円/人", 10**6),
        ("円/千円", "円/千円", 1),
    ],
)
def test_sizes_are_exact(symbol: str, kind: str, factor: Decimal) -> None:
    """A derived unit knows its kind and its exact size."""
    assert (unit(symbol).kind, unit(symbol).factor) == (kind, factor)


def test_rates_need_no_definition() -> None:
    """A rate of two known units is a unit, named in both languages."""
    rate = unit("床/10万人")
    assert str(rate) == "床/10万人"
    assert rate.in_language("en") == "hospital beds per 100,000 people"
    assert unit("円/人").in_language("en") == "yen per person"


@pytest.mark.parametrize("text", ["人/3人", "人/人/人", "人/", "/人", "灯/人", "人/10万灯", "/"])
def test_what_is_no_rate_is_unknown(text: str) -> None:
    """Scales other than powers of ten, chains and unknown parts are not made into rates."""
    assert not default_units().known(text)


def test_an_unknown_unit_is_refused_with_the_nearest() -> None:
    """The message names the unit that was probably meant."""
    with pytest.raises(UnitError, match="did you mean グループ") as caught:
        unit("グルプ")
    assert "「グルプ」という単位はない" in caught.value.in_language("ja")
    with pytest.raises(UnitError, match="units file"):
        unit("灯")


def test_units_have_names() -> None:
    """A unit is named by its symbol in Japanese and in words in English."""
    assert unit("市町").in_language("ja") == "市町"
    assert unit("億円").in_language("en") == "hundred million yen"
    assert unit("人").beside(Decimal(1), "en") == " person"
    assert unit("人").beside(Decimal(2), "en") == " people"
    assert unit("人").beside(Decimal(2), "ja") == "人"
    assert repr(default_units()) == f"Units({len(default_units())} units)"
    assert unit("%").beside(Decimal(2), "en") == "%"
    assert all(each.singular and each.plural for each in default_units())


def test_units_are_values() -> None:
    """Units compare, hash and pickle by value, and so do collections."""
    assert pickle.loads(pickle.dumps(unit("億円"))) == unit("億円")  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(default_units())) == default_units()  # noqa: S301
    assert len({unit("か所"), unit("箇所")}) == 1
    assert len({default_units(), default_units().extended("")}) == 1
    assert default_units() != default_units().extended("カ所 += 箇処")


def test_a_collection_can_be_looked_through() -> None:
    """Units are counted, listed and asked for."""
    found = default_units()
    assert len(found) == len(list(found)) == len(found.units)
    assert "箇所" in found
    assert "灯" not in found
    assert 5 not in found


def test_a_unit_must_be_sound() -> None:
    """A unit without a symbol or with a factor of 0 is refused."""
    with pytest.raises(ModelError):
        Unit("", "人")
    with pytest.raises(ModelError):
        Unit("人", "人", Decimal(0))
    with pytest.raises(ModelError):
        Unit("人", "人", Decimal("NaN"))


OWN = """
# street lights
灯 : 基灯                       | street light / street lights
千灯 = 1000 灯
カ所 += 箇処
℃                              | degree Celsius / degrees Celsius
℃差                            | degree
℃ - ℃ = ℃差
灯/千灯                         | lamp in a thousand
"""


def test_a_plan_brings_its_own_units() -> None:
    """An own file adds units, spellings, rates and differences, and changes nothing else."""
    own = default_units().extended(OWN)
    assert own.get("千灯").factor == 1000
    assert own.get("千灯").kind == "灯"
    assert own.get("千灯").in_language("en") == "千灯"
    assert own.get("箇処") == unit("カ所")
    assert own.get("℃").difference == own.get("℃差")
    assert own.get("灯/千灯").in_language("en") == "lamp in a thousand"
    assert own.get("灯/10万人").kind == "灯/人"
    assert not default_units().known("灯")
    assert all(own.get(each.symbol) == each for each in default_units())


def test_the_same_definition_twice_is_no_collision() -> None:
    """A unit that the library has learned in the meantime may stay in an own file."""
    own = default_units().extended("人 : 人員 | person / people\n千円 = 1000 円\n% - % = ポイント")
    assert own.get("人員") == unit("人")


WRONG = """人 = 5 件
名
灯 : 件
3灯
x = many 円
y = 0 円
z = 5 灯台
千灯 = 1000 燈
a b c
人 += 件 人々
燈 += 灯り
人/灯台
人 - 件 = 円
千円 - 千円 = 円
円 - 円 = ポイント
w = 10億 v
v = 1兆 円
u = 1兆 v
t1 = 1兆 u
"""


def test_all_problems_are_named_at_once_with_their_lines() -> None:
    """Every wrong line is told, in one error, with its number and in both languages."""
    with pytest.raises(DocumentError) as caught:
        default_units().extended(WRONG, source="own.txt")
    lines = sorted(int(problem.where.split(":")[1]) for problem in caught.value.problems)
    assert lines == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19]
    assert str(caught.value.problems[0]).startswith("own.txt:1: 人 is already defined")
    for problem in caught.value.problems:
        assert problem.in_language("ja") != problem.in_language("en")


def test_a_file_is_read(tmp_path: Path) -> None:
    """A units file on disk is read as UTF-8, a byte order mark allowed."""
    path = tmp_path / "own.txt"
    path.write_text(OWN, encoding="utf-8-sig")
    assert default_units().read_file(path).known("千灯")


@pytest.mark.parametrize(
    "prepare",
    [
        lambda path: path.write_bytes("灯".encode("cp932")),
        lambda path: path.write_bytes(b"#" * (1024 * 1024 + 1)),
        lambda path: path.mkdir(),
        lambda _path: None,
    ],
    ids=["cp932", "too large", "folder", "absent"],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, prepare: Callable[[Path], object]
) -> None:
    """An unreadable file is told by name."""
    path = tmp_path / "own.txt"
    prepare(path)
    with pytest.raises(DocumentError, match=r"own\.txt"):
        default_units().read_file(path)


@given(st.text() | st.text(alphabet="人件灯=+:|/ -#\n10千"))
def test_any_file_is_read_or_refused(text: str) -> None:
    """Arbitrary text makes units, or a `DocumentError` that names lines."""
    try:
        own = default_units().extended(text)
    except DocumentError:
        return
    assert own.get("人") == unit("人")


@given(st.text())
def test_any_text_is_a_unit_or_is_refused(text: str) -> None:
    """`get` and `known` agree on every text."""
    if default_units().known(text):
        assert default_units().get(text).symbol
    else:
        with pytest.raises(UnitError):
            default_units().get(text)
