# SPDX-License-Identifier: MIT
"""Things between program and backend: one that changes what is said, one that cuts or stalls it."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

Change = Callable[[str, str, int, Any], tuple[int, Any]]
"""From method, path, status and decoded answer to the status and answer that are passed on."""
_PASSED_ON = ("Authorization", "Content-Type", "Idempotency-Key", "Accept")


@contextmanager
def changing(target: str, change: Change) -> Iterator[str]:
    """Pass requests on and change the JSON of their answers."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            headers = {name: self.headers[name] for name in _PASSED_ON if name in self.headers}
            answer = requests.request(self.command, target + self.path, data=body, headers=headers, timeout=20)
            content, status = answer.content, answer.status_code
            if "json" in answer.headers.get("Content-Type", ""):
                status, changed = change(self.command, self.path, status, answer.json())
                content = json.dumps(changed).encode()
            self.send_response(status)
            self.send_header("Content-Type", answer.headers.get("Content-Type", "text/plain"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _pass_on  # noqa: N815 - the library's names

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Fate:
    """What happens to the next connections; changed by the test while they come."""

    def __init__(self) -> None:
        self.answer_bytes: int | None = None
        """How much of an answer gets through before the connection is cut; None for all."""
        self.stall = threading.Event()
        """Set: nothing gets through any more, and nothing is closed."""


def _pump(source: socket.socket, sink: socket.socket, most: int | None, fate: Fate) -> None:
    passed = 0
    with suppress(OSError):
        while data := source.recv(65536):
            while fate.stall.is_set():
                threading.Event().wait(0.05)
            part = data if most is None else data[: most - passed]
            sink.sendall(part)
            passed += len(part)
            if most is not None and passed >= most:
                break
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    source.close()


def _join(client: socket.socket, address: tuple[str, int], fate: Fate) -> None:
    try:
        server = socket.create_connection(address)
    except OSError:
        client.close()
        return
    threading.Thread(target=_pump, args=(client, server, None, fate), daemon=True).start()
    threading.Thread(target=_pump, args=(server, client, fate.answer_bytes, fate), daemon=True).start()


@contextmanager
def faulty(target: str) -> Iterator[tuple[str, Fate]]:
    """Pass bytes on, one connection for each, until fate strikes."""
    host, _, port = target.removeprefix("http://").partition(":")
    fate = Fate()

    def serve(listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            if fate.answer_bytes == 0:
                client.close()
            else:
                _join(client, (host, int(port)), fate)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", fate
        listener.shutdown(socket.SHUT_RDWR)
