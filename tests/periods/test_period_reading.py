"""What documents print is read, told about, or refused with a sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from period_strategies import windows
from planmodel.errors import ParseError, UsageError
from planmodel.periods import CalendarYear, FiscalYear, Window, parse_period
from planmodel.periods.scanning import plain
from planmodel.periods.stretches import parse_month

AS_PRINTED = """
平成29年度            FY2017
令和元年度            FY2019
令和1年度             FY2019
R1年度                FY2019
R元年度               FY2019
H29年度               FY2017
h29年度               FY2017
Ｈ２９年度            FY2017
２０２１年度          FY2021
2021年度              FY2021
2021年　度            FY2021
FY2021                FY2021
ＦＹ２０２１          FY2021
2021FY                FY2021
FY2020/7              FY2020/7
2020年度（7月開始）   FY2020/7
平成31年度            FY2019
大正15年度            FY1926
昭和元年度            FY1926
明治45年度            FY1912
2020年                2020
令和2年               2020
R3年                  2021
令3年                 2021
㋿2年                 2020
㍻２９年              2017
㍼64年                1989
㍽15年                1926
㍾元年                1868
平成二十九年          2017
二〇一七年            2017
平成二九年            2017
昭和六十四年          1989
CY2020                2020
令和4年中             2022
平成29年平均          2017
2017（平成29）年度    FY2017
2017(H29)年度         FY2017
2017年度（平成29年度） FY2017
平成29年度（2017）    FY2017
平成29（2017）年      2017
2017年（H29）         2017
FY2017(H29)           FY2017
2017年10月1日現在     2017-10-01
平成29年10月1日時点   2017-10-01
平成29年6月23日       2017-06-23
平成二十九年六月二十三日  2017-06-23
2017（平成29）年10月1日   2017-10-01
2017/10/1             2017-10-01
2017.10.01            2017-10-01
H29.10.1              2017-10-01
R5/3/31               2023-03-31
平成29年度末          2018-03-31
平成29年末現在        2017-12-31
2020年2月末           2020-02-29
平成31年4月30日       2019-04-30
令和元年5月1日        2019-05-01
昭和64年1月7日        1989-01-07
大正15年12月25日      1926-12-25
昭和元年12月25日      1926-12-25
2013〜2017年平均      2013..2017
2013～2017年の平均    2013..2017
2013-2017年           2013..2017
2013－17年度          FY2013..FY2017
平成25年から平成29年  2013..2017
平成25年から平成29年まで 2013..2017
平成25～29年度        FY2013..FY2017
平成25年度～29年度    FY2013..FY2017
平成30～令和4年度     FY2018..FY2022
H25～H29年度平均      FY2013..FY2017
2013年度～2017年度（5か年平均） FY2013..FY2017
2013〜2017年の5年間   2013..2017
2019年度から2021年度までの3カ年 FY2019..FY2021
2013（平成25）～2017（平成29）年度 FY2013..FY2017
FY2013–FY2017         FY2013..FY2017
FY2013-17             FY2013..FY2017
2013..2017            2013..2017
令和5年4月～令和10年3月 FY2023..FY2027
令和5年4月～10年3月     FY2023..FY2027
令和5年4月1日から令和10年3月31日までの5年間 FY2023..FY2027
Ｒ5.4.1～Ｒ10.3.31      FY2023..FY2027
2023/4/1-2028/3/31      FY2023..FY2027
2020年4月〜2021年3月    FY2020
2020年4月〜2021年3月末  FY2020
2020年1月～2021年12月   2020..2021
令和4年出所者、令和6年判明   2022@2024:出所者
令和4年の出所者、令和6年に判明 2022@2024:出所者
2022年出所者（2024年判明）   2022@2024:出所者
2022年度（2024年度判明）     FY2022@FY2024
2022@2024:出所者      2022@2024:出所者
"""
ENGLISH = {
    "fiscal year 2020": "FY2020",
    "FY 2020": "FY2020",
    "FY2020 (from July)": "FY2020/7",
    "mean of FY2013 to FY2017": "FY2013..FY2017",
    "FY2013 through FY2017": "FY2013..FY2017",
    "as of 2017-10-01": "2017-10-01",
    "releases of FY2022, known in FY2024": "FY2022@FY2024:releases",
    "平成 29 年 6 月 23 日": "2017-06-23",
    "　２０２０　年度　": "FY2020",
}
CASES = [(line.rsplit(maxsplit=1)[0], line.split()[-1]) for line in AS_PRINTED.strip().splitlines()]


@pytest.mark.parametrize(("text", "canonical"), [*CASES, *ENGLISH.items()])
def test_printed_forms_are_read(text: str, canonical: str) -> None:
    """Every form that plans print is read as what it says, and leaves nothing to tell."""
    read = parse_period(text)
    assert str(read.period) == canonical
    assert read.notes == ()


@pytest.mark.parametrize(
    ("text", "canonical", "note"),
    [
        ("平成32年度", "FY2020", "令和2年度 (FY2020)"),
        ("Ｈ３３年度", "FY2021", "令和3年度 (FY2021)"),
        ("2021（平成33）年度", "FY2021", "令和3年度 (FY2021)"),
        ("昭和64年度", "FY1989", "平成元年度 (FY1989)"),
        ("昭和100年", "2025", "令和7年 (2025)"),
        ("平成31年5月1日", "2019-05-01", "令和元年5月1日 (2019-05-01)"),
        ("令和元年4月1日", "2019-04-01", "平成31年4月1日 (2019-04-01)"),
        ("平成31年度末", "2020-03-31", ""),
        ("平成32年度末", "2021-03-31", "令和2年度 (FY2020)"),
        ("平成30～34年度", "FY2018..FY2022", "令和4年度 (FY2022)"),
        ("平成32年出所者、令和4年判明", "2020@2022:出所者", "令和2年 (2020)"),
        ("平成31年4月～平成36年3月", "FY2019..FY2023", "令和6年 (2024)"),
    ],
)
def test_times_that_never_came_are_read_and_told(text: str, canonical: str, note: str) -> None:
    """平成32年度 is accepted, normalized, and told in both languages."""
    read = parse_period(text)
    assert str(read.period) == canonical
    assert [note in str(told) for told in read.notes] == ([True] if note else [])
    assert all("実在しない" in told.in_language("ja") for told in read.notes)


@pytest.mark.parametrize(
    ("text", "fiscal", "calendar"),
    [
        ("2017 (H29)", "FY2017", "2017"),
        ("H29", "FY2017", "2017"),
        ("令和元", "FY2019", "2019"),
        ("H29（2017）", "FY2017", "2017"),
        ("H25～H29", "FY2013..FY2017", "2013..2017"),
        ("2013〜2017", "FY2013..FY2017", "2013..2017"),
        ("2013–2017", "FY2013..FY2017", "2013..2017"),
        ("H29末", "2018-03-31", "2017-12-31"),
        ("releases of 2022, known in 2024", "FY2022@FY2024:releases", "2022@2024:releases"),
    ],
)
def test_what_says_neither_is_refused_until_told(text: str, fiscal: str, calendar: str) -> None:
    """「2017 (H29)」 says neither 年 nor 年度: the caller says which, nothing is defaulted."""
    with pytest.raises(ParseError, match="ambiguous"):
        parse_period(text)
    assert str(parse_period(text, reading="fiscal").period) == fiscal
    assert str(parse_period(text, reading="calendar").period) == calendar


def test_a_lone_western_year_is_canonical_and_told() -> None:
    """2020 is the canonical form of a calendar year; taking it as one is noted, unless told."""
    read = parse_period("2020")
    assert str(read.period) == "2020"
    assert "calendar year" in str(read.notes[0])
    assert "暦年" in read.notes[0].in_language("ja")
    assert parse_period("２０２０").period == read.period
    told = parse_period("2020", reading="fiscal")
    assert (str(told.period), told.notes) == ("FY2020", ())
    assert parse_period("2020", reading="calendar").notes == ()


def test_a_reading_does_not_overrule_the_text() -> None:
    """Where the text says 年 or 年度, the caller's reading has nothing to say."""
    assert str(parse_period("2020年", reading="fiscal").period) == "2020"
    assert str(parse_period("2020年度", reading="calendar").period) == "FY2020"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2020年度", "FY2020/7"),
        ("FY2020", "FY2020/7"),
        ("FY2020/10", "FY2020/10"),
        ("FY2013..FY2017", "FY2013/7..FY2017/7"),
        ("2022@FY2024", "2022@FY2024/7"),
        ("令和2年度末", "2021-06-30"),
        ("2020年7月〜2022年6月", "FY2020/7..FY2021/7"),
        ("2020年", "2020"),
        ("2020-10-01", "2020-10-01"),
    ],
)
def test_the_start_month_is_a_parameter(text: str, canonical: str) -> None:
    """A fiscal year that does not say when it starts takes the caller's month."""
    assert str(parse_period(text, start_month=7).period) == canonical


REFUSED = {
    "": "empty",
    "　": "empty",
    "10月1日現在": "no year",
    "目標": "no year",
    "FY20": "no year",
    "99999年": "no year",
    "20 17年": "no year",
    "H29 30年": "not understood",
    "0000年": "not a year",
    "9999年度": "not a year",
    "平成0年": "no year 0",
    "平成2017年": "no year 2017",
    "令和200年": "no year 200",
    "2017（H30）年度": "different years",
    "2017年（平成29年度）": "both",
    "FY2017年": "both",
    "2013年度〜2017年": "cannot run",
    "2017〜2013年度": "before it starts",
    "平成30～2年度": "before it starts",
    "2013〜2017年の4か年平均": "4 years",
    "2017年2月30日": "no such day",
    "2017年13月1日": "no such day",
    "2017年13月末": "no such day",
    "2017-02-30": "not a day",
    "明治5年10月1日": "another calendar",
    "2017年10月": "month",
    "H29.10": "month",
    "2020/7": "month",
    "2013-10": "month",
    "2020年4月〜2021年2月": "month",
    "2020年7月〜2021年6月": "month",
    "2021年4月〜2020年3月": "month",
    "2020年4月〜9月": "month",
    "2020年4月〜2025年3月（4年間）": "4 years",
    "2020年4月〜2021年13月": "no such day",
    "平成31年 月": "not understood",
    "2021年 目標": "not understood",
    "2017¹": "not understood",
    "2017年②": "not understood",
    "H2①年": "not understood",
    "2020年度末年度": "not understood",
    "2013〜": "not understood",
    "2013年度〜2015年度〜2017年度": "not understood",
    "2020年度（13月開始）": "not a month",
    "令和4年出所者、令和2年判明": "cannot be known",
    "令和4年度度、令和6年判明": "name of a cohort",
    "令和4年出所者、判明": "not understood",
    "releases of then, known in 2024年": "no year",
    "2020-10-01..2021-01-01": "not understood",
    "2020年" * 100: "too long",
}


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_refusals_say_why(text: str, why: str) -> None:
    """Each text that is no period is refused for its own reason, in one line a language."""
    with pytest.raises(ParseError, match=why) as caught:
        parse_period(text)
    english, japanese = str(caught.value), caught.value.in_language("ja")
    assert "期間として読めない" in japanese
    assert "\n" not in english + japanese
    assert len(english) < 400


def test_a_message_obeys_no_terminal() -> None:
    """Control and direction marks of the text do not reach the message."""
    with pytest.raises(ParseError) as caught:
        parse_period("\x1b[31m2020\u202e")
    assert str(caught.value).isprintable()


def test_wrong_calls_are_usage_errors() -> None:
    """A month or a reading that does not exist is the caller's mistake, not the text's."""
    with pytest.raises(UsageError):
        parse_period("2020", start_month=0)
    with pytest.raises(UsageError, match="no reading"):
        parse_period("2020", reading="school")  # type: ignore[arg-type]


PIECES = st.sampled_from(
    [
        *(
            "平成",
            "令和",
            "㋿",
            "昭",
            "H",
            "r",
            "R.",
            "元",
            "29",
            "5",
            "2017",
            "２０２０",
            "三十一",
        ),
        *(
            "年",
            "年度",
            "月",
            "日",
            "末",
            "現在",
            "(",
            ")",
            "（",
            "）",
            "～",
            "-",
            "..",
            "から",
            "まで",
        ),
        *(
            "平均",
            "5か年",
            "FY",
            "/",
            "@",
            ":",
            "判明",
            "、",
            "of",
            "known in",
            " ",
            ".",
            "①",
            "百",
        ),
    ]
)


@given(
    st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map("".join)),
    st.sampled_from([None, "fiscal", "calendar"]),
)
@example("百" * 200, "fiscal")
@example("9" * 5000, None)
@example("\ufdfa" * 200, None)
@example("令和" + "9" * 190 + "年", None)
def test_any_text_is_read_or_refused(text: str, reading: None) -> None:
    """No text makes anything but a period or a ParseError, and a period read is printable."""
    try:
        read = parse_period(text, reading=reading)
    except ParseError:
        return
    assert parse_period(str(read.period)).period == read.period
    assert all(str(note) and note.in_language("ja") for note in read.notes)


@given(st.text(max_size=40))
def test_making_plain_twice_changes_nothing(text: str) -> None:
    """Plain text is plain: names of cohorts can be stored and read back."""
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "2019（平成31・令和元）年度",
        "2019年度（平成31・令和元年度）",
        "平成31・令和元年度",
        "平成31年度・令和元年度",
        "2019(H31/R1)年度",
    ],
)
def test_a_year_of_two_eras_is_one_year(text: str) -> None:
    """The year in which the era changed is printed in both."""
    read = parse_period(text)
    assert (str(read.period), read.notes) == ("FY2019", ())


@pytest.mark.parametrize("text", ["平成30・令和元年度", "2019（平成31・令和2）年度"])
def test_two_years_of_two_eras_are_refused(text: str) -> None:
    """Different years are no one period."""
    with pytest.raises(ParseError):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("令和5年3月", "(2023-03-31), the day, or the year that is meant (FY2022 or 2023)"),
        ("R5.10", "(2023-10-31), the day, or the year that is meant (FY2023 or 2023)"),
    ],
)
def test_a_lone_month_is_refused_with_what_can_be_meant(text: str, hint: str) -> None:
    """The end of the month and the years it lies in are told as they would be written."""
    with pytest.raises(ParseError) as caught:
        parse_period(text)
    assert hint in str(caught.value)


@given(
    st.integers(1873, 2200),
    st.integers(1, 12),
    st.sampled_from(["{y}年{m}月", "{y}/{m}", "{y}-{m:02}"]),
)
def test_a_printed_month_tells_the_years_it_lies_in(year: int, month: int, form: str) -> None:
    """The calendar year is that printed, the fiscal year the one that holds its days."""
    read = parse_month(form.format(y=year, m=month))
    assert read is not None
    assert read.calendar == CalendarYear(year)
    assert read.fiscal.first_day <= dt.date(year, month, 1) <= read.fiscal.last_day
    assert parse_month(form.format(y=year, m=month) + "ごろ") is None


@pytest.mark.parametrize("text", ["October 2021", "oct. 2021", "Oct 2021", "OCTOBER, 2021"])
def test_a_month_by_its_english_name_is_read(text: str) -> None:
    """In full or in short, in capitals or not; a word that only begins like one is none."""
    read = parse_month(text)
    assert read is not None
    assert (read.calendar, read.fiscal) == (CalendarYear(2021), FiscalYear(2021))
    for other in ("Octopus 2021", "October", "31 October 2021", "October 21", "October 0021"):
        assert parse_month(other) is None


@given(windows, st.sampled_from(["{a.year}年{a.month}月～{b.year}年{b.month}月", "{a}～{b}"]))
def test_first_to_last_month_of_years_is_read_as_the_years(window: Window, form: str) -> None:
    """Years of April or January printed by their first and last month or day come back."""
    start = window.first_day.month
    text = form.format(a=window.first_day, b=window.last_day)
    wanted = window if len(window.years) > 1 else window.first
    if start == 1 and isinstance(window.first, FiscalYear):
        assert parse_period(text, start_month=1).period == wanted
    else:
        assert parse_period(text, start_month=4 if start == 1 else start).period == wanted
