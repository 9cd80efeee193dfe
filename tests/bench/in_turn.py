# SPDX-License-Identifier: MIT
"""How slow the slowest answers are, of several things that are asked in turn."""

import time
from collections.abc import Callable
from typing import Any

Ask = Callable[[int], Any]
"""Asks once; which time it is comes with it, so that not always the same is asked."""

_BEFORE = 5


def p99_in_turn(rounds: int, *asks: Ask) -> list[float]:
    """Return the 99th percentile of each in milliseconds; asked in turn, so that what else goes on slows all."""
    for at in range(_BEFORE):
        for ask in asks:
            ask(at)
    spent: list[list[float]] = [[] for _ in asks]
    for at in range(rounds):
        for ask, times in zip(asks, spent, strict=True):
            began = time.perf_counter()
            ask(at)
            times.append((time.perf_counter() - began) * 1000)
    return [sorted(times)[int(len(times) * 0.99) - 1] for times in spent]
