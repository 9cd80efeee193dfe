# SPDX-License-Identifier: MIT
"""No part is shown before it stands in its page: for a moment it would be a window, which blinks and takes the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page

_MEANT_AS_WINDOWS = (Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class _Strays(QObject):
    """Notes what is shown as a window and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def _is_stray(widget: QWidget) -> bool:
    return widget.isWindow() and widget.windowType() not in _MEANT_AS_WINDOWS and not isinstance(widget, QMainWindow)


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[list[str]]:
    watcher = _Strays()
    qapp.installEventFilter(watcher)
    yield watcher.shown
    qapp.removeEventFilter(watcher)


@pytest.mark.parametrize("is_customer", [True, False], ids=["customer", "administrator"])
def test_opening_every_page_shows_no_part_as_a_window(clerk: Clerk, sample: Sample, strays: list[str], is_customer: bool):
    clerk.signed_in(sample.customer if is_customer else sample.administrator)
    assert len([page.objectName() for page in every_page(clerk.window)]) > 10
    assert strays == []


def test_the_watcher_sees_a_part_without_its_page(strays: list[str]):
    part = QWidget()
    part.setObjectName("lost")
    part.show()
    part.close()
    assert strays == ["QWidget lost"]
