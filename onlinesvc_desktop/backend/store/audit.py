# SPDX-License-Identifier: MIT
"""The audit log: who did what to what, when and from where; rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from onlinesvc_desktop.backend.rules.retention import AUDIT_NEVER_YOUNGER
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, audit
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.audit import AuditAction, AuditItem


def note(
    connection: Connection, at: datetime, access_code_id: int | None, action: AuditAction, subject: str, address: str
) -> None:
    """Add one line, in the caller's transaction."""
    connection.execute(
        insert(audit).values(
            at=to_seconds(at), access_code_id=access_code_id, action=action.value, subject=subject, address=address
        )
    )


def forget_old_lines(connection: Connection, before: datetime) -> int:
    """Forget lines from before a moment and return how many; those of the last year before the newest stay (a trigger).

    Measured from the newest line, a site that was off for years, or a clock that ran ahead, keeps what it knew last.
    """
    newest = select(func.max(audit.c.at)).scalar_subquery()
    floor = newest - int(AUDIT_NEVER_YOUNGER.total_seconds())
    return connection.execute(delete(audit).where(audit.c.at < to_seconds(before), audit.c.at < floor)).rowcount


def list_audit(connection: Connection, action: AuditAction | None, search: Search) -> list[AuditItem]:
    """Return lines that contain every word, the newest first."""
    statement = select(audit, access_codes.c.code).select_from(audit.outerjoin(access_codes))
    if action is not None:
        statement = statement.where(audit.c.action == action.value)

    def text_of(row: Row[Any]) -> str:
        return f"{row.code or ''} {row.subject} {row.address}"

    return [
        AuditItem(row.id, from_seconds(row.at), AuditAction(row.action), row.subject, row.code or "", row.address)
        for row in search_rows(connection, statement, audit.c.id, text_of, search)
    ]
