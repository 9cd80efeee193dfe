# SPDX-License-Identifier: MIT
"""What assistive technology may ask at any moment, and what it is told."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page

_FAR = (-1, 1, 2, 3, 4, 7, 100, 100_000)


def survives(question: Callable[[], None]) -> bool:
    """Ask in a copy of this process, which a crash may end."""
    child = os.fork()
    if not child:
        try:
            question()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def ask_past_the_end(widgets: list[QWidget]) -> None:
    for widget in widgets:
        interface = QAccessible.queryAccessibleInterface(widget)
        for beyond in _FAR:
            interface.child(beyond if beyond < 0 else interface.childCount() + beyond - 1)


def crashing(widgets: list[QWidget]) -> list[str]:
    """Return which widgets do not survive a child past the end; looked at one by one only when one does not."""
    if survives(lambda: ask_past_the_end(widgets)):
        return []
    return [
        f"{widget.metaObject().className()} {widget.objectName()}"
        for widget in widgets
        if not survives(lambda widget=widget: ask_past_the_end([widget]))  # type: ignore[misc]
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the question is asked in a forked copy, so that a crash is a finding")
def test_no_widget_crashes_when_a_reader_asks_for_a_child_that_is_gone(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    areas = set()
    for page in every_page(clerk.window):
        clerk.bot.waitUntil(lambda page=page: page.isVisible())  # type: ignore[misc]
        widgets = [clerk.window, *clerk.window.findChildren(QWidget)]
        assert crashing(widgets) == []
        areas |= {base.__name__ for one in widgets if isinstance(one, QAbstractScrollArea) for base in type(one).__mro__}
    assert {"QScrollArea", "QTableView", "QPlainTextEdit", "QListWidget"} <= areas


PLAIN = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
application = QApplication([])
area = QScrollArea()
area.setWidget(QLabel())
area.show()
interface = QAccessible.queryAccessibleInterface(area)
for power in range(10, 31):
    interface.child(interface.childCount() + 2**power)
"""


def test_the_question_is_a_real_one():
    """A scroll area without our interface dies of it. When this fails, Qt counts, and ``accessibility.py`` can go.

    One distance proves nothing: memory so far past the list may be ours and empty. Gigabytes past it nothing is.
    """
    assert subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, check=False).returncode < 0
