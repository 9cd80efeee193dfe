# SPDX-License-Identifier: MIT
"""The audit log: who did what to what, when and from where; rows are only ever added."""

from datetime import datetime

from sqlalchemy import Connection, insert

from onlinesvc_desktop.backend.store.schema import audit
from onlinesvc_desktop.backend.store.times import to_seconds


def note(connection: Connection, at: datetime, access_code_id: int | None, action: str, subject: str, address: str) -> None:
    """Add one line, in the caller's transaction."""
    connection.execute(
        insert(audit).values(
            at=to_seconds(at), access_code_id=access_code_id, action=action, subject=subject, address=address
        )
    )
