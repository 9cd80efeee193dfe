# SPDX-License-Identifier: MIT
"""Pickups travel to a carrier without a link, each with its author's last change; where they stand comes back."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, func, select

from onlinesvc_desktop.backend.pickups import PickupRefusedError, checked_pickup, make_pickup
from onlinesvc_desktop.backend.store.pickups import (
    Owner,
    as_only_writer,
    change_pickup,
    move_pickup,
    pickup_of_row,
)
from onlinesvc_desktop.backend.store.tables.pickups import pickup_steps, pickups
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.travelling import (
    REFUSED,
    Desk,
    Paper,
    RefusedPaperError,
    Sender,
    Sought,
    Standing,
    Travelling,
)
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.pickup import CHANGEABLE, MissedReason, PickupRequest, PickupState


class TravellingPickup(msgspec.Struct, frozen=True, omit_defaults=True):
    """A pickup as its author wants it now."""

    pickup: PickupRequest
    is_cancelled: bool = False


_WRITTEN: Final = (
    select(func.count())
    .where(pickup_steps.c.pickup_id == pickups.c.id, pickup_steps.c.state == PickupState.REQUESTED.value)
    .scalar_subquery()
)
_CANCELLED: Final = (
    select(func.count())
    .where(
        pickup_steps.c.pickup_id == pickups.c.id,
        pickup_steps.c.state == PickupState.CANCELLED.value,
        pickup_steps.c.access_code_id.is_not(None),
    )
    .scalar_subquery()
)
_REVISED: Final = select(pickups, _WRITTEN.label("written"), _CANCELLED.label("cancelled"))


def papers(connection: Connection, sought: Sought) -> Iterator[Paper]:
    """Find pickups asked for since the other side is the carrier.

    Writing one anew gives it a revision, and so does its author's cancellation; what the carrier did gives it none.
    """
    statement = _REVISED.where(pickups.c.requested_at >= to_seconds(sought.since)).order_by(pickups.c.id)
    for row in connection.execute(statement):
        is_cancelled = row.state == PickupState.CANCELLED.value
        if is_cancelled and row.id not in sought.travelled:
            continue
        request = msgspec.structs.replace(from_json(row.request, PickupRequest), pickup_date=row.pickup_date)
        body = msgspec.json.encode(TravellingPickup(request, is_cancelled))
        yield Paper(row.id, _revision(row), from_seconds(row.requested_at), body)


def _revision(row: Row[Any]) -> int:
    return int(row.written) + int(row.cancelled)


def take(connection: Connection, _: Desk, sender: Sender, body: bytes, now: datetime) -> int:
    """Make a pickup for the other side.

    Raises:
        msgspec.DecodeError: it is no pickup.
        RefusedPaperError: it cannot be made on its day, or nobody drives there.
    """
    travelled = from_json(body, TravellingPickup)
    owner = Owner(sender.customer_id, sender.access_code_id)
    try:
        made = make_pickup(connection, owner, sender.language, travelled.pickup, now)
    except PickupRefusedError as refused:
        raise RefusedPaperError(str(refused)) from refused
    if travelled.is_cancelled:
        move_pickup(connection, made.id, PickupState.CANCELLED, sender.access_code_id, now)
    return made.id


def change(connection: Connection, sender: Sender, row_id: int, body: bytes, now: datetime) -> None:
    """Write a pickup anew, or cancel it, as long as no driver has it.

    Raises:
        msgspec.DecodeError: it is no pickup.
        RefusedPaperError: a driver has it, or it cannot be made on its new day.
    """
    travelled = from_json(body, TravellingPickup)
    as_only_writer(connection)
    present = pickup_of_row(connection, row_id)
    if present.state is PickupState.CANCELLED and travelled.is_cancelled:
        return
    if present.state not in CHANGEABLE:
        raise RefusedPaperError("wrong_state")
    if travelled.is_cancelled:
        move_pickup(connection, row_id, PickupState.CANCELLED, sender.access_code_id, now)
        return
    try:
        kept, point = checked_pickup(connection, travelled.pickup, now)
    except PickupRefusedError as refused:
        raise RefusedPaperError(str(refused)) from refused
    change_pickup(connection, row_id, kept, point.terminal, point.time_zone, sender.access_code_id, now)


def standing(connection: Connection, row_id: int) -> Standing:
    """Return where a pickup stands."""
    found = pickup_of_row(connection, row_id)
    reason = found.reason.value if isinstance(found.reason, MissedReason) else ""
    return Standing(found.confirmation_number, found.state.value, reason, found.pickup_date)


def told(connection: Connection, row_id: int, revision: int, answer: Standing, now: datetime) -> bool:
    """Bring a pickup of ours to where the carrier has it; one that it refused is cancelled here too.

    What is said of an earlier revision changes nothing: the later one is still on its way.
    """
    as_only_writer(connection)
    if _revision(connection.execute(_REVISED.where(pickups.c.id == row_id)).one()) != revision:
        return False
    present = pickup_of_row(connection, row_id)
    state = PickupState.CANCELLED if answer.state == REFUSED else PickupState(answer.state)
    day = present.pickup_date if answer.day is None else answer.day
    if (state, day) == (present.state, present.pickup_date):
        return False
    reason = MissedReason(answer.reason) if state is PickupState.MISSED and answer.reason else None
    move_pickup(connection, row_id, state, None, now, reason=reason, pickup_date=day)
    return True


PICKUPS = Travelling(
    "pickup",
    frozenset(state.value for state in PickupState if state is not PickupState.OTHER),
    papers,
    take,
    change,
    standing,
    told,
)
