# SPDX-License-Identifier: MIT
"""Text is text: what a person wrote or a server sent is shown as written, never taken for HTML."""

import io
import re
import sqlite3
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QTextBrowser, QToolTip, QWidget

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.table_files import TableData
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.help.topics import all_topics, topic
from onlinesvc_desktop.desktop.targets import Trace
from onlinesvc_desktop.forms.labels import Labels, labels_4x6
from tests.desktop.conftest import Start
from tests.support.backend import Sample, process
from tests.support.pages import every_page

MARKUP = "<img src=x><b>Smith</b>"
COLUMNS = {
    "customers": ("name", "address1", "city"),
    "parties": ("name", "address1"),
    "places": ("city",),
    "shipments": ("signed_by",),
    "access_codes": ("holder",),
    "sessions": ("workstation",),
}
"""Free texts of the database; the forms' own are filled by the forms' routes."""
REQUEST = {
    "company": MARKUP, "first_name": MARKUP, "last_name": MARKUP, "email": "a@b.example", "telephone": "514-555-0199",
    "language": "en", "address1": MARKUP, "city": MARKUP, "province": "QC", "postal_code": "H2X 1Y4", "reason": MARKUP,
}  # fmt: skip
HELP = {"name": MARKUP, "company": MARKUP, "email": "a@b.example", "message": MARKUP, "language": "en"}


def poison(data_dir: Path) -> None:
    """Put markup into every free text of the database."""
    with sqlite3.connect(data_dir / "onlinesvc.sqlite3") as database:
        for table, columns in COLUMNS.items():
            for column in columns:
                unique = "" if table != "places" else " || id"
                database.execute(f"UPDATE {table} SET {column} = ?{unique} WHERE {column} IS NOT NULL", (MARKUP,))
    database.close()


def rich(widgets: list[QWidget]) -> list[str]:
    """Return what would be taken for HTML."""
    found = []
    for widget in widgets:
        if isinstance(widget, QLabel) and widget.text() and widget.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{widget.objectName()}: {widget.text()}")
        if isinstance(widget, QTextBrowser) and ("<img" in widget.toHtml() or ">Smith</span>" in widget.toHtml()):
            found.append(f"{widget.objectName()}: {widget.toHtml()}")
        tips = [widget.toolTip()]
        if isinstance(widget, QTableView):
            model: QAbstractItemModel = widget.model()
            places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
            tips += [str(model.data(place, Qt.ItemDataRole.ToolTipRole) or "") for place in places[:500]]
        found += [tip for tip in tips if "<img" in tip or "<b>" in tip]
    return found


def shown(widgets: list[QWidget]) -> int:
    """Count the labels and cells that show the markup as written."""
    labels = sum(isinstance(widget, QLabel) and "<b>" in widget.text() for widget in widgets)
    tables = [widget.model() for widget in widgets if isinstance(widget, QTableView)]
    cells = [
        str(model.index(row, column).data() or "")
        for model in tables
        for row in range(min(20, model.rowCount()))
        for column in range(model.columnCount())
    ]
    return labels + sum("<b>" in cell for cell in cells)


def test_no_text_of_a_server_or_a_form_is_taken_for_html(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    poison(data_dir)
    config = tmp_path / "config.toml"
    config.write_text(
        f"carrier_name = '{MARKUP}'\nphone_numbers = ['{MARKUP}', '![x](file:///x)']\nservice_email = 'a@b.example'\n"
    )
    with process(data_dir, config=config) as server:
        asked = server.ask("POST", "/v1/access-requests", json=REQUEST)
        assert asked.status_code == 201, asked.text
        assert server.ask("POST", "/v1/password-help-requests", json=HELP).status_code < 300
        session = server.ask("POST", "/v1/sessions", json={
            "access_code": sample.administrator.access_code, "password": sample.administrator.password,
            "workstation": MARKUP,
        })  # fmt: skip
        assert session.status_code == 201
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.administrator)
        clerk.window.navigator.go(Trace(sample.numbers[3]))
        clerk.wait(lambda: clerk.sees("tracing.history"))
        seen = 0
        for page in every_page(clerk.window):
            clerk.wait(lambda: not clerk.program.jobs._waiting)
            for table in page.findChildren(QTableView):
                if table.isVisible() and table.model().rowCount():
                    table.selectRow(0)
                    table.setFocus()
                    clerk.press(Qt.Key.Key_Return)
            clerk.wait(lambda: not clerk.program.jobs._waiting)
            clerk.window.explain()
            widgets = clerk.window.findChildren(QWidget)
            assert rich(widgets) == []
            seen += shown([widget for widget in widgets if widget.isVisible()])
        assert seen > 20


def test_a_tooltip_shows_markup_as_written(qapp: QApplication, qtbot):
    from onlinesvc_desktop.desktop.widgets.panel import label, plain_tooltip

    owner = label()
    qtbot.addWidget(owner)
    owner.setToolTip(plain_tooltip(MARKUP))
    owner.show()
    QApplication.sendEvent(
        owner, QHelpEvent(QEvent.Type.ToolTip, owner.rect().center(), owner.mapToGlobal(owner.rect().center()))
    )
    assert QToolTip.isVisible()
    assert "&lt;img" in QToolTip.text()


def test_help_takes_a_servers_number_as_text(qtbot):
    from onlinesvc_desktop.desktop.widgets.help_reader import markdown_browser

    reader = markdown_browser("help.text")
    qtbot.addWidget(reader)
    reader.show_markdown(topic("contact", Language.ENGLISH, (MARKUP, "![x](file:///etc/hostname)")).text)
    assert "<img" not in reader.toHtml().replace("&lt;img", "")
    assert "<img src=x>" in reader.toPlainText() or "{phones}" not in topic("contact", Language.ENGLISH, ()).text


@pytest.mark.parametrize("language", Language)
def test_no_topic_of_the_help_takes_a_servers_number_for_markup(qtbot, language: Language):
    from onlinesvc_desktop.desktop.widgets.help_reader import markdown_browser

    reader = markdown_browser("help.text")
    qtbot.addWidget(reader)
    numbers = (MARKUP, "![x](file:///etc/hostname)", "[y](https://x.example)", "# z", "`q` _w_ **e**")
    shown = 0
    for one in all_topics(language, numbers):
        reader.show_markdown(one.text)
        page = reader.toHtml()
        assert "<img" not in page.replace("&lt;img", "")
        assert "x.example" not in "".join(re.findall(r'href="[^"]*"', page))
        if " · " in one.text:
            shown += 1
            assert all(number in reader.toPlainText() for number in numbers), one.key
    assert shown > 0


def test_a_printed_table_shows_markup_as_written(qtbot, tmp_path: Path):
    from onlinesvc_desktop.desktop.printing import write_pdf

    texts = [[MARKUP, "<b>"], ["&lt;", "{{ 7*7 }}"]]
    write_pdf(tmp_path / "table.pdf", TableData(MARKUP, [MARKUP, "b"], texts), texts, MARKUP)
    reader = pypdf.PdfReader(tmp_path / "table.pdf")
    (page,) = reader.pages
    text = "".join(page.extract_text().split())  # a reader of PDF knows where signs stand, not which blanks were between
    assert text.count("".join(MARKUP.split())) == 3  # the title, a heading, a cell
    assert [cell for row in texts for cell in row if "".join(cell.split()) not in text] == []
    assert not page.images
    assert not page.annotations


def test_a_label_shows_markup_as_written():
    address = Address(MARKUP, MARKUP, MARKUP, "QC", "H2X 1Y4", "CA", MARKUP)
    (page,) = pypdf.PdfReader(io.BytesIO(labels_4x6(Labels(MARKUP, "123456789", MARKUP, address, address, 1), 1, 1))).pages
    assert page.extract_text().count(MARKUP) >= 6
    assert not page.images
