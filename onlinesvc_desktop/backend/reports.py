# SPDX-License-Identifier: MIT
"""A report as e-mails: its figures in the text, its shipments in an attached table, in the language of the profile."""

import csv
import io
import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.schedule import next_run
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.schedules import advance_schedule, due_schedules
from onlinesvc_desktop.backend.xml.words import status_text
from onlinesvc_desktop.contract.codes import AccountState, Language, MailKind
from onlinesvc_desktop.contract.report import ReportRequest, ReportSent
from onlinesvc_desktop.contract.report_figures import figures_of, transit_days
from onlinesvc_desktop.contract.shipment import ReportFilter, Shipment
from onlinesvc_desktop.contract.status import stage_of

log = logging.getLogger(__name__)

_MOST_SHIPMENTS = 5_000
_NO_ROW_BEFORE = 2**62
_HEADINGS = {
    Language.ENGLISH: (
        *("Autopro", "Status", "Since", "City", "Province", "Origin", "Destination"),
        *("Booked", "Estimated delivery", "Days under way", "Pieces", "Weight kg"),
    ),
    Language.FRENCH: (
        *("Autopro", "État", "Depuis", "Ville", "Province", "Origine", "Destination"),
        *("Réservé", "Livraison prévue", "Jours en route", "Pièces", "Poids kg"),
    ),
}


def send_report(connection: Connection, account: Account, request: ReportRequest, now: datetime) -> ReportSent:
    """Write the e-mails of a report in the caller's transaction."""
    today = now.date()
    wanted = ReportFilter(
        since=today - timedelta(days=request.days),
        until=today,
        stage=request.stage,
        origin=request.origin,
        destination=request.destination,
    )
    shipments = _shipments(connection, account, wanted)
    figures = figures_of(shipments, today)
    facts = {
        "customer": account.customer_name or account.code,
        "access_code": account.code,
        "name": account.holder or "",
        "since": (today - timedelta(days=request.days)).isoformat(),
        "until": today.isoformat(),
        "shipments": str(figures.total.shipments),
        "delivered": str(figures.total.delivered),
        "on_time": str(figures.total.on_time),
        "late": str(figures.late),
    }
    table = _table(shipments, account.language)
    for recipient in request.recipients:
        mail = NewMail(MailKind.SHIPMENT_REPORT, recipient, account.language, facts, account.id, attachment=table)
        queue_mail(connection, mail, now)
    return ReportSent(len(request.recipients), len(shipments))


def send_due_reports(context: Context, now: datetime) -> int:
    """Send what is scheduled for now or earlier; after a long absence each goes out once. Return how many did."""
    with context.database.read() as connection:
        due = due_schedules(connection, now)
    sent = 0
    for code, item in due:
        schedule = item.schedule
        following = next_run(schedule.frequency, schedule.weekday, schedule.at, ZoneInfo(schedule.time_zone), now)
        with context.database.write() as connection:
            if not advance_schedule(connection, item, following):
                continue
            account = find_account(connection, code)
            if account is not None and account.state is AccountState.ACTIVE:
                send_report(connection, account, schedule.report, now)
                sent += 1
    return sent


def _shipments(connection: Connection, account: Account, wanted: ReportFilter) -> list[Shipment]:
    if account.customer_id is None:
        return []
    found = store.own_shipments(connection, account.customer_id, wanted, _NO_ROW_BEFORE, _MOST_SHIPMENTS)
    rows = store.find_by_ids(connection, [row_id for row_id, _ in found])
    return [
        Shipment(
            autopro_number=rows[row_id].autopro_number,
            status=rows[row_id].status,
            origin=rows[row_id].origin,
            destination=rows[row_id].destination,
            pieces=rows[row_id].pieces,
            weight_kg=rows[row_id].weight_kg,
            estimated_delivery=msgspec.UNSET if (day := rows[row_id].estimated_delivery) is None else day,
            booked_at=booked_at,
        )
        for row_id, booked_at in found
    ]


def _table(shipments: Sequence[Shipment], language: Language) -> str:
    """Return the shipments as CSV: semicolons and decimal commas in French, as Excel expects."""
    french = language is Language.FRENCH
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if french else ",")
    writer.writerow(_HEADINGS[language])
    for one in shipments:
        days = transit_days(one)
        writer.writerow(
            [
                one.autopro_number,
                status_text(stage_of(one.status.code), language),
                f"{one.status.occurred_at:%Y-%m-%d %H:%M}",
                one.status.city,
                one.status.province,
                f"{one.origin.city} ({one.origin.province})",
                f"{one.destination.city} ({one.destination.province})",
                f"{one.booked_at:%Y-%m-%d}" if isinstance(one.booked_at, datetime) else "",
                one.estimated_delivery.isoformat() if isinstance(one.estimated_delivery, date) else "",
                "" if days is None else days,
                one.pieces,
                one.weight_kg.replace(".", ",") if french else one.weight_kg,
            ]
        )
    return stream.getvalue()
