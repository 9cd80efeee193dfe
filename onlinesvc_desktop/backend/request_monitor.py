# SPDX-License-Identifier: MIT
"""Number, time and note every request: the number goes back with the answer, into the log and into what a clerk reads."""

import secrets
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onlinesvc_desktop.contract.operation import REQUEST_NUMBER_HEADER

NO_OPERATION = "other"
"""What is asked at a path that nothing answers, and at the doors that are no operation of the contract."""

_REQUEST_NUMBER: ContextVar[str] = ContextVar("request number", default="")
_HEADER = REQUEST_NUMBER_HEADER.lower().encode("ascii")


@dataclass(frozen=True, slots=True)
class AnsweredRequest:
    """What is noted of a request: no number of a shipment, no name, no token.

    ``path`` has ``{}`` for each member; ``status`` is 0 when the connection ended before an answer.
    """

    number: str
    method: str
    path: str
    operation: str
    status: int
    seconds: float


Note = Callable[[AnsweredRequest], None]


def request_number() -> str:
    """Return the number of the request this thread or task works for, empty outside of one."""
    return _REQUEST_NUMBER.get()


class RequestMonitor:
    """Give each request a number, and tell those who note requests how it was answered."""

    def __init__(self, app: ASGIApp, notes: Sequence[Note]) -> None:
        self._app = app
        self._notes = tuple(notes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its number is a header of the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = secrets.token_hex(4).upper()
        header = (_HEADER, number.encode("ascii"))
        status = 0
        began = time.perf_counter()

        async def add_number(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), header]}
            await send(message)

        token = _REQUEST_NUMBER.set(number)
        try:
            await self._app(scope, receive, add_number)
        finally:
            _REQUEST_NUMBER.reset(token)
            answered = AnsweredRequest(
                number,
                scope["method"],
                _path_without_members(scope),
                scope.get("operation", NO_OPERATION),
                status,
                time.perf_counter() - began,
            )
            for note in self._notes:
                note(answered)


def _path_without_members(scope: Scope) -> str:
    path = str(scope["path"])
    for value in scope.get("path_params", {}).values():
        path = path.replace(str(value), "{}")
    return path
