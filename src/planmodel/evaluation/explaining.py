"""The steps of a measure, written down when somebody asks for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planmodel.evaluation.arithmetic import Outcome
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.expecting import expected_value, is_given, is_target_itself
from planmodel.evaluation.facts import SYMBOLS, Facts, Path
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.text import Text, say

if TYPE_CHECKING:
    from planmodel.evaluation.measures import Measured

__all__ = ["AS_GIVEN", "explain"]

AS_GIVEN: Final = say("expected value as given", "期待値（与えられた値）")
"""The step of an expected value that came with the figures; a plan says more of it."""

_CONVENTIONS: Final = {
    "v/T": "v/T",
    "T/v": "T/v",
    "2-v/T": "2 − v/T",
    "(b-v)/(b-T)": "(b − v)/(b − T)",
}
_SIGNS: Final[dict[str | None, object]] = {"increase": "+1", "decrease": "−1"}
_UNDECLARED: Final = say("neither more nor less", "増減いずれでもない")
_PATHS: Final = {
    "linear": say("expected value on a straight line", "期待値（直線）"),
    "geometric": say("expected value at a constant rate of growth", "期待値（等比）"),
    "linear_from_zero": say("expected value on a straight line from 0", "期待値（0からの直線）"),
}
_PATH_FORMULAS: Final = {
    "linear": "b + (T − b)·k/n",
    "geometric": "b·(T/b)^(k/n)",
    "linear_from_zero": "T·k/n",
}


def _inputs(facts: Facts, names: tuple[str, ...]) -> dict[str, object]:
    figures = {name: getattr(facts, name) for name in names}
    return {
        SYMBOLS[name]: say("missing", "欠測") if figure is None else figure
        for name, figure in figures.items()
    }


def _expected_step(facts: Facts, path: Path | None) -> Step:
    e = expected_value(facts, path)
    if is_given(facts, path):
        return Step(AS_GIVEN, value=facts.expected)
    is_due = facts.baseline is None and path != "linear_from_zero" and isinstance(e, Decimal)
    if is_due or is_target_itself(facts):
        return _itself(facts, e)
    name = say("expected value", "期待値") if path is None else _PATHS[path]
    note: Text | None = None
    if isinstance(e, NotAssessable):
        return Step(name, note=e.reason)
    if facts.elapsed is not None and facts.duration is not None and facts.elapsed > facts.duration:
        note = say(
            "the target year has passed: judged against the target itself",
            "目標年を過ぎているため、目標値そのものと比べた",
        )
    start = () if path == "linear_from_zero" else ("baseline",)
    needs = (*start, "target", "elapsed", "duration")
    formula = "" if path is None else _PATH_FORMULAS[path]
    return Step(name, formula, _inputs(facts, needs), e, note)


def _itself(facts: Facts, e: Outcome) -> Step:
    """The step of an expected value that is the target, with no line to it."""
    name = say("expected value", "期待値")
    if isinstance(e, NotAssessable):
        return Step(name, note=e.reason)
    note = (
        say(
            "asked for in the very year: the target itself is expected",
            "その年に求められる目標のため、目標値そのものを期待値とした",
        )
        if facts.has_path is False
        else say(
            "the target is due: the target itself is expected",
            "目標の期限に達しているため、目標値そのものを期待値とした",
        )
    )
    return Step(name, "T", _inputs(facts, ("target",)), e, note)


def _note(measured: Measured) -> Text | None:
    if measured.reason is not None:
        return measured.reason.reason
    target = measured.facts.target
    if measured.name == "ratio_to_target" and target is not None and target < 0:
        return say(
            "the target is negative: this ratio falls while things get better",
            "目標値が負のため、改善するほどこの比率は小さくなる",
        )
    if measured.convention == "v/T" and measured.facts.direction == "decrease":
        return say(
            "the direction is ignored, as declared: more looks better although less is wanted",
            "宣言どおり方向を考慮していない（減少が望ましいのに、大きいほど良く見える）",
        )
    return None


def explain(measured: Measured) -> Trace:
    """The steps that led to *measured*."""
    spec = MEASURES[measured.name]
    facts, convention = measured.facts, measured.convention
    steps: list[Step] = []
    formula, needs = spec.formula, spec.needs
    if spec.has_path:
        steps.append(_expected_step(facts, measured.path))
        needs = tuple(name for name in needs if name != "expected")
    if spec.has_convention and facts.direction == "decrease":
        formula = "" if convention is None else _CONVENTIONS[convention]
        if spec.has_path:
            formula = formula.replace("T", "e")
        if convention == "(b-v)/(b-T)":
            needs = (*needs, "baseline")
    inputs = _inputs(facts, needs)
    if spec.is_directed:
        inputs["d"] = _SIGNS.get(facts.direction, _UNDECLARED)
    if spec.has_path and steps[0].value is not None:
        inputs["e"] = steps[0].value
    return Trace((*steps, Step(spec.title, formula, inputs, measured.value, _note(measured))))
