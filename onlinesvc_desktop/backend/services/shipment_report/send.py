# SPDX-License-Identifier: MIT
"""A report as e-mails: its figures in the text, its shipments in an attached table, in the language of the profile."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.shipment_report.store import advance_schedule, due_schedules
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.xml.words import status_text
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.csv_text import csv_text
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.report_figures import figures_of, transit_days
from onlinesvc_desktop.contract.shipment import Place, Shipment
from onlinesvc_desktop.contract.shipment_report import ReportFilter, ReportRequest, ReportSent
from onlinesvc_desktop.contract.status import stage_of

_MOST_SHIPMENTS = 5_000
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
    found = store.own_shipments(connection, account.customer_id, wanted, _MOST_SHIPMENTS)
    rows = store.find_by_ids(connection, [row_id for row_id, _ in found])
    return [msgspec.structs.replace(store.public_facts(rows[row_id]), booked_at=at) for row_id, at in found]


def _place(place: Place) -> str:
    return f"{place.city} ({place.province})" if place.province else place.city


def _table(shipments: Sequence[Shipment], language: Language) -> str:
    """Return the shipments as the CSV that a spreadsheet of the language opens right."""
    rows = [
        [
            one.autopro_number,
            status_text(stage_of(one.status.code), language),
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
