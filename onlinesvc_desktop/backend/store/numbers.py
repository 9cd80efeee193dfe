# SPDX-License-Identifier: MIT
"""Queries on number ranges and blocks."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from msgspec import UNSET
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.tables.numbers import free_numbers, number_blocks, number_ranges
from onlinesvc_desktop.backend.store.tables.shipments import shipments
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.autopro import CheckDigit, with_check_digit
from onlinesvc_desktop.contract.number_blocks import NumberRangeItem


def add_range(
    connection: Connection, first: int, last: int, rule: CheckDigit, at: datetime, access_code_id: int | None
) -> int:
    """Add a range of serial numbers and return its row."""
    statement = insert(number_ranges).values(
        key=secrets.token_hex(8),
        secret=secrets.token_bytes(32),
        first=first,
        last=last,
        check_digit=rule.value,
        next=first,
        reserved=first,
        reuses=0,
        created_at=to_seconds(at),
        access_code_id=access_code_id,
    )
    return int(connection.execute(statement.returning(number_ranges.c.id)).scalar_one())


def lock_ranges(connection: Connection) -> Sequence[Row[Any]]:
    """Return the ranges, the oldest first; nobody else gives numbers until the transaction ends."""
    return connection.execute(select(number_ranges).order_by(number_ranges.c.id).with_for_update()).all()


def every_range(connection: Connection) -> Sequence[Row[Any]]:
    """Return the ranges, the oldest first."""
    return connection.execute(select(number_ranges).order_by(number_ranges.c.id)).all()


def block_with(connection: Connection, range_id: int, serial: int, customer_id: int) -> tuple[str, int, int] | None:
    """Return number, first serial number and size of the block in which a customer was lent one."""
    first, count = number_blocks.c.first, number_blocks.c.count
    statement = select(number_blocks.c.id, first, count).where(
        number_blocks.c.range_id == range_id, number_blocks.c.customer_id == customer_id
    )
    row = connection.execute(statement.where(first <= serial, serial < first + count)).first()
    return None if row is None else (row[0], row[1], row[2])


def find_range(connection: Connection, key: str) -> Row[Any] | None:
    """Return the range of a key."""
    return connection.execute(select(number_ranges).where(number_ranges.c.key == key)).first()


def keep_range(connection: Connection, range_id: int, following: int, reserved: int, reuses: int) -> None:
    """Keep how far a range has come."""
    statement = update(number_ranges).where(number_ranges.c.id == range_id)
    connection.execute(statement.values(next=following, reserved=reserved, reuses=reuses))


def on_shipments(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Return which numbers a shipment has already."""
    statement = select(shipments.c.autopro_number).where(shipments.c.autopro_number.in_(numbers))
    return set(connection.execute(statement).scalars()) if numbers else set()


def take_free(connection: Connection, range_id: int) -> int | None:
    """Take one number that came back, the lowest."""
    lowest = select(func.min(free_numbers.c.serial)).where(free_numbers.c.range_id == range_id)
    serial = connection.execute(lowest).scalar()
    if serial is not None:
        forget_free(connection, range_id, range(serial, serial + 1))
    return serial


def forget_free(connection: Connection, range_id: int, serials: range) -> None:
    """Let numbers that came back rest for ever."""
    connection.execute(
        delete(free_numbers).where(
            free_numbers.c.range_id == range_id,
            free_numbers.c.serial >= serials.start,
            free_numbers.c.serial < serials.stop,
        )
    )


def forget_all_free(connection: Connection, range_id: int) -> None:
    """Let every number that came back rest for ever."""
    connection.execute(delete(free_numbers).where(free_numbers.c.range_id == range_id))


@dataclass(frozen=True, slots=True)
class NewBlock:
    """A run of serial numbers lent to a customer; nobody is named in a loan that a restore had lost."""

    id: str
    range_id: int
    first: int
    count: int
    customer_id: int
    access_code_id: int | None = None
    workstation: str = ""


def add_block(connection: Connection, block: NewBlock, at: datetime) -> None:
    """Keep that a block was lent."""
    connection.execute(insert(number_blocks).values(**asdict(block), lent_at=to_seconds(at), returned=""))


def find_block(connection: Connection, block_id: str) -> Row[Any] | None:
    """Return a block lent."""
    return connection.execute(select(number_blocks).where(number_blocks.c.id == block_id)).first()


def return_block(connection: Connection, block_id: str, range_id: int, serials: Iterable[int], at: datetime) -> None:
    """Keep that a block came back, and put its numbers where they are taken first."""
    back = list(serials)
    statement = update(number_blocks).where(number_blocks.c.id == block_id)
    connection.execute(statement.values(returned_at=to_seconds(at), returned=" ".join(map(str, back))))
    insert_rows(connection, free_numbers, ("range_id", "serial"), [(range_id, serial) for serial in back])


def list_ranges(connection: Connection) -> tuple[NumberRangeItem, ...]:
    """Return every range with how much of it is used, the newest first."""
    out = select(func.coalesce(func.sum(number_blocks.c.count), 0)).where(
        number_blocks.c.range_id == number_ranges.c.id, number_blocks.c.returned_at.is_(None)
    )
    free = select(func.count()).select_from(free_numbers).where(free_numbers.c.range_id == number_ranges.c.id)
    rows = connection.execute(
        select(number_ranges, out.scalar_subquery().label("lent"), free.scalar_subquery().label("free")).order_by(
            number_ranges.c.id.desc()
        )
    )
    return tuple(_item(row) for row in rows)


def _item(row: Row[Any]) -> NumberRangeItem:
    rule = CheckDigit(row.check_digit)
    left = row.last + 1 - row.next
    return NumberRangeItem(
        id=row.id,
        first=with_check_digit(row.first, rule),
        last=with_check_digit(row.last, rule),
        check_digit=rule,
        created_at=from_seconds(row.created_at),
        used=row.next - row.first - row.free - row.lent,
        lent=row.lent,
        left=left + row.free,
        next=with_check_digit(row.next, rule) if left else UNSET,
    )


def overlapping(connection: Connection, first: int, last: int, rule: CheckDigit) -> bool:
    """Tell whether numbers of a new range stand in one that is there already."""
    low, high = int(with_check_digit(first, rule)), int(with_check_digit(last, rule))
    for row in connection.execute(select(number_ranges)):
        there = CheckDigit(row.check_digit)
        if int(with_check_digit(row.first, there)) <= high and low <= int(with_check_digit(row.last, there)):
            return True
    return False
