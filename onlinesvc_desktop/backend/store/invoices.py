# SPDX-License-Identifier: MIT
"""Keep invoices and what lowers them. A number told again changes what is told otherwise, and nothing twice."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, case, func, insert, select, update

from onlinesvc_desktop.backend.rules.invoice import standing
from onlinesvc_desktop.backend.store.invoice_sums import Part, change_sums, parts_of
from onlinesvc_desktop.backend.store.invoice_words import folded_words, forget_words, keep_words, words_of
from onlinesvc_desktop.backend.store.tables.invoices import invoice_disputes, invoice_payments, invoices
from onlinesvc_desktop.contract.invoices import DisputeState, InvoiceLine, InvoiceState, InvoiceTax


class InvoiceDetails(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What stands in an invoice beside what lists and sums need."""

    lines: tuple[InvoiceLine, ...] = ()
    taxes: tuple[InvoiceTax, ...] = ()
    bol_number: str = ""
    purchase_order: str = ""
    applies_to: str = ""
    terms: str = ""
    bill_to: str = ""
    shipper: str = ""
    shipper_postal_code: str = ""
    consignee: str = ""
    consignee_postal_code: str = ""
    shipped_on: date | None = None
    delivered_on: date | None = None
    pieces: int | None = None
    actual_weight_lb: str = ""
    billed_weight_lb: str = ""
    freight_class: str = ""
    quote_number: str = ""


class NewInvoice(msgspec.Struct, frozen=True, kw_only=True):
    """An invoice as a file tells it; the total in cents."""

    number: str
    customer_id: int | None
    autopro_number: str
    invoice_date: date
    due_date: date
    currency: str
    total: int
    details: InvoiceDetails
    is_void: bool = False
    """The carrier takes it back; of one that is known everything else stays as it stands."""


class Put(Enum):
    """What became of something that was told."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class NewPayment(NamedTuple):
    """What lowers an invoice: its row, the day, cents, a reference, and whether it is a credit."""

    invoice_id: int
    paid_on: date
    cents: int
    reference: str
    is_credit: bool


_PUT = ("customer_id", "autopro_number", "invoice_date", "due_date", "currency", "total_cents", "details", "folded")
_PARTED = ("customer_id", "currency", "due_date", "balance_cents", "disputed_cents")
_BY_NUMBER = select(invoices).where(invoices.c.number.in_(bindparam("numbers", expanding=True))).order_by(invoices.c.id)
_TELL_ANEW = (
    update(invoices)
    .where(invoices.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in (*_PUT, "state")})
)
_VOID = "is_void"
"""Beside the columns of an invoice: whether its state is that, which no payment or dispute changes."""
_SETTLED = ("balance_cents", "disputed_cents", "is_open", "state")
_SETTLE = (
    update(invoices).where(invoices.c.id == bindparam("row")).values({name: bindparam(f"new_{name}") for name in _SETTLED})
)


class InvoiceRow(NamedTuple):
    """What a payment needs of an invoice."""

    id: int
    number: str
    currency: str


Stands = dict[str, tuple[int | None, dict[str, Any]]]
"""Row and columns of invoices by number; one without a row is not there yet."""


def invoices_by_number(connection: Connection, numbers: Iterable[str]) -> dict[str, InvoiceRow]:
    """Return those of some invoices that are known."""
    columns = (invoices.c.id, invoices.c.number, invoices.c.currency)
    rows = connection.execute(select(*columns).where(invoices.c.number.in_(sorted(set(numbers)))))
    return {row.number: InvoiceRow(*row) for row in rows}


def foresee_invoices(connection: Connection, told: Sequence[NewInvoice], stands: Stands) -> list[Put]:
    """Say what putting invoices would do; ``stands`` remembers it, since one may be told twice."""
    numbers = {one.number for one in told} - stands.keys()
    for row in connection.execute(_BY_NUMBER.with_for_update(), {"numbers": sorted(numbers)}):
        is_void = row.state == InvoiceState.VOID.value
        stands[row.number] = (row.id, {name: getattr(row, name) for name in _PUT} | {_VOID: is_void})
    outcomes = []
    for one in told:
        values, (row_id, before) = _values(one), stands.get(one.number, (None, None))
        if before is not None and one.is_void:
            values = before | {_VOID: True}
        outcomes.append(Put.ADDED if before is None else Put.UNCHANGED if before == values else Put.CHANGED)
        stands[one.number] = (row_id, values)
    return outcomes


def put_invoices(connection: Connection, told: Sequence[NewInvoice]) -> list[Put]:
    """Keep invoices, of which one may be told twice; those that are known are told anew, and what was paid stays.

    A few statements for all of them, so that a batch holds the lock of the database for a moment only.
    """
    stands: Stands = {}
    outcomes = foresee_invoices(connection, told, stands)
    touched = {one.number: None for one, outcome in zip(told, outcomes, strict=True) if outcome is not Put.UNCHANGED}
    added, changed = list[dict[str, Any]](), list[dict[str, Any]]()
    for number in touched:
        row_id, values = stands[number]
        if row_id is None:
            added.append({"number": number, **{name: values[name] for name in _PUT}, **_untouched(values)})
        else:
            state = InvoiceState.VOID if values[_VOID] else InvoiceState.OPEN
            told_anew = {f"new_{name}": values[name] for name in _PUT}
            changed.append({"row": row_id, "new_state": state.value, **told_anew})
    if changed:
        ids = [one["row"] for one in changed]
        before = parts_of(connection, ids)
        connection.execute(_TELL_ANEW, changed)
        forget_words(connection, ids)
        change_sums(connection, before, _settled(connection, ids))
    if added:
        connection.execute(insert(invoices), added)
        nothing: Iterable[Part] = ()
        parts = (Part(*(one[name] for name in _PARTED)) for one in added)
        change_sums(connection, nothing, parts)
    if touched:
        stand = connection.execute(select(invoices.c.id, invoices.c.number).where(invoices.c.number.in_(sorted(touched))))
        words = ((row.id, stands[row.number][1]) for row in stand)
        keep_words(connection, ((row_id, values["customer_id"], values["folded"].split()) for row_id, values in words))
    return outcomes


def put_invoice(connection: Connection, invoice: NewInvoice) -> Put:
    """Keep one invoice."""
    return put_invoices(connection, [invoice])[0]


def foresee_payments(connection: Connection, told: Sequence[NewPayment], known: set[NewPayment]) -> list[Put]:
    """Say which payments are new; ``known`` remembers them, since one may be told twice."""
    table = invoice_payments.c
    columns = (table.invoice_id, table.paid_on, table.amount_cents, table.reference, table.is_credit)
    ids = sorted({one.invoice_id for one in told})
    known |= {NewPayment(*row) for row in connection.execute(select(*columns).where(table.invoice_id.in_(ids)))}
    outcomes = []
    for one in told:
        outcomes.append(Put.UNCHANGED if one in known else Put.ADDED)
        known.add(one)
    return outcomes


def put_payments(connection: Connection, told: Sequence[NewPayment]) -> list[Put]:
    """Lower invoices by payments and credits; one that is known changes nothing."""
    hold(connection, sorted({one.invoice_id for one in told}))
    outcomes = foresee_payments(connection, told, set())
    new = [one for one, outcome in zip(told, outcomes, strict=True) if outcome is Put.ADDED]
    if new:
        names = ("invoice_id", "paid_on", "amount_cents", "reference", "is_credit")
        connection.execute(insert(invoice_payments), [dict(zip(names, one, strict=True)) for one in new])
        settle(connection, [one.invoice_id for one in new])
    return outcomes


def put_payment(connection: Connection, invoice_id: int, paid_on: date, cents: int, reference: str, is_credit: bool) -> bool:
    """Lower one invoice."""
    told = NewPayment(invoice_id, paid_on, cents, reference, is_credit)
    return put_payments(connection, [told]) == [Put.ADDED]


def settle(connection: Connection, invoice_ids: Iterable[int]) -> None:
    """Reckon what is still owed of invoices, what of it is disputed, and where they stand; the sums follow."""
    ids = sorted(set(invoice_ids))
    hold(connection, ids)
    before = parts_of(connection, ids)
    change_sums(connection, before, _settled(connection, ids))


def _settled(connection: Connection, ids: Sequence[int]) -> list[Part]:
    """Reckon invoices that are held, and return what they add to the sums."""
    columns = (invoices.c.id, invoices.c.total_cents, invoices.c.state)
    totals = connection.execute(select(*columns).where(invoices.c.id.in_(ids))).all()
    paid, dispute = invoice_payments.c, invoice_disputes.c
    sums = select(
        paid.invoice_id, func.sum(paid.amount_cents), func.max(case((paid.is_credit.is_(False), 1), else_=0))
    ).where(paid.invoice_id.in_(ids))
    lowered = {row[0]: (int(row[1]), bool(row[2])) for row in connection.execute(sums.group_by(paid.invoice_id))}
    claimed = select(dispute.invoice_id, func.sum(dispute.amount_cents)).where(
        dispute.invoice_id.in_(ids), dispute.state == DisputeState.SUBMITTED.value
    )
    disputes = {row[0]: int(row[1]) for row in connection.execute(claimed.group_by(dispute.invoice_id))}
    connection.execute(
        _SETTLE,
        [
            {"row": row_id, **_told_void()}
            if state == InvoiceState.VOID.value
            else {"row": row_id, **_standing_of(total, *lowered.get(row_id, (0, False)), disputes.get(row_id, 0))}
            for row_id, total, state in totals
        ],
    )
    return parts_of(connection, ids)


def _standing_of(total: int, lowered: int, has_money: bool, claimed: int) -> dict[str, Any]:
    balance = total - lowered
    disputed = min(claimed, max(balance, 0))
    return {
        "new_balance_cents": balance,
        "new_disputed_cents": disputed,
        "new_is_open": balance != 0,
        "new_state": standing(total, balance, disputed, has_money).value,
    }


def _told_void() -> dict[str, Any]:
    """Return how an invoice stands that the carrier took back; without a balance it is in no sum and no statement."""
    return {
        "new_balance_cents": 0,
        "new_disputed_cents": 0,
        "new_is_open": False,
        "new_state": InvoiceState.VOID.value,
    }


def hold(connection: Connection, ids: Sequence[int]) -> None:
    """Let nobody else reckon invoices until the transaction ends: a payment of theirs would be missing in our sum."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(invoices.c.id).where(invoices.c.id.in_(ids)).order_by(invoices.c.id).with_for_update())


def _untouched(values: dict[str, Any]) -> dict[str, Any]:
    if values[_VOID]:
        return {name.removeprefix("new_"): value for name, value in _told_void().items()}
    total = values["total_cents"]
    state = standing(total, total, 0, has_money=False).value
    return {"balance_cents": total, "disputed_cents": 0, "state": state, "is_open": total != 0}


def _values(invoice: NewInvoice) -> dict[str, Any]:
    details = invoice.details
    numbers = f"{invoice.number} {invoice.autopro_number} {details.bol_number} {details.purchase_order}"
    names = f"{details.quote_number} {details.bill_to} {details.shipper} {details.consignee}"
    return {
        "customer_id": invoice.customer_id,
        "autopro_number": invoice.autopro_number,
        "invoice_date": invoice.invoice_date,
        "due_date": invoice.due_date,
        "currency": invoice.currency,
        "total_cents": invoice.total,
        "details": msgspec.json.encode(details).decode(),
        "folded": folded_words(words_of(f"{numbers} {names} {Decimal(invoice.total) / 100:.2f}")),
        _VOID: invoice.is_void,
    }
