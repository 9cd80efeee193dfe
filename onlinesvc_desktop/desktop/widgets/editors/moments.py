# SPDX-License-Identifier: MIT
"""Editors of a day and of a time of day."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.numbers import indent

_DAY, _TIME = "yyyy-MM-dd", "HH:mm"


def _leave(editor: QWidget, forward: bool) -> bool:
    """Go to the next field; Qt would take Tab for a step from year to month and on to the day."""
    around = editor.parentWidget()
    return around is not None and around.focusNextPrevChild(forward)


def _day_of(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class Day(Editor, QDateEdit):
    """A day with a calendar, in ISO, which both languages read alike.

    Filled with nothing, it is the first day as it is now, and again each time it is shown, until somebody chooses a day or
    writes into the form around it: a page that stands over night begins on the new day, and no day goes that was meant.
    """

    def __init__(self, object_name: str, first: Callable[[], date]) -> None:
        self._first = first
        self._filling = self._is_settled = False
        super().__init__(_day_of(first()))
        self.setObjectName(object_name)
        self.setCalendarPopup(True)
        self.setDisplayFormat(_DAY)
        self.dateChanged.connect(self._on_changed)
        self.lineEdit().returnPressed.connect(self.submitted)

    def value(self) -> str:
        """Return the day as ``YYYY-MM-DD``."""
        return self.date().toString(_DAY)

    def fill(self, value: Any) -> None:
        """Put a day in, from ``YYYY-MM-DD``."""
        day = QDate.fromString(str(value or ""), _DAY)
        self._is_settled = day.isValid()
        self._put(day if day.isValid() else _day_of(self._first()))

    def _put(self, day: QDate) -> None:
        self._filling = True
        self.setDate(day)
        self._filling = False

    def settle(self) -> None:
        """Stay on this day from now on."""
        self._is_settled = True

    def showEvent(self, event: QShowEvent) -> None:
        """Go on to the first day as it is now, unless a day was chosen."""
        if not self._is_settled:
            self._put(_day_of(self._first()))
        super().showEvent(event)

    def value_of(self, text: str) -> str | None:
        """Return a pasted ISO day."""
        day = QDate.fromString(text.strip(), _DAY)
        return day.toString(_DAY) if day.isValid() else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field at the first Tab; arrows and digits go on inside it."""
        return _leave(self, forward)

    def _on_changed(self, _day: QDate) -> None:
        if not self._filling:
            self.settle()
            self.edited.emit()


class TimeOfDay(Editor, QTimeEdit):
    """A time by 24 hours; the arrow keys change it. Filled with nothing, it is the first time again."""

    def __init__(self, object_name: str, first: str) -> None:
        self._first = QTime.fromString(first, _TIME)
        self._filling = False
        super().__init__(self._first)
        self.setObjectName(object_name)
        self.setDisplayFormat(_TIME)
        indent(self)
        self.timeChanged.connect(self._on_changed)
        self.lineEdit().returnPressed.connect(self.submitted)

    def value(self) -> str:
        """Return the time as ``HH:MM``."""
        return self.time().toString(_TIME)

    def fill(self, value: Any) -> None:
        """Put a time in, from ``HH:MM``."""
        time = QTime.fromString(str(value or ""), _TIME)
        self._filling = True
        self.setTime(time if time.isValid() else self._first)
        self._filling = False

    def value_of(self, text: str) -> str | None:
        """Return a pasted time, such as 9:30 or 9 h 30."""
        tidy = text.strip().replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace("h", ":").rstrip(":")
        for pattern in ("H:mm", "H"):
            time = QTime.fromString(tidy, pattern)
            if time.isValid():
                return time.toString(_TIME)
        return None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field at the first Tab; arrows and digits go on inside it."""
        return _leave(self, forward)

    def _on_changed(self, _time: QTime) -> None:
        if not self._filling:
            self.edited.emit()
