"""Workbooks that mean harm, are broken, or are very large."""

from __future__ import annotations

import struct
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.form_makers import form, indicator, rows_of
from planmodel.errors import DocumentError, MissingExtraError
from planmodel.exchange import workbooks
from planmodel.exchange.excel_form import read_form, write_form
from planmodel.exchange.workbooks import cell_name, plain_text, read_sheets


def refusal(path: Path) -> str:
    """Why a workbook is refused, in Japanese."""
    with pytest.raises(DocumentError) as caught:
        read_form(path)
    return caught.value.in_language("ja")


def changed(path: Path, part: str, content: bytes) -> Path:
    """The workbook with one part exchanged, or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A form that can be read."""
    rows = rows_of(("課題", "一"), ("取組", "二"))
    return form(tmp_path / "plan.xlsx", outline=rows, indicators=[indicator()])


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """Nothing there, a folder, text, an archive of something else."""
    assert "ファイルがない" in refusal(tmp_path / "none.xlsx")
    assert "ファイルがない" in refusal(tmp_path)
    path = tmp_path / "text.xlsx"
    for content in (b"", b"text", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)):
        path.write_bytes(content)
        assert "Excelブック（.xlsx）として読めない" in refusal(path)


def test_old_formats_and_passwords_are_named(tmp_path: Path) -> None:
    """Both begin with the same bytes; the hint helps with either."""
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    told = refusal(path)
    assert "パスワード" in told
    assert ".xlsx形式で保存し直す" in told


def test_a_bomb_is_not_unpacked(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would unpack to more than the limit is refused before it is all there."""
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 1_000_000)
    changed(good, "xl/worksheets/sheet9.xml", b" " * 2_000_000)
    assert "大きすぎる" in refusal(good)


def test_pictures_do_not_count(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A logo on the form is left out, not refused."""
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 1_000_000)
    changed(good, "xl/media/image1.png", b"\x89PNG" * 500_000)
    assert read_form(good).title == "架空の計画"


def test_a_sheet_that_claims_all_memory_is_refused(good: Path) -> None:
    """Two cells in far corners would be laid out as seventeen thousand million."""
    far = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        b'2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
        b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    changed(good, "xl/worksheets/sheet3.xml", far)
    assert "大きすぎる" in refusal(good)


def test_very_many_parts_are_refused(good: Path) -> None:
    """An archive of thousands of files is no form."""
    with zipfile.ZipFile(good, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/junk/{number}.xml", b"")
    assert "大きすぎる" in refusal(good)


def test_an_entity_is_not_expanded(good: Path, tmp_path: Path) -> None:
    """A reference to a file of this machine stays what it is, or the workbook is refused."""
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    sheet = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData>'
        "</worksheet>"
    )
    changed(good, "xl/worksheets/sheet1.xml", sheet.encode())
    assert "SECRET" not in refusal(good)


def test_broken_archives_are_refused(good: Path) -> None:
    """Cut off anywhere, or with a part that does not match its checksum."""
    content = good.read_bytes()
    for length in range(0, len(content), 997):
        good.write_bytes(content[:length])
        assert refusal(good)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    part=st.sampled_from(["xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/sharedStrings.xml"]),
    at=st.floats(0, 1, exclude_max=True),
    put=st.sampled_from([b"", b"<", b'r="ZZZ9"', b"\xff\xfe", b"99999999999", b"</c>", b't="e"']),
    gone=st.integers(0, 40),
)
def test_damaged_parts_are_read_or_refused(
    good: Path, part: str, at: float, put: bytes, gone: int
) -> None:
    """Whatever stands in the XML, the answer is a plan or a refusal with words."""
    original = good.read_bytes()
    try:
        with zipfile.ZipFile(good) as archive:
            content = archive.read(part)
        place = int(at * len(content))
        changed(good, part, content[:place] + put + content[place + gone :])
        try:
            assert read_form(good).title
        except DocumentError as error:
            assert error.in_language("ja")  # noqa: PT017 - either outcome is right
    finally:
        good.write_bytes(original)


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    """A sheet that the officer cannot see does not speak for them."""
    import xlsxwriter

    path = tmp_path / "hidden.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("見える")
    book.add_worksheet("計画").very_hidden()
    book.close()
    assert [it.name for it in read_sheets(path)] == ["見える"]


def formulas(path: Path) -> Path:
    """A workbook with a formula that was computed and one that gives an error."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    for name, rows in (
        ("計画", [["計画の名称", "名"], ["計画期間", "2021年度"]]),
        ("階層", [["語", "種別"], ["計画", "計画"], ["取組", "取組"]]),
        ("体系", [["階層", "題名"], ["取組", ""], ["取組", ""]]),
        ("指標", [["題名", "単位", "種別"]]),
    ):
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
        if name == "体系":
            sheet.write_formula("B2", '="相"&"談"', None, "相談")
            sheet.write_formula("B3", "=Z99", None, "#REF!")
    book.close()
    return path


def test_a_formula_counts_by_its_result_and_an_error_is_told(tmp_path: Path) -> None:
    """What the officer sees is what is read; #REF! is no title."""
    (told,) = refusal(formulas(tmp_path / "formula.xlsx")).splitlines()
    assert told.endswith("体系!B3: 数式の結果がエラーである")


def test_a_formula_that_nobody_computed_is_told_as_such(tmp_path: Path) -> None:
    """Not as an empty cell: a program wrote it, and no spreadsheet has opened it since."""
    path = tmp_path / "uncomputed.xlsx"
    with (
        zipfile.ZipFile(formulas(tmp_path / "formula.xlsx")) as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name).replace(b' t="e"><f>Z99</f><v>#REF!</v>', b"><f>Z99</f>")
            new.writestr(name, data)
    (told,) = refusal(path).splitlines()
    assert told.endswith("体系!B3: 数式がまだ計算されていない。Excelで開き、保存し直す")


def test_control_characters_are_told(tmp_path: Path) -> None:
    """They stand in no printed plan, and break what is written from it."""
    path = form(tmp_path / "plan.xlsx", outline=rows_of(("取組", "相\x07談")))
    assert "体系!C2: 値に制御文字 U+0007" in refusal(path)


def test_twenty_thousand_rows_are_read_in_seconds(tmp_path: Path) -> None:
    """Also where all have one title; twice the rows take about twice the time."""
    taken: list[float] = []
    for count in (5_000, 20_000):
        rows = [{"階層": "課題", "題名": "一つ目"}]
        rows += [{"階層": "取組", "題名": "同じ題名"}] * (count - 1)
        path = form(tmp_path / f"{count}.xlsx", outline=rows)
        start = time.process_time()
        plan = read_form(path)
        taken.append(time.process_time() - start)
        assert len(plan.measures()) == count - 1
        assert plan.measures()[-1].id == f"measure-1-{count - 1}"
    # Generous: other work runs on the machine. A quadratic reader takes 16 times as long.
    assert taken[1] < 9 * taken[0] + 1


def test_twenty_thousand_wrong_rows_are_told_in_seconds(tmp_path: Path) -> None:
    """Every row points at a title that thousands share; guessing and listing stay cheap."""
    rows = [{"階層": "課題", "題名": "同じ題名"}] * 10_000
    rows += [{"階層": "取組", "題名": "相談", "親": "同じ題名"}] * 5_000
    rows += [{"階層": "取組", "題名": "相談", "親": "ない題名"}] * 5_000
    path = form(tmp_path / "wrong.xlsx", outline=rows)
    start = time.process_time()
    assert "ほかに9500件" in refusal(path)
    assert time.process_time() - start < 30


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    """A folder that is not there gives a sentence and no file."""
    with pytest.raises(DocumentError):
        write_form(tmp_path / "none" / "plan.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("module", ["python_calamine", "xlsxwriter"])
def test_a_missing_extra_is_named(good: Path, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    act = read_form if module == "python_calamine" else write_form
    path = good if module == "python_calamine" else good.with_name("new.xlsx")
    with pytest.raises(MissingExtraError, match=r"planmodel\[excel\]"):
        act(path)


def test_lies_about_sizes_do_not_help(good: Path) -> None:
    """A part that says it is small and is not: it is read as it says, or refused."""
    content = bytearray(good.read_bytes())
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        size = archive.getinfo("xl/workbook.xml").file_size
    for field in (struct.pack("<L", size),):
        at = content.rfind(field)
        content[at : at + 4] = struct.pack("<L", 10)
    good.write_bytes(bytes(content))
    assert refusal(good)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2500.0, "2500"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (True, "TRUE"),
        ("  a \n b ", "a b"),
        ("住まい\r\nの確保", "住まいの確保"),
        (None, ""),
        (1e300, "1e+300"),
    ],
)
def test_cells_say_what_they_show(value: object, text: str) -> None:
    """Numbers without a trailing .0, line breaks as the script wants them."""
    assert plain_text(value) == text


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (4, 25, "Z5"), (0, 26, "AA1"), (9, 16383, "XFD10")]
)
def test_cells_are_named_as_excel_names_them(row: int, column: int, name: str) -> None:
    """Letters for columns, numbers from 1 for rows."""
    assert cell_name(row, column) == name
