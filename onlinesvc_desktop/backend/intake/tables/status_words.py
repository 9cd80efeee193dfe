# SPDX-License-Identifier: MIT
"""The code of X12 element 1650 that a status in words most likely means, in English and French; pure."""

import re

from onlinesvc_desktop.backend.intake.tables.words import known_words
from onlinesvc_desktop.contract.folding import folded

_LIKELY = tuple(
    (re.compile(r"\b(" + "|".join(re.escape(word) for word in one["words"]) + ")"), one["code"])
    for one in known_words()["statuses"]
)


def likely_status(text: str) -> str | None:
    """Return the likely code of a status in words, or None when no word of it is known."""
    plain = folded(text)
    return next((code for words, code in _LIKELY if words.search(plain)), None)
