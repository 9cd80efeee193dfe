# SPDX-License-Identifier: MIT
"""A customer's own shipments, and reports of them by e-mail, once or on a schedule (P5)."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, chosen_zone, field_error, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.shipment_report.quota import MOST_BY_HAND
from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.shipment_report.send import send_report, wait_for_report
from onlinesvc_desktop.backend.services.shipment_report.store import (
    add_schedule,
    count_schedules,
    end_schedule,
    list_schedules,
)
from onlinesvc_desktop.backend.shipments import messages_of
from onlinesvc_desktop.backend.store import shipments
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.today import shipments_today
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.limits import MAX_SCHEDULES
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.shipment_report import (
    END_SCHEDULE,
    LIST_OWN_SHIPMENTS,
    LIST_SCHEDULES,
    SCHEDULE_REPORT,
    SEND_REPORT,
    ReportRequest,
    ReportSent,
    ScheduleItem,
    ScheduleRequest,
    Schedules,
    ShipmentQuery,
)
from onlinesvc_desktop.contract.today import ShipmentPart, TodayCount


def own(call: Call, query: ShipmentQuery) -> Page[Shipment]:
    """Return a page of the customer's own shipments, newest first."""
    before = {} if query.cursor is UNSET else {"before": int(query.cursor)}
    customer_id = call.own_session.account.customer_id
    if customer_id is None:
        return Page(())
    with call.context.database.read() as connection:
        among = None if query.today is UNSET else _of_today(call, connection, customer_id, query.today)
        found = shipments.own_shipments(connection, customer_id, query, query.limit + 1, among=among, **before)
        page = found[: query.limit]
        rows = shipments.find_by_ids(connection, [row_id for row_id, _ in page])
        messages = messages_of(call, connection, rows.values())
    items = tuple(msgspec.structs.replace(messages[row_id], booked_at=booked_at) for row_id, booked_at in page)
    return Page(items, str(page[-1][0]) if len(found) > query.limit else UNSET)


def _of_today(call: Call, connection: Connection, customer_id: int, part: ShipmentPart) -> list[int]:
    return [row_id for row_id, parts in shipments_today(connection, customer_id, call.now) if part in parts]


def count_today(call: Call, connection: Connection) -> Iterator[TodayCount]:
    """Count the shipments of the enterprise that need a look today."""
    customer_id = call.own_session.account.customer_id
    if customer_id is None:
        return
    found = Counter(part for _, parts in shipments_today(connection, customer_id, call.now) for part in parts)
    yield from (TodayCount(part.value, found[part]) for part in ShipmentPart)


def send(call: Call, request: ReportRequest) -> ReportSent:
    """Write the e-mails of a report; so many an hour for each access code.

    Raises:
        ApiError: an address is none, or ``too_many_requests``.
    """
    checked = _checked(request, "/recipients")

    def create(connection: Connection) -> ReportSent:
        wait_first(wait_for_report(connection, call.own_session.account, MOST_BY_HAND, call.now))
        account = call.own_session.account
        note(connection, call.now, account.id, AuditAction.REPORT_SENT, ", ".join(checked.recipients), call.address)
        return send_report(connection, account, checked, call.now)

    sent = answer_once(call, SEND_REPORT, request, create)
    call.context.mail_queued.set()
    return sent


def schedule(call: Call, request: ScheduleRequest) -> ScheduleItem:
    """Keep a schedule."""
    account = call.own_session.account
    checked = msgspec.structs.replace(request, report=_checked(request.report, "/report/recipients"))
    zone = chosen_zone(request.time_zone)
    next_at = next_run(request.frequency, request.weekday, request.at, zone, call.now)

    def create(connection: Connection) -> ScheduleItem:
        if count_schedules(connection, account.id) >= MAX_SCHEDULES:
            raise field_error("/frequency", FieldCode.TOO_MANY, maximum=MAX_SCHEDULES)
        return ScheduleItem(add_schedule(connection, account.id, checked, next_at, call.now), checked, next_at)

    return answer_once(call, SCHEDULE_REPORT, request, create)


def show(call: Call, _: None) -> Schedules:
    """Return every schedule of the access code."""
    with call.context.database.read() as connection:
        return Schedules(tuple(list_schedules(connection, call.own_session.account.id)))


def end(call: Call, _: None) -> None:
    """End a schedule.

    Raises:
        ApiError: the access code has none such.
    """
    with call.context.database.write() as connection:
        if not end_schedule(connection, call.own_session.account.id, int(call.path["id"])):
            raise ApiError(ErrorCode.NOT_FOUND)


def _checked(request: ReportRequest, pointer: str) -> ReportRequest:
    """Return the request with each address in one spelling.

    Raises:
        ApiError: one is no address.
    """
    addresses = [parse_email(recipient) for recipient in request.recipients]
    if None in addresses:
        raise field_error(f"{pointer}/{addresses.index(None)}", FieldCode.MALFORMED)
    return msgspec.structs.replace(request, recipients=tuple(dict.fromkeys(one for one in addresses if one)))


ROUTES = (
    Route(LIST_OWN_SHIPMENTS, own),
    Route(SEND_REPORT, send),
    Route(LIST_SCHEDULES, show),
    Route(SCHEDULE_REPORT, schedule),
    Route(END_SCHEDULE, end),
)
