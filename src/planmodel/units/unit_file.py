"""The units file: a few kinds of line, read in one pass, all problems told at once.

The grammar is explained at the head of ``units.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import evolve, field, frozen

from planmodel.errors import DocumentError, ParseError, Problem, did_you_mean
from planmodel.text import Text, say
from planmodel.units.figures import EXACT, parse_number, shown
from planmodel.units.records import Unit, rate, unit_key

__all__ = ["read_units"]

_DIFFERENCE = re.compile(r"(\S+)\s+-\s+(\S+)\s+=\s+(\S+)")
_MORE = re.compile(r"(\S+)\s+\+=\s+(\S.*)")
_UNIT = re.compile(
    r"(?P<symbol>[^\s=:|]+)"
    r"(?:\s+=\s+(?P<factor>[^\s:|]+)\s+(?P<base>[^\s:|]+))?"
    r"(?:\s+:\s+(?P<spellings>[^|:]+?))?"
    r"(?:\s+\|\s+(?P<singular>[^|/]+?)(?:\s+/\s+(?P<plural>[^|]+?))?)?"
)
# What a number, a sign, a footnote mark or a range is made of cannot begin a unit.
_NOT_FIRST = re.compile(r"[0-9.,+\-−‐△▲*※()~〜/]")

_SMALLEST, _LARGEST, _MOST_DIGITS = Decimal("1e-30"), Decimal("1e30"), 30


@frozen
class _Draft:
    """What was read so far: units by symbol, symbols by spelling, and what is wrong."""

    source: str
    units: dict[str, Unit]
    names: dict[str, str]
    differences: dict[str, tuple[int, str]] = field(factory=dict[str, tuple[int, str]])
    problems: list[Problem] = field(factory=list[Problem])

    def wrong(self, line: int, what: Text, hint: Text | str = "") -> None:
        self.problems.append(Problem(what, where=f"{self.source}:{line}", hint=hint))

    def find(self, text: str) -> Unit | None:
        symbol = self.names.get(unit_key(text))
        return None if symbol is None else self.units[symbol]

    def known(self, line: int, text: str) -> Unit | None:
        """The unit spelled *text*, or None after noting that no line above defines it."""
        found = self.find(text)
        if found is None:
            self.wrong(
                line,
                say(
                    "{unit} is no unit defined above this line",
                    "「{unit}」はこの行より前に定義されていない",
                    unit=shown(text),
                ),
                did_you_mean(text, self.units),
            )
        return found

    def spell(self, line: int, spelling: str, symbol: str) -> None:
        """Let *spelling* stand for the unit *symbol*, unless it stands for another one."""
        key = unit_key(spelling)
        if not key or _NOT_FIRST.match(key) or not key.isprintable():
            self.wrong(
                line,
                say(
                    "{spelling} cannot be a unit: it begins like a number, a sign or a mark",
                    "「{spelling}」は数字・符号・印で始まるので単位にできない",
                    spelling=shown(spelling),
                ),
            )
            return
        other = self.names.setdefault(key, symbol)
        if other != symbol:
            self.wrong(
                line,
                say(
                    "{spelling} already stands for {other}",
                    "「{spelling}」は既に「{other}」を表す",
                    spelling=shown(spelling),
                    other=other,
                ),
                say("choose another spelling", "別の表記にする"),
            )


def read_units(
    text: str, source: str, known: Mapping[str, Unit] | None = None
) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """The units that *text* defines on top of the *known* ones (by spelling).

    Returns all units by symbol, in the order of definition, and by spelling.

    Raises:
        DocumentError: with every line that is wrong, as ``source:line``.
    """
    before = known or {}
    draft = _Draft(
        source,
        {unit.symbol: unit for unit in before.values()},
        {spelling: unit.symbol for spelling, unit in before.items()},
    )
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.partition("#")[0].strip()
        if content:
            _read_line(draft, number, content)
    _settle_differences(draft, {unit.symbol for unit in before.values()})
    if draft.problems:
        raise DocumentError(*draft.problems)
    return draft.units, {key: draft.units[symbol] for key, symbol in draft.names.items()}


def _read_line(draft: _Draft, number: int, line: str) -> None:
    if (difference := _DIFFERENCE.fullmatch(line)) is not None:
        _note_difference(draft, number, difference)
    elif (more := _MORE.fullmatch(line)) is not None:
        unit = draft.known(number, more[1])
        for spelling in more[2].split() if unit is not None else ():
            draft.spell(number, spelling, unit.symbol if unit else "")
    elif (match := _UNIT.fullmatch(line)) is not None:
        unit = _unit(draft, number, match)
        if unit is not None:
            _define(draft, number, unit, (match["spellings"] or "").split())
    else:
        draft.wrong(
            number,
            say(
                "{line} is no line of a units file",
                "「{line}」は単位ファイルの行でない",
                line=shown(line),
            ),
            say(
                "write: SYMBOL = FACTOR UNIT : spellings | person / people",
                "「記号 = 倍率 単位 : 表記 | person / people」の形で書く",
            ),
        )


def _unit(draft: _Draft, number: int, match: re.Match[str]) -> Unit | None:
    symbol, singular = match["symbol"], match["singular"] or ""
    plural = match["plural"] or singular
    if match["factor"] is not None:
        base = draft.known(number, match["base"])
        factor = _factor(draft, number, match["factor"])
        if base is None or factor is None:
            return None
        size = EXACT.multiply(factor, base.factor)
        if not _SMALLEST <= size <= _LARGEST or len(size.as_tuple().digits) > _MOST_DIGITS:
            draft.wrong(
                number, say("the factor is too large or too small", "倍率が大きすぎるか小さすぎる")
            )
            return None
        return Unit(symbol, base.kind, size, singular, plural, base.difference)
    if "/" not in symbol:
        return Unit(symbol, symbol, Decimal(1), singular, plural)
    made = rate(unit_key(symbol), draft.find)
    if made is None:
        draft.wrong(
            number,
            say(
                "{symbol} is no rate of two units defined above this line",
                "「{symbol}」は、この行より前に定義された二つの単位の比でない",
                symbol=shown(symbol),
            ),
            say("write it as 人/10万人", "「人/10万人」の形で書く"),
        )
    elif singular:
        made = evolve(made, singular=singular, plural=plural)
    return made


def _factor(draft: _Draft, number: int, printed: str) -> Decimal | None:
    try:
        factor = parse_number(printed)
    except ParseError as error:
        draft.problems.extend(problem.at(f"{draft.source}:{number}") for problem in error.problems)
        return None
    if factor <= 0:
        draft.wrong(number, say("a factor is above 0", "倍率は0より大きい"))
        return None
    return factor


def _define(draft: _Draft, number: int, unit: Unit, spellings: list[str]) -> None:
    present = draft.units.get(unit.symbol)
    if present is None:
        mistakes = len(draft.problems)
        draft.spell(number, unit.symbol, unit.symbol)
        if len(draft.problems) > mistakes:
            return
        draft.units[unit.symbol] = unit
    elif present != unit:
        draft.wrong(
            number,
            say(
                "{unit} is already defined, and differently",
                "「{unit}」は既に別の内容で定義されている",
                unit=unit.symbol,
            ),
            say(
                "choose another symbol, or add spellings with +=",
                "別の記号にするか、+= で表記を足す",
            ),
        )
        return
    for spelling in spellings:
        draft.spell(number, spelling, unit.symbol)


def _note_difference(draft: _Draft, number: int, match: re.Match[str]) -> None:
    of, other, unit = (draft.known(number, match[group]) for group in (1, 2, 3))
    if of is None or other is None or unit is None:
        return
    if of != other or of.symbol != of.kind or unit.symbol != unit.kind:
        draft.wrong(
            number,
            say(
                "a difference is told of a kind's own unit, twice the same: % - % = ポイント",
                "差の単位は、種類の基準となる同じ単位二つで示す: % - % = ポイント",
            ),
        )
        return
    draft.differences[of.kind] = number, unit.symbol


def _settle_differences(draft: _Draft, before: set[str]) -> None:
    for kind, (line, symbol) in draft.differences.items():
        if kind in before and draft.units[kind].difference != draft.units[symbol]:
            draft.wrong(
                line,
                say(
                    "the difference of two {unit} is already settled",
                    "{unit}同士の差の単位は既に決まっている",
                    unit=kind,
                ),
            )
            continue
        for name, unit in draft.units.items():
            if unit.kind == kind:
                draft.units[name] = evolve(unit, difference=draft.units[symbol])
