# SPDX-License-Identifier: MIT
"""A customer's own shipments, and reports of them by e-mail, once or on a schedule (P5)."""

from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.contract.today import ShipmentPart


class ReportFilter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which of the own shipments: booked from one day to another (UTC, both included), state, lane, a number."""

    since: date | UnsetType = UNSET
    until: date | UnsetType = UNSET
    stage: Stage | UnsetType = UNSET
    origin: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")] | UnsetType = UNSET
    destination: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")] | UnsetType = UNSET
    reference: Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)] = ""


class ShipmentQuery(ReportFilter, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which page of the own shipments; ``cursor`` comes from the page before.

    ``today`` leaves those that ``GET /v1/today`` counts, by the same rules.
    """

    today: ShipmentPart | UnsetType = UNSET
    cursor: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=limits.MAX_PAGE_SIZE)] = limits.DEFAULT_PAGE_SIZE


class ReportFrequency(StrEnum):
    """How often a report goes out by e-mail."""

    DAILY = "daily"
    WEEKLY = "weekly"


Recipient = Annotated[str, Meta(min_length=1, max_length=limits.MAX_EMAIL_LENGTH)]

Recipients = Annotated[tuple[Recipient, ...], Meta(min_length=1, max_length=limits.MAX_REPORT_RECIPIENTS)]


class ReportRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send a report of the shipments booked in the last days, narrowed by state and lane, to up to four addresses."""

    recipients: Recipients
    days: Annotated[int, Meta(ge=1, le=366)]
    stage: Stage | UnsetType = UNSET
    origin: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")] | UnsetType = UNSET
    destination: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")] | UnsetType = UNSET


class ReportSent(msgspec.Struct, frozen=True):
    """How many e-mails were written and how many shipments are in each."""

    messages: int
    shipments: int


class ScheduleRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Send it every day, or every week on a day (1 is Monday), at a time of day in a time zone."""

    report: ReportRequest
    frequency: ReportFrequency
    at: Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
    time_zone: Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT)]
    weekday: Annotated[int, Meta(ge=1, le=7)] = 1


class ScheduleItem(msgspec.Struct, frozen=True):
    """One schedule and when it goes out next."""

    id: int
    schedule: ScheduleRequest
    next_at: Instant


class Schedules(msgspec.Struct, frozen=True):
    """Every schedule of an access code."""

    items: tuple[ScheduleItem, ...]


LIST_OWN_SHIPMENTS = Operation(
    "listOwnShipments",
    "GET",
    "/v1/shipments",
    "Own shipments, newest first",
    Page[Shipment],
    access=Access.SIGNED_IN,
    query=ShipmentQuery,
)

SEND_REPORT = Operation(
    "sendReport",
    "POST",
    "/v1/reports",
    "Send a shipment report by e-mail",
    ReportSent,
    access=Access.SIGNED_IN,
    body=ReportRequest,
    errors=(ErrorCode.TOO_MANY_REQUESTS,),
    creates=True,
)

LIST_SCHEDULES = Operation(
    "listSchedules",
    "GET",
    "/v1/reports/schedules",
    "Scheduled reports",
    Schedules,
    access=Access.SIGNED_IN,
)

SCHEDULE_REPORT = Operation(
    "scheduleReport",
    "POST",
    "/v1/reports/schedules",
    "Schedule a shipment report",
    ScheduleItem,
    access=Access.SIGNED_IN,
    body=ScheduleRequest,
    status=HTTPStatus.CREATED,
    creates=True,
)

END_SCHEDULE = Operation(
    "endSchedule",
    "DELETE",
    "/v1/reports/schedules/{id}",
    "End a scheduled report",
    NOTHING,
    access=Access.SIGNED_IN,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)
