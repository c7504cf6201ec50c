"""Reached, lost and held."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planmodel.evaluation import Interval, Standing, standing

AT_LEAST_10 = Interval(low=Decimal(10), has_low=True)


def test_an_interval_reads_like_a_table_of_grades() -> None:
    """以上, 超, 以下, 未満 and their signs."""
    eighty, hundred = Decimal(80), Decimal(100)
    full = Interval(eighty, hundred, has_low=True)
    assert (str(full), full.in_language("ja")) == ("≥ 80 and < 100", "80以上100未満")
    open_ = Interval(eighty, hundred, has_high=True)
    assert (str(open_), open_.in_language("ja")) == ("> 80 and ≤ 100", "80超100以下")
    point = Interval(eighty, eighty, has_low=True, has_high=True)
    assert (str(point), point.in_language("ja")) == ("= 80", "80")
    assert (str(Interval(low=eighty)), str(Interval(high=eighty))) == ("> 80", "< 80")
    everything = Interval()
    assert (str(everything), everything.in_language("ja")) == ("every number", "すべての数")
    assert not everything.is_empty


def years(*values: int | None) -> list[tuple[object, Decimal | None]]:
    """A series from 2018 on."""
    return [
        (2018 + at, None if value is None else Decimal(value)) for at, value in enumerate(values)
    ]


def test_reached_now_keeps_the_first_year() -> None:
    """The first year that met the target is kept."""
    it = standing(years(9, 10, 12), AT_LEAST_10.contains, maintain=False)
    assert (it.word, it.first_reached, it.lost_since) == ("reached", 2019, None)


def test_reached_once_and_lost_keeps_the_first_year() -> None:
    """A target that was reached and lost is lost, and the year it was reached is not forgotten."""
    it = standing(years(9, 10, 9, 8), AT_LEAST_10.contains, maintain=False)
    assert (it.word, it.first_reached, it.lost_since) == ("lost", 2019, 2020)


def test_lost_and_won_back_is_reached() -> None:
    """What counts is the last period; the first year stays the first."""
    it = standing(years(10, 9, 11), AT_LEAST_10.contains, maintain=False)
    assert (it.word, it.first_reached, it.lost_since) == ("reached", 2018, None)


def test_never_reached_is_not_lost() -> None:
    """Before it is ever reached, a target is just not reached."""
    it = standing(years(8, 9), AT_LEAST_10.contains, maintain=False)
    assert (it.word, it.first_reached, it.lost_since) == ("not_reached", None, None)
    assert it.in_language("ja") == "未達成"


def test_a_target_to_be_kept_is_only_held_or_lost() -> None:
    """There is no "reached" for something that had to stay as it was."""
    held = standing(years(10, 10), AT_LEAST_10.contains, maintain=True)
    lost = standing(years(9, 9), AT_LEAST_10.contains, maintain=True)
    assert (held.word, str(held)) == ("held", "held")
    assert (lost.word, lost.lost_since) == ("lost", 2018)
    assert lost.in_language("ja") == "維持できていない"
    assert Standing("lost").in_language("ja") == "達成後に下回った"


def test_a_missing_last_value_has_a_reason_and_forgets_nothing() -> None:
    """Without a value for the period there is no word, but the first year is kept."""
    it = standing(years(10, None), AT_LEAST_10.contains, maintain=False)
    assert it.word is None
    assert it.reason is not None
    assert it.reason.code == "no_value"
    assert it.first_reached == 2018
    assert "missing" in str(it)


def test_a_gap_between_neither_reaches_nor_loses() -> None:
    """A year without a value is passed over."""
    it = standing(years(10, None, 11), AT_LEAST_10.contains, maintain=False)
    assert (it.word, it.lost_since) == ("reached", None)


def test_an_empty_series_cannot_be_judged() -> None:
    """No periods, no word."""
    assert standing([], AT_LEAST_10.contains, maintain=True).reason is not None


@given(st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=8), st.booleans())
def test_the_word_follows_from_the_last_value(
    values: list[int | None],
    maintain: bool,  # noqa: FBT001 - drawn
) -> None:
    """Reached or held exactly if the last value meets the target; lost only after reaching."""
    it = standing(years(*values), AT_LEAST_10.contains, maintain=maintain)
    met = [value is not None and value >= 10 for value in values]
    if not values or values[-1] is None:
        assert it.word is None
    elif met[-1]:
        assert it.word == ("held" if maintain else "reached")
    else:
        assert it.word == ("lost" if maintain or any(met) else "not_reached")
    assert it.first_reached == (2018 + met.index(True) if any(met) else None)


def test_a_target_of_every_year_is_lost_by_one_failure() -> None:
    """10, 9, 11: the year that broke it is named, and it is not held although it is met now."""
    it = standing(years(10, 9, 11), AT_LEAST_10.contains, maintain=True, every_year=True)
    assert (it.word, it.failed, it.lost_since, it.met_since) == ("lost", (2019,), None, 2020)
    assert str(it) == "not held throughout: broken in 2019"
    assert it.in_language("ja") == "2019に維持できなかった"
    first = standing(years(9, 11), AT_LEAST_10.contains, maintain=True, every_year=True)
    assert (first.word, first.failed) == ("lost", (2018,))
    never = standing(years(10, None, 11), AT_LEAST_10.contains, maintain=True, every_year=True)
    assert (never.word, never.failed, never.met_since) == ("held", (), 2018)


def test_a_level_that_is_kept_again_says_since_when() -> None:
    """10, 9, 9, 11, 12: held again since 2021, broken in 2019 and 2020."""
    it = standing(years(10, 9, 9, 11, 12), AT_LEAST_10.contains, maintain=True)
    assert (it.word, it.first_reached, it.met_since) == ("held", 2018, 2021)
    assert it.failed == (2019, 2020)
    assert str(it) == "held again since 2021: broken in 2019, 2020"
    assert it.in_language("ja") == "2021から再び維持（2019、2020に維持できなかった）"
    late = standing(years(9, 10), AT_LEAST_10.contains, maintain=True)
    assert (late.word, str(late), late.met_since) == ("held", "held", 2019)


def test_only_what_is_to_be_kept_is_held_again() -> None:
    """10, 9, 11: a target to be reached is reached now, however often it was lost before."""
    it = standing(years(10, 9, 11), AT_LEAST_10.contains, maintain=False)
    assert (it.failed, it.met_since) == ((2019,), 2020)
    assert (str(it), it.in_language("ja")) == ("reached", "達成")


@given(
    st.lists(st.one_of(st.none(), st.integers(5, 15)), max_size=8),
    st.booleans(),
    st.booleans(),
)
def test_the_present_success_or_failure_has_one_beginning(
    values: list[int | None],
    maintain: bool,  # noqa: FBT001 - drawn
    every_year: bool,  # noqa: FBT001 - drawn
) -> None:
    """It began after the last known value of the other kind; without a last value there is none."""
    series = years(*values)
    it = standing(series, AT_LEAST_10.contains, maintain=maintain, every_year=every_year)
    met = [(period, value >= 10) for period, value in series if value is not None]
    if not values or values[-1] is None:
        assert (it.met_since, it.lost_since) == (None, None)
        return
    now = met[-1][1]
    after = max((at for at, (_, meets) in enumerate(met) if meets is not now), default=-1)
    since = met[after + 1][0]
    is_loss = not now and (it.maintain or any(meets for _, meets in met))
    assert it.met_since == (since if now else None)
    assert it.lost_since == (since if is_loss else None)


@given(st.lists(st.one_of(st.none(), st.integers(5, 15)), max_size=8))
def test_what_is_to_be_met_every_year_is_to_be_kept(values: list[int | None]) -> None:
    """Nothing more has to be said for it."""
    series = years(*values)
    it = standing(series, AT_LEAST_10.contains, maintain=False, every_year=True)
    assert it == standing(series, AT_LEAST_10.contains, maintain=True, every_year=True)
    assert it.maintain


@given(st.lists(st.one_of(st.none(), st.integers(5, 15)), max_size=8), st.booleans())
def test_every_year_means_every_year(values: list[int | None], keep: bool) -> None:  # noqa: FBT001
    """It is held exactly where every known value meets it; a kept one where the last one does."""
    it = standing(years(*values), AT_LEAST_10.contains, maintain=True, every_year=not keep)
    known = [value for value in values if value is not None]
    if not values or values[-1] is None:
        assert it.word is None
    elif keep:
        assert it.word == ("held" if known[-1] >= 10 else "lost")
    else:
        assert it.word == ("held" if all(value >= 10 for value in known) else "lost")
        assert len(it.failed) == sum(value < 10 for value in known)
