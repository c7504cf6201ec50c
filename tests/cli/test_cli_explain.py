"""What `planmodel explain` tells of rules with variants, and of published methods."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_running import Terminal
from planmodel.evaluation.profiles import profile_named, profile_names
from planmodel.evaluation.rules import load_rule, rule_names
from planmodel.text import Language


def lines_of(text: str) -> list[str]:
    """The lines of *text* without the widths of its columns."""
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize("name", rule_names())
def test_every_grade_of_a_rule_is_explained(planmodel: Terminal, name: str) -> None:
    """Those of a variant stand below what it is for, as often as the rule has them."""
    rule = load_rule(name)
    told = lines_of(planmodel("explain", name).out)
    for label in {it.label for it in rule.steps}:
        said = [line for line in told if line.split(" ")[0] == label]
        assert len(said) == [it.label for it in rule.steps].count(label)
    assert len([line for line in told if line.startswith("Where ")]) == len(rule.variants)


def test_the_default_rule_is_explained_for_every_kind_of_target(planmodel: Terminal) -> None:
    """What is kept, what has no path and what is due have their own words."""
    told = lines_of(planmodel("explain", "on-pace").out)
    assert "Where the target is to be met in every year / to be kept:" in told
    assert "Where the form of target is range / several conditions:" in told
    due = told.index("Where the target is due:")
    assert told[due + 1] == "reached the target is met reached"
    assert "improvement since the baseline is not assessable (no_baseline)" in told[due + 2]
    assert told[due + 3].startswith("not-reached pace ratio (in %) ≥ 0 and")
    assert "次の場合: 目標の期限に達している" in planmodel("explain", "on-pace", "--lang", "ja").out


def test_a_variant_tells_only_what_it_declares_otherwise(
    planmodel: Terminal, tmp_path: Path
) -> None:
    """A scale and a measure that stay are told once; a convention of its own is told."""
    path = tmp_path / "ours.toml"
    path.write_text(
        'name = "ours"\nversion = "1"\nextends = "sano"\nlimits = { at_most = 100 }\n'
        'variants = [{ when = { kind = ["flow"] }, convention = "T/v" }]\n',
        "utf-8",
    )
    told = lines_of(planmodel("explain", str(path)).out)
    assert told.count("limits: ≤ 100") == 1
    where = told.index("Where the kind of indicator is amount in a period:")
    assert told[where + 1 :] == ["where less is better: T/v"]


@pytest.mark.parametrize("name", profile_names())
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_method_is_explained_with_the_limits_it_judges_by(
    planmodel: Terminal, name: str, language: Language
) -> None:
    """Every class with the figures it takes, and the words for what cannot be judged."""
    profile = profile_named(name)
    told = lines_of(planmodel("explain", name, "--lang", language).out)
    for ladder in profile.ladders:
        at = told.index(ladder.figure.in_language(language))
        for status, when in ladder.rows():
            at += 1
            title = profile.labels[status].in_language(language)
            assert told[at] == f"{status} {when.in_language(language)} {title}"
    assert any(line.startswith("not_available ") for line in told)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("eustat", "significant_progress > 0.01·C significant progress"),
        ("eustat", "moderate_deterioration ≥ -0.01 moderate deterioration"),
        ("open-sdg-2.4", "substantial_progress ≥ 0.015·C substantial progress"),
        ("open-sdg-2.4", "moderate_progress ≥ 0.6 moderate progress"),
        ("escap", "On-track > 9 on track"),
    ],
)
def test_the_limits_told_are_the_published_ones(planmodel: Terminal, name: str, said: str) -> None:
    """As their texts print them."""
    assert said in lines_of(planmodel("explain", name).out)


EVERYTHING = """
name = "all"
version = "1"
measure = "ratio_to_expected"
convention = "T/v"
path = "geometric"
target = "final"
net_of_baseline = true
grade_on = "printed"
[rounding]
mode = "half_up"
places = 1
indicators = { up = { mode = "truncate", places = 0 } }
[states]
"集計中" = ["pending"]
"−" = { reasons = ["any"], score = 0 }
[scale]
kind = "bands"
bands = [{ label = "A", at_least = 100, score = 2 }, { label = "B", below = 100, score = 1 }]
[rollup]
method = "weighted"
minimum_coverage = 60
default_weight = 1
weights = { up = 2 }
rounding = { mode = "half_up", places = 1 }
grade_on = "printed"
[rollup.scale]
kind = "bands"
bands = [{ label = "良", at_least = 1.5 }, { label = "可", below = 1.5 }]
[[variants]]
when = { final_year = true }
path = "linear_from_zero"
rounding = { mode = "floor", places = 0 }
[[variants]]
when = { kind = ["stock"] }
net_of_baseline = false
[[variants]]
when = { direction = "decrease" }
target = "year"
"""


def test_everything_that_a_rule_declares_is_explained(planmodel: Terminal, tmp_path: Path) -> None:
    """Path, target, baseline, roundings, states, scores and the whole roll-up are told."""
    path = tmp_path / "all.toml"
    path.write_text(EVERYTHING, "utf-8")
    told = lines_of(planmodel("explain", str(path)).out)
    assert told[1:] == [
        "measure: ratio to the expected value (ratio_to_expected)",
        "where less is better: T/v",
        "path to the target: constant rate of growth",
        "T is the final target",
        "running totals: net of their baseline (net_of_baseline)",
        "rounded half up to 1 decimal place; the printed number is graded",
        "up: truncated to 0 decimal places",
        "",
        "A ≥ 100 score 2",
        "B < 100 score 1",
        "",
        "Where it is the final year:",
        "path to the target: line from 0",
        "rounded down to 0 decimal places; the printed number is graded",
        "does not apply: up: truncated to 0 decimal places",
        "",
        "Where the kind of indicator is level at a time:",
        "running totals: as they are, baseline included (net_of_baseline)",
        "",
        "Where less is better:",
        "T is the target printed for the year",
        "",
        "Instead of a grade, by the reason:",
        "pending 集計中 the figures are still being compiled",
        "any − score 0 every other reason",
        "",
        "Roll-up: weighted mean of the parts (weighted)",
        "coverage: at least 60% of the parts must be assessed",
        "a part counts the score of its grade",
        "weights: up 2",
        "weight of all others: 1",
        "rounded half up to 1 decimal place; the printed number is graded",
        "良 ≥ 1.5",
        "可 < 1.5",
    ]
    japanese = lines_of(planmodel("explain", str(path), "--lang", "ja").out)
    assert len(japanese) == len(told)
    for line in (
        "目標までの道筋: 等比",
        "重み: up 2",
        "A 100以上 点数2",
        "集約: 重み付き平均（weighted）",
    ):
        assert line in japanese


def test_a_line_that_starts_at_zero_is_said(planmodel: Terminal) -> None:
    """What tells tama-target from other rules on the same measure."""
    assert "path to the target: line from 0" in planmodel("explain", "tama-target").out
    assert "目標までの道筋: 0からの直線" in planmodel("explain", "tama-target", "--lang", "ja").out
