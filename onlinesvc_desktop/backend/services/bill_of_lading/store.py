# SPDX-License-Identifier: MIT
"""Queries on bills of lading."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    select,
    update,
)

from onlinesvc_desktop.backend.services.bill_of_lading.rules import (
    is_dangerous,
    pounds,
    purchase_order_of,
    state_of,
    totals_of,
)
from onlinesvc_desktop.backend.services.bill_of_lading.tables import bill_papers, bill_prints, bills_of_lading
from onlinesvc_desktop.backend.store.bill_replies import last_outcome
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.bill_replies import handed_bills
from onlinesvc_desktop.backend.store.tables.shipments import events, shipments
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.store.upsert import upsert
from onlinesvc_desktop.contract.bill_of_lading import (
    BillItem,
    BillOfLading,
    BillQuery,
    BillState,
    PrintedWhat,
    PrintItem,
    PrintNote,
)
from onlinesvc_desktop.contract.bill_reply import ReplyOutcome
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.status import STAGE_OF_STATUS, Stage

_BOOKED = [code for code, stage in STAGE_OF_STATUS.items() if stage is Stage.BOOKED]
_PRINTS = select(func.count()).where(bill_prints.c.bill_id == bills_of_lading.c.id).scalar_subquery().label("prints")
_CARRIER = last_outcome(bills_of_lading.c.id).label("carrier_outcome")
_LISTED = [column for column in bills_of_lading.columns if column.name != "content"]
_ITEMS: Select[Any] = select(*_LISTED, events.c.code.label("status"), _PRINTS, _CARRIER).select_from(
    bills_of_lading.outerjoin(shipments, shipments.c.autopro_number == bills_of_lading.c.autopro_number).outerjoin(
        events, and_(events.c.shipment_id == shipments.c.id, events.c.sequence == shipments.c.status_sequence)
    )
)

_LATE: Final = 1_000
"""So many bills below the newest that was dealt with are looked at: a bill may be kept after one with a greater number."""
_AFTER: Final[ColumnElement[bool]] = bills_of_lading.c.id > bindparam("after")
_MOST: Final[BindParameter[Any]] = bindparam("most")
_PAPER: Final = bill_papers.c.copies == bindparam("copies")
_NEWEST_PAPER: Final = select(func.max(bill_papers.c.bill_id)).where(_PAPER)
_WITHOUT_PAPER: Final = (
    select(bills_of_lading.c.id, bills_of_lading.c.carrier)
    .where(_AFTER, ~exists().where(bill_papers.c.bill_id == bills_of_lading.c.id, _PAPER))
    .order_by(bills_of_lading.c.id)
    .limit(_MOST)
)
_WRITTEN: Final = and_(handed_bills.c.receiver == bindparam("receiver"), handed_bills.c.written_at.is_not(None))
_NEWEST_WRITTEN: Final = select(func.max(handed_bills.c.bill_id)).where(_WRITTEN)
_STANDS: Final = and_(bills_of_lading.c.cancelled_at.is_(None), events.c.code.in_(_BOOKED))
_NOT_YET_WRITTEN: Final = (
    _ITEMS.where(_AFTER, _STANDS, ~exists().where(handed_bills.c.bill_id == bills_of_lading.c.id, _WRITTEN))
    .order_by(bills_of_lading.c.id)
    .limit(_MOST)
)


def add_bill(
    connection: Connection, bill: BillOfLading, customer_id: int, access_code_id: int, carrier: str, issued_at: datetime
) -> None:
    """Keep a bill that has its numbers."""
    totals = totals_of(bill)
    connection.execute(
        insert(bills_of_lading).values(
            customer_id=customer_id,
            access_code_id=access_code_id,
            bol_number=bill.bol_number,
            autopro_number=bill.autopro_number,
            issued_at=to_seconds(issued_at),
            ship_date=bill.ship_date,
            carrier=carrier,
            shipper=bill.shipper.name,
            shipper_city=bill.shipper.city,
            consignee=bill.consignee.name,
            consignee_city=bill.consignee.city,
            units=totals.units,
            pieces=totals.pieces,
            weight_g=totals.weight_g,
            purchase_order=purchase_order_of(bill),
            dangerous=is_dangerous(bill),
            content=msgspec.json.encode(bill),
        )
    )


def find_bill(connection: Connection, customer_id: int, bol_number: str) -> Row[Any] | None:
    """Return a customer's bill by its number: the row of a list, with what the shipment's status is."""
    own = and_(bills_of_lading.c.customer_id == customer_id, bills_of_lading.c.bol_number == bol_number)
    return connection.execute(_ITEMS.where(own)).first()


def find_by_autopro(connection: Connection, autopro: str) -> Row[Any] | None:
    """Return the bill of an autopro number, whosever it is."""
    return connection.execute(_ITEMS.where(bills_of_lading.c.autopro_number == autopro)).first()


def content_of(connection: Connection, bill_id: int) -> BillOfLading:
    """Return everything that was written in a bill."""
    statement = select(bills_of_lading.c.content).where(bills_of_lading.c.id == bill_id)
    return from_json(connection.execute(statement).scalar_one(), BillOfLading)


def list_bills(connection: Connection, customer_id: int, query: BillQuery, search: Search) -> list[BillItem]:
    """Return a customer's bills that fit, the newest first."""
    statement = _ITEMS.where(bills_of_lading.c.customer_id == customer_id)
    if query.since is not UNSET:
        statement = statement.where(bills_of_lading.c.ship_date >= query.since)
    if query.until is not UNSET:
        statement = statement.where(bills_of_lading.c.ship_date <= query.until)
    stands, booked = bills_of_lading.c.cancelled_at.is_(None), events.c.code.in_(_BOOKED)
    match query.state:
        case BillState.CANCELLED:
            statement = statement.where(~stands)
        case BillState.ISSUED:
            statement = statement.where(stands, booked)
        case BillState.PICKED_UP:
            statement = statement.where(stands, func.coalesce(events.c.code.not_in(_BOOKED), True))

    def text_of(row: Row[Any]) -> str:
        parties = f"{row.shipper} {row.shipper_city} {row.consignee} {row.consignee_city}"
        return f"{row.bol_number} {row.autopro_number} {row.purchase_order} {parties}"

    return [item_of(row) for row in search_rows(connection, statement, bills_of_lading.c.id, text_of, search)]


def item_of(row: Row[Any]) -> BillItem:
    """Return a row as it is listed."""
    return BillItem(
        id=row.id,
        bol_number=row.bol_number,
        autopro_number=row.autopro_number,
        state=state_of(row.cancelled_at, row.status),
        issued_at=from_seconds(row.issued_at),
        ship_date=row.ship_date,
        shipper=row.shipper,
        shipper_city=row.shipper_city,
        consignee=row.consignee,
        consignee_city=row.consignee_city,
        units=row.units,
        pieces=row.pieces,
        weight_lb=pounds(row.weight_g),
        purchase_order=row.purchase_order,
        dangerous=row.dangerous,
        prints=row.prints,
        carrier=UNSET if row.carrier_outcome is None else ReplyOutcome(row.carrier_outcome),
    )


def cancel(connection: Connection, bill_id: int, at: datetime) -> None:
    """Keep that a bill was cancelled."""
    statement = update(bills_of_lading).where(bills_of_lading.c.id == bill_id)
    connection.execute(statement.values(cancelled_at=to_seconds(at)))


def add_print(connection: Connection, bill_id: int, note: PrintNote, access_code_id: int, at: datetime) -> None:
    """Add a line to the history of prints."""
    connection.execute(
        insert(bill_prints).values(
            bill_id=bill_id,
            at=to_seconds(at),
            access_code_id=access_code_id,
            what=note.what.value,
            copies=note.copies,
            first=None if note.first is UNSET else note.first,
            last=None if note.last is UNSET else note.last,
        )
    )


def prints_of(connection: Connection, bill_id: int) -> tuple[PrintItem, ...]:
    """Return the history of prints, the newest first."""
    statement = (
        select(bill_prints, access_codes.c.code)
        .join(access_codes, access_codes.c.id == bill_prints.c.access_code_id)
        .where(bill_prints.c.bill_id == bill_id)
        .order_by(bill_prints.c.at.desc(), bill_prints.c.id.desc())
    )
    return tuple(
        PrintItem(
            from_seconds(row.at),
            row.code,
            PrintNote(
                PrintedWhat(row.what),
                row.copies,
                UNSET if row.first is None else row.first,
                UNSET if row.last is None else row.last,
            ),
        )
        for row in connection.execute(statement)
    )


def paper_of(connection: Connection, bill_id: int, copies: int) -> bytes | None:
    """Return a paper as it was first made."""
    statement = select(bill_papers.c.content).where(bill_papers.c.bill_id == bill_id, bill_papers.c.copies == copies)
    return connection.execute(statement).scalar()


def keep_paper(connection: Connection, bill_id: int, copies: int, content: bytes) -> None:
    """Keep a paper, unless one was kept meanwhile."""
    values = {"bill_id": bill_id, "copies": copies, "content": content}
    connection.execute(upsert(bill_papers, connection.dialect.name).values(**values).on_conflict_do_nothing())


def without_paper(connection: Connection, copies: int, most: int) -> Sequence[Row[Any]]:
    """Return bills that have no paper yet, the oldest first; those long below the newest paper are not looked for.

    It is asked every few seconds: what it costs does not grow with the bills there are.
    """
    return _undone(connection, _NEWEST_PAPER, _WITHOUT_PAPER, most, {"copies": copies})


def not_yet_written(connection: Connection, receiver: str, most: int) -> Sequence[Row[Any]]:
    """Return bills that stand, whose goods are not picked up and that were never written for a receiver, oldest first.

    Those long below the newest one written are not looked for.
    """
    return _undone(connection, _NEWEST_WRITTEN, _NOT_YET_WRITTEN, most, {"receiver": receiver})


def _undone(
    connection: Connection, newest: Select[Any], undone: Select[Any], most: int, which: Mapping[str, object]
) -> Sequence[Row[Any]]:
    """Ask in two statements: PostgreSQL takes the index for a bound that it knows, the whole table for one it computes."""
    done = connection.execute(newest, which).scalar() or 0
    return connection.execute(undone, {**which, "after": done - _LATE, "most": most}).all()


def not_yet_called_off(connection: Connection, most: int) -> Sequence[Row[Any]]:
    """Return cancelled bills with each ``receiver`` they were written for and not yet called off with, oldest first."""
    statement = _ITEMS.add_columns(handed_bills.c.receiver).join(
        handed_bills, handed_bills.c.bill_id == bills_of_lading.c.id
    )
    waiting = (
        bills_of_lading.c.cancelled_at.is_not(None),
        handed_bills.c.written_at.is_not(None),
        handed_bills.c.called_off_at.is_(None),
    )
    return connection.execute(statement.where(*waiting).order_by(bills_of_lading.c.id).limit(most)).all()
