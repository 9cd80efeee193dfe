# SPDX-License-Identifier: MIT
"""Messages of the watch list and of what changed (design section 4)."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.pickup import Pickup
from onlinesvc_desktop.contract.shipment import Shipment

Watched = Annotated[str, Meta(min_length=limits.MIN_REFERENCE_LENGTH, max_length=limits.MAX_REFERENCE_LENGTH)]


class WatchRequest(msgspec.Struct, frozen=True):
    """Numbers of any kind to watch, or to watch no longer."""

    references: Annotated[tuple[Watched, ...], Meta(min_length=1, max_length=limits.MAX_REFERENCES_PER_TRACE)]


class WatchItem(msgspec.Struct, frozen=True):
    """A number that is watched, in its stored spelling, with the shipments it stands for now, if any."""

    reference: str
    matches: tuple[Shipment, ...] = ()


class Watches(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything an access code watches, the newest first, and where its changes go on from here."""

    items: tuple[WatchItem, ...]
    cursor: str
    pickup_cursor: str | UnsetType = UNSET
    """Where the moves of own pickups go on; absent from servers that know of none."""


class WatchCount(msgspec.Struct, frozen=True):
    """How many numbers an access code watches now."""

    watched: int


class ChangesQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """From where on; without a cursor nothing is returned but the cursor of now."""

    since: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET
    pickups_since: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET


class ChangeItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A shipment that changed, as it is now; which watched numbers stand for it, and whether it is the asker's own."""

    shipment: Shipment
    changed_at: Instant
    watched_as: tuple[str, ...] = ()
    own: bool = False


class Changes(msgspec.Struct, frozen=True, omit_defaults=True):
    """What changed since a cursor, the oldest first; with ``more`` the next request need not wait."""

    items: tuple[ChangeItem, ...]
    cursor: str
    more: bool = False
    pickups: tuple[Pickup, ...] = ()
    """Those that the asker asked for and somebody else moved, as they are now."""
    pickup_cursor: str | UnsetType = UNSET


LIST_WATCHES = Operation(
    "listWatches",
    "GET",
    "/v1/watches",
    "The watch list",
    Watches,
    access=Access.SIGNED_IN,
    counts_as_use=False,
)

WATCH = Operation(
    "watch",
    "POST",
    "/v1/watches",
    "Watch numbers of any kind",
    WatchCount,
    access=Access.SIGNED_IN,
    body=WatchRequest,
    creates=True,
    queued="watch",
)

UNWATCH = Operation(
    "unwatch",
    "POST",
    "/v1/watches/removal",
    "Watch numbers no longer",
    WatchCount,
    access=Access.SIGNED_IN,
    body=WatchRequest,
    creates=True,
    queued="unwatch",
)

LIST_CHANGES = Operation(
    "listChanges",
    "GET",
    "/v1/changes",
    "What changed of own and watched shipments",
    Changes,
    access=Access.SIGNED_IN,
    query=ChangesQuery,
    counts_as_use=False,
    short_read=True,
)
