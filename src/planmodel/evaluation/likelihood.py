"""What a probability is here, why there may be none, and how its arguments are read."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from planmodel.errors import Problem
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.points import pair_of, read_number, things_in, unreadable
from planmodel.evaluation.precision import add
from planmodel.text import Language, Text, say

__all__ = [
    "DENOMINATORS_UNKNOWN",
    "FEWEST_VALUES",
    "FLOWS_UNKNOWN",
    "NO_SPREAD",
    "TOO_FEW",
    "TOO_LARGE",
    "Probability",
    "need",
    "read_count",
    "read_prior",
    "read_shares",
]

FEWEST_VALUES = 4
"""Below four values nothing is said about a continuous one."""

_RARE, _SURE = 0.01, 0.99

FLOWS_UNKNOWN = NotAssessable(
    "flows_unknown", say("the yearly counts are not known", "年ごとの件数が分からない")
)
DENOMINATORS_UNKNOWN = NotAssessable(
    "denominators_unknown", say("the denominators are not known", "分母が分からない")
)
TOO_LARGE = NotAssessable(
    "too_large",
    say("the counts are too large for this method", "件数が大きすぎてこの方法では計算できない"),
)
TOO_FEW = NotAssessable(
    "too_few_values",
    say(
        "at least {n} values are needed for a probability",
        "確率の推計には{n}個以上の値が必要",
        n=FEWEST_VALUES,
    ),
)
NO_SPREAD = NotAssessable(
    "no_spread",
    say(
        "every year changed by the same amount, so nothing is known about the uncertainty",
        "毎年の変化が同じで、ばらつきが分からない",
    ),
)


@frozen
class Probability:
    """The probability that a target is met, by a named method, always approximate.

    Attributes:
        value: From 0 to 1.
        method: The method in words.
        inputs: What went into the formula, by name.
        approximate: Always true.
    """

    value: float
    method: Text
    formula: str = ""
    inputs: tuple[tuple[str, object], ...] = field(default=(), repr=False)
    approximate: bool = True

    @property
    def trace(self) -> Trace:
        """The one step of the closed form."""
        return Trace((Step(self.method, self.formula, self.inputs, f"{self.value:.3f}"),))

    @property
    def percent(self) -> Text:
        """The probability in words, never sharper than whole percents."""
        if self.value < _RARE:
            return say("under 1%", "1%未満")
        if self.value > _SURE:
            return say("over 99%", "99%超")
        return say("about {percent}%", "約{percent}%", percent=f"{100 * self.value:.0f}")

    def in_language(self, language: Language) -> str:
        """The same, said to be approximate."""
        said = say("{percent} (approximate)", "{percent}（概算）", percent=self.percent)
        return said.in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def read_prior(given: object, problems: list[Problem]) -> tuple[float, float]:
    """The two parameters of a prior; what is wrong is added to *problems*."""
    pair = pair_of(given)
    expected = say("two numbers that are not negative", "負でない二つの数値")
    if pair is None:
        what = say("{given} is not a prior", "{given}は事前分布ではない", given=unreadable(given))
        problems.append(Problem(what, "prior", expected))
        return 1.0, 1.0
    read = [read_number(f"prior[{i}]", number, problems) for i, number in enumerate(pair)]
    numbers = [float(number) for number in read if number is not None]
    if len(numbers) < len(read) or min(numbers) < 0:
        problems.append(Problem(say("not a prior", "事前分布ではない"), "prior", expected))
        return 1.0, 1.0
    return numbers[0], numbers[1]


def read_count(where: str, given: object, problems: list[Problem]) -> Decimal | None:
    """*given* as a whole number that is not negative; what is wrong goes to *problems*."""
    number = read_number(where, given, problems)
    if number is None or (number >= 0 and number == number.to_integral_value()):
        return number
    what = say("{number} is not a count", "{number}は件数ではない", number=unreadable(given))
    expected = say("a whole number that is not negative", "0以上の整数")
    problems.append(Problem(what, where, expected))
    return None


def need(where: str, given: object, problems: list[Problem]) -> None:
    """Name the argument *where* as missing if it is."""
    if given is None:
        problems.append(Problem(say("it is needed", "必要な値がない"), where))


def read_shares(observed: object, problems: list[Problem]) -> tuple[Decimal, Decimal]:
    """The sums of the numerators and of the denominators of *observed*."""
    things = things_in(observed)
    if things is None:
        what = say(
            "{given} are no pairs", "{given}は分子と分母の組ではない", given=unreadable(observed)
        )
        problems.append(Problem(what, "observed"))
    hits = trials = Decimal(0)
    for i, thing in enumerate(things or ()):
        where = f"observed[{i}]"
        pair = pair_of(thing)
        if pair is None:
            what = say(
                "{given} is not a numerator with its denominator",
                "{given}は分子と分母の組ではない",
                given=unreadable(thing),
            )
            problems.append(Problem(what, where))
            continue
        some = read_count(where, pair[0], problems)
        of = read_count(where, pair[1], problems)
        if some is None or of is None:
            continue
        if some > of:
            what = say(
                "the numerator {some} is larger than the denominator {of}",
                "分子{some}が分母{of}より大きい",
                some=some,
                of=of,
            )
            problems.append(Problem(what, where))
        hits, trials = add(hits, some), add(trials, of)
    return hits, trials
