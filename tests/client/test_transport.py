# SPDX-License-Identifier: MIT
"""Every fault of the closed list, made by real sockets."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onlinesvc_desktop.client import transport
from onlinesvc_desktop.client.api import ApiClient
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
    TooMany,
)
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.info import GET_INFO
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.user_profile import GET_PROFILE
from tests.support.backend import Sample, serving
from tests.support.certificate import server_context


@contextmanager
def answering(answer: Callable[[socket.socket], None], context: ssl.SSLContext | None = None) -> Iterator[str]:
    """Listen on loopback and treat every connection with ``answer``."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                try:
                    with connection if context is None else context.wrap_socket(connection, server_side=True) as peer:
                        answer(peer)
                except OSError:
                    continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        scheme = "http" if context is None else "https"
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def raw(content: bytes) -> Callable[[socket.socket], None]:
    def answer(peer: socket.socket) -> None:
        peer.recv(65536)
        peer.sendall(content)

    return answer


def reply(status: str, body: bytes, kind: str = "application/json", extra: str = "") -> Callable[[socket.socket], None]:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{extra}\r\n"
    return raw(head.encode() + body)


def fault_of(url: str, ca_file: Path | None = None) -> Fault:
    client = ApiClient(Endpoint(url, "", ca_file))
    with pytest.raises(FaultError) as caught:
        client.send(GET_INFO)
    client.close()
    return caught.value.fault


def test_nobody_there_is_offline():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert fault_of(f"http://127.0.0.1:{port}") == Offline()
    assert ApiClient().endpoint is None


def test_no_answer_in_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    held = threading.Event()

    def hold(peer: socket.socket) -> None:
        peer.recv(65536)
        held.wait(5)

    with answering(hold) as url:
        assert fault_of(url) == TimedOut()
        held.set()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
    ],
)
def test_a_connection_cut_short_is_offline(content: bytes):
    with answering(raw(content)) as url:
        assert fault_of(url) == Offline()


@pytest.mark.parametrize(
    "answer",
    [
        reply("200 OK", b"<html>Accept the terms of this network</html>", "text/html"),
        reply("302 Found", b"", extra="Location: http://portal.example/\r\n"),
        reply("404 Not Found", b"<html>nginx</html>", "text/html"),
        reply("200 OK", b'{"ready": true}'),
        reply("200 OK", b"\xff\xfe\x00"),
        reply("502 Bad Gateway", b'{"status": 500, "code": "server_error", "type": "x", "title": "y"}'),
    ],
)
def test_anything_but_our_backend_is_a_bad_answer(answer: Callable[[socket.socket], None]):
    with answering(answer) as url:
        assert fault_of(url) == BadAnswer()


def _problem(status: int, code: str, more: str = "") -> Callable[[socket.socket], None]:
    body = f'{{"type": "t", "title": "t", "status": {status}, "code": "{code}"{more}}}'
    return reply(f"{status} X", body.encode(), "application/problem+json")


@pytest.mark.parametrize(
    ("status", "code", "fault"),
    [
        (401, "sign_in_required", NotSignedIn()),
        (401, "session_expired", SessionExpired()),
        (401, "sign_in_failed", Refused(ErrorCode.SIGN_IN_FAILED)),
        (404, "shipment_not_found", Refused(ErrorCode.SHIPMENT_NOT_FOUND)),
        (422, "invalid_fields", Invalid(())),
        (500, "server_error", ServerFailed(ErrorCode.SERVER_ERROR)),
        (503, "unavailable", ServerFailed(ErrorCode.UNAVAILABLE)),
    ],
)
def test_a_problem_document_becomes_its_fault(status: int, code: str, fault: Fault):
    with answering(_problem(status, code)) as url:
        assert fault_of(url) == fault


@pytest.mark.parametrize(("header", "number"), [("3FA902BC", "3FA902BC"), ("<b>call me</b>", ""), ("3fa902bc", "")])
def test_a_failure_of_the_server_carries_the_number_of_its_request(header: str, number: str):
    body = b'{"type": "t", "title": "t", "status": 500, "code": "server_error"}'
    with answering(reply("500 X", body, "application/problem+json", f"X-Request-ID: {header}\r\n")) as url:
        assert fault_of(url) == ServerFailed(ErrorCode.SERVER_ERROR, number)


def test_too_many_carries_the_wait():
    with answering(_problem(429, "too_many_requests", ', "retry_after_seconds": 17')) as url:
        assert fault_of(url) == TooMany(17)


def test_an_untrusted_certificate_is_named_as_such_and_a_sites_own_authority_is_trusted(certificate: Path):
    with answering(reply("200 OK", b"[]"), server_context(certificate)) as url:
        assert fault_of(url) == TlsFailed()
        assert fault_of(url, certificate / "cert.pem") == BadAnswer()


def test_the_token_is_sent_after_sign_in_and_forgotten_after_sign_out(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        client = ApiClient(Endpoint(server.url))
        session = client.sign_in(SessionRequest(sample.customer.access_code, sample.customer.password))
        assert client.send(GET_PROFILE) == session.profile
        token = client.take_token()
        assert token is not None
        client.sign_out(token)
        with pytest.raises(FaultError) as caught:
            client.send(GET_PROFILE)
        assert caught.value.fault == NotSignedIn()
        client.close()


def test_a_netrc_entry_never_takes_the_place_of_the_token(
    data_dir: Path, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login someone password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serving(data_dir) as server:
        client = ApiClient(Endpoint(server.url))
        session = client.sign_in(SessionRequest(sample.customer.access_code, sample.customer.password))
        assert client.send(GET_PROFILE) == session.profile
        client.close()


def test_a_secret_is_in_no_representation():
    assert "hush" not in repr(Endpoint("http://127.0.0.1:1", "hush"))


def test_files_come_over_a_connection_that_is_kept_and_over_a_new_one_once_it_is_closed():
    connections = []

    def two_files_each(peer: socket.socket) -> None:
        connections.append(peer)
        for _ in range(2):
            if peer.recv(65536):
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\n%PDF")

    with answering(two_files_each) as url:
        link = transport.Transport(Endpoint(url))
        for expected in (1, 1, 2):
            pieces: list[bytes] = []
            link.stream("/file", "token", pieces.append)
            assert (b"".join(pieces), len(connections)) == (b"%PDF", expected)
        link.close()


def test_a_file_that_breaks_off_in_its_middle_is_not_begun_again():
    asked = []
    whole = b"%PDF" * 100_000

    def breaks_off(peer: socket.socket) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: {len(whole)}\r\n\r\n".encode()
        for sent in (whole, whole[:300_000]):
            if peer.recv(65536):
                asked.append(peer)
                peer.sendall(head + sent)

    with answering(breaks_off) as url:
        link = transport.Transport(Endpoint(url))
        pieces: list[bytes] = []
        link.stream("/file", "token", pieces.append)
        assert b"".join(pieces) == whole
        with pytest.raises(FaultError) as caught:
            link.stream("/file", "token", pieces.append)
        assert (caught.value.fault, len(asked)) == (Offline(), 2)
        link.close()
