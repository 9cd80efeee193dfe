# SPDX-License-Identifier: MIT
"""Make a pickup: one way for the service, for recurring pickups, for the carrier XML and for whoever ships with a bill."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.points.find import ServiceTable
from onlinesvc_desktop.backend.points.store import TableReader
from onlinesvc_desktop.backend.rules.pickup import refusals
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.pickups import Owner, add_pickup, as_only_writer, pickup_of_row
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import FieldCode, Language
from onlinesvc_desktop.contract.contact import parse_postal_code
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.pickup import Pickup, PickupDetails, PickupRequest
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.transit_times import Point

READER = TableReader()
"""Holds the service table in use; safe in any thread."""


class PickupRefusedError(Exception):
    """A pickup cannot be made; ``problems`` say which member is wrong and, for the day, which is the next possible one."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__(", ".join(one.code for one in problems))
        self.problems = problems


def place_of(table: ServiceTable, details: PickupDetails) -> Point | None:
    """Return the point that a pickup's place is, by postal code first; None where no truck goes."""
    place = details.place
    for text in (place.postal_code, f"{place.city}, {place.province}"):
        served = table.find(text)
        if served is not None and served.point.province == place.province:
            return served.point
    return None


def checked_details(kind: type[PickupDetails], request: PickupDetails) -> PickupDetails:
    """Return details in the spelling that is kept.

    Raises:
        PickupRefusedError: members that are wrong in themselves.
    """
    kept, problems = check(kind, msgspec.to_builtins(request))
    if problems:
        raise PickupRefusedError(problems)
    postal_code = parse_postal_code(request.place.postal_code)
    assert postal_code is not None
    place = dict(kept["place"]) | {"postal_code": postal_code[0], "country": postal_code[1].value}
    return from_values(dict(kept) | {"place": place}, kind)


def checked_pickup(
    connection: Connection, request: PickupRequest, now: datetime, kind: type[PickupRequest] = PickupRequest
) -> tuple[PickupRequest, Point]:
    """Return a pickup in the spelling that is kept, and the point it is at.

    Raises:
        PickupRefusedError: it cannot be made.
    """
    kept = checked_details(kind, request)
    assert isinstance(kept, PickupRequest)
    point = place_of(READER.newest(connection), kept)
    if point is None:
        raise PickupRefusedError((FieldProblem("/place/postal_code", FieldCode.NOT_SERVED),))
    problems = tuple(refusals(kept, point, now))
    if problems:
        raise PickupRefusedError(problems)
    return kept, point


def make_pickup(
    connection: Connection,
    owner: Owner,
    language: Language,
    request: PickupRequest,
    now: datetime,
    recurring_id: int | None = None,
) -> Pickup:
    """Write a pickup, its first step and the confirmation that its author wants, in the caller's transaction.

    Raises:
        PickupRefusedError: it cannot be made; nothing is written.
    """
    kept, point = checked_pickup(connection, request, now)
    as_only_writer(connection)
    made = pickup_of_row(connection, add_pickup(connection, owner, kept, point.terminal, point.time_zone, now, recurring_id))
    if kept.confirmation_email:
        mail = NewMail(MailKind.PICKUP_CONFIRMED, kept.confirmation_email, language, _facts(made), owner.access_code_id)
        queue_mail(connection, mail, now)
    return made


def _facts(pickup: Pickup) -> dict[str, str]:
    place = pickup.place
    return {
        "number": pickup.confirmation_number,
        "pickup_date": pickup.pickup_date.isoformat(),
        "ready_time": pickup.ready_time,
        "close_time": pickup.close_time,
        "place": ", ".join((place.name, place.address1, f"{place.city} ({place.province})", place.postal_code)),
        "contact": f"{pickup.contact.name}, {pickup.contact.telephone}",
        "units": str(sum(item.count for item in pickup.items)),
        "telephone": pickup.terminal.telephone,
    }
