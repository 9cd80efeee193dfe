# SPDX-License-Identifier: MIT
"""Access codes for people: short, spoken on the telephone without spelling, made of the name."""

import re
from collections.abc import Iterator
from itertools import count

from onlinesvc_desktop.contract.folding import folded

_LETTERS = 10
_SHORTEST = 3


def _letters(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", folded(text).upper())


def access_code_candidates(first_name: str, last_name: str, company: str) -> Iterator[str]:
    """Yield ``MTREMBLAY``, ``MTREMBLAY2``, ``MTREMBLAY3`` and so on without end."""
    person = _letters(first_name)[:1] + _letters(last_name)[:_LETTERS]
    stem = person if len(person) >= _SHORTEST else (person + _letters(company))[:_LETTERS]
    if len(stem) < _SHORTEST:
        stem = f"{stem}USER"
    yield stem
    for ordinal in count(2):  # pragma: no branch
        yield f"{stem}{ordinal}"
