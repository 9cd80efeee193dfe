# SPDX-License-Identifier: MIT
"""Keep everyone but the program that started us away from the embedded backend (design section 9)."""

import hmac

from starlette.types import ASGIApp, Receive, Scope, Send

from onlinesvc_desktop.backend.api.problems import ApiError, problem_response
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.operation import START_SECRET_HEADER


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
