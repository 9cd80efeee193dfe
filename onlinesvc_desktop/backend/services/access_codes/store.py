# SPDX-License-Identifier: MIT
"""The administrator's list of access codes."""

from typing import Any

from msgspec import UNSET
from sqlalchemy import Connection, Row, func, select

from onlinesvc_desktop.backend.rules.access import closing_at
from onlinesvc_desktop.backend.store.accounts import rights_left
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers, sessions
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.access_codes import AccessCodeItem, AccountState
from onlinesvc_desktop.contract.codes import Language, Role

_OPEN_SESSIONS = (
    select(func.count()).where(sessions.c.access_code_id == access_codes.c.id).scalar_subquery().label("open_sessions")
)
_ITEMS = select(
    access_codes, customers.c.number.label("customer_number"), customers.c.name.label("customer_name"), _OPEN_SESSIONS
).select_from(access_codes.outerjoin(customers))


def list_access_codes(
    connection: Connection, state: AccountState | None, search: Search, open_months: int
) -> list[AccessCodeItem]:
    """Return access codes that contain every word, the newest first."""
    statement = _ITEMS if state is None else _ITEMS.where(access_codes.c.state == state.value)

    def text_of(row: Row[Any]) -> str:
        customer = f"{row.customer_number or ''} {row.customer_name or ''}"
        return f"{row.code} {row.holder or ''} {row.default_email or ''} {customer}"

    rows = search_rows(connection, statement, access_codes.c.id, text_of, search)
    return [_item(row, open_months) for row in rows]


def find_access_code(connection: Connection, access_code_id: int, open_months: int) -> AccessCodeItem:
    """Return one access code by its row."""
    return _item(connection.execute(_ITEMS.where(access_codes.c.id == access_code_id)).one(), open_months)


def _item(row: Row[Any], open_months: int) -> AccessCodeItem:
    last_activity_at = from_seconds(row.last_activity_at)
    return AccessCodeItem(
        id=row.id,
        access_code=row.code,
        role=Role(row.role),
        state=AccountState(row.state),
        language=Language(row.language),
        created_at=from_seconds(row.created_at),
        last_activity_at=last_activity_at,
        password_changed_at=from_seconds(row.password_changed_at),
        password_temporary=row.password_temporary,
        open_sessions=row.open_sessions,
        holder=row.holder or "",
        default_email=row.default_email or "",
        customer_number=row.customer_number or "",
        customer_name=row.customer_name or "",
        closes_at=UNSET if row.state == AccountState.CLOSED.value else closing_at(last_activity_at, open_months),
        closed_reason=row.closed_reason or "",
        rights=rights_left(Role(row.role), row.withheld_rights),
    )
