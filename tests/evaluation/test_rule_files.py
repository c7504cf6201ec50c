"""Rule files: read strictly, refused with everything that is wrong, and described by a schema."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.metadata import EntryPoint
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import DocumentError
from planmodel.evaluation import grade, load_rule, read_rule, rule_names, rule_schema
from planmodel.evaluation.rules import known
from planmodel.evaluation.rules.steps import Bands, FirstMatch

TEN_LINES = """\
name = "our-letters"
version = "2024"
measure = "ratio_to_target"
convention = "T/v"
rounding = { mode = "half_up", places = 0 }
grade_on = "printed"
scale.kind = "bands"
scale.bands = [{ label = "◎", at_least = 100 },
  { label = "○", at_least = 80, below = 100 },
  { label = "△", below = 80 }]
"""

BANDS = [
    {"label": "A", "at_least": 100},
    {"label": "B", "at_least": 80, "below": 100},
    {"label": "C", "below": 80},
]
GOOD: dict[str, Any] = {
    "name": "r",
    "version": "1",
    "measure": "ratio_to_target",
    "grade_on": "exact",
    "scale": {"kind": "bands", "bands": BANDS},
}


def refused(data: Mapping[str, Any]) -> str:
    """What the loader says against *data*."""
    with pytest.raises(DocumentError) as caught:
        read_rule(data)
    assert caught.value.in_language("ja")
    return str(caught.value)


def scale(*bands: Mapping[str, Any]) -> dict[str, Any]:
    """The good rule with other bands."""
    return {**GOOD, "scale": {"kind": "bands", "unit": "percent", "bands": list(bands)}}


def cases(*given_cases: Mapping[str, Any]) -> dict[str, Any]:
    """The good rule with ordered conditions."""
    return {**GOOD, "scale": {"kind": "first_match", "cases": list(given_cases)}}


def of_parts(condition: Mapping[str, Any], **rollup: Any) -> dict[str, Any]:
    """The good rule with a roll-up that asks its parts for *condition*."""
    asked = [{"label": "A", **condition}, {"label": "B", "otherwise": True}]
    scale = {"kind": "first_match", "cases": asked}
    return {**GOOD, "rollup": {"method": "mean", "minimum_coverage": 0, "scale": scale, **rollup}}


# A reader of JSON Schema that knows only the keywords the schema uses, and no planmodel.


def _is(kind: str, it: object) -> bool:
    if kind in ("number", "integer"):
        is_number = isinstance(it, (int, float, Decimal)) and not isinstance(it, bool)
        return is_number and (kind == "number" or it == int(it))  # type: ignore[call-overload]
    types = {"object": dict, "array": list, "string": str, "boolean": bool}
    return isinstance(it, types[kind])


def accepts(  # noqa: C901, PLR0911, PLR0912 - one branch a keyword
    schema: Mapping[str, Any], it: Any, root: Mapping[str, Any]
) -> bool:
    """Whether *it* satisfies *schema*."""
    known = {"$schema", "$defs", "title", "description", "type", "properties", "required", "$ref"}
    known |= {"additionalProperties", "items", "minItems", "enum", "const", "pattern"}
    known |= {"minimum", "maximum", "allOf", "anyOf", "not"}
    assert set(schema) <= known
    if "$ref" in schema and not accepts(root["$defs"][schema["$ref"].split("/")[-1]], it, root):
        return False
    if "type" in schema and not _is(schema["type"], it):
        return False
    if "enum" in schema and it not in schema["enum"]:
        return False
    if "const" in schema and it is not schema["const"]:
        return False
    if isinstance(it, str) and "pattern" in schema and not re.search(schema["pattern"], it):
        return False
    if "minimum" in schema and not schema["minimum"] <= it <= schema.get("maximum", it):
        return False
    if isinstance(it, list):
        items = schema.get("items", {})
        if len(it) < schema.get("minItems", 0) or not all(accepts(items, x, root) for x in it):
            return False
    if isinstance(it, dict):
        others = schema.get("additionalProperties", True)
        for key, value in it.items():
            own = schema.get("properties", {}).get(key, others)
            if own is False or (own is not True and not accepts(own, value, root)):
                return False
        if not set(schema.get("required", ())) <= set(it):
            return False
    if "not" in schema and accepts(schema["not"], it, root):
        return False
    if "anyOf" in schema and not any(accepts(part, it, root) for part in schema["anyOf"]):
        return False
    return all(accepts(part, it, root) for part in schema.get("allOf", ()))


def fits_schema(data: Any) -> bool:
    """Whether the published schema takes *data*."""
    return accepts(rule_schema(), data, rule_schema())


def preset_data(name: str) -> dict[str, Any]:
    """The data of a shipped rule, read without the loader."""
    import tomllib

    file = files("planmodel.evaluation.rules") / "presets" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)


def test_the_committed_schema_is_the_one_of_the_loader() -> None:
    """The file that ships is made from the shapes that read rules."""
    committed = files("planmodel.evaluation.rules") / "rule.schema.json"
    assert json.loads(committed.read_text("utf-8")) == json.loads(json.dumps(rule_schema()))


@pytest.mark.parametrize("name", rule_names())
def test_every_shipped_rule_fits_and_names_its_source(name: str) -> None:
    """A shipped rule is read, fits the schema, is called like its file and has a source."""
    rule = load_rule(name)
    assert rule.name == name
    assert fits_schema(preset_data(name))
    assert rule.source is not None
    assert rule.source.title
    assert rule.title is not None
    assert rule.judging is not None
    assert rule.judging.scale.steps


def test_ten_lines_are_enough(tmp_path: Path) -> None:
    """An officer's own letters take ten lines, in TOML or in JSON."""
    assert len(TEN_LINES.splitlines()) == 10
    toml = tmp_path / "ours.toml"
    toml.write_text(TEN_LINES, "utf-8")
    rule = load_rule(toml)
    assert rule.judging is not None
    assert [step.label for step in rule.judging.scale.steps] == ["◎", "○", "△"]
    as_json = tmp_path / "ours.json"
    as_json.write_text(json.dumps({**GOOD, "name": "from-json"}), "utf-8")
    assert load_rule(str(as_json)).name == "from-json"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, ("name is missing", "version is missing", "one of extends, scale, rollup")),
        ({**GOOD, "mesure": "x"}, ("mesure", "did you mean measure?")),
        ({**GOOD, "measure": "ratio_to_targt"}, ("measure", "did you mean ratio_to_target?")),
        ({**GOOD, "grade_on": "paper"}, ("grade_on", "exact, printed")),
        ({**GOOD, "name": " "}, ("name: ' ' does not fit",)),
        ({**GOOD, "net_of_baseline": "yes"}, ("net_of_baseline",)),
        ({**GOOD, "rounding": {"mode": "up", "places": 1.5}}, ("rounding.mode", "rounding.places")),
        ({**GOOD, "rounding": {"mode": "half_up", "places": 13}}, ("-12 to 12",)),
        ({**GOOD, "rounding": "half_up"}, ("rounding", "a table")),
        ({**GOOD, "states": {"中止": ["discontinud"]}}, ("did you mean discontinued?",)),
        ({**GOOD, "states": {"中止": []}}, ("states.中止", "at least 1")),
        (
            of_parts({"reached": True}),
            ("rollup.scale.cases[0].reached: there is no such entry", "every, some, share, count"),
        ),
        (of_parts({"share": ["A"], "count": ["A"], "above": 1}), ("exclude each other",)),
        (of_parts({"some": ["A"], "among": "all"}), ("cases[0].among", "main")),
        (of_parts({"some": ["A"]}, of="label"), ("rollup.of", "score, number, printed")),
        (
            cases({"label": "A", "every": ["x"]}, {"label": "B", "otherwise": True}),
            ("scale.cases[0].every: there is no such entry",),
        ),
        ({**GOOD, "states": {"完了": {"score": 3}}}, ("states.完了: reasons is missing",)),
        ({**GOOD, "states": {"完了": {"reasons": ["any"], "score": "3"}}}, ("完了.score",)),
        ({**GOOD, "states": ["中止"]}, ("states", "a table")),
        ({**GOOD, "title": {"en": "x"}}, ("title: ja is missing",)),
        (scale({"at_least": 0}, {"label": "B", "below": 0}), ("bands[0]: label is missing",)),
        (scale(), ("at least 1",)),
        (scale({"label": "A", "at_least": 1, "above": 1}), ("exclude each other",)),
        ({**GOOD, "scale": {"kind": "bands"}}, ("one of bands, cases is missing",)),
        ({**GOOD, "scale": {"kind": "steps", "bands": BANDS}}, ("scale.kind",)),
        (cases({"label": "A"}, {"label": "B", "otherwise": True}), ("cases[0]: one of",)),
        (cases({"label": "A", "otherwise": False}), ("otherwise",)),
        (
            cases({"label": "A", "otherwise": True, "above": 3}),
            ("otherwise and above exclude each other",),
        ),
        (
            cases({"label": "A", "all": [{"abov": 3}]}, {"label": "B", "otherwise": True}),
            ("cases[0].all[0].abov", "did you mean above?"),
        ),
        ({**GOOD, "variants": [{"grade_on": "exact"}]}, ("when is missing",)),
        ({**GOOD, "rollup": {"method": "average"}}, ("rollup.method", "minimum_coverage")),
        (
            {**GOOD, "rollup": {"method": "mean", "minimum_coverage": 101}},
            ("rollup.minimum_coverage", "0 to 100"),
        ),
        (
            {
                **GOOD,
                "rollup": {
                    "method": "weighted",
                    "minimum_coverage": 0,
                    "weights": {"a": -1, "b": "much"},
                    "default_weight": -2,
                },
            },
            ("rollup.weights.a", "rollup.weights.b", "rollup.default_weight"),
        ),
        (
            {**GOOD, "scale": {"kind": "bands", "bands": [{"label": "A", "above": True}]}},
            ("above",),
        ),
    ],
)
def test_what_has_the_wrong_shape_is_refused_by_loader_and_schema(
    data: dict[str, Any], words: tuple[str, ...]
) -> None:
    """Both say no, and the loader says where and why."""
    message = refused(data)
    for word in words:
        assert word in message
    assert not fits_schema(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (scale({"label": "A", "at_least": 80}), ("below 80 have no band",)),
        (scale({"label": "A", "below": 80}), ("above 80 have no band",)),
        (
            scale({"label": "A", "above": 80}, {"label": "B", "below": 80}),
            ("gap between the bands B and A", "at_least = 80 in A, or at_most = 80 in B"),
        ),
        (
            scale({"label": "A", "at_least": 90}, {"label": "B", "below": 80}),
            ("gap between the bands B and A", "write below = 90 in B"),
        ),
        (
            scale(
                {"label": "A", "at_least": 100},
                {"label": "B", "at_least": 80, "at_most": 99},
                {"label": "C", "below": 80},
            ),
            ("gap between the bands B and A", "whole numbers", "write below = 100 in B"),
        ),
        (
            scale({"label": "A", "above": 90}, {"label": "B", "at_most": 80}),
            ("write at_most = 90 in B",),
        ),
        (
            scale({"label": "A", "at_least": 80}, {"label": "B", "at_most": 80}),
            ("80 lies in both bands B and A",),
        ),
        (
            scale({"label": "A", "at_least": 70}, {"label": "B", "below": 80}),
            ("B and A overlap",),
        ),
        (scale({"label": "A"}, {"label": "B"}), ("A and B overlap",)),
        (
            scale({"label": "A", "at_least": 9, "below": 9}, {"label": "B"}),
            ("no number lies in the band A",),
        ),
        (cases({"label": "A", "above": 3}), ("last case must be an else",)),
        (
            cases({"label": "A", "otherwise": True}, {"label": "B", "otherwise": True}),
            ("only the last case is an else",),
        ),
        (
            cases({"label": "A", "above": 3, "below": 2}, {"label": "B", "otherwise": True}),
            ("no number satisfies it",),
        ),
        (
            cases(
                {"label": "A", "measure": "gap", "reached": True}, {"label": "B", "otherwise": True}
            ),
            ("gap is compared with nothing",),
        ),
        (
            cases(
                {"label": "A", "percent_of": "baseline", "reached": True},
                {"label": "B", "otherwise": True},
            ),
            ("baseline is compared with nothing",),
        ),
        (
            cases(
                {"label": "A", "measure": "change_rate", "percent_of": "baseline", "above": 3},
                {"label": "B", "otherwise": True},
            ),
            ("change_rate is a ratio already",),
        ),
        (
            {
                **GOOD,
                "rollup": {
                    "method": "mean",
                    "minimum_coverage": 0,
                    "weights": {"a": 1},
                    "main": ["a"],
                },
            },
            ("rollup.weights: weights means something only", "rollup.main: main means something"),
        ),
        ({**GOOD, "scale": {"kind": "first_match", "bands": BANDS}}, ("has cases",)),
        ({**GOOD, "grade_on": "printed"}, ("rounding",)),
        ({k: v for k, v in GOOD.items() if k != "grade_on"}, ("which number is graded",)),
        ({k: v for k, v in GOOD.items() if k != "measure"}, ("names no measure",)),
        (
            {
                **{k: v for k, v in GOOD.items() if k != "measure"},
                "scale": {
                    "kind": "first_match",
                    "cases": [
                        {"label": "A", "measure": "gap", "below": 0},
                        {"label": "B", "reached": True, "all": [{"above": 3}]},
                        {"label": "C", "otherwise": True},
                    ],
                },
            },
            ("names no measure",),
        ),
        (
            {**GOOD, "rollup": {"method": "points", "minimum_coverage": 0, "full": 0}},
            ("rollup.full",),
        ),
        ({**GOOD, "measure": "pace_ratio"}, ("where the expected value comes from",)),
        ({**GOOD, "states": {"−": ["any"], "中止": ["any"]}}, ("already has the state",)),
        (
            {**GOOD, "states": {"−": ["any"], "中止": {"reasons": ["any"], "score": 1}}},
            ("already has the state",),
        ),
        (
            {
                **scale({"label": "A", "at_least": 1, "score": 2}, {"label": "B", "below": 1}),
                "states": {"A": ["value_zero"], "B": ["no_value"]},
            },
            ("states.A: A is also a grade that counts 2", "score = ...", "leave the score out"),
        ),
        (
            {
                **scale({"label": "A", "at_least": 1, "score": 2}, {"label": "B", "below": 1}),
                "states": {"A": {"reasons": ["value_zero"], "score": 2}},
                "rollup": {"method": "mean", "minimum_coverage": 0, "scores": {"A": 3}},
            },
            ("states.A.score: the state A counts 2, the grade of the same name 3",),
        ),
        (
            {
                "name": "r",
                "version": "1",
                "measure": "gap",
                "rollup": {"method": "mean", "minimum_coverage": 0},
            },
            ("no scale",),
        ),
        (
            {**GOOD, "rollup": {"method": "mean", "minimum_coverage": 0, "full": 5}},
            ("rollup.full",),
        ),
        (
            {**GOOD, "rollup": {"method": "mean", "minimum_coverage": 0, "grade_on": "printed"}},
            ("rollup.rounding",),
        ),
        (of_parts({"share": ["A"]}), ("cases[0]: how many of A are asked for",)),
        (of_parts({"any": [{"count": ["A"], "some": ["B"]}]}), ("cases[0]: how many of A",)),
        (of_parts({"among": "main", "every": ["A"], "below": 3}), ("that of all parts",)),
        (of_parts({"among": "main", "not": {"some": ["A"]}}), ("among needs every",)),
        (of_parts({"some": ["A"]}, main=["a"]), ("rollup.main: main means something only",)),
        (of_parts({"some": ["A"]}, of="number", scores={"A": 1}), ("scores count nothing",)),
        (of_parts({"some": ["A"]}, of="printed"), ("rounding: to count the printed numbers",)),
        ({**of_parts({"some": ["A"]}, of="number"), "measure": "gap"}, ("gap is in the unit",)),
        (
            {
                **of_parts({"some": ["A"]}, of="number"),
                **cases({"label": "A", "reached": True}, {"label": "B", "otherwise": True}),
                "measure": "none",
            },
            ("rollup.of: no measure gives a number",),
        ),
    ],
)
def test_what_only_the_whole_shows_is_refused_by_the_loader(
    data: dict[str, Any], words: tuple[str, ...]
) -> None:
    """Gaps, overlaps and things that do not go together have the right shape, and are refused."""
    message = refused(data)
    for word in words:
        assert word in message
    assert fits_schema(data)


def test_all_problems_are_named_at_once() -> None:
    """One reading is enough to see everything that is wrong."""
    data = {**GOOD, "nme": 1, "measure": "x", "grade_on": 3, "scale": {"kind": "bands"}}
    del data["name"]
    with pytest.raises(DocumentError) as caught:
        read_rule(data, where="ours.toml")
    places = [problem.where for problem in caught.value.problems]
    assert len(places) == 5
    assert all(place.startswith("ours.toml") for place in places)


@given(st.sampled_from(sorted(GOOD)), st.sampled_from([None, 3, "x", [], {}, True, [3], {"a": 1}]))
def test_loader_and_schema_agree_on_any_wrong_entry(key: str, it: object) -> None:
    """Whatever stands in the place of an entry, the schema takes no less than the loader."""
    data = {**GOOD, key: it}
    try:
        read_rule(data)
    except DocumentError:
        return
    assert fits_schema(data)


ENDS = st.lists(st.integers(-50, 150), min_size=1, max_size=6, unique=True).map(sorted)


@given(ENDS, st.lists(st.booleans(), min_size=6, max_size=6), st.data())
def test_every_number_falls_in_exactly_one_band(
    ends: list[int], upwards: list[bool], data: st.DataObject
) -> None:
    """A partition is accepted in any order, and takes every number exactly once."""
    bands: list[dict[str, Any]] = []
    for at in range(len(ends) + 1):
        band: dict[str, Any] = {"label": str(at)}
        if at > 0:
            band["at_least" if upwards[at - 1] else "above"] = ends[at - 1]
        if at < len(ends):
            band["below" if upwards[at] else "at_most"] = ends[at]
        bands.append(band)
    shuffled = data.draw(st.permutations(bands))
    judging = read_rule(scale(*shuffled)).judging
    assert judging is not None
    assert isinstance(judging.scale, Bands)
    number = data.draw(st.one_of(st.sampled_from(ends).map(Decimal), st.decimals(-60, 160)))
    inside = [band for band in judging.scale.bands if band.interval.contains(number)]
    assert inside == [judging.scale.find(number)]


@given(ENDS, st.data())
def test_a_partition_without_one_of_its_bands_is_refused(
    ends: list[int], data: st.DataObject
) -> None:
    """Taking any band away leaves a gap, and that is seen."""
    edges = [None, *ends, None]
    bands = [
        {
            "label": str(at),
            **({} if low is None else {"at_least": low}),
            **({} if high is None else {"below": high}),
        }
        for at, (low, high) in enumerate(pairwise(edges))
    ]
    del bands[data.draw(st.integers(0, len(bands) - 1))]
    assert re.search("gap|no band", refused(scale(*bands)))


def test_a_band_may_be_a_single_number() -> None:
    """Exactly 100 may have a grade of its own, between two open ends."""
    point = {"label": "=", "at_least": 100, "at_most": 100}
    judging = read_rule(scale({"label": "+", "above": 100}, point, {"label": "-", "below": 100}))
    assert judging.judging is not None
    found = judging.judging.scale
    assert isinstance(found, Bands)
    labels = [found.find(Decimal(x)).label for x in ("100.1", "100", "99.9", "-5", "1e9")]
    assert labels == ["+", "=", "-", "-", "+"]


def test_a_text_with_a_separator_is_a_path(tmp_path: Path) -> None:
    """A file needs no ending to be read as TOML."""
    (tmp_path / "ours").write_text(TEN_LINES, "utf-8")
    assert load_rule(str(tmp_path / "ours")).name == "our-letters"


def test_a_rule_extends_another_one(tmp_path: Path) -> None:
    """Only what differs is written; the shipped rule's bands hold, its author does not."""
    ours = tmp_path / "ours.toml"
    ours.write_text(
        'name = "ours"\nversion = "1"\nextends = "ibaraki"\nnet_of_baseline = true\n', "utf-8"
    )
    rule = load_rule(ours)
    base = load_rule("ibaraki")
    assert rule.judging is not None
    assert base.judging is not None
    assert rule.judging.scale == base.judging.scale
    assert (rule.name, rule.title, rule.note, rule.source) == ("ours", None, None, None)
    assert (str(rule), rule.in_language("ja")) == (
        "ours 1, from ibaraki 2016",
        "ours 1（ibaraki 2016による）",
    )
    assert "1. rule = ours 1, from ibaraki 2016" in str(
        grade(rule, value=1, expected=2, direction="increase").trace
    )
    assert (rule.judging.net_of_baseline, base.judging.net_of_baseline) == (True, None)
    theirs = tmp_path / "deeper" / "theirs.toml"
    theirs.parent.mkdir()
    theirs.write_text('name = "theirs"\nversion = "1"\nextends = "../ours.toml"\n', "utf-8")
    assert load_rule(theirs).judging == rule.judging
    assert str(load_rule(theirs)) == "theirs 1, from ours 1, from ibaraki 2016"


@pytest.mark.parametrize("measure", ["ratio_to_target", "pace_ratio", "ratio_to_previous"])
def test_bands_copied_as_ratios_are_refused(measure: str) -> None:
    """Ratios are in percent: with at_least 0.85 everything would be graded A."""
    bands = [
        {"label": "A", "at_least": 1},
        {"label": "B", "at_least": 0.85, "below": 1},
        {"label": "C", "below": 0.85},
    ]
    data = {**GOOD, "measure": measure, "path": "linear"}
    message = refused({**data, "scale": {"kind": "bands", "bands": bands}})
    assert "scale: all ends are 2 or less, and ratios are in percent. write 100 for 1" in message
    meant = read_rule({**data, "scale": {"kind": "bands", "bands": bands, "unit": "percent"}})
    assert meant.judging is not None
    in_cases = [{"label": "A", "at_least": 0.85}, {"label": "B", "otherwise": True}]
    assert "write 85 for 0.85" in refused(
        {**data, "scale": {"kind": "first_match", "cases": in_cases}}
    )


def test_a_scale_around_zero_or_of_units_is_no_copied_ratio() -> None:
    """Better or worse than before is asked at 0, and a gap may well be 1."""
    around = [{"label": "A", "at_least": 0}, {"label": "B", "below": 0}]
    small = [{"label": "A", "at_least": 1}, {"label": "B", "below": 1}]
    for measure, bands in (("change_rate", around), ("gap", small)):
        scale_of = {"kind": "bands", "bands": bands}
        assert read_rule({**GOOD, "measure": measure, "scale": scale_of}).judging is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({**GOOD, "limits": {"at_least": 100, "at_most": 0}}, "the floor lies above the cap"),
        ({**GOOD, "limits": {}}, "one of at_least, at_most is missing"),
        ({**GOOD, "limits": {"above": 0}}, "there is no such entry"),
        ({**GOOD, "target": "yaer"}, "did you mean year?"),
        (
            cases(
                {"label": "A", "not_assessable": ["baseline_beyond_targt"]},
                {"label": "B", "otherwise": True},
            ),
            "did you mean baseline_beyond_target?",
        ),
        (
            cases(
                {"label": "A", "not_assessable": ["any"], "at_least": 80},
                {"label": "B", "otherwise": True},
            ),
            "exclude each other",
        ),
        (
            cases(
                {"label": "A", "measure": "improvement", "above": 0, "target": "year"},
                {"label": "B", "otherwise": True},
            ),
            "target = year says nothing here",
        ),
    ],
)
def test_limits_targets_and_reasons_that_mean_nothing_are_refused(
    data: dict[str, Any], words: str
) -> None:
    """Each is named with what would be right."""
    assert words in refused(data)


def test_an_unknown_entry_is_one_problem() -> None:
    """What it was meant to be is not missed as well."""
    variant = {"when": {"directoin": "increase"}, "grade_on": "exact"}
    message = refused({**GOOD, "variants": [variant]})
    assert message.splitlines() == [
        "rule: variants[0].when.directoin: there is no such entry. did you mean direction?"
    ]


def test_a_circle_of_rules_is_refused(tmp_path: Path) -> None:
    """Two rules that extend each other are named in the message, instead of running for ever."""
    for one, other in (("a", "b"), ("b", "a")):
        text = f'name = "{one}"\nversion = "1"\nextends = "./{other}.toml"\n'
        (tmp_path / f"{one}.toml").write_text(text, "utf-8")
    with pytest.raises(DocumentError, match=r"comes back to itself: a\.toml → b\.toml → a\.toml"):
        load_rule(tmp_path / "a.toml")


def test_problems_of_the_extended_rule_are_named_with_their_file(tmp_path: Path) -> None:
    """Both files are read before anything is raised."""
    (tmp_path / "base.toml").write_text('name = "b"\nversion = "1"\nmesure = "x"\n', "utf-8")
    (tmp_path / "top.toml").write_text(
        'name = "t"\nversion = 1\nextends = "./base.toml"\n', "utf-8"
    )
    with pytest.raises(DocumentError) as caught:
        load_rule(tmp_path / "top.toml")
    message = str(caught.value)
    assert "top.toml: version" in message
    assert "base.toml: mesure" in message


def test_an_unknown_rule_is_answered_with_the_nearest_one() -> None:
    """A misspelt name gets a hint, alone and in ``extends``."""
    with pytest.raises(DocumentError, match="did you mean ibaraki"):
        load_rule("ibarak")
    assert "did you mean sano" in refused({"name": "x", "version": "1", "extends": "sanno"})


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.toml", b"name = ", "cannot be read"),
        ("a.toml", b"\xff\xfe", "not UTF-8"),
        ("a.json", b"[1]", "no table"),
        ("a.json", b'{"name": NaN}', "NaN"),
        ("a.json", b'{"name": "x", "name": "y"}', "stands twice"),
        ("a.json", b"[" * 100_000, "cannot be read"),
    ],
)
def test_a_broken_file_is_one_clear_error(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """What is no TOML, no JSON or no text is said in one sentence with the path."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=words) as caught:
        load_rule(path)
    assert str(path) in str(caught.value)


def test_an_absent_file_is_one_clear_error(tmp_path: Path) -> None:
    """A path that leads nowhere is said to lead nowhere."""
    with pytest.raises(DocumentError, match="no such file"):
        load_rule(tmp_path / "none.toml")


def test_nagayo_asks_for_the_level_before_the_rise() -> None:
    """The printed A and B overlap, so the order of the cases is part of the rule."""
    judging = load_rule("nagayo").judging
    assert judging is not None
    assert isinstance(judging.scale, FirstMatch)
    assert [case.label for case in judging.scale.cases] == ["S", "B", "A", "C"]


def bring(monkeypatch: pytest.MonkeyPatch, name: str, it: object) -> None:
    """Let an installed package bring a rule called *name*."""
    module = ModuleType("rules_of_a_package")
    vars(module)["file"] = it
    monkeypatch.setitem(sys.modules, module.__name__, module)
    point = EntryPoint(name, f"{module.__name__}:file", known.GROUP)
    monkeypatch.setattr(known, "entry_points", lambda group: [point] if group else [])
    known._known.cache_clear()


@pytest.fixture
def _fresh_names() -> Iterator[None]:
    """Names are looked up anew, before and after."""
    yield
    known._known.cache_clear()


@pytest.mark.usefixtures("_fresh_names")
def test_a_package_brings_its_own_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point names a file, and the rule is known like a shipped one."""
    file = tmp_path / "letters.toml"
    file.write_text(TEN_LINES, "utf-8")
    bring(monkeypatch, "letters-of-ours", file)
    assert "letters-of-ours" in rule_names()
    assert load_rule("letters-of-ours").name == "our-letters"
    assert read_rule({"name": "x", "version": "1", "extends": "letters-of-ours"}).judging


@pytest.mark.usefixtures("_fresh_names")
def test_a_package_must_not_take_a_shipped_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules of one name are an error, not a race."""
    bring(monkeypatch, "ibaraki", "x.toml")
    with pytest.raises(DocumentError, match="two rules are called ibaraki"):
        rule_names()


@pytest.mark.usefixtures("_fresh_names")
def test_a_package_must_give_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is said to be none."""
    bring(monkeypatch, "odd", 3)
    with pytest.raises(DocumentError, match="no path"):
        load_rule("odd")


@pytest.mark.usefixtures("_fresh_names")
def test_a_package_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its module raises, the error says which entry point it was."""
    bring(monkeypatch, "odd", 3)
    monkeypatch.delitem(sys.modules, "rules_of_a_package")
    with pytest.raises(DocumentError, match="rules_of_a_package:file cannot be loaded"):
        load_rule("odd")
