# SPDX-License-Identifier: MIT
"""Read ``commodities``: handling units with their line items, and dangerous goods, as a bill has them here."""

import re
from decimal import Decimal
from typing import Any, Final

from onlinesvc_desktop.backend.services.electronic_bill import codes
from onlinesvc_desktop.backend.services.electronic_bill.reader import Part
from onlinesvc_desktop.contract.bill_of_lading import MOST_LINES
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, composed, spelt_un_number
from onlinesvc_desktop.contract.electronic_bill import StatusCode
from onlinesvc_desktop.contract.freight import MOST_UNITS
from onlinesvc_desktop.contract.messages import from_values

_POUND_IN_KILOGRAMS: Final = Decimal("0.45359237")
_SIZES: Final = ("length", "width", "height")
_MOST_COUNT, _MOST_PIECES = 999, 99_999
_LONGEST_CODE = 10
_DANGER = re.compile(r"^(?P<primary>[0-9.]+[A-Z]?)\s*(?:\((?P<others>[^()]*)\))?\Z")


def units_of(request: Part, telephone: str) -> list[dict[str, Any]]:
    """Return the handling units of a request; ``telephone`` is the emergency contact's."""
    commodities = request.part("commodities", required=True)
    if commodities is None:
        return []
    layout = commodities.choice("lineItemLayout", codes.LAYOUTS, required=True)
    found = commodities.parts("handlingUnits", MOST_UNITS, required=True)
    if layout == "stacked":
        request.report.remark(
            commodities.path("lineItemLayout"), "line items are kept with the handling unit that they stand in"
        )
    loose = commodities.parts("lineItems", MOST_LINES) if layout == "stacked" else []
    if loose:
        request.report.remark(commodities.path("lineItems"), "are kept with the first handling unit")
    return [_unit(one, loose if index == 0 else [], telephone, index) for index, one in enumerate(found)]


def _unit(part: Part, loose: list[Part], telephone: str, index: int) -> dict[str, Any]:
    report, at = part.report, f"/handling_units/{index}"
    report.where[at] = part.at
    unit: dict[str, Any] = {
        "count": part.whole("count", _MOST_COUNT, required=True) or 1,
        "type": _package(part, "type"),
        "weight": part.number("weight", required=True),
        "weight_unit": part.choice("weightUnit", codes.WEIGHT_UNITS, usual="lb"),
        "dimension_unit": part.choice("dimensionsUnit", codes.DIMENSION_UNITS, usual="in"),
    }
    unit |= {name: size for name in _SIZES if (size := part.number(name))}
    stackable = part.flag("stackable")
    if stackable is not None:
        unit["stackable"] = stackable
    lines, classes = [], dict[str, None]()
    for place, line in enumerate([*part.parts("lineItems", MOST_LINES), *loose]):
        report.where[f"{at}/lines/{place}"] = line.at
        lines.append(_line(line, unit["weight_unit"], telephone))
        classes[line.choice("classification", codes.CLASSES, required=True)] = None
        if line.flag("stackable") not in (None, bool(stackable)):
            report.remark(line.path("stackable"), "is not carried: a handling unit as a whole is stackable or not")
    if not lines:
        report.refuse(StatusCode.DATA, part.path("lineItems"), "at least one line item is required")
    unit["lines"] = lines
    if known := sorted(filter(None, classes), key=Decimal):
        unit["freight_class"] = known[-1]
    if len(classes) > 1:
        report.remark(part.path("lineItems[].classification"), "the highest class counts for the handling unit")
    return unit


def _line(part: Part, unit_of_weight: str, telephone: str) -> dict[str, Any]:
    weight, own_unit = part.number("weight", required=True), part.choice("weightUnit", codes.WEIGHT_UNITS, usual="lb")
    if weight and own_unit != unit_of_weight:
        weight = _converted(weight, own_unit)
        part.report.remark(part.path("weight"), "is kept in the weight unit of its handling unit")
    pieces, package = part.whole("pieces", _MOST_PIECES, required=True) or 1, _package(part, "packagingType")
    line: dict[str, Any] = {
        "description": part.text("description", required=True),
        "pieces": pieces,
        "package_type": package,
        "weight": weight,
    }
    nmfc, sub = part.text("nmfc"), part.text("nmfcSub")
    if nmfc:
        line["nmfc"] = f"{nmfc}-{sub}" if sub else nmfc
    elif sub:
        part.report.remark(part.path("nmfcSub"), "is not carried without nmfc")
    if part.flag("hazardous", required=True):
        line["dangerous_goods"] = _dangerous(part, telephone, f"{pieces} {package}")
    return line


def _dangerous(line: Part, telephone: str, containers: str) -> dict[str, Any]:
    part = line.part("hazardousDetails", required=True)
    if part is None:
        return {}
    danger = _DANGER.match(part.text("class", required=True))
    if danger is None and part.text("class"):
        part.refuse("class", "must be a class such as 3, or 3 (6.1) with subsidiary classes", StatusCode.DATA)
    quantity, unit = part.number("weight"), part.choice("weightUnit", codes.WEIGHT_UNITS, usual="lb")
    if quantity and unit == "lb":
        quantity = _converted(quantity, "lb")
    values = {
        "un_number": part.text("unnaNumber", required=True),
        "shipping_name": part.text("propername", required=True),
        "technical_name": part.text("technicalName"),
        "primary_class": "" if danger is None else danger["primary"],
        "subsidiary_classes": [] if danger is None else (danger["others"] or "").replace(",", " ").split(),
        "packing_group": part.choice("packingGroup", codes.PACKING_GROUPS),
        "quantity": f"{quantity} kg, {containers}" if quantity else containers,
        "emergency_telephone": telephone,
    }
    goods = {name: value for name, value in values.items() if value not in ("", [])}
    _compare(line, goods)
    return goods


def _compare(line: Part, goods: dict[str, Any]) -> None:
    """Say that a description is not carried, unless it is what is printed anyway."""
    said = line.text("hazardousDescription", longest=500)
    if not said or line.report.problems or "emergency_telephone" not in goods:
        return
    spelt = {"un_number": spelt_un_number(goods["un_number"]) or ""}
    if _bare(said) != _bare(composed(from_values(goods | spelt, DangerousGoods))):
        line.report.remark(line.path("hazardousDescription"), "is composed of hazardousDetails instead")


def _bare(text: str) -> str:
    return "".join(c for c in text.upper().replace("PG", "") if c.isalnum())


def _package(part: Part, name: str) -> str:
    code = part.text(name, required=True, longest=_LONGEST_CODE)
    if code and code not in codes.PACKAGES and code not in codes.WRITTEN_PACKAGES:
        part.report.remark(part.path(name), "has a code that the standard does not name; it is kept as it is")
    return codes.OUR_PACKAGES.get(code, code)


def _converted(weight: str, unit: str) -> str:
    """Return pounds as kilograms, or kilograms as pounds, with at most four decimals."""
    number = Decimal(weight)
    other = number * _POUND_IN_KILOGRAMS if unit == "lb" else number / _POUND_IN_KILOGRAMS
    text = f"{max(round(other, 4), Decimal('0.0001')):f}"
    return text.rstrip("0").rstrip(".")
