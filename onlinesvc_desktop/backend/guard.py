# SPDX-License-Identifier: MIT
"""Who may ask at all: of an embedded backend its own program (design section 9), else those who know the site's name."""

import hmac
import re
from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from onlinesvc_desktop.backend.api.problems import ApiError, problem_response
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.operation import START_SECRET_HEADER

_PORT = re.compile(r":[0-9]{1,5}\Z")


class StartSecretGuard:
    """Refuse a request without the per-start secret, or under a host name that is not ours (DNS rebinding)."""

    def __init__(self, app: ASGIApp, secret: str, host: str) -> None:
        self._app = app
        self._secret = secret.encode()
        self._host = host.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when secret and host are right."""
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            given = headers.get(START_SECRET_HEADER.lower().encode(), b"")
            if not hmac.compare_digest(given, self._secret) or headers.get(b"host") != self._host:
                await problem_response(ApiError(ErrorCode.START_SECRET_REQUIRED))(scope, receive, send)
                return
        await self._app(scope, receive, send)


class HostGuard:
    """Refuse a request under a name that is not among those of the site (``host_names``)."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when its one Host header names this site, with any port."""
        if scope["type"] == "http":
            hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
            if len(hosts) != 1 or _PORT.sub("", hosts[0]).lower() not in self._names:
                await problem_response(ApiError(ErrorCode.MALFORMED_REQUEST))(scope, receive, send)
                return
        await self._app(scope, receive, send)
