# SPDX-License-Identifier: MIT
"""Issue and cancel bills inside the caller's transaction: one way for clerks, for the carrier XML and for other doors."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.numbers import NoNumbersError
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.rules import (
    cancelled_shipment,
    is_day_possible,
    shipment_of,
    told_when,
)
from onlinesvc_desktop.backend.store.intake import IntakeStore, as_only_writer
from onlinesvc_desktop.backend.store.numbers import on_shipments
from onlinesvc_desktop.backend.store.quotes import QuoteOwner, find_quote
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillState, IssuedBill, usual_bol_number
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.rate_quote import is_over, number_and_letter

NOBODY: Final = 0
"""A customer that there is none of."""


def customer_of(call: Call) -> int:
    """Return the asker's customer.

    Raises:
        ApiError: an administrator has none.
    """
    customer = call.own_session.account.customer_id
    if customer is None:
        raise ApiError(ErrorCode.FORBIDDEN)
    return customer


def checked_bill(values: Mapping[str, Any], now: datetime) -> BillOfLading:
    """Return the bill that values as JSON has them make.

    Raises:
        ApiError: a field is wrong.
        msgspec.ValidationError: a number, a day or a choice is none.
    """
    bill, problems = checked(BillOfLading, values)
    if bill is None:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    if not is_day_possible(bill.ship_date, now):
        raise field_error("/ship_date", FieldCode.MALFORMED)
    return bill


def issue_in(call: Call, connection: Connection, bill: BillOfLading) -> IssuedBill:
    """Issue a bill that was checked, inside the caller's transaction."""
    account, customer = call.own_session.account, customer_of(call)
    as_only_writer(connection)
    earlier = _issued_before(connection, customer, bill)
    if earlier is not None:
        return earlier
    issued_at = told_when(None if bill.issued_at is UNSET else bill.issued_at, call.now)
    _refuse_impossible(call, connection, bill, issued_at)
    autopro = bill.autopro_number if bill.autopro_number is not UNSET else _number(call, connection)
    bol_number = bill.bol_number if bill.bol_number is not UNSET else usual_bol_number(autopro)
    if bill.bol_number is UNSET and store.find_bill(connection, customer, bol_number) is not None:
        raise field_error("/bol_number", FieldCode.TAKEN)
    kept = msgspec.structs.replace(bill, autopro_number=autopro, bol_number=bol_number, number_block=UNSET, issued_at=UNSET)
    record = shipment_of(kept, autopro, bol_number, account.customer_number or "", issued_at, call.now)
    IntakeStore().take(connection, [record], call.now)
    store.add_bill(connection, kept, customer, account.id, call.context.config.carrier_name, issued_at)
    return IssuedBill(bol_number, autopro, issued_at.replace(microsecond=0))


def refuse_in(call: Call, connection: Connection, bill: BillOfLading) -> None:
    """Refuse a bill that could not be issued, and write nothing.

    Raises:
        ApiError: as when it is issued; that no number is left comes out then alone.
    """
    if _issued_before(connection, customer_of(call), bill) is None:
        _refuse_impossible(call, connection, bill, call.now)


def _refuse_impossible(call: Call, connection: Connection, bill: BillOfLading, issued_at: datetime) -> None:
    customer = customer_of(call)
    if bill.autopro_number is not UNSET:
        _refuse_number_not_lent(call, connection, customer, bill)
    _refuse_quote_that_does_not_hold(call, connection, bill, issued_at)
    if bill.bol_number is not UNSET and store.find_bill(connection, customer, bill.bol_number) is not None:
        raise field_error("/bol_number", FieldCode.TAKEN)


def _number(call: Call, connection: Connection) -> str:
    try:
        return call.context.numbers.take(connection)
    except NoNumbersError as error:
        raise ApiError(ErrorCode.NO_NUMBERS_LEFT) from error


def _issued_before(connection: Connection, customer: int, bill: BillOfLading) -> IssuedBill | None:
    """Return the bill of the same number and content: sent again long after its key was forgotten, it stays one."""
    if bill.autopro_number is UNSET:
        return None
    row = store.find_by_autopro(connection, str(bill.autopro_number))
    if row is None or row.customer_id != customer:
        return None
    same = msgspec.structs.replace(bill, bol_number=row.bol_number, number_block=UNSET, issued_at=UNSET)
    if bill.bol_number not in (UNSET, row.bol_number) or store.content_of(connection, row.id) != same:
        return None
    return IssuedBill(row.bol_number, row.autopro_number, from_seconds(row.issued_at))


def _refuse_number_not_lent(call: Call, connection: Connection, customer: int, bill: BillOfLading) -> None:
    number, token = str(bill.autopro_number), "" if bill.number_block is UNSET else bill.number_block
    if on_shipments(connection, [number]):
        raise field_error("/autopro_number", FieldCode.TAKEN)
    if not call.context.numbers.borrowed(connection, token, number, customer, call.now):
        raise field_error("/autopro_number", FieldCode.UNKNOWN)


def _refuse_quote_that_does_not_hold(call: Call, connection: Connection, bill: BillOfLading, issued_at: datetime) -> None:
    """Refuse a quote that was over when the bill was issued; a price given over the telephone is not known here."""
    named = None if bill.quote is UNSET else number_and_letter(bill.quote)
    account = call.own_session.account
    quote = None if named is None else find_quote(connection, named[0], QuoteOwner(account.customer_id, account.id))
    if named is None or quote is None:
        return
    if is_over(quote.valid_until, quote.origin.province, issued_at):
        raise field_error("/quote", FieldCode.QUOTE_EXPIRED, valid_until=quote.valid_until.isoformat())
    if named[1] and named[1] not in {option.letter for option in quote.options}:
        raise field_error("/quote", FieldCode.UNKNOWN)


def cancel_in(call: Call, connection: Connection, bol_number: str) -> None:
    """Cancel a bill inside the caller's transaction.

    Raises:
        ApiError: there is none, its goods were picked up, or it was cancelled before.
    """
    as_only_writer(connection)
    row = store.find_bill(connection, call.own_session.account.customer_id or NOBODY, bol_number)
    if row is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if store.item_of(row).state is not BillState.ISSUED:
        raise ApiError(ErrorCode.WRONG_STATE)
    bill = store.content_of(connection, row.id)
    IntakeStore().take(connection, [cancelled_shipment(bill, row.autopro_number, call.now)], call.now)
    store.cancel(connection, row.id, call.now)
