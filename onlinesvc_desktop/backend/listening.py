# SPDX-License-Identifier: MIT
"""The socket that connections come in by; several workers share one, and each is to have its part of them."""

import socket
import sys

BACKLOG = 1024
"""Connections that wait to be taken."""
TAKEN_AT_ONCE = 1
"""Connections a worker takes before it does something else: asyncio would take all that wait, and leave the others none."""


class Listener(socket.socket):
    """A socket whose backlog is not what asyncio says: to it that is also the number it takes at once."""

    def listen(self, backlog: int = BACKLOG, /) -> None:  # noqa: ARG002 - it is asyncio's
        """Let connections in."""
        super().listen(BACKLOG)


def listening_socket(host: str, port: int) -> Listener:
    """Return a bound socket; the protocol is named because asyncio sets TCP_NODELAY only when it is TCP.

    Raises:
        OSError: the address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = Listener(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    return listener


def inherited_socket(number: int) -> Listener:
    """Return the listening socket that a supervisor handed on."""
    return Listener(fileno=number)
