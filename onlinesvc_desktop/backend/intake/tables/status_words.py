# SPDX-License-Identifier: MIT
"""The code of X12 element 1650 that a status in words most likely means, in English and French; pure."""

from onlinesvc_desktop.backend.intake.tables.words import statuses
from onlinesvc_desktop.contract.folding import folded


def likely_status(text: str) -> str | None:
    """Return the likely code of a status in words, or None when no word of it is known."""
    plain = folded(text)
    return next((code for words, code in statuses() if words.search(plain)), None)
