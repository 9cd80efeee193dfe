# SPDX-License-Identifier: MIT
"""Whether program and backend go together (ADR 0010): one minor version apart they do, further apart somebody should act."""

import re
from enum import Enum

_NUMBERS = re.compile(r"(\d+)\.(\d+)")


class Skew(Enum):
    """How the backend's version stands to the program's."""

    NONE = "none"
    BACKEND_NEWER = "backend_newer"
    BACKEND_OLDER = "backend_older"
    BACKEND_FAR_NEWER = "backend_far_newer"
    BACKEND_FAR_OLDER = "backend_far_older"

    @property
    def is_far(self) -> bool:
        """Tell whether the two were never meant to go together."""
        return self in (Skew.BACKEND_FAR_NEWER, Skew.BACKEND_FAR_OLDER)


def skew_of(program: str, backend: str) -> Skew:
    """Return how versions such as ``1.4.2`` stand to each other; one that cannot be read counts as the same."""
    ours, theirs = _NUMBERS.match(program), _NUMBERS.match(backend)
    if ours is None or theirs is None:
        return Skew.NONE
    (our_major, our_minor), (their_major, their_minor) = map(int, ours.groups()), map(int, theirs.groups())
    if (our_major, our_minor) == (their_major, their_minor):
        return Skew.NONE
    is_newer = (their_major, their_minor) > (our_major, our_minor)
    if our_major == their_major and abs(our_minor - their_minor) == 1:
        return Skew.BACKEND_NEWER if is_newer else Skew.BACKEND_OLDER
    return Skew.BACKEND_FAR_NEWER if is_newer else Skew.BACKEND_FAR_OLDER
