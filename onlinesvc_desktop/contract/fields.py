# SPDX-License-Identifier: MIT
"""Types of members that many messages have: texts with their limits and spelling, moments, decimal numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from msgspec import Meta

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.contact import country_of, parse_email, parse_postal_code, parse_telephone


def tidy(text: str) -> str:
    """Return one line with single blanks and no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def tidy_lines(text: str) -> str:
    """Return the lines of a message without trailing blanks and control characters."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def _spelt_postal_code(text: str) -> str | None:
    postal_code = parse_postal_code(text)
    return None if postal_code is None else postal_code[0]


@dataclass(frozen=True, slots=True)
class TextKind:
    """How a text is made tidy, and the one spelling kept of it; None for what is none."""

    spell: Callable[[str], str | None] = str
    tidy: Callable[[str], str] = tidy


LINE = TextKind()
LINES = TextKind(tidy=tidy_lines)
EMAIL = TextKind(parse_email)
TELEPHONE = TextKind(parse_telephone)
POSTAL_CODE = TextKind(_spelt_postal_code)
PROVINCE = TextKind(lambda text: text if country_of(text) else None)
CUSTOMER_NUMBER = TextKind(lambda text: text if re.match(limits.CUSTOMER_NUMBER_PATTERN, text) else None)


def spelt_time(text: str) -> str | None:
    """Return ``09:30`` for 9:30, 0930, 9h30, 9 h 30, 9.30 or 9:30 am, or None for what is no time of a day."""
    found = _TIME.match(text.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").casefold())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


_TIME: Final = re.compile(r"^(?P<hour>[0-9]{1,2})(?:[:h.]?(?P<minute>[0-9]{2}))?h?(?P<half>[ap]\.?m\.?)?\Z")
CLOCK = TextKind(spelt_time)


Instant = Annotated[datetime, Meta(tz=True)]

ClockTime = Annotated[str, Meta(max_length=12, extra={"kind": CLOCK})]

DecimalText = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?\Z")]

ShortText = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT)]

LongText = Annotated[str, Meta(max_length=limits.MAX_LONG_TEXT, extra={"kind": LINES})]

Email = Annotated[str, Meta(max_length=limits.MAX_EMAIL_LENGTH, extra={"kind": EMAIL})]

Telephone = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT, extra={"kind": TELEPHONE})]

PostalCode = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT, extra={"kind": POSTAL_CODE})]

Province = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT, extra={"kind": PROVINCE})]

CustomerNumber = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT, extra={"kind": CUSTOMER_NUMBER})]

AccessCode = Annotated[str, Meta(max_length=limits.MAX_ACCESS_CODE_LENGTH)]
