# SPDX-License-Identifier: MIT
"""Notices of shipments by e-mail: what an access code is told of, where and when, and how it stops."""

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import Email, Instant, ShortText
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.contract.watch_list import Watched
from onlinesvc_desktop.contract.zones import EASTERN

STOP_TOKEN_PATTERN: Final = r"^[0-9]{1,9}-[A-Za-z0-9_-]{22}\Z"
DEFAULT_HOUR: Final = 7
USUAL_KINDS: Final = (
    Stage.PICKED_UP,
    Stage.OUT_FOR_DELIVERY,
    Stage.DELIVERY_ATTEMPTED,
    Stage.DELIVERED,
    Stage.DELAYED,
    Stage.EXCEPTION,
    Stage.CANCELLED,
)
"""What somebody who was not asked wants to be told of: every kind but the terminals in between."""


class NoticeFrequency(StrEnum):
    """When notices go out."""

    AT_ONCE = "at_once"
    """As things happen; what happens within a minute or so is one e-mail."""
    DAILY = "daily"
    """Once a day, at an hour of the recipient's choice."""


class NoticeSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to tell of, and where; ``hour`` and ``time_zone`` (IANA) are those of the daily e-mail.

    ``all_shipments`` tells of every shipment of the enterprise, beside the numbers that are chosen on the watch list.
    """

    email: Email
    kinds: Annotated[tuple[Stage, ...], Meta(min_length=1, max_length=len(Stage))]
    all_shipments: bool = False
    frequency: NoticeFrequency = NoticeFrequency.AT_ONCE
    hour: Annotated[int, Meta(ge=0, le=23)] = DEFAULT_HOUR
    time_zone: ShortText = EASTERN


class Notices(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an access code is told of by e-mail; no settings while it is told of nothing."""

    settings: NoticeSettings | UnsetType = UNSET
    numbers: tuple[str, ...] = ()
    """The watched numbers that were chosen, in their stored spelling."""
    next_at: Instant | UnsetType = UNSET
    """When the next daily e-mail is due."""


class NoticeNumbers(msgspec.Struct, frozen=True):
    """Watched numbers to be told of by e-mail, or no longer."""

    references: Annotated[tuple[Watched, ...], Meta(min_length=1, max_length=limits.MAX_REFERENCES_PER_TRACE)]
    wanted: bool


GET_NOTICES = Operation(
    "getNotices",
    "GET",
    "/v1/notices",
    "What one is told of by e-mail",
    Notices,
    access=Access.SIGNED_IN,
)

SET_NOTICES = Operation(
    "setNotices",
    "PUT",
    "/v1/notices",
    "Choose what to be told of by e-mail",
    Notices,
    access=Access.SIGNED_IN,
    body=NoticeSettings,
)

END_NOTICES = Operation(
    "endNotices",
    "DELETE",
    "/v1/notices",
    "Be told of nothing by e-mail any longer",
    NOTHING,
    access=Access.SIGNED_IN,
    status=HTTPStatus.NO_CONTENT,
)

CHOOSE_NOTICE_NUMBERS = Operation(
    "chooseNoticeNumbers",
    "POST",
    "/v1/notices/numbers",
    "Be told of watched numbers by e-mail, or no longer",
    Notices,
    access=Access.SIGNED_IN,
    body=NoticeNumbers,
    errors=(ErrorCode.WRONG_STATE,),
)

SHOW_STOP = Operation(
    "showStopNotices",
    "GET",
    "/stop/{token}",
    "The page that the link in a notice opens; it changes nothing",
    Paper,
    errors=(ErrorCode.INVALID_FIELDS,),
    path_patterns={"token": STOP_TOKEN_PATTERN},
    media_types=("text/html",),
)

STOP = Operation(
    "stopNotices",
    "POST",
    "/stop/{token}",
    "End the notices that a link in one of them names, without signing in (RFC 8058)",
    Paper,
    errors=(ErrorCode.INVALID_FIELDS,),
    path_patterns={"token": STOP_TOKEN_PATTERN},
    media_types=("text/html",),
)
