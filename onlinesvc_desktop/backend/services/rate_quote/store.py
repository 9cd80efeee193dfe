# SPDX-License-Identifier: MIT
"""Tariffs: kept as they came in; the one of a day is read once and then remembered."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from msgspec import UNSET
from sqlalchemy import URL, Connection, Row, bindparam, insert, select

from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.rates import tariffs
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.tariff import Tariff, TariffItem

_OF_DAY = (
    select(tariffs.c.id, tariffs.c.name, tariffs.c.taken_at)
    .where(tariffs.c.effective_on <= bindparam("day"))
    .order_by(tariffs.c.effective_on.desc(), tariffs.c.id.desc())
    .limit(1)
)


class KnownTariff(NamedTuple):
    """A tariff with its row."""

    id: int
    tariff: Tariff


class TariffReader:
    """Finds the tariff of a day; one that was read before costs one look-up. Safe in any thread.

    A row never changes, so what is remembered of it stays right; name and instant tell it from that of a copy put back.
    """

    def __init__(self) -> None:
        self._remembered: dict[URL, tuple[tuple[int, str, int], KnownTariff]] = {}

    def of_day(self, connection: Connection, day: date) -> KnownTariff | None:
        """Return the tariff in force for goods that are ready on a day."""
        row = connection.execute(_OF_DAY, {"day": day.isoformat()}).first()
        if row is None:
            return None
        database = connection.engine.url
        key, known = (row.id, row.name, row.taken_at), self._remembered.get(database)
        if known is not None and known[0] == key:
            return known[1]
        tariff = find_tariff(connection, row.id)
        assert tariff is not None
        found = KnownTariff(row.id, tariff)
        self._remembered[database] = key, found
        return found


def find_tariff(connection: Connection, tariff_id: int) -> Tariff | None:
    """Return a tariff by its row."""
    content = connection.execute(select(tariffs.c.content).where(tariffs.c.id == tariff_id)).scalar()
    return None if content is None else from_json(content, Tariff)


def has_tariff(connection: Connection, name: str, effective_on: date) -> bool:
    """Tell whether a tariff of this name takes over on this day already."""
    statement = select(tariffs.c.id).where(tariffs.c.name == name, tariffs.c.effective_on == effective_on.isoformat())
    return connection.execute(statement).first() is not None


def add_tariff(connection: Connection, tariff: Tariff, at: datetime, access_code_id: int | None) -> None:
    """Keep a checked tariff; it takes over on its day."""
    connection.execute(
        insert(tariffs).values(
            name=tariff.name,
            effective_on=tariff.effective_on.isoformat(),
            taken_at=to_seconds(at),
            access_code_id=access_code_id,
            content=msgspec.json.encode(tariff),
        )
    )


def list_tariffs(connection: Connection, today: date, search: Search) -> list[TariffItem]:
    """Return tariffs that contain every word, the newest first, each with the days on which it prices."""
    every = connection.execute(select(tariffs.c.id, tariffs.c.effective_on)).all()
    order = sorted((date.fromisoformat(row.effective_on), row.id) for row in every)
    statement = select(tariffs, access_codes.c.code).select_from(tariffs.outerjoin(access_codes))

    def text_of(row: Row[Any]) -> str:
        return f"{row.name} {row.effective_on} {row.code or ''}"

    rows = search_rows(connection, statement, tariffs.c.id, text_of, search)
    return [_item(row, order, today) for row in rows]


def _item(row: Row[Any], order: Sequence[tuple[date, int]], today: date) -> TariffItem:
    tariff = from_json(row.content, Tariff)
    at = order.index((tariff.effective_on, row.id))
    until = order[at + 1][0] - timedelta(days=1) if at + 1 < len(order) else None
    return TariffItem(
        id=row.id,
        name=tariff.name,
        effective_on=tariff.effective_on,
        currency=tariff.currency,
        zones=len(tariff.zones),
        lanes=len(tariff.lanes),
        fuel_rows=len(tariff.fuel),
        accessorials=len(tariff.accessorials),
        customers=len(tariff.customers),
        taken_at=from_seconds(row.taken_at),
        in_force=tariff.effective_on <= today and (until is None or today <= until),
        taken_by=row.code or "",
        until=UNSET if until is None else until,
    )
