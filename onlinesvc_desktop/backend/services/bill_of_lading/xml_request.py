# SPDX-License-Identifier: MIT
"""Read ``<bolpickuprequest>`` (domain.md 1.8): what a customer's own program says of a bill and of its pickup."""

from datetime import date
from typing import Any, Final
from xml.etree.ElementTree import Element

from onlinesvc_desktop.backend.xml.door import XmlRequestError, text_of
from onlinesvc_desktop.contract.contact import country_of

_COUNTRIES: Final = {"CN": "CA", "CA": "CA", "US": "US", "": ""}
_TERMS: Final = {"P": "prepaid", "C": "collect", "T": "third_party", "3": "third_party"}
_CLASSES: Final = {"77": "77.5", "92": "92.5"}
_MOST_LINES = 500


def bill_values(root: Element) -> dict[str, Any]:
    """Return the bill by its names on our wire.

    Raises:
        XmlRequestError: an element is missing or cannot be read.
    """
    terms = text_of(root, "terms", 1) or ("T" if root.find("billto") is not None else "P")
    if terms not in _TERMS:
        raise XmlRequestError("terms", "must be P, C or T")
    references = {
        "purchase_order": text_of(root, "ponbr", 30),
        "carrier_reference": text_of(root, "custrefnbr", 30),
    }
    values: dict[str, Any] = {
        "ship_date": day_of(root, "pickupdate").isoformat(),
        "terms": _TERMS[terms],
        "shipper": _address(root, "shipper"),
        "consignee": _address(root, "consignee"),
        "handling_units": _units(root),
        "references": [{"type": kind, "value": value} for kind, value in references.items() if value],
        "accessorials": _accessorials(root),
        "instructions": _instructions(root),
        "bol_number": text_of(root, "bolnbr", 30).upper(),
        "quote": text_of(root, "rqnbr", 30),
        "declared_value": text_of(root, "dvamt", 14),
    }
    if root.find("billto") is not None:
        values["bill_to"] = _address(root, "billto")
    return {name: value for name, value in values.items() if value not in ("", [], None)}


def pickup_values(root: Element, bill: dict[str, Any], bol_number: str, autopro: str) -> dict[str, Any] | None:
    """Return the pickup that goes with a bill, None when no times are given."""
    ready, close = text_of(root, "readytime", 4), text_of(root, "closetime", 4)
    if not ready and not close:
        return None
    shipper = bill["shipper"]
    contact = {"name": shipper.get("attention") or shipper["name"], "telephone": shipper.get("telephone", "")}
    items = [
        {
            "destination": {"postal_code": bill["consignee"]["postal_code"]},
            **{name: unit[name] for name in ("count", "type", "weight")},
            "weight_unit": unit.get("weight_unit", "lb"),
            "bol_number": bol_number,
            "autopro_number": autopro,
        }
        for unit in bill["handling_units"]
    ]
    return {
        "place": shipper,
        "pickup_date": bill["ship_date"],
        "ready_time": _time(ready),
        "close_time": _time(close),
        "items": items,
        "contact": contact,
    }


def day_of(root: Element, name: str) -> date:
    """Return a day written CCYYMMDD.

    Raises:
        XmlRequestError: it is none.
    """
    text = text_of(root, name, 8, required=True)
    try:
        return date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    except ValueError as error:
        raise XmlRequestError(name, "must be a day written CCYYMMDD") from error


def _time(text: str) -> str:
    return f"{text[:2]}:{text[2:]}"


def _address(root: Element, role: str) -> dict[str, Any]:
    block = root.find(role)
    if block is None:
        raise XmlRequestError(role, "is required; names are case-sensitive")
    country = text_of(block, "country", 2)
    if country not in _COUNTRIES:
        raise XmlRequestError("country", "must be CN or US")
    province = text_of(block, "state", 3, required=True)
    known = country_of(province)
    values = {
        "name": text_of(block, "company", required=True),
        "attention": text_of(block, "contact"),
        "telephone": text_of(block, "phone", 30),
        "extension": text_of(block, "phoneext", 10),
        "address1": text_of(block, "address1", required=True),
        "address2": text_of(block, "address2"),
        "unit": text_of(block, "unit", 30),
        "city": text_of(block, "city", required=True),
        "province": province,
        "postal_code": text_of(block, "zip", 12, required=True),
        "country": _COUNTRIES[country] or ("" if known is None else known.value),
    }
    return {name: value for name, value in values.items() if value}


def _units(root: Element) -> list[dict[str, Any]]:
    lines = root.findall("shipdetail/line")
    if not lines:
        raise XmlRequestError("shipdetail", "at least one line")
    if len(lines) > _MOST_LINES:
        raise XmlRequestError("shipdetail", f"at most {_MOST_LINES} lines")
    sizes = root.findall("dimensions")
    is_metric = text_of(root, "kg", 1) == "Y"
    units = []
    for index, line in enumerate(lines):
        size = sizes[index] if index < len(sizes) else None
        units.append(_unit(line, size, root) | {"weight_unit": "kg" if is_metric else "lb"})
    return units


def _unit(line: Element, size: Element | None, root: Element) -> dict[str, Any]:
    pieces, package = _whole(line, "pcs"), text_of(line, "pkg", 3) or "PCS"
    description = " ".join(filter(None, (text_of(line, "description1"), text_of(line, "description2"))))
    if not description:
        raise XmlRequestError("description1", "is required; names are case-sensitive")
    goods: dict[str, Any] = {"description": description, "pieces": pieces, "package_type": package}
    if nmfc := text_of(line, "nmfc", 30):
        goods["nmfc"] = nmfc
    if text_of(line, "haz", 1) == "Y":
        goods["dangerous_goods"] = _dangerous(line, root, description, f"{pieces} {package}")
    unit: dict[str, Any] = {"count": pieces, "type": package, "weight": text_of(line, "swgt", 14, required=True)}
    unit["lines"] = [goods]
    if freight_class := text_of(line, "cls", 5).lstrip("0"):
        unit["freight_class"] = _CLASSES.get(freight_class, freight_class)
    if size is not None:
        unit |= {"length": text_of(size, "len", 14), "width": text_of(size, "wid", 14), "height": text_of(size, "hgt", 14)}
    return {name: value for name, value in unit.items() if value != ""}


def _dangerous(line: Element, root: Element, description: str, containers: str) -> dict[str, Any]:
    values = {
        "un_number": text_of(line, "hazun", 10, required=True),
        "shipping_name": description,
        "primary_class": text_of(line, "hazcls", 6, required=True),
        "packing_group": text_of(line, "hazpg", 3),
        "quantity": containers,
        "emergency_telephone": text_of(root, "emerphone", 30, required=True),
        "erap_number": text_of(root, "erapnbr", 30),
        "subsidiary_classes": text_of(line, "hazsubcls", 30).replace(",", " ").split(),
    }
    return {name: value for name, value in values.items() if value not in ("", [])}


def _whole(line: Element, name: str) -> int:
    text = text_of(line, name, 5, required=True)
    if not (text.isascii() and text.isdigit() and int(text)):
        raise XmlRequestError(name, "must be a whole number above zero")
    return int(text)


def _accessorials(root: Element) -> list[str]:
    codes = [(one.text or "").strip() for one in root.findall("accitems/item")]
    if text_of(root, "pff", 1) == "Y":
        codes.append("PFF")
    return [code for code in dict.fromkeys(codes) if code]


def _instructions(root: Element) -> str:
    said = [(one.text or "").strip() for one in root.findall("si/description")]
    broker = text_of(root, "brokername")
    return "\n".join([*filter(None, said), *([f"Customs broker: {broker}"] if broker else [])])
