# SPDX-License-Identifier: MIT
"""``/xml/bol-pickup`` and ``/xml/pro-assignment`` for customers' own programs (domain.md 1.8), reconstructed."""

import base64
from datetime import datetime
from typing import Any, Final
from xml.etree.ElementTree import Element

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.numbers import NoNumbersError
from onlinesvc_desktop.backend.pickups import PickupRefusedError, make_pickup
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.issuing import customer_of, issue_in
from onlinesvc_desktop.backend.services.bill_of_lading.papers import USUAL_COPIES, document
from onlinesvc_desktop.backend.services.bill_of_lading.rules import is_day_possible
from onlinesvc_desktop.backend.services.bill_of_lading.xml_request import bill_values, pickup_values
from onlinesvc_desktop.backend.store.pickups import Owner
from onlinesvc_desktop.backend.xml.company import XmlService
from onlinesvc_desktop.backend.xml.door import XmlRefusalError, XmlRequestError, element, text_of
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, IssuedBill
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.number_blocks import MOST_LENT
from onlinesvc_desktop.contract.pickup import PickupRequest
from onlinesvc_desktop.contract.problem import FieldProblem


def bol_and_pickup(call: Call, root: Element) -> str:
    """Issue a bill, then ask for its pickup: the bill stands whatever becomes of the pickup."""
    values = bill_values(root)
    bill = _checked(values, call.now)
    if number := text_of(root, "pro", 9):
        bill = _with_assigned(call, bill, number)
    if text_of(root, "testmode", 1) == "Y":
        return element("pro", "") + f"<pickup>{element('status', 'TEST')}{element('confnbr', '')}</pickup>"
    issued = _issued(call, bill)
    with call.context.database.read() as connection:
        row = store.find_bill(connection, customer_of(call), issued.bol_number)
    assert row is not None
    paper = document(call.context, row.id, row.bol_number, row.carrier, USUAL_COPIES)
    image = element("imagedata", base64.b64encode(paper.content).decode())
    pickup = _pickup(call, pickup_values(root, msgspec.to_builtins(bill), issued.bol_number, issued.autopro_number))
    return f"{element('pro', issued.autopro_number)}<bol>{element('bolnbr', issued.bol_number)}{image}</bol>{pickup}"


def assign_numbers(call: Call, root: Element) -> str:
    """Lend numbers in one run; each goes into ``pro`` of a later bill."""
    count = text_of(root, "count", 3) or "1"
    if not (count.isascii() and count.isdigit() and 0 < int(count) <= MOST_LENT):
        raise XmlRequestError("count", f"must be 1 to {MOST_LENT}")
    if text_of(root, "testmode", 1) == "Y":
        return ""
    account = call.own_session.account
    try:
        with call.context.database.write() as connection:
            numbers = call.context.numbers
            block = numbers.lend(connection, int(count), customer_of(call), account.id, "XML", call.now)
    except NoNumbersError as error:
        raise XmlRefusalError("E409", "no numbers are left") from error
    return "".join(element("pro", number) for number in block.numbers)


def _checked(values: dict[str, Any], now: datetime) -> BillOfLading:
    try:
        bill, problems = checked(BillOfLading, values)
    except msgspec.ValidationError as error:
        raise XmlRequestError("bolpickuprequest", str(error)) from error
    if bill is None:
        raise XmlRequestError("bolpickuprequest", _said(problems))
    if not is_day_possible(bill.ship_date, now):
        raise XmlRequestError("pickupdate", "too far back or ahead")
    return bill


def _with_assigned(call: Call, bill: BillOfLading, number: str) -> BillOfLading:
    if not (number.isascii() and number.isdigit() and len(number) == AUTOPRO_DIGITS):
        raise XmlRequestError("pro", "must be nine digits")
    with call.context.database.read() as connection:
        token = call.context.numbers.token_of(connection, number, customer_of(call))
    if token is None:
        raise XmlRequestError("pro", "was not assigned to you")
    return msgspec.structs.replace(bill, autopro_number=number, number_block=token)


def _issued(call: Call, bill: BillOfLading) -> IssuedBill:
    try:
        with call.context.database.write() as connection:
            return issue_in(call, connection, bill)
    except ApiError as error:
        if error.code is ErrorCode.INVALID_FIELDS:
            raise XmlRefusalError("E409", _said(error.errors)) from error
        raise XmlRefusalError("E409", error.code.value) from error


def _pickup(call: Call, values: dict[str, Any] | None) -> str:
    """Return what became of the pickup; a refusal names its code, and the next possible day where there is one."""
    if values is None:
        return f"<pickup>{element('status', 'NONE')}{element('confnbr', '')}</pickup>"
    account = call.own_session.account
    try:
        request = from_values(values, PickupRequest)
        with call.context.database.write() as connection:
            made = make_pickup(connection, Owner(account.customer_id, account.id), account.language, request, call.now)
    except msgspec.ValidationError as error:
        return f"<pickup>{element('status', str(error))}{element('confnbr', '')}</pickup>"
    except PickupRefusedError as error:
        following = next((str(one.params["next_date"]) for one in error.problems if "next_date" in one.params), "")
        return (
            f"<pickup>{element('status', _said(error.problems))}{element('confnbr', '')}"
            f"{element('nextdate', following.replace('-', ''))}</pickup>"
        )
    return f"<pickup>{element('status', 'OK')}{element('confnbr', made.confirmation_number)}</pickup>"


def _said(problems: tuple[FieldProblem, ...]) -> str:
    return "; ".join(f"{one.pointer} {one.code.value}" for one in problems)


XML_SERVICES: Final = (
    XmlService("/xml/bol-pickup", "bolpickuprequest", "bolpuresults", Right.SHIP, bol_and_pickup),
    XmlService("/xml/pro-assignment", "proassignmentrequest", "proassignmentresults", Right.SHIP, assign_numbers),
)
