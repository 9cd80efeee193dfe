# SPDX-License-Identifier: MIT
"""Whether there is a backend, which, and since when; starts the embedded one and keeps trying to reconnect."""

import random
from collections.abc import Callable
from enum import Enum
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop import __version__
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.faults import BadAnswer, Fault, Offline, ServerFailed, TimedOut, TlsFailed
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.versions import Skew, skew_of
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.info import Info
from onlinesvc_desktop.desktop.jobs import Err, JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.settings_store import SettingsStore

DEFAULT_SERVICE_EMAIL = "service.clientele@riviere-nord.example"
DEFAULT_PHONE_NUMBERS = ("514-856-5559", "905-624-7894", "1-800-856-5559")
_FIRST_RETRY_MS = 1_000
_LONGEST_START_SECONDS = 40.0
_LONGEST_RETRY_MS = 30_000


class LinkState(Enum):
    """What the status bar says."""

    UNDECIDED = "undecided"
    STARTING = "starting"
    ONLINE = "online"
    OFFLINE = "offline"


class Connection(QObject):
    """The link to the backend. Lives on the GUI thread; all blocking work runs on the pool."""

    changed = Signal()
    back = Signal()
    """A backend answers that did not a moment ago."""

    def __init__(self, settings: SettingsStore, jobs: JobRunner, reach: Callable[[Settings], Info]) -> None:
        super().__init__()
        self._settings = settings
        self._jobs = jobs
        self._reach = reach
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._probe)
        self._retry_ms = _FIRST_RETRY_MS
        self._probing = False
        self._settled = Event()
        self._settled.set()
        self.state = LinkState.UNDECIDED
        self.since = utc_now()
        self.fault: Fault | None = None
        self.info: Info | None = None

    @property
    def mode(self) -> BackendMode:
        """Where the backend runs."""
        return self._settings.values.backend_mode

    @property
    def _target(self) -> tuple[BackendMode, str, str]:
        values = self._settings.values
        return values.backend_mode, values.server_url, values.ca_file

    @property
    def phone_numbers(self) -> tuple[str, ...]:
        """Whom to call; the built-in numbers until the backend has said its own (P15)."""
        return DEFAULT_PHONE_NUMBERS if self.info is None else self.info.phone_numbers

    @property
    def service_email(self) -> str:
        """Whom to write to; the built-in address until the backend has said its own."""
        return (self.info.service_email if self.info is not None else "") or DEFAULT_SERVICE_EMAIL

    @property
    def skew(self) -> Skew:
        """How the backend's version stands to the program's."""
        return Skew.NONE if self.info is None else skew_of(__version__, self.info.version)

    def start(self) -> None:
        """Reach the backend that the settings name; does nothing before the clerk has chosen one."""
        if self.mode is BackendMode.UNDECIDED:
            self._set(LinkState.UNDECIDED, None)
            return
        self._set(LinkState.STARTING, None)
        self._probe()

    def wait_while_starting(self) -> None:
        """Wait, on a worker thread, until the backend that is being started answers or cannot be started."""
        self._settled.wait(_LONGEST_START_SECONDS)

    def lost(self, fault: Fault) -> None:
        """Take note that a call found nobody; the first to notice starts the probing."""
        is_away = self.mode is BackendMode.SERVER and isinstance(fault, ServerFailed) and fault.code is ErrorCode.UNAVAILABLE
        if self.state is LinkState.ONLINE and (is_away or isinstance(fault, Offline | TimedOut | TlsFailed | BadAnswer)):
            self._set(LinkState.OFFLINE, fault)
            self._retry_ms = _FIRST_RETRY_MS
            self._retry.start(_FIRST_RETRY_MS if is_away else 0)

    def try_now(self) -> None:
        """Probe at once, because the clerk asked."""
        self._retry_ms = _FIRST_RETRY_MS
        self._probe()

    def _probe(self) -> None:
        if self._probing:
            return
        self._probing = True
        self._retry.stop()
        settings = self._settings.values
        self._jobs.run(lambda: self._reach(settings), lambda outcome: self._on_probed(settings, outcome))

    def _on_probed(self, asked: Settings, outcome: Outcome[Info]) -> None:
        self._probing = False
        if (asked.backend_mode, asked.server_url, asked.ca_file) != self._target:
            # Another backend was chosen meanwhile; the one probe at a time goes to it now.
            self._probe()
            return
        match outcome:
            case Ok(info):
                self.info = info
                self._retry_ms = _FIRST_RETRY_MS
                self._set(LinkState.ONLINE, None)
            case Err(fault):
                self._set(LinkState.OFFLINE, fault)
                self._retry.start(round(self._retry_ms * random.uniform(0.7, 1.3)))
                self._retry_ms = min(_LONGEST_RETRY_MS, self._retry_ms * 2)

    def _set(self, state: LinkState, fault: Fault | None) -> None:
        is_back = state is LinkState.ONLINE and self.state is not LinkState.ONLINE
        if state is not self.state:
            self.since = utc_now()
        self.state = state
        self.fault = fault
        if state is LinkState.STARTING:
            self._settled.clear()
        else:
            self._settled.set()
        self.changed.emit()
        if is_back:
            self.back.emit()
