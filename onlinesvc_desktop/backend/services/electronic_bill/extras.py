# SPDX-License-Identifier: MIT
"""Read what is asked for beside the goods: additional services, money to collect, the value of the goods."""

from typing import Any, Final

from onlinesvc_desktop.backend.services.electronic_bill import codes
from onlinesvc_desktop.backend.services.electronic_bill.reader import Part
from onlinesvc_desktop.contract.electronic_bill import StatusCode

_MOST_CODES: Final = 60
_DOLLARS: Final = "the value of goods is kept in Canadian dollars: send it with currency CAD"


def extras_of(request: Part) -> tuple[dict[str, Any], str]:
    """Return accessorials, cash on delivery and value as a bill has them, and the telephone for dangerous goods."""
    part, totals = request.part("accessorials"), request.part("shipmentTotals")
    values: dict[str, Any] = {}
    declared = _value(totals, "declaredValue", required=False)
    telephone = ""
    if part is not None:
        asked = part.texts("codes", _MOST_CODES)
        values["accessorials"] = _accessorials(part, asked)
        covered = _value(part.part("fullValueCoverageDetails", required="FVC" in asked), "monetaryValue", "FVC" in asked)
        if declared and covered and declared != covered:
            part.refuse("fullValueCoverageDetails", "must be the same as shipmentTotals.declaredValue", StatusCode.DATA)
        declared = declared or covered
        if cod := _cod(part, required="COD" in asked):
            values["cod"] = cod
        telephone = _emergency_telephone(part)
    if declared:
        values["declared_value"] = declared
    return values, telephone


def _accessorials(part: Part, asked: list[str]) -> list[str]:
    for code in dict.fromkeys(asked):
        if code in codes.NOT_OFFERED:
            part.report.remark(part.path("codes"), f"{code} cannot be asked for with a bill here; it is not carried")
        elif code not in codes.ACCESSORIALS:
            part.report.remark(part.path("codes"), f"{code[:20]} is not known; it is not carried")
    return list(dict.fromkeys(codes.ACCESSORIALS[one] for one in asked if one in codes.ACCESSORIALS))


def _value(part: Part | None, name: str, required: bool) -> str:
    if part is None:
        return ""
    amount = part.money(name, required)
    currency = part.choice("currency", codes.CURRENCIES, usual="USD")
    if amount and currency != "CAD":
        part.refuse("currency", _DOLLARS, StatusCode.BUSINESS_RULE)
    return amount


def _cod(part: Part, required: bool) -> dict[str, Any]:
    cod = part.part("cod", required)
    if cod is None:
        return {}
    return {
        "amount": cod.money("amount", required=True),
        "currency": cod.choice("currency", codes.CURRENCIES, usual="USD"),
        "fee_terms": cod.choice("terms", codes.FEE_TERMS, usual="prepaid"),
    }


def _emergency_telephone(part: Part) -> str:
    details = part.part("hazardousDetails")
    contact = None if details is None else details.part("emergencyContact")
    return "" if contact is None else contact.text("phone")
