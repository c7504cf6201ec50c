"""The Excel form: written empty, filled by hand, read back, and everything wrong told at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from exchange.form_makers import form, indicator, rows_of
from planmodel import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Baseline,
    Between,
    CalendarYear,
    Cumulative,
    Day,
    FiscalYear,
    Milestone,
    Missing,
    Node,
    NoNumber,
    NotStated,
    Rank,
    Relative,
    Relisted,
    Window,
    check,
)
from planmodel.errors import DocumentError, UsageError
from planmodel.exchange.excel_form import read_form, write_form
from planmodel.exchange.workbooks import read_sheets
from planmodel.model.generic import GenericPlan


def problems_of(path: Path) -> list[str]:
    """What is told about a form: place and Japanese sentence, without the file."""
    with pytest.raises(DocumentError) as caught:
        read_form(path)
    prefix = f"{path}:"
    return [it.in_language("ja").removeprefix(prefix) for it in caught.value.problems]


def places_of(path: Path) -> list[str]:
    """Only the places of what is told."""
    return [it.partition(":")[0] for it in problems_of(path)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workbook of a test stands."""
    return tmp_path / "plan.xlsx"


def one_indicator(path: Path, *rows: dict[str, Any], **more: Any) -> Any:
    """The indicator that a form of these rows holds."""
    (found,) = read_form(form(path, indicators=rows, **more)).indicators
    return found


# --- empty forms -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_empty_form_only_lacks_what_must_be_said(path: Path, language: Any) -> None:
    """As written it misses nothing but title and period, whatever its language."""
    write_form(path, language=language)
    sheet = "計画" if language == "ja" else "Plan"
    assert places_of(path) == [f"{sheet}!B2", f"{sheet}!B4"]


def test_an_empty_form_explains_itself(path: Path) -> None:
    """Its first sheet names every sheet and every column."""
    write_form(path)
    sheets = read_sheets(path)
    assert [it.name for it in sheets] == ["説明", "計画", "階層", "体系", "指標", "担当課"]
    told = {str(cell) for row in sheets[0].rows for cell in row}
    for sheet in sheets[2:]:
        assert sheet.name in told
        assert {str(cell) for cell in sheet.rows[0]} <= told


def test_the_levels_asked_for_stand_in_the_form(path: Path) -> None:
    """Bare words are sections from the top down, and the last of them is the measure."""
    write_form(path, levels=["重点課題", "施策", "取組"])
    sheet = next(it for it in read_sheets(path) if it.name == "階層")
    assert [row[:2] for row in sheet.rows[1:5]] == [
        ["計画", "計画"],
        ["重点課題", "項目"],
        ["施策", "項目"],
        ["取組", "取組"],
    ]


def test_a_form_that_is_there_is_not_written_over(path: Path) -> None:
    """It may be filled; only who says so replaces it."""
    path.write_bytes(b"mine")
    with pytest.raises(DocumentError, match="already"):
        write_form(path)
    assert path.read_bytes() == b"mine"
    write_form(path, overwrite=True)
    assert len(read_sheets(path)) == 6


def test_the_same_form_is_the_same_file(tmp_path: Path) -> None:
    """No clock and no chance in it."""
    one, other = write_form(tmp_path / "a.xlsx"), write_form(tmp_path / "b.xlsx")
    assert one.read_bytes() == other.read_bytes()


def test_a_plan_brings_its_own_levels(path: Path) -> None:
    """Levels beside a plan have no meaning."""
    plan = read_form(form(path))
    with pytest.raises(UsageError, match="its own levels"):
        write_form(path.with_name("b.xlsx"), plan=plan, levels=["a"])


# --- the outline -----------------------------------------------------------------------------


def test_rows_belong_to_the_nearest_higher_level_above(path: Path) -> None:
    """Depth may be uneven, ids say the position, numbers follow the styles."""
    plan = read_form(
        form(
            path,
            outline=rows_of(
                ("課題", "しごと"),
                ("施策", "雇う"),
                ("取組", "会社を訪ねる"),
                ("取組", "会社を訪ねる"),
                ("課題", "すまい"),
                ("取組", "保証人"),
            ),
        )
    )
    assert isinstance(plan, GenericPlan)
    assert [(it.id, it.heading) for it in plan.walk()] == [
        ("section-1", "1 しごと"),
        ("section-1-1", "(1) 雇う"),
        ("measure-1-1-1", "■会社を訪ねる"),
        ("measure-1-1-2", "■会社を訪ねる"),
        ("section-2", "2 すまい"),
        ("measure-2-1", "■保証人"),
    ]
    assert [it.word for it in plan.vocabulary] == ["計画", "課題", "施策", "取組"]
    assert [str(it) for it in check(plan) if it.severity == "error"] == []


def test_a_made_id_gives_way_to_a_given_one(path: Path) -> None:
    """An id written by hand is kept, and the one from the position gets a number behind it."""
    rows = rows_of(("課題", "一"), ("課題", "二"), ("取組", "三"))
    rows[1]["識別子"] = "ｓｅｃｔｉｏｎ-1"
    plan = read_form(form(path, outline=rows))
    assert [it.id for it in plan.walk()] == ["section-1-2", "section-1", "measure-2-1"]


def test_a_row_may_name_its_parent(path: Path) -> None:
    """By id or by title, above or below it, or the top; else the nearest above counts."""
    rows = rows_of(
        ("課題", "一"), ("施策", "一の一"), ("取組", "下へ"), ("取組", "上へ"), ("課題", "二")
    )
    rows[2]["親"] = "二"
    rows[3]["親"] = "（最上位）"
    plan = read_form(form(path, outline=rows))
    assert [it.title for it in plan.sections] == ["一", "上へ", "二"]
    (moved,) = [it for it in plan.walk() if it.title == "下へ"]
    assert plan.parent(moved) is plan.sections[2]


def test_a_printed_number_is_kept_where_it_differs(path: Path) -> None:
    """A number as the style gives it goes on moving with its row; another one is set by hand."""
    rows = rows_of(("課題", "一"), ("課題", "二"), ("課題", "三"))
    rows[0]["番号"], rows[1]["番号"] = 1, "２の２"
    plan = read_form(form(path, outline=rows))
    assert [(it.number, it.fixed_number) for it in plan.sections] == [
        ("1", ""),
        ("２の２", "２の２"),
        ("3", ""),
    ]


def test_a_row_listed_again_points_at_its_owner(path: Path) -> None:
    """再掲 finds the row of its title, or of its id where titles are shared."""
    rows = rows_of(("課題", "一"), ("取組", "相談"), ("課題", "二"), ("取組", "相談"))
    rows[3]["再掲"] = "○"
    plan = read_form(form(path, outline=rows))
    again = plan.sections[1].children[0]
    assert isinstance(again, Relisted)
    assert again.of.id == "measure-1-1"
    rows = [*rows, {"階層": "取組", "題名": "相談"}]
    assert places_of(form(path, outline=rows)) == ["体系!C5"]
    rows[1]["識別子"] = rows[3]["識別子"] = "talk"
    assert read_form(form(path, outline=rows)).relisted_under("talk")[0].title == "二"


def test_what_stands_below_may_be_not_stated(path: Path) -> None:
    """As in an extract that prints only one chapter."""
    rows = rows_of(("課題", "一"))
    rows[0]["下位の記載"] = "記載なし：抜粋のため"
    plan = read_form(form(path, outline=rows))
    assert plan.sections[0].not_stated("children") == NotStated("抜粋のため")
    rows += rows_of(("取組", "相談"))
    assert places_of(form(path, outline=rows)) == ["体系!I2"]


def test_a_plan_may_print_no_outline(path: Path) -> None:
    """Indicators alone are a plan, and the reason stands where the outline would."""
    told = {"体系の記載": "記載なし: 指標だけの公表"}
    plan = read_form(form(path, plan=told, indicators=[indicator()]))
    assert plan.not_stated("sections") == NotStated("指標だけの公表")


def test_every_row_remembers_where_it_stood(path: Path) -> None:
    """A finding about something from a form leads to its sheet and row."""
    plan = read_form(form(path, outline=rows_of(("課題", "一")), indicators=[indicator()]))
    assert str(plan.sections[0].origin) == f"{path}:体系!2"
    assert str(plan.indicators[0].origin) == f"{path}:指標!2"


# --- careless hands --------------------------------------------------------------------------


def test_a_careless_hand_is_understood(path: Path) -> None:
    """Blank rows, full-width digits, blanks, line breaks and headings lower down do no harm."""
    rows: list[Any] = [
        {},
        {"階層": " 課題　", "題名": "住まいの\n確保"},
        {"題名": "　"},
        {"階層": "取組", "題名": "Housing\nfirst", "担当課": "住宅課 、\n福祉課"},
    ]
    good = indicator(基準値="１，２３４団体", 基準年="Ｈ２９年度", 目標値="２,０００ 団体")
    items = {
        "計画期間": "令和３年度〜令和７年度",
        "策定主体": "兵庫県",
        "団体コード": "２８０００３",
    }
    plan = read_form(form(path, plan=items, outline=rows, indicators=[{}, good]))
    assert plan.issuer is not None
    assert plan.issuer.code == "280003"
    assert plan.period == Window(FiscalYear(2021), FiscalYear(2025))
    assert [it.title for it in plan.walk()] == ["住まいの確保", "Housing first"]
    assert [it.name for it in plan.departments] == ["住宅課", "福祉課"]
    (it,) = plan.indicators
    assert it.baseline is not None
    assert (it.baseline.value, it.baseline.period) == (1234, FiscalYear(2017))
    assert it.targets[0].value == 2000


def test_numbers_and_days_typed_as_such_are_read(path: Path) -> None:
    """Whole numbers have no .0, decimals keep their digits, a day stays a day."""
    it = one_indicator(
        path,
        indicator(
            基準値=95.1,
            目標値=2500,
            基準年=dt.datetime(2021, 10, 1),  # noqa: DTZ001 - Excel knows no zones
            目標年=2025,
        ),
        plan={"年だけの書き方": "年度"},
    )
    assert str(it.baseline.value) == "95.1"
    assert it.baseline.period == Day("2021-10-01")
    assert str(it.targets[0].value) == "2500"
    assert it.targets[0].period == FiscalYear(2025)


@pytest.mark.parametrize(
    ("cell", "published", "note"),
    [
        ("2021/10/14", Day("2021-10-14"), ""),
        ("R3.10.14", Day("2021-10-14"), ""),
        ("令和3年10月14日", Day("2021-10-14"), ""),
        (dt.date(2021, 10, 14), Day("2021-10-14"), ""),
        ("令和５年３月", CalendarYear(2023), "公表の時期は「令和５年３月」"),
        ("R5.3", CalendarYear(2023), "公表の時期は「R5.3」"),
        ("2021-10", CalendarYear(2021), "公表の時期は「2021-10」"),
        ("October 2021", CalendarYear(2021), "公表の時期は「October 2021」"),
    ],
)
def test_the_day_or_month_of_publication_is_read(
    path: Path, cell: Any, published: Any, note: str
) -> None:
    """Slashes and eras are read; of a month the year is held, and the month is kept as a note."""
    plan = read_form(form(path, plan={"公表の時期": cell}))
    assert (plan.published, plan.note) == (published, note)


def test_a_period_from_april_to_march_is_fiscal_years(path: Path) -> None:
    """The first and the last month of a plan say its fiscal years."""
    plan = read_form(form(path, plan={"計画期間": "令和5年4月～令和10年3月"}))
    assert plan.period == Window(FiscalYear(2023), FiscalYear(2027))


@pytest.mark.parametrize(
    ("years", "period"), [("年度", FiscalYear(2022)), ("暦年", CalendarYear(2023))]
)
def test_a_month_is_a_year_of_the_kind_that_the_form_says(
    path: Path, years: str, period: Any
) -> None:
    """令和5年3月 lies in FY2022 and in 2023; the form says which kind counts, a note keeps it."""
    row = indicator(基準年="令和5年3月", 目標年="令和5年3月")
    found = one_indicator(path, row, plan={"年だけの書き方": years})
    assert (found.baseline.period, found.targets[0].period) == (period, period)
    note = f"「令和5年3月」は{period.in_language('ja')}と読んだ"
    assert (found.baseline.note, found.targets[0].note) == (note, note)


@pytest.mark.parametrize("cell", ["R3", "令和3", "2021～2023"])
def test_a_year_of_no_kind_is_sent_to_the_sheet_that_says_it(path: Path, cell: str) -> None:
    """An era, or a span, is told what a bare 2021 is told, in words of the form."""
    (told,) = problems_of(form(path, indicators=[indicator(目標年=cell)]))
    assert f"「{cell}」が年度か暦年か分からない" in told
    assert "「計画」シート" in told
    assert "reading=" not in told


def test_a_month_is_refused_where_the_form_does_not_say_which_years_count(path: Path) -> None:
    """It is one problem at its cell, with what could be meant."""
    (told,) = problems_of(form(path, indicators=[indicator(目標年="令和5年3月")]))
    assert told.startswith("指標!J2")
    assert "2023年3月31日" in told
    assert "2022年度または2023年" in told


def test_a_year_that_never_was_is_normalized_and_noted(path: Path) -> None:
    """平成32年度 becomes FY2020, and the note on the target says so."""
    it = one_indicator(path, indicator(目標年="平成32年度"))
    assert it.targets[0].period == FiscalYear(2020)
    assert "平成32年度" in it.targets[0].note


def test_departments_may_be_listed_or_not(path: Path) -> None:
    """Without a list names make departments; with one, an unknown name is a slip of the hand."""
    rows = rows_of(("取組", "相談"), 担当課="企画課；福祉課")
    plan = read_form(form(path, outline=rows))
    assert [(it.id, it.name) for it in plan.departments] == [
        ("department-1", "企画課"),
        ("department-2", "福祉課"),
    ]
    listed = [{"名称": "企画課"}, {"名称": "福祉か", "上位の部署": "企画課"}]
    (told,) = problems_of(form(path, outline=rows, departments=listed))
    assert told.startswith("体系!D2")
    assert "福祉か" in told


def test_a_name_with_a_dot_in_it_is_not_guessed_apart(path: Path) -> None:
    """「企画部・福祉部」 is two of the list, one of the list, or a question."""
    rows = rows_of(("取組", "相談"), 担当課="企画部・福祉部")
    assert places_of(form(path, outline=rows)) == ["体系!D2"]
    two = [{"名称": "企画部"}, {"名称": "福祉部"}]
    plan = read_form(form(path, outline=rows, departments=two))
    assert len(plan.sections[0].departments) == 2
    plan = read_form(form(path, outline=rows, departments=[{"名称": "企画部・福祉部"}]))
    assert len(plan.sections[0].departments) == 1


# --- indicators and targets ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "target"),
    [
        ({"目標値": "2,500団体"}, AtLeast("2,500団体", FiscalYear(2025))),
        ({"目標の形": "以下"}, AtMost("20団体", FiscalYear(2025))),
        ({"目標の形": "超"}, AtLeast("20団体", FiscalYear(2025), strict=True)),
        ({"目標の形": "未満"}, AtMost("20団体", FiscalYear(2025), strict=True)),
        ({"目標の形": "at least"}, AtLeast("20団体", FiscalYear(2025))),
        ({"目標の形": "範囲", "目標値": "40～60"}, Between(40, 60, FiscalYear(2025))),
        (
            {"目標の形": "基準値比の増減", "目標値": "20%減（757）"},
            Relative("20%減", FiscalYear(2025), stated=757),
        ),
        (
            {"目標の形": "前年比の増減", "目標値": "前年度比増"},
            Relative("前年度比増", FiscalYear(2025), of="previous_year"),
        ),
        (
            {"目標の形": "事項", "目標値": "協議会の設置"},
            Milestone("協議会の設置", FiscalYear(2025)),
        ),
        ({"目標の形": "順位", "目標値": "東北１位"}, Rank(1, "東北", FiscalYear(2025))),
        (
            {"目標の形": "数値目標なし", "目標値": "増減で測れない"},
            NoNumber("増減で測れない", FiscalYear(2025)),
        ),
        ({"達成の仕方": "毎年度"}, AtLeast("20団体", FiscalYear(2025), scope="every_year")),
        ({"達成の仕方": "維持"}, AtLeast("20団体", FiscalYear(2025), scope="keep")),
        ({"目標年": "記載なし: 期限なし"}, AtLeast("20団体", NotStated("期限なし"))),
    ],
)
def test_targets_of_every_form(path: Path, cells: dict[str, Any], target: Any) -> None:
    """Each form is chosen by its word, in either language."""
    assert one_indicator(path, indicator(**cells)).targets == (target,)


def test_words_that_say_the_form_need_no_other(path: Path) -> None:
    """「2,500団体以上」 is at least 2,500; the printed words are kept."""
    it = one_indicator(path, indicator(目標の形="", 目標値="2,500団体以上"))
    (target,) = it.targets
    assert isinstance(target, AtLeast)
    assert (target.value, target.printed) == (2500, "2,500団体以上")
    told = problems_of(form(path, indicators=[indicator(目標の形="以下", 目標値="2,500団体以上")]))
    assert [it.partition(":")[0] for it in told] == ["指標!I2"]


def test_a_benchmark_is_made_of_its_title(path: Path) -> None:
    """Two targets against one series share it; its values are still to be given."""
    it = one_indicator(
        path,
        indicator(目標の形="比較対象以上", 目標値="全国平均", 目標年="2023年度"),
        {"題名": "同上", "目標の形": "比較対象以上", "目標値": "全国平均", "目標年": "2025年度"},
        {"題名": "同上", "目標の形": "すべて", "目標値": "市町村数", "目標年": "2025年度"},
    )
    assert [b.title for b in it.benchmarks] == ["全国平均", "市町村数"]
    first, second, third = it.targets
    assert isinstance(first, AgainstBenchmark)
    assert isinstance(second, AgainstBenchmark)
    assert isinstance(third, AllOf)
    assert first.benchmark == second.benchmark
    assert third.whole.id == "indicator-1-benchmark-2"


def test_missing_is_missing_and_silence_is_silence(path: Path) -> None:
    """集計中 is a missing value, 記載なし is not stated, an empty pair is no baseline."""
    assert one_indicator(path, indicator(基準値="集計中")).baseline.absence == Missing("集計中")
    silent = indicator(基準値="記載なし", 基準年="記載なし")
    assert one_indicator(path, silent).baseline == Baseline(
        NotStated("記載なし"), NotStated("記載なし")
    )
    assert one_indicator(path, indicator(基準値="", 基準年="")).baseline is None
    none = indicator(目標の形="", 目標値="記載なし: 案のため", 目標年="")
    assert one_indicator(path, none).not_stated("targets") == NotStated("案のため")


def test_an_indicator_hangs_where_the_form_says(path: Path) -> None:
    """On a title, an id, a number with its title, several of them, or on the plan."""
    rows = rows_of(("課題", "しごと"), ("課題", "すまい"))
    plan = read_form(
        form(
            path,
            outline=rows,
            indicators=[
                indicator("一", 体系での位置="しごと；section-2"),
                indicator("二", 体系での位置="2 すまい"),
                indicator("三", 体系での位置="計画", 種別="累計"),
            ],
        )
    )
    one, two, three = plan.indicators
    assert [it.id for it in plan.nodes_of(one)] == ["section-1", "section-2"]
    assert [it.id for it in plan.nodes_of(two)] == ["section-2"]
    assert plan.nodes_of(three) == (plan,)
    assert isinstance(three, Cumulative)


# --- where meaning is at stake ---------------------------------------------------------------


def test_a_bare_year_is_a_question_until_the_form_answers(path: Path) -> None:
    """2025 is a fiscal year, a calendar year, or a problem."""
    row = indicator(目標年=2025, 基準年="2020")
    assert places_of(form(path, indicators=[row])) == ["指標!J2", "指標!G2"]
    fiscal = one_indicator(path, row, plan={"年だけの書き方": "年度"})
    assert fiscal.targets[0].period == FiscalYear(2025)
    calendar = one_indicator(path, row, plan={"年だけの書き方": "暦年"})
    assert calendar.baseline.period == CalendarYear(2020)


@pytest.mark.parametrize("value", [0.95, 1, -0.5])
def test_a_share_that_excel_keeps_is_a_question(path: Path, value: float) -> None:
    """A number cell of 0.95 under % may be 95%; as text there is no doubt."""
    row = indicator(単位="％", 基準値=value, 目標値="96%")
    assert places_of(form(path, indicators=[row])) == ["指標!F2"]
    row["基準値"] = f"{value}%"
    assert one_indicator(path, row).baseline.value is not None


def test_merged_cells_are_a_question_until_the_form_answers(path: Path) -> None:
    """Their value may be that of the first row, or of all; nobody guesses."""
    rows = rows_of(("取組", "一"), ("取組", "二"), ("", ""), ("取組", "三"))
    merged = [("体系", "D2:D5", "企画課")]
    (told,) = problems_of(form(path, outline=rows, merged=merged))
    assert told.startswith("体系!D2:D5: セルが結合されている")
    for answer, counts in (("結合した行すべてに当てはまる", [1, 1, 1]),
                           ("先頭のセルだけの値とする", [1, 0, 0])):  # fmt: skip
        plan = read_form(form(path, outline=rows, merged=merged, plan={"結合したセル": answer}))
        assert [len(it.departments) for it in plan.measures()] == counts


def test_merged_columns_are_never_guessed(path: Path) -> None:
    """One value over two columns is told, whatever the form says of merged cells."""
    rows = rows_of(("取組", "一"))
    path = form(
        path,
        outline=rows,
        merged=[("体系", "D2:E2", "企画課")],
        plan={"結合したセル": "結合した行すべてに当てはまる"},
    )
    assert places_of(path) == ["体系!D2"]


def test_a_merged_title_goes_on_with_further_targets(path: Path) -> None:
    """An indicator whose title spans two rows has two targets."""
    it = one_indicator(
        path,
        indicator(目標年="2023年度"),
        {"目標の形": "以上", "目標値": "30団体", "目標年": "2025年度"},
        merged=[("指標", "B2:B3", "見守りの数")],
        plan={"結合したセル": "結合した行すべてに当てはまる"},
    )
    assert [target.value for target in it.targets] == [20, 30]


def test_parents_in_a_circle_are_told_once(path: Path) -> None:
    """A row under itself, two rows under each other, and a lower level over a higher one."""
    rows = rows_of(("施策", "甲"), ("施策", "乙"), ("課題", "丙"), ("施策", "丁"))
    rows[0]["親"], rows[1]["親"], rows[2]["親"], rows[3]["親"] = "乙", "甲", "丁", "丁"
    told = problems_of(form(path, outline=rows))
    assert any("循環" in it and "甲 → 乙 → 甲" in it for it in told)
    assert any(it.startswith("体系!F4: 「課題」は「施策」の下に置けない") for it in told)
    assert any(it.startswith("体系!F5: 自らを親にはできない") for it in told)
    assert len(told) == 3


def test_departments_in_a_circle_are_told(path: Path) -> None:
    """A department cannot stand under what stands under it."""
    listed = [{"名称": "甲", "上位の部署": "乙"}, {"名称": "乙", "上位の部署": "甲"}]
    (told,) = problems_of(form(path, departments=listed))
    assert "甲 → 乙 → 甲" in told


def test_a_row_that_names_itself_is_told_so(path: Path) -> None:
    """Whether it is a section or a measure."""
    rows = rows_of(("課題", "あ"), ("取組", "お"))
    for row in rows:
        row["親"] = row["題名"]
    assert [it.partition(": ")[2] for it in problems_of(form(path, outline=rows))] == [
        "自らを親にはできない"
    ] * 2


def test_the_same_row_twice_is_found_with_its_rows(path: Path) -> None:
    """Under one section, or hanging on one thing; the check names both rows."""
    outline = rows_of(
        ("課題", "あ"), ("取組", "巡回"), ("取組", "巡 回"), ("課題", "い"), ("取組", "巡回")
    )
    indicators = [indicator("件数"), indicator("件数"), indicator("人数")]
    plan = read_form(form(path, outline=outline, indicators=indicators))
    found = [it for it in check(plan) if it.code == "PM113"]
    assert sorted(it.place.path for it in found) == ["体系!4", "指標!3"]
    assert [it.message.in_language("ja") for it in found] == [
        "「巡 回」は同じ場所にすでにある（体系!3）",
        "「件数」は同じ場所にすでにある（指標!2）",
    ]


def test_a_code_without_an_issuer_is_checked_too(path: Path) -> None:
    """Both are told: who issues the plan, and the wrong check digit."""
    told = problems_of(form(path, plan={"団体コード": "310001"}))
    assert any("策定主体がない" in it for it in told)
    assert any("検査数字が違う" in it for it in told)


def test_a_shared_title_is_no_name(path: Path) -> None:
    """A parent or a place that two rows could mean is told with both."""
    rows = rows_of(("課題", "同じ"), ("課題", "同じ"), ("取組", "相談"), 識別子="")
    rows[2]["親"] = "同じ"
    told = problems_of(form(path, outline=rows, indicators=[indicator(体系での位置="同じ")]))
    assert [it.partition(":")[0] for it in told] == ["体系!F4", "指標!M2"]
    assert all("体系!2" in it and "体系!3" in it for it in told)


def test_ids_that_differ_only_in_looks_are_one(path: Path) -> None:
    """Upper and lower case, full and half width: told, with both places."""
    rows = rows_of(("課題", "一"), ("課題", "二"), ("課題", "三"))
    rows[0]["識別子"], rows[1]["識別子"], rows[2]["識別子"] = "work", "Work", "ｗｏｒｋ"
    told = problems_of(form(path, outline=rows))
    assert [it.partition(":")[0] for it in told] == ["体系!K3", "体系!K4"]
    assert all("体系!K2" in it for it in told)


def test_everything_wrong_is_told_at_once_with_its_cell(path: Path) -> None:
    """One reading names all: plan, levels, outline, indicators and departments."""
    told = places_of(
        form(
            path,
            plan={
                "計画の名称": "",
                "計画期間": "近いうち",
                "策定主体": "兵庫県",
                "団体コード": "280001",
                "知らない項目": "何か",
            },
            levels=[
                ("計画", "計画", ""),
                ("課題", "項目", ""),
                ("課題", "取組", ""),
                ("x", "何", ""),
            ],
            outline=[
                {"階層": "課だい", "題名": "一"},
                {"階層": "課題"},
                {"題名": "二"},
                {"階層": "課題", "題名": "三", "識別子": "日本語", "新規": "はい", "親": "ない"},
            ],
            indicators=[
                {"題名": "数", "種別": "不明", "基準値": "10"},
                {"単位": "件"},
                indicator(基準値="たくさん", 目標の形="", 体系での位置="どこか", 単位=""),
                indicator(目標値="", 担当課="企画課"),
            ],
            departments=[{"名称": "福祉課"}, {"名称": "福祉課"}, {"区分": "課"}],
        )
    )
    assert set(told) == {
        "計画!B2", "計画!B3", "計画!B5", "計画!B6", "階層!A4", "階層!B5",
        "体系!A2", "体系!C3", "体系!A4", "体系!K5", "体系!G5", "体系!F5",
        "指標!C2", "指標!D2", "指標!G2", "指標!B3", "指標!F4", "指標!H4", "指標!M4", "指標!C4",
        "指標!I5", "指標!L5", "担当課!A3", "担当課!A4",
    }  # fmt: skip


def test_missing_sheets_and_headings_are_named(path: Path) -> None:
    """A workbook of another kind says what it lacks; only the list of departments may be absent."""
    assert read_form(form(path, leave_out="担当課")).departments == ()
    (told,) = problems_of(form(path, leave_out="指標"))
    assert "シート「指標」がない" in told
    path = form(path, outline=[{"階層": "課題", "題名": "一"}])
    write_form(path, overwrite=True, plan=read_form(path))
    assert read_form(path).sections[0].title == "一"


def test_a_column_that_nobody_asked_for_is_told(path: Path, tmp_path: Path) -> None:
    """What stands in it would be lost."""
    import xlsxwriter

    plan = read_form(form(path, outline=rows_of(("課題", "一"))))
    assert len(plan.sections) == 1
    other = tmp_path / "other.xlsx"
    book = xlsxwriter.Workbook(other)
    for name, rows in (
        ("計画", [["計画の名称", "名"], ["計画期間", "2021年度"]]),
        ("階層", [["語", "種別"], ["計画", "計画"], ["取組", "取組"]]),
        (
            "体系",
            [["計画の体系"], [], ["階層", "題名（必須）", "題名", "予算"], ["取組", "", "一", "1"]],
        ),
        ("指標", [["予定なし"]]),
    ):
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    book.close()
    assert places_of(other) == ["体系!B3", "体系!D3", "指標"]


def test_very_many_problems_are_cut_off_with_their_number(path: Path) -> None:
    """Five hundred are told, and how many more there are."""
    rows = [{"階層": "課題"}] * 700
    told = problems_of(form(path, outline=rows))
    assert len(told) == 501
    assert "ほかに200件" in told[-1]


def test_the_plan_takes_the_id_it_is_given(path: Path) -> None:
    """From the caller, from the form, or none."""
    assert read_form(form(path)).id == "plan"
    assert read_form(form(path, plan={"識別子": "tottori-2nd"})).id == "tottori-2nd"
    assert read_form(path, id="mine").id == "mine"
    plan = read_form(path)
    assert not [it for it in plan.walk() if isinstance(it, Node)]
