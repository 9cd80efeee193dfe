# SPDX-License-Identifier: MIT
"""Pages that are made before they are asked for, one at a time, while nobody touches keyboard or mouse."""

import gc
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.desktop.navigation import Navigator
from onlinesvc_desktop.desktop.targets import Where

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)
_QUIET_MS = 400
_PAUSE_MS = 50


class PagesAhead(QObject):
    """Make what takes longer to make than a key may wait; a key that comes meanwhile waits for half a page at most."""

    def __init__(self, window: QWidget, navigator: Navigator) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._steps: list[Callable[[], object]] = []
        self._untouched = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    def make(self, pages: Iterable[Where]) -> None:
        """Make these pages in their order, in the place of what was still to be made; one that is there stays.

        Each is made in one turn of the event loop, put among the others in the next and prepared in a third. At the end the
        collector of cycles looks all of it over, once: page after page it would do so again while somebody opens one.
        """
        navigator = self._navigator
        steps = (navigator.make, navigator.page, self._prepare)
        self._steps = [partial(step, page) for page in pages for step in steps]
        if self._steps:
            self._steps.append(_settle)
        handle = self._window.windowHandle()
        if self._steps and handle is not None:
            self._untouched.start()
            handle.installEventFilter(self)
            self._timer.start()

    def _prepare(self, where: Where) -> None:
        self._navigator.page(where).prepare()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for hands on the window."""
        if event.type() in _TOUCHES:
            self._untouched.start()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self._steps and self._untouched.hasExpired(_QUIET_MS):
            self._steps.pop(0)()
        if not self._steps:
            self._timer.stop()
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)


def _settle() -> None:
    gc.collect()
    gc.freeze()
