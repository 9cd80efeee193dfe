# SPDX-License-Identifier: MIT
"""Schedules of reports by e-mail."""

from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from onlinesvc_desktop.backend.services.shipment_report.tables import report_schedules
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.shipment_report import ScheduleItem, ScheduleRequest

_DUE: Final = (
    select(access_codes.c.code, report_schedules.c.id, report_schedules.c.request, report_schedules.c.next_at)
    .join(access_codes, access_codes.c.id == report_schedules.c.access_code_id)
    .where(report_schedules.c.next_at <= bindparam("now"))
    .order_by(report_schedules.c.next_at)
)


def add_schedule(
    connection: Connection, access_code_id: int, request: ScheduleRequest, next_at: datetime, now: datetime
) -> int:
    """Keep a schedule and return its row."""
    values = {
        "access_code_id": access_code_id,
        "request": msgspec.json.encode(request).decode(),
        "next_at": to_seconds(next_at),
        "created_at": to_seconds(now),
    }
    return int(connection.execute(insert(report_schedules).values(**values).returning(report_schedules.c.id)).scalar_one())


def list_schedules(connection: Connection, access_code_id: int) -> list[ScheduleItem]:
    """Return the schedules of an access code, the oldest first."""
    statement = select(report_schedules).where(report_schedules.c.access_code_id == access_code_id)
    return [_item(row.id, row.request, row.next_at) for row in connection.execute(statement.order_by(report_schedules.c.id))]


def count_schedules(connection: Connection, access_code_id: int) -> int:
    """Return how many schedules an access code has."""
    statement = select(func.count()).select_from(report_schedules)
    return int(connection.execute(statement.where(report_schedules.c.access_code_id == access_code_id)).scalar_one())


def end_schedule(connection: Connection, access_code_id: int, schedule_id: int) -> bool:
    """End one; tell whether the access code had it."""
    statement = delete(report_schedules).where(
        report_schedules.c.id == schedule_id, report_schedules.c.access_code_id == access_code_id
    )
    return connection.execute(statement).rowcount == 1


def due_schedules(connection: Connection, now: datetime) -> list[tuple[str, ScheduleItem]]:
    """Return what is due, each with its access code."""
    rows = connection.execute(_DUE, {"now": to_seconds(now)})
    return [(row.code, _item(row.id, row.request, row.next_at)) for row in rows]


def advance_schedule(connection: Connection, item: ScheduleItem, next_at: datetime) -> bool:
    """Set when it goes out next; exactly one of several workers gets True."""
    statement = (
        update(report_schedules)
        .where(report_schedules.c.id == item.id, report_schedules.c.next_at == to_seconds(item.next_at))
        .values(next_at=to_seconds(next_at))
    )
    return connection.execute(statement).rowcount == 1


def _item(row_id: int, request: str, next_at: int) -> ScheduleItem:
    return ScheduleItem(row_id, from_json(request, ScheduleRequest), from_seconds(next_at))
