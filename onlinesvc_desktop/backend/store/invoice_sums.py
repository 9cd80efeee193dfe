# SPDX-License-Identifier: MIT
"""What is owed by customer, currency and due day, kept in the transaction of every change of an invoice."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, Insert, bindparam, case, delete, func, select

from onlinesvc_desktop.backend.store.tables.invoices import invoice_sums, invoices
from onlinesvc_desktop.backend.store.upsert import upsert

Key = tuple[int, str, date]
_SUMS = ("owed_count", "owed_cents", "credit_count", "credit_cents", "disputed_cents")
_PARTS = (
    invoices.c.customer_id,
    invoices.c.currency,
    invoices.c.due_date,
    invoices.c.balance_cents,
    invoices.c.disputed_cents,
)


class Part(NamedTuple):
    """What an invoice adds to a sum."""

    customer_id: int | None
    currency: str
    due_date: date
    balance: int
    disputed: int


@cache
def _add(dialect: str) -> Insert:
    statement = upsert(invoice_sums, dialect)
    more = {column: invoice_sums.c[column] + statement.excluded[column] for column in _SUMS}
    return statement.on_conflict_do_update(index_elements=["customer_id", "currency", "due_date"], set_=more)


_EMPTY = delete(invoice_sums).where(
    invoice_sums.c.customer_id == bindparam("of_customer"),
    invoice_sums.c.currency == bindparam("of_currency"),
    invoice_sums.c.due_date == bindparam("of_day"),
    invoice_sums.c.owed_count == 0,
    invoice_sums.c.credit_count == 0,
)


def parts_of(connection: Connection, invoice_ids: Iterable[int]) -> list[Part]:
    """Return what invoices add to the sums as they stand."""
    rows = connection.execute(select(*_PARTS).where(invoices.c.id.in_(sorted(set(invoice_ids)))))
    return [Part(*row) for row in rows]


def change_sums(connection: Connection, before: Iterable[Part], after: Iterable[Part]) -> None:
    """Take from the sums what invoices added before, and add what they add now; in one order, against deadlocks."""
    changes = defaultdict[Key, list[int]](lambda: [0] * len(_SUMS))
    for sign, parts in ((-1, before), (1, after)):
        for part in parts:
            if part.customer_id is not None and part.balance:
                sums = changes[part.customer_id, part.currency, part.due_date]
                for at, figure in enumerate(_figures(part)):
                    sums[at] += sign * figure
    rows = [(key, sums) for key, sums in sorted(changes.items()) if any(sums)]
    if not rows:
        return
    keys = ("customer_id", "currency", "due_date")
    values = [{**dict(zip(keys, key, strict=True)), **dict(zip(_SUMS, sums, strict=True))} for key, sums in rows]
    connection.execute(_add(connection.dialect.name), values)
    names = ("of_customer", "of_currency", "of_day")
    connection.execute(_EMPTY, [dict(zip(names, key, strict=True)) for key, _ in rows])


def wrong_sums(connection: Connection) -> int:
    """Count anew from the invoices, and return how many sums stand otherwise."""
    balance, disputed = invoices.c.balance_cents, invoices.c.disputed_cents
    owed, credit = balance > 0, balance < 0
    sums = (
        *(func.sum(case((kind, figure), else_=0)) for kind in (owed, credit) for figure in (1, balance)),
        func.sum(disputed),
    )
    keys = (invoices.c.customer_id, invoices.c.currency, invoices.c.due_date)
    rows = select(*keys, *sums).where(invoices.c.customer_id.is_not(None), balance != 0).group_by(*keys)
    told = {tuple(row[:3]): [int(one) for one in row[3:]] for row in connection.execute(rows)}
    kept = {tuple(row[:3]): list(row[3:]) for row in connection.execute(select(invoice_sums))}
    return sum(told.get(key) != kept.get(key) for key in told.keys() | kept.keys())


def _figures(part: Part) -> tuple[int, int, int, int, int]:
    owed, credit = max(part.balance, 0), min(part.balance, 0)
    return int(owed > 0), owed, int(credit < 0), credit, part.disputed
