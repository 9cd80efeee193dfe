# SPDX-License-Identifier: MIT
"""One JSON line per request: method, path template, status, milliseconds. No numbers, no names, no tokens."""

import time
from pathlib import Path

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class RequestLog:
    """Write a line for each answered request to a file."""

    def __init__(self, app: ASGIApp, file: Path) -> None:
        self._app = app
        self._file = file.open("ab", buffering=0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0
        began = time.perf_counter()

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        await self._app(scope, receive, note_status)
        path = scope["path"]
        for value in scope.get("path_params", {}).values():
            path = path.replace(str(value), "{}")
        line = {
            "method": scope["method"],
            "path": path,
            "status": status,
            "ms": round((time.perf_counter() - began) * 1000, 2),
        }
        self._file.write(msgspec.json.encode(line) + b"\n")
