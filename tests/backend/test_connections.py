# SPDX-License-Identifier: MIT
"""What strangers can do to the server before anybody is known: bytes, time, connections, nesting, forged addresses."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import select

from onlinesvc_desktop.backend.config import ConfigurationError, load_config
from onlinesvc_desktop.backend.routes import ROUTES
from onlinesvc_desktop.backend.rules.address import is_within, network_of
from onlinesvc_desktop.backend.store.tables.accounts import audit
from onlinesvc_desktop.contract.limits import MAX_BODY_BYTES
from tests.support.backend import Sample, Server, serving

SECONDS = 1.0
CONNECTIONS = 6
LINE = b"GET /v1/health HTTP/1.1\r\nHost: here\r\n"


@pytest.fixture
def limited(data_dir: Path) -> Iterator[Server]:
    with serving(data_dir, request_seconds=SECONDS, connections_per_address=CONNECTIONS) as server:
        yield server


def connect(server: Server) -> socket.socket:
    host, port = server.url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def answer_of(connection: socket.socket) -> bytes:
    """Read until the server closes; a reset after its answer is a close too."""
    content = b""
    try:
        while chunk := connection.recv(65_536):
            content += chunk
    except ConnectionResetError:
        pass
    return content


def status_of(content: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", content)
    return 0 if found is None else int(found[1])


def send_while_taken(connection: socket.socket, chunks: Iterator[bytes]) -> int:
    """Send until the server has enough; return the bytes that went."""
    sent = 0
    try:
        for chunk in chunks:
            connection.sendall(chunk)
            sent += len(chunk)
    except (ConnectionError, TimeoutError):
        pass
    return sent


def endless(piece: bytes, most: int = 32_000_000) -> Iterator[bytes]:
    for _ in range(most // len(piece)):
        yield piece


@pytest.mark.parametrize(
    ("begin", "piece"),
    [
        (LINE + b"X-One: ", b"x" * 65_536),
        (LINE, b"X-Many: x\r\n" * 4_096),
        (b"GET /", b"x" * 65_536),
        (b"POST /v1/sessions HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X-Late: x\r\n" * 4_096),
    ],
    ids=["one endless header", "headers without end", "an endless path", "endless trailers"],
)
def test_headers_without_end_are_cut_off(limited: Server, begin: bytes, piece: bytes):
    with closing(connect(limited)) as connection:
        connection.sendall(begin)
        # What the kernels of both sides hold is sent too, though nobody reads it.
        assert send_while_taken(connection, endless(piece)) < 16_000_000
    assert limited.ask("GET", "/v1/health").status_code == 200


def test_too_many_header_bytes_get_an_answer_in_the_one_error_shape(limited: Server):
    with closing(connect(limited)) as connection:
        connection.sendall(LINE + b"X-One: " + b"x" * 40_000)
        content = answer_of(connection)
    assert status_of(content) == 431
    assert json.loads(content.partition(b"\r\n\r\n")[2])["status"] == 431


def test_headers_of_a_usual_size_are_taken(limited: Server):
    assert limited.ask("GET", "/v1/health", headers={"X-One": "x" * 20_000}).status_code == 200


@pytest.mark.parametrize(
    "begin",
    [b"", b"\r\n", LINE, LINE + b"X-One: x", b"POST /v1/sessions HTTP/1.1\r\nHost: here\r\nContent-Length: 50\r\n\r\n{"],
    ids=["nothing", "a blank line", "half the headers", "half a header", "half a body"],
)
def test_a_request_that_does_not_come_whole_in_time_is_given_up(limited: Server, begin: bytes):
    began = monotonic()
    with closing(connect(limited)) as connection:
        connection.sendall(begin)
        content = answer_of(connection)
    assert status_of(content) == 408
    assert SECONDS <= monotonic() - began < SECONDS + 5


def test_one_byte_at_a_time_wins_no_time(limited: Server):
    began = monotonic()
    with closing(connect(limited)) as connection:
        connection.settimeout(0.1)
        content = b""
        while not content and monotonic() - began < 10:
            try:
                connection.sendall(b"G" if monotonic() - began < 0.05 else b"X")
                content = connection.recv(4096)
            except TimeoutError:
                continue
            except ConnectionError:
                break
    assert monotonic() - began < SECONDS + 5


def test_a_connection_kept_open_answers_again_and_two_requests_at_once_get_two_answers(limited: Server):
    whole = LINE + b"Accept: */*\r\n\r\n"
    with closing(connect(limited)) as connection:
        connection.sendall(whole + whole)
        content = b""
        while content.count(b'{"ready":true}') < 2:
            chunk = connection.recv(4096)
            assert chunk, content
            content += chunk
        connection.sendall(whole.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        assert status_of(answer_of(connection)) == 200


def test_one_address_has_so_many_connections_and_gets_them_back(limited: Server):
    held = [connect(limited) for _ in range(CONNECTIONS)]
    with closing(connect(limited)) as one_more:
        assert status_of(answer_of(one_more)) == 503
    for connection in held:
        connection.close()
    deadline = monotonic() + 5
    while monotonic() < deadline:
        with closing(connect(limited)) as again:
            again.sendall(LINE + b"Connection: close\r\n\r\n")
            if status_of(answer_of(again)) == 200:
                return
    pytest.fail("the connections were never given back")


@pytest.mark.parametrize("declared", [True, False], ids=["content-length", "chunked"])
def test_a_body_that_is_too_large_is_refused_and_the_connection_ends(limited: Server, declared: bool):
    size = 2 * MAX_BODY_BYTES
    framing = b"Content-Length: %d" % size if declared else b"Transfer-Encoding: chunked"
    with closing(connect(limited)) as connection:
        connection.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: here\r\n" + framing + b"\r\n\r\n")
        connection.sendall(b"x" * size if declared else b"%x\r\n" % size + b"x" * size + b"\r\n0\r\n\r\n")
        content = answer_of(connection)
    assert status_of(content) == 413
    assert b"connection: close" in content.lower()


def test_a_body_without_end_is_cut_off(limited: Server):
    with closing(connect(limited)) as connection:
        connection.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert send_while_taken(connection, endless(b"10000\r\n" + b"x" * 65_536 + b"\r\n")) < 16_000_000
    assert limited.ask("GET", "/v1/health").status_code == 200


WITH_A_BODY = [route.operation for route in ROUTES if route.operation.body is not None]


@pytest.mark.parametrize("operation", WITH_A_BODY, ids=lambda operation: operation.name)
def test_json_nested_without_end_is_malformed(shared: Server, sample: Sample, operation: Any):
    path = re.sub(r"\{[^}]*\}", "1", operation.path)
    for nested in ("[" * 100_000, '{"a":' * 100_000, '{"access_code":' + "[" * 100_000):
        headers = {"Content-Type": "application/json"}
        answer = shared.ask(operation.method, path, data=nested.encode(), headers=headers)
        assert answer.status_code in (400, 401, 422), answer.text


@pytest.mark.parametrize("large", [False, True], ids=["SQLite", "PostgreSQL"])
def test_a_nul_is_refused_wherever_it_stands(request: pytest.FixtureRequest, tmp_path: Path, large: bool):
    url = {"database_url": request.getfixturevalue("database_url")} if large else {}
    with serving(tmp_path, **url) as server:
        body = {"access_code": "A\0B", "password": "x" * 20, "workstation": "here"}
        assert server.ask("POST", "/v1/sessions", json=body).json()["errors"][0]["pointer"] == "/access_code"
        traced = server.ask("POST", "/v1/traces", json={"references": ["123", "12\0"], "reference_type": "any"})
        assert traced.json()["errors"][0]["pointer"] == "/references/1"
        # A backslash before u0000 is a text that people may type.
        typed = server.ask("POST", "/v1/traces", json={"references": ["12\\u0000"], "reference_type": "any"})
        assert typed.status_code == 200


def test_a_nul_in_a_query_is_refused(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    answer = shared.ask("GET", "/v1/shipments?reference=12%00", token)
    assert answer.json()["errors"][0] == {"pointer": "/reference", "code": "malformed"}


@pytest.mark.parametrize(
    "days", ["until=9999-12-31", "since=0001-01-01", "since=9999-12-31", "since=0001-01-01&until=0001-01-01"]
)
def test_the_edge_of_the_calendar_is_a_day_like_any_other(shared: Server, sample: Sample, days: str):
    assert shared.ask("GET", f"/v1/shipments?{days}", shared.token(sample.customer)).status_code == 200


def guess(server: Server, code: str, address: str) -> int:
    body = {"access_code": code, "password": "not the password at all"}
    return server.ask("POST", "/v1/sessions", json=body, headers={"X-Forwarded-For": address}).status_code


def test_a_forged_address_wins_nothing(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    answers = [guess(server, sample.customer.access_code, f"8.8.8.{number}") for number in range(40)]
    assert 429 in answers
    number = sample.numbers[0]
    server.ask("GET", f"/v1/shipments/{number}", token, headers={"X-Forwarded-For": "8.8.8.8"})
    with server.context.database.read() as connection:
        assert set(connection.execute(select(audit.c.address)).scalars()) == {"127.0.0.1"}


def test_a_trusted_proxy_is_believed_and_its_people_have_limits_of_their_own(data_dir: Path, sample: Sample):
    with serving(data_dir, trusted_proxies=("127.0.0.0/8",)) as server:
        assert 429 not in [guess(server, f"NOBODY{number}", f"8.8.8.{number}") for number in range(40)]
        token = server.token(sample.administrator)
        server.ask("GET", f"/v1/shipments/{sample.numbers[0]}", token, headers={"X-Forwarded-For": "9.9.9.9, 8.8.8.8"})
        with server.context.database.read() as connection:
            addresses = set(connection.execute(select(audit.c.address)).scalars())
        assert "8.8.8.8" in addresses
        # What the asker wrote before the proxy's own entry is not believed.
        assert "9.9.9.9" not in addresses
        neighbours = [guess(server, f"NOBODY{number}", f"2001:db8:1:2::{number:x}") for number in range(40)]
        assert 429 in neighbours
        assert guess(server, "NOBODY", "2001:db8:1:3::1") == 401


@pytest.mark.parametrize(
    ("address", "counted_by"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
        ("nowhere", "nowhere"),
    ],
)
def test_an_address_counts_by_who_is_given_it(address: str, counted_by: str):
    assert network_of(address) == counted_by


def test_a_proxy_is_named_by_address_or_network(tmp_path: Path):
    assert is_within("10.1.2.3", ("10.0.0.0/8",))
    assert not is_within("11.1.2.3", ("10.0.0.0/8", "::1"))
    assert not is_within("nowhere", ("10.0.0.0/8",))
    file = tmp_path / "config.toml"
    for wrong in ("*", "proxy.example", "10.0.0.0/40"):
        file.write_text(f'trusted_proxies = ["{wrong}"]\n')
        with pytest.raises(ConfigurationError, match="trusted_proxies"):
            load_config(tmp_path, file, environment={})


def test_guessing_the_password_with_a_session_is_slowed_down_and_ends_the_session(server: Server, sample: Sample):
    token = server.token(sample.customer)
    wrong = {"current_password": "not the password", "new_password": "harbour lantern quiet river"}
    answers = [server.ask("PUT", "/v1/profile/password", token, json=wrong) for _ in range(12)]
    codes = [answer.status_code for answer in answers]
    assert codes[:4] == [422] * 4
    assert set(codes[4:]) <= {401, 429}
    server.clock.offset += server.clock.offset.__class__(minutes=10)
    assert server.ask("PUT", "/v1/profile/password", token, json=wrong).json()["code"] == "session_expired"
    # The code itself is not shut: whoever knows the password signs in.
    assert server.sign_in(sample.customer).status_code == 201
