"""The year's facts as CSV: read strictly, appended, never overwritten."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import DocumentError
from planmodel.exchange.fact_tables import OBSERVATIONS
from planmodel.exchange.observations_csv import (
    append_observations,
    load_observations,
    read_observations,
    write_observations,
)
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.observations.ledger import Observations, Row
from planmodel.observations.records import Implementation, Judgement, Observation, Opinion
from planmodel.periods import STYLES, CalendarYear, Day, FiscalYear, Style, print_period

HEADER = "indicator,period,value,state,known_on,source,note"


def table(*rows: str, header: str = HEADER) -> str:
    """A table with the usual header."""
    return "\n".join((header, *rows, ""))


def refused(text: str, file: str = "actual.csv") -> list[str]:
    """The problems of a table, one line each."""
    with pytest.raises(DocumentError) as caught:
        read_observations(text, file=file)
    return [str(problem) for problem in caught.value.problems]


def test_a_row_says_all_its_columns() -> None:
    """Every documented column reaches the observation, and its place is remembered."""
    text = table("bullying,FY2020,67.5,provisional,2021-10-14,a newspaper,a note")
    (row,) = read_observations(text, file="actual.csv").rows
    assert (row.series, row.period, row.value) == ("bullying", FiscalYear(2020), Decimal("67.5"))
    assert (row.state, row.known_on) == ("provisional", dt.date(2021, 10, 14))
    assert (row.source, row.note, str(row.origin)) == ("a newspaper", "a note", "actual.csv:2")


def test_columns_may_stand_in_any_order_and_optional_ones_are_read() -> None:
    """The header says the order; ``reported_as``, ``base`` and ``synthetic`` may stand there."""
    text = table(
        "1200,FY2019,trees,increment,3000,TRUE,,,,",
        header="value,period,indicator,reported_as,base,synthetic,state,known_on,source,note",
    )
    (row,) = read_observations(text).rows
    assert (row.reported_as, row.base, row.synthetic) == ("increment", Decimal(3000), True)


@pytest.mark.parametrize("word", ["なし", "―", "集計中", "未公表", "調査せず"])
def test_words_for_no_number_are_missing(word: str) -> None:
    """A missing value is a reason and never 0."""
    (row,) = read_observations(table(f"a,FY2020,{word},,,,")).rows
    assert row.value is None
    assert row.absence == Missing(word)


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ('"1,200人"', "write 1200"),
        ("１２００", "write 1200"),
        ("67.5%", "write 67.5"),
        ("▲5", "write -5"),
        ("約20", "write 20, put 約 into note, and estimated into state"),
        ("5〜10人", ""),
        ("about right", ""),
    ],
)
def test_what_is_no_plain_number_is_refused_with_the_mended_value(cell: str, hint: str) -> None:
    """A number column holds digits; what stands there instead is named, and mended if it can be."""
    (problem,) = refused(table(f"a,FY2020,{cell},,,,"))
    assert problem.startswith("actual.csv:2, column value: ")
    assert problem.endswith(hint)


@given(
    st.dates(dt.date(1873, 1, 1), dt.date(2200, 12, 31)),
    st.sampled_from([*STYLES, "slashes", "points"]),
)
def test_days_as_offices_print_them_are_read(day: dt.date, style: str) -> None:
    """A day printed with slashes, in kanji or by its era is read, and written as ISO."""
    signs = {"slashes": "/", "points": "."}
    if style in signs:
        printed = signs[style].join(str(it) for it in (day.year, day.month, day.day))
    else:
        printed = print_period(Day(day), cast("Style", style))
    (row,) = read_observations(table(f"a,{printed},1,,{printed},,")).rows
    assert (row.period, row.known_on) == (Day(day), day)
    cells = OBSERVATIONS.cells(row)
    assert (cells["period"], cells["known_on"]) == (day.isoformat(), day.isoformat())


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("21/10/14", "which number is the year"),
        ("3.10.14", "which number is the year"),
        ("10/14/2021", "which number is the year"),
        ("2021/10", "is no day"),
        ("2021/2/30", "is no day"),
        ("令和3年度末", "is no day"),
        ("FY2021", "is no day"),
        ("平成33年10月14日", "its era never had"),
        ("平成33年10月14日", "write 2021-10-14"),
    ],
)
def test_what_is_not_surely_a_day_is_refused_with_its_place(cell: str, told: str) -> None:
    """A day whose year must be guessed, or that its era never had, is one problem."""
    (problem,) = refused(table(f"a,FY2020,1,,{cell},,"))
    assert problem.startswith("actual.csv:2, column known_on: ")
    assert told in problem


def test_all_problems_are_named_at_once() -> None:
    """Bad cells of many rows come in one error, each with its line and column."""
    problems = refused(
        table(
            'a,FY2020,"1,200人",final,10/14/2021,,',
            ",2020年度,1,finl,,,",
            "b,FY2020,,,,,",
            "b,FY2020,1",
            'c,FY2020,1,,,"two\nlines",',
            "c,FY2020,1,,,nul\x00,",
        )
    )
    places = [problem.split(": ")[0] for problem in problems]
    assert places == [
        "actual.csv:2, column value",
        "actual.csv:2, column known_on",
        "actual.csv:3, column indicator",
        "actual.csv:3, column period",
        "actual.csv:3, column state",
        "actual.csv:4, column value",
        "actual.csv:5",
        "actual.csv:6, column source",
        "actual.csv:8, column source",
    ]
    assert "which number is the year" in problems[1]
    assert "write FY2020" in problems[3]
    assert "did you mean final?" in problems[4]


def test_a_missing_column_is_named() -> None:
    """Without a column nothing is guessed; the rows are not read against wrong columns."""
    problems = refused("indicator,period,valeu,state,known_on,source\nx,y,z,1,2,3\n")
    assert len(problems) == 3
    assert "the column value is missing" in problems[0]
    assert "the column note is missing" in problems[1]
    assert "did you mean value?" in problems[2]


def test_a_doubled_column_is_refused() -> None:
    """Two columns of one name leave no way to tell which holds."""
    assert "stands twice" in refused(HEADER + ",note\n")[0]


@pytest.mark.parametrize("text", ["", "\n\n", "a;b;c\n1;2;3\n", '"unpaired\n', "x,y\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    """Empty text, other separators and broken quotes are said, not crashed on."""
    assert refused(text)


def test_a_value_given_twice_is_refused() -> None:
    """A number beside words has no meaning."""
    assert "twice" in refused(table("a,FY2020,1,,,,,done", header=HEADER + ",words"))[0]


def test_empty_rows_are_passed_over() -> None:
    """Spreadsheets leave rows of commas at the end."""
    assert len(read_observations(table("a,FY2020,1,,,,", ",,,,,,", ""))) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_files_of_offices_are_read(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with or without BOM and cp932 give the same rows."""
    file = tmp_path / "actual.csv"
    file.write_bytes(table("a,FY2020,集計中,,,兵庫県～,①").encode(encoding))
    (row,) = load_observations(file).rows
    assert (row.source, row.note) == ("兵庫県～", "①")


@pytest.mark.parametrize("content", [b"\xff\xfea\x00", b"\x81\x20\xff\xfd\x80"])
def test_other_encodings_are_refused(tmp_path: Path, content: bytes) -> None:
    """UTF-16 and noise get a sentence with a way out."""
    file = tmp_path / "actual.csv"
    file.write_bytes(content)
    with pytest.raises(DocumentError, match="UTF-8"):
        load_observations(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The limit is checked before anything is parsed."""
    file = tmp_path / "actual.csv"
    file.write_text(table(*["a,FY2020,1,,,,"] * 100))
    with pytest.raises(DocumentError, match="larger than 50"):
        load_observations(file, limit=50)


def test_a_folder_is_read_in_name_order_without_synthetic_files(tmp_path: Path) -> None:
    """Made-up rows come only when asked for, and are marked by the name of their file."""
    (tmp_path / "b.csv").write_text(table("b,FY2020,2,,,,"))
    (tmp_path / "actual.csv").write_text(table("a,FY2020,1,,,,"))
    (tmp_path / "Synthetic_2020.csv").write_text(table("s,FY2020,3,,,,"))
    (tmp_path / "notes.txt").write_text("no table")
    assert [row.series for row in load_observations(tmp_path)] == ["a", "b"]
    every = load_observations(tmp_path, synthetic=True)
    assert {row.series: row.synthetic for row in every} == {"a": False, "b": False, "s": True}
    assert load_observations(tmp_path / "Synthetic_2020.csv").synthetic


def test_a_real_row_in_a_synthetic_file_is_refused(tmp_path: Path) -> None:
    """Name and column cannot contradict each other."""
    file = tmp_path / "synthetic.csv"
    file.write_text(table("a,FY2020,1,,,,,false", header=HEADER + ",synthetic"))
    with pytest.raises(DocumentError, match="column synthetic"):
        load_observations(file)


def test_problems_of_all_files_of_a_folder_are_named(tmp_path: Path) -> None:
    """One bad file does not hide another."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(table("a,FY2020,x y,,,,"))
    with pytest.raises(DocumentError) as caught:
        load_observations(tmp_path)
    assert [Path(it.where.split(":")[0]).name for it in caught.value.problems] == ["a.csv", "b.csv"]


FACTS: list[list[Row]] = [
    [
        Observation("a", FiscalYear(2020), "2,329グループ*", note="=1+1", source="@x"),
        Observation("a", FiscalYear(2020), Decimal("-0.50"), state="revised"),
        Observation("a", CalendarYear(2020), Missing("the survey was dropped"), note="'quoted'"),
        Observation("a", FiscalYear(2021), NotStated("left open"), base=Decimal(3)),
        Observation("a", FiscalYear(2021), Amount(words="設置済"), note="'=not a formula"),
        Observation("b", FiscalYear(2021), "約20%", reported_as="increment", synthetic=True),
        Observation("b", FiscalYear(2021), "集計中", known_on=dt.date(2022, 1, 2)),
        Observation("b", FiscalYear(2021), Amount(Decimal(3), unit="", mark="*")),
    ],
    [
        Implementation("m", FiscalYear(2020), status="実施済", budget=Decimal(1200), text="a, b"),
        Implementation("m", FiscalYear(2020), synthetic=True),
    ],
    [Judgement("a", FiscalYear(2020), "○", by="審議会", because="天候", synthetic=True)],
    [Opinion(FiscalYear(2020), '"more"', by="委員", answer="検討する", about="m")],
    [],
]


@pytest.mark.parametrize("rows", FACTS, ids=lambda rows: type((rows or [None])[0]).__name__)
def test_facts_written_are_read_back(tmp_path: Path, rows: list[Row]) -> None:
    """Every kind of row comes back as it was, whatever its value is."""
    file = write_observations(tmp_path / "facts.csv", rows)
    assert load_observations(file) == Observations().append(*rows)


def test_formulas_are_written_as_text(tmp_path: Path) -> None:
    """No text cell begins with a sign that a spreadsheet takes for a formula."""
    signs = ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "'=1"]
    rows = [Observation("a", FiscalYear(2020), 1, note=sign, source=sign) for sign in signs]
    file = write_observations(tmp_path / "facts.csv", rows)
    cells = [line.split(",")[-2:] for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    assert all(cell.lstrip('"').startswith("'") for pair in cells for cell in pair)
    assert [row.note for row in load_observations(file)] == signs


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file that is there is never written anew."""
    file = tmp_path / "facts.csv"
    file.write_text("precious")
    with pytest.raises(DocumentError, match="there is a file already"):
        write_observations(file, FACTS[0])
    assert file.read_text() == "precious"


@pytest.mark.parametrize("note", ["two\nlines", "nul\x00", "a\u2028b", "\udc80"])
def test_what_cannot_be_read_back_is_not_written(tmp_path: Path, note: str) -> None:
    """Line breaks, control characters and lone surrogates stop the writing of the whole file."""
    rows = [
        Observation("a", FiscalYear(2020), 1),
        Observation("a", FiscalYear(2020), 1, note=note),
        Observation("", FiscalYear(2020), 1),
    ]
    with pytest.raises(DocumentError) as caught:
        write_observations(tmp_path / "facts.csv", rows)
    assert "row 2, column note" in caught.value.problems[0].where
    assert "row 3" in caught.value.problems[1].where
    assert list(tmp_path.iterdir()) == []


def test_rows_of_several_kinds_need_several_files(tmp_path: Path) -> None:
    """One table has one header."""
    with pytest.raises(DocumentError, match="one kind"):
        write_observations(tmp_path / "facts.csv", [FACTS[0][0], FACTS[1][0]])


def test_appended_rows_stand_after_the_old_ones(tmp_path: Path) -> None:
    """What stands in the file stays byte for byte; encoding and line ends are kept."""
    file = tmp_path / "facts.csv"
    before = table("a,FY2020,1,,,兵庫県,").replace("\n", "\r\n").encode("cp932").rstrip()
    file.write_bytes(before)
    append_observations(file, [Observation("b", FiscalYear(2021), 2, source="県")])
    assert file.read_bytes() == before + "\r\nb,FY2021,2,final,,県,\r\n".encode("cp932")
    assert [row.series for row in load_observations(file)] == ["a", "b"]


def test_appending_makes_a_file_that_is_absent(tmp_path: Path) -> None:
    """The first rows write the header."""
    file = append_observations(tmp_path / "facts.csv", FACTS[1])
    assert load_observations(file).implementations == tuple(FACTS[1])


@pytest.mark.parametrize(
    ("before", "rows", "complaint"),
    [
        (table("a,FY2020,x y,,,,"), [FACTS[0][1]], "column value"),
        (table(), [FACTS[1][0]], "holds observations"),
        (table(), [FACTS[0][5]], "no column"),
        ("anything", [FACTS[0][1]], "no header"),
    ],
)
def test_appending_to_an_unfit_file_changes_nothing(
    tmp_path: Path, before: str, rows: list[Row], complaint: str
) -> None:
    """A broken file, another kind of table or a lacking column stop it."""
    file = tmp_path / "facts.csv"
    file.write_text(before)
    with pytest.raises(DocumentError, match=complaint):
        append_observations(file, rows)
    assert file.read_text() == before


def test_a_sign_that_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    """A cp932 file does not become half UTF-8."""
    file = tmp_path / "facts.csv"
    before = table("a,FY2020,1,,,兵庫県,").encode("cp932")
    file.write_bytes(before)
    with pytest.raises(DocumentError, match="cp932"):
        append_observations(file, [Observation("b", FiscalYear(2021), 2, source="髙—é")])
    assert file.read_bytes() == before


def test_messages_are_japanese_too() -> None:
    """The same problem, in the words of an officer."""
    with pytest.raises(DocumentError) as caught:
        read_observations(table('a,FY2020,"1,200人",,,,'), file="actual.csv")
    assert caught.value.in_language("ja").startswith(
        "actual.csv:2、列 value: 「1,200人」は数だけの値ではない"
    )
