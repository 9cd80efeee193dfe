# SPDX-License-Identifier: MIT
"""The one door to the network.

Calls block and run on worker threads only. They return the decoded message or raise ``FaultError``.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import BadAnswer, FaultError, NotSignedIn, Offline
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.session import SIGN_IN, SIGN_OUT, Session, SessionRequest

if TYPE_CHECKING:
    from onlinesvc_desktop.client.transport import Transport

Answer = TypeVar("Answer", bound=msgspec.Struct | None)


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

    def prepare(self) -> None:
        """Load what a call needs, while its address is waited for."""
        _transport_class()

    @property
    def signed_in(self) -> bool:
        """Tell whether a session token is held."""
        return self._token is not None

    def forget_session(self) -> None:
        """Drop the token without telling the backend."""
        self._token = None

    def send(
        self,
        operation: Operation[Answer],
        body: msgspec.Struct | msgspec.Raw | None = None,
        *,
        query: msgspec.Struct | None = None,
        key: str | None = None,
        **path: str | int,
    ) -> Answer:
        """Send an operation under the session and return its answer; ``path`` fills the members of its path.

        With a ``key`` it acts once, however often it is sent. The backend keeps keys by account: what anybody may create,
        and may try again after a session has ended, goes out without one from the start.

        Raises:
            FaultError: it was not answered with a yes.
        """
        token = None if operation.creates and operation.access is Access.PUBLIC else self._token
        return self._send(operation, token, body, query, key, path)

    def file(self, operation: Operation[Paper], *, query: msgspec.Struct | None = None, **path: str | int) -> bytes:
        """Return the file that an operation answers with, under the session.

        Raises:
            FaultError: it was not answered with a yes.
        """
        return self._content(operation, self._token, None, query, None, path)

    def stream(self, operation: Operation[Paper], take: Callable[[bytes], object], **path: str | int) -> None:
        """Hand the file that an operation answers with on piece by piece, so that a large one is never held.

        Raises:
            FaultError: not all of it came.
        """
        token = self._token
        if token is None:
            raise FaultError(NotSignedIn())
        self._transport_now().stream(operation.url_path(**path), token, take)

    def sign_in(self, request: SessionRequest) -> Session:
        """Open a session and keep its token for the calls that follow."""
        self._token = None
        session = self.send(SIGN_IN, request)
        self._token = session.token
        return session

    def take_token(self) -> str | None:
        """Forget the session token at once and return it, so that no later call goes out under it."""
        token, self._token = self._token, None
        return token

    def sign_out(self, token: str) -> None:
        """End the session of a token that was taken; a session opened since then is left alone."""
        self._send(SIGN_OUT, token)

    def close(self) -> None:
        """Close idle connections."""
        self.move_to(self._endpoint)

    def _send(
        self,
        operation: Operation[Answer],
        token: str | None,
        body: msgspec.Struct | msgspec.Raw | None = None,
        query: msgspec.Struct | None = None,
        key: str | None = None,
        path: Mapping[str, str | int] = MappingProxyType({}),
    ) -> Answer:
        content = self._content(operation, token, body, query, key, path)
        try:
            return from_json(content or b"null", operation.answer)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise FaultError(BadAnswer()) from error

    def _content(
        self,
        operation: Operation[Any],
        token: str | None,
        body: msgspec.Struct | msgspec.Raw | None,
        query: msgspec.Struct | None,
        key: str | None,
        path: Mapping[str, str | int],
    ) -> bytes:
        return self._transport_now().send(
            operation.method,
            operation.url_path(**path),
            token,
            None if body is None else msgspec.json.encode(body),
            None if query is None else {name: str(value) for name, value in msgspec.to_builtins(query).items()},
            key,
        )

    def _transport_now(self) -> "Transport":
        transport, endpoint = self._transport, self._endpoint
        if transport is None:
            if endpoint is None:
                raise FaultError(Offline())
            transport = self._transport = _transport_class()(endpoint)
        return transport


def _transport_class() -> "type[Transport]":
    """Load what speaks HTTP: not before the first paint."""
    from onlinesvc_desktop.client.transport import Transport

    return Transport
