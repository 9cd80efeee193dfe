# SPDX-License-Identifier: MIT
"""Connections that come in: many may wait, and a worker takes one, sees to what it has, and takes the next."""

import asyncio
import socket
import sys
import threading
from typing import Any

import pytest

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.listening import TAKEN_AT_ONCE, Listener, listening_socket
from onlinesvc_desktop.backend.serve import web_server

_MANY = 60


async def _nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    pass


def _clients(listener: Listener) -> list[socket.socket]:
    clients = [socket.create_connection(listener.getsockname(), timeout=0.5) for _ in range(_MANY)]
    assert len(clients) == _MANY
    return clients


def test_many_connections_may_wait_whatever_asyncio_makes_of_the_backlog():
    with listening_socket("127.0.0.1", 0) as listener:
        listener.listen(TAKEN_AT_ONCE)
        for client in _clients(listener):
            client.close()


class _Counted(Listener):
    """Notes what was taken."""

    steps: list[str]

    def accept(self) -> Any:
        """Take a connection."""
        taken = super().accept()
        self.steps.append("taken")
        return taken


class _Goodbye(asyncio.Protocol):
    """Hangs up at once."""

    def connection_made(self, transport: Any) -> None:
        """Hang up."""
        transport.abort()


@pytest.mark.skipif(sys.platform == "win32", reason="one process answers there, and takes connections in another way")
def test_a_worker_takes_one_connection_between_two_other_things():
    backlog = web_server(_nothing, BackendConfig(database_url="sqlite://"), threading.Event()).config.backlog
    listener = _Counted(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.steps = []
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    clients = _clients(listener)

    async def live() -> None:
        server = await asyncio.get_running_loop().create_server(_Goodbye, sock=listener, backlog=backlog)
        while listener.steps.count("taken") < _MANY:
            listener.steps.append("else")
            await asyncio.sleep(0)
        await asyncio.sleep(0.1)
        server.close()

    asyncio.run(asyncio.wait_for(live(), 10))
    assert "taken taken" not in " ".join(listener.steps)
    for client in clients:
        client.close()
