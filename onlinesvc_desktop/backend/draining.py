# SPDX-License-Identifier: MIT
"""Answer for a while after being told to stop, and tell a proxy meanwhile to send nothing more here.

Each request is answered until then, so that an upgrade of one node after another fails none of them.
"""

import signal
import sys
from threading import Event, Timer
from types import FrameType
from typing import NoReturn

import uvicorn


class DrainingServer(uvicorn.Server):
    """Sets ``draining`` when told to stop, and stops ``seconds`` later; at once without them, or when told again."""

    def __init__(self, config: uvicorn.Config, draining: Event, seconds: float) -> None:
        super().__init__(config)
        self._draining = draining
        self._seconds = seconds

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal that ends the server."""
        if self._seconds <= 0 or self._draining.is_set():
            super().handle_exit(sig, frame)
            return
        self._draining.set()
        timer = Timer(self._seconds, super().handle_exit, (sig, frame))
        timer.daemon = True
        timer.start()


def end_in_order() -> None:
    """Let a signal to end run what is to be done at the end.

    uvicorn raises the signal again when the last request is answered. By default that kills the process there: an e-mail on
    its way would be cut off and a copy under way left to itself.
    """
    signal.signal(signal.SIGTERM, _leave)


def end_undisturbed() -> None:
    """Let no further signal to end cut short what is done at the end; it is short, and whoever cannot wait kills."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    end_undisturbed()
    raise SystemExit(0)


def drain_on_signal(draining: Event) -> None:
    """Let the supervisor of several workers, who alone knows when to stop, set ``draining`` in this one."""
    if sys.platform != "win32":
        signal.signal(signal.SIGUSR1, lambda _number, _frame: draining.set())
