# SPDX-License-Identifier: MIT
"""Single cells of tables: numbers with either decimal mark, places in one cell, provinces by name; pure."""

import re

from onlinesvc_desktop.backend.intake.records import PlaceRecord, QuarantineError
from onlinesvc_desktop.backend.intake.tables.words import provinces
from onlinesvc_desktop.backend.intake.values import country, plain_text, province
from onlinesvc_desktop.backend.rules.regions import country_of_province
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.intake import QuarantineReason

_IN_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*(.*)\Z")
_CODE_AT_END = re.compile(r"^(.+?)[\s/\u2013-]+([A-Z]{2})\Z")


def number_text(text: str, decimal: str) -> str:
    """Return a number as ``Decimal`` reads it.

    Args:
        text: as written, with blanks, apostrophes, commas or points between thousands, perhaps with a unit behind.
        decimal: the decimal mark of the table; empty tells it from the number itself.
    """
    plain = "".join(text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "").split())
    plain = re.sub(r"(?i)(?<=\d)(kgs?|lbs?\.?|livres?|pounds?)\Z", "", plain)
    mark = decimal or _likely_mark(plain)
    other = "." if mark == "," else ","
    return plain.replace(other, "").replace(mark, ".")


def _likely_mark(plain: str) -> str:
    """Return the decimal mark of one number: the last of two kinds; one alone before three figures parts thousands."""
    point, comma = plain.rfind("."), plain.rfind(",")
    if comma < 0:
        return "."
    if point >= 0:
        return "," if comma > point else "."
    return "." if plain.count(",") > 1 or re.fullmatch(r"-?\d{1,3},\d{3}", plain) else ","


def province_code(text: str) -> str:
    """Return the code of a province or state, written as a code or as a name of either language.

    Raises:
        QuarantineError: it is neither.
    """
    name = folded(text.strip())
    return provinces().get(name) or province(text)


def country_of(text: str, province_or_state: str) -> str:
    """Return the country; where none is written, that of the province or state.

    Raises:
        QuarantineError: it is none we know.
    """
    if text.strip():
        return country(text)
    return country_of_province(province_or_state)


def place_of(text: str) -> PlaceRecord:
    """Return the place in one cell: "Montreal, QC", "Toronto, ON, Canada", "Québec (Québec)", "Laval QC".

    Raises:
        QuarantineError: city and province cannot be told apart.
    """
    clean = plain_text(text)
    bracketed = _IN_BRACKETS.match(clean)
    found = clean.split(",") if bracketed is None else bracketed.groups()
    parts = [part.strip() for part in found if part.strip()]
    ends_in_country = len(parts) == 2 and len(parts[1]) > 2 and folded(parts[1]) not in provinces()
    if (len(parts) == 1 or ends_in_country) and (ends := _CODE_AT_END.match(parts[0])):
        parts = [ends[1], ends[2], *parts[1:]]
    if not 2 <= len(parts) <= 3:
        raise QuarantineError(QuarantineReason.NO_PLACE, text)
    code = province_code(_without_postal_code(parts[1]))
    return PlaceRecord(parts[0], code, country_of(parts[2] if len(parts) == 3 else "", code))


def _without_postal_code(text: str) -> str:
    return re.sub(r"\s+([A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d|\d{5}(-\d{4})?)\Z", "", text)
