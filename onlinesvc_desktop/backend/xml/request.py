# SPDX-License-Identifier: MIT
"""Read ``<tracingrequest>`` (domain.md 1.3): exact names and values, capped sizes, no entities."""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from onlinesvc_desktop.backend.xml.door import XmlRequestError, root_of, text_of
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.shipment import ReferenceType

REQUEST: Final = "tracingrequest"
_MOST_ITEMS = 10
_LONGEST = {"requestor": 6, "authorization": 60, "login": 32, "passwd": 128, "language": 2, "tracetype": 1, "item": 25}
"""Lengths of 1.3; login and password are as long as ours, because a good password is longer than ten characters."""
_TYPES = {
    "P": ReferenceType.AUTOPRO,
    "O": ReferenceType.PURCHASE_ORDER,
    "B": ReferenceType.BILL_OF_LADING,
    "C": ReferenceType.PICKUP,
    "R": ReferenceType.CARRIER_REFERENCE,
}


@dataclass(frozen=True, slots=True)
class XmlTracingRequest:
    """What a customer's program asks."""

    requestor: str
    authorization: str
    login: str
    password: str
    language: Language | None
    kind: ReferenceType
    items: tuple[str, ...]


def read_request(body: bytes) -> XmlTracingRequest:
    """Return what is asked.

    Raises:
        XmlRequestError: it cannot be understood.
    """
    root = root_of(body, REQUEST)
    language = _text(root, "language", required=False)
    if language and language not in {one.value for one in Language}:
        raise XmlRequestError("language", "must be en or fr")
    kind = _TYPES.get(_text(root, "tracetype"))
    if kind is None:
        raise XmlRequestError("tracetype", "must be P, O, B, C or R")
    return XmlTracingRequest(
        _text(root, "requestor"),
        _text(root, "authorization"),
        _text(root, "login", required=False),
        _text(root, "passwd", required=False),
        Language(language) if language else None,
        kind,
        _items(root),
    )


def _items(root: Element) -> tuple[str, ...]:
    parent = root.find("traceitems")
    items = [] if parent is None else [(one.text or "").strip() for one in parent.findall("item")]
    if not items or not all(items):
        raise XmlRequestError("traceitems", "at least one item, and no empty one")
    if len(items) > _MOST_ITEMS:
        raise XmlRequestError("traceitems", f"at most {_MOST_ITEMS} items")
    if any(len(item) > _LONGEST["item"] for item in items):
        raise XmlRequestError("item", f"at most {_LONGEST['item']} characters")
    return tuple(items)


def _text(root: Element, name: str, required: bool = True) -> str:
    return text_of(root, name, _LONGEST[name], required)
