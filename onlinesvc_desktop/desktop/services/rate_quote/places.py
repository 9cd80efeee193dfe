# SPDX-License-Identifier: MIT
"""A place as it is typed, and as the wire has it: a postal code, whole or its beginning, or a city with its province."""

import re
from collections.abc import Mapping
from typing import Any

from onlinesvc_desktop.contract.contact import country_of, parse_postal_code

_BEGINNING = re.compile(r"[A-Za-z][0-9][A-Za-z]\Z")
_CITY = re.compile(r"(?P<city>.+?)(?:\s*[,(]\s*|\s+)(?P<province>[A-Za-z]{2})\)?\Z")


def place_of(text: str) -> dict[str, str]:
    """Return what was typed as a place; a city alone is one too, the server knows whether it is one of a kind."""
    tidy = " ".join(text.split())
    if not tidy:
        return {}
    postal_code = parse_postal_code(tidy)
    if postal_code is not None:
        return {"postal_code": postal_code[0]}
    if _BEGINNING.match(tidy):
        return {"postal_code": tidy.upper()}
    named = _CITY.match(tidy)
    if named is not None and country_of(named["province"].upper()) is not None:
        return {"city": named["city"], "province": named["province"].upper()}
    return {"city": tidy}


def text_of(place: Any) -> str:
    """Return a place as somebody would type it."""
    if not isinstance(place, Mapping):
        return str(place or "")
    named = ", ".join(str(place[name]) for name in ("city", "province") if place.get(name))
    return str(place.get("postal_code") or named)
