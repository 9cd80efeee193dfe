# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend bill211``: an issued bill out as an X12 211, for a partner's folder."""

import sys
from datetime import datetime

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import Identity, bill_211
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.bill_of_lading import BillState

_DONE, _REFUSED = 0, 1


def run_bill_211(config: BackendConfig, autopro: str, sender: str, receiver: str, now: datetime) -> int:
    """Write the bill of an autopro number to the standard output; 1 when there is none, or it was cancelled.

    ``sender`` and ``receiver`` are written as in ``02:KWAY``.
    """
    sides = [Identity(*text.split(":", 1)) for text in (sender, receiver) if ":" in text]
    if len(sides) != 2:
        sys.stderr.write("a side is written as two characters, a colon and the identification: 02:KWAY\n")
        return _REFUSED
    database = Database(config.database_url)
    try:
        with database.read() as connection:
            row = store.find_by_autopro(connection, autopro)
            bill = None if row is None else store.content_of(connection, row.id)
            is_cancelled = row is not None and store.item_of(row).state is BillState.CANCELLED
    finally:
        database.close()
    if row is None or bill is None or is_cancelled:
        sys.stderr.write(f"{autopro}: {'cancelled' if is_cancelled else 'no bill of lading has this number'}\n")
        return _REFUSED
    sys.stdout.write(bill_211(bill, sides[0], sides[1], now, row.id))
    return _DONE
