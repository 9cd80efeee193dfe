# SPDX-License-Identifier: MIT
"""Types of members that many messages have: texts with their limits, moments, decimal numbers."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from onlinesvc_desktop.contract import limits

Instant = Annotated[datetime, Meta(tz=True)]

DecimalText = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]

ShortText = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT)]

LongText = Annotated[str, Meta(max_length=limits.MAX_LONG_TEXT)]

Email = Annotated[str, Meta(max_length=limits.MAX_EMAIL_LENGTH)]

AccessCode = Annotated[str, Meta(max_length=limits.MAX_ACCESS_CODE_LENGTH)]


def tidy(text: str) -> str:
    """Return one line with single blanks and no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def tidy_lines(text: str) -> str:
    """Return the lines of a message without trailing blanks and control characters."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()
