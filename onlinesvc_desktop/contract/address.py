# SPDX-License-Identifier: MIT
"""An address as every shipping service has it, and what is wrong with one across its fields."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.contact import Country, country_of, parse_postal_code
from onlinesvc_desktop.contract.fields import Email, PostalCode, ShortText, Telephone
from onlinesvc_desktop.contract.problem import FieldProblem

_PROVINCES_OF: Final[Mapping[str, frozenset[str]]] = {
    "A": frozenset({"NL"}), "B": frozenset({"NS"}), "C": frozenset({"PE"}), "E": frozenset({"NB"}),
    **dict.fromkeys("GHJ", frozenset({"QC"})), **dict.fromkeys("KLMNP", frozenset({"ON"})), "R": frozenset({"MB"}),
    "S": frozenset({"SK"}), "T": frozenset({"AB"}), "V": frozenset({"BC"}), "X": frozenset({"NT", "NU"}),
    "Y": frozenset({"YT"}),
}  # fmt: skip
"""First letter of a Canadian postal code (shipping.md 5.3)."""
CARRIER_XML_ROOM: Final[Mapping[str, int]] = {
    **dict.fromkeys(("name", "attention", "address1", "address2", "city"), 30),
    "unit": 5,
}
"""Characters that the carrier XML has room for (domain.md 1.5). What is longer is kept whole, and said beforehand."""
_TWO_PROVINCES = "K1A"
"""Federal offices on both sides of the Ottawa river."""


class Address(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom goods come from or go to, and where; ``country`` is ISO 3166 alpha-2."""

    name: ShortText
    address1: ShortText
    city: ShortText
    province: ShortText
    postal_code: PostalCode
    country: ShortText
    attention: ShortText | UnsetType = UNSET
    address2: ShortText | UnsetType = UNSET
    unit: ShortText | UnsetType = UNSET
    telephone: Telephone | UnsetType = UNSET
    extension: ShortText | UnsetType = UNSET
    email: Email | UnsetType = UNSET


def too_long_for_xml(party: Mapping[str, Any]) -> dict[str, int]:
    """Return the members of an address that the carrier XML has no room for, each with its characters."""
    lengths = {name: len(str(party.get(name) or "")) for name in CARRIER_XML_ROOM}
    return {name: length for name, length in lengths.items() if length > CARRIER_XML_ROOM[name]}


def address_problems(at: str, party: Mapping[str, Any]) -> Iterator[FieldProblem]:
    """Find a postal code that lies elsewhere than the province, or a province nobody serves; ``at`` leads to the address."""
    province, text = str(party.get("province") or ""), str(party.get("postal_code") or "")
    if province and country_of(province) is None:
        yield FieldProblem(f"{at}/province", FieldCode.UNKNOWN)
        return
    if not province or not text:
        return
    found = parse_postal_code(text)
    if found is None:
        yield FieldProblem(f"{at}/postal_code", FieldCode.MALFORMED)
    elif found[1] is not country_of(province):
        yield FieldProblem(f"{at}/postal_code", FieldCode.OTHER_COUNTRY)
    elif found[1] is Country.CANADA and not _may_lie_in(province, found[0]):
        yield FieldProblem(f"{at}/postal_code", FieldCode.OTHER_PROVINCE)


def _may_lie_in(province: str, postal_code: str) -> bool:
    return postal_code.startswith(_TWO_PROVINCES) or province in _PROVINCES_OF[postal_code[0]]
