# SPDX-License-Identifier: MIT
"""Read ``<tracingrequest>`` (domain.md 1.3): exact names and values, capped sizes, no entities."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.shipment import ReferenceType

MAX_XML_BYTES = 65_536
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


class XmlRequestError(Exception):
    """A request that cannot be answered; ``element`` is the one that is wrong."""

    def __init__(self, element: str, why: str) -> None:
        super().__init__(f"{element}: {why}")


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
    try:
        declared = body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        root = fromstring(body.strip() if declared else body.decode("iso-8859-1"), forbid_dtd=True)
    except DefusedXmlException as error:
        raise XmlRequestError("tracingrequest", "document types and entities are refused") from error
    except (ParseError, ValueError, LookupError) as error:
        raise XmlRequestError("tracingrequest", "this is not well-formed XML") from error
    if root.tag != "tracingrequest":
        raise XmlRequestError("tracingrequest", "the root element must have this name")
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
    element = root.find(name)
    text = "" if element is None else (element.text or "").strip()
    if required and not text:
        raise XmlRequestError(name, "is required; names are case-sensitive")
    if len(text) > _LONGEST[name]:
        raise XmlRequestError(name, f"at most {_LONGEST[name]} characters")
    return text
