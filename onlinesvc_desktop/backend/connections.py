# SPDX-License-Identifier: MIT
"""Limits that hold before anybody is known: bytes of headers, time for a request, connections of one address.

The parser of uvicorn's protocol for httptools keeps whatever comes until a line ends and waits for as long as it takes, so
one stranger could hold the memory and the connections of the server. What goes beyond a limit is answered in the one error
shape and closed.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, cast

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from onlinesvc_desktop.backend.api.problems import ApiError, problem_of
from onlinesvc_desktop.backend.rules.address import is_within, network_of
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.problem import MEDIA_TYPE

MAX_HEADER_BYTES = 32_768
_FED_AT_ONCE = 8_192
"""Headers are counted after each piece of this size, so that a limit is exceeded by no more than one."""
_TRY_AGAIN_SECONDS = 5


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """What one worker grants; ``trusted_proxies`` speak for many people and are not counted by address."""

    request_seconds: float = 30.0
    """For a whole request, from its first byte or the opening of the connection to its last byte."""
    per_address: int = 256
    """Connections at once; addresses of IPv6 count by their /64."""
    trusted_proxies: tuple[str, ...] = ()
    open: Counter[str] = field(default_factory=Counter)
    """How many each address has open; changed on the event loop alone."""


def limited_protocol(limits: ConnectionLimits) -> type[HttpToolsProtocol]:
    """Return the protocol class to give to uvicorn."""
    return type("LimitedProtocol", (_LimitedProtocol,), {"limits": limits})


class _LimitedProtocol(HttpToolsProtocol):
    """HTTP by httptools, within limits."""

    limits: ConnectionLimits

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._deadline: asyncio.TimerHandle | None = None
        self._overhead = self._fed = 0
        self._address = network_of(self.client[0]) if self.client else ""
        if self.client and is_within(self.client[0], self.limits.trusted_proxies):
            self._address = ""
        self.limits.open[self._address] += 1
        if self._address and self.limits.open[self._address] > self.limits.per_address:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, ErrorCode.UNAVAILABLE)
            return
        self._start_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_deadline()
        self.limits.open[self._address] -= 1
        if not self.limits.open[self._address]:
            del self.limits.open[self._address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._deadline is None:
            self._start_deadline()
        for at in range(0, len(data), _FED_AT_ONCE):
            piece = data[at : at + _FED_AT_ONCE]
            # All that is fed and is no body: lines of headers, of trailers, and between the chunks of a body.
            self._fed = len(piece)
            self._overhead += self._fed
            super().data_received(piece)
            if self.transport.is_closing():
                return
            if self._overhead > MAX_HEADER_BYTES:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, ErrorCode.MALFORMED_REQUEST)
                return

    def on_message_begin(self) -> None:
        self._overhead = self._fed
        self._start_deadline()
        super().on_message_begin()

    def on_body(self, body: bytes) -> None:
        self._overhead -= len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._stop_deadline()
        super().on_message_complete()

    def _start_deadline(self) -> None:
        self._stop_deadline()
        self._deadline = self.loop.call_later(self.limits.request_seconds, self._give_up)

    def _stop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        if self._is_answering():
            # Its own request was whole in time; what comes behind it waits until it is answered.
            self._start_deadline()
            return
        self._refuse(HTTPStatus.REQUEST_TIMEOUT, ErrorCode.UNAVAILABLE)

    def _is_answering(self) -> bool:
        cycle = self._present_cycle()
        return cycle is not None and not cycle.response_complete and not cycle.more_body

    def _present_cycle(self) -> RequestResponseCycle | None:
        """Return the request being read or answered; there is none before the first, whatever the library's type says."""
        return cast("RequestResponseCycle | None", self.cycle)

    def _refuse(self, status: HTTPStatus, code: ErrorCode) -> None:
        """Answer and close; where an answer is under way already there is nothing more to say."""
        if self.transport.is_closing():
            return
        cycle = self._present_cycle()
        if cycle is None or cycle.response_complete or not cycle.response_started:
            self.transport.write(_answer(status, code))
        self.transport.close()


def _answer(status: HTTPStatus, code: ErrorCode) -> bytes:
    problem = problem_of(ApiError(code, retry_after_seconds=_TRY_AGAIN_SECONDS))
    content = msgspec.json.encode(msgspec.structs.replace(problem, title=status.phrase, status=status.value))
    head: dict[str, Any] = {
        "Content-Type": MEDIA_TYPE,
        "Content-Length": len(content),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Retry-After": _TRY_AGAIN_SECONDS,
        "Connection": "close",
    }
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return "\r\n".join(lines).encode() + content
