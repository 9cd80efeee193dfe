# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend bill211``: an issued bill out as an X12 211, for a partner's folder."""

import sys
from datetime import datetime

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.services.bill_of_lading import store
from onlinesvc_desktop.backend.services.bill_of_lading.handing import handed
from onlinesvc_desktop.backend.services.bill_of_lading.x12 import identity_of
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.bill_of_lading import BillState

_DONE, _REFUSED = 0, 1


def run_bill_211(config: BackendConfig, autopro: str, sender: str, receiver: str, now: datetime) -> int:
    """Write the bill of an autopro number to the standard output; 1 when there is none, or it was cancelled.

    ``sender`` and ``receiver`` are written as in ``02:KWAY``.
    """
    ours, theirs = identity_of(sender), identity_of(receiver)
    if ours is None or theirs is None:
        sys.stderr.write("a side is written as two characters, a colon and the identification: 02:KWAY\n")
        return _REFUSED
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        with database.write() as connection:
            row = store.find_by_autopro(connection, autopro)
            is_cancelled = row is not None and store.item_of(row).state is BillState.CANCELLED
            text = None if row is None or is_cancelled else handed(connection, row, (ours, theirs), now)
    finally:
        database.close()
    if text is None:
        sys.stderr.write(f"{autopro}: {'cancelled' if is_cancelled else 'no bill of lading has this number'}\n")
        return _REFUSED
    sys.stdout.write(text)
    return _DONE
