# SPDX-License-Identifier: MIT
"""A page comes to the front without anybody looking through the pages behind it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.pages.stack import PageStack


class Watched(QWidget):
    """A page with one line that notes whether the page behind was stilled while this one came."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.behind: QWidget | None = None
        self.stilled: list[bool] = []

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self.behind is not None:
            self.stilled.append(self.behind.testAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled))
        return super().event(event)


class Focuses(QObject):
    """Which lines were given the focus."""

    def __init__(self, *lines: QLineEdit) -> None:
        super().__init__()
        self.given: list[QLineEdit] = []
        for line in lines:
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            assert isinstance(watched, QLineEdit)
            self.given.append(watched)
        return super().eventFilter(watched, event)


@pytest.fixture
def pages(qtbot) -> tuple[PageStack, Watched, Watched, Watched]:
    stack, first, second, behind = PageStack(), Watched(), Watched(), Watched()
    qtbot.addWidget(stack)
    for page in (first, second, behind):
        stack.addWidget(page)
        page.behind = behind
    with qtbot.waitExposed(stack):
        stack.show()
    stack.activateWindow()
    return stack, first, second, behind


def test_the_pages_behind_are_neither_stilled_nor_woken(pages):
    stack, _first, second, _behind = pages
    stack.bring(second)
    assert stack.currentWidget() is second
    assert second.isVisible()
    assert second.stilled == [False]
    assert stack.updatesEnabled()


def test_the_focus_goes_where_the_caller_puts_it_and_nowhere_before(pages, qtbot):
    stack, first, second, behind = pages
    first.line.setFocus()
    qtbot.waitUntil(first.line.hasFocus)
    noted = Focuses(first.line, second.line, behind.line)
    stack.bring(second)
    assert noted.given == []
    second.line.setFocus()
    assert noted.given == [second.line]


def test_a_focus_beside_the_pages_stays(qtbot):
    window, stack, beside = QWidget(), PageStack(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(beside)
    column.addWidget(stack)
    first, second = Watched(), Watched()
    for page in (first, second):
        stack.addWidget(page)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    stack.bring(second)
    assert beside.hasFocus()
