# SPDX-License-Identifier: MIT
"""Notices by e-mail: who is told of what since when, which of a shipment's events that are, and which were told."""

import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET
from sqlalchemy import BindParameter, Connection, Row, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy import Select as Statement

from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.notices import notice_settings, notices_told, watches
from onlinesvc_desktop.backend.store.tables.shipments import (
    changes,
    events,
    parties,
    places,
    shipment_references,
    shipments,
)
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.notices import NoticeFrequency, Notices, NoticeSettings
from onlinesvc_desktop.contract.outbox import MailKind, MailState
from onlinesvc_desktop.contract.status import Stage

_CHUNK: Final = 500
_CODES_AT_ONCE: Final = 1_000
_SECRET_BYTES: Final = 32
_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
_EVENTS: Final[Statement[Any]] = (
    select(events, places.c.city, places.c.province)
    .join(places, places.c.id == events.c.place_id)
    .where(events.c.shipment_id.in_(_IDS), events.c.occurred_at >= bindparam("since"))
    .order_by(events.c.shipment_id, events.c.sequence)
)
_TOLD: Final = select(notices_told).where(
    notices_told.c.access_code_id == bindparam("code"), notices_told.c.shipment_id.in_(_IDS)
)
_CHOSEN: Final = (watches.c.access_code_id == bindparam("code"), watches.c.told_from.is_not(None))
_CHANGED: Final = (
    select(changes.c.shipment_id, func.max(changes.c.id).label("last"))
    .where(changes.c.id > bindparam("after"), changes.c.id <= bindparam("upto"))
    .group_by(changes.c.shipment_id)
)
_TOLD_BY_NUMBER: Final = (
    select(shipments.c.id, watches.c.access_code_id)
    .join(watches, watches.c.value == shipments.c.autopro_number)
    .where(watches.c.told_from.is_not(None), shipments.c.id.in_(_IDS))
)
_TOLD_BY_REFERENCE: Final = (
    select(shipment_references.c.shipment_id.label("id"), watches.c.access_code_id)
    .join(watches, watches.c.value == shipment_references.c.value)
    .where(watches.c.told_from.is_not(None), shipment_references.c.shipment_id.in_(_IDS))
)
_CUSTOMERS_OF: Final = (
    select(shipments.c.id, parties.c.customer_id)
    .join(parties, parties.c.id.in_((shipments.c.shipper_id, shipments.c.consignee_id, shipments.c.bill_to_id)))
    .where(parties.c.customer_id.is_not(None), shipments.c.id.in_(_IDS))
)
_TOLD_OF_ALL: Final = (
    select(access_codes.c.customer_id, notice_settings.c.access_code_id)
    .join(access_codes, access_codes.c.id == notice_settings.c.access_code_id)
    .where(notice_settings.c.all_from.is_not(None), access_codes.c.customer_id.is_not(None))
)
_NUMBERS_OF: Final = (
    select(shipments.c.id, watches.c.value, watches.c.told_from)
    .join(watches, watches.c.value == shipments.c.autopro_number)
    .where(*_CHOSEN, shipments.c.id.in_(_IDS))
)
_REFERENCES_OF: Final = (
    select(shipment_references.c.shipment_id.label("id"), watches.c.value, watches.c.told_from)
    .join(watches, watches.c.value == shipment_references.c.value)
    .where(*_CHOSEN, shipment_references.c.shipment_id.in_(_IDS))
)
_NEWEST: Final = select(changes.c.id, changes.c.at).order_by(changes.c.id.desc()).limit(1)
_WAITING: Final = select(outbox.c.access_code_id).where(
    outbox.c.kind == MailKind.SHIPMENT_NOTICE.value,
    outbox.c.state == MailState.WAITING.value,
    outbox.c.access_code_id.is_not(None),
)
_DUE: Final = (
    select(notice_settings)
    .where(
        or_(
            and_(notice_settings.c.next_at == 0, notice_settings.c.looked_to < bindparam("newest")),
            and_(notice_settings.c.next_at > 0, notice_settings.c.next_at <= bindparam("now")),
        ),
        notice_settings.c.access_code_id.not_in(_WAITING),
    )
    .order_by(notice_settings.c.access_code_id)
)

EventKey = tuple[int, str, str, int, int]
"""Shipment, code, reason, moment and place: what makes an event the same one (``store.intake``)."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one access code is told of; instants are seconds since 1970."""

    access_code_id: int
    email: str
    kinds: Mapping[Stage, int]
    """Each kind with since when."""
    all_from: int | None
    frequency: NoticeFrequency
    hour: int
    time_zone: str
    secret: str
    looked_to: int
    next_at: int


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event of a shipment with what tells it from every other."""

    key: EventKey
    offset: int
    """Minutes of the place's clock beyond UTC."""
    city: str
    province: str


def _subscription(row: Row[Any]) -> Subscription:
    kinds = from_json(row.kinds, dict[Stage, int])
    return Subscription(
        row.access_code_id,
        row.email,
        kinds,
        row.all_from,
        NoticeFrequency(row.frequency),
        row.hour,
        row.time_zone,
        row.secret,
        row.looked_to,
        row.next_at,
    )


def subscription_of(connection: Connection, access_code_id: int) -> Subscription | None:
    """Return what an access code is told of, None for nothing."""
    row = connection.execute(select(notice_settings).where(notice_settings.c.access_code_id == access_code_id)).first()
    return None if row is None else _subscription(row)


def notices_of(connection: Connection, access_code_id: int) -> Notices:
    """Return the same as the program shows it."""
    found = subscription_of(connection, access_code_id)
    if found is None:
        return Notices()
    numbers = select(watches.c.value).where(watches.c.access_code_id == access_code_id, watches.c.told_from.is_not(None))
    settings = NoticeSettings(
        found.email,
        tuple(stage for stage in Stage if stage in found.kinds),
        found.all_from is not None,
        found.frequency,
        found.hour,
        found.time_zone,
    )
    chosen = connection.execute(numbers.order_by(watches.c.created_at.desc(), watches.c.value)).scalars()
    return Notices(settings, tuple(chosen), from_seconds(found.next_at) if found.next_at else UNSET)


def keep_settings(
    connection: Connection, access_code_id: int, settings: NoticeSettings, next_at: datetime | None, now: datetime
) -> None:
    """Keep what an access code chose; what it chose before goes on from when it did."""
    at = to_seconds(now)
    before = subscription_of(connection, access_code_id)
    known = {} if before is None else before.kinds
    all_before = None if before is None else before.all_from
    values: dict[str, Any] = {
        "email": settings.email,
        "kinds": msgspec.json.encode({stage: known.get(stage, at) for stage in settings.kinds}).decode(),
        "all_from": None if not settings.all_shipments else at if all_before is None else all_before,
        "frequency": settings.frequency.value,
        "hour": settings.hour,
        "time_zone": settings.time_zone,
        "next_at": 0 if next_at is None else to_seconds(next_at),
    }
    if before is not None:
        connection.execute(
            update(notice_settings).where(notice_settings.c.access_code_id == access_code_id).values(**values)
        )
        return
    begun = {"secret": secrets.token_hex(_SECRET_BYTES), "looked_to": newest_change(connection)[0]}
    connection.execute(insert(notice_settings).values(access_code_id=access_code_id, **begun, **values))


def choose_numbers(connection: Connection, access_code_id: int, values: Sequence[str], told_from: datetime | None) -> None:
    """Tell of watched numbers from an instant on, or no longer for None; those told of already go on."""
    chosen = (watches.c.access_code_id == access_code_id, watches.c.value.in_(values))
    if told_from is None:
        connection.execute(update(watches).where(*chosen).values(told_from=None))
    else:
        new = (*chosen, watches.c.told_from.is_(None))
        connection.execute(update(watches).where(*new).values(told_from=to_seconds(told_from)))


def end_notices(connection: Connection, access_code_id: int) -> bool:
    """Tell an access code of nothing any longer; return whether it was told of anything."""
    connection.execute(update(watches).where(watches.c.access_code_id == access_code_id).values(told_from=None))
    connection.execute(delete(notices_told).where(notices_told.c.access_code_id == access_code_id))
    ended = connection.execute(delete(notice_settings).where(notice_settings.c.access_code_id == access_code_id))
    return ended.rowcount == 1


def newest_change(connection: Connection) -> tuple[int, int]:
    """Return the number of the last change and when it was, zeros for none."""
    row = connection.execute(_NEWEST).first()
    return (0, 0) if row is None else (row.id, row.at)


def first_change_after(connection: Connection, number: int) -> int | None:
    """Return when the first change after one was, None when there is none."""
    return connection.execute(select(changes.c.at).where(changes.c.id > number).order_by(changes.c.id).limit(1)).scalar()


def due_subscriptions(connection: Connection, newest: int, now: datetime) -> list[Subscription]:
    """Return whom to look for: those told at once for whom changes were not looked at, and those whose hour has come.

    While a notice waits to go out its recipient is not looked for: what happens meanwhile goes into the next.
    """
    return [_subscription(row) for row in connection.execute(_DUE, {"newest": newest, "now": to_seconds(now)})]


def take_turn(connection: Connection, found: Subscription, upto: int, next_at: datetime | None) -> bool:
    """Note how far changes are looked at; exactly one of several workers gets True."""
    same = (notice_settings.c.looked_to == found.looked_to, notice_settings.c.next_at == found.next_at)
    taken = connection.execute(
        update(notice_settings)
        .where(notice_settings.c.access_code_id == found.access_code_id, *same)
        .values(looked_to=upto, next_at=0 if next_at is None else to_seconds(next_at))
    )
    return taken.rowcount == 1


def is_one_waiting(connection: Connection, access_code_id: int) -> bool:
    """Tell whether an earlier notice has not gone yet: what happens meanwhile goes into the next."""
    waiting = (outbox.c.kind == MailKind.SHIPMENT_NOTICE.value, outbox.c.state == MailState.WAITING.value)
    statement = select(func.count()).select_from(outbox).where(outbox.c.access_code_id == access_code_id, *waiting)
    return int(connection.execute(statement).scalar_one()) > 0


def concerned(connection: Connection, due: Sequence[Subscription], upto: int) -> dict[int, set[int]]:
    """Return the shipments that changed since each was last looked for, by access code; without any there is nothing.

    They are those of chosen numbers, and of the enterprise where all are told of. It goes from the changes to the codes: two
    statements, and three more for each five hundred shipments that changed, however many are ``due``.
    """
    looked = {one.access_code_id: one.looked_to for one in due}
    found: defaultdict[int, set[int]] = defaultdict(set)
    after = min(looked.values(), default=upto)
    if after >= upto:
        return {}
    last = {row.shipment_id: row.last for row in connection.execute(_CHANGED, {"after": after, "upto": upto})}
    of_all: defaultdict[int, list[int]] = defaultdict(list)
    for customer_id, code in connection.execute(_TOLD_OF_ALL):
        of_all[customer_id].append(code)
    for chunk in _chunks(last):
        pairs: list[tuple[int, int]] = []
        for statement in (_TOLD_BY_NUMBER, _TOLD_BY_REFERENCE):
            pairs += ((row.id, row.access_code_id) for row in connection.execute(statement, {"ids": chunk}))
        for row in connection.execute(_CUSTOMERS_OF, {"ids": chunk}) if of_all else ():
            pairs += ((row.id, code) for code in of_all.get(row.customer_id, ()))
        for shipment_id, code in pairs:
            if last[shipment_id] > looked.get(code, upto):
                found[code].add(shipment_id)
    return dict(found)


def pass_over(connection: Connection, idle: Sequence[Subscription], upto: int, next_at: datetime | None) -> None:
    """Note how far changes are looked at for those whom none concerns, who have the same next hour if it is daily."""
    for codes in _chunks([one.access_code_id for one in idle], _CODES_AT_ONCE):
        connection.execute(
            update(notice_settings)
            .where(notice_settings.c.access_code_id.in_(codes), notice_settings.c.looked_to <= upto)
            .where(notice_settings.c.next_at == 0 if next_at is None else notice_settings.c.next_at > 0)
            .values(looked_to=upto, next_at=0 if next_at is None else to_seconds(next_at))
        )


def chosen_numbers(
    connection: Connection, access_code_id: int, shipment_ids: Iterable[int]
) -> dict[int, list[tuple[str, int]]]:
    """Return by which chosen numbers an access code is told of shipments, each with since when."""
    names: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for chunk in _chunks(shipment_ids):
        for statement in (_NUMBERS_OF, _REFERENCES_OF):
            for row in connection.execute(statement, {"code": access_code_id, "ids": chunk}):
                if (row.value, row.told_from) not in names[row.id]:
                    names[row.id].append((row.value, row.told_from))
    return dict(names)


def events_since(connection: Connection, shipment_ids: Iterable[int], since: int) -> list[HeldEvent]:
    """Return what happened to shipments from an instant on, in order."""
    found = []
    for chunk in _chunks(shipment_ids):
        for row in connection.execute(_EVENTS, {"ids": chunk, "since": since}):
            key = (row.shipment_id, row.code, row.reason, row.occurred_at, row.place_id)
            found.append(HeldEvent(key, row.occurred_offset, row.city, row.province))
    return found


def told_of(connection: Connection, access_code_id: int, shipment_ids: Iterable[int]) -> set[EventKey]:
    """Return which events of shipments an access code was told of."""
    return {
        (row.shipment_id, row.code, row.reason, row.occurred_at, row.place_id)
        for chunk in _chunks(shipment_ids)
        for row in connection.execute(_TOLD, {"code": access_code_id, "ids": chunk})
    }


def note_told(connection: Connection, access_code_id: int, keys: Collection[EventKey]) -> None:
    """Note that an access code is told of events."""
    columns = [column.name for column in notices_told.columns]
    insert_rows(connection, notices_told, columns, [(access_code_id, *key) for key in keys])


def forget_told(connection: Connection, before: datetime) -> None:
    """Forget what was told of events before an instant, which are no news any longer."""
    connection.execute(delete(notices_told).where(notices_told.c.occurred_at < to_seconds(before)))


def _chunks(ids: Iterable[int], most: int = _CHUNK) -> Iterable[list[int]]:
    every = sorted(ids)
    return (every[at : at + most] for at in range(0, len(every), most))
