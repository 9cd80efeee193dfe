# SPDX-License-Identifier: MIT
"""Tell a clerk who looks elsewhere: a notice of the desktop, by kind and outside quiet hours."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from onlinesvc_desktop.contract.pickup import Pickup
from onlinesvc_desktop.desktop.icons import program_icon
from onlinesvc_desktop.desktop.models.shipments import event_place, event_words
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.watch_list import Notice, WatchList, is_quiet
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.pickups import moved_words

_TOLD_SINGLY = 3
_SHOWN_MS = 12_000


class Notices(QObject):
    """Shows what the watch list notices, where the desktop can show notices; ``told`` carries title and text."""

    told = Signal(str, str)
    clicked = Signal()

    def __init__(self, watch_list: WatchList, settings: SettingsStore, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._settings = settings
        self._now = now
        self._tray: QSystemTrayIcon | None = None
        watch_list.noticed.connect(self._on_noticed)
        watch_list.pickups_moved.connect(self._on_pickups_moved)

    def _on_noticed(self, news: Sequence[Notice]) -> None:
        values = self._settings.values
        wanted = [notice for notice in news if notice.kind in values.notices]
        if not wanted or is_quiet(self._now().astimezone(), values.quiet_from, values.quiet_to):
            return
        if len(wanted) > _TOLD_SINGLY:
            self._tell(Counted().watched_changed(len(wanted)), ", ".join(notice.reference for notice in wanted[:10]))
            return
        for notice in wanted:
            status = notice.shipment.status
            self._tell(f"{notice.reference}: {event_words(status)}", event_place(status))

    def _on_pickups_moved(self, pickups: Sequence[Pickup]) -> None:
        values = self._settings.values
        if is_quiet(self._now().astimezone(), values.quiet_from, values.quiet_to):
            return
        for pickup in pickups[:_TOLD_SINGLY]:
            self._tell(moved_words(pickup), f"{pickup.place.name}, {pickup.place.city}")

    def _tell(self, title: str, text: str) -> None:
        self.told.emit(title, text)
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(program_icon(), self)
            self._tray.messageClicked.connect(self.clicked)
            self._tray.activated.connect(lambda _reason: self.clicked.emit())
            self._tray.show()
        self._tray.showMessage(_without_markup(title), _without_markup(text), program_icon(), _SHOWN_MS)


def _without_markup(text: str) -> str:
    """Return a text that a desktop which takes HTML in notices shows as written."""
    return text.replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}").replace(
        ">", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    )
