# SPDX-License-Identifier: MIT
"""Bills of lading travel to a carrier without a link, under numbers that it lent, and so do their cancellations."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection, Row, select

from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.rules import (
    cancelled_shipment,
    is_day_possible,
    shipment_of,
    told_when,
)
from onlinesvc_desktop.backend.services.bill_of_lading.tables import bills_of_lading
from onlinesvc_desktop.backend.store.intake import IntakeStore, as_only_writer
from onlinesvc_desktop.backend.store.numbers import on_shipments
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.backend.travelling import Desk, Paper, RefusedPaperError, Sender, Sought, Standing, Travelling
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillState
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.number_blocks import LoanToken


class TravellingBill(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bill with both its numbers, and the token of the block its autopro number was lent in."""

    bill: BillOfLading
    token: LoanToken
    is_cancelled: bool = False


def papers(connection: Connection, sought: Sought) -> Iterator[Paper]:
    """Find the bills under numbers of the other side; one that was cancelled before it ever travelled stays here."""
    column = bills_of_lading.c.autopro_number
    for first, last, token in sought.numbers:
        statement = select(bills_of_lading).where(column >= first, column <= last).order_by(bills_of_lading.c.id)
        for row in connection.execute(statement):
            is_cancelled = row.cancelled_at is not None
            if is_cancelled and row.id not in sought.travelled:
                continue
            issued_at = from_seconds(row.issued_at)
            bill = msgspec.structs.replace(from_json(row.content, BillOfLading), issued_at=issued_at)
            body = msgspec.json.encode(TravellingBill(bill, token, is_cancelled))
            yield Paper(row.id, 2 if is_cancelled else 1, issued_at, body)


def take(connection: Connection, desk: Desk, sender: Sender, body: bytes, now: datetime) -> int:
    """Issue a bill of the other side with its shipment; one that is here already under its number stays one.

    Raises:
        msgspec.DecodeError: it is no bill with numbers.
        RefusedPaperError: its numbers or its day cannot be.
    """
    travelled = from_json(body, TravellingBill)
    bill, problems = checked(BillOfLading, msgspec.to_builtins(travelled.bill))
    if bill is None or bill.autopro_number is UNSET or bill.bol_number is UNSET:
        raise msgspec.ValidationError(f"wrong {problems[0].pointer if problems else 'number'}")
    autopro, bol_number = bill.autopro_number, bill.bol_number
    issued_at = told_when(None if bill.issued_at is UNSET else bill.issued_at, now)
    kept = msgspec.structs.replace(bill, number_block=UNSET, issued_at=UNSET)
    as_only_writer(connection)
    row = _same(connection, sender, kept)
    if row is None:
        if not is_day_possible(bill.ship_date, now):
            raise RefusedPaperError("ship_date_not_possible")
        if on_shipments(connection, [autopro]):
            raise RefusedPaperError("autopro_number_taken")
        if not desk.numbers.borrowed(connection, travelled.token, autopro, sender.customer_id, now):
            raise RefusedPaperError("autopro_number_not_lent")
        if store.find_bill(connection, sender.customer_id, bol_number) is not None:
            raise RefusedPaperError("bol_number_taken")
        record = shipment_of(kept, autopro, bol_number, sender.customer_number, issued_at, now)
        IntakeStore().take(connection, [record], now)
        store.add_bill(connection, kept, sender.customer_id, sender.access_code_id, desk.carrier_name, issued_at)
        row = store.find_by_autopro(connection, autopro)
    assert row is not None
    row_id = int(row.id)
    if travelled.is_cancelled:
        _cancel(connection, row, now)
    return row_id


def _same(connection: Connection, sender: Sender, bill: BillOfLading) -> Row[Any] | None:
    row = store.find_by_autopro(connection, str(bill.autopro_number))
    if row is None or row.customer_id != sender.customer_id or store.content_of(connection, row.id) != bill:
        return None
    return row


def change(connection: Connection, _: Sender, row_id: int, body: bytes, now: datetime) -> None:
    """Cancel a bill of the other side whose goods were not picked up.

    Raises:
        msgspec.DecodeError: it is no bill.
        RefusedPaperError: they were.
    """
    travelled = from_json(body, TravellingBill)
    as_only_writer(connection)
    number = connection.execute(select(bills_of_lading.c.autopro_number).where(bills_of_lading.c.id == row_id)).scalar_one()
    row = store.find_by_autopro(connection, number)
    if travelled.is_cancelled and row is not None:
        _cancel(connection, row, now)


def _cancel(connection: Connection, row: Row[Any], now: datetime) -> None:
    match store.item_of(row).state:
        case BillState.ISSUED:
            bill = store.content_of(connection, row.id)
            IntakeStore().take(connection, [cancelled_shipment(bill, row.autopro_number, now)], now)
            store.cancel(connection, row.id, now)
        case BillState.CANCELLED:
            pass
        case _:
            raise RefusedPaperError("goods_were_picked_up")


def standing(connection: Connection, row_id: int) -> Standing:
    """Return whether a bill stands; where its goods are is a matter of its shipment."""
    row = connection.execute(select(bills_of_lading).where(bills_of_lading.c.id == row_id)).one()
    state = BillState.ISSUED if row.cancelled_at is None else BillState.CANCELLED
    return Standing(row.autopro_number, state.value)


def told(_: Connection, __: int, ___: int, ____: Standing, _____: datetime) -> bool:
    """Leave a bill as it was printed; what the other side said of it stands in the list of the exchange."""
    return False


BILLS = Travelling(
    "bill_of_lading", frozenset({BillState.ISSUED.value, BillState.CANCELLED.value}), papers, take, change, standing, told
)
