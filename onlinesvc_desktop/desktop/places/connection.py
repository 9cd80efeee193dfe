# SPDX-License-Identifier: MIT
"""Which backend this workstation uses: its own, or a server."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop import __version__
from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.client.versions import Skew
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.places.server_address import ServerAddress, is_readable_by_others
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.words.versions import version_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "connection"
_WIDTH_CHARACTERS = 90


class ConnectionPage(Page):
    """Two cards: a server, and this computer. A change signs out and takes effect at once."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._state = label("muted", wrap=True)
        self._state.setObjectName(f"{_OWNER}.state")
        self._busy = Busy(_OWNER)
        self._server_title, self._own_title = label("title", wrap=True), label("title", wrap=True)
        self._own_words = label("muted", wrap=True)
        self._server = ServerAddress(_OWNER, workplace)
        self._server.begun.connect(self._on_begun)
        self._server.taken.connect(self._on_taken)
        self._server.failed.connect(self._on_failed)
        self._busy.stopped.connect(self._server.stop)
        self._own = TextButton(f"{_OWNER}.useOwn")
        self._own.clicked.connect(self._use_own)
        server_card, server_column = card(12)
        server_column.addWidget(self._server_title)
        server_column.addWidget(self._server)
        own_card, own_column = card(12)
        own_column.addWidget(self._own_title)
        own_column.addWidget(self._own_words)
        own_column.addWidget(self._own, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self._state, self._busy, server_card, own_card):
            widget.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS)
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        workplace.connection.changed.connect(self.retranslate_ui)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Connection")

    def first_field(self) -> QWidget:
        """Start with the server's address."""
        return self._server

    def entered(self) -> None:
        """Begin without an old message."""
        self.message.clear()

    def _on_begun(self) -> None:
        self.message.clear()
        self._busy.start()

    def _on_taken(self) -> None:
        self._busy.finish()
        self._workplace.session.sign_out()
        self._workplace.embedded.stop_soon()
        if is_readable_by_others(self._workplace.settings.values.server_url):
            self.message.say(
                Tone.WARNING,
                lambda: self.tr(
                    "Connected, but not encrypted: others on your network could read passwords. Ask your"
                    " administrator for an address that begins with https."
                ),
            )
        else:
            self.message.say(Tone.SUCCESS, lambda: self.tr("Connected. Sign in again on the left."))

    def _on_failed(self, words: Callable[[], str]) -> None:
        self._busy.finish()
        self.message.say(Tone.WARNING, words)

    def _use_own(self) -> None:
        self._workplace.session.sign_out()
        self._workplace.settings.change(backend_mode=BackendMode.EMBEDDED)
        self._workplace.connection.start()
        self.message.say(Tone.SUCCESS, lambda: self.tr("This computer’s own data is in use now."))

    def _state_words(self) -> str:
        connection, values = self._workplace.connection, self._workplace.settings.values
        if values.backend_mode is not BackendMode.SERVER:
            return self.tr("This computer’s own data is in use.")
        host = QUrl(values.server_url).host()
        if connection.state is not LinkState.ONLINE or connection.info is None:
            return self.tr("Server {server} is selected but is not answering.").format(server=host)
        words = self.tr("Connected to {server}, {carrier}. Its version is {version}, this program’s {own}.").format(
            server=host, carrier=connection.info.carrier_name, version=connection.info.version, own=__version__
        )
        return words if connection.skew is Skew.NONE else f"{words} {version_words(connection.skew)}"

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._state.setText(self._state_words())
        self._server_title.setText(self.tr("A server of your site or of the carrier"))
        self._own_title.setText(self.tr("This computer alone"))
        self._own_words.setText(self.tr("The program keeps its own data; nothing else is needed."))
        self._own.setText(self.tr("Use this computer’s data"))
        self._own.setEnabled(self._workplace.settings.values.backend_mode is not BackendMode.EMBEDDED)
