# SPDX-License-Identifier: MIT
"""What stands beside the table, between one shipment and the next."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.targets import Trace
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


def test_the_scroll_bar_stays_between_two_shipments_and_goes_where_no_other_comes(clerk: Clerk, sample: Sample):
    window = clerk.program.window
    window.resize(1024, 500)
    window.navigator.go(Trace(sample.numbers[0]))
    clerk.wait(lambda: clerk.sees("tracing.shipment"))
    shipment = clerk.find("tracing.shipment")
    area = next(one for one in window.findChildren(QScrollArea) if one.isAncestorOf(shipment))
    bar, inside = area.verticalScrollBar(), area.widget()
    assert inside is not None
    clerk.wait(bar.isVisible)

    kept_high = next(iter(inside.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)))
    kept_high.setInterval(60_000)
    window.navigator.go(Trace(sample.numbers[1]))
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: clerk.sees("tracing.results.message"))
    QApplication.processEvents()
    assert not shipment.isVisible()
    assert bar.isVisible()
    kept_high.setInterval(0)
    clerk.wait(lambda: not bar.isVisible())
    assert not shipment.isVisible()


def test_a_history_says_the_age_of_an_event_where_there_is_room_and_is_never_scrolled_for_it(clerk: Clerk, sample: Sample):
    window = clerk.program.window
    clerk.program.language.switch_to(Language.FRENCH)
    window.resize(1024, 700)
    window.navigator.go(Trace(sample.numbers[0]))
    clerk.wait(lambda: clerk.sees("tracing.history"))
    history = clerk.find("tracing.history", QTableView)
    clerk.wait(lambda: history.isColumnHidden(3))
    clerk.wait(lambda: not history.horizontalScrollBar().isVisible())
    window.resize(1500, 700)
    clerk.wait(lambda: not history.isColumnHidden(3))
    assert not history.horizontalScrollBar().isVisible()
