# SPDX-License-Identifier: MIT
"""The autopro number: nine digits, no check digit known (promises.md P6; domain.md 0.4 and 6.4)."""

import re
import unicodedata
from enum import StrEnum

from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS


class AutoproFault(StrEnum):
    """Why a text is not an autopro number; each has its own sentence in the program."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"


_NON_DIGIT = re.compile(r"[^0-9]")


def _is_forgiven(character: str) -> bool:
    """Tell whether a pasted character may be dropped: blanks, dashes of every kind, invisible marks."""
    return unicodedata.category(character) in {"Zs", "Pd", "Cc", "Cf"} or character == "\N{MINUS SIGN}"


def parse_autopro(text: str) -> str | AutoproFault:
    """Return the nine digits of a typed or pasted number, or what is wrong with it.

    Full-width and other compatibility digits become ASCII; blanks, dashes and invisible marks are dropped.
    """
    compact = "".join(c for c in unicodedata.normalize("NFKC", text) if not _is_forgiven(c))
    if not compact:
        return AutoproFault.EMPTY
    if _NON_DIGIT.search(compact):
        return AutoproFault.NOT_DIGITS
    if len(compact) < AUTOPRO_DIGITS:
        return AutoproFault.TOO_SHORT
    if len(compact) > AUTOPRO_DIGITS:
        return AutoproFault.TOO_LONG
    return compact
