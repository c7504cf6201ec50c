"""The example comes out clean, and what it is told is true."""

from __future__ import annotations

from hyogo_5th import plan
from planmodel import Observations, check


def test_no_warning_and_two_true_infos() -> None:
    """No national rate of 2021 was printed, and no indicator stands below the actions."""
    findings = check(plan, Observations())
    assert [(it.code, it.about, it.severity) for it in findings] == [
        ("PM215", "bullying-resolution", "info"),
        ("PM202", "hyogo-5th", "info"),
    ]
    pillars = [node for node in plan.walk() if node.word == "行動の柱"]
    stated = [node for node in pillars if node.not_stated("children") is None]
    assert len(stated) == 4
    assert f"{len(stated)}件" in findings[1].in_language("ja")
    assert not any(plan.indicators_of(node) for node in pillars)


def test_every_title_has_a_translation() -> None:
    """The opt-in rule finds nothing either."""
    assert check(plan, select="missing-translation") == ()
