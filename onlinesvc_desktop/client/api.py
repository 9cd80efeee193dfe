# SPDX-License-Identifier: MIT
"""The one door to the network: a method per operation.

Calls block and run on worker threads only. They return the decoded message or raise ``FaultError``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import msgspec

from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import BadAnswer, FaultError, Offline
from onlinesvc_desktop.contract import routes
from onlinesvc_desktop.contract.access_request import AccessRequest, Acknowledgement
from onlinesvc_desktop.contract.info import Health, Info
from onlinesvc_desktop.contract.password_help import PasswordHelpRequest
from onlinesvc_desktop.contract.report import ReportRequest, ReportSent, ScheduleItem, ScheduleRequest, Schedules
from onlinesvc_desktop.contract.session import (
    CurrentSession,
    OpenSessions,
    PasswordChange,
    Profile,
    ProfileChange,
    Session,
    SessionRequest,
)
from onlinesvc_desktop.contract.shipment import Shipment, ShipmentPage, ShipmentQuery, TraceRequest, Traces
from onlinesvc_desktop.contract.watch import Changes, WatchCount, Watches, WatchRequest

if TYPE_CHECKING:
    from onlinesvc_desktop.client.transport import Transport

Message = TypeVar("Message", bound=msgspec.Struct)


class ApiClient:
    """One clerk's view of one backend. Safe to call from several worker threads."""

    def __init__(self, endpoint: Endpoint | None = None) -> None:
        self._endpoint = endpoint
        self._transport: Transport | None = None
        self._token: str | None = None

    @property
    def endpoint(self) -> Endpoint | None:
        """Where it talks to."""
        return self._endpoint

    def move_to(self, endpoint: Endpoint | None) -> None:
        """Talk to another address from now on, or to none; an embedded backend comes back under a new one."""
        transport, self._transport = self._transport, None
        self._endpoint = endpoint
        if transport is not None:
            transport.close()

    @property
    def signed_in(self) -> bool:
        """Tell whether a session token is held."""
        return self._token is not None

    def forget_session(self) -> None:
        """Drop the token without telling the backend."""
        self._token = None

    def health(self) -> Health:
        """Ask whether the backend is ready."""
        return self.call("GET", routes.HEALTH, Health)

    def info(self) -> Info:
        """Ask who the carrier is and what is offered."""
        return self.call("GET", routes.INFO, Info)

    def sign_in(self, request: SessionRequest) -> Session:
        """Open a session and keep its token for the calls that follow."""
        self._token = None
        session = self.call("POST", routes.SESSIONS, Session, request)
        self._token = session.token
        return session

    def current_session(self) -> CurrentSession:
        """Ask how long the session lasts; does not count as use."""
        return self.call("GET", routes.CURRENT_SESSION, CurrentSession)

    def take_token(self) -> str | None:
        """Forget the session token at once and return it, so that no later call goes out under it."""
        token, self._token = self._token, None
        return token

    def sign_out(self, token: str) -> None:
        """End the session of a token that was taken; a session opened since then is left alone."""
        self._transport_now().send("DELETE", routes.CURRENT_SESSION, token, None, None)

    def profile(self) -> Profile:
        """Ask for the user profile."""
        return self.call("GET", routes.PROFILE, Profile)

    def change_profile(self, change: ProfileChange) -> Profile:
        """Change preferred language or default e-mail."""
        return self.call("PATCH", routes.PROFILE, Profile, change)

    def replace_password(self, change: PasswordChange) -> Profile:
        """Replace the password."""
        return self.call("PUT", routes.PROFILE_PASSWORD, Profile, change)

    def shipment(self, autopro: str) -> Shipment:
        """Trace nine digits."""
        return self.call("GET", routes.shipment(autopro), Shipment)

    def trace(self, request: TraceRequest) -> Traces:
        """Trace many references."""
        return self.call("POST", routes.TRACES, Traces, request)

    def own_shipments(self, query: ShipmentQuery) -> ShipmentPage:
        """Ask for a page of the own shipments."""
        texts = {name: str(value) for name, value in msgspec.to_builtins(query).items()}
        return self.call("GET", routes.SHIPMENTS, ShipmentPage, query=texts)

    def watches(self) -> Watches:
        """Ask for the watch list with how everything on it stands."""
        return self.call("GET", routes.WATCHES, Watches)

    def watch(self, references: tuple[str, ...], key: str) -> WatchCount:
        """Watch numbers of any kind; the same key never acts twice."""
        return self.call("POST", routes.WATCHES, WatchCount, WatchRequest(references), key=key)

    def unwatch(self, references: tuple[str, ...], key: str) -> WatchCount:
        """Watch numbers no longer; the same key never acts twice."""
        return self.call("POST", routes.WATCHES_REMOVAL, WatchCount, WatchRequest(references), key=key)

    def changes(self, since: str) -> Changes:
        """Ask what changed since a cursor."""
        return self.call("GET", routes.CHANGES, Changes, query={"since": since})

    def send_report(self, request: ReportRequest, key: str) -> ReportSent:
        """Have a report sent by e-mail."""
        return self.call("POST", routes.REPORTS, ReportSent, request, key=key)

    def schedule_report(self, request: ScheduleRequest, key: str) -> ScheduleItem:
        """Have a report sent every day or week."""
        return self.call("POST", routes.REPORT_SCHEDULES, ScheduleItem, request, key=key)

    def schedules(self) -> Schedules:
        """Ask for the scheduled reports."""
        return self.call("GET", routes.REPORT_SCHEDULES, Schedules)

    def end_schedule(self, row: int) -> None:
        """End a scheduled report."""
        self.order("DELETE", routes.numbered(routes.REPORT_SCHEDULE, row))

    def request_access(self, request: AccessRequest, key: str) -> Acknowledgement:
        """Ask for an access code; the same key never makes two requests."""
        return self.call("POST", routes.ACCESS_REQUESTS, Acknowledgement, request, key=key, as_anybody=True)

    def ask_password_help(self, request: PasswordHelpRequest, key: str) -> Acknowledgement:
        """Ask for help with a forgotten password; the same key never makes two requests."""
        return self.call("POST", routes.PASSWORD_HELP_REQUESTS, Acknowledgement, request, key=key, as_anybody=True)

    def sessions(self) -> OpenSessions:
        """Ask for the open sessions of the access code."""
        return self.call("GET", routes.PROFILE_SESSIONS, OpenSessions)

    def end_session(self, row: int) -> None:
        """End another session of the access code."""
        self.order("DELETE", routes.numbered(routes.PROFILE_SESSION, row))

    def close(self) -> None:
        """Close idle connections."""
        self.move_to(self._endpoint)

    def call(
        self,
        method: str,
        path: str,
        answer: type[Message],
        body: msgspec.Struct | None = None,
        query: Mapping[str, str] | None = None,
        key: str | None = None,
        as_anybody: bool = False,
    ) -> Message:
        """Send one operation under the session, or without it, and decode its answer.

        The backend keeps keys by account: what may be tried again after a session goes out without one from the start.
        """
        encoded = None if body is None else msgspec.json.encode(body)
        token = None if as_anybody else self._token
        content = self._transport_now().send(method, path, token, encoded, query, key)
        try:
            return msgspec.json.decode(content, type=answer)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise FaultError(BadAnswer()) from error

    def order(self, method: str, path: str) -> None:
        """Send one operation under the session that answers nothing."""
        self._transport_now().send(method, path, self._token, None, None)

    def _transport_now(self) -> "Transport":
        transport, endpoint = self._transport, self._endpoint
        if transport is None:
            if endpoint is None:
                raise FaultError(Offline())
            from onlinesvc_desktop.client.transport import Transport

            transport = self._transport = Transport(endpoint)
        return transport
