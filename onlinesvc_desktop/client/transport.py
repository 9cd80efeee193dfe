# SPDX-License-Identifier: MIT
"""The one place that speaks HTTP with ``requests``; imported by the first call, never before the first paint."""

import re
import ssl
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec
import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter

from onlinesvc_desktop import __version__
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import (
    BadAnswer,
    Fault,
    FaultError,
    Invalid,
    NotSignedIn,
    Offline,
    Refused,
    ServerFailed,
    SessionExpired,
    TimedOut,
    TlsFailed,
    TlsProblem,
    TooMany,
)
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.operation import IDEMPOTENCY_KEY_HEADER, REQUEST_NUMBER_HEADER, START_SECRET_HEADER
from onlinesvc_desktop.contract.problem import Problem

CONNECT_SECONDS = 3.05
READ_SECONDS = 20.0
MAX_ANSWER_BYTES = 64 * 1024 * 1024
_PIECE_BYTES = 262_144
_RETRY_AFTER_FALLBACK = 30
_REQUEST_NUMBER = re.compile("[0-9A-F]{8}")
_BY_VERIFY_CODE = {
    9: TlsProblem.EXPIRED,  # X509_V_ERR_CERT_NOT_YET_VALID
    10: TlsProblem.EXPIRED,  # X509_V_ERR_CERT_HAS_EXPIRED
    62: TlsProblem.WRONG_NAME,  # X509_V_ERR_HOSTNAME_MISMATCH
    64: TlsProblem.WRONG_NAME,  # X509_V_ERR_IP_ADDRESS_MISMATCH
}


class Transport:
    """Connections to one backend, kept alive and lent to one worker thread at a time."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._idle: list[requests.Session] = []

    def send(
        self,
        method: str,
        path: str,
        token: str | None,
        body: bytes | None,
        query: Mapping[str, str] | None,
        idempotency_key: str | None = None,
    ) -> bytes:
        """Send a request and return the body of its answer.

        Raises:
            FaultError: anything but a success from our own backend.
        """
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        if idempotency_key is not None:
            headers[IDEMPOTENCY_KEY_HEADER] = idempotency_key
        if body is not None:
            headers["Content-Type"] = "application/json"
        request = _Request(method, self._endpoint.base_url + path, query, body, headers)
        try:
            session = self._idle.pop()
        except IndexError:
            return self._send(self._new_session(), request)
        try:
            return self._send(session, request)
        except FaultError as error:
            # A server that restarts may have closed a kept connection just as it was taken up again.
            may_repeat = method == "GET" or idempotency_key is not None
            if not may_repeat or not isinstance(error.fault, Offline):
                raise
        return self._send(self._new_session(), request)

    def stream(self, path: str, token: str, take: Callable[[bytes], object]) -> None:
        """Hand the file behind a path on piece by piece, as it comes.

        Raises:
            FaultError: anything but all of it; what was taken until then is no whole file.
        """
        try:
            session = self._idle.pop()
        except IndexError:
            self._stream(self._new_session(), path, token, take)
            return
        pieces = 0

        def counted(piece: bytes) -> None:
            nonlocal pieces
            pieces += 1
            take(piece)

        try:
            self._stream(session, path, token, counted)
        except FaultError as error:
            # As in ``send``: what was kept may be closed by now, unless something came of it.
            if pieces or not isinstance(error.fault, Offline):
                raise
            self._stream(self._new_session(), path, token, take)

    def _stream(self, session: requests.Session, path: str, token: str, take: Callable[[bytes], object]) -> None:
        """Ask once; a connection is kept for the next request when all of the file came."""
        is_whole = False
        try:
            with session.request(
                "GET",
                self._endpoint.base_url + path,
                headers={"Authorization": f"Bearer {token}"},
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                if not response.ok or response.is_redirect:
                    content = response.raw.read(MAX_ANSWER_BYTES, decode_content=True)
                    raise FaultError(_fault_of_answer(response, content))
                for piece in response.iter_content(_PIECE_BYTES):
                    take(piece)
                is_whole = True
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise FaultError(_fault_of(error)) from error
        finally:
            if is_whole:
                self._idle.append(session)
            else:
                session.close()

    def _send(self, session: requests.Session, request: "_Request") -> bytes:
        """Send once; a connection that answered is kept for the next request."""
        try:
            with session.request(
                request.method,
                request.url,
                params=request.query,
                data=request.body,
                headers=request.headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                content = response.raw.read(MAX_ANSWER_BYTES, decode_content=True)
        except (requests.RequestException, OSError, urllib3.exceptions.HTTPError) as error:
            session.close()
            raise FaultError(_fault_of(error)) from error
        self._idle.append(session)
        if not response.ok or response.is_redirect:
            raise FaultError(_fault_of_answer(response, content))
        return content

    def close(self) -> None:
        """Close idle connections."""
        while self._idle:
            self._idle.pop().close()

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.headers["User-Agent"] = f"onlinesvc-desktop/{__version__}"
        session.headers["Accept"] = "application/json"
        session.auth = _no_other_credentials
        if self._endpoint.is_embedded:
            session.trust_env = False
            session.headers[START_SECRET_HEADER] = self._endpoint.start_secret
        if urlsplit(self._endpoint.base_url).scheme == "https":
            session.mount("https://", _TrustStoreAdapter(self._endpoint))
        return session


class _Request(msgspec.Struct, frozen=True):
    method: str
    url: str
    query: Mapping[str, str] | None
    body: bytes | None
    headers: dict[str, str]


def _no_other_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep ``requests`` from putting an entry of the user's .netrc in the place of our token."""
    return request


class _TrustStoreAdapter(HTTPAdapter):
    """Verify certificates with the system's store, plus the site's own authority when one is set."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._ca_file = endpoint.ca_file
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **keywords: Any) -> None:
        """Build the pool with our TLS context."""
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._ca_file is not None:
            try:
                context.load_verify_locations(cafile=str(self._ca_file))
            except OSError as error:
                raise FaultError(TlsFailed(TlsProblem.AUTHORITY_FILE)) from error
        super().init_poolmanager(*arguments, ssl_context=context, **keywords)


def _fault_of(error: Exception) -> Fault:
    """Name what went wrong; TLS and time-outs first, because both also are connection errors."""
    if isinstance(error, requests.exceptions.SSLError):
        return TlsFailed(_tls_problem(error))
    if isinstance(error, requests.exceptions.Timeout | urllib3.exceptions.TimeoutError):
        return TimedOut()
    if isinstance(error, requests.exceptions.ConnectionError | requests.exceptions.ChunkedEncodingError):
        return Offline()
    return BadAnswer() if isinstance(error, requests.RequestException) else Offline()


def _tls_problem(error: BaseException) -> TlsProblem:
    """Tell what is wrong with a certificate, by the code that OpenSSL gave to its verification."""
    cause: object = error
    while not isinstance(cause, ssl.SSLError) and isinstance(cause, BaseException):
        cause = getattr(cause, "reason", None) or (cause.args[0] if cause.args else None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _BY_VERIFY_CODE.get(cause.verify_code, TlsProblem.UNTRUSTED)
    return TlsProblem.NO_TLS


def _fault_of_answer(response: requests.Response, content: bytes) -> Fault:
    try:
        problem = from_json(content, Problem)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return BadAnswer()
    if problem.status != response.status_code:
        return BadAnswer()
    match problem.code:
        case ErrorCode.SIGN_IN_REQUIRED:
            return NotSignedIn()
        case ErrorCode.SESSION_EXPIRED:
            return SessionExpired()
        case ErrorCode.INVALID_FIELDS:
            return Invalid(problem.errors)
        case ErrorCode.TOO_MANY_REQUESTS:
            wait = problem.retry_after_seconds
            return TooMany(_RETRY_AFTER_FALLBACK if wait is msgspec.UNSET else wait)
        case ErrorCode.SERVER_ERROR | ErrorCode.UNAVAILABLE:
            number = response.headers.get(REQUEST_NUMBER_HEADER, "")
            return ServerFailed(problem.code, number if _REQUEST_NUMBER.fullmatch(number) else "")
        case _:
            current = None if problem.current is msgspec.UNSET else problem.current
            return Refused(problem.code, problem.errors, problem.suggestions, current)
