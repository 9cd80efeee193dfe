# SPDX-License-Identifier: MIT
"""Shipments that came damaged or short, whose notice of claim has its last days, and for which none was given."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, exists, or_, select

from onlinesvc_desktop.backend.rules.exceptions import NORMAL
from onlinesvc_desktop.backend.services.claims.outlook import outlook_of
from onlinesvc_desktop.backend.services.claims.rules import delivered_between, keeps_the_right
from onlinesvc_desktop.backend.services.claims.tables import claims
from onlinesvc_desktop.backend.store.shipments import find_by_ids
from onlinesvc_desktop.backend.store.tables.shipments import events, shipments
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.backend.store.today import looked_at, status_is_latest
from onlinesvc_desktop.contract.claim_rules import notice_is_due
from onlinesvc_desktop.contract.claim_terms import ClaimState
from onlinesvc_desktop.contract.claims import MOST_NOTICES_DUE, ClaimDetails, Outlook
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.status import STAGE_OF_STATUS, Stage

_DELIVERED: Final = [code for code, stage in STAGE_OF_STATUS.items() if stage is Stage.DELIVERED]
_WRONG: Final = [code for code, stage in STAGE_OF_STATUS.items() if stage is Stage.EXCEPTION]
_said = events.alias("said")
_CAME: Final[Select[Any]] = (
    select(shipments.c.id)
    .select_from(looked_at.join(shipments, shipments.c.id == looked_at.c.shipment_id).join(events, status_is_latest))
    .where(
        events.c.code.in_(_DELIVERED),
        exists().where(
            _said.c.shipment_id == shipments.c.id,
            or_(_said.c.code.in_(_WRONG), and_(_said.c.code.in_(_DELIVERED), _said.c.reason.not_in(NORMAL))),
        ),
    )
)
"""Delivered with something wrong: an exception on the way, or a delivery with a reason other than normal."""


def notices_due(connection: Connection, customer_id: int, now: datetime) -> tuple[Outlook, ...]:
    """Return what is to be given notice of within seven days, the most urgent first; among the newest of an enterprise."""
    days = [events.c.occurred_at.between(to_seconds(since), to_seconds(until)) for since, until in delivered_between(now)]
    found = list(connection.execute(_CAME.where(or_(*days)), {"customer": customer_id}).scalars())
    left = set(found) - set(_given(connection, customer_id, found))
    outlooks = (outlook_of(connection, row) for row in find_by_ids(connection, left).values())
    due = sorted((one for one in outlooks if notice_is_due(one, now)), key=lambda one: one.deadlines.notice_by)
    return tuple(due[:MOST_NOTICES_DUE])


def _given(connection: Connection, customer_id: int, shipment_ids: list[int]) -> Iterator[int]:
    """Return which of these an enterprise gave notice of, or claimed for."""
    filed = select(claims.c.shipment_id, claims.c.state, claims.c.details).where(
        claims.c.customer_id == customer_id, claims.c.shipment_id.in_(shipment_ids)
    )
    for row in connection.execute(filed):
        if keeps_the_right(from_json(row.details, ClaimDetails).door, ClaimState(row.state)):
            yield row.shipment_id
