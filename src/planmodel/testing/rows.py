"""Rows of the ledger, and ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from planmodel.observations.ledger import Observations
from planmodel.observations.records import Implementation, Judgement, Observation, Opinion
from planmodel.testing.parts import amounts, numbers
from planmodel.testing.times import days, periods

__all__ = ["ledgers", "observations", "remarks"]

_STATES = ("final", "provisional", "estimated", "forecast", "revised")
_RISKY = ("", "a newspaper", "=1+1", "+", "-x", "@a", "'quoted'", "'=", '"', "a, b", "＝和", "\t")


@cache
def remarks() -> st.SearchStrategy[str]:
    """Words on one line, with what spreadsheets take for formulas among them."""
    line = st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20
    )
    return st.sampled_from(_RISKY) | line


def observations(series: Sequence[str] = ("a", "b")) -> st.SearchStrategy[Observation]:
    """What a series was: numbers, words and absences in every state."""
    return st.builds(
        Observation,
        st.sampled_from(series),
        periods(),
        amounts(),
        state=st.sampled_from(_STATES),
        known_on=st.none() | days(),
        source=remarks(),
        note=remarks(),
        reported_as=st.sampled_from(("", "running_total", "increment")),
        base=st.none() | numbers(),
        synthetic=st.booleans(),
    )


def ledgers(series: Sequence[str] = ("a", "b")) -> st.SearchStrategy[Observations]:
    """Ledgers with facts of every kind."""
    known, made_up = st.none() | days(), st.booleans()
    some = st.sampled_from(series)
    done = st.builds(
        Implementation, some, periods(), status=remarks(), text=remarks(),
        budget=st.none() | numbers(), settlement=st.none() | numbers(),
        department=remarks(), known_on=known, source=remarks(), synthetic=made_up,
    )  # fmt: skip
    graded = st.builds(
        Judgement, some, periods(), st.sampled_from(("○", "△")),
        by=st.just("審議会"), because=remarks(), known_on=known, synthetic=made_up,
    )  # fmt: skip
    said = st.builds(
        Opinion, periods(), st.just("意見"), by=st.just("委員"), about=remarks(),
        answer=remarks(), known_on=known, synthetic=made_up,
    )  # fmt: skip
    return st.builds(
        Observations,
        st.lists(observations(series), max_size=4),
        implementations=st.lists(done, max_size=2),
        judgements=st.lists(graded, max_size=2),
        opinions=st.lists(said, max_size=2),
    )
