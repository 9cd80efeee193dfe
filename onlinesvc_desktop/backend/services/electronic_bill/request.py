# SPDX-License-Identifier: MIT
"""Read a request of the standard as a bill of lading here."""

import re
from dataclasses import dataclass
from typing import Any, Final

from onlinesvc_desktop.backend.services.electronic_bill import codes
from onlinesvc_desktop.backend.services.electronic_bill.extras import extras_of
from onlinesvc_desktop.backend.services.electronic_bill.goods import units_of
from onlinesvc_desktop.backend.services.electronic_bill.reader import Part, Report, decoded
from onlinesvc_desktop.contract.bill_of_lading import BOL_NUMBER_PATTERN, SHEET_LABELS, LabelFormat
from onlinesvc_desktop.contract.contact import Country
from onlinesvc_desktop.contract.electronic_bill import VERSIONS, StatusCode
from onlinesvc_desktop.contract.limits import AUTOPRO_PATTERN, MAX_REFERENCE_LENGTH

ROLES: Final = {"shipper": "origin", "consignee": "destination", "bill_to": "billTo", "customs_broker": "customsBroker"}
"""Parties of a bill, and their names in the standard."""
_MOST_REFERENCES: Final = 40
_MOST_PAGES: Final = 999
_CARRIER_NAMES: Final = frozenset({"reference", "customer reference", "customer reference id"})
"""Names of references that say no more than what a reference of ours is."""


@dataclass(frozen=True, slots=True)
class WantedImages:
    """Which papers go back with the answer; ``start`` is the first free place on a sheet of labels."""

    bol: bool = False
    labels: bool = False
    format: LabelFormat = LabelFormat.PAGE_4X6
    start: int = 1
    pages: int = 0


@dataclass(frozen=True, slots=True)
class BillRequest:
    """A request: the bill by its names on our wire, and what is asked for with it."""

    values: dict[str, Any]
    is_test: bool
    shipment_id: str
    images: WantedImages


def read_request(raw: bytes, report: Report) -> BillRequest:
    """Return what a body says; ``report`` then holds what is wrong with it and what is not carried.

    Raises:
        NotJsonError: it is no JSON object.
    """
    request = decoded(raw, report)
    if request.text("version", required=True) not in {"", *VERSIONS}:
        request.refuse("version", f"must be one of: {', '.join(sorted(VERSIONS))}")
    bol, payment = request.part("bol", required=True), request.part("payment", required=True)
    extras, telephone = extras_of(request)
    references, shipment_id = _references(request.part("referenceNumbers"), report)
    values: dict[str, Any] = {
        **({} if bol is None else _head(bol)),
        "terms": "prepaid" if payment is None else payment.choice("terms", codes.TERMS, required=True, usual="prepaid"),
        **{ours: _party(request, ours, theirs, required=ours != "customs_broker") for ours, theirs in ROLES.items()},
        **references,
        **extras,
        "handling_units": units_of(request, telephone),
    }
    is_test = bol is not None and bool(bol.flag("isTest", required=True))
    images = _images(request.part("images"))
    _check_totals(request, values)
    report.note_unread()
    kept = {name: value for name, value in values.items() if value not in ("", [], {})}
    return BillRequest(kept, is_test, shipment_id, images)


def _head(bol: Part) -> dict[str, Any]:
    bol.choice("function", {"Create": "create"}, required=True)
    role = bol.choice("requestorRole", codes.ROLES, required=True, usual="shipper")
    if role != "shipper":
        bol.report.remark(bol.path("requestorRole"), "is not carried: whoever issues a bill here is its shipper")
    return {"ship_date": bol.day("requestedPickupDate", required=True), "instructions": bol.lines("specialInstructions")}


def _party(request: Part, ours: str, theirs: str, required: bool) -> dict[str, Any]:
    part = request.part(theirs, required)
    if part is None:
        return {}
    request.report.where[f"/{ours}"] = part.at
    contact = part.part("contact", required)
    if part.values.get("country") == "MEX":
        part.text("country")
        part.refuse("country", "Mexico is not served", StatusCode.BUSINESS_RULE)
        country = Country.UNITED_STATES.value
    else:
        country = part.choice("country", codes.COUNTRIES, required=True)
    values = {
        "name": part.text("name", required=True),
        "address1": part.text("address1", required=True),
        "address2": part.text("address2"),
        "city": part.text("city", required=True),
        "province": part.text("stateProvince", required=True),
        "postal_code": part.text("postalCode", required=True),
        "country": country,
    }
    if contact is not None:
        values |= {
            "attention": contact.text("name"),
            "telephone": contact.text("phone", required=True),
            "extension": contact.text("phoneExt"),
            "email": contact.text("email"),
        }
    return {name: value for name, value in values.items() if value}


def _references(part: Part | None, report: Report) -> tuple[dict[str, Any], str]:
    if part is None:
        return {}, ""
    found: list[tuple[str, str, str]] = []
    numbers = part.texts("bol", _MOST_REFERENCES)
    found += [("bill_of_lading", one, part.path("bol")) for one in numbers[1:]]
    if master := part.text("masterBol"):
        found.append(("bill_of_lading", master, part.path("masterBol")))
    for order in part.parts("po", _MOST_REFERENCES):
        found.append(("purchase_order", order.text("number", required=True), order.path("number")))
    if shipment_id := part.text("shipmentId"):
        found.append(("carrier_reference", shipment_id, part.path("shipmentId")))
    for other in part.parts("additionalReferences", _MOST_REFERENCES):
        found.append(("carrier_reference", other.text("value", required=True), other.path("value")))
        if (name := other.text("name")) and name.casefold() not in _CARRIER_NAMES:
            report.remark(other.path("name"), "is not carried: the value is kept as a reference")
    for _, value, at in found:
        if len(value) > MAX_REFERENCE_LENGTH:
            report.refuse(StatusCode.FORMAT, at, f"must have at most {MAX_REFERENCE_LENGTH} characters")
    if len(found) > _MOST_REFERENCES:
        report.refuse(StatusCode.DATA, part.at, f"must hold at most {_MOST_REFERENCES} references")
    report.where |= {f"/references/{index}": at for index, (_, _, at) in enumerate(found)}
    values = {
        "autopro_number": _fitting(part, "pro", AUTOPRO_PATTERN, "must be nine digits", part.text("pro")),
        "bol_number": _fitting(
            part,
            "bol",
            BOL_NUMBER_PATTERN,
            "the first must have 3 to 30 letters without accents, digits and . _ -",
            numbers[0].upper() if numbers else "",
        ),
        "quote": part.text("quoteId"),
        "references": [{"type": kind, "value": value} for kind, value, _ in found],
    }
    return values, shipment_id


def _fitting(part: Part, name: str, pattern: str, rule: str, text: str) -> str:
    if text and not re.match(pattern, text):
        part.refuse(name, rule)
    return text


def _images(part: Part | None) -> WantedImages:
    if part is None:
        return WantedImages()
    labels, wants = part.part("shippingLabels"), bool(part.flag("includeShippingLabels"))
    bol = bool(part.flag("includeBol"))
    if labels is None:
        if wants:
            part.refuse("shippingLabels", "is required with includeShippingLabels", StatusCode.DATA)
        return WantedImages(bol, wants)
    form = LabelFormat(labels.choice("format", codes.LABEL_FORMATS, required=wants, usual="4x6"))
    is_avery = labels.values.get("format") == "Avery"
    start = labels.whole("position", SHEET_LABELS, required=wants and is_avery)
    if not is_avery and start not in (None, 1):
        part.report.remark(labels.path("position"), "is not carried: it is a place on a sheet of Avery labels")
    return WantedImages(
        bol, wants, form, (start or 1) if is_avery else 1, labels.whole("quantity", _MOST_PAGES, required=wants) or 0
    )


def _check_totals(request: Part, values: dict[str, Any]) -> None:
    """Compare the number of handling units with what a request says it is; totals are counted here, never kept."""
    totals = request.part("shipmentTotals")
    units = None if totals is None else totals.whole("handlingUnits", 999_999)
    counted = sum(one["count"] for one in values["handling_units"])
    if totals is not None and units is not None and units != counted:
        request.report.remark(totals.path("handlingUnits"), f"is not carried: the handling units come to {counted}")
