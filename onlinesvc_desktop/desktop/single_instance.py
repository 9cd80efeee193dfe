# SPDX-License-Identifier: MIT
"""One window per data folder: a second start brings the first to the front and ends.

The channel is a local socket in the data folder; both ends look who is at the other. It also lends the command line the
address of the running embedded backend, whose secret is in no file.
"""

import hashlib
import logging
import os
import re
import socket as socket_module
import struct
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.contract.messages import from_json

log = logging.getLogger(__name__)

_WAIT_MS = 2_000
_SOCKET = "program.socket"
_LONGEST_PATH = 90
"""Bytes; a socket's path ends at 104 or 108, and Qt makes it under a longer one first."""
_CREDENTIALS = struct.Struct("3i")
_EMBEDDED = re.compile(r"http://127\.0\.0\.1:[0-9]{1,5}")


class _Address(msgspec.Struct, frozen=True):
    base_url: str
    start_secret: str


def channel_name(data_dir: Path) -> str:
    """Return the socket of a data folder: in it, or, where its path is too long for a socket, in the user's runtime folder.

    Empty when there is neither. On Windows it is the name of a pipe that Qt gives to the same user alone.
    """
    name = "onlinesvc-" + hashlib.sha256(str(data_dir).encode()).hexdigest()[:24]
    if os.name != "posix":
        return name
    places = [data_dir / _SOCKET, *(Path(folder) / name for folder in (os.environ.get("XDG_RUNTIME_DIR"),) if folder)]
    return next((str(place) for place in places if len(os.fsencode(place)) <= _LONGEST_PATH), "")


def _is_ours(socket: QLocalSocket) -> bool:
    """Tell whether the process at the other end runs as this user, as far as the system says so."""
    if not hasattr(socket_module, "SO_PEERCRED"):
        return True
    try:
        with socket_module.socket(fileno=os.dup(socket.socketDescriptor())) as peer:
            raw = peer.getsockopt(socket_module.SOL_SOCKET, socket_module.SO_PEERCRED, _CREDENTIALS.size)
    except OSError:
        return False
    _, uid, _ = _CREDENTIALS.unpack(raw)
    return bool(uid == os.geteuid())


def _belongs_to_us(name: str) -> bool:
    """Tell whether a socket was made by this user; a neighbour can make none in this user's name."""
    if os.name != "posix":
        return True
    try:
        return Path(name).lstat().st_uid == os.geteuid()
    except OSError:
        return False


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
        if not name or not self._server.listen(name):
            log.warning("later starts cannot find this one: %s", self._server.errorString() or "no place for a socket")
        self._server.newConnection.connect(self._on_connection)

    def close(self) -> None:
        """Answer no more; the socket is gone from the disk."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if not _is_ours(socket):
            socket.abort()
            return
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
    name = channel_name(data_dir)
    if not name or not _belongs_to_us(name):
        return b""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAIT_MS) or not _is_ours(socket):
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
    """Return the address of the running program's embedded backend, which is on this computer or is none."""
    try:
        address = from_json(_ask(data_dir, b"endpoint\n"), _Address)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return Endpoint(address.base_url, address.start_secret) if _EMBEDDED.fullmatch(address.base_url) else None
