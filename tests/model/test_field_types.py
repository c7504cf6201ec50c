"""What stands in a field of the wrong type is refused where it is written, all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, cast

import pytest
from attrs import field, frozen

import planmodel
from planmodel.errors import ModelError, UnitError, UsageError
from planmodel.model.amounts import Amount
from planmodel.model.axes import Axis, Tag, Topic
from planmodel.model.change import Change, to_change
from planmodel.model.codes import corporate_number
from planmodel.model.facts import (
    Derivation,
    Document,
    Gap,
    Governance,
    Ignore,
    Law,
    Prose,
    Relation,
    Role,
    Translation,
)
from planmodel.model.ids import Citation, Ref
from planmodel.model.indicators import Baseline, Benchmark, Lineage, Stock
from planmodel.model.organisations import Department, Issuer, Partner
from planmodel.model.outline import Measure, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.targets import AtLeast, Milestone, Rank
from planmodel.observations.records import Implementation, Judgement, Observation, Opinion
from planmodel.periods import Day, FiscalYear
from planmodel.units import Quantity, unit

FY = FiscalYear(2020)


def stock(**more: Any) -> Stock:
    """An indicator with *more*."""
    return Stock("i", "件数", unit="件", **more)


def plan(**more: Any) -> Plan[Any]:
    """A plan with *more*."""
    given: dict[str, Any] = {"period": FY, **more}
    return Plan("p", "計画", **given)


WRONG: list[tuple[Callable[..., object], tuple[Any, ...], dict[str, Any], str]] = [
    (stock, (), {"baseline": 40}, "baseline"),
    (stock, (), {"number": 1}, "number"),
    (stock, (), {"is_new": "no"}, "is_new"),
    (stock, (), {"note": None}, "note"),
    (stock, (), {"direction": 5}, "direction"),
    (stock, (), {"parts_add_up": 1}, "parts_add_up"),
    (plan, (), {"issuer": "Our Town"}, "issuer"),
    (plan, (), {"governance": "x"}, "governance"),
    (plan, (), {"version": 2}, "version"),
    (plan, (), {"status": None}, "status"),
    (plan, (), {"derived_from": "x"}, "derived_from"),
    (plan, (), {"language": 5}, "language"),
    (plan, (), {"own_units": 5}, "own_units"),
    (plan, (), {"source": "p. 5"}, "source"),
    (Department, ("d", "課"), {"valid_from": "2020-04-01"}, "valid_from"),
    (Department, ("d", "課"), {"valid_from": 1, "valid_to": "x"}, "valid_to"),
    (Department, ("d", "課"), {"category": 5}, "category"),
    (Partner, ("d", "会"), {"role": 5}, "role"),
    (Partner, ("d", "会"), {"generic": "yes"}, "generic"),
    (Law, ("l", "法"), {"promulgated": "2020-04-01"}, "promulgated"),
    (Law, ("l", "法"), {"in_force": 2020}, "in_force"),
    (Document, ("l", "書"), {"date": 2020}, "date"),
    (Topic, ("t", "題"), {"number": 1}, "number"),
    (Axis, ("t", "題"), {"note": 1}, "note"),
    (Measure, ("m", "取組"), {"number": 1}, "number"),
    (Section, ("m", "節"), {"children": 5}, "children"),
    (Benchmark, ("b", "全国"), {"unit": 5}, "unit"),
    (Benchmark, ("b", "全国"), {"baseline": "40"}, "baseline"),
    (Baseline, (1, FY), {"note": 5, "method": None}, "method"),
    (Baseline, (1, FY), {"revises": 3, "decided": "2020-01-01"}, "revises"),
    (AtLeast, (1, FY), {"printed": 5}, "printed"),
    (AtLeast, (1, FY), {"strict": "yes"}, "strict"),
    (AtLeast, (1, FY), {"revises": 5}, "revises"),
    (Milestone, (5, FY), {}, "text"),
    (Rank, (1, 5, FY), {}, "among"),
    (Citation, (5,), {}, "place"),
    (Governance, (5,), {}, "council"),
    (Role, ("県", 5), {}, "text"),
    (Gap, ("p", 5, "?"), {}, "what"),
    (Ignore, ("PM1", 5), {}, "because"),
    (Prose, ("p", 5), {}, "text"),
    (Relation, ("parent", 5), {}, "title"),
    (Relation, ([], "x"), {}, "kind"),
    (Translation, (5,), {}, "language"),
    (Translation, ("en", {"p": 5}), {}, "Translation"),
    (Translation, ("en", [5]), {}, "Translation"),
    (Derivation, ("p", 5), {}, "version"),
    (Derivation, ("p", "1"), {"made": "today"}, "made"),
    (Lineage, ("i", 5), {}, "because"),
    (Issuer, (5,), {}, "name"),
    (Issuer, ("県", 280003), {}, "code"),
    (Relisted, (Ref("node", "x"),), {"number": 5}, "number"),
    (Relisted, (Ref("node", cast("str", 5)),), {}, "Relisted"),
    (Tag, (Ref("topic", "x"),), {"because": 5}, "because"),
    (Amount, (1, 5), {}, "unit"),
    (Change, ("percent", 5), {}, "size"),
    (to_change, (5,), {}, "change"),
    (corporate_number, (5,), {}, "corporate_number"),
    (Observation, (5, FY, 1), {}, "series"),
    (Observation, ("i", FY, 1), {"note": None, "synthetic": 1}, "synthetic"),
    (Implementation, ("m", FY), {"status": 5}, "status"),
    (Judgement, ("i", FY, 5), {"by": "会", "because": "理由"}, "grade"),
    (Opinion, (FY, 5), {"by": "会"}, "text"),
]


@pytest.mark.parametrize(
    ("make", "given", "named", "where"), WRONG, ids=[f"{it[0].__name__}-{it[3]}" for it in WRONG]
)
def test_a_wrong_type_is_refused(
    make: Callable[..., object], given: tuple[Any, ...], named: dict[str, Any], where: str
) -> None:
    """The field is named, in both languages."""
    with pytest.raises(ModelError) as caught:
        make(*given, **named)
    assert any(it.where.endswith(where) for it in caught.value.problems)
    assert caught.value.in_language("ja")


@pytest.mark.parametrize(
    ("make", "hint"),
    [
        (lambda: stock(baseline=40), "write Baseline(40, FiscalYear(…))"),
        (lambda: plan(issuer="Our Town"), 'write Issuer("Our Town")'),
        (lambda: plan(version=2), 'write "2"'),
        (lambda: plan(status=None), 'write ""'),
        (lambda: stock(is_new="no"), "write True / False"),
        (
            lambda: Department("d", "課", valid_from=cast("Day", "2020-04-01")),
            'write Day("2020-04-01")',
        ),
    ],
)
def test_the_hint_is_what_to_write(make: Callable[[], object], hint: str) -> None:
    """Where it can be guessed, the hint is the code that would be right."""
    with pytest.raises(ModelError) as caught:
        make()
    assert str(caught.value).endswith(hint)


def test_all_are_named_once() -> None:
    """Wrong types stand beside whatever else is wrong, each field once."""
    with pytest.raises(ModelError) as caught:
        Plan("P!", cast("str", 5), period=FY, version=cast("str", 2), note=cast("str", None))
    places = [it.where for it in caught.value.problems]
    assert sorted(it.rpartition(".")[2] for it in places) == ["id", "note", "title", "version"]


@frozen(slots=False)
class Priced(Measure, word="値のある取組"):
    """A measure of a fork, with fields of its own."""

    code: str = field(default="", kw_only=True)
    weight: float = field(default=1.0, kw_only=True)
    cost: Decimal | None = field(default=None, kw_only=True)


def test_fields_of_a_fork_are_looked_at() -> None:
    """Text is text there too; a number may be written as a whole one."""
    assert Priced("m", "取組", weight=2, cost=Decimal(3)).weight == 2
    with pytest.raises(ModelError, match="code"):
        Priced("m", "取組", code=cast("str", 5))


def test_what_cannot_be_resolved_is_left_alone() -> None:
    """A class that names what is not at the top of its module still has its own fields checked."""

    class Shade:
        """A type that only this function knows."""

    @frozen(slots=False)
    class Shaded(Measure, word="色つき"):
        """A measure with such a field."""

        shade: Shade | None = field(default=None, kw_only=True)

    assert Shaded("m", "取組", shade=Shade()).title == "取組"
    with pytest.raises(ModelError, match="note"):
        Shaded("m", "取組", note=cast("str", 5))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\r", "\ud800"])
def test_control_characters_are_refused(sign: str) -> None:
    """No title or name holds what no document prints."""
    with pytest.raises(ModelError, match="character"):
        Measure("m", f"取{sign}組")
    with pytest.raises(ModelError, match="character"):
        Department("d", f"{sign}x")


def test_new_lines_and_tabs_may_stand() -> None:
    """A title may be printed on two lines."""
    assert Measure("m", "一行\n\t二行").title == "一行\n\t二行"


CALLS: list[tuple[Callable[..., object], tuple[Any, ...], str]] = [
    (partial(planmodel.evaluate, period=FY), ("town.py",), "planmodel.load"),
    (partial(planmodel.evaluate, period=FY), (plan(), "x.csv"), "load_observations"),
    (partial(planmodel.evaluate, period=FY), (plan(), []), "load_observations"),
    (planmodel.check, ("x",), "planmodel.load"),
    (planmodel.to_json, ("x",), "planmodel.load"),
    (planmodel.from_json, (5,), "planmodel.load"),
    (planmodel.load, (5,), "planmodel.load"),
]


@pytest.mark.parametrize(("call", "given", "hint"), CALLS)
def test_functions_say_what_they_want(
    call: Callable[..., object], given: tuple[Any, ...], hint: str
) -> None:
    """A plan or a ledger of another type is a wrong call, and the way to one is told."""
    with pytest.raises(UsageError, match=hint):
        call(*given)


def test_a_quantity_takes_the_spelling_of_its_unit() -> None:
    """Text is looked up; anything else is refused."""
    assert Quantity(5, cast("Any", "人")) == Quantity(5, unit("人"))
    with pytest.raises(UnitError):
        Quantity(5, cast("Any", "灯籠"))
    with pytest.raises(ModelError, match="no unit"):
        Quantity(5, cast("Any", 3))
