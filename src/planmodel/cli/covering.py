"""What a plan holds for each topic of an axis: for a terminal, as CSV and as data."""

from __future__ import annotations

from typing import Any

from planmodel.cli.tables import columns
from planmodel.dsl.labels import plan_words
from planmodel.reports.coverage import Coverage, TopicCoverage
from planmodel.text import Language, say

__all__ = ["as_csv", "as_data", "as_text"]


def as_text(found: Coverage, language: Language, space: int | None = None) -> str:
    """A line a topic with its counts, then what each holds, then what no topic takes."""
    plan = found.plan
    head = [plan.title_of(plan, language), found.title_of(found.axis, language), ""]
    names = (
        say("topic", "項目"),
        say("measures", "{measure}", **plan_words(plan)),
        say("departments", "部署"),
        say("indicators", "指標"),
        say("basis", "根拠"),
    )
    rows = [
        (
            f"{row.topic.number} {found.title_of(row.topic, language)}".strip(),
            *(str(len(it)) for it in (row.measures, row.departments, row.indicators)),
            found.basis_of(row, language),
        )
        for row in found
    ]
    heads = [it.in_language(language) for it in names]
    table = columns(rows, heads, layout="trrr", space=space)
    return "\n".join([*head, table, *_held(found, language), *_untagged(found, language)])


def _held(found: Coverage, language: Language) -> list[str]:
    lines: list[str] = []
    for row in found:
        if row.is_empty:
            continue
        lines += ["", f"{row.topic.number} {found.title_of(row.topic, language)}".strip()]
        lines += [f"  {_measure(found, it, language)}" for it in row.measures]
        lines += [f"  {_indicator(found, it, language)}" for it in row.indicators]
    return lines


def _measure(found: Coverage, measure: Any, language: Language) -> str:  # noqa: ANN401 - any measure class
    who = "、" if language == "ja" else ", "
    names = who.join(found.plan.title_of(ref, language) for ref in measure.departments)
    title = found.plan.title_of(measure, language)
    return f"{title} [{names}]" if names else title


def _indicator(found: Coverage, indicator: Any, language: Language) -> str:  # noqa: ANN401 - any indicator
    word = say("indicator", "指標").in_language(language)
    return f"{word} {indicator.number} {found.plan.title_of(indicator, language)}"


def _untagged(found: Coverage, language: Language) -> list[str]:
    lines: list[str] = []
    empty = found.empty
    if empty:
        head = say(
            "No measure or indicator is tagged with: {topics}",
            "{measure}・指標に付けていない項目: {topics}",
            **plan_words(found.plan),
            topics=tuple(
                f"{it.topic.number} {found.title_of(it.topic, language)}".strip() for it in empty
            ),
        )
        lines += ["", head.in_language(language)]
    if found.untagged:
        count = say(
            "{n} of {m} {m:measure|measures} {n:carries|carry} no tag of this axis",
            "{m}件の{measure}のうち{n}件には、この分類軸の項目が付いていない",
            **plan_words(found.plan),
            n=len(found.untagged),
            m=len(found.plan.measures()),
        )
        lines += ["", count.in_language(language)]
        lines += [f"  {found.plan.title_of(it, language)}" for it in found.untagged]
    return lines


def as_csv(found: Coverage, language: Language) -> str:
    """One line for each thing under a topic; a title that looks like a formula stays text."""
    from planmodel.exchange.csv_lines import csv_records

    return csv_records(found.records(language))


def as_data(found: Coverage, language: Language) -> dict[str, Any]:
    """The coverage as plain data; things are given by their ids."""
    return {
        "plan": found.plan.id,
        "axis": found.axis.id,
        "title": found.title_of(found.axis, language),
        "topics": [_topic(found, row, language) for row in found],
        "untagged": [it.id for it in found.untagged],
    }


def _topic(found: Coverage, row: TopicCoverage, language: Language) -> dict[str, Any]:
    return {
        "id": row.topic.id,
        "number": row.topic.number,
        "title": found.title_of(row.topic, language),
        "measures": [it.id for it in row.measures],
        "departments": [it.id for it in row.departments],
        "indicators": [it.id for it in row.indicators],
        "stated": row.stated,
        "assigned": row.assigned,
        "assigned_by": list(row.assigned_by),
    }
