"""From the data of a rule file to the rule: what a shape alone cannot see is checked here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from planmodel.errors import Problem
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.reasons import ANY_REASON
from planmodel.evaluation.rounding import Rounding
from planmodel.evaluation.rules.agreeing import disagreements
from planmodel.evaluation.rules.model import MAIN_ROLES, Judging, RollUpRule, Rule, Source, Variant
from planmodel.evaluation.rules.scales import (
    condition_of,
    interval_of,
    scale_of,
    text_of,
    uses_own_measure,
)
from planmodel.evaluation.rules.shape import JUDGING_KEYS, NO_MEASURE
from planmodel.evaluation.rules.steps import Bands, FirstMatch, Scale
from planmodel.text import say

__all__ = ["BASES", "build_rule"]

BASES = "*bases"
"""Where the loader notes the rules that a rule extends; no entry of a file is called so."""

_Data = Mapping[str, Any]


def build_rule(data: _Data, problems: list[Problem]) -> Rule:
    """The rule of *data*, which has the right shape; what does not fit goes to *problems*."""
    judging: Judging | None = None
    if "scale" in data:
        judging = _judging(data, "", problems)
    elif any(key in data for key in JUDGING_KEYS) or "variants" in data:
        problems.append(
            Problem(say("there is no scale for the measure", "評定の段階がない"), "scale")
        )
    variants = [
        Variant(
            condition_of(variant["when"]),
            _judging(
                {**_judging_part(data), **_judging_part(variant)}, f"variants[{at}].", problems
            ),
        )
        for at, variant in enumerate(data.get("variants", ()))
        if "scale" in data or "scale" in variant
    ]
    rollup = _roll_up(data["rollup"], problems) if "rollup" in data else None
    source = data.get("source")
    states = data.get("states", {})
    rule = Rule(
        name=data["name"],
        version=data["version"],
        judging=judging,
        variants=tuple(variants),
        states=_states(states, problems),
        state_scores={key: it["score"] for key, it in states.items() if "score" in it},
        rollup=rollup,
        source=None
        if source is None
        else Source(source["title"], source.get("url", ""), text_of(source.get("note"))),
        title=text_of(data.get("title")),
        note=text_of(data.get("note")),
        bases=tuple(data.get(BASES, ())),
    )
    problems += disagreements(rule, data)
    return rule


def _judging_part(data: _Data) -> dict[str, Any]:
    return {key: data[key] for key in JUDGING_KEYS if key in data}


def _rounding(given: _Data | None) -> Rounding | None:
    return None if given is None else Rounding(given["mode"], given["places"])


def _limits(given: _Data | None, place: str, problems: list[Problem]) -> Interval | None:
    limits = None if given is None else interval_of(given)
    if limits is not None and limits.is_empty:
        what = say("the floor lies above the cap", "下限が上限を超えている")
        problems.append(Problem(what, f"{place}limits", "at_least ≤ at_most"))
    return limits


def _judging(data: _Data, place: str, problems: list[Problem]) -> Judging:
    measure = data.get("measure")
    measure = None if measure == NO_MEASURE else measure
    scale = scale_of(data["scale"], f"{place}scale", problems, own=measure)
    if measure is None and (isinstance(scale, Bands) or any(map(uses_own_measure, scale.cases))):
        problems.append(
            Problem(
                say("the rule names no measure", "評価に使う計算が書かれていない"),
                f"{place}measure",
            )
        )
    if "grade_on" not in data:
        problems.append(
            Problem(
                say(
                    "the rule does not say which number is graded",
                    "どの数値で評定するかが書かれていない",
                ),
                f"{place}grade_on",
                "exact, printed",
            )
        )
    if data.get("grade_on") == "printed" and "rounding" not in data:
        problems.append(
            Problem(
                say(
                    "a grade on the printed number needs a rounding",
                    "表示する数値で評定するには端数処理の定めが要る",
                ),
                f"{place}rounding",
            )
        )
    path = data.get("path")
    if path is None and measure is not None and MEASURES[measure].has_path:
        problems.append(
            Problem(
                say(
                    "{measure} needs to know where the expected value comes from",
                    "{measure}には期待値の決め方が要る",
                    measure=measure,
                ),
                f"{place}path",
                "declared, linear, geometric, linear_from_zero",
            )
        )
    rounding = data.get("rounding")
    others: _Data = {} if rounding is None else rounding.get("indicators", {})
    return Judging(
        measure=measure,
        scale=scale,
        grade_on=data.get("grade_on", "exact"),
        convention=data.get("convention"),
        target=data.get("target"),
        limits=_limits(data.get("limits"), place, problems),
        path="declared" if path is None else path,
        net_of_baseline=data.get("net_of_baseline"),
        rounding=_rounding(rounding),
        roundings={name: Rounding(it["mode"], it["places"]) for name, it in others.items()},
    )


def _states(data: Mapping[str, Sequence[str] | _Data], problems: list[Problem]) -> dict[str, str]:
    states: dict[str, str] = {}
    for label, entry in data.items():
        for code in entry["reasons"] if isinstance(entry, Mapping) else entry:
            if code in states:
                what = say(
                    "{code} already has the state {label}",
                    "{code}にはすでに「{label}」がある",
                    code=code,
                    label=states[code],
                )
                problems.append(Problem(what, f"states.{label}"))
            states[code] = label
    if ANY_REASON in states:  # looked up last
        states[ANY_REASON] = states.pop(ANY_REASON)
    return states


_ONLY_OF = {
    "weights": "weighted",
    "default_weight": "weighted",
    "main": "main",
    "main_roles": "main",
}
_MAIN = ("main", "main_roles")


def _roll_up(data: _Data, problems: list[Problem]) -> RollUpRule:
    rounding = _rounding(data.get("rounding"))
    grade_on = data.get("grade_on", "exact")
    if grade_on == "printed" and rounding is None:
        what = say(
            "a grade on the printed number needs a rounding",
            "表示する数値で評定するには端数処理の定めが要る",
        )
        problems.append(Problem(what, "rollup.rounding"))
    if "full" in data and (data["method"] != "points" or data["full"] <= 0):
        what = say(
            "full is the most points of one part, above 0",
            "fullは一件当たりの満点で、0より大きい数",
        )
        problems.append(Problem(what, "rollup.full"))
    scale = scale_of(data["scale"], "rollup.scale", problems) if "scale" in data else None
    for key, method in _ONLY_OF.items():
        if key in data and data["method"] != method and not (key in _MAIN and _asks_main(scale)):
            what = say(
                "{key} means something only in a roll-up by the method {method}",
                "{key}は集約方法が{method}の場合にだけ使える",
                key=key,
                method=method,
            )
            problems.append(Problem(what, f"rollup.{key}"))
    names_main = "main" in data or "main_roles" in data
    return RollUpRule(
        method=data["method"],
        minimum_coverage=data["minimum_coverage"],
        scores=cast("Mapping[str, Decimal]", data.get("scores", {})),
        full=data.get("full"),
        rounding=rounding,
        grade_on=grade_on,
        scale=scale,
        weights=cast("Mapping[str, Decimal]", data.get("weights", {})),
        default_weight=data.get("default_weight"),
        main=frozenset(data.get("main", ())),
        main_roles=frozenset(data.get("main_roles", ())) if names_main else MAIN_ROLES,
        of=data.get("of", "score"),
    )


def _asks_main(scale: Scale | None) -> bool:
    """Whether a condition of *scale* asks about the main indicators."""
    cases = scale.cases if isinstance(scale, FirstMatch) else ()
    conditions = (it.condition for it in cases if it.condition is not None)
    return any(part.among == "main" for it in conditions for part in it.parts())
