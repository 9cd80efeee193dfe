# SPDX-License-Identifier: MIT
"""Where the files lie that ship with both sides."""

import sys
from pathlib import Path


def shipped(*parts: str) -> Path:
    """Return a file below ``resources/`` or ``translations/``: source checkout, wheel and frozen folder alike."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    for root in ([Path(frozen)] if frozen else []) + [package, package.parent]:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    return package.parent.joinpath(*parts)
