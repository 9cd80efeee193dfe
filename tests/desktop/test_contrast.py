# SPDX-License-Identifier: MIT
"""What a state looks like on screen differs enough to be seen: 4.5 for text, 3 for parts (WCAG 2.2), light and dark."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTableWidget,
    QWidget,
)

from onlinesvc_desktop.client.settings import Appearance
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from tests.support.contrast import contrast


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK], ids=["light", "dark"])
def theme(qapp: QApplication, request) -> Iterator[Theme]:
    made = Theme(qapp, request.param)
    yield made
    made.use(Appearance.LIGHT)


def shown(qtbot, theme: Theme, widget: QWidget) -> QWidget:
    """Put a widget beside another that takes the focus, so that both of its states can be painted."""
    window = QWidget()
    qtbot.addWidget(window)
    other = QLineEdit(window)
    other.setGeometry(0, 0, 80, 30)
    widget.setParent(window)
    widget.setGeometry(20, 60, 320, 160)
    window.resize(400, 260)
    theme.dress(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    other.setFocus()
    QApplication.processEvents()
    return window


def colours(widget: QWidget) -> list[list[str]]:
    image = widget.grab().toImage()
    return [[image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())]


def new_colours(before: list[list[str]], after: list[list[str]]) -> Counter[tuple[str, str]]:
    """Count pixels that changed, by the colour they had and have."""
    pairs = zip(chain.from_iterable(before), chain.from_iterable(after), strict=True)
    return Counter((old, new) for old, new in pairs if old != new)


def is_seen(changed: Counter[tuple[str, str]]) -> bool:
    """Tell whether a line's worth of pixels differs by 3 to 1 from what was there."""
    return sum(count for (old, new), count in changed.items() if contrast(old, new) >= 3) >= 20


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_placeholder_is_read(theme: Theme, qtbot, kind: type[QWidget]):
    field = kind()
    _window = shown(qtbot, theme, field)
    found = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert found.alpha() == 255
    assert contrast(found.name(), theme.tokens.surface) >= 4.5


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
def test_a_wrong_field_shows_that_it_has_the_focus(theme: Theme, qtbot, kind: type[QWidget]):
    field = kind()
    field.setProperty("wrong", True)
    _window = shown(qtbot, theme, field)
    before = colours(field)
    field.setFocus()
    QApplication.processEvents()
    changed = new_colours(before, colours(field))
    accent, danger = QColor(theme.tokens.accent).name(), QColor(theme.tokens.danger).name()
    assert changed[danger, accent] > 100


def test_a_focused_tab_is_seen(theme: Theme, qtbot):
    tabs = QTabBar()
    for text in ("One", "Two", "Three"):
        tabs.addTab(text)
    _window = shown(qtbot, theme, tabs)
    before = colours(tabs)
    tabs.setFocus()
    QApplication.processEvents()
    assert is_seen(new_colours(before, colours(tabs)))


def test_the_current_row_is_seen_in_tables_and_lists(theme: Theme, qtbot):
    table, entries = QTableWidget(3, 2), QListWidget()
    entries.addItems(["one", "two", "three"])
    for view in (table, entries):
        _window = shown(qtbot, theme, view)
        before = colours(view)
        view.setCurrentIndex(view.model().index(1, 0))
        QApplication.processEvents()
        assert is_seen(new_colours(before, colours(view))), view


def test_a_link_is_more_than_a_colour_and_a_disabled_one_is_not_a_link(theme: Theme, qtbot):
    link = TextButton("test.link", "link")
    link.setText("Change")
    _window = shown(qtbot, theme, link)
    enabled = colours(link)
    rows = [sum(pixel == QColor(theme.tokens.accent).name() for pixel in row) for row in enabled]
    assert max(rows) >= 20, "underlined"
    link.setEnabled(False)
    QApplication.processEvents()
    assert QColor(theme.tokens.accent).name() not in set(chain.from_iterable(colours(link)))


def test_a_calendar_shows_every_week_and_the_day_chosen(theme: Theme, qtbot):
    day = Day("test.day", lambda: date(2026, 8, 31))
    _window = shown(qtbot, theme, day)
    button = QPoint(day.width() - 12, day.height() // 2)
    qtbot.mouseClick(day, Qt.MouseButton.LeftButton, pos=button)
    weeks = day.calendarWidget().findChild(QTableView)
    assert isinstance(weeks, QTableView)
    qtbot.waitUntil(weeks.isVisible)
    assert weeks.verticalHeader().length() <= weeks.viewport().height()
    room = min(weeks.columnWidth(column) for column in range(weeks.model().columnCount()))
    assert (
        max(
            weeks.fontMetrics().horizontalAdvance(weeks.locale().dayName(at, QLocale.FormatType.ShortFormat))
            for at in range(1, 8)
        )
        <= room
    )
    before = colours(weeks)
    day.calendarWidget().setSelectedDate(QDate(2026, 8, 19))
    QApplication.processEvents()
    assert is_seen(new_colours(before, colours(weeks)))
    day.calendarWidget().window().close()
