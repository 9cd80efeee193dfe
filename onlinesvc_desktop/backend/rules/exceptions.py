# SPDX-License-Identifier: MIT
"""What went wrong with a shipment on its way, for claims and for proofs of delivery."""

from collections.abc import Iterable

from onlinesvc_desktop.contract.shipment import Event
from onlinesvc_desktop.contract.status import Stage, stage_of

_GONE_WRONG = frozenset({Stage.EXCEPTION, Stage.DELAYED, Stage.DELIVERY_ATTEMPTED})
NORMAL = ("", "NS")
"""Reasons that say nothing went wrong."""


def exceptions_of(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return what went wrong on the way: states that say so, and a delivery with a reason other than normal."""

    def is_one(event: Event) -> bool:
        stage = stage_of(event.code)
        return stage in _GONE_WRONG or (stage is Stage.DELIVERED and event.reason not in NORMAL)

    return tuple(event for event in events if is_one(event))
