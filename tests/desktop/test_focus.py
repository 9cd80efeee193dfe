# SPDX-License-Identifier: MIT
"""The rule of docs/focus-and-keys.md, over every page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page

DOCK, FIND = "tracing.autoproNumber", "topBar.find"


def test_the_focus_starts_in_the_number_and_digits_go_there_from_anywhere(clerk: Clerk):
    assert clerk.window.focusWidget() is clerk.find(DOCK)
    clerk.find("services.contact").setFocus()
    for digit in "123":
        QTest.keyClicks(clerk.window.focusWidget(), digit)
    assert clerk.find(DOCK, QLineEdit).text() == "123"
    assert clerk.window.focusWidget() is clerk.find(DOCK)


def test_a_page_opens_in_a_field_of_its_own(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    for page in every_page(clerk.window):
        focused = clerk.window.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused), (page.objectName(), focused.objectName())


def test_after_the_sign_in_the_number_is_next(clerk: Clerk, sample: Sample):
    clerk.window.navigator.open(Service.CONTACT)
    clerk.signed_in(sample.customer)
    assert clerk.window.focusWidget() is clerk.find(DOCK)


def test_after_the_sign_in_at_the_services_the_number_is_next(clerk: Clerk, sample: Sample):
    clerk.in_front()
    clerk.window.navigator.home()
    clerk.signed_in(sample.customer)
    assert clerk.window.focusWidget() is clerk.find(DOCK)


def test_escape_undoes_the_nearest_thing_first(clerk: Clerk, sample: Sample):
    clerk.type(DOCK, " ".join(sample.numbers[:5]))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 5)
    table = clerk.find("tracing.results", QTableView)
    clerk.type("tracing.results.filter", sample.numbers[0])
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.find("tracing.results.filter", QLineEdit).text() == ""
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.shipmentNumber"))
    clerk.window.explain()
    table.setFocus() if table.isVisible() else clerk.find("tracing.backToList").setFocus()
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.sees("tracing.shipmentNumber")
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.sees("help.panel")
    assert clerk.sees("tracing.page")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("home.page")


def test_escape_in_the_find_field_leaves_the_page_alone(clerk: Clerk):
    clerk.window.navigator.open(Service.CONTACT)
    clerk.type(FIND, "zzz")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("contact.page")
    assert clerk.find(FIND, QLineEdit).text() == ""


def test_the_highlighted_row_is_the_one_that_enter_opens(clerk: Clerk, sample: Sample):
    clerk.type(DOCK, " ".join(sample.numbers[:9]))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 9)
    table = clerk.find("tracing.results", QTableView)
    table.setFocus()
    for key, row in ((Qt.Key.Key_End, 8), (Qt.Key.Key_Home, 0)):
        clerk.press(key, Qt.KeyboardModifier.ControlModifier)
        assert table.currentIndex().row() == row
        assert {index.row() for index in table.selectionModel().selectedRows()} == {row}


def test_arrows_go_from_service_to_service(clerk: Clerk):
    clerk.find("services.tracing").setFocus()
    clerk.press(Qt.Key.Key_Right)
    assert str(clerk.window.focusWidget().objectName()).startswith("services.")
    assert clerk.window.focusWidget() is not clerk.find("services.tracing")
    clerk.press(Qt.Key.Key_Left)
    assert clerk.window.focusWidget() is clerk.find("services.tracing")


def test_the_first_window_fits_the_screen_with_its_frame(clerk: Clerk):
    clerk.window.restore_layout()
    available = clerk.window.screen().availableGeometry()
    assert clerk.window.height() + clerk.window._frame_size().height() <= available.height()
    assert clerk.window._frame_size().height() > 15


def reachable(page: QWidget) -> list[QWidget]:
    """Return what Tab reaches on a page."""
    return [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    ]


def test_what_is_hidden_gives_the_focus_to_its_own_page(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    for page in every_page(clerk.window):
        for widget in reachable(page):
            clerk.in_front()
            widget.setFocus()
            if clerk.window.focusWidget() is not widget:
                continue
            widget.hide()
            focused = clerk.window.focusWidget()
            assert focused is not None
            assert page is focused or page.isAncestorOf(focused), (page.objectName(), widget.objectName())
            assert focused.isVisible()
            assert focused.isEnabled()
            widget.show()


def test_what_is_disabled_waits_on_its_page_and_has_the_focus_again(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    for page in every_page(clerk.window):
        for widget in reachable(page):
            clerk.in_front()
            widget.setFocus()
            if clerk.window.focusWidget() is not widget:
                continue
            widget.setEnabled(False)
            assert clerk.window.focusWidget() is page, (page.objectName(), widget.objectName())
            widget.setEnabled(True)
            assert clerk.window.focusWidget() is widget, (page.objectName(), widget.objectName())


def test_a_clerk_who_went_on_meanwhile_is_left_there(clerk: Clerk):
    page = clerk.window.navigator.open(Service.ACCESS_REQUEST)
    assert page is not None
    clerk.in_front()
    button = clerk.find("accessRequest.submit", QWidget)
    button.setFocus()
    button.setEnabled(False)
    clerk.find(DOCK).setFocus()
    button.setEnabled(True)
    assert clerk.window.focusWidget() is clerk.find(DOCK)


def test_what_is_hidden_in_the_dock_gives_the_focus_to_the_dock(clerk: Clerk, sample: Sample):
    for name in ("tracing.trace", "tracing.moreFeatures", "watchList.dockHeading"):
        if clerk.find(name).focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        clerk.in_front()
        clerk.find(name).setFocus()
        clerk.find(name).hide()
        assert clerk.window.focusWidget() is clerk.find(DOCK)
    clerk.find("accessLogin.forgotPassword").setFocus()
    clerk.find("accessLogin.forgotPassword").hide()
    assert clerk.window.focusWidget() is clerk.find("accessLogin.accessCode")


def test_a_day_takes_one_tab_and_is_typed_through(clerk: Clerk):
    clerk.window.navigator.open(Service.TRANSIT_TIMES)
    clerk.in_front()
    day = clerk.find("transitTimes.shipDate", Day)
    day.setFocus(Qt.FocusReason.TabFocusReason)
    for digit in "20270304":
        clerk.press(getattr(Qt.Key, f"Key_{digit}"))
    assert day.value() == "2027-03-04"
    assert clerk.window.focusWidget() is day
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.window.focusWidget() is not day
    clerk.press(Qt.Key.Key_Backtab)
    assert clerk.window.focusWidget() is day
    clerk.press(Qt.Key.Key_Backtab)
    assert clerk.window.focusWidget() is not day
