# SPDX-License-Identifier: MIT
"""What other services may do with bills."""

from typing import Final

from sqlalchemy import Connection

from onlinesvc_desktop.backend.bills import BillDesk, StandingBill
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.issuing import cancel_in, checked_bill, issue_in, refuse_in
from onlinesvc_desktop.backend.services.bill_of_lading.papers import USUAL_COPIES, document, labels
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.bill_of_lading import IssuedBill, LabelQuery
from onlinesvc_desktop.contract.paper import Paper


def _find(connection: Connection, customer_id: int, autopro: str) -> StandingBill | None:
    row = store.find_by_autopro(connection, autopro)
    if row is None or row.customer_id != customer_id:
        return None
    issued = IssuedBill(row.bol_number, row.autopro_number, from_seconds(row.issued_at))
    state, content = store.item_of(row).state, store.content_of(connection, row.id)
    return StandingBill(row.id, issued, state, row.carrier, row.units, content)


def _document(context: Context, bill: StandingBill) -> Paper:
    return document(context, bill.row, bill.issued.bol_number, bill.carrier, USUAL_COPIES)


def _labels(bill: StandingBill, query: LabelQuery) -> Paper:
    return labels(bill.content, bill.carrier, query)


DESK: Final = BillDesk(checked_bill, refuse_in, issue_in, cancel_in, _find, _document, _labels)
