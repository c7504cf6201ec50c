"""Numbering styles: a sample of the first number is all that a level needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import Action, FiscalYear, Measure, MeasureGroup, NotStated, Pillar, Plan, Section
from planmodel.model.generic import GenericPlan, GenericSection
from planmodel.model.numbering import numbering
from planmodel.model.words import Level

OPEN = NotStated("抜粋に記載なし")

STYLES = {
    "行動1": ["行動1", "行動2", "行動3"],
    "ア": ["ア", "イ", "ウ"],
    "(ア)": ["(ア)", "(イ)", "(ウ)"],
    "第1": ["第1", "第2", "第3"],
    "第１章": ["第１章", "第２章", "第３章"],
    "1.": ["1.", "2.", "3."],
    "(1)": ["(1)", "(2)", "(3)"],
    "01": ["01", "02", "03"],
    "①": ["①", "②", "③"],
    "⑴": ["⑴", "⑵", "⑶"],
    "⒈": ["⒈", "⒉", "⒊"],
    "Ⅰ": ["Ⅰ", "Ⅱ", "Ⅲ"],
    "ⅰ": ["ⅰ", "ⅱ", "ⅲ"],
    "I": ["I", "II", "III"],
    "i": ["i", "ii", "iii"],
    "A": ["A", "B", "C"],
    "a)": ["a)", "b)", "c)"],
    "あ": ["あ", "い", "う"],
    "イ": ["イ", "ロ", "ハ"],
    "一": ["一", "二", "三"],
    "Ａ": ["Ａ", "Ｂ", "Ｃ"],
    "（ａ）": ["（ａ）", "（ｂ）", "（ｃ）"],
    "ｱ": ["ｱ", "ｲ", "ｳ"],
    "㋐": ["㋐", "㋑", "㋒"],
    "❶": ["❶", "❷", "❸"],
    "㈠": ["㈠", "㈡", "㈢"],
    "㊀": ["㊀", "㊁", "㊂"],
    "甲": ["甲", "乙", "丙"],
    "(い)": ["(い)", "(ろ)", "(は)"],
    "ⓐ": ["ⓐ", "ⓑ", "ⓒ"],
    "⒜": ["⒜", "⒝", "⒞"],
    "Ⅰ-1": ["Ⅰ-1", "Ⅰ-2", "Ⅰ-3"],
    "施策{running}": ["施策1", "施策2", "施策3"],
    "{parent}-1": ["Ⅳ-1", "Ⅳ-2", "Ⅳ-3"],
    "Action 1": ["Action 1", "Action 2", "Action 3"],
}
COUNTING = st.sampled_from(sorted(STYLES))


@pytest.mark.parametrize(("style", "expected"), STYLES.items())
def test_every_style_of_real_plans(style: str, expected: list[str]) -> None:
    """The sample is the first number, and the others follow."""
    assert numbering(style).counts
    assert [numbering(style).number(n, "Ⅳ") for n in (1, 2, 3)] == expected


@given(COUNTING, st.sets(st.integers(1, 3000), min_size=2, max_size=40))
def test_no_two_positions_have_one_number(style: str, positions: set[int]) -> None:
    """A number says which one is meant, also beyond the signs that a style has."""
    numbers = {numbering(style).number(n) for n in positions}
    assert len(numbers) == len(positions)


WORDS = st.text(
    "行動施策第章節一二甲乙アイカアク-－.・()（） aAiIbc012１２①❶㋐Ⅰⅰあいう■※", max_size=8
)


@given(WORDS)
def test_the_first_number_is_the_style_itself(style: str) -> None:
    """Whatever is written as a sample is what the first one is called."""
    made = numbering(style)
    assert made.is_bracket or made.number(1) == style


@given(WORDS, st.sets(st.integers(1, 400), min_size=2, max_size=20))
def test_a_style_counts_or_is_a_bullet(style: str, positions: set[int]) -> None:
    """Either no two numbers are the same, or all of them are."""
    made = numbering(style)
    assert len({made.number(n) for n in positions}) == (len(positions) if made.counts else 1)


def levels_numbered(*styles: str) -> Plan[Section[Measure]]:
    """A plan of two sections each with two below, and so on, one level for each style."""
    words = [f"level{n}" for n in range(len(styles))]
    levels = [
        Level(word, "section", style, tuple(words[n + 1 : n + 2]))
        for n, (word, style) in enumerate(zip(words, styles, strict=True))
    ]

    def row(depth: int, key: str) -> tuple[GenericSection, ...]:
        if depth == len(levels):
            return ()
        keys = [f"{key}-{n}" for n in (1, 2)]
        return tuple(
            GenericSection(k, "x", given_level=levels[depth], children=row(depth + 1, k) or OPEN)
            for k in keys
        )

    return GenericPlan(
        "p",
        "計画",
        period=FiscalYear(2021),
        given_levels=(Level("計画", "plan", "", ("level0",)), *levels),
        sections=row(0, "s"),
    )


@pytest.mark.parametrize(
    ("styles", "second"),
    [
        (("Ⅰ", "Ⅰ-1"), ["Ⅱ", "Ⅱ-2"]),
        (("1", "1-1", "1-1-1"), ["2", "2-2", "2-2-2"]),
        (("第1", "第1-1"), ["第2", "第2-2"]),
        (("1", "1(1)"), ["2", "2(2)"]),
        (("行動1", "1-1", "(1)"), ["行動2", "2-2", "(2)"]),
        (("Ⅰ", "1-1"), ["Ⅱ", "2-2"]),
        (("1", "（）", "1.1"), ["2", "", "2.2"]),
        (("A", "{parent}-1", "A-1-1"), ["B", "B-2", "B-2-2"]),
        (("第1章", "2021-1"), ["第2章", "2021-2"]),
    ],
)
def test_a_number_before_the_counter_is_that_of_the_level_above(
    styles: tuple[str, ...], second: list[str]
) -> None:
    """Each of several counters counts a level; the first number is always the style."""
    plan = levels_numbered(*styles)
    keys = ["s" + "-2" * (depth + 1) for depth in range(len(styles))]
    assert [node.number for node in plan.walk() if node.id in keys] == second
    firsts = ["s" + "-1" * (depth + 1) for depth in range(len(styles))]
    expected = [style for style in styles if "{" not in style and style != "（）"]
    found = [node.number for node in plan.walk() if node.id in firsts]
    assert [it for it, style in zip(found, styles, strict=True) if style in expected] == expected


def test_a_number_by_hand_is_repeated_below() -> None:
    """Where the document skips from 1 to 9, what is below begins with 9."""

    class Field(Section[Measure], word="施策", numbering="1-1"):
        """Numbered on from its issue."""

    class Issue(Section[Field], word="重点課題", numbering="課題1"):
        """An issue."""

    plan = Plan(
        "p",
        "計画",
        period=FiscalYear(2021),
        sections=[Issue("a", "x", number="課題9")[Field("b", "y")[OPEN]]],
    )
    assert [node.number for node in plan.walk()] == ["課題9", "9-1"]


@given(COUNTING)
def test_the_first_two_hundred_are_all_different(style: str) -> None:
    """Where ① runs out after ㊿ and Ⅻ after twelve, something else begins."""
    assert len({numbering(style).number(n) for n in range(1, 201)}) == 200


@pytest.mark.parametrize(
    ("style", "position", "expected"),
    [
        ("①", 20, "⑳"),
        ("①", 21, "㉑"),
        ("①", 50, "㊿"),
        ("①", 51, "(51)"),
        ("Ⅰ", 12, "Ⅻ"),
        ("Ⅰ", 13, "XIII"),
        ("ア", 46, "ン"),
        ("ア", 47, "アア"),
        ("A", 27, "AA"),
        ("一", 10, "十"),
        ("一", 11, "十一"),
        ("一", 20, "二十"),
        ("一", 99, "九十九"),
        ("１", 10, "１０"),
        ("10", 1, "10"),
        ("I", 1994, "MCMXCIV"),
    ],
)
def test_where_signs_change(style: str, position: int, expected: str) -> None:
    """Tens, ends of blocks, and a sample that does not start at one."""
    assert numbering(style).number(position) == expected


def test_bullets_and_brackets_count_nothing() -> None:
    """■ is the same before every measure, and a heading in brackets has no number at all."""
    assert [numbering("■").number(n) for n in (1, 2)] == ["■", "■"]
    assert numbering("■").heading("■", "巡回") == "■巡回"
    for style in ("（）", "()", "【】", "〔〕"):
        assert numbering(style).number(1) == ""
        assert numbering(style).heading("", "見出し") == f"{style[0]}見出し{style[-1]}"
    assert numbering("").heading("", "題") == "題"


def test_numbers_come_from_position_and_can_be_given() -> None:
    """Hyogo's four levels, and a number set by hand where the document does so."""
    group = MeasureGroup("g", "啓発活動の推進")[Measure("m", "周知"), Measure("n", "醸成")]
    plan = Plan(
        "p",
        "計画",
        period=FiscalYear(2021),
        sections=[
            Action("a", "地域をつくる")[OPEN],
            Action("b", "地域の防犯力")[
                Pillar("x", "理解の促進")[group], Pillar("y", "就労支援")[OPEN]
            ],
            Action("c", "子ども", number="行動9")[OPEN],
        ],
    )
    assert [node.heading for node in plan.walk()] == [
        "行動1 地域をつくる",
        "行動2 地域の防犯力",
        "ア 理解の促進",
        "（啓発活動の推進）",
        "■周知",
        "■醸成",
        "イ 就労支援",
        "行動9 子ども",
    ]


def test_numbers_that_repeat_or_run_through() -> None:
    """{parent} is the number above; {running} does not start anew under the next parent."""

    class Policy(Section[Measure], word="施策", numbering="{parent}-1"):
        """Numbered by its goal."""

    class Goal(Section[Policy], word="目標", numbering="Ⅰ"):
        """A goal."""

    class Project(Section[Measure], word="事業", numbering="{running}"):
        """Counted through the plan."""

    class Field(Section[Project], word="分野", numbering="1"):
        """A field."""

    def numbers(*sections: Section[Section[Measure]]) -> list[str]:
        plan = Plan("p", "計画", period=FiscalYear(2021), sections=sections)
        return [node.number for node in plan.walk()]

    goals = [Goal(k, k)[Policy(f"{k}1", "x")[OPEN], Policy(f"{k}2", "x")[OPEN]] for k in "ab"]
    fields = [Field(k, k)[Project(f"{k}1", "x")[OPEN], Project(f"{k}2", "x")[OPEN]] for k in "ab"]
    assert numbers(*goals) == ["Ⅰ", "Ⅰ-1", "Ⅰ-2", "Ⅱ", "Ⅱ-1", "Ⅱ-2"]
    assert numbers(*fields) == ["1", "1", "2", "2", "3", "4"]


def test_a_number_is_no_part_of_equality() -> None:
    """The same measure is equal before and after it has a place."""
    measure = Measure("m", "巡回")
    action = Action("a", "見守り")[measure]
    plan = Plan("p", "計画", period=FiscalYear(2021), sections=[action])
    assert plan.sections[0] == action
    assert (action.number, plan.sections[0].number) == ("", "行動1")
    assert hash(plan["m"]) == hash(measure)
