"""Read the extract of Hyogo's plan and write down its facts, for the tests of the example.

Facts only: names, numbers and who is responsible, each as printed.
The sentences of the document stay in the document.

    python tools/read_seed.py [SEED] [--output FACTS.json]

The document says most things twice (a list, a table, a heading).
Where two places disagree, or something cannot be read, every disagreement is named
and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SEED = CHECKOUT.parent / "shared" / "seed" / "hyogo_5th.md"
FIXTURE = CHECKOUT / "tests" / "fixtures" / "hyogo_seed_facts.json"

KATAKANA = "アイウエオカキクケコサシスセソ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class SeedError(Exception):
    """The document cannot be read, or disagrees with itself; one line a reason."""


@dataclass(frozen=True)
class Action:
    """One 行動."""

    number: int
    title: str


@dataclass(frozen=True)
class Pillar:
    """One 行動の柱 of the table in chapter VI."""

    action: int
    letter: str
    title: str


@dataclass(frozen=True)
class Indicator:
    """One row of the table of 活動指標; figures as printed, with unit and mark."""

    action: int
    mark: str
    title: str
    is_cumulative: bool
    is_new: bool
    department: str
    baseline: str
    baseline_benchmark: str | None
    target: str


@dataclass(frozen=True)
class Measure:
    """One ■取組, under the heading in brackets and the pillar it stands in."""

    action: int
    pillar: str
    heading: str
    title: str
    departments: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """One share of the residents' survey."""

    answer: str
    share: str


@dataclass(frozen=True)
class Figure:
    """A count of one year."""

    year: str
    value: str


@dataclass(frozen=True)
class LawDates:
    """The days that a passage on the national government's steps names, in their order."""

    heading: str
    dates: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Everything the tests of the example compare with."""

    title: str
    status: str
    publisher: str
    printed_date: str
    period: tuple[str, str]
    columns: tuple[str, ...]
    three_pillars: tuple[str, ...]
    actions: tuple[Action, ...]
    pillars: tuple[Pillar, ...]
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]
    survey: tuple[Share, ...]
    recorded_crimes: tuple[Figure, ...]
    laws: tuple[LawDates, ...]


def _section(text: str, heading: str) -> str:
    """The text under the first heading that matches, to the next heading of the same depth."""
    found = re.search(rf"^(#+) {heading}\s*$", text, re.MULTILINE)
    if found is None:
        msg = f"no heading like {heading!r}"
        raise SeedError(msg)
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def _one(pattern: str, text: str, what: str) -> re.Match[str]:
    """The first match of a pattern that must match."""
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    if found is None:
        msg = f"{what} not found"
        raise SeedError(msg)
    return found


def _rows(text: str) -> list[list[str]]:
    """The rows of the tab-separated table in a section; every row as wide as the header."""
    lines = [line.split("\t") for line in text.splitlines() if "\t" in line]
    rows = [[cell.strip() for cell in line] for line in lines]
    if not rows:
        msg = "a section that should hold a table holds none"
        raise SeedError(msg)
    width = max(len(row) for row in rows)
    narrow = [row for row in rows[1:] if len(row) != width]
    if narrow:
        msg = f"rows of the table with another width than {width}: {narrow}"
        raise SeedError(msg)
    return rows


def read_cover(text: str) -> tuple[str, str, str, str]:
    """Title, status, date and publisher: the lines above the first chapter."""
    found = _one(r"^# ([^\n]+)$(.*?)^## ", text, "the cover")
    lines = [line.strip() for line in found[2].splitlines() if line.strip()]
    if len(lines) != 4:  # noqa: PLR2004 - status, which extract it is, date, publisher
        msg = f"the cover has four lines under its title, not {lines}"
        raise SeedError(msg)
    return found[1].strip(), lines[0], lines[2], lines[3]


def read_actions(text: str) -> list[Action]:
    """The list of 行動 with the number that its heading announces."""
    heading = _one(r"^### 〔(\d+)つの行動.*?$", text, "the heading that counts the 行動")
    body = text[heading.end() :].split("\n#", 1)[0]
    actions = [
        Action(int(number), title.strip())
        for number, title in re.findall(r"^- 行動(\d+) (.+)$", body, re.MULTILINE)
    ]
    announced = list(range(1, int(heading[1]) + 1))
    if [action.number for action in actions] != announced:
        msg = f"{heading[1]} 行動 announced, but the list holds {[a.number for a in actions]}"
        raise SeedError(msg)
    return actions


def read_pillars(text: str) -> tuple[list[Action], list[Pillar]]:
    """The table of chapter VI: its 行動, and the 行動の柱 of each."""
    actions: list[Action] = []
    pillars: list[Pillar] = []
    for mark, title, cell in _rows(_section(text, "VI 具体的取組"))[1:]:
        number = int(_one(r"^行動(\d+)$", mark, f"number of the 行動 in {mark!r}")[1])
        actions.append(Action(number, title))
        named = re.split(rf"(?:^|\s)([{KATAKANA}]) ", cell)[1:]
        letters, titles = named[::2], named[1::2]
        if "".join(letters) != KATAKANA[: len(letters)] or not letters:
            msg = f"letters of the 行動の柱 of 行動{number} are {letters}"
            raise SeedError(msg)
        pillars += [
            Pillar(number, letter, name.strip())
            for letter, name in zip(letters, titles, strict=True)
        ]
    return actions, pillars


_INDICATOR = re.compile(
    rf"^(?P<mark>[{CIRCLED}])(?P<title>.+?)(?P<cumulative>\(累計\))?(?P<new>【新】)?"
    r" \[(?P<department>[^\[\]]+)\]$"
)
_BASELINE = re.compile(r"^(?P<value>[^()]+?)(?: \((?P<benchmark>[^()]+)\))?$")


def read_indicators(text: str) -> tuple[tuple[str, ...], list[Indicator]]:
    """The table of 活動指標: the two column headings, and a row for every indicator."""
    header, *rows = _rows(_section(text, "活動指標"))
    indicators: list[Indicator] = []
    action = 0
    for mark, label, baseline, target in rows:
        if mark:
            action = int(_one(r"^行動(\d+)$", mark, f"number of the 行動 in {mark!r}")[1])
        found, value = _INDICATOR.match(label), _BASELINE.match(baseline)
        if found is None or value is None or not target or not action:
            msg = f"this row of the 活動指標 cannot be read: {[mark, label, baseline, target]}"
            raise SeedError(msg)
        indicators.append(
            Indicator(
                action=action,
                mark=found["mark"],
                title=found["title"],
                is_cumulative=found["cumulative"] is not None,
                is_new=found["new"] is not None,
                department=found["department"],
                baseline=value["value"],
                baseline_benchmark=value["benchmark"],
                target=target,
            )
        )
    marks = "".join(indicator.mark for indicator in indicators)
    if marks != CIRCLED[: len(marks)]:
        msg = f"the indicators are numbered {marks}"
        raise SeedError(msg)
    return tuple(column for column in header if column)[1:], indicators


def read_measures(text: str, pillars: Iterable[Pillar]) -> list[Measure]:
    """Every ■取組 of the 行動 that the document prints whole, in its order.

    The ■ stand under headings of three depths, so the depth is not looked at:
    a heading with a katakana letter opens a pillar, one in brackets a group.
    """
    number, letter, heading = 0, "", ""
    headings: list[Pillar] = []
    groups: list[tuple[str, str]] = []
    measures: list[Measure] = []
    for line in _one(r"^## 行動\d+ .*", text, "the chapter of a 行動")[0].splitlines():
        bare = line.lstrip("#").strip()
        if opened := re.match(r"^## 行動(\d+) ", line):
            number = int(opened[1])
        elif line.startswith("#") and (found := re.match(rf"^([{KATAKANA}]) (.+)$", bare)):
            letter, heading = found[1], ""
            headings.append(Pillar(number, letter, found[2]))
        elif found := re.match(r"^\((.+)\)$", bare):
            heading = found[1]
            groups.append((letter, heading))
        elif "■" in line:
            found = re.match(r"^■(.+) \(([^()]+)\)$", bare)
            if found is None or not letter or not heading:
                msg = f"this 取組 cannot be read or placed: {line!r}"
                raise SeedError(msg)
            departments = tuple(found[2].split("・"))
            measures.append(Measure(number, letter, heading, found[1], departments))
    _compare_pillars(headings, pillars)
    empty = [group for group in groups if group not in {(m.pillar, m.heading) for m in measures}]
    if empty or len(set(groups)) != len(groups):
        msg = f"headings in brackets without a 取組, or twice: {empty or groups}"
        raise SeedError(msg)
    without = [p.letter for p in headings if p.letter not in {m.pillar for m in measures}]
    if without:
        msg = f"行動の柱 without a 取組: {without}"
        raise SeedError(msg)
    return measures


def _compare_pillars(headings: Sequence[Pillar], table: Iterable[Pillar]) -> None:
    """The headings of a chapter against the table; the chapter names them twice itself."""
    described = {pillar.action for pillar in headings}
    expected = [pillar for pillar in table if pillar.action in described]
    if list(headings) != expected:
        only_headings = [p.title for p in headings if p not in expected]
        only_table = [p.title for p in expected if p not in headings]
        msg = f"行動の柱 only in the headings: {only_headings}; only in the table: {only_table}"
        raise SeedError(msg)


def check_contents(text: str, pillars: Iterable[Pillar]) -> None:
    """The contents list at the head of the chapter against the table of chapter VI."""
    opened = _one(r"^### 行動(\d+) [^\n]+\n(.*?)^## ", text, "the contents of a chapter")
    listed = re.findall(rf"^([{KATAKANA}]) (.+)$", opened[2], re.MULTILINE)
    expected = [(p.letter, p.title) for p in pillars if p.action == int(opened[1])]
    if listed != expected:
        msg = f"the contents of 行動{opened[1]} list {listed}, the table {expected}"
        raise SeedError(msg)


def check_actions(text: str, actions: Sequence[Action], other: Sequence[Action]) -> None:
    """The list of 行動 against the table of chapter VI and against the chapters' headings."""
    if list(actions) != list(other):
        msg = f"行動 differ: {[a for a in actions if a not in other]} against the table"
        raise SeedError(msg)
    for number, title in re.findall(r"^##+ 行動(\d+) (.+)$", text, re.MULTILINE):
        if Action(int(number), title.strip()) not in actions:
            msg = f"the heading 行動{number} {title!r} is not in the list of 行動"
            raise SeedError(msg)


def read_survey(text: str) -> list[Share]:
    """The shares of the survey on 再犯防止: every percentage of the passage, with its answer."""
    passage = _section(text, r"\(4\) 再犯防止")
    found = re.findall(r"「([^「」()]+)(?:\(|」[^「」()]*\()([\d.]+%)\)", passage)
    figures = re.findall(r"[\d.]+%", passage)
    if [share for _, share in found] != figures or not figures:
        msg = f"the survey prints {figures}, of which these could be named: {found}"
        raise SeedError(msg)
    return [Share(answer, share) for answer, share in found]


def read_crimes(text: str) -> list[Figure]:
    """Recorded crimes: every count in 件 of chapter I with its year."""
    passage = _section(text, "I はじめに")
    found = re.findall(r"(平成\d+年)(?:の|には)([\d,]+件)", passage)
    figures = re.findall(r"[\d,]+件", passage)
    if [value for _, value in found] != figures or not figures:
        msg = f"chapter I prints {figures}, of which these have a year: {found}"
        raise SeedError(msg)
    return [Figure(year, value) for year, value in found]


def read_laws(text: str) -> list[LawDates]:
    """The full dates under each heading of the passage on the national government's steps."""
    passage = _section(text, r"\(4\) 国の動き")
    laws: list[LawDates] = []
    for block in re.split(rf"^#+ [{CIRCLED}]", passage, flags=re.MULTILINE)[1:]:
        heading, body = block.split("\n", 1)
        year, dates = "", list[str]()
        for era_year, month, day in re.findall(
            r"(平成\d+年|同年)(\d+)月(\d+)日", body.replace(" ", "")
        ):
            year = year if era_year == "同年" else era_year
            dates.append(f"{year}{month}月{day}日")
        if not dates or not all(date.startswith("平成") for date in dates):
            msg = f"no date under {heading!r}, or one without its year: {dates}"
            raise SeedError(msg)
        laws.append(LawDates(heading.strip(), tuple(dates)))
    return laws


def read_seed(text: str) -> Facts:
    """All facts of the document.

    Raises:
        SeedError: Naming what cannot be read, or every disagreement that was found.
    """
    title, status, printed_date, publisher = read_cover(text)
    period = _one(r"(\d{4}年度)から(\d{4}年度)までの", text, "the period")
    three = _one(r"①([^①]+?)、②([^①]+?)、③([^①]+?)を3本柱", text, "the 3本柱")
    actions = read_actions(text)
    table_actions, pillars = read_pillars(text)
    columns, indicators = read_indicators(text)
    measures: list[Measure] = []
    survey: list[Share] = []
    crimes: list[Figure] = []
    laws: list[LawDates] = []
    problems: list[str] = []
    steps: tuple[Callable[[], None], ...] = (
        lambda: check_actions(text, actions, table_actions),
        lambda: check_contents(text, pillars),
        lambda: measures.extend(read_measures(text, pillars)),
        lambda: survey.extend(read_survey(text)),
        lambda: crimes.extend(read_crimes(text)),
        lambda: laws.extend(read_laws(text)),
    )
    for step in steps:
        try:
            step()
        except SeedError as error:
            problems.append(str(error))
    problems += _counts(text, actions, indicators, measures)
    if problems:
        raise SeedError("\n".join(problems))
    return Facts(
        title=title,
        status=status,
        publisher=publisher,
        printed_date=printed_date,
        period=(period[1], period[2]),
        columns=columns,
        three_pillars=tuple(three.groups()),
        actions=tuple(actions),
        pillars=tuple(pillars),
        indicators=tuple(indicators),
        measures=tuple(measures),
        survey=tuple(survey),
        recorded_crimes=tuple(crimes),
        laws=tuple(laws),
    )


def _counts(
    text: str,
    actions: Sequence[Action],
    indicators: Sequence[Indicator],
    measures: Sequence[Measure],
) -> list[str]:
    """What was read against what stands in the document: nothing may be passed over."""
    problems: list[str] = []
    if text.count("■") != len(measures):
        problems.append(f"the document has {text.count('■')} ■, of which {len(measures)} were read")
    printed = len(re.findall(rf"\t[{CIRCLED}]", text))
    if printed != len(indicators):
        problems.append(f"the document has {printed} ① to ⑳ in tables, {len(indicators)} were read")
    have = [indicator.action for indicator in indicators]
    if sorted(set(have)) != [action.number for action in actions] or have != sorted(have):
        problems.append(f"the rows of the 活動指標 belong to the 行動 {have}")
    return problems


def facts_as_json(facts: Facts) -> str:
    """The facts as the text of the fixture."""
    return json.dumps(asdict(facts), ensure_ascii=False, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the seed, write the fixture, say how much was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed", nargs="?", type=Path, default=SEED, help="the document")
    parser.add_argument("--output", type=Path, default=FIXTURE, help="the JSON file to write")
    options = parser.parse_args(arguments)
    if not options.seed.exists():
        print(f"{options.seed}: no such file; name the document as argument", file=sys.stderr)
        return 2
    try:
        facts = read_seed(options.seed.read_text(encoding="utf-8"))
    except SeedError as error:
        print(f"{options.seed}: nothing written, because\n{error}", file=sys.stderr)
        return 1
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(facts_as_json(facts), encoding="utf-8")
    print(
        f"{len(facts.actions)} actions, {len(facts.pillars)} pillars, "
        f"{len(facts.indicators)} indicators, {len(facts.measures)} measures: {options.output}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
