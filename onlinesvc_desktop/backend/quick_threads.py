# SPDX-License-Identifier: MIT
"""Threads for short reads: few, because each more of them costs every request more than it helps.

They work in Python between their waits for the database, one at a time, and hand the interpreter on at each of them: eight
took half as much processor time again as two (docs/scaling.md has the figures).
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import get_ident
from time import monotonic
from typing import TypeVar

Answer = TypeVar("Answer")

QUICK_THREADS = 2
_STUCK_SECONDS = 0.1


class QuickThreads:
    """Runs short reads; ``are_stuck`` tells when none of them is short any longer and others had better go elsewhere."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(QUICK_THREADS, "quick")
        self._begun: dict[int, float] = {}

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Run on one of the threads, within the context of the caller."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, copy_context().run, self._timed, work)

    def are_stuck(self) -> bool:
        """Tell whether each thread has been busy with one read for long: the database does not answer as it should."""
        begun = list(self._begun.values())
        return len(begun) == QUICK_THREADS and max(begun) < monotonic() - _STUCK_SECONDS

    def _timed(self, work: Callable[[], Answer]) -> Answer:
        thread = get_ident()
        self._begun[thread] = monotonic()
        try:
            return work()
        finally:
            del self._begun[thread]
