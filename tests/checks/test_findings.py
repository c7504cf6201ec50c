"""Findings: values that sort, print in both languages and become plain data."""

from __future__ import annotations

import json

import pytest

from planmodel import Finding
from planmodel.checks import Severity, summary
from planmodel.model.origins import Origin
from planmodel.text import say


def finding(
    severity: Severity = "warning", line: int = 3, code: str = "PM107", about: str = "a"
) -> Finding:
    """A finding to look at."""
    message = say("there is nothing under {it!r}", "「{it}」の下に何もない", it="見守り")
    hint = say("write what stands here", "下位の項目を書く")
    return Finding(code, "empty-level", severity, about, Origin("plan.py", line), message, hint)


def test_a_finding_is_one_line_in_either_language() -> None:
    """Place, severity, code, name, thing, message and hint stand on one line."""
    it = finding()
    assert str(it) == (
        "plan.py:3: warning PM107 empty-level [a]: "
        "there is nothing under '見守り'. write what stands here"
    )
    assert it.in_language("ja") == (
        "plan.py:3: 警告 PM107 empty-level [a]: 「見守り」の下に何もない。下位の項目を書く"
    )
    assert repr(it) == f"Finding({str(it)!r})"


def test_a_path_in_a_document_is_a_place_too() -> None:
    """What was read from JSON is found by its path."""
    it = Finding(
        "PM107", "empty-level", "info", "a", Origin("p.json", path="$.plan"), say("x", "y")
    )
    assert str(it) == "p.json:$.plan: info PM107 empty-level [a]: x"


def test_findings_sort_by_severity_and_then_by_place() -> None:
    """Errors come before warnings, and of two warnings the one on the earlier line."""
    last, first, middle = finding("info", 1), finding("error", 9), finding("warning", 2)
    assert sorted([last, middle, first]) == [first, middle, last]
    assert finding(line=2) < finding(line=10)
    with pytest.raises(TypeError):
        _ = finding() < 1  # type: ignore[operator]


def test_findings_are_values() -> None:
    """Equal findings are one in a set."""
    assert len({finding(), finding(), finding(line=4)}) == 2


def test_a_finding_is_plain_data_for_machines() -> None:
    """``to_dict`` survives JSON and holds both languages."""
    data = json.loads(json.dumps(finding().to_dict()))
    assert data == {
        "code": "PM107",
        "name": "empty-level",
        "severity": "warning",
        "about": "a",
        "file": "plan.py",
        "line": 3,
        "path": "",
        "message": {
            "en": "there is nothing under '見守り'",
            "ja": "「見守り」の下に何もない",
        },
        "hint": {"en": "write what stands here", "ja": "下位の項目を書く"},
    }


def test_the_summary_counts_every_severity() -> None:
    """Severities without findings are counted as none."""
    counts = summary([finding(), finding(), finding("info")])
    assert list(counts.items()) == [("error", 0), ("warning", 2), ("info", 1)]
