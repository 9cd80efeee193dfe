# SPDX-License-Identifier: MIT
"""Lend numbers to workstations, take unused ones back; the carrier's ranges for administrators."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.numbers import NoNumbersError
from onlinesvc_desktop.backend.store import numbers as store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.autopro import serial_of
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.number_blocks import (
    ADD_NUMBER_RANGE,
    BORROW_NUMBERS,
    LIST_NUMBER_RANGES,
    RETURN_NUMBERS,
    NewNumberRange,
    NumberBlock,
    NumberBlockRequest,
    NumberRangeItem,
    ReturnedNumbers,
    ReturnReceipt,
)
from onlinesvc_desktop.contract.paging import Page


def borrow(call: Call, request: NumberBlockRequest) -> NumberBlock:
    """Lend a block to the asker's customer.

    Raises:
        ApiError: no range has so many numbers left; an administrator has no customer.
    """
    account = call.own_session.account
    customer = account.customer_id
    if customer is None:
        raise ApiError(ErrorCode.FORBIDDEN)

    def lend(connection: Connection) -> NumberBlock:
        numbers = call.context.numbers
        try:
            return numbers.lend(connection, request.count, customer, account.id, request.workstation, call.now)
        except NoNumbersError as error:
            raise ApiError(ErrorCode.NO_NUMBERS_LEFT) from error

    return answer_once(call, BORROW_NUMBERS, request, lend)


def give_back(call: Call, request: ReturnedNumbers) -> ReturnReceipt:
    """Take back what a workstation did not use.

    Raises:
        ApiError: its customer was lent no such block.
    """
    customer = call.own_session.account.customer_id

    def take(connection: Connection) -> ReturnReceipt:
        try:
            back = call.context.numbers.give_back(connection, request.token, request.unused, customer or 0, call.now)
        except LookupError as error:
            raise ApiError(ErrorCode.NOT_FOUND) from error
        return ReturnReceipt(back)

    return answer_once(call, RETURN_NUMBERS, request, take)


def list_ranges(call: Call, _: None) -> Page[NumberRangeItem]:
    """Return every range."""
    with call.context.database.read() as connection:
        return Page(store.list_ranges(connection))


def add_range(call: Call, request: NewNumberRange) -> NumberRangeItem:
    """Add a range.

    Raises:
        ApiError: an end has a wrong check digit, they are the wrong way round, or another range has some of the numbers.
    """
    rule = request.check_digit
    first, last = serial_of(request.first, rule), serial_of(request.last, rule)
    if first is None or last is None:
        raise field_error("/first" if first is None else "/last", FieldCode.MALFORMED)
    if last < first:
        raise field_error("/last", FieldCode.TOO_SHORT)

    def create(connection: Connection) -> NumberRangeItem:
        store.lock_ranges(connection)
        if store.overlapping(connection, first, last, rule):
            raise field_error("/first", FieldCode.TAKEN)
        account = call.own_session.account.id
        added = store.add_range(connection, first, last, rule, call.now, account)
        subject = f"{request.first}-{request.last}"
        note(connection, call.now, account, AuditAction.NUMBER_RANGE_ADDED, subject, call.address)
        return next(item for item in store.list_ranges(connection) if item.id == added)

    return answer_once(call, ADD_NUMBER_RANGE, request, create)


ROUTES = (
    Route(BORROW_NUMBERS, borrow),
    Route(RETURN_NUMBERS, give_back),
    Route(LIST_NUMBER_RANGES, list_ranges),
    Route(ADD_NUMBER_RANGE, add_range),
)
