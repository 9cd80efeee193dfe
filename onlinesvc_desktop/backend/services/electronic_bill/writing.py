# SPDX-License-Identifier: MIT
"""Write a bill as a request of the standard: every member here that has a counterpart there."""

import re
from decimal import Decimal
from typing import Any, Final

from msgspec import UNSET

from onlinesvc_desktop.backend.services.electronic_bill import codes
from onlinesvc_desktop.backend.services.electronic_bill.request import ROLES
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillUnit, GoodsLine
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, composed
from onlinesvc_desktop.contract.electronic_bill import VERSION
from onlinesvc_desktop.contract.freight import DimensionUnit, WeightUnit
from onlinesvc_desktop.contract.shipment import ReferenceType

_COUNTRIES: Final = {ours: theirs for theirs, ours in codes.COUNTRIES.items()}
_TERMS: Final = {ours: theirs for theirs, ours in codes.TERMS.items()}
_WEIGHTS: Final = {WeightUnit.POUND: "Pounds", WeightUnit.KILOGRAM: "Kilograms"}
_LENGTHS: Final = {DimensionUnit.INCH: "Inches", DimensionUnit.CENTIMETRE: "Centimeters"}
_GROUPS: Final = {"I": "1", "II": "2", "III": "3"}
_WEIGHED = re.compile(r"^(?P<weight>[0-9]{1,9}(\.[0-9]{1,4})?) kg, (?P<containers>.+)\Z")
"""A quantity as it is written of a weight and the containers."""
_SIZES: Final = ("length", "width", "height")


def written(bill: BillOfLading) -> dict[str, Any]:
    """Return an issued bill in the form of a request; what the standard has no member for is left out."""
    parties = {theirs: _party(party) for ours, theirs in ROLES.items() if (party := getattr(bill, ours)) is not UNSET}
    values = {
        "version": VERSION,
        "bol": {
            "function": "Create",
            "isTest": False,
            "requestorRole": "Shipper",
            "requestedPickupDate": f"{bill.ship_date.isoformat()}T00:00:00.000",
            "specialInstructions": bill.instructions,
        },
        "payment": {"terms": _TERMS[bill.terms]},
        **parties,
        "referenceNumbers": _references(bill),
        "commodities": {"lineItemLayout": "Nested", "handlingUnits": [_unit(unit) for unit in bill.handling_units]},
        "accessorials": _extras(bill),
    }
    if bill.declared_value is not UNSET:
        values["shipmentTotals"] = {"declaredValue": _number(bill.declared_value), "currency": "CAD"}
    return values


def _party(party: Address) -> dict[str, Any]:
    contact = {
        "phone": party.telephone,
        "phoneExt": party.extension,
        "name": party.attention,
        "email": party.email,
    }
    second = " ".join(filter(None, (party.address2 or "", party.unit or "")))
    return _told(
        name=party.name,
        address1=party.address1,
        address2=second,
        city=party.city,
        stateProvince=party.province,
        postalCode=party.postal_code,
        country=_COUNTRIES.get(party.country, party.country),
        contact=_told(**contact),
    )


def _references(bill: BillOfLading) -> dict[str, Any]:
    of_type: dict[ReferenceType, list[str]] = {}
    for one in bill.references:
        of_type.setdefault(one.type, []).append(one.value)
    return _told(
        pro=bill.autopro_number,
        quoteId=bill.quote,
        bol=[bill.bol_number, *of_type.get(ReferenceType.BILL_OF_LADING, ())],
        po=[{"number": one} for one in of_type.get(ReferenceType.PURCHASE_ORDER, ())],
        additionalReferences=[
            {"name": "Reference", "value": one} for one in of_type.get(ReferenceType.CARRIER_REFERENCE, ())
        ],
    )


def _unit(unit: BillUnit) -> dict[str, Any]:
    sizes = {name: _number(size) for name in _SIZES if (size := getattr(unit, name)) is not UNSET}
    return _told(
        count=unit.count,
        type=codes.WRITTEN_PACKAGES.get(unit.type, unit.type),
        weight=_number(unit.weight),
        weightUnit=_WEIGHTS[unit.weight_unit],
        **sizes,
        dimensionsUnit=_LENGTHS[unit.dimension_unit],
        stackable=unit.stackable,
        lineItems=[_line(line, unit) for line in unit.lines],
    )


def _line(line: GoodsLine, unit: BillUnit) -> dict[str, Any]:
    goods = line.dangerous_goods
    values = _told(
        description=line.description,
        weight=UNSET if line.weight is UNSET else _number(line.weight),
        weightUnit=_WEIGHTS[unit.weight_unit],
        pieces=line.pieces,
        packagingType=codes.WRITTEN_PACKAGES.get(line.package_type, line.package_type),
        classification=unit.freight_class or codes.NO_CLASS,
        nmfc=line.nmfc,
        hazardous=goods is not UNSET,
    )
    return values if goods is UNSET else values | _dangerous(goods, f"{line.pieces} {line.package_type}")


def _dangerous(goods: DangerousGoods, containers: str) -> dict[str, Any]:
    weighed = _WEIGHED.match(goods.quantity)
    others = f" ({', '.join(goods.subsidiary_classes)})" if goods.subsidiary_classes else ""
    details = _told(
        unnaNumber=goods.un_number,
        propername=goods.shipping_name,
        technicalName=goods.technical_name,
        packingGroup=UNSET if goods.packing_group is UNSET else _GROUPS[goods.packing_group.value],
    )
    if weighed and weighed["containers"] == containers:
        details |= {"weight": _number(weighed["weight"]), "weightUnit": "Kilograms"}
    details["class"] = f"{goods.primary_class}{others}"
    return {"hazardousDescription": composed(goods), "hazardousDetails": details}


def _extras(bill: BillOfLading) -> dict[str, Any]:
    telephones = [
        line.dangerous_goods.emergency_telephone
        for unit in bill.handling_units
        for line in unit.lines
        if line.dangerous_goods is not UNSET
    ]
    asked = [codes.WRITTEN_ACCESSORIALS[one] for one in bill.accessorials if one in codes.WRITTEN_ACCESSORIALS]
    values = _told(codes=asked)
    if telephones:
        values["hazardousDetails"] = {"emergencyContact": {"phone": telephones[0]}}
    if bill.cod is not UNSET:
        terms = _TERMS[bill.cod.fee_terms]
        values["cod"] = {"amount": f"{Decimal(bill.cod.amount):.2f}", "currency": bill.cod.currency, "terms": terms}
    if "VAL" in bill.accessorials and bill.declared_value is not UNSET:
        amount = f"{Decimal(bill.declared_value):.2f}"
        values["fullValueCoverageDetails"] = {"monetaryValue": amount, "currency": "CAD"}
    return values


def _number(text: str) -> int | Decimal:
    number = Decimal(text)
    return int(number) if number == int(number) else number


def _told(**values: Any) -> dict[str, Any]:
    """Return the members that say something."""
    return {name: value for name, value in values.items() if value not in (UNSET, "", [], {})}
