"""The order and the look of grades."""

from __future__ import annotations

from itertools import permutations

import pytest

from planmodel.evaluation.grade_order import best_first, grade_text, shown_grade
from planmodel.evaluation.rules.scales import scale_of
from planmodel.text import Text


def ordered(*labels: str) -> list[str]:
    """The labels of a first-match scale from the best to the worst."""
    cases = [{"label": it, "reached": True} for it in labels[:-1]]
    scale = {
        "kind": "first_match",
        "cases": [*cases, {"label": labels[-1], "otherwise": True}],
    }
    return [it.label for it in best_first(scale_of(scale, "scale", []).steps)]


@pytest.mark.parametrize(
    "best", [["S", "A", "B+", "B", "B-", "C"], ["s", "a+", "a", "b"], ["A", "D", "F"]]
)
def test_letters_stand_in_their_own_order(best: list[str]) -> None:
    """S before A, plus before none before minus, in whatever order they are asked."""
    for order in [*list(permutations(best))[:60], best[::-1]]:
        assert ordered(*order) == best


@pytest.mark.parametrize(
    "labels", [["B", "A", "未達成"], ["2", "1", "3"], ["G", "A"], ["A++", "A"]]
)
def test_what_is_not_all_letters_keeps_the_order_of_the_file(labels: list[str]) -> None:
    """One label that is no letter leaves the order to the rule."""
    assert ordered(*labels) == labels


def test_a_grade_stands_once_at_its_first_place() -> None:
    """Two cases may give one grade."""
    assert ordered("達成", "遅れ", "達成", "他") == ["達成", "遅れ", "他"]


@pytest.mark.parametrize(
    ("label", "title", "shown"),
    [
        ("B+", "概ね順調", "B+ 概ね順調"),
        ("SSS", "最高", "SSS 最高"),
        ("SSSS", "最高", "最高"),
        ("on-pace", "想定どおり", "想定どおり"),
        ("1000", "一千点", "1000 一千点"),
        ("達成している", "目標達成", "達成している 目標達成"),
        ("達成", "達成", "達成"),
    ],
)
def test_a_code_gives_way_to_its_title(label: str, title: str, shown: str) -> None:
    """Letters, numbers and words of the plan stand beside their title; a mere code does not."""
    assert shown_grade(label, Text("x", title), "ja") == shown
    assert grade_text(label, Text(title, title)) == Text(shown, shown)
    assert shown_grade(label, None, "ja") == label
