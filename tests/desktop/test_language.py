# SPDX-License-Identifier: MIT
"""The live language switch as a promise: everything visible changes, nothing typed or chosen is lost, nothing is asked."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QTranslator
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError

from onlinesvc_desktop.client.settings import Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.pages.stack import PageStack
from onlinesvc_desktop.desktop.widgets.panel import plain_tooltip
from onlinesvc_desktop.desktop.words.faults import fault_words
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample

CATALOGUE = Path(__file__).parents[2] / "translations" / "onlinesvc_fr.ts"


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything a person or a screen reader can meet on a widget."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(row).text() for row in range(widget.count()))
    if isinstance(widget, QTableView):
        model: QAbstractItemModel = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, widget.horizontalHeader().orientation()))
            yield from (str(model.index(row, column).data()) for row in range(min(3, model.rowCount())))


def all_texts(window: QWidget) -> dict[str, list[str]]:
    """Every text of a window by the widget's path."""
    found: dict[str, list[str]] = {}
    for number, widget in enumerate([window, *window.findChildren(QWidget)]):
        found[f"{number} {type(widget).__name__} {widget.objectName()}"] = [text for text in texts_of(widget) if text]
    return found


def english_sources() -> set[str]:
    """English texts whose French differs, without placeholders: any of them on a French screen is a defect."""
    sources = set()
    for message in ElementTree.parse(CATALOGUE).getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        if message.get("numerus") or "{" in source or translation.text == source:
            continue
        sources.add(source.replace("&", ""))
    french = {
        (m.findtext("translation") or "").replace("&", "") for m in ElementTree.parse(CATALOGUE).getroot().iter("message")
    }
    return sources - french


@pytest.fixture
def busy_clerk(clerk: Clerk, sample: Sample) -> Clerk:
    """Every page open and filled, messages and errors on show, help open."""
    clerk.sign_in(sample.other_customer)
    clerk.wait(lambda: clerk.program.session.is_open)
    clerk.program.language.switch_to(Language.ENGLISH)
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.rows("shipmentReport.results") > 0)
    clerk.click("shipmentReport.back")
    clerk.click("services.userProfile")
    clerk.type("userProfile.defaultEmail", "half typ")
    clerk.click("userProfile.submit")
    clerk.click("userProfile.changePassword")
    clerk.click("userProfile.back")
    clerk.click("services.accessRequest")
    clerk.type("accessRequest.email", "half typ")
    clerk.click("accessRequest.submit")
    clerk.click("accessRequest.back")
    clerk.click("services.contact")
    clerk.click("contact.copy1")
    clerk.click("contact.back")
    clerk.click("services.help")
    clerk.click("help.back")
    clerk.trace("12")
    clerk.click("services.tracing")
    clerk.type("tracing.references", " ".join([*sample.numbers[:5], "000000000"]))
    clerk.click("tracing.submit")
    clerk.wait(lambda: clerk.sees("tracing.results"))
    clerk.click("tracing.page.help")
    clerk.wait(clerk.has_every_page_ahead)
    return clerk


def switch(clerk: Clerk) -> None:
    """Switch to the other language, and wait for the pages that nobody sees."""
    clerk.click("topBar.language")
    stack = clerk.window.findChild(PageStack)
    assert isinstance(stack, PageStack)
    clerk.wait(lambda: stack.is_of_one_language)


def english_left(window: QWidget) -> set[tuple[str, str]]:
    """Return English texts with where they stand."""
    english = english_sources()
    return {
        (where, text)
        for where, texts in all_texts(window).items()
        for text in texts
        # A language bears its own name everywhere, and the way to it is said in itself.
        if text.replace("&", "").removesuffix(" *") in english
        and text not in {"English", "Show in English"}
        # Qt's own buttons of docks that are neither moved nor closed are never shown.
        and "qt_dockwidget_" not in where
    }


def test_no_english_is_left_on_the_welcome_page(start: Start, tmp_path: Path):
    clerk = start(tmp_path / "new", Settings())
    clerk.click("welcome.create")
    clerk.click("welcome.connect")
    switch(clerk)
    assert not english_left(clerk.window)
    clerk.click("welcome.sample")
    clerk.wait(lambda: clerk.sees("welcome.codes"))
    assert not english_left(clerk.window)
    clerk.wait_online()


def test_no_english_is_left_where_a_new_password_is_owed(clerk: Clerk, sample: Sample):
    clerk.sign_in(sample.expired)
    clerk.wait(lambda: clerk.sees("newPassword.page"))
    clerk.click("newPassword.submit")
    clerk.program.language.switch_to(Language.ENGLISH)
    QApplication.processEvents()
    switch(clerk)
    assert not english_left(clerk.window)


def test_no_english_is_left_in_french_and_none_of_it_comes_back(busy_clerk: Clerk):
    before = all_texts(busy_clerk.window)
    switch(busy_clerk)
    assert not english_left(busy_clerk.window)
    switch(busy_clerk)
    after = all_texts(busy_clerk.window)
    ages = re.compile(r"\d+\s(second|minute)s? ago|just now")
    assert {key: [ages.sub("", text) for text in texts] for key, texts in after.items()} == {
        key: [ages.sub("", text) for text in texts] for key, texts in before.items()
    }


def test_a_switch_asks_the_backend_nothing(busy_clerk: Clerk):
    before = len(busy_clerk.asked())
    for _ in range(4):
        switch(busy_clerk)
    QApplication.processEvents()
    assert len(busy_clerk.asked()) == before


def test_typed_text_focus_selection_scroll_and_choice_survive(busy_clerk: Clerk):
    table = busy_clerk.find("tracing.results", QTableView)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(3, 0), flags)
    widths = QHeaderView.ResizeMode.Interactive
    field = busy_clerk.find("tracing.references", QPlainTextEdit)
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    kind = busy_clerk.find("tracing.referenceType", QComboBox)
    kind.setCurrentIndex(2)
    help_text = busy_clerk.find("help.text", QTextBrowser)
    typed, selected = field.toPlainText(), field.textCursor().selectedText()
    busy_clerk.click("topBar.language")
    field.setFocus()
    assert (field.toPlainText(), field.textCursor().selectedText()) == (typed, selected)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [3]
    assert kind.currentIndex() == 2
    assert "Qui voit quoi" in help_text.toPlainText()
    assert table.horizontalHeader().sectionResizeMode(0) is widths


def test_a_keyboard_switch_leaves_the_focus_where_it_was(busy_clerk: Clerk):
    field = busy_clerk.find("tracing.references", QPlainTextEdit)
    field.setFocus()
    busy_clerk.program.language.toggle()
    QApplication.processEvents()
    assert busy_clerk.window.focusWidget() is field


def test_a_request_under_way_survives_the_switch(clerk: Clerk, sample: Sample):
    clerk.trace(sample.numbers[12])
    clerk.click("topBar.language")
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert "il y a" in clerk.text("tracing.latestWhen")


def test_a_visible_error_changes_language(clerk: Clerk):
    clerk.trace("12")
    assert "fewer" in clerk.text("tracing.message")
    clerk.click("topBar.language")
    assert "neuf chiffres" in clerk.text("tracing.message")


def test_qts_own_buttons_and_the_locale_follow(clerk: Clerk, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    clerk.program.language.switch_to(Language.FRENCH)
    QApplication.processEvents()
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    assert clerk.window.locale().name() == "fr_CA"
    clerk.program.language.switch_to(Language.ENGLISH)
    QApplication.processEvents()
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"


def test_the_button_bears_the_other_languages_own_name_in_the_upper_right_corner(clerk: Clerk):
    button = clerk.find("topBar.language", QAbstractButton)
    assert (button.text(), button.toolTip()) == ("Français", plain_tooltip("Afficher en français"))
    clerk.click("topBar.language")
    assert (button.text(), button.toolTip()) == ("English", plain_tooltip("Show in English"))
    corner = button.mapTo(clerk.window, button.rect().topRight())
    assert clerk.window.width() - corner.x() < 40
    assert corner.y() < 40


def test_the_choice_is_kept_for_the_next_start(clerk: Clerk):
    clerk.click("topBar.language")
    clerk.wait(lambda: clerk.program.paths.settings.exists())
    assert clerk.program.settings.values.language is Language.FRENCH


class Stretching(QTranslator):
    """A language in which every text is half again as long."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if "{" in source or "%n" in source or "MMM" in source:
            return ""
        return source + " " + "x" * (len(source) // 2)


def cut_texts(window: QWidget) -> list[tuple[str, str, str]]:
    """Return what is on screen and too small for its text."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QAbstractItemView) or isinstance(widget.parent(), QLineEdit):
            continue
        wide = isinstance(widget, QAbstractButton) and widget.text() and widget.sizeHint().width() > widget.width()
        tall = isinstance(widget, QLabel) and widget.text() and widget.heightForWidth(widget.width()) > widget.height() + 2
        narrow = (
            isinstance(widget, QLabel)
            and not widget.wordWrap()
            and widget.text()
            and widget.sizeHint().width() > widget.width() + 2
        )
        if wide or tall or narrow:
            cut.append((widget.objectName(), type(widget).__name__, getattr(widget, "text", str)()))
    return cut


def test_texts_half_again_as_long_are_not_cut(busy_clerk: Clerk):
    translator = Stretching()
    QApplication.installTranslator(translator)
    QApplication.processEvents()
    for service in Service:
        busy_clerk.program.window.navigator.open(service)
        found = [("", "", "")]

        def fits(found: list[tuple[str, str, str]] = found) -> bool:
            found[:] = cut_texts(busy_clerk.window)
            return not found

        # An answer that comes meanwhile lays the page out once more.
        with suppress(QtTimeoutError):
            busy_clerk.bot.waitUntil(fits, timeout=3_000)
        assert not found, service
    QApplication.removeTranslator(translator)


@pytest.mark.parametrize("language", list(Language))
def test_mnemonics_are_unique_on_every_page(busy_clerk: Clerk, language: Language):
    busy_clerk.program.language.switch_to(language)
    for service in Service:
        busy_clerk.program.window.navigator.open(service)
        QApplication.processEvents()
        letters = [
            match.group(1).casefold()
            for label in busy_clerk.window.findChildren(QLabel)
            if label.isVisible() and label.buddy() and (match := re.search(r"&(\w)", label.text()))
        ]
        assert len(letters) == len(set(letters)), (service, letters)


def test_fault_sentences_are_words_in_both_languages(busy_clerk: Clerk):
    from onlinesvc_desktop.client import faults
    from onlinesvc_desktop.contract.codes import ErrorCode

    every: list[faults.Fault] = [
        faults.Offline(),
        faults.TimedOut(),
        faults.TlsFailed(),
        faults.NotSignedIn(),
        faults.SessionExpired(),
        faults.Invalid(()),
        faults.TooMany(1),
        faults.TooMany(30),
        faults.ServerFailed(ErrorCode.SERVER_ERROR),
        faults.ServerFailed(ErrorCode.SERVER_ERROR, "3FA902BC"),
        faults.BadAnswer(),
        faults.Cancelled(),
        faults.ProgramFailed(),
        *(faults.Refused(code) for code in ErrorCode),
    ]
    for fault in every:
        busy_clerk.program.language.switch_to(Language.ENGLISH)
        english = fault_words(fault, ("1-800-555-0100",))
        busy_clerk.program.language.switch_to(Language.FRENCH)
        french = fault_words(fault, ("1-800-555-0100",))
        assert english.endswith(".")
        assert french.endswith(".")
        assert english != french
        assert not re.search(r"[{}%]", english + french)
        if isinstance(fault, faults.ServerFailed) and fault.request:
            assert "3FA9 02BC" in english
            assert "3FA9 02BC" in french


def test_a_language_chosen_by_hand_wins_over_the_profile_until_the_sign_out(clerk: Clerk, sample: Sample):
    clerk.click("topBar.language")
    assert clerk.program.language.language is Language.FRENCH
    clerk.signed_in(sample.english_customer)
    assert clerk.program.language.language is Language.FRENCH
    clerk.click("accessLogin.signOut")
    clerk.signed_in(sample.english_customer)
    assert str(clerk.program.language.language) == Language.ENGLISH.value


def test_the_page_in_front_follows_at_once_and_those_behind_before_anyone_sees_them(clerk: Clerk):
    window, language = clerk.window, clerk.program.language
    behind, other = (window.navigator.page(where) for where in (Service.CONTACT, Service.ACCESS_REQUEST))
    front = window.navigator.open(Service.HELP)
    assert front is not None
    language.switch_to(Language.FRENCH)
    QApplication.sendPostedEvents()
    assert front.accessibleName() == "Aide"
    assert behind.accessibleName() == "Contact us"
    assert window.navigator.open(Service.CONTACT) is behind
    assert (behind.accessibleName(), behind.locale().name()) == ("Nous joindre", "fr_CA")
    clerk.wait(lambda: other.accessibleName() == other.heading_words())
    assert other.locale().name() == "fr_CA"
