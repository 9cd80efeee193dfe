# SPDX-License-Identifier: MIT
"""Give out autopro numbers, each once: to bills, and in blocks to workstations that work without a link (ADR 0014).

Every call runs inside the caller's write transaction. A number that was reserved and then not used is never given again.
"""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row

from onlinesvc_desktop.backend.number_mark import NumberMark, Reached
from onlinesvc_desktop.backend.rules.numbering import RangeState, aligned, reserved_for
from onlinesvc_desktop.backend.store import numbers as store
from onlinesvc_desktop.backend.store.numbers import NewBlock
from onlinesvc_desktop.contract.autopro import CheckDigit, serial_of, with_check_digit
from onlinesvc_desktop.contract.number_blocks import NumberBlock

_MAC_DIGITS = 32


class NoNumbersError(Exception):
    """No range has enough numbers left."""


@dataclass(frozen=True, slots=True)
class Loan:
    """A block as its token tells it."""

    id: str
    key: str
    customer_id: int
    first: int
    count: int

    def token(self, secret: bytes) -> str:
        """Return the loan with the proof that this carrier made it."""
        said = f"{self.id}-{self.key}-{self.customer_id}-{self.first}-{self.count}"
        return f"{said}-{hmac.new(secret, said.encode(), sha256).hexdigest()[:_MAC_DIGITS]}"


class Numbers:
    """The carrier's numbers."""

    def __init__(self, mark: NumberMark) -> None:
        self._mark = mark

    def take(self, connection: Connection) -> str:
        """Return a number that stands on nothing; one that came back is used first.

        Raises:
            NoNumbersError: every range is used up.
            OSError: the mark cannot be kept, so no number may be given.
        """
        for row, state in self._ranges(connection):
            serial = store.take_free(connection, row.id)
            if serial is not None:
                self._keep(connection, row, replace(state, reuses=state.reuses + 1))
                return with_check_digit(serial, CheckDigit(row.check_digit))
            found = self._run(connection, row, state, 1)
            if found is not None:
                return with_check_digit(found, CheckDigit(row.check_digit))
        raise NoNumbersError

    def lend(
        self, connection: Connection, count: int, customer_id: int, access_code_id: int, workstation: str, at: datetime
    ) -> NumberBlock:
        """Lend numbers in one run.

        Raises:
            NoNumbersError: no range has so many left.
            OSError: the mark cannot be kept.
        """
        for row, state in self._ranges(connection):
            first = self._run(connection, row, state, count)
            if first is not None:
                loan = Loan(secrets.token_hex(8), row.key, customer_id, first, count)
                block = NewBlock(loan.id, row.id, first, count, customer_id, access_code_id, workstation)
                store.add_block(connection, block, at)
                numbers = tuple(_numbers(row, range(first, first + count)))
                return NumberBlock(loan.id, numbers, loan.token(row.secret), at)
        raise NoNumbersError

    def borrowed(self, connection: Connection, token: str, number: str, customer_id: int, at: datetime) -> bool:
        """Tell whether a customer's workstation may put this number on a bill; a loan that a restore lost stands again."""
        found = self._loan(connection, token, customer_id)
        if found is None:
            return False
        row, loan = found
        serial = serial_of(number, CheckDigit(row.check_digit))
        if serial is None or not loan.first <= serial < loan.first + loan.count:
            return False
        block = store.find_block(connection, loan.id)
        if block is None:
            self._stand_again(connection, row, loan, at)
            return True
        return str(serial) not in block.returned.split()

    def token_of(self, connection: Connection, number: str, customer_id: int) -> str | None:
        """Return the token of the loan in which a customer holds a number of nine digits, None when it holds it in none."""
        for row in store.every_range(connection):
            serial = serial_of(number, CheckDigit(row.check_digit))
            block = None if serial is None else store.block_with(connection, row.id, serial, customer_id)
            if block is not None:
                name, first, count = block
                return Loan(name, row.key, customer_id, first, count).token(row.secret)
        return None

    def give_back(self, connection: Connection, token: str, unused: Sequence[str], customer_id: int, at: datetime) -> int:
        """Take numbers back that stand on no paper, and return how many; those on a bill stay where they are.

        Raises:
            LookupError: this customer was lent no such block.
        """
        found = self._loan(connection, token, customer_id)
        if found is None:
            raise LookupError(token)
        row, loan = found
        block = store.find_block(connection, loan.id)
        if block is None:
            self._stand_again(connection, row, loan, at)
        elif block.returned_at is not None:
            return 0
        rule = CheckDigit(row.check_digit)
        on_bills = store.on_shipments(connection, unused)
        serials = {serial_of(number, rule) for number in unused if number not in on_bills}
        back = sorted(one for one in serials if one is not None and loan.first <= one < loan.first + loan.count)
        store.return_block(connection, loan.id, row.id, back, at)
        return len(back)

    def _stand_again(self, connection: Connection, row: Row[Any], loan: Loan, at: datetime) -> None:
        """Take up a loan that this state of the database does not know, and never give its numbers again."""
        end = loan.first + loan.count
        state = next(state for one, state in self._ranges(connection) if one.id == row.id)
        if state.next < end:
            self._keep(connection, row, replace(state, next=end, reserved=reserved_for(state, end)))
        store.add_block(connection, NewBlock(loan.id, row.id, loan.first, loan.count, loan.customer_id), at)
        store.forget_free(connection, row.id, range(loan.first, end))

    def _loan(self, connection: Connection, token: str, customer_id: int) -> tuple[Row[Any], Loan] | None:
        parts = token.split("-")
        if len(parts) != 6 or not (token.isascii() and all(part.isdigit() for part in parts[2:5])):
            return None
        loan = Loan(parts[0], parts[1], int(parts[2]), int(parts[3]), int(parts[4]))
        row = store.find_range(connection, loan.key)
        if row is None or loan.customer_id != customer_id:
            return None
        return (row, loan) if hmac.compare_digest(loan.token(row.secret), token) else None

    def _ranges(self, connection: Connection) -> list[tuple[Row[Any], RangeState]]:
        """Lock the ranges and bring each up to its mark."""
        marks = self._mark.read()
        found = []
        for row in store.lock_ranges(connection):
            state = RangeState(row.first, row.last, row.next, row.reserved, row.reuses)
            if self._mark.is_kept:
                mark = marks.get(row.key)
                up_to_date = aligned(state, None if mark is None else (mark.reserved, mark.reuses))
                if up_to_date.was_restored:
                    store.forget_all_free(connection, row.id)
                    state = up_to_date.state
                    self._keep(connection, row, state)
            found.append((row, state))
        return found

    def _run(self, connection: Connection, row: Row[Any], state: RangeState, count: int) -> int | None:
        """Take the next serial numbers in one run that no shipment has, or None when the range has not so many."""
        first = state.next
        while first + count <= state.last + 1:
            serials = range(first, first + count)
            numbers = list(_numbers(row, serials))
            taken = store.on_shipments(connection, numbers)
            if not taken:
                end = first + count
                self._keep(connection, row, replace(state, next=end, reserved=reserved_for(state, end)), state)
                return first
            first += max(at for at, number in enumerate(numbers) if number in taken) + 1
        return None

    def _keep(self, connection: Connection, row: Row[Any], state: RangeState, before: RangeState | None = None) -> None:
        """Write the mark first and the row after it: a crash in between leaves numbers out, and gives none twice."""
        if before is None or (before.reserved, before.reuses) != (state.reserved, state.reuses):
            self._mark.write(row.key, Reached(state.reserved, state.reuses))
        store.keep_range(connection, row.id, state.next, state.reserved, state.reuses)


def _numbers(row: Row[Any], serials: range) -> list[str]:
    rule = CheckDigit(row.check_digit)
    return [with_check_digit(serial, rule) for serial in serials]
