# SPDX-License-Identifier: MIT
"""Autopro numbers that a carrier lends to a site without a link: they travel in letters until the site has confirmed."""

from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.papers import sender_of
from onlinesvc_desktop.backend.exchange.store import KnownParty
from onlinesvc_desktop.backend.numbers import NoNumbersError, Numbers
from onlinesvc_desktop.backend.store.numbers import add_range, find_range, lock_ranges, overlapping
from onlinesvc_desktop.backend.store.tables.exchange import exchange_numbers
from onlinesvc_desktop.contract.autopro import CheckDigit, serial_of
from onlinesvc_desktop.contract.bundle import BundledNumbers


def lend(connection: Connection, numbers: Numbers, party: KnownParty, count: int, now: datetime) -> BundledNumbers:
    """Lend numbers to a side that ships here; they go with the next letter to it.

    Raises:
        BundleError: it may not ship here, or no range has so many left.
    """
    sender = sender_of(connection, party)
    try:
        block = numbers.lend(connection, count, sender.customer_id, sender.access_code_id, party.name, now)
    except NoNumbersError as error:
        raise BundleError(f"no range has {count} numbers left") from error
    lent_from = find_range(connection, block.token.split("-")[1])
    assert lent_from is not None
    lent = BundledNumbers(block.numbers[0], block.numbers[-1], CheckDigit(lent_from.check_digit), block.token)
    _add(connection, party, lent, 0)
    return lent


def _add(connection: Connection, party: KnownParty, lent: BundledNumbers, said_in: int | None) -> None:
    values = {"first": lent.first, "last": lent.last, "check_digit": lent.check_digit.value, "token": lent.token}
    connection.execute(insert(exchange_numbers).values(party=party.id, said_in=said_in, **values))


def unconfirmed_numbers(connection: Connection, party: KnownParty, number: int) -> list[BundledNumbers]:
    """Return what was lent to a side, as far as it has not confirmed to know; letter ``number`` says so."""
    own, said_in = exchange_numbers.c.party == party.id, exchange_numbers.c.said_in
    rows = connection.execute(
        select(exchange_numbers).where(own, or_(said_in == 0, said_in > party.confirmed)).order_by(exchange_numbers.c.id)
    ).all()
    connection.execute(update(exchange_numbers).where(own, said_in == 0).values(said_in=number))
    return [BundledNumbers(row.first, row.last, CheckDigit(row.check_digit), row.token) for row in rows]


def take_numbers(connection: Connection, party: KnownParty, lent: BundledNumbers, now: datetime) -> bool:
    """Make a range of numbers that the carrier lent; False for one that is here already.

    Raises:
        BundleError: that side is not our carrier, or the numbers cannot be a range here.
    """
    if party.carrier_since is None:
        raise BundleError(f"it lends numbers, and {party.name} is not the carrier here: `exchange trust IDENTITY --carrier`")
    known = (exchange_numbers.c.party == party.id, exchange_numbers.c.token == lent.token)
    if connection.execute(select(exchange_numbers.c.id).where(*known)).first() is not None:
        return False
    first, last = serial_of(lent.first, lent.check_digit), serial_of(lent.last, lent.check_digit)
    if first is None or last is None or last < first:
        raise BundleError("the numbers that it lends are none")
    lock_ranges(connection)
    if overlapping(connection, first, last, lent.check_digit):
        raise BundleError(f"it lends {lent.first} to {lent.last}, and some of these numbers are in a range here already")
    add_range(connection, first, last, lent.check_digit, now, None)
    _add(connection, party, lent, None)
    return True
