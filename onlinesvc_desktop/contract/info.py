# SPDX-License-Identifier: MIT
"""Messages about the backend itself: whether it is ready, who the carrier is, what it offers."""

import msgspec

from onlinesvc_desktop.contract.codes import ErrorCode, Language
from onlinesvc_desktop.contract.operation import Operation


class Health(msgspec.Struct, frozen=True):
    """``ready`` once the database answers."""

    ready: bool


class Live(msgspec.Struct, frozen=True):
    """``alive`` whenever the process answers at all; whether its database does is ``Health``."""

    alive: bool


class OfferedService(msgspec.Struct, frozen=True):
    """One service of this backend and whether it wears a key (P1); a later server may offer some not known here."""

    service: str
    requires_access: bool


class Info(msgspec.Struct, frozen=True):
    """The carrier's name, whom to call (P15), languages, version and services; ``doors`` are for customers' own programs."""

    carrier_name: str
    phone_numbers: tuple[str, ...]
    languages: tuple[Language, ...]
    version: str
    services: tuple[OfferedService, ...]
    service_email: str = ""
    doors: tuple[str, ...] = ()
    """Addresses in standards of others: the carrier XML, and those below ``/bol``."""


GET_HEALTH = Operation(
    "getHealth",
    "GET",
    "/v1/health",
    "Alive and ready",
    Health,
    errors=(ErrorCode.UNAVAILABLE,),
    short_read=True,
)

GET_LIVE = Operation(
    "getLive",
    "GET",
    "/v1/health/live",
    "Alive: restart what does not answer this",
    Live,
    asks_nothing=True,
)

GET_READY = Operation(
    "getReady",
    "GET",
    "/v1/health/ready",
    "Ready: send nothing to what does not answer this",
    Health,
    errors=(ErrorCode.UNAVAILABLE, ErrorCode.NOT_FOUND),
)

GET_INFO = Operation(
    "getInfo",
    "GET",
    "/v1/info",
    "Carrier, telephone numbers and services",
    Info,
    short_read=True,
)
