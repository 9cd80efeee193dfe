# SPDX-License-Identifier: MIT
"""An export of everything that is chosen: every page, every column, whole or not at all."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLineEdit

from onlinesvc_desktop.client.growing_table import GrowingTable
from onlinesvc_desktop.contract.invoice_desk import IMPORT_INVOICES, InvoiceFile
from onlinesvc_desktop.contract.invoices import LIST_INVOICES, Chosen, InvoiceQuery
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.desktop.services.invoices.export_rows import HEADINGS
from onlinesvc_desktop.desktop.services.invoices.page import InvoicesPage
from tests.desktop.conftest import Clerk
from tests.invoices.desk import many
from tests.invoices.test_page import opened
from tests.support.backend import Sample

COUNT = MAX_PAGE_SIZE * 2 + 7


def filled(clerk: Clerk, sample: Sample) -> InvoicesPage:
    """Open the page of a payer who has more invoices than a page of the list holds."""
    clerk.signed_in(sample.administrator)
    text = many(sample.english_customer.customer_number, COUNT)
    text = text.replace("B-00001,", "=B-1,").replace("100.00,,,,5.00", "110.00,-20.00,7.00,TGDL=3.00,5.00", 2)
    clerk.program.client.send(IMPORT_INVOICES, InvoiceFile(text.encode()))
    clerk.click("accessLogin.signOut")
    return opened(clerk, sample)


def rows_in(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))


def test_everything_chosen_is_saved_with_every_column_as_csv(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = filled(clerk, sample)
    file = tmp_path / "all.csv"
    page.export(file)
    clerk.wait(lambda: "all.csv" in clerk.text("invoices.message"))
    rows = rows_in(file)
    assert list(rows[0]) == list(HEADINGS)
    query, numbers = InvoiceQuery(state=Chosen.OPEN, limit=MAX_PAGE_SIZE), list[str]()
    while True:
        shown = clerk.program.client.send(LIST_INVOICES, query=query)
        numbers += [one.invoice_number for one in shown.items]
        if not isinstance(shown.cursor, str):
            break
        query = InvoiceQuery(state=Chosen.OPEN, limit=MAX_PAGE_SIZE, cursor=shown.cursor)
    assert [row["invoice_no"] for row in rows] == numbers
    assert len(rows) > COUNT - 2
    first = next(row for row in rows if row["invoice_no"] == "B-00000")
    money = ("gross", "discount", "fuel", "accessorial_1", "gst", "total", "balance", "currency", "status")
    assert [first[name] for name in money] == [
        *("110.00", "-20.00", "7.00", "TGDL=3.00", "5.00", "105.00", "105.00", "CAD", "open"),
    ]


def test_the_filter_holds_and_a_workbook_has_real_values(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = filled(clerk, sample)
    clerk.find("invoices.filter", QLineEdit).setText("b-0000")
    page._table.bar._apply()
    file = tmp_path / "some.xlsx"
    page.export(file)
    clerk.wait(lambda: "some.xlsx" in clerk.text("invoices.message"))
    head, *rows = load_workbook(file).worksheets[0].iter_rows(values_only=True)
    assert head == HEADINGS
    assert sorted(str(row[0]) for row in rows) == [f"B-{at:05}" for at in range(10) if at != 1]
    assert {type(row[HEADINGS.index("total")]).__name__ for row in rows} <= {"int", "float", "Decimal"}
    assert {str(row[HEADINGS.index("due_date")])[:10] for row in rows} == {"2026-10-16"}
    assert {type(row[HEADINGS.index("due_date")]).__name__ for row in rows} == {"datetime"}


def test_a_stopped_export_leaves_no_file(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = filled(clerk, sample)
    folder = tmp_path / "out"
    folder.mkdir()
    page.export(folder / "all.csv")
    assert page._export.is_running
    page._export.stop()
    clerk.wait(lambda: "no file" in clerk.text("invoices.message"))
    clerk.wait(lambda: not list(folder.iterdir()))
    page.export(folder / "again.csv")
    clerk.wait(lambda: "again.csv" in clerk.text("invoices.message"))
    assert [one.name for one in folder.iterdir()] == ["again.csv"]


def test_a_file_that_cannot_be_written_is_said(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = filled(clerk, sample)
    page.export(tmp_path / "missing" / "all.csv")
    clerk.wait(lambda: "cannot be written" in clerk.text("invoices.message"))


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_a_file_that_is_stopped_while_it_is_put_together_is_not_written(tmp_path: Path, name: str):
    (tmp_path / name).write_text("before")
    table = GrowingTable(tmp_path / name, "Invoices", HEADINGS, ".")
    table.append([["F1"]])
    table.finish(lambda: False)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(name, "before")]
