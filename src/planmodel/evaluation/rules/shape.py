"""What a rule file may hold, key by key; its JSON Schema is made from the same tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, get_args

from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.facts import CONVENTIONS, DIRECTIONS, KINDS, PATHS, SCOPES
from planmodel.evaluation.reasons import ANY_REASON, REASONS
from planmodel.evaluation.rounding import MODES
from planmodel.evaluation.rules.model import MAIN_ROLES, Counting
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
from planmodel.evaluation.rules.steps import Which, Whole

__all__ = ["ANY_REASON", "JUDGING_KEYS", "METHODS", "NO_MEASURE", "RULE", "rule_schema"]

METHODS: Final = ("mean", "worst", "weighted", "points", "main", "by_hand")
WHICH: Final[tuple[Which, ...]] = get_args(Which)
WHOLES: Final[tuple[Whole, ...]] = get_args(Whole)
COUNTINGS: Final[tuple[Counting, ...]] = get_args(Counting)
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


_EQUALS = Entry(Number(), "exactly this number")
_Pairs: TypeAlias = tuple[tuple[str, str], ...]
_REASON_LIST = ListOf(Choice((*REASONS, ANY_REASON)))


def _condition() -> Table:
    return CONDITION


def _condition_of_parts() -> Table:
    return CONDITION_OF_PARTS


def _joined(make: Callable[[], Table]) -> dict[str, Entry]:
    """Conditions made of others."""
    return {
        "all": Entry(ListOf(Later(make)), "conditions that must all hold"),
        "any": Entry(ListOf(Later(make)), "conditions of which one must hold"),
        "not": Entry(Later(make), "a condition that must not hold"),
    }


_TESTS = {
    "measure": Entry(Choice(tuple(MEASURES)), "the measure compared; the rule's own if absent"),
    **_ENDS,
    "not_assessable": Entry(
        _REASON_LIST, "the measure cannot be computed, for one of these reasons"
    ),
    "target": Entry(
        Choice(WHICH), "which target the measure, or reached, takes; as the rule does if absent"
    ),
    "equals": _EQUALS,
    "percent_of": Entry(
        Choice(WHOLES),
        "the ends are percentages of the size of this figure (no division: it may be 0)",
    ),
    "reached": Entry(Flag(), "whether the target is met"),
    "final_year": Entry(Flag(), "whether it is the last year of the plan"),
    "due": Entry(Flag(), "whether the target is due in this year, or was before"),
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
    **_joined(_condition),
}
_TESTS_OF_PARTS = {
    **_ENDS,
    "equals": _EQUALS,
    "every": Entry(_WORD_LIST, "every part that counts has one of these labels"),
    "some": Entry(_WORD_LIST, "at least one part has one of these labels"),
    "share": Entry(
        _WORD_LIST, "the ends are of the parts with one of these labels, in percent of all"
    ),
    "count": Entry(_WORD_LIST, "the ends are of the number of parts with one of these labels"),
    "among": Entry(
        Choice(("main",)), "the labels are those of the main indicators only, at any depth"
    ),
    **_joined(_condition_of_parts),
}
_ALONE = ("measure", "percent_of", "among", "target")
_ENDS_APART = (*_APART, *(("equals", end) for end in _ENDS))
_TESTS_APART = (
    *_ENDS_APART,
    *(("not_assessable", end) for end in (*_ENDS, "equals")),
)


def _condition_table(tests: Mapping[str, Entry], apart: _Pairs, ref: str) -> Table:
    return Table(tests, apart, tuple(key for key in tests if key not in _ALONE), ref)


def _scale_table(tests: Mapping[str, Entry], apart: _Pairs, **more: Entry) -> Table:
    case = Table(
        {**_LABELLED, **tests, "otherwise": Entry(Yes(), "true in the last case, and only there")},
        (*apart, *(("otherwise", key) for key in tests)),
        (*(key for key in tests if key not in _ALONE), "otherwise"),
    )
    return Table(
        {
            "kind": Entry(
                Choice(("bands", "first_match")),
                "bands: a partition of all numbers; first_match: ordered conditions",
                required=True,
            ),
            **more,
            "bands": Entry(ListOf(_BAND), "the bands, one beside the other"),
            "cases": Entry(ListOf(case), "the conditions in their order; the last one is an else"),
        },
        (("bands", "cases"),),
        ("bands", "cases"),
    )


_PARTS_APART = (*_ENDS_APART, ("share", "count"))
_BAND = Table({**_LABELLED, **_ENDS}, _APART)
CONDITION: Final = _condition_table(_TESTS, _TESTS_APART, "condition")
CONDITION_OF_PARTS: Final = _condition_table(_TESTS_OF_PARTS, _PARTS_APART, "condition_of_parts")
_SCALE = _scale_table(
    _TESTS,
    _TESTS_APART,
    unit=Entry(Choice(("percent",)), "says that ends of 2 and less are percentages all the same"),
)
_JUDGING = {
    "measure": Entry(
        Choice((*MEASURES, NO_MEASURE)),
        "the measure that is graded; none takes away the one of the entries it stands over",
    ),
    "convention": Entry(Choice(CONVENTIONS), "how a ratio is formed where less is better"),
    "target": Entry(
        Choice(WHICH),
        "which target T is: the one printed for the year, where there is one, or the final one; "
        "if absent, the ratio to the target takes that of the year, all else the final one",
    ),
    "limits": Entry(
        Table(
            {
                "at_least": Entry(Number(), "the number is never below"),
                "at_most": Entry(Number(), "the number is never above"),
            },
            one_of=("at_least", "at_most"),
        ),
        "a floor and a cap of the number, before it is rounded or graded",
    ),
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
_OF_ONE = (
    "final_year", "due", "has_path", "direction", "kind", "target_kind", "target_scope", "tags",
)  # fmt: skip
_WHEN = Table({key: _TESTS[key] for key in _OF_ONE}, one_of=_OF_ONE)
_ROLL_UP = Table(
    {
        "method": Entry(Choice(METHODS), "how the parts become one", required=True),
        "minimum_coverage": Entry(
            Number(0, 100),
            "percent of the parts that must be assessed, else the whole is not",
            required=True,
        ),
        "of": Entry(
            Choice(COUNTINGS),
            "what a part counts: the score of its grade (where absent), or the number it stands "
            "on, exact or as printed",
        ),
        "scores": Entry(MapOf(Number()), "what each label counts"),
        "full": Entry(Number(), "points: the most one part can get; the result is then in percent"),
        "weights": Entry(
            MapOf(Number(least=0)), "weighted: what each indicator or section weighs, by id"
        ),
        "default_weight": Entry(
            Number(least=0), "weighted: what all others weigh; without it they must be named"
        ),
        "main": Entry(
            _WORD_LIST, "main, and conditions among them: the ids of the main indicators"
        ),
        "main_roles": Entry(
            _WORD_LIST,
            "main, and conditions among them: the roles of main indicators, as whole words; "
            "where neither main nor "
            f"main_roles is given: {', '.join(sorted(MAIN_ROLES))}",
        ),
        "rounding": Entry(Table(_ROUNDING), "how the number is printed"),
        "grade_on": Entry(Choice(("exact", "printed")), "which number is graded"),
        "scale": Entry(_scale_table(_TESTS_OF_PARTS, _PARTS_APART), "the grades of the whole"),
    }
)
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
        "$defs": {it.ref: it.definition() for it in (CONDITION, CONDITION_OF_PARTS)},
    }
