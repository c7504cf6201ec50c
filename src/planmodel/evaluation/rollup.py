"""Roll-up: the parts of a group become one, and the result says how many of how many counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from planmodel.errors import Problem, UsageError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.groups import Child, Group, Part, RolledUp, counted
from planmodel.evaluation.not_counting import why_none_counts
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.part_conditions import not_covered, step_of
from planmodel.evaluation.precision import add, divide, multiply, percent
from planmodel.evaluation.rules.model import RollUpRule, Rule
from planmodel.text import say

__all__ = ["roll_up", "rolled"]

_ZERO = Decimal(0)


def roll_up(
    children: Iterable[Child],
    rule: Rule | RollUpRule,
    *,
    name: str = "",
    by_hand: ByHand | None = None,
) -> RolledUp:
    """The *children* as one, by *rule*; groups inside are rolled up first, to any depth.

    ``mean``, ``weighted`` (divided by the sum of the weights of what was assessed; a part's own
    weight wins over the one that the rule declares for its name), ``worst``,
    ``points`` (a sum, or a percentage of the attainable ones), ``main`` (the mean of the main
    indicators) and ``by_hand``. Parts that could not be assessed take no part, and are counted.
    Where the rule says so, the numbers that the grades stand on count, and not their scores.

    Raises:
        UsageError: the rule has no roll-up, or a weight is missing or negative; all problems.

    >>> from planmodel.evaluation import Part, read_rule, roll_up
    >>> rule = read_rule({"name": "mean", "version": "1",
    ...                   "rollup": {"method": "mean", "minimum_coverage": 50}})
    >>> print(roll_up([Part("①", 3), Part("②", 4), Part("③")], rule))
    3.5 (2 of 3 assessed)
    >>> print(roll_up([Part("①", 3), Part("②"), Part("③")], rule))
    1 of 3 parts count in the roll-up, and the rule demands 50% (1 of 3 assessed)
    """
    chosen = rule.rollup if isinstance(rule, Rule) else rule
    if chosen is None:
        what = say("the rule has no roll-up", "評価ルールに集約の定めがない")
        raise UsageError(Problem(what, "rule"))
    group = Group(name, children, by_hand=by_hand)
    problems = list(_problems(group, chosen, name))
    if problems:
        raise UsageError(*problems)
    return rolled(group, chosen)


def _problems(group: Group, rule: RollUpRule, place: str) -> Iterator[Problem]:
    rule = group.rule or rule
    for at, child in enumerate(group.parts):
        where = f"{place}[{at}]"
        weight = child.weight if child.weight is not None else rule.weight_of(child.name)
        if rule.method == "weighted" and (weight is None or weight < 0):
            what = say(
                "{name} has no weight of 0 or more",
                "{name}に0以上の重みがない",
                name=child.name,
            )
            yield Problem(what, f"{where}.weight")
        if isinstance(child, Group):
            yield from _problems(child, rule, where)


@frozen
class _Counted:
    """A child as its group sees it."""

    child: Part | RolledUp
    score: Decimal | None
    label: str | None
    assessed: int
    covered: int
    total: int

    @property
    def weight(self) -> Decimal:
        return _ZERO if self.child.weight is None else self.child.weight

    @property
    def points(self) -> tuple[Decimal, int]:
        """The points it brings, and for how many parts; a grade by hand counts as one."""
        if isinstance(self.child, RolledUp) and not self.child.counts_by_hand:
            return self.child.points, self.child.units
        return _ZERO if self.score is None else self.score, 1


def _weighed(child: Child, rule: RollUpRule) -> Child:
    """*child* with the weight that the rule gives it, where it brings none."""
    if rule.method != "weighted" or child.weight is not None:
        return child
    return evolve(child, weight=rule.weight_of(child.name))


def _counted(child: Child, rule: RollUpRule) -> _Counted:
    if isinstance(child, Part):
        score = counted(child, rule)
        known = int(score is not None)
        if score is None and child.is_assessed:
            missing = why.NO_SCORE if rule.of == "score" else why.NO_NUMBER
            child = evolve(child, reason=missing)
        return _Counted(child, score, child.label, known, known, 1)
    group = rolled(child, rule)
    used = group.counts
    return _Counted(
        group,
        group.score if used else None,
        group.shown,
        group.assessed if used else 0,
        group.covered if used else 0,
        group.total,
    )


def rolled(group: Group, rule: RollUpRule) -> RolledUp:
    """*group* as one; a weight that nobody declared is a reason against it, and no error."""
    rule = group.rule or rule
    children = [_counted(_weighed(child, rule), rule) for child in group.parts]
    counting = children
    if rule.method == "main":
        counting = [it for it in children if _is_main(it.child, rule)]
    known = [it for it in counting if it.score is not None]
    total = sum(it.total for it in counting)
    is_by_hand = group.by_hand is not None and rule.of == "score"
    covered = total if is_by_hand else sum(it.covered for it in known)
    base = RolledUp(
        name=group.name,
        rule=rule,
        assessed=sum(it.assessed for it in known),
        total=total,
        covered=covered,
        parts=tuple(it.child for it in children),
        by_hand=group.by_hand,
        weight=group.weight,
    )
    return _decided(base, rule, children, counting, known)


def _is_main(child: Part | RolledUp, rule: RollUpRule) -> bool:
    """Groups always count: what they count is looked for in them."""
    return isinstance(child, RolledUp) or child.main or child.name in rule.main


def _decided(
    base: RolledUp,
    rule: RollUpRule,
    children: list[_Counted],
    counting: list[_Counted],
    known: list[_Counted],
) -> RolledUp:
    if rule.method == "by_hand":
        waiting = None if base.by_hand is not None else why.NOT_JUDGED_YET
        return evolve(base, reason=waiting)
    reason = _reason_against(base, rule, children, counting, known)
    if reason is not None:
        return evolve(base, reason=reason)
    value = _value(rule, known)
    if value is None:
        return evolve(base, reason=why.NO_WEIGHT)
    printed = None if rule.rounding is None else rule.rounding.apply(value)
    graded_on = printed if rule.grade_on == "printed" and printed is not None else value
    step = step_of(base, graded_on, tuple(it.label for it in known))
    if isinstance(step, NotAssessable):
        return evolve(base, reason=step)
    label = step.label if step is not None else None
    if step is None and rule.method == "worst":
        label = next((it.label for it in known if it.score == value), None)
    return evolve(
        base,
        value=value,
        printed=printed,
        label=label,
        step=step,
        points=_sum(it.points[0] for it in known),
        units=_units(known),
    )


def _reason_against(
    base: RolledUp,
    rule: RollUpRule,
    children: list[_Counted],
    counting: list[_Counted],
    known: list[_Counted],
) -> NotAssessable | None:
    if not children:
        return why.NO_PARTS
    if not counting:
        return why.NO_MAIN_PART
    if rule.method == "weighted" and any(it.child.weight is None for it in counting):
        return _without_weight(it.child.name for it in counting if it.child.weight is None)
    if not known:
        return why_none_counts([it.child for it in counting], rule)
    covered = sum(it.covered for it in known)
    if 100 * covered < rule.minimum_coverage * base.total:
        return not_covered(covered, base.total, rule, say("parts", "の"))
    return None


def _without_weight(names: Iterable[str]) -> NotAssessable:
    return NotAssessable(
        why.WEIGHT_NOT_DECLARED.code,
        say(
            "no weight is declared for {names}",
            "{names}の重みが定められていない",
            names=tuple(names),
        ),
    )


def _units(known: list[_Counted]) -> int:
    return sum(it.points[1] for it in known)


def _value(rule: RollUpRule, known: list[_Counted]) -> Decimal | None:
    """The number of the group; ``None`` where all weights are 0."""
    scores = [_ZERO if it.score is None else it.score for it in known]
    if rule.method == "worst":
        return min(scores)
    if rule.method == "points":
        points = _sum(it.points[0] for it in known)
        if rule.full is None:
            return points
        return percent(divide(points, multiply(rule.full, Decimal(_units(known)))))
    if rule.method == "weighted":
        weights = _sum(it.weight for it in known)
        total = _sum(multiply(it.weight, score) for it, score in zip(known, scores, strict=True))
        return divide(total, weights) if weights else None
    return divide(_sum(scores), Decimal(len(scores)))


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    total = _ZERO
    for number in numbers:
        total = add(total, number)
    return total
