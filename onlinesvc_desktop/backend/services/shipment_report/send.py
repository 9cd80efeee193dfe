# SPDX-License-Identifier: MIT
"""A report as e-mails: its figures in the text, its shipments in an attached table, in the language of the profile."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail.stages import stage_word
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.services.shipment_report.quota import HOUR, MOST_SCHEDULED, seconds_to_wait
from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.shipment_report.store import advance_schedule, due_schedules
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.sent_reports import add_report, waiting_mails, written_since
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.csv_text import csv_text
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.report_figures import figures_of, transit_days
from onlinesvc_desktop.contract.shipment import Place, Shipment
from onlinesvc_desktop.contract.shipment_report import ReportFilter, ReportRequest, ReportSent
from onlinesvc_desktop.contract.status import stage_of

log = logging.getLogger(__name__)

_MOST_SHIPMENTS = 5_000
_HEADINGS = {
    Language.ENGLISH: (
        *("Autopro", "Status", "Since (local time)", "City", "Province", "Origin", "Destination"),
        *("Booked", "Estimated delivery", "Days to delivery", "Pieces", "Weight (kg)"),
    ),
    Language.FRENCH: (
        *("Autopro", "État", "Depuis (heure locale)", "Ville", "Province", "Origine", "Destination"),
        *("Enregistré", "Livraison prévue", "Jours jusqu’à la livraison", "Pièces", "Poids (kg)"),
    ),
}


def send_report(
    connection: Connection, account: Account, request: ReportRequest, now: datetime, scheduled: bool = False
) -> ReportSent:
    """Write the e-mails of a report in the caller's transaction."""
    today = now.date()
    wanted = ReportFilter(
        since=today - timedelta(days=request.days),
        until=today,
        stage=request.stage,
        origin=request.origin,
        destination=request.destination,
    )
    found = _shipments(connection, account, wanted)
    shipments = found[:_MOST_SHIPMENTS]
    figures = figures_of(shipments, today)
    facts = {
        "customer": account.customer_name or account.code,
        "name": account.holder or "",
        "since": (today - timedelta(days=request.days)).isoformat(),
        "until": today.isoformat(),
        "shipments": str(figures.total.shipments),
        "delivered": str(figures.total.delivered),
        "on_time": str(figures.total.on_time),
        "late": str(figures.late),
        "filters": _filters(request, account.language),
        "cut": "yes" if len(found) > len(shipments) else "",
        "scheduled": "yes" if scheduled else "",
    }
    report = add_report(connection, account.id, _table(shipments, account.language), now)
    for recipient in request.recipients:
        mail = NewMail(MailKind.SHIPMENT_REPORT, recipient, account.language, facts, account.id, report_id=report)
        queue_mail(connection, mail, now)
    return ReportSent(len(request.recipients), len(shipments))


def wait_for_report(connection: Connection, account: Account, most: int, now: datetime) -> int:
    """Return after how many seconds an access code may write one more report, 0 for at once."""
    written = written_since(connection, account.id, now - HOUR)
    return seconds_to_wait(written, waiting_mails(connection, account.id), most, now)


def send_due_reports(context: Context, now: datetime) -> int:
    """Send what is scheduled for now or earlier; after a long absence each goes out once. Return how many did.

    A code that may not act at that moment, because it owes a new password say, sends nothing; its schedule goes on.
    """
    with context.database.read() as connection:
        due = due_schedules(connection, now)
    sent = 0
    for code, item in due:
        schedule = item.schedule
        following = next_run(schedule.frequency, schedule.weekday, schedule.at, ZoneInfo(schedule.time_zone), now)
        with context.database.read() as connection:
            account = find_account(connection, code)
        may_act = account is not None and standing_of(context, account, now) is Standing.MAY_ACT
        with context.database.write() as connection:
            if not advance_schedule(connection, item, following):
                continue
            if account is None or not may_act:
                continue
            if wait_for_report(connection, account, MOST_SCHEDULED, now):
                log.warning("a scheduled report is left out: its access code wrote too many, or too many of them wait")
                continue
            send_report(connection, account, schedule.report, now, scheduled=True)
            sent += 1
    return sent


def _shipments(connection: Connection, account: Account, wanted: ReportFilter) -> list[Shipment]:
    if account.customer_id is None:
        return []
    found = store.own_shipments(connection, account.customer_id, wanted, _MOST_SHIPMENTS + 1)
    rows = store.find_by_ids(connection, [row_id for row_id, _ in found])
    return [msgspec.structs.replace(store.public_facts(rows[row_id]), booked_at=at) for row_id, at in found]


def _filters(request: ReportRequest, language: Language) -> str:
    """Say what the report was narrowed to."""
    french = language is Language.FRENCH
    parts = []
    if request.stage is not UNSET:
        parts.append(
            f"état\N{NO-BREAK SPACE}: {stage_word(request.stage, language)}"
            if french
            else f"status: {stage_word(request.stage, language)}"
        )
    if request.origin is not UNSET:
        parts.append(f"origine\N{NO-BREAK SPACE}: {request.origin}" if french else f"from {request.origin}")
    if request.destination is not UNSET:
        parts.append(f"destination\N{NO-BREAK SPACE}: {request.destination}" if french else f"to {request.destination}")
    return ", ".join(parts)


def _place(place: Place) -> str:
    return f"{place.city} ({place.province})" if place.province else place.city


def _table(shipments: Sequence[Shipment], language: Language) -> str:
    """Return the shipments as the CSV that a spreadsheet of the language opens right."""
    rows = [
        [
            one.autopro_number,
            stage_word(stage_of(one.status.code), language),
            one.status.occurred_at,
            one.status.city,
            one.status.province,
            _place(one.origin),
            _place(one.destination),
            None if one.booked_at is UNSET else one.booked_at.date(),
            None if one.estimated_delivery is UNSET else one.estimated_delivery,
            transit_days(one),
            None if one.pieces is UNSET else one.pieces,
            None if one.weight_kg is UNSET else Decimal(one.weight_kg),
        ]
        for one in shipments
    ]
    return csv_text([_HEADINGS[language], *rows], "," if language is Language.FRENCH else ".")
