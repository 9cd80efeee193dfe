# SPDX-License-Identifier: MIT
"""Issue, show and cancel bills for customers' own programs, by the same rules as for clerks."""

import base64
import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.bills import BillDesk, StandingBill
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.services.electronic_bill import store
from onlinesvc_desktop.backend.services.electronic_bill.faults import CORRECT, FailedError, failure_of, refused
from onlinesvc_desktop.backend.services.electronic_bill.reader import NotJsonError, Remark, Report
from onlinesvc_desktop.backend.services.electronic_bill.request import BillRequest, WantedImages, read_request
from onlinesvc_desktop.backend.services.electronic_bill.writing import written
from onlinesvc_desktop.backend.store.idempotency import claim_key, keep_answer
from onlinesvc_desktop.backend.store.intake import as_only_writer
from onlinesvc_desktop.contract.bill_of_lading import SHEET_LABELS, BillOfLading, BillState, LabelFormat, LabelQuery
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.electronic_bill import AnswerImages, AnswerNumbers, StatusCode

log = logging.getLogger(__name__)

_UNCHANGEABLE: Final = "an issued bill is not changed"
_CANCEL_FIRST: Final = "Cancel it with DELETE while its goods are not picked up, then create another one."
_CALL: Final = "Call the carrier."
_NO_NUMBERS: Final = AnswerNumbers()
_NO_IMAGES: Final = AnswerImages()
_ENCODER = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: whose it is, the PRO of its address if there is one, its body, and its idempotency key."""

    call: Call
    pro: str
    raw: bytes
    key: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, and what there is to say about it."""

    message: str
    numbers: AnswerNumbers = _NO_NUMBERS
    remarks: tuple[Remark, ...] = ()
    images: AnswerImages = _NO_IMAGES
    bill: msgspec.Raw | msgspec.UnsetType = UNSET


class Programs:
    """The four requests of customers' programs."""

    def __init__(self, desk: BillDesk) -> None:
        self._desk = desk

    def create(self, asked: Asked) -> Done:
        """Issue a bill, or check it and write nothing when it is a test.

        Raises:
            FailedError: it cannot be issued.
        """
        report = Report()
        request, bill = self._read(asked, report)
        if request.is_test:
            try:
                with asked.call.context.database.read() as connection:
                    self._desk.refuse(asked.call, connection, _with_token(asked.call, connection, bill))
            except ApiError as error:
                raise failure_of(error, report.where) from error
            report.remark("bol.isTest", "nothing was issued", StatusCode.INFORMATION)
            return Done("The bill could be issued.", remarks=tuple(report.remarks))
        try:
            with asked.call.context.database.write() as connection:
                standing = self._issued(asked, connection, request, bill, report)
        except ApiError as error:
            raise failure_of(error, report.where) from error
        return self._answer("The bill stands.", asked.call, standing, request.images, report)

    def replace(self, asked: Asked) -> Done:
        """Answer for a bill that stands exactly as it is sent: there is no changing of one.

        Raises:
            FailedError: there is no such bill, it does not stand any longer, or it says something else.
        """
        standing = self._own(asked)
        report = Report()
        request, bill = self._read(asked, report)
        numbers = {"autopro_number": standing.issued.autopro_number, "bol_number": standing.issued.bol_number}
        named = (bill.autopro_number, bill.bol_number)
        says_others = any(one not in (UNSET, own) for one, own in zip(named, numbers.values(), strict=True))
        same = msgspec.structs.replace(bill, **numbers, number_block=UNSET, issued_at=UNSET)
        if standing.state is not BillState.ISSUED:
            way = "Create another one." if standing.state is BillState.CANCELLED else _CALL
            raise refused(StatusCode.BUSINESS_RULE, f"{_UNCHANGEABLE}; this one is {_words(standing)}", way)
        if says_others or same != standing.content:
            raise refused(StatusCode.BUSINESS_RULE, _UNCHANGEABLE, _CANCEL_FIRST)
        return self._answer("The bill stands as it was sent.", asked.call, standing, request.images, report)

    def cancel(self, asked: Asked) -> Done:
        """Cancel a bill whose goods were not picked up; one that is cancelled stays so.

        Raises:
            FailedError: there is no such bill, or its goods were picked up.
        """
        standing, call = self._own(asked), asked.call
        numbers = _numbers(standing)
        if standing.state is BillState.CANCELLED:
            return Done("The bill was cancelled before.", numbers)
        try:
            with call.context.database.write() as connection:
                self._desk.cancel(call, connection, standing.issued.bol_number)
        except ApiError as error:
            if error.code is not ErrorCode.WRONG_STATE:
                raise failure_of(error, {}) from error
            raise refused(StatusCode.BUSINESS_RULE, "its goods were picked up", _CALL) from error
        return Done("The bill is cancelled.", numbers)

    def show(self, asked: Asked) -> Done:
        """Return a bill in the form of a request.

        Raises:
            FailedError: there is no such bill.
        """
        standing = self._own(asked)
        bill = msgspec.Raw(_ENCODER.encode(written(standing.content)))
        return Done(f"The bill is {_words(standing)}.", _numbers(standing), bill=bill)

    def _own(self, asked: Asked) -> StandingBill:
        with asked.call.context.database.read() as connection:
            found = self._desk.find(connection, _customer(asked.call), asked.pro)
        if found is None:
            message = "no bill of yours has this PRO"
            raise refused(StatusCode.DATA, message, "Look the PRO up in the answer to its creation.", HTTPStatus.NOT_FOUND)
        return found

    def _read(self, asked: Asked, report: Report) -> tuple[BillRequest, BillOfLading]:
        try:
            request = read_request(asked.raw, report)
        except NotJsonError as error:
            raise refused(StatusCode.FORMAT, str(error), CORRECT) from error
        if report.problems:
            raise FailedError(report.problems)
        try:
            return request, self._desk.checked(request.values, asked.call.now)
        except ApiError as error:
            raise failure_of(error, report.where) from error
        except msgspec.ValidationError as error:
            raise refused(StatusCode.FORMAT, str(error), CORRECT) from error

    def _issued(
        self, asked: Asked, connection: Connection, request: BillRequest, bill: BillOfLading, report: Report
    ) -> StandingBill:
        """Issue a bill once for its key and once for its shipment."""
        call, customer = asked.call, _customer(asked.call)
        digest, scope = hashlib.sha256(msgspec.json.encode(bill)).digest(), f"electronicBill:{call.own_session.account.id}"
        earlier = None if asked.key is None else claim_key(connection, scope, asked.key, digest, call.now)
        if earlier is not None:
            if earlier.request_hash != digest:
                raise refused(StatusCode.BUSINESS_RULE, "Idempotency-Key was used for another bill", "Use a new key.")
            return self._again(connection, customer, earlier.answer.decode(), report)
        as_only_writer(connection)
        autopro = self._autopro_of_shipment(connection, customer, request.shipment_id, digest)
        if autopro:
            standing = self._again(connection, customer, autopro, report)
        else:
            autopro = self._desk.issue(call, connection, _with_token(call, connection, bill)).autopro_number
            if request.shipment_id:
                store.keep(connection, customer, request.shipment_id, autopro, digest)
            standing = self._found(connection, customer, autopro)
        if asked.key is not None:
            keep_answer(connection, scope, asked.key, autopro.encode())
        return standing

    def _autopro_of_shipment(self, connection: Connection, customer: int, shipment_id: str, digest: bytes) -> str:
        """Return the number of the bill that a shipment has; empty when it has none, or one that was cancelled."""
        row = store.find(connection, customer, shipment_id) if shipment_id else None
        if row is None or self._found(connection, customer, row.autopro_number).state is BillState.CANCELLED:
            return ""
        if row.digest != digest:
            message = f"shipmentId has another bill already: PRO {row.autopro_number}"
            raise refused(StatusCode.BUSINESS_RULE, message, _CANCEL_FIRST)
        return str(row.autopro_number)

    def _again(self, connection: Connection, customer: int, autopro: str, report: Report) -> StandingBill:
        report.remark("", "this bill was issued before; it is not issued twice", StatusCode.INFORMATION)
        standing = self._found(connection, customer, autopro)
        if standing.state is BillState.CANCELLED:
            report.remark("", "it was cancelled since")
        return standing

    def _found(self, connection: Connection, customer: int, autopro: str) -> StandingBill:
        standing = self._desk.find(connection, customer, autopro)
        assert standing is not None
        return standing

    def _answer(self, message: str, call: Call, standing: StandingBill, wanted: WantedImages, report: Report) -> Done:
        _remark_dangerous(standing, wanted, report)
        images = self._images(call, standing, wanted, report)
        return Done(message, _numbers(standing), tuple(report.remarks), images)

    def _images(self, call: Call, standing: StandingBill, wanted: WantedImages, report: Report) -> AnswerImages:
        bol = labels = ""
        try:
            if wanted.bol:
                bol = base64.b64encode(self._desk.document(call.context, standing).content).decode()
        except Exception as error:  # noqa: BLE001 - the bill stands whatever becomes of its paper: its number must be told
            note_failure(log, "electronic bill: no paper", error)
            report.remark("images.includeBol", "the paper could not be made", StatusCode.BILL_NOT_MADE)
        try:
            if wanted.labels:
                labels = base64.b64encode(self._labels(standing, wanted, report)).decode()
        except Exception as error:  # noqa: BLE001 - as above
            note_failure(log, "electronic bill: no labels", error)
            report.remark("images.includeShippingLabels", "labels could not be made", StatusCode.LABELS_NOT_MADE)
        return AnswerImages(bol, labels)

    def _labels(self, standing: StandingBill, wanted: WantedImages, report: Report) -> bytes:
        pages = standing.units
        if wanted.format is LabelFormat.LETTER:
            pages = -(-(standing.units + wanted.start - 1) // SHEET_LABELS)
        if wanted.pages not in (0, pages):
            said = f"one label for each of {standing.units} handling units makes {pages} pages"
            report.remark("images.shippingLabels.quantity", said, StatusCode.INFORMATION)
        return self._desk.labels(standing, LabelQuery(format=wanted.format, start=wanted.start)).content


def _customer(call: Call) -> int:
    customer = call.own_session.account.customer_id
    assert customer is not None, "a company key is a customer's"
    return customer


def _words(standing: StandingBill) -> str:
    return standing.state.value.replace("_", " ")


def _numbers(standing: StandingBill) -> AnswerNumbers:
    return AnswerNumbers(standing.issued.autopro_number, standing.issued.bol_number)


def _with_token(call: Call, connection: Connection, bill: BillOfLading) -> BillOfLading:
    """Return a bill with the token of the block that its number was lent in, if it was lent to this customer."""
    if bill.autopro_number is UNSET:
        return bill
    token = call.context.numbers.token_of(connection, bill.autopro_number, _customer(call))
    return bill if token is None else msgspec.structs.replace(bill, number_block=token)


def _remark_dangerous(standing: StandingBill, wanted: WantedImages, report: Report) -> None:
    """Say that dangerous goods need their paper on the truck (shipping.md 0, row 7)."""
    lines: Iterable[bool] = (
        line.dangerous_goods is not UNSET for unit in standing.content.handling_units for line in unit.lines
    )
    if any(lines):
        code = StatusCode.INFORMATION if wanted.bol else StatusCode.WARNING
        report.remark("", "dangerous goods travel with the printed bill: print it and hand it to the driver", code)
