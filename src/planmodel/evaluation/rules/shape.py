"""What a rule file may hold, key by key; its JSON Schema is made from the same tables."""

from __future__ import annotations

from typing import Final, get_args

from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.facts import CONVENTIONS, DIRECTIONS, KINDS, PATHS, SCOPES
from planmodel.evaluation.reasons import REASONS
from planmodel.evaluation.rounding import MODES
from planmodel.evaluation.rules.model import MAIN_ROLES, Whole
from planmodel.evaluation.rules.reading import (
    Choice,
    Either,
    Entry,
    Flag,
    Later,
    ListOf,
    MapOf,
    Number,
    Schema,
    Table,
    Words,
    Yes,
)

__all__ = ["ANY_REASON", "JUDGING_KEYS", "METHODS", "NO_MEASURE", "RULE", "rule_schema"]

METHODS: Final = ("mean", "worst", "weighted", "points", "main", "by_hand")
WHOLES: Final[tuple[Whole, ...]] = get_args(Whole)
ANY_REASON: Final = "any"
NO_MEASURE: Final = "none"
_DECLARED: Final = "declared"

_WORD = Words()
_WORD_LIST = ListOf(_WORD)
_LOCALIZED = Table(
    {
        "en": Entry(_WORD, "in English", required=True),
        "ja": Entry(_WORD, "in Japanese", required=True),
    }
)
_ENDS = {
    "at_least": Entry(Number(), "the lower end, itself inside (以上)"),
    "above": Entry(Number(), "the lower end, itself outside (超)"),
    "at_most": Entry(Number(), "the upper end, itself inside (以下)"),
    "below": Entry(Number(), "the upper end, itself outside (未満)"),
}
_APART = (("at_least", "above"), ("at_most", "below"))
_LABELLED = {
    "label": Entry(_WORD, "the grade as printed", required=True),
    "title": Entry(_LOCALIZED, "what the grade means, in two languages"),
    "score": Entry(Number(), "what the grade counts in a roll-up"),
}
_ROUNDING = {
    "mode": Entry(Choice(MODES), "how digits are dropped", required=True),
    "places": Entry(
        Number(-12, 12, whole=True), "digits after the point that are kept", required=True
    ),
}


def _condition() -> Table:
    return CONDITION


_TESTS = {
    "measure": Entry(Choice(tuple(MEASURES)), "the measure compared; the rule's own if absent"),
    **_ENDS,
    "equals": Entry(Number(), "exactly this number"),
    "percent_of": Entry(
        Choice(WHOLES),
        "the ends are percentages of the size of this figure (no division: it may be 0)",
    ),
    "reached": Entry(Flag(), "whether the target is met"),
    "final_year": Entry(Flag(), "whether it is the last year of the plan"),
    "has_path": Entry(
        Flag(), "whether a way leads to the target; none where it is asked for in the very year"
    ),
    "direction": Entry(Choice(DIRECTIONS), "whether more or less is better"),
    "kind": Entry(ListOf(Choice(KINDS)), "kinds of indicator"),
    "target_kind": Entry(_WORD_LIST, "forms of target, such as at_least or between"),
    "target_scope": Entry(
        ListOf(Choice(SCOPES)), "when the target asks: by its date, every year, to be kept"
    ),
    "tags": Entry(_WORD_LIST, "words one of which the indicator carries"),
    "every": Entry(_WORD_LIST, "in a roll-up: every assessed part has one of these labels"),
    "some": Entry(_WORD_LIST, "in a roll-up: at least one part has one of these labels"),
    "all": Entry(ListOf(Later(_condition)), "conditions that must all hold"),
    "any": Entry(ListOf(Later(_condition)), "conditions of which one must hold"),
    "not": Entry(Later(_condition), "a condition that must not hold"),
}
_ALONE = ("measure", "percent_of")
_TESTS_APART = (*_APART, *(("equals", end) for end in _ENDS))
CONDITION: Final = Table(
    _TESTS, _TESTS_APART, tuple(k for k in _TESTS if k not in _ALONE), "condition"
)

_CASE = Table(
    {**_LABELLED, **_TESTS, "otherwise": Entry(Yes(), "true in the last case, and only there")},
    (*_TESTS_APART, *(("otherwise", key) for key in _TESTS)),
    (*(k for k in _TESTS if k not in _ALONE), "otherwise"),
)
_BAND = Table({**_LABELLED, **_ENDS}, _APART)
_SCALE = Table(
    {
        "kind": Entry(
            Choice(("bands", "first_match")),
            "bands: a partition of all numbers; first_match: ordered conditions",
            required=True,
        ),
        "bands": Entry(ListOf(_BAND), "the bands, one beside the other"),
        "cases": Entry(ListOf(_CASE), "the conditions in their order; the last one is an else"),
    },
    (("bands", "cases"),),
    ("bands", "cases"),
)
_JUDGING = {
    "measure": Entry(
        Choice((*MEASURES, NO_MEASURE)),
        "the measure that is graded; none takes away the one of the entries it stands over",
    ),
    "convention": Entry(Choice(CONVENTIONS), "how a ratio is formed where less is better"),
    "path": Entry(
        Choice((_DECLARED, *PATHS)),
        "the year's expected value: as declared by the indicator, or always on this path",
    ),
    "net_of_baseline": Entry(
        Flag(), "running totals: whether the baseline is taken off before dividing"
    ),
    "rounding": Entry(
        Table(
            {
                **_ROUNDING,
                "indicators": Entry(
                    MapOf(Table(_ROUNDING)), "indicators that are rounded in another way, by id"
                ),
            }
        ),
        "how the number is printed",
    ),
    "grade_on": Entry(Choice(("exact", "printed")), "which number is graded"),
    "scale": Entry(_SCALE, "the grades"),
}
JUDGING_KEYS: Final = tuple(_JUDGING)
_OF_ONE = ("final_year", "has_path", "direction", "kind", "target_kind", "target_scope", "tags")
_WHEN = Table({key: _TESTS[key] for key in _OF_ONE}, one_of=_OF_ONE)
_ROLL_UP = Table(
    {
        "method": Entry(Choice(METHODS), "how the parts become one", required=True),
        "minimum_coverage": Entry(
            Number(0, 100),
            "percent of the parts that must be assessed, else the whole is not",
            required=True,
        ),
        "scores": Entry(MapOf(Number()), "what each label counts"),
        "full": Entry(Number(), "points: the most one part can get; the result is then in percent"),
        "weights": Entry(
            MapOf(Number(least=0)), "weighted: what each indicator or section weighs, by id"
        ),
        "default_weight": Entry(
            Number(least=0), "weighted: what all others weigh; without it they must be named"
        ),
        "main": Entry(_WORD_LIST, "main: the ids of the main indicators"),
        "main_roles": Entry(
            _WORD_LIST,
            "main: the roles of main indicators, as whole words; where neither main nor "
            f"main_roles is given: {', '.join(sorted(MAIN_ROLES))}",
        ),
        "rounding": Entry(Table(_ROUNDING), "how the number is printed"),
        "grade_on": Entry(Choice(("exact", "printed")), "which number is graded"),
        "scale": Entry(_SCALE, "the grades of the whole"),
    }
)
_REASON_LIST = ListOf(Choice((*REASONS, ANY_REASON)))
_STATE = Table(
    {
        "reasons": Entry(_REASON_LIST, "for which reasons it is printed", required=True),
        "score": Entry(Number(), "what it counts in a roll-up; without it, it is no grade"),
    }
)
RULE: Final = Table(
    {
        "name": Entry(_WORD, "the name of the rule", required=True),
        "version": Entry(_WORD, "its version; another one for every change", required=True),
        "title": Entry(_LOCALIZED, "what it is called"),
        "note": Entry(_LOCALIZED, "what its users should know"),
        "extends": Entry(_WORD, "a shipped rule or a file whose entries hold unless given here"),
        "source": Entry(
            Table(
                {
                    "title": Entry(_WORD, "the document", required=True),
                    "url": Entry(_WORD, "where it is found"),
                    "note": Entry(_LOCALIZED, "what it says and leaves open"),
                }
            ),
            "where the rule is published",
        ),
        **_JUDGING,
        "states": Entry(
            MapOf(Either(_REASON_LIST, _STATE)),
            "what is printed instead of a grade, and for which reasons; a table may give it a "
            "score, by which it counts as a grade",
        ),
        "variants": Entry(
            ListOf(Table({"when": Entry(_WHEN, "where it applies", required=True), **_JUDGING})),
            "other entries for some indicators or years; the first that applies",
        ),
        "rollup": Entry(_ROLL_UP, "how groups are judged"),
    },
    one_of=("extends", "scale", "rollup"),
)
"""A rule file."""


def rule_schema() -> Schema:
    """The JSON Schema (2020-12) of a rule file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "planmodel grading rule",
        **RULE.definition(),
        "$defs": {"condition": CONDITION.definition()},
    }
