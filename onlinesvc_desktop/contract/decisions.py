# SPDX-License-Identifier: MIT
"""A request that an administrator decides: how it stands, and what was decided."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.paging import PageQuery


class RequestState(StrEnum):
    """What became of a request that an administrator decides."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class Acknowledgement(msgspec.Struct, frozen=True):
    """The request has arrived and is known under this reference."""

    reference: str


class Reason(msgspec.Struct, frozen=True):
    """Why a request is refused; goes into the e-mail to the person."""

    reason: Annotated[str, Meta(min_length=1, max_length=limits.MAX_LONG_TEXT)]


class RequestQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of a queue."""

    state: RequestState | UnsetType = UNSET


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an administrator decided, when, and about which access code."""

    decided_at: Instant
    decided_by: str
    access_code: str = ""
    reason: str = ""


class LikelyCustomer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A customer that may be who asks; ``is_sure`` when name, or number and part of the name, say so."""

    number: str
    name: str
    city: str = ""
    is_sure: bool = False


class Resemblance(msgspec.Struct, frozen=True, omit_defaults=True):
    """What looks like the same person or enterprise: access codes with their enterprises, and other requests."""

    access_codes: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    likely_customers: tuple[LikelyCustomer, ...] = ()
    """At most five, the likeliest first."""


class Granted(msgspec.Struct, frozen=True):
    """The access code of an approval, and the e-mail that carries its temporary password."""

    access_code: str
    outbox_id: int
