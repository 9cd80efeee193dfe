# SPDX-License-Identifier: MIT
"""The status bar: which backend, online or offline and since when, and what has not been sent yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.client.versions import Skew
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.connection import Connection, LinkState
from onlinesvc_desktop.desktop.icons import coloured_pixmap
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.unsent import UnsentQueue
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, plain_tooltip
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.versions import version_words

_LOOK = {
    LinkState.UNDECIDED: ("info", Tone.NEUTRAL),
    LinkState.STARTING: ("clock", Tone.NEUTRAL),
    LinkState.ONLINE: ("check", Tone.SUCCESS),
    LinkState.OFFLINE: ("warning", Tone.WARNING),
}
_ICON = 14


class StatusLine(Panel):
    """The content of the status bar."""

    unsent_wanted = Signal()
    """Somebody wants to see what has not been sent yet."""
    connection_wanted = Signal()
    """Somebody wants to choose another backend."""

    def __init__(self, connection: Connection, settings: SettingsStore, unsent: UnsentQueue, theme: Theme) -> None:
        super().__init__()
        self._queue = unsent
        self._connection = connection
        self._settings = settings
        self._theme = theme
        self._mark = label()
        self._text = label("muted")
        self._text.setObjectName("statusBar.connection")
        self._retry = TextButton("statusBar.retry", "link")
        self._retry.clicked.connect(connection.try_now)
        self._change = TextButton("statusBar.change", "link")
        self._change.clicked.connect(self.connection_wanted)
        self._version = label("muted")
        self._version.setObjectName("statusBar.version")
        self._not_saved = label("error")
        self._not_saved.setObjectName("statusBar.settings")
        self._not_saved.hide()
        self._unsent = TextButton("statusBar.unsent", "link")
        self._unsent.clicked.connect(self.unsent_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        row.addWidget(self._retry)
        row.addWidget(self._change)
        row.addWidget(self._version)
        row.addStretch(1)
        row.addWidget(self._not_saved)
        row.addWidget(self._unsent)
        unsent.changed.connect(self._count_unsent)
        connection.changed.connect(self.retranslate_ui)
        theme.changed.connect(self.retranslate_ui)
        settings.not_saved.connect(self._not_saved.show)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Say the state in the current language."""
        name, tone = _LOOK[self._connection.state]
        self._mark.setPixmap(coloured_pixmap(name, self._theme.colour(tone), _ICON))
        text = self._words()
        self._text.setText(text)
        self._text.setAccessibleName(text)
        fault = self._connection.fault
        words = "" if fault is None else fault_words(fault, self._connection.phone_numbers)
        self._text.setToolTip(plain_tooltip(words))
        self._retry.setText(self.tr("Try now"))
        self._retry.setVisible(self._connection.state is LinkState.OFFLINE)
        self._change.setText(self.tr("Change…"))
        self._change.setAccessibleName(self.tr("Change the connection"))
        self._change.setVisible(self._connection.state is not LinkState.UNDECIDED)
        skew = self._connection.skew
        self._version.setVisible(skew is not Skew.NONE)
        self._version.setText(self.tr("The server has a different version"))
        self._version.setToolTip(plain_tooltip(version_words(skew)))
        self._count_unsent()
        self._not_saved.setText(self.tr("Preferences could not be saved to disk; they hold until you close."))

    def _count_unsent(self) -> None:
        count = len(self._queue.items)
        self._unsent.setVisible(count > 0)
        self._unsent.setText(Counted().not_sent_yet(count) if count else "")
        self._unsent.setToolTip(self.tr("What waits to be sent, to be changed or withdrawn"))

    def _where(self) -> str:
        if self._settings.values.backend_mode is BackendMode.EMBEDDED:
            return self.tr("this computer")
        from PySide6.QtCore import QUrl

        return QUrl(self._settings.values.server_url).host()

    def _words(self) -> str:
        since = formats.time_words(self._connection.since.astimezone())
        match self._connection.state:
            case LinkState.UNDECIDED:
                return self.tr("Not connected yet")
            case LinkState.STARTING:
                return self.tr("Connecting to {server}…").format(server=self._where())
            case LinkState.ONLINE:
                return self.tr("Online: {server}, since {time}").format(server=self._where(), time=since)
            case LinkState.OFFLINE:
                return self.tr("Offline since {time}: {server} does not answer").format(server=self._where(), time=since)
