# SPDX-License-Identifier: MIT
"""Where the files lie that ship with both sides."""

import sys
from functools import cache
from pathlib import Path


@cache
def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    return (*([Path(frozen)] if frozen else []), package, package.parent)


def shipped(*parts: str) -> Path:
    """Return a file below ``resources/`` or ``translations/``: source checkout, wheel and frozen folder alike."""
    for root in _roots():
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    return _roots()[-1].joinpath(*parts)
