# SPDX-License-Identifier: MIT
"""Numbers that say themselves what they belong to: a letter and so many digits. Another service is one line here."""

import re
from functools import cache
from typing import Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.targets import Show

_SLIP: Final = re.compile(r"^([CQP])[0-9]{6,13}\Z")
_OF_LETTER: Final = {"C": Service.CLAIMS, "Q": Service.RATE_QUOTE, "P": Service.PICKUP}


@cache
def _patterns() -> tuple[tuple[Service, re.Pattern[str]], ...]:
    """Return how the numbers are written, loaded when somebody types one."""
    from onlinesvc_desktop.contract.claims import CLAIM_NUMBER_PATTERN
    from onlinesvc_desktop.contract.pickup import CONFIRMATION_PATTERN
    from onlinesvc_desktop.contract.rate_quote import QUOTE_PATTERN

    return (
        (Service.CLAIMS, re.compile(CLAIM_NUMBER_PATTERN)),
        (Service.RATE_QUOTE, re.compile(QUOTE_PATTERN)),
        (Service.PICKUP, re.compile(CONFIRMATION_PATTERN)),
    )


def written(text: str) -> str:
    """Return a number as it is stored, whatever spaces and dashes somebody typed or pasted."""
    return "".join(character for character in text if character.isalnum()).upper()


def own_number(text: str) -> Show | None:
    """Return where the number leads of a claim, a quote or a pickup; None for any other text."""
    number = written(text)
    service = next((service for service, pattern in _patterns() if pattern.match(number)), None)
    return None if service is None else Show(service, number)


def meant_number(text: str) -> Service | None:
    """Return the service whose number was meant, when only the count of digits is wrong."""
    slip = _SLIP.match(written(text))
    return None if slip is None or own_number(text) is not None else _OF_LETTER[slip[1]]
