# SPDX-License-Identifier: MIT
"""One window per data folder: a second start brings the first to the front and ends.

The channel is a local socket that only the same user can open. It also lends the command line the address of the running
embedded backend, whose secret is in no file.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from onlinesvc_desktop.client.endpoint import Endpoint

_WAIT_MS = 2_000


class _Address(msgspec.Struct, frozen=True):
    base_url: str
    start_secret: str


def channel_name(data_dir: Path) -> str:
    """Return the socket name of a data folder."""
    return "onlinesvc-" + hashlib.sha256(str(data_dir).encode()).hexdigest()[:24]


class FirstInstance(QObject):
    """Answer later starts."""

    def __init__(self, data_dir: Path, show: Callable[[], None], endpoint: Callable[[], Endpoint | None]) -> None:
        super().__init__()
        self._show = show
        self._endpoint = endpoint
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = channel_name(data_dir)
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._on_connection)

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        question = bytes(socket.readAll().data())
        if question == b"show\n":
            self._show()
            socket.write(b"ok\n")
        elif question == b"endpoint\n":
            endpoint = self._endpoint()
            address = _Address("", "") if endpoint is None else _Address(endpoint.base_url, endpoint.start_secret)
            socket.write(msgspec.json.encode(address) + b"\n")
        socket.flush()
        socket.disconnectFromServer()


def _ask(data_dir: Path, question: bytes) -> bytes:
    socket = QLocalSocket()
    socket.connectToServer(channel_name(data_dir))
    if not socket.waitForConnected(_WAIT_MS):
        return b""
    socket.write(question)
    socket.waitForBytesWritten(_WAIT_MS)
    if not socket.waitForReadyRead(_WAIT_MS):
        return b""
    return bytes(socket.readAll().data())


def show_first_instance(data_dir: Path) -> bool:
    """Bring the running program to the front; False when it does not answer."""
    return _ask(data_dir, b"show\n") == b"ok\n"


def endpoint_of_first_instance(data_dir: Path) -> Endpoint | None:
    """Return the address of the running program's embedded backend."""
    try:
        address = msgspec.json.decode(_ask(data_dir, b"endpoint\n"), type=_Address)
    except msgspec.DecodeError:
        return None
    return Endpoint(address.base_url, address.start_secret) if address.base_url else None
