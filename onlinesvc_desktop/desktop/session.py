# SPDX-License-Identifier: MIT
"""Who is signed in. Keys, locked services and the Access Login dock follow its ``changed`` signal (P2)."""

from collections.abc import Callable
from datetime import datetime

from msgspec import UNSET
from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.contract.limits import MAX_WORKSTATION_LENGTH
from onlinesvc_desktop.contract.session import (
    GET_CURRENT_SESSION,
    CurrentSession,
    PasswordState,
    Profile,
    Session,
    SessionRequest,
)
from onlinesvc_desktop.contract.shipment import Shipment, without_private_facts
from onlinesvc_desktop.contract.tracing import Trace, public_trace
from onlinesvc_desktop.contract.user_profile import REPLACE_PASSWORD, PasswordChange
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Ok, Outcome

_RECHECK_MS = 60_000
_LOOK_MS = 5 * 60_000
_LONGEST_TIMER_MS = 24 * 3600 * 1000


class SessionState(QObject):
    """The session of this window."""

    changed = Signal()
    """Signed in, signed out, or the profile changed."""
    signed_in = Signal()
    """A session with an active password began."""
    expired = Signal()
    """The session ended without the clerk asking for it."""

    password_replaced = Signal(object)
    """Somebody else who uses the same access code changed its password; carries when (P5)."""

    def __init__(self, link: BackendLink) -> None:
        super().__init__()
        self._link = link
        self.profile: Profile | None = None
        self.password_state = PasswordState.ACTIVE
        self._password = ""
        self._expiry = QTimer(self)
        self._expiry.setSingleShot(True)
        self._expiry.timeout.connect(self.look_again)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.look_again)
        link.session_ended.connect(self._on_ended)
        link.right_missing.connect(self.look_again)

    @property
    def is_open(self) -> bool:
        """Tell whether locked services are open."""
        return self.profile is not None and self.password_state is PasswordState.ACTIVE

    @property
    def open_profile(self) -> Profile | None:
        """The profile, once locked services are open."""
        return self.profile if self.is_open else None

    @property
    def owes_password(self) -> bool:
        """Tell whether a new password must be chosen before anything else (P13)."""
        return self.profile is not None and self.password_state is not PasswordState.ACTIVE

    def visible(self, shipment: Shipment) -> Shipment:
        """Return what may be shown of a shipment now: an answer asked for while signed in may arrive after the sign-out."""
        return shipment if self.is_open else without_private_facts(shipment)

    def visible_trace(self, trace: Trace) -> Trace:
        """Return what may be shown now of the answer to a number."""
        return trace if self.is_open else public_trace(trace)

    def sign_in(self, access_code: str, password: str, on_result: Callable[[Outcome[Session]], None]) -> None:
        """Open a session."""
        import platform

        request = SessionRequest(access_code, password, platform.node()[:MAX_WORKSTATION_LENGTH])

        def received(outcome: Outcome[Session]) -> None:
            if isinstance(outcome, Ok):
                session = outcome.value
                self.profile = session.profile
                self.password_state = session.password_state
                self._password = password if self.owes_password else ""
                self._watch(session.expires_at)
            on_result(outcome)
            if isinstance(outcome, Ok):
                self._announce()

        self._link.ask(lambda client: client.sign_in(request), received)

    def choose_password(self, new_password: str, on_result: Callable[[Outcome[Profile]], None]) -> None:
        """Replace an expired or temporary password with the one just typed at sign-in as proof."""
        change = PasswordChange(self._password, new_password)

        def received(outcome: Outcome[Profile]) -> None:
            if self.profile is None:
                return
            if isinstance(outcome, Ok):
                self._password = ""
                self.password_state = PasswordState.ACTIVE
                self.profile = outcome.value
            on_result(outcome)
            if isinstance(outcome, Ok):
                self._announce()

        self._link.ask(lambda client: client.send(REPLACE_PASSWORD, change), received)

    def take_profile(self, profile: Profile) -> None:
        """Keep a profile the backend just confirmed, unless its session was closed meanwhile."""
        if self.profile is None:
            return
        self.profile = profile
        self.changed.emit()

    def sign_out(self) -> None:
        """Close the session at once here; the backend is told in the background."""
        if self.profile is None:
            return
        token = self._link.client.take_token()
        self._clear()
        if token is not None:
            self._link.ask(lambda client: client.sign_out(token), lambda _outcome: None)

    def _announce(self) -> None:
        self.changed.emit()
        if self.is_open:
            self.signed_in.emit()

    def _watch(self, expires_at: datetime) -> None:
        remaining = (expires_at - utc_now()).total_seconds() * 1000 + 500
        self._expiry.start(int(min(max(remaining, 0), _LONGEST_TIMER_MS)))
        self._look.start()

    def look_again(self) -> None:
        """Ask whether the session goes on, for use has moved its end, and whether its password is still the same."""
        asked_of = self.profile

        def received(outcome: Outcome[CurrentSession]) -> None:
            if self.profile is None:
                return
            if isinstance(outcome, Ok):
                self._watch(outcome.value.expires_at)
                if self.profile is asked_of:
                    self._compare(outcome.value.profile)
            else:
                self._expiry.start(_RECHECK_MS)

        self._link.ask(lambda client: client.send(GET_CURRENT_SESSION), received)

    def _compare(self, profile: Profile) -> None:
        """Take up what others changed of this access code: its password, or what it may do."""
        before = self.profile
        if before is None:
            return
        replaced = profile.password_changed_at not in (UNSET, before.password_changed_at)
        if replaced or profile.rights != before.rights:
            self.take_profile(profile)
        if replaced:
            self.password_replaced.emit(profile.password_changed_at)

    def _on_ended(self) -> None:
        if self.profile is not None:
            self._clear()
            self.expired.emit()

    def _clear(self) -> None:
        self._expiry.stop()
        self._look.stop()
        self._password = ""
        self.profile = None
        self.password_state = PasswordState.ACTIVE
        self.changed.emit()
