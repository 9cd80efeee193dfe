# SPDX-License-Identifier: MIT
"""How long a submission is left alone after an attempt that failed."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from onlinesvc_desktop.client.faults import Fault, TooMany

_FIRST_RETRY_MS = 5_000
_LONGEST_RETRY_MS = 300_000


class RetryClock(QObject):
    """Times the rests of an owner's submissions; they end with the owner."""

    def rest(self, failures: int, fault: Fault, wake: Callable[[], None]) -> None:
        """Call ``wake`` after a time that doubles with each failure, and is never shorter than the backend asked for."""
        wait = min(_LONGEST_RETRY_MS, _FIRST_RETRY_MS * 2 ** min(10, failures - 1)) * random.uniform(0.7, 1.3)
        if isinstance(fault, TooMany):
            wait = max(wait, fault.retry_after_seconds * 1000)
        QTimer.singleShot(round(wait), self, wake)
