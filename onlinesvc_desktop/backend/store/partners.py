# SPDX-License-Identifier: MIT
"""Partners with their profiles, and senders of files whom nobody has looked at yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.intake import intake_files, partners
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json, from_values
from onlinesvc_desktop.contract.partners import PartnerItem, PartnerProfile, PartnerState

MOST_STRANGERS = 500
"""How many senders wait to be looked at; whoever comes after them is taken in like them and not listed."""


def adopted_profiles(connection: Connection) -> list[PartnerProfile]:
    """Return the profile of every adopted partner, the oldest first."""
    rows = connection.execute(_adopted().order_by(partners.c.id))
    return [_profile(row) for row in rows]


def list_partners(connection: Connection, state: PartnerState | None, search: Search) -> list[PartnerItem]:
    """Return partners whose name, senders or files contain every word, the newest first."""
    statement = _items() if state is None else _items().where(partners.c.state == state.value)

    def text_of(row: Row[Any]) -> str:
        profile = _profile(row)
        return " ".join((profile.name, *profile.senders, *profile.file_names, row.last_file))

    return [_item(row) for row in search_rows(connection, statement, partners.c.id, text_of, search)]


def find_partner(connection: Connection, row_id: int) -> PartnerItem | None:
    """Return one partner, adopted or not."""
    row = connection.execute(_items().where(partners.c.id == row_id)).first()
    return None if row is None else _item(row)


def sender_of_another(connection: Connection, senders: Iterable[str], but: int | None) -> str | None:
    """Return the first of some senders that another adopted partner has already."""
    taken = {one for row in connection.execute(_adopted()) if row.id != but for one in _profile(row).senders}
    return next((one for one in senders if one in taken), None)


def add_partner(connection: Connection, profile: PartnerProfile, now: datetime) -> int:
    """Write a partner; whoever waited under one of its senders waits no more."""
    _drop_strangers(connection, profile.senders, None)
    return _insert(connection, PartnerState.ADOPTED, profile, now)


def change_partner(connection: Connection, row_id: int, profile: PartnerProfile, now: datetime) -> bool:
    """Write a profile in the place of the one that was there, which adopts a stranger; False when there is none."""
    changed = connection.execute(
        update(partners)
        .where(partners.c.id == row_id)
        .values(state=PartnerState.ADOPTED.value, profile=_encoded(profile), last_at=to_seconds(now))
    )
    _drop_strangers(connection, profile.senders, row_id)
    return changed.rowcount == 1


def remove_partner(connection: Connection, row_id: int) -> bool:
    """Forget a partner or a stranger; False when there is none."""
    return connection.execute(delete(partners).where(partners.c.id == row_id)).rowcount == 1


def count_strangers(connection: Connection) -> int:
    """Return how many senders nobody has looked at."""
    strangers = partners.c.state == PartnerState.UNKNOWN.value
    return int(connection.execute(select(func.count()).select_from(partners).where(strangers)).scalar_one())


def note_strangers(connection: Connection, senders: Iterable[str], file_id: int, now: datetime) -> None:
    """Note that a file came from senders without a profile; however many batches it has, it counts once.

    A sender that no profile could name is not noted, and no more than ``MOST_STRANGERS`` wait.
    """
    wanted = {sender: profile for sender in set(senders) if (profile := _stranger(sender)) is not None}
    if not wanted:
        return
    name = connection.execute(select(intake_files.c.name).where(intake_files.c.id == file_id)).scalar_one()
    known = {_profile(row).senders[0]: row for row in connection.execute(_unknown())}
    room = MOST_STRANGERS - len(known)
    for sender, profile in sorted(wanted.items()):
        row = known.get(sender)
        if row is None:
            if room <= 0:
                continue
            room -= 1
            row_id = _insert(connection, PartnerState.UNKNOWN, profile, now)
        elif row.last_file_id == file_id:
            continue
        else:
            row_id = row.id
        seen = {"files": partners.c.files + 1, "last_file_id": file_id, "last_file": name, "last_at": to_seconds(now)}
        connection.execute(update(partners).where(partners.c.id == row_id).values(seen))


def _stranger(sender: str) -> PartnerProfile | None:
    try:
        return from_values({"name": sender.partition(":")[2], "senders": [sender]}, PartnerProfile)
    except msgspec.ValidationError:
        return None


def _insert(connection: Connection, state: PartnerState, profile: PartnerProfile, now: datetime) -> int:
    at = to_seconds(now)
    values = {"state": state.value, "profile": _encoded(profile), "files": 0, "last_file": "", "first_at": at, "last_at": at}
    return int(connection.execute(insert(partners).values(values).returning(partners.c.id)).scalar_one())


def _drop_strangers(connection: Connection, senders: Sequence[str], but: int | None) -> None:
    rows = [row.id for row in connection.execute(_unknown()) if row.id != but and _profile(row).senders[0] in senders]
    connection.execute(delete(partners).where(partners.c.id.in_(rows)))


def _items() -> Select[Any]:
    return select(partners)


def _adopted() -> Select[Any]:
    return select(partners).where(partners.c.state == PartnerState.ADOPTED.value)


def _unknown() -> Select[Any]:
    return select(partners).where(partners.c.state == PartnerState.UNKNOWN.value)


def _item(row: Row[Any]) -> PartnerItem:
    return PartnerItem(
        id=row.id,
        state=PartnerState(row.state),
        profile=_profile(row),
        files=row.files,
        last_file=row.last_file,
        first_at=from_seconds(row.first_at),
        last_at=from_seconds(row.last_at),
    )


def _profile(row: Row[Any]) -> PartnerProfile:
    return from_json(row.profile, PartnerProfile)


def _encoded(profile: PartnerProfile) -> str:
    return msgspec.json.encode(profile).decode()
