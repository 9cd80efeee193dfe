# SPDX-License-Identifier: MIT
"""Numbers out of what people paste and drop: prose, columns, files of every make, and files that are none."""

import csv
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from onlinesvc_desktop.client.number_files import MAX_FILE_BYTES, FileTrouble, numbers_in
from onlinesvc_desktop.client.reference_lists import Taken, take_numbers
from onlinesvc_desktop.client.table_files import TableData, write_csv, write_workbook

LETTER = """Hi Marie, could you please trace PO12345 and 123 456 789 for us, also 234-567-890?
They left on 2026-11-20 at 10:30. We paid $1250.00.
Call 514-856-5559 or write to quai@expediteur.example. Thanks (BOL44-A)."""
SHEET = "Date\tPRO #\tWeight\n2026-11-02\t123456789\t1200\n2026-11-03\t123 456 780\t300\n\t123456789\t1\n2026-11-04\t\t2\n"


def test_an_e_mail_gives_its_numbers_and_nothing_else():
    assert take_numbers(LETTER).numbers == ("PO12345", "123456789", "234567890", "BOL44-A")


def test_a_spreadsheet_gives_the_column_whose_heading_says_so():
    assert take_numbers(SHEET) == Taken(("123456789", "123 456 780"), repeated=1, blank=1, column="PRO #")
    french = take_numbers("Poids\tConnaissement\n12\tBL-1001\n15\tBL-1002\n")
    assert french == Taken(("BL-1001", "BL-1002"), column="Connaissement")


def test_a_spreadsheet_without_headings_gives_the_column_with_most_numbers():
    assert take_numbers("x\t123456789\t12.5\ny\t223456789\t8.0\n").numbers == ("123456789", "223456789")


@given(
    st.lists(st.from_regex(r"\A[0-9]{9}\Z"), min_size=1, max_size=60), st.sampled_from(["\n", "\r\n", " ", ", ", ";", "\t"])
)
def test_every_number_of_a_list_comes_through_once_and_in_order(numbers: list[str], separator: str):
    taken = take_numbers(separator.join(numbers))
    assert list(taken.numbers) == list(dict.fromkeys(numbers))
    assert taken.repeated == len(numbers) - len(taken.numbers)


@given(st.text(max_size=300))
def test_nothing_that_is_pasted_breaks_it(text: str):
    assert len(set(take_numbers(text).numbers)) == len(take_numbers(text).numbers)


def workbook(file: Path, rows: Sequence[Sequence[str | int | None]]) -> Path:
    book = Workbook()
    for row in rows:
        assert book.active is not None
        book.active.append(list(row))
    book.save(file)
    return file


def test_files_of_every_make_give_the_same_numbers(tmp_path: Path):
    rows: list[list[str | int | None]] = [
        ["Pos", "Autopro", "Ville"],
        [1, 123456789, "Montréal"],
        [2, "234 567 890", "Québec"],
        [3, None, "Alma"],
    ]
    files = [workbook(tmp_path / "a.xlsx", rows)]
    for name, delimiter, encoding in (("b.csv", ";", "cp1252"), ("c.csv", ",", "utf-8-sig"), ("d.txt", "\t", "utf-16")):
        file = tmp_path / name
        with file.open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=delimiter).writerows(
                [["" if cell is None else cell for cell in row] for row in rows]
            )
        files.append(file)
    for file in files:
        taken = numbers_in(file)
        assert taken == Taken(("123456789", "234 567 890"), blank=1, column="Autopro"), file


def test_what_is_no_list_is_refused_with_its_reason(tmp_path: Path):
    def made(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    assert numbers_in(tmp_path / "nowhere.csv") is FileTrouble.UNREADABLE
    assert numbers_in(made("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0")) is FileTrouble.UNREADABLE
    assert numbers_in(made("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) is FileTrouble.OLD_WORKBOOK
    assert numbers_in(made("large.csv", b"1" * (MAX_FILE_BYTES + 1))) is FileTrouble.TOO_LARGE
    assert numbers_in(made("broken.xlsx", b"PK\x03\x04 not a zip")) is FileTrouble.NO_WORKBOOK
    assert numbers_in(made("empty.csv", b"")) == Taken(())
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        for part in range(11):
            bomb.writestr(f"xl/{part}.xml", b"0" * MAX_FILE_BYTES)
    assert numbers_in(tmp_path / "bomb.xlsx") is FileTrouble.TOO_LARGE


def test_a_workbook_with_entities_is_refused(tmp_path: Path):
    file = workbook(tmp_path / "a.xlsx", [["Autopro"], ["123456789"]])
    hostile = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(hostile, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "123456789">]>' + content.replace(b"<sheetData>", b"<sheetData>&a;")
            target.writestr(part, content)
    assert numbers_in(hostile) is FileTrouble.NO_WORKBOOK


TABLE = TableData(
    "Tracing",
    ["Number", "When", "Pieces", "Weight"],
    [["=1+1", datetime(2026, 11, 20, 10, 30, tzinfo=UTC), 3, Decimal("567.5")], ["Québec", None, 12, Decimal("1.0")]],
)


def test_a_workbook_has_real_types_and_no_formula(tmp_path: Path):
    file = tmp_path / "t.xlsx"
    write_workbook(file, TABLE)
    sheet = load_workbook(file).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[1:] == [
        ["=1+1", datetime(2026, 11, 20, 10, 30, tzinfo=UTC).replace(tzinfo=None), 3, 567.5],
        ["Québec", None, 12, 1],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet["C2"].data_type == "n"


@pytest.mark.parametrize(("mark", "delimiter", "weight"), [(".", ",", "567.5"), (",", ";", "567,5")])
def test_csv_opens_right_in_either_language(tmp_path: Path, mark: str, delimiter: str, weight: str):
    file = tmp_path / "t.csv"
    write_csv(file, TABLE, mark)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=delimiter))
    assert rows[1] == ["'=1+1", "2026-11-20 10:30", "3", weight]
    assert rows[2][0] == "Québec"


HOSTILE_CELLS = [
    " =1+1",
    "\uff1d1+1",
    "\u207c1+1",
    "\t=1+1",
    "\u200b",
    "\x00a\x07b\x1b",
    "a\r\nb",
    "\ufffe",
    "\ud800x",
    "x" * 40_000,
]


def test_no_cell_stops_an_export_or_becomes_a_formula(tmp_path: Path):
    table = TableData("a/b: [c]\x07", ["h\x07"], [[cell] for cell in HOSTILE_CELLS])
    write_workbook(tmp_path / "t.xlsx", table)
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    cells = [sheet.cell(at + 2, 1) for at in range(len(HOSTILE_CELLS))]
    assert "f" not in {cell.data_type for cell in cells}
    assert [cell.value for cell in cells[3:7]] == [" =1+1", "\u200b", "ab", "a  b"]
    write_csv(tmp_path / "t.csv", table, ".")
    rows = list(csv.reader((tmp_path / "t.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:5]] == ["' =1+1", "'\uff1d1+1", "'\u207c1+1", "' =1+1"]
    assert [row[0] for row in rows[6:8]] == ["ab", "a  b"]


@given(st.text(st.characters()))
def test_any_text_is_exported(tmp_path_factory: pytest.TempPathFactory, text: str):
    folder = tmp_path_factory.mktemp("t")
    write_csv(folder / "t.csv", TableData("t", ["h"], [[text]]), ",")
    write_workbook(folder / "t.xlsx", TableData("t", ["h"], [[text]]))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_workbook_of_libreoffice_is_read_and_ours_is_understood_by_it(tmp_path: Path):
    (tmp_path / "list.csv").write_text("PRO,City\n123456789,Alma\n234567890,Laval\n", "utf-8")
    convert = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    subprocess.run([*convert, "xlsx", "--outdir", str(tmp_path), str(tmp_path / "list.csv")], check=True, timeout=110)
    assert numbers_in(tmp_path / "list.xlsx") == Taken(("123456789", "234567890"), column="PRO")
    write_workbook(tmp_path / "ours.xlsx", TABLE)
    subprocess.run([*convert, "csv", "--outdir", str(tmp_path), str(tmp_path / "ours.xlsx")], check=True, timeout=110)
    assert b"=1+1,2026-11-20 10:30:00,3,567.5" in (tmp_path / "ours.csv").read_bytes()
