"""pint behind one door: what comes out of it, and that nothing else opens it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest

from planmodel.errors import ModelError, UnitError
from planmodel.units import as_pint, convert, default_units, pint_edge, unit


def run(code: str) -> str:
    """What *code* prints in a fresh interpreter with warnings as errors."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def test_reading_and_arithmetic_never_import_pint() -> None:
    """Reading, converting, adding and extending work without pint in the process."""
    assert (
        run("""
        import sys
        import planmodel.units
        from planmodel.units import *
        a = read_quantity("2,329グループ*")
        read_quantity("5〜10人"); read_quantity("5床/10万人"); read_quantity("集計中")
        convert(exact(1), unit("億円"), unit("千円"))
        Quantity(95.1, unit("%")) - Quantity(89, unit("%"))
        default_units().extended("灯")
        assert "pint" not in sys.modules
        as_pint(a.number, a.unit)
        print("pint" in sys.modules)
        """)
        == "True"
    )


def test_the_package_loads_nothing_by_itself() -> None:
    """Importing the package loads none of its modules; unknown names are told."""
    loaded = run("""
        import sys
        import planmodel.units
        print([name for name in sys.modules if name.startswith("planmodel.units.")])
        try:
            planmodel.units.nonsense
        except AttributeError as error:
            print(error)
        """)
    assert loaded.splitlines()[0] == "[]"
    assert "nonsense" in loaded


def test_every_public_name_is_there() -> None:
    """What the package promises, it has."""
    import planmodel.units

    for name in planmodel.units.__all__:
        assert getattr(planmodel.units, name) is not None
    assert set(planmodel.units.__all__) <= set(dir(planmodel.units))


@pytest.mark.parametrize("of", default_units().units, ids=str)
def test_every_unit_goes_through(of: object) -> None:
    """Each unit of the library becomes a quantity of exact decimals with its own number."""
    made = as_pint(Decimal("1.5"), of)  # type: ignore[arg-type]
    assert made.magnitude == Decimal("1.5")
    assert isinstance(made.to_base_units().magnitude, Decimal)


def test_pint_converts_as_we_do() -> None:
    """Conversions by pint within a kind give our numbers."""
    for one, other in [("億円", "千円"), ("ha", "㎡"), ("時間", "分"), ("人/10万人", "人/千人")]:
        target = as_pint(Decimal(1), unit(other)).units
        there = as_pint(Decimal(3), unit(one)).to(target).magnitude
        assert there == convert(Decimal(3), unit(one), unit(other))


def test_kinds_are_dimensions() -> None:
    """Even pint refuses 人 + 件, % + ポイント and 人/万人 + %."""
    import pint

    for one, other in [("人", "件"), ("%", "ポイント"), ("人/万人", "%"), ("人/万人", "件/万人")]:
        with pytest.raises(pint.DimensionalityError):
            as_pint(Decimal(1), unit(one)) + as_pint(Decimal(1), unit(other))


def test_compound_units_come_from_pint() -> None:
    """What the room does not compute, pint does: lengths to areas, money a head."""
    side = as_pint(Decimal(200), unit("m"))
    assert (side * side).to(as_pint(Decimal(1), unit("ha")).units).magnitude == 4
    cost = as_pint(Decimal(6), unit("億円")) / as_pint(Decimal(3), unit("人"))
    assert cost.to(as_pint(Decimal(1), unit("百万円/人")).units).magnitude == 200


def test_own_units_go_through() -> None:
    """A unit of a plan's own file is defined in pint when it is first asked for."""
    own = default_units().extended("灯\n千灯 = 1000 灯\n打 = 12 個 | dozen")
    lights = as_pint(Decimal(2), own.get("千灯")).to(as_pint(Decimal(1), own.get("灯")).units)
    assert lights.magnitude == 2000
    assert as_pint(Decimal(2), own.get("打")).to_base_units().magnitude == 24


def test_what_is_no_number_of_a_unit_is_refused() -> None:
    """NaN stays out of pint, and so does the text of a document."""
    with pytest.raises(ModelError):
        as_pint(Decimal("NaN"), unit("人"))
    with pytest.raises(UnitError):
        as_pint(Decimal(1), "人")  # type: ignore[arg-type]


def test_the_registry_is_built_once_by_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that ask at the same moment share one registry and get right answers."""
    monkeypatch.setattr(pint_edge, "_built", [])
    start = Barrier(16)
    asked = [unit(text) for text in ("億円", "人/10万人", "ha", "%")] * 4

    def ask(position: int) -> tuple[int, Decimal]:
        start.wait()
        made = as_pint(Decimal(position), asked[position])
        return id(made._REGISTRY), made.magnitude

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(ask, range(16)))
    assert len({registry for registry, _ in answers}) == 1
    assert [number for _, number in answers] == list(range(16))
