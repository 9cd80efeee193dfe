# SPDX-License-Identifier: MIT
"""How much waits for an administrator: asked for while somebody looks at it, and never otherwise."""

from collections.abc import Mapping
from datetime import date

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.open_work import COUNT_OPEN_WORK, OpenWork
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState

_EVERY_MS = 30_000


class OpenWorkCounts(QObject):
    """One count for all who show it. What cannot be asked for leaves the counts as they were; a sign-out empties them."""

    changed = Signal()

    def __init__(self, link: BackendLink, session: SessionState) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._shown_on: list[QWidget] = []
        self._is_asked = self._is_asked_again = False
        self.counts: Mapping[str, int] = {}
        self.last_copy: date | UnsetType = UNSET
        self.is_known = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._on_session_changed)

    def show_on(self, widget: QWidget) -> None:
        """Ask as long as a widget is to be seen, at once when it comes into sight."""
        self._shown_on.append(widget)
        widget.installEventFilter(self)
        widget.destroyed.connect(lambda: self._shown_on.remove(widget))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look when a widget that shows the counts comes into sight."""
        if event.type() is QEvent.Type.Show:
            self.look()
        return False

    def count(self, name: str) -> int:
        """Return how much waits in a queue; 0 for one that nobody counts."""
        return self.counts.get(name, 0)

    def look(self) -> None:
        """Ask once more, if an administrator is signed in and sees the answer."""
        if not self._is_wanted():
            self._timer.stop()
            return
        self._timer.start()
        if self._is_asked:
            self._is_asked_again = True
            return
        self._is_asked, self._is_asked_again = True, False
        asked_by = self._session.profile

        def received(outcome: Outcome[OpenWork]) -> None:
            self._is_asked = False
            if isinstance(outcome, Ok) and self._session.profile is asked_by:
                self._take(outcome.value)
            if self._is_asked_again:
                self.look()

        self._link.ask(lambda client: client.send(COUNT_OPEN_WORK), received)

    def _is_wanted(self) -> bool:
        profile = self._session.open_profile
        is_seen = any(one.isVisible() and not one.window().isMinimized() for one in self._shown_on)
        return profile is not None and profile.role is Role.ADMINISTRATOR and is_seen

    def _take(self, work: OpenWork | None) -> None:
        """Take what was counted; None when nobody may see it any longer."""
        counts = {} if work is None else {queue.name: queue.count for queue in work.queues}
        last_copy = UNSET if work is None else work.last_copy
        now = (counts, last_copy, work is not None)
        if now != (self.counts, self.last_copy, self.is_known):
            self.counts, self.last_copy, self.is_known = now
            self.changed.emit()

    def _on_session_changed(self) -> None:
        if not self._session.is_open:
            self._timer.stop()
            self._take(None)
        else:
            self.look()
