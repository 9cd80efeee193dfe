# SPDX-License-Identifier: MIT
"""Dock, find field, Escape and focus in the hand of a clerk with a keyboard and a scanner."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView

from onlinesvc_desktop.contract.codes import Language
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample

DOCK, FIND = "tracing.autoproNumber", "topBar.find"


def paste(clerk: Clerk, name: str, text: str) -> None:
    QApplication.clipboard().setText(text)
    field = clerk.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def traced(clerk: Clerk) -> set[str]:
    model = clerk.find("tracing.results", QTableView).model()
    return {str(model.index(row, 0).data()).replace("\N{NO-BREAK SPACE}", "") for row in range(model.rowCount())}


def suggestions(clerk: Clerk) -> list[str]:
    field = clerk.window.top_bar.find_field
    return [] if field._suggestions is None else list(field._suggestions._words.stringList())


def test_the_next_scan_replaces_the_last_and_the_focus_stays(clerk: Clerk, sample: Sample):
    for number in sample.numbers[40:43]:
        QTest.keyClicks(clerk.find(DOCK) if clerk.window.focusWidget() is None else clerk.window.focusWidget(), number)
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda number=number: clerk.sees("tracing.shipmentNumber") and number in plain(clerk))  # type: ignore[misc]
        assert clerk.window.focusWidget() is clerk.find(DOCK)
        assert clerk.find(DOCK, QLineEdit).selectedText() == number


def plain(clerk: Clerk) -> str:
    return clerk.text("tracing.shipmentNumber").replace("\N{NO-BREAK SPACE}", "")


def test_two_hundred_scans_without_a_pause_are_two_hundred_rows(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    codes = [*sample.numbers, *(f"{number:09}" for number in range(100_000_000, 100_000_200))][:200]
    clerk.find(DOCK).setFocus()
    for code in codes:
        QTest.keyClicks(clerk.window.focusWidget(), code)
        QTest.keyClick(clerk.window.focusWidget(), Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results") and traced(clerk) >= set(codes))
    assert clerk.window.focusWidget() is clerk.find(DOCK)


def test_a_number_scanned_twice_before_its_answer_is_one_shipment(clerk: Clerk, sample: Sample):
    clerk.find(DOCK).setFocus()
    for _ in range(2):
        QTest.keyClicks(clerk.window.focusWidget(), sample.numbers[7])
        QTest.keyClick(clerk.window.focusWidget(), Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.shipmentNumber") and sample.numbers[7] in plain(clerk))
    assert not clerk.sees("tracing.results")


def test_a_burst_with_a_number_twice_has_it_once(clerk: Clerk, sample: Sample):
    clerk.find(DOCK).setFocus()
    for at in (0, 1, 0, 0, 2, 1):
        QTest.keyClicks(clerk.window.focusWidget(), sample.numbers[at])
        QTest.keyClick(clerk.window.focusWidget(), Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results") and traced(clerk) == set(sample.numbers[:3]))
    assert clerk.rows("tracing.results") == len(set(sample.numbers[:3]))


@pytest.mark.parametrize("field", [DOCK, FIND])
@pytest.mark.parametrize(
    "shape", ["{0}\n{1}\n{2}\n", "Hello,\nplease look for {0}, {1} and {2}.\nThank you, Anne", "{0}\tQC\n{1}\tON\n{2}\tQC"]
)
def test_a_column_or_an_e_mail_is_traced_whole(clerk: Clerk, sample: Sample, field: str, shape: str):
    numbers = sample.numbers[:3]
    paste(clerk, field, shape.format(*numbers))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results") and traced(clerk) == set(numbers))


@pytest.mark.parametrize("field", [DOCK, FIND])
def test_a_number_of_another_kind_is_traced_as_one(clerk: Clerk, field: str):
    clerk.type(field, "BOL-4711-A")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.missing"))


def test_a_slip_is_named_and_may_still_be_another_number(clerk: Clerk):
    clerk.trace("12345678")
    assert "fewer" in clerk.text("tracing.message")
    clerk.click("tracing.traceAsOther")
    clerk.wait(lambda: clerk.sees("tracing.missing"))
    assert not clerk.sees("tracing.message")


def test_nothing_found_says_so_and_offers_what_could_be_meant(clerk: Clerk):
    clerk.type(FIND, "lost pasword")
    shown = suggestions(clerk)
    assert shown[0] == "Nothing found for “lost pasword”"
    assert shown[-1] == "Ask customer service"
    clerk.press(Qt.Key.Key_Return)
    assert clerk.find(FIND, QLineEdit).text() == "lost pasword"
    clerk.type(FIND, "shipmant reprot")
    assert any("Shipment report" in one for one in suggestions(clerk)[1:])
    clerk.program.language.switch_to(Language.FRENCH)
    QCoreApplication.processEvents()
    clerk.type(FIND, "xyzzy")
    assert suggestions(clerk)[0] == "Rien trouvé pour « xyzzy »".replace(" »", "\N{NO-BREAK SPACE}»").replace(
        "« ", "«\N{NO-BREAK SPACE}"
    )


def test_the_longest_suggestion_is_read_whole(clerk: Clerk):
    field = clerk.find("topBar.find", QLineEdit)
    field.setFocus()
    clerk.bot.keyClicks(field, "zzqqx and many more words of nobody")
    popup = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QListView) and one.isVisible())
    assert popup.viewport().width() >= popup.sizeHintForColumn(0)
    assert not popup.horizontalScrollBar().isVisible()


def test_one_escape_empties_the_find_field_and_closes_its_list(clerk: Clerk):
    field = clerk.find("topBar.find", QLineEdit)
    field.setFocus()
    clerk.bot.keyClicks(field, "zzqqx")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    clerk.bot.keyClick(popup, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert QApplication.activePopupWidget() is None
