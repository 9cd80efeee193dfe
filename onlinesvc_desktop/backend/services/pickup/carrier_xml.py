# SPDX-License-Identifier: MIT
"""``POST /xml/pickup``: a customer's own program asks for a pickup (domain.md 1.5, 1.8; partly reconstructed).

The same document from the same login is one pickup, however often it comes: a program that lost its answer sends it again.
"""

import hashlib
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element, tostring

import msgspec

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.pickups import PickupRefusedError, checked_pickup, make_pickup
from onlinesvc_desktop.backend.services.pickup.api import owner_of
from onlinesvc_desktop.backend.store.idempotency import claim_key, keep_answer
from onlinesvc_desktop.backend.xml.company import XmlService
from onlinesvc_desktop.backend.xml.door import XmlRequestError, element, text_of
from onlinesvc_desktop.contract.codes import Language, Right
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.pickup import PickupRequest
from onlinesvc_desktop.contract.problem import FieldProblem

ROOT = "pickuprequest"
_MOST_LINES = 500
_COUNTRIES = {"CN": "CA", "CA": "CA", "US": "US"}
_ELEMENT_OF = {
    "place": "shipper",
    "pickup_date": "pickupdate",
    "ready_time": "readytime",
    "close_time": "closetime",
    "items": "shipdetail",
    "contact": "shipper/contact",
    "instructions": "si/description",
}
"""Which element of the request a member of ours was read from."""


def _answer(call: Call, root: Element) -> str:
    account = call.own_session.account
    language = _language(root) or account.language
    request = _request(root)
    try:
        with call.context.database.write() as connection:
            if text_of(root, "testmode", 1) == "Y":
                checked_pickup(connection, request, call.now)
                return element("status", "OK")
            scope, digest = f"xmlPickup:{account.id}", hashlib.sha256(tostring(root)).digest()
            earlier = claim_key(connection, scope, digest.hex(), digest, call.now)
            if earlier is not None:
                return earlier.answer.decode()
            made = make_pickup(connection, owner_of(call), language, request, call.now)
            answer = element("status", "OK") + element("confnbr", made.confirmation_number)
            keep_answer(connection, scope, digest.hex(), answer.encode())
            return answer
    except PickupRefusedError as refused:
        return _refused(refused.problems)


def _language(root: Element) -> Language | None:
    text = text_of(root, "language", 2)
    if text and text not in {one.value for one in Language}:
        raise XmlRequestError("language", "must be en or fr")
    return Language(text) if text else None


def _refused(problems: tuple[FieldProblem, ...]) -> str:
    first = problems[0]
    member, _, rest = first.pointer.removeprefix("/").partition("/")
    where = _ELEMENT_OF.get(member, member) if member != "place" or not rest else f"shipper/{rest}"
    following = str(first.params.get("next_date", "")).replace("-", "")
    said = element("status", "ERROR") + element("errorcode", "E422") + element("errormsg", f"{where}: {first.code}")
    return said + (element("nextdate", following) if following else "")


def _request(root: Element) -> PickupRequest:
    shipper = root.find("shipper")
    if shipper is None:
        raise XmlRequestError("shipper", "is required; names are case-sensitive")
    is_metric = text_of(root, "kg", 1) == "Y"
    destination = root.find("consignee")
    zip_code = text_of(destination, "zip", 10)
    items = [_item(line, zip_code, is_metric, root) for line in root.findall("shipdetail/line")]
    if not items or len(items) > _MOST_LINES:
        raise XmlRequestError("shipdetail", f"1 to {_MOST_LINES} lines")
    values = {
        "place": _place(shipper),
        "pickup_date": _day(text_of(root, "pickupdate", 8, required=True)),
        "ready_time": _clock("readytime", text_of(root, "readytime", 5, required=True)),
        "close_time": _clock("closetime", text_of(root, "closetime", 5, required=True)),
        "items": items,
        "contact": {"name": text_of(shipper, "contact", 30, required=True), "telephone": _telephone(shipper)},
        "accessorials": [(one.text or "").strip()[:10] for one in root.findall("accitems/item") if (one.text or "").strip()],
        "instructions": text_of(root, "si/description", 2_000),
    }
    try:
        return from_values(values, PickupRequest)
    except msgspec.ValidationError as error:
        raise XmlRequestError(ROOT, str(error)) from error


def _place(shipper: Element) -> dict[str, Any]:
    country = text_of(shipper, "country", 2, required=True)
    if country not in _COUNTRIES:
        raise XmlRequestError("shipper/country", "must be CN or US")
    place = {
        "name": text_of(shipper, "company", 30, required=True),
        "address1": text_of(shipper, "address1", 30, required=True),
        "city": text_of(shipper, "city", 30, required=True),
        "province": text_of(shipper, "state", 2, required=True),
        "postal_code": text_of(shipper, "zip", 10, required=True),
        "country": _COUNTRIES[country],
    }
    more = {
        "address2": text_of(shipper, "address2", 30),
        "unit": text_of(shipper, "unit", 5),
    }
    return place | {name: text for name, text in more.items() if text}


def _telephone(shipper: Element) -> str:
    extension = text_of(shipper, "phoneext", 6)
    return text_of(shipper, "phone", 20, required=True) + (f" x{extension}" if extension else "")


def _item(line: Element, zip_code: str, is_metric: bool, root: Element) -> dict[str, Any]:
    pieces = text_of(line, "pcs", 3, required=True)
    if not pieces.isascii() or not pieces.isdigit():
        raise XmlRequestError("pcs", "must be a whole number")
    weight = text_of(line, "swgt", 10, required=True)
    bill, pro = text_of(root, "bolnbr", 30), text_of(root, "pro", 10)
    return {
        "destination": {"postal_code": text_of(line, "zip", 10) or zip_code},
        "count": int(pieces),
        "type": text_of(line, "pkg", 10) or "PCS",
        "weight": weight,
        "weight_unit": "kg" if is_metric else "lb",
        **({"bol_number": bill} if bill else {}),
        **({"autopro_number": pro} if pro else {}),
    }


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise XmlRequestError("pickupdate", "must be CCYYMMDD") from error


def _clock(name: str, text: str) -> str:
    digits = text.replace(":", "")
    if len(digits) != 4 or not digits.isascii() or not digits.isdigit() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        raise XmlRequestError(name, "must be HHMM")
    return f"{digits[:2]}:{digits[2:]}"


PICKUP_XML = XmlService("/xml/pickup", ROOT, "pickupresults", Right.SHIP, _answer)
