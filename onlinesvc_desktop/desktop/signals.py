# SPDX-License-Identifier: MIT
"""Close the window on SIGTERM and Ctrl+C, though the event loop runs in C++."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget


class QuitOnSignals(QObject):
    """Python writes a byte to a socket when a signal comes; Qt watches the other end."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(window.close)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: None)
