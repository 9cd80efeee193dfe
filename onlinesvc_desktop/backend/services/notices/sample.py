# SPDX-License-Identifier: MIT
"""What two people of the sample are told of by e-mail: one of three shipments, one of every shipment of the enterprise."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select

from onlinesvc_desktop.backend.rules.notices import next_daily
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.notices import choose_numbers, keep_settings
from onlinesvc_desktop.backend.store.shipments import find_by_ids
from onlinesvc_desktop.backend.store.tables.notices import watches
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.notices import USUAL_KINDS, NoticeFrequency, NoticeSettings
from onlinesvc_desktop.contract.status import Stage, stage_of

_LOOKED_AT, _WATCHED = 60, 3


def write_notices(connection: Connection, access_codes: Sequence[str], as_of: datetime) -> None:
    """Tell the first of two access codes of a few shipments as things happen, the second of all of them once a day."""
    for code, is_daily in zip(access_codes, (False, True), strict=False):
        account = find_account(connection, code)
        assert account is not None
        settings = NoticeSettings(
            account.default_email or f"{code.lower()}@example.com",
            USUAL_KINDS,
            all_shipments=is_daily,
            frequency=NoticeFrequency.DAILY if is_daily else NoticeFrequency.AT_ONCE,
        )
        next_at = next_daily(settings.hour, ZoneInfo(settings.time_zone), as_of) if is_daily else None
        keep_settings(connection, account.id, settings, next_at, as_of)
        if not is_daily:
            _watch(connection, account, as_of)


def _watch(connection: Connection, account: Account, as_of: datetime) -> None:
    """Watch the newest shipments that are under way, and be told of them."""
    newest = (
        select(customer_shipments.c.shipment_id)
        .where(customer_shipments.c.customer_id == account.customer_id)
        .order_by(customer_shipments.c.shipment_id.desc())
        .limit(_LOOKED_AT)
    )
    rows = find_by_ids(connection, connection.execute(newest).scalars())
    moving = [rows[one].autopro_number for one in sorted(rows) if stage_of(rows[one].status.code) is Stage.IN_TRANSIT]
    numbers = moving[-_WATCHED:]
    if numbers:
        at = to_seconds(as_of)
        lines = [{"access_code_id": account.id, "value": one, "created_at": at, "told_from": None} for one in numbers]
        connection.execute(insert(watches), lines)
        choose_numbers(connection, account.id, numbers, as_of)
