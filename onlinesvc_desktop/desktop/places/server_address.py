# SPDX-License-Identifier: MIT
"""Where a server is and whose certificates to trust, asked and tried before it is taken."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import Offline, TimedOut
from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.contract.info import GET_INFO, Info
from onlinesvc_desktop.desktop.jobs import Err, Job, Outcome
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_LOCAL = ("localhost", "127.0.0.1", "::1")


def is_readable_by_others(url: str) -> bool:
    """Tell whether passwords would cross the network unprotected."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname not in _LOCAL


class ServerAddress(Panel):
    """Two fields and a button; the fields are named ``owner.serverUrl`` and ``owner.caFile``."""

    begun = Signal()
    """The server is being tried."""
    taken = Signal()
    """The server answered and is in the settings now."""
    failed = Signal(object)
    """Carries a way to say why the server was not taken."""

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._job: Job | None = None
        settings = workplace.settings.values
        self._address = Line(f"{owner}.serverUrl")
        self._address.setPlaceholderText("https://")
        self._address.setText(settings.server_url)
        self._address.returnPressed.connect(self.try_it)
        self._address_field = Field(self._address, lambda: self.tr("Server &address"))
        self._authority = Line(f"{owner}.caFile")
        self._authority.setText(settings.ca_file)
        self._authority.returnPressed.connect(self.try_it)
        self._authority_field = Field(
            self._authority,
            lambda: self.tr("Certificate of your site (&file)"),
            lambda: self.tr("Only if your administrator gave you one; public certificates need none."),
        )
        self._choose = TextButton(f"{owner}.chooseCaFile", "link")
        self._choose.clicked.connect(self._choose_file)
        self._connect = TextButton(f"{owner}.connect")
        self._connect.clicked.connect(self.try_it)
        column = tight(QVBoxLayout(self), 12)
        column.addWidget(self._address_field)
        column.addWidget(self._authority_field)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._connect, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._address)
        self.retranslate_ui()

    def try_it(self) -> None:
        """Ask the server who it is; one that answers is taken."""
        url = self._address.text().strip()
        if url and "://" not in url:
            url = f"https://{url}"
        if not url.startswith(("http://", "https://")) or not urlsplit(url).hostname:
            self._address_field.set_error(
                lambda: self.tr("Enter the address of the server, such as https://freight.example.com.")
            )
            self._address.setFocus()
            return
        authority = self._authority.text().strip()
        if authority and not Path(authority).is_file():
            self._authority_field.set_error(lambda: self.tr("There is no such file. Choose it again, or empty the field."))
            self._authority.setFocus()
            return
        url = url.rstrip("/")
        self._address.setText(url)
        self.begun.emit()

        def work() -> Info:
            client = ApiClient(Endpoint.of_server(url, authority))
            try:
                return client.send(GET_INFO)
            finally:
                client.close()

        self._job = self._workplace.jobs.run(work, lambda outcome: self._on_answer(url, authority, outcome))

    def stop(self) -> None:
        """Wait no longer for the server."""
        if self._job is not None:
            self._job.cancel()

    def _on_answer(self, url: str, authority: str, outcome: Outcome[Info]) -> None:
        self._job = None
        if not isinstance(outcome, Err):
            self._workplace.settings.change(backend_mode=BackendMode.SERVER, server_url=url, ca_file=authority)
            self._workplace.connection.start()
            self.taken.emit()
        else:
            self.failed.emit(self._words_for(outcome))
            self._address.setFocus()

    def _words_for(self, outcome: Err) -> Callable[[], str]:
        """Say that a silent server changes nothing; nobody keeps trying one that was not taken."""
        if isinstance(outcome.fault, Offline | TimedOut):
            return lambda: self.tr("This server does not answer; nothing was changed. Check the address, then try again.")
        return self._workplace.link.words_for(outcome)

    def _choose_file(self) -> None:
        chosen = file_to_open(
            self,
            self._workplace.settings,
            self.tr("Certificate of your site"),
            self.tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
        )
        if chosen is not None:
            self._authority.setText(str(chosen))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._choose.setText(self.tr("Choose the certificate file…"))
        self._connect.setText(self.tr("Connect"))
