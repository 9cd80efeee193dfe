# SPDX-License-Identifier: MIT
"""Numbers that come faster than they are answered, as a hand scanner sends them: they become one list."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

_PAUSE_MS = 1_000
_BETWEEN_BEEPS_MS = 180


def beep(is_found: bool) -> None:
    """Sound once for what was found, twice for what was not, as the desktop does for its own."""
    QApplication.beep()
    if not is_found:
        QTimer.singleShot(_BETWEEN_BEEPS_MS, QApplication.beep)


class Burst:
    """What came without a pause. One number belongs to a burst when the one before it had no answer yet."""

    def __init__(self) -> None:
        self._since_last = QElapsedTimer()
        self._numbers: list[str] = []

    def take(self, number: str, unanswered: bool) -> tuple[str, ...]:
        """Return the burst with this number in it, each number once; itself alone when the one before was answered."""
        goes_on = len(self._numbers) > 1 and self._since_last.elapsed() < _PAUSE_MS
        if not (unanswered or goes_on):
            self._numbers = []
        if number not in self._numbers:
            self._numbers.append(number)
        self._since_last.start()
        return tuple(self._numbers)
