# SPDX-License-Identifier: MIT
"""The autopro number: nine digits; whether the last one checks the others is a matter of its range (domain.md 0.4, 6.4)."""

import re
import unicodedata
from enum import StrEnum
from typing import assert_never

from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS, SHIPMENT_NUMBER_PATTERN


class AutoproFault(StrEnum):
    """Why a text is not an autopro number; each has its own sentence in the program."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"


class CheckDigit(StrEnum):
    """What the last of the nine digits is; each carrier has its own rule, and the usual one is none (domain.md 6.4)."""

    NONE = "none"
    MOD_7 = "mod_7"
    """The first eight modulo 7."""
    MOD_10 = "mod_10"
    """Digits in odd places, counted from the left, three times, the others once; what is missing to a multiple of 10."""


def with_check_digit(serial: int, rule: CheckDigit) -> str:
    """Return the nine digits of a serial number: all of them, or eight with their check digit.

    Raises:
        ValueError: it has too many digits.
    """
    base = f"{serial:0{AUTOPRO_DIGITS if rule is CheckDigit.NONE else AUTOPRO_DIGITS - 1}d}"
    match rule:
        case CheckDigit.NONE:
            number = base
        case CheckDigit.MOD_7:
            number = f"{base}{serial % 7}"
        case CheckDigit.MOD_10:
            total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(base))
            number = f"{base}{-total % 10}"
        case _:
            assert_never(rule)
    if serial < 0 or len(number) != AUTOPRO_DIGITS:
        raise ValueError(serial)
    return number


def serial_of(number: str, rule: CheckDigit) -> int | None:
    """Return the serial number of nine digits, None when their check digit is wrong."""
    serial = int(number) if rule is CheckDigit.NONE else int(number[:-1])
    return serial if with_check_digit(serial, rule) == number else None


def parse_shipment_number(text: str) -> str | AutoproFault:
    """Return the number a shipment may be traced by: nine digits, or the spelling kept of another carrier's number.

    What is neither is faulty in the way ``parse_autopro`` says.
    """
    number = parse_autopro(text)
    if not isinstance(number, AutoproFault):
        return number
    spelling = unicodedata.normalize("NFKC", text).strip().upper()
    return spelling if _SHIPMENT_NUMBER.match(spelling) else number


_SHIPMENT_NUMBER = re.compile(SHIPMENT_NUMBER_PATTERN)
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
