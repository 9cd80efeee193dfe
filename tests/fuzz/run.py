# SPDX-License-Identifier: MIT
"""One case after another: what raises, logs a failure or takes too long is a finding, with what repeats it."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

SLOW_SECONDS = 10.0
"""Of a core's time; the slowest honest file of these sizes needs a tenth of a second."""
_SHOWN_BYTES = 4_000


class Wrong(AssertionError):  # noqa: N818 - what a target says about the product
    """Something was let through that should not have been."""


@dataclass(frozen=True)
class Target:
    """A door of the product: how to make an input for it, and how to put one in.

    ``take`` returns when the input was read, or refused as the door refuses; it raises for anything else.
    """

    name: str
    make: Callable[[Random], bytes]
    take: Callable[[bytes], None]


@dataclass(frozen=True)
class Case:
    """An input that can be made again."""

    target: Target
    seed: int
    number: int

    def __str__(self) -> str:
        return f"{self.target.name}/{self.seed}/{self.number}"

    def content(self) -> bytes:
        """Return the input."""
        return self.target.make(Random(str(self)))


@dataclass(frozen=True)
class Finding:
    """What a case showed."""

    case: Case
    content: bytes
    what: str

    def __str__(self) -> str:
        more = len(self.content) - _SHOWN_BYTES
        tail = f"... and {more} bytes more" if more > 0 else ""
        return (
            f"FOUND in {self.case.target.name}, case {self.case} (seed {self.case.seed})\n"
            f"input: {self.content[:_SHOWN_BYTES]!r}{tail}\n{self.what}"
        )


def tried(case: Case, slow_seconds: float | None = SLOW_SECONDS) -> Finding | None:
    """Put a case in; return what is wrong, or None. Without ``slow_seconds`` it may take any time."""
    content = case.content()
    begun = time.process_time()
    with _failures() as failures:
        try:
            case.target.take(content)
        except Exception:  # noqa: BLE001 - finding out which is the purpose
            return Finding(case, content, traceback.format_exc())
    took = time.process_time() - begun
    if failures:
        return Finding(case, content, "a net caught what its door should have refused:\n" + "\n".join(failures))
    if slow_seconds is not None and took > slow_seconds:
        return Finding(case, content, f"it took {took:.1f} s of a core")
    return None


def cases(targets: list[Target], seed: int) -> Iterator[Case]:
    """Yield cases without end, one of each target in turn."""
    number = 0
    while True:
        yield from (Case(target, seed, number) for target in targets)
        number += 1


@contextmanager
def _failures() -> Iterator[list[str]]:
    """Lend what is logged as a failure with its exception: the nets under the doors catch and note."""
    log, found = logging.getLogger("onlinesvc_desktop"), list[str]()

    class Noted(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            error = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
            found.append(f"{record.getMessage()}\n{error}")

    handler = Noted(logging.ERROR)
    log.addHandler(handler)
    was, log.propagate = log.propagate, False
    try:
        yield found
    finally:
        log.removeHandler(handler)
        log.propagate = was
