# SPDX-License-Identifier: MIT
"""The page Rate quote by real keys, against the real embedded backend with the sample's tariff."""

import io
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
)

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.rate_quote.from_file import QuotesFromFile
from onlinesvc_desktop.desktop.services.rate_quote.paper import QuotePaper
from onlinesvc_desktop.desktop.services.rate_quote.quotes import QuoteList
from onlinesvc_desktop.desktop.targets import Open, Start
from tests.desktop.conftest import Clerk
from tests.desktop.conftest import Start as Begin
from tests.support.backend import Code, Sample, free_port, serving


@pytest.fixture
def quoting(clerk: Clerk, sample: Sample) -> Clerk:
    """A clerk who is signed in, on the page."""
    clerk.signed_in(sample.english_customer)
    clerk.window.navigator.go(Open(Service.RATE_QUOTE))
    clerk.wait(lambda: clerk.sees("rateQuote.origin"))
    return clerk


def fill(clerk: Clerk, **changes: str) -> None:
    """Type one quote from postal codes and sizes alone."""
    values = {"origin": "h3c3p8", "destination": "m5v2t6"} | changes
    for name, text in values.items():
        clerk.type(f"rateQuote.{name}", text)
    for name, text in {"length": "48", "width": "40", "height": "60", "weight": "620"}.items():
        clerk.type(f"rateQuote.line.{name}", text)


def ask(clerk: Clerk) -> None:
    clerk.find("rateQuote.origin", QLineEdit).setFocus()
    clerk.press(Qt.Key.Key_Return)


def cells(clerk: Clerk, name: str) -> list[list[str]]:
    model = clerk.find(name, QTableView).model()
    return [[str(model.index(row, at).data()) for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_a_price_by_keyboard_from_postal_codes_and_sizes_alone(quoting: Clerk):
    """Nothing is clicked: Tab goes from field to field and Enter asks."""
    quoting.find("rateQuote.origin", QLineEdit).setFocus()
    keys = quoting.bot.keyClicks
    keys(quoting.window.focusWidget(), "h3c3p8")
    quoting.press(Qt.Key.Key_Tab)
    keys(quoting.window.focusWidget(), "m5v2t6")
    for name in ("count", "length", "width", "height", "weight"):
        widget = quoting.find(f"rateQuote.line.{name}")
        for _ in range(60):
            if quoting.window.focusWidget() is widget:
                break
            quoting.press(Qt.Key.Key_Tab)
        assert quoting.window.focusWidget() is widget, f"Tab leads to {name}"
        if isinstance(widget, QAbstractSpinBox):
            widget.selectAll()
        keys(widget, {"count": "2", "length": "48", "width": "40", "height": "60", "weight": "620"}[name])
    assert "class 175" in quoting.text("rateQuote.density")
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    assert "after tax" in quoting.text("rateQuote.total")
    assert "133.33 ft³" in quoting.text("rateQuote.weight")
    assert "Priced as 1,333 lb" in quoting.text("rateQuote.weight")
    charges = cells(quoting, "rateQuote.charges")
    by_name = {row[0]: row for row in charges}
    assert "the rate from 1,000 lb on" in by_name["Freight"][2]
    assert by_name["Your discount"][1].startswith("\N{MINUS SIGN}$")
    assert "rate in force since" in by_name["Fuel surcharge"][2]
    assert by_name["HST"][2] == "13% of the amount before tax"
    assert [row[0] for row in charges][-1] == "Total"
    options = cells(quoting, "rateQuote.options")
    assert [row[0] for row in options] == [
        "Standard",
        "Guaranteed by 9 a.m.",
        "Guaranteed by noon",
        "Guaranteed by 5 p.m.",
    ]
    assert all(row[1] and row[2] for row in options)


def test_another_line_is_added_by_keyboard(quoting: Clerk):
    """The table of lines and its buttons come after the fields of a line."""
    fill(quoting)
    seen = []
    for _ in range(8):
        quoting.press(Qt.Key.Key_Tab)
        focused = quoting.window.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        if seen[-1] == "rateQuote.addLine":
            quoting.press(Qt.Key.Key_Return)
            break
    assert "rateQuote.lines" in seen
    assert quoting.rows("rateQuote.lines") == 2
    focused = quoting.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "rateQuote.line.count"


def test_a_service_is_ticked_by_name_and_a_declared_value_is_asked_for(quoting: Clerk):
    fill(quoting)
    services = quoting.find("rateQuote.accessorials", QListWidget)
    quoting.wait(lambda: services.count() == 13)
    names = [services.item(row).text() for row in range(services.count())]
    for name in ("Tailgate at delivery", "Declared value above the limit"):
        services.setFocus()
        services.setCurrentRow(names.index(name))
        quoting.press(Qt.Key.Key_Space)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.outcome"))
    assert not quoting.sees("rateQuote.total")
    quoting.type("rateQuote.declaredValue", "5000")
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    by_name = {row[0]: row for row in cells(quoting, "rateQuote.charges")}
    assert by_name["Tailgate at delivery"][1:] == ["$60.00", "fixed amount"]
    assert by_name["Declared value above the limit"][1] == "$75.20"


def test_a_similar_place_is_offered_and_taken_by_enter(quoting: Clerk):
    fill(quoting, origin="Rimousky QC")
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.suggestion1"))
    assert not quoting.sees("rateQuote.total")
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    assert quoting.find("rateQuote.origin", QLineEdit).text() == "Rimouski, QC"


def test_what_is_missing_or_zero_is_said_at_its_field(quoting: Clerk):
    ask(quoting)
    focused = quoting.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "rateQuote.origin"
    fill(quoting)
    quoting.type("rateQuote.line.weight", "0")
    ask(quoting)
    focused = quoting.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "rateQuote.line.weight"
    assert not quoting.sees("rateQuote.total")


def test_one_key_leads_from_the_chosen_service_level_to_the_bill(quoting: Clerk):
    fill(quoting)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    number = cells(quoting, "rateQuote.options")[1][3]
    view = quoting.find("rateQuote.options", QTableView)
    view.setFocus()
    quoting.press(Qt.Key.Key_Down)
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("billOfLading.quote"))
    line = quoting.find("billOfLading.quote", QLineEdit)
    assert line.text() == number
    assert number.endswith("B")
    assert line.isReadOnly()
    assert quoting.find("billOfLading.shipper.city", QLineEdit).text() == "Montréal"
    assert quoting.find("billOfLading.consignee.postalCode", QLineEdit).text() == "M5V 2T6"
    assert quoting.find("billOfLading.line.weight", QLineEdit).text() == "620"


def test_a_changed_entry_takes_the_price_away_from_the_bill(quoting: Clerk):
    fill(quoting)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    first = quoting.text("rateQuote.number")
    assert not quoting.sees("rateQuote.again")
    quoting.type("rateQuote.line.weight", "900")
    assert "have changed since" in quoting.text("rateQuote.stale")
    assert not quoting.sees("rateQuote.makeBillOfLading")
    quoting.find("rateQuote.again").setFocus()
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("rateQuote.number") and quoting.text("rateQuote.number") != first)
    assert not quoting.sees("rateQuote.stale")


def at_server(start: Begin, folder: Path, url: str, code: Code) -> Clerk:
    """A clerk of a server who is signed in, on the page."""
    clerk = start(folder, Settings(backend_mode=BackendMode.SERVER, server_url=url))
    clerk.wait_online()
    clerk.signed_in(code)
    clerk.window.navigator.go(Open(Service.RATE_QUOTE))
    return clerk


def test_without_a_link_there_is_no_price_and_it_is_asked_when_the_link_is_back(
    start: Begin, data_dir: Path, tmp_path: Path, sample: Sample
):
    port = free_port()
    with serving(data_dir, at_port=port) as server:
        clerk = at_server(start, tmp_path / "clerk", server.url, sample.english_customer)
        fill(clerk)
        ask(clerk)
        clerk.wait(lambda: clerk.sees("rateQuote.total"))
    clerk.type("rateQuote.line.weight", "7000")
    ask(clerk)
    clerk.wait(lambda: clerk.sees("rateQuote.outcome"))
    assert "there is no price now" in clerk.text("rateQuote.outcome")
    assert not clerk.sees("rateQuote.total"), "never a price from before"
    with serving(data_dir, at_port=port):
        clerk.wait(lambda: clerk.sees("rateQuote.total"))
        assert "7,000 lb" in clerk.text("rateQuote.weight")
        assert not clerk.sees("rateQuote.outcome")


def test_what_is_typed_is_there_after_a_restart(start: Begin, data_dir: Path, sample: Sample):
    first = start(data_dir)
    first.wait_online()
    first.signed_in(sample.english_customer)
    first.window.navigator.go(Open(Service.RATE_QUOTE))
    fill(first)
    first.window.close()
    first.program.stop()
    assert first.program.finish()
    second = start(data_dir)
    second.wait_online()
    second.signed_in(sample.english_customer)
    second.window.navigator.go(Open(Service.RATE_QUOTE))
    assert second.find("rateQuote.origin", QLineEdit).text() == "h3c3p8"
    assert second.find("rateQuote.line.weight", QLineEdit).text() == "620"


def tab(clerk: Clerk, at: int) -> None:
    clerk.find("rateQuote.tabs", QTabWidget).setCurrentIndex(at)


def listed(clerk: Clerk) -> int:
    """Return how many quotes are listed; at some hours the sample has one."""
    tab(clerk, 1)
    quotes = clerk.window.findChild(QuoteList)
    assert quotes is not None
    clerk.wait(lambda: quotes._table.pages.is_loaded)
    there = clerk.rows("rateQuote.quotes.results")
    tab(clerk, 0)
    return there


def test_quotes_are_listed_and_one_is_opened_with_what_was_asked(quoting: Clerk):
    before = listed(quoting)
    fill(quoting)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    number = quoting.text("rateQuote.number").split()[1].strip(",")
    quoting.click("rateQuote.clear")
    assert quoting.find("rateQuote.origin", QLineEdit).text() == ""
    tab(quoting, 1)
    quoting.wait(lambda: quoting.rows("rateQuote.quotes.results") == before + 1)
    assert cells(quoting, "rateQuote.quotes.results")[0][0] == number
    view = quoting.find("rateQuote.quotes.results", QTableView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    assert number in quoting.text("rateQuote.number")
    assert quoting.find("rateQuote.origin", QLineEdit).text() == "H3C 3P8"
    assert quoting.find("rateQuote.line.weight", QLineEdit).text() == "620"


def test_a_quote_is_copied_and_saved_as_pdf_in_both_languages(quoting: Clerk, tmp_path: Path):
    fill(quoting)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    quoting.click("rateQuote.copy")
    text = QApplication.clipboard().text()
    assert "Freight (1,333 lb" in text or "Freight (667 lb" in text
    assert "Valid until" in text
    paper = quoting.window.findChild(QuotePaper)
    assert paper is not None
    paper.save(tmp_path / "quote")
    quoting.wait(lambda: (tmp_path / "quote.pdf").exists())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.print_to(printer)
    quoting.wait(lambda: quoting.sees("rateQuote.outcome") and "printer" in quoting.text("rateQuote.outcome"))
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 1
    page = pypdf.PdfReader(io.BytesIO((tmp_path / "quote.pdf").read_bytes())).pages[0].extract_text()
    assert "Soumission / Rate quote" in page
    assert "Supplément de carburant / Fuel surcharge" in page


def test_lines_of_a_spreadsheet_are_priced_into_one_table(quoting: Clerk, tmp_path: Path):
    before = listed(quoting)
    tab(quoting, 2)
    quoting.wait(lambda: quoting.sees("rateQuote.many.list"))
    lines = [
        "Poids;Destination;Origine;Dimensions;Palettes",
        *[f"{500 + at} lb;M5V 2T6;H3C 3P8;48x40x60;2" for at in range(12)],
        "250 kg;Rimousky QC;H3C 3P8;92,5;1",
        "0;M5V 2T6;H3C 3P8;;",
        "12;=cmd|'/C calc'!A0;;51;x",
    ]
    file = tmp_path / "liste.csv"
    file.write_bytes("\r\n".join(lines).encode("cp1252"))
    many = quoting.window.findChild(QuotesFromFile)
    assert many is not None
    many.read(file)
    quoting.wait(lambda: quoting.find("rateQuote.many.list", QPlainTextEdit).toPlainText().startswith("Poids"))
    quoting.find("rateQuote.many.submit").setFocus()
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(
        lambda: quoting.sees("rateQuote.many.count") and "12\N{NO-BREAK SPACE}priced" in quoting.text("rateQuote.many.count")
    )
    quoting.wait(lambda: not quoting.sees("rateQuote.many.progress"))
    rows = cells(quoting, "rateQuote.many.results")
    assert len(rows) == 15
    assert all(row[7].startswith("Q") and row[5].startswith("$") for row in rows[:12])
    assert "We do not serve “Rimousky QC”." in rows[12][7]
    assert "Rimouski, QC" in rows[12][7]
    assert rows[13][7].startswith("Weight: ")
    assert rows[14][5] == ""
    asked = sum(one["path"] == "/v1/rate-quotes/list" for one in quoting.requests())
    quoting.press(Qt.Key.Key_Return)
    quoting.wait(lambda: sum(one["path"] == "/v1/rate-quotes/list" for one in quoting.requests()) == asked + 1)
    quoting.wait(lambda: not quoting.sees("rateQuote.many.progress"))
    tab(quoting, 1)
    quoting.wait(lambda: quoting.rows("rateQuote.quotes.results") == before + 12)
    tab(quoting, 2)
    assert "12\N{NO-BREAK SPACE}priced" in quoting.text("rateQuote.many.count"), "asking again asks only what has no price"


def test_more_than_1000_lines_are_not_begun(quoting: Clerk):
    tab(quoting, 2)
    QApplication.clipboard().setText("H3C 3P8\tM5V 2T6\t500\n" * 1001)
    field = quoting.find("rateQuote.many.list")
    field.setFocus()
    quoting.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    quoting.find("rateQuote.many.submit").setFocus()
    quoting.press(Qt.Key.Key_Return)
    labels = [one.text() for one in quoting.window.findChildren(QLabel) if one.isVisible()]
    assert "At most 1,000 shipments at once; divide the list." in labels


def test_everything_is_said_in_french(quoting: Clerk):
    fill(quoting)
    ask(quoting)
    quoting.wait(lambda: quoting.sees("rateQuote.total"))
    quoting.program.language.switch_to(Language.FRENCH)
    try:
        quoting.wait(lambda: "après taxes" in quoting.text("rateQuote.total"))
        assert "pi³" in quoting.text("rateQuote.weight")
        by_name = {row[0]: row for row in cells(quoting, "rateQuote.charges")}
        assert "13\N{NO-BREAK SPACE}% du montant avant taxes" in by_name["TVH"][2]
        assert "Supplément de carburant" in by_name
        assert cells(quoting, "rateQuote.options")[0][0] == "Régulier"
    finally:
        quoting.program.language.switch_to(Language.ENGLISH)


def test_another_page_begins_a_quote_with_what_it_knows(quoting: Clerk):
    unit = {"count": 3, "type": "CRT", "weight": "90", "weight_unit": "kg", "dimension_unit": "cm"}
    values = {
        "origin": {"city": "Laval", "province": "QC"},
        "destination": {"postal_code": "G5L 1A1"},
        "handling_units": [unit],
    }
    quoting.window.navigator.go(Start(Service.RATE_QUOTE, values))
    assert quoting.find("rateQuote.origin", QLineEdit).text() == "Laval, QC"
    assert quoting.find("rateQuote.line.type", QComboBox).currentData() == "CRT"


def test_a_quote_that_is_over_is_not_made_into_a_bill(start: Begin, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server:
        server.clock.offset = -timedelta(days=33)
        clerk = at_server(start, tmp_path / "clerk", server.url, sample.english_customer)
        fill(clerk)
        ask(clerk)
        clerk.wait(lambda: clerk.sees("rateQuote.total"))
        assert "This quote is over" in clerk.text("rateQuote.stale")
        assert clerk.sees("rateQuote.again")
        assert not clerk.sees("rateQuote.makeBillOfLading")
