"""``planmodel evaluate``: a year judged, with reasons."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import Language, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from planmodel.evaluation.results import Assessment, Evaluation
    from planmodel.reports.speaking import Speaker

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "judge a year, each indicator with its reason", "ある年度を評価し、指標ごとに理由を示す"
        ),
        "  planmodel evaluate examples/hyogo_5th --period FY2020\n"
        "  planmodel evaluate examples/hyogo_5th --period FY2020 --as-of 2021-10-31\n"
        "  planmodel evaluate examples/hyogo_5th --period R2 --rules ibaraki --lang ja\n"
        "  planmodel evaluate examples/hyogo_5th --period FY2020 --trace bullying-resolution",
    )
    to.plan()
    to.clocks()
    to.observations()
    to.option(
        "--trace",
        metavar="ID",
        en="print every input, rule and step for this indicator (id or number; all: everything)",
        ja="この指標（識別子か番号、allで全部）の入力・ルール・経過をすべて表示する",
    )
    to.json()
    to.output()


def run(options: argparse.Namespace) -> int:
    """Judge the year and print it."""
    from planmodel.cli.inputs import read_date, read_observations, read_period, read_plan
    from planmodel.cli.noticing import notice
    from planmodel.cli.output import data_language, emit, emit_json
    from planmodel.cli.tables import room
    from planmodel.evaluation.assess import DEFAULT_RULE, evaluate

    plan, facts = read_plan(options), read_observations(options)
    period, known_by = read_period(options), read_date(options)
    evaluation = evaluate(
        plan,
        facts,
        period=period,
        known_by=known_by,
        rules=options.rules or DEFAULT_RULE,
    )
    told = notice(options, plan, facts, period, known_by, judged=evaluation, notes=evaluation.notes)
    if options.json:
        data = as_data(evaluation, data_language(options, plan), traced=options.trace)
        emit_json(options, data | told.to_dict())
    elif options.trace:
        emit(options, traces(evaluation, options.trace, options.lang))
    else:
        emit(options, table(evaluation, options.lang, room(options)))
    return 0


def as_data(evaluation: Evaluation, language: Language, *, traced: str | None) -> dict[str, Any]:
    """The evaluation as plain data."""
    rows: list[dict[str, Any]] = []
    for it in evaluation:
        row = it.row()
        row["reason"] = None if it.reason is None else it.reason.reason
        row["notes"] = list(it.notes)
        if traced:
            row["trace"] = it.trace.in_language(language).splitlines()
        rows.append(row)
    return {
        "plan": evaluation.plan.id,
        "period": str(evaluation.period),
        "known_by": evaluation.known_by.isoformat() if evaluation.known_by else None,
        "rule": evaluation.rule,
        "rule_version": evaluation.rule_version,
        "library_version": evaluation.library_version,
        "synthetic": evaluation.synthetic,
        "assessments": rows,
        "summaries": [
            {
                "node": it.node.id,
                "grade": it.grade,
                "value": it.value,
                "printed": it.printed or None,
                "assessed": it.assessed,
                "total": it.total,
                "counted": None if it.counted is None else it.counted[0],
                "countable": None if it.counted is None else it.counted[1],
                "reason": None if it.reason is None else it.reason.reason,
            }
            for it in evaluation.summaries
        ],
    }


def head_lines(evaluation: Evaluation, language: Language) -> list[str]:
    """What was judged, when, by which rule; synthetic data is named first."""
    plan = evaluation.plan
    known = evaluation.known_by.isoformat() if evaluation.known_by else None
    lines = [
        f"{plan.title_of(plan, language)}",
        say(
            "{period}, {clock}, rule: {rule} ({name} {version})",
            "{period}、{clock}、評価ルール: {rule}（{name} {version}）",
            period=evaluation.period,
            clock=say("as known on {day}", "{day}時点", day=known)
            if known
            else say("everything known", "判明しているすべての事実による"),
            rule=evaluation.rule_title,
            name=evaluation.rule,
            version=evaluation.rule_version,
        ).in_language(language),
    ]
    if evaluation.synthetic:
        mark = say("SYNTHETIC DATA: not observed", "合成データによる例示（実測値ではない）")
        lines.insert(0, mark.in_language(language))
    return lines


_HEAD = (say("indicator", "指標"), say("actual", "実績"), say("goal", "目標"))
_GRADE = say("grade", "評価")
_TITLE_WIDTH = 44
_GOAL_WIDTH = 40


def table(evaluation: Evaluation, language: Language, space: int | None = None) -> str:
    """The judgements as a table a person can read, and below it what could not be judged."""
    from planmodel.cli.tables import columns, shortened
    from planmodel.evaluation.catalog import MEASURES
    from planmodel.reports.aiming import condition_words
    from planmodel.reports.numbers import true_minus
    from planmodel.reports.speaking import Speaker

    plan = evaluation.plan
    speaker = Speaker(plan, language)
    brackets = "（{}）" if language == "ja" else " ({})"
    rows: list[tuple[str, ...]] = []
    measure = say("measure", "比率")
    for it in evaluation:
        if it.measure:
            measure = MEASURES[it.measure].title
        unit = it.indicator.unit
        actual = "-" if it.actual is None else speaker.quantity(it.actual, unit)
        if it.actual is not None and it.value_period != evaluation.period:
            actual += f" ({speaker.say(it.value_period)})"
        goal = shortened(condition_words(speaker, it.conditions, unit).text, _GOAL_WIDTH) or "-"
        if it.goal is not None and it.target is not None and it.target.value is None:
            goal += brackets.format(speaker.quantity(it.goal, unit))
        grade = it.grade or it.state or "-"
        if it.grade is not None and it.grade_title is not None and it.by_hand is None:
            title = it.grade_title.in_language(language)
            grade = title if it.grade.islower() else f"{it.grade} {title}"
        rows.append(
            (
                it.indicator.number,
                shortened(plan.title_of(it.indicator, language), _TITLE_WIDTH),
                actual,
                goal,
                true_minus(it.printed) or "-",
                grade,
            )
        )
    head = ("", *(it.in_language(language) for it in (*_HEAD, measure, _GRADE)))
    body = columns(rows, head, layout=" trrr", space=space)
    lines = [*head_lines(evaluation, language), "", body, ""]
    for summary in evaluation.summaries:
        title = plan.title_of(summary.node, language)
        told = (summary.coverage, *([] if summary.counting is None else [summary.counting]))
        coverage = ("、" if language == "ja" else ", ").join(
            it.in_language(language) for it in told
        )
        outcome = summary.outcome
        if not outcome and summary.rolled_up is not None and summary.reason is not None:
            outcome = summary.reason.in_language(language)
        if outcome:
            lines.append(f"{title}: {outcome} ({coverage})")
        elif summary.node is plan:
            lines.append(coverage)
    below = (_lost, _by_hand, _not_judged)
    return "\n".join([*lines, *(line for tell in below for line in tell(evaluation, language))])


def _lost(evaluation: Evaluation, language: Language) -> list[str]:
    """The targets that were met once, or had to be kept, and are missed now: since when."""
    from planmodel.cli.tables import shortened
    from planmodel.reports.describing import standing_words
    from planmodel.reports.speaking import Speaker

    speaker = Speaker(evaluation.plan, language)
    lines: list[str] = []
    for it in evaluation:
        if it.standing is not None and it.standing.word == "lost":
            title = shortened(evaluation.plan.title_of(it.indicator, language), _TITLE_WIDTH)
            name = f"{it.indicator.number} {title}".strip()
            lines.append(f"  {name}: {standing_words(speaker, it.standing)}")
    if not lines:
        return []
    head = say("Reached and lost, or not kept:", "達成後に下回ったか維持できていない目標:")
    return ["", head.in_language(language), *lines]


def _by_hand(evaluation: Evaluation, language: Language) -> list[str]:
    """The grades that people gave: who, when and why, and what the rule says."""
    from planmodel.evaluation.by_hand import ByHand

    given = [it.in_language(language) for it in evaluation.with_parts() if it.by_hand is not None]
    for summary in evaluation.summaries:
        if summary.by_hand is None:
            continue
        words = ByHand.of(summary.by_hand)
        if not summary.computed:
            line = say("{it}", "{it}", it=words)
        else:
            line = say(
                "{it}; computed: {computed}",
                "{it}。計算では{computed}",
                it=words,
                computed=summary.computed,
            )
        title = evaluation.plan.title_of(summary.node, language)
        given.append(f"{title}: {line.in_language(language)}")
    if not given:
        return []
    head = say("Judged by people:", "人による判定:").in_language(language)
    return ["", head, *(f"  {line}" for line in given)]


def _not_judged(evaluation: Evaluation, language: Language) -> list[str]:
    """Why what could not be judged could not, those with one reason on one line."""
    from planmodel.cli.tables import shortened

    reasons: dict[str, list[str]] = {}
    is_numbered = True
    for it in evaluation.not_judged:
        if it.reason is not None:
            title = shortened(evaluation.plan.title_of(it.indicator, language), _TITLE_WIDTH)
            name = it.indicator.number or title
            is_numbered = is_numbered and bool(it.indicator.number)
            reasons.setdefault(it.reason.in_language(language), []).append(name)
    if not reasons:
        return []
    head = say("Cannot be judged, because", "評価できない理由").in_language(language)
    if is_numbered:
        separator = "" if language == "ja" else " "
    else:
        separator = "、" if language == "ja" else ", "
    return [
        "",
        f"{head}:",
        *(f"  {separator.join(names)}: {why}" for why, names in reasons.items()),
    ]


def _line(it: Assessment, speaker: Speaker) -> str:
    """The judgement as one line; below it that the target was lost, where it was."""
    from planmodel.reports.describing import standing_words

    line = it.in_language(speaker.language)
    if it.standing is None or it.standing.word != "lost":
        return line
    label = speaker.label("standing")
    return f"{line}\n{label}: {standing_words(speaker, it.standing)}"


def traces(evaluation: Evaluation, wanted: str, language: Language) -> str:
    """Every input, rule and step, for one indicator or for all."""
    from planmodel.cli.inputs import read_thing
    from planmodel.reports.speaking import Speaker

    if wanted == "all":
        chosen = list(evaluation)
    else:
        known = {it.id: it for it in evaluation.with_parts()}
        if wanted not in known:
            wanted = read_thing(evaluation.plan, wanted, "--trace", evaluation.plan.indicators).id
        chosen = [evaluation[wanted]]
    speaker = Speaker(evaluation.plan, language)
    blocks = [f"{_line(it, speaker)}\n{it.trace.in_language(language)}" for it in chosen]
    return "\n".join(head_lines(evaluation, language)) + "\n\n" + "\n\n".join(blocks)
