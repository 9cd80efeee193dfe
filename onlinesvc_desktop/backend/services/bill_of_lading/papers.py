# SPDX-License-Identifier: MIT
"""The papers of bills: made once and kept, so that a reprint has the same bytes for ever."""

from datetime import datetime

from msgspec import UNSET

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, LabelFormat, LabelQuery
from onlinesvc_desktop.contract.paper import Paper

USUAL_COPIES = 3
_AT_ONCE = 20


def _drawn(bill: BillOfLading, carrier: str, copies: int) -> bytes:
    from onlinesvc_desktop.forms.bill_of_lading import bill_pdf

    return bill_pdf(bill, carrier, copies)


def document(context: Context, bill_id: int, bol_number: str, carrier: str, copies: int) -> Paper:
    """Return the paper of a bill, made on the first demand for so many copies."""
    with context.database.read() as connection:
        content = store.paper_of(connection, bill_id, copies)
        bill = store.content_of(connection, bill_id) if content is None else None
    if bill is not None:
        made = _drawn(bill, carrier, copies)
        with context.database.write() as connection:
            store.keep_paper(connection, bill_id, copies, made)
        with context.database.read() as connection:
            content = store.paper_of(connection, bill_id, copies)
    return Paper(content or b"", "application/pdf", f"{bol_number}.pdf")


def keep_papers(context: Context, _now: datetime) -> None:
    """Make the usual paper of each bill that has none: the version that issued a bill settles what it looks like."""
    with context.database.read() as connection:
        missing = store.without_paper(connection, USUAL_COPIES, _AT_ONCE)
        bills = [(row.id, row.carrier, store.content_of(connection, row.id)) for row in missing]
    for bill_id, carrier, bill in bills:
        made = _drawn(bill, carrier, USUAL_COPIES)
        with context.database.write() as connection:
            store.keep_paper(connection, bill_id, USUAL_COPIES, made)


def labels(bill: BillOfLading, carrier: str, query: LabelQuery) -> Paper:
    """Return labels of a range of units; the range is inside the bill's units."""
    from onlinesvc_desktop.forms.bill_labels import labels_of
    from onlinesvc_desktop.forms.labels import labels_4x6, labels_letter, labels_zpl

    sheet = labels_of(bill, carrier)
    last = sheet.units if query.last is UNSET else query.last
    name = f"{bill.bol_number}-{query.first}-{last}"
    match query.format:
        case LabelFormat.PAGE_4X6:
            return Paper(labels_4x6(sheet, query.first, last), "application/pdf", f"{name}.pdf")
        case LabelFormat.LETTER:
            return Paper(labels_letter(sheet, query.first, last, query.start), "application/pdf", f"{name}.pdf")
        case LabelFormat.ZPL:
            return Paper(labels_zpl(sheet, query.first, last).encode(), "application/zpl", f"{name}.zpl")
