# SPDX-License-Identifier: MIT
"""What a customer looks at today: asked for while somebody sees it, when it comes into sight and when something changed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.today import GET_TODAY, Today
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.watch_list import WatchList


class TodayCounts(QObject):
    """The counts of the day, None until they came. What cannot be asked for leaves them as they were."""

    changed = Signal()

    def __init__(self, link: BackendLink, session: SessionState, watch_list: WatchList, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._now = now
        self._shown_on: QWidget | None = None
        self._is_asked = self._is_asked_again = False
        self._asked_at = now()
        self._code = ""
        self.today: Today | None = None
        watch_list.arrived.connect(self.look)
        watch_list.changed.connect(self._on_polled)
        session.changed.connect(self._on_session_changed)

    def show_on(self, widget: QWidget) -> None:
        """Ask as long as a widget is to be seen, at once when it comes into sight."""
        self._shown_on = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look when the widget that shows the counts comes into sight."""
        if event.type() is QEvent.Type.Show:
            self.look()
        return False

    def look(self) -> None:
        """Ask once more, if a customer is signed in and sees the answer."""
        if not self._is_wanted():
            return
        if self._is_asked:
            self._is_asked_again = True
            return
        self._is_asked, self._is_asked_again, self._asked_at = True, False, self._now()
        asked_by = self._code

        def received(outcome: Outcome[Today]) -> None:
            self._is_asked = False
            if isinstance(outcome, Ok) and self._code == asked_by and self._session.is_open:
                self.today = outcome.value
                self.changed.emit()
            if self._is_asked_again:
                self.look()

        self._link.ask(lambda client: client.send(GET_TODAY), received)

    def _is_wanted(self) -> bool:
        profile, seen_on = self._session.open_profile, self._shown_on
        is_seen = seen_on is not None and seen_on.isVisible() and not seen_on.window().isMinimized()
        return profile is not None and profile.role is Role.CUSTOMER and is_seen

    def _on_polled(self) -> None:
        """Look when another hour has begun: somewhere another day has."""
        if self._now().replace(minute=0, second=0, microsecond=0) > self._asked_at:
            self.look()

    def _on_session_changed(self) -> None:
        profile = self._session.open_profile
        code = "" if profile is None else profile.access_code
        if code != self._code:
            self._code, self.today = code, None
            self.changed.emit()
        self.look()
