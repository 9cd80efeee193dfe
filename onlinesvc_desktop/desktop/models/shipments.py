# SPDX-License-Identifier: MIT
"""Columns over shipments and over a shipment's events."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from onlinesvc_desktop.contract.report_figures import transit_days
from onlinesvc_desktop.contract.shipment import Event, Place, Shipment
from onlinesvc_desktop.contract.status import stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.icons import coloured_icon, stage_icon_name
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.theme import Theme, tone_of_stage
from onlinesvc_desktop.desktop.words.status import reason_words, stage_words, status_words

TABLE_ICON = 16

Now = Callable[[], datetime]


def event_place(event: Event) -> str:
    """Return where an event happened."""
    return formats.place_words(Place(event.city, event.province, event.country))


def stage_icon(theme: Theme, event: Event) -> QIcon:
    """Return the icon of an event's stage, in the colour of its tone."""
    stage = stage_of(event.code)
    return coloured_icon(stage_icon_name(stage), theme.colour(tone_of_stage(stage)), TABLE_ICON)


def event_words(event: Event) -> str:
    """Return status and, when it is not the normal one, reason."""
    reason = reason_words(event.reason)
    words = status_words(event.code)
    return f"{words} \N{EN DASH} {reason}" if reason else words


def _reported_words(event: Event) -> str:
    return QCoreApplication.translate("Events", "Reported {when}. Status {status}, reason {reason}.").format(
        when=formats.date_time_words(event.reported_at), status=event.code, reason=event.reason
    )


def event_columns(theme: Theme, now: Now) -> Sequence[Column[Event]]:
    """Return the columns of a history."""
    translate = QCoreApplication.translate
    return (
        Column(
            lambda: translate("Events", "When"),
            lambda event: formats.date_time_words(event.occurred_at),
            lambda event: event.occurred_at,
            tooltip=_reported_words,
        ),
        Column(
            lambda: translate("Events", "Status"),
            event_words,
            lambda event: event.sequence,
            tooltip=_reported_words,
            icon=lambda event: stage_icon(theme, event),
        ),
        Column(lambda: translate("Events", "Place"), event_place, lambda event: event.city),
        Column(
            lambda: translate("Events", "Age"),
            lambda event: formats.age_words(event.occurred_at, now()),
            lambda event: event.occurred_at,
            is_spare=True,
        ),
    )


def shipment_columns(theme: Theme, now: Now) -> Sequence[Column[Shipment]]:
    """Return the columns of a list of shipments."""
    translate = QCoreApplication.translate
    return (
        Column(
            lambda: translate("Shipments", "Autopro"),
            lambda row: formats.autopro_display(row.autopro_number),
            lambda row: row.autopro_number,
            value=lambda row: row.autopro_number,
        ),
        Column(
            lambda: translate("Shipments", "Status"),
            lambda row: stage_words(stage_of(row.status.code)),
            lambda row: stage_of(row.status.code).value,
            tooltip=lambda row: event_words(row.status),
            icon=lambda row: stage_icon(theme, row.status),
            colour=lambda row: theme.colour(tone_of_stage(stage_of(row.status.code))),
        ),
        Column(
            lambda: translate("Shipments", "Since"),
            lambda row: formats.age_words(row.status.occurred_at, now()),
            lambda row: row.status.occurred_at,
            tooltip=lambda row: formats.date_time_words(row.status.occurred_at),
            value=lambda row: row.status.occurred_at,
            unit=lambda: translate("Shipments", "local time of the place"),
        ),
        Column(
            lambda: translate("Shipments", "Place"),
            lambda row: event_place(row.status),
            lambda row: row.status.city,
        ),
        Column(
            lambda: translate("Shipments", "Origin"),
            lambda row: formats.place_words(row.origin),
            lambda row: row.origin.city,
        ),
        Column(
            lambda: translate("Shipments", "Destination"),
            lambda row: formats.place_words(row.destination),
            lambda row: row.destination.city,
        ),
        Column(
            lambda: translate("Shipments", "Estimated delivery"),
            lambda row: formats.day_or_dash(row.estimated_delivery),
            lambda row: None if row.estimated_delivery is UNSET else row.estimated_delivery,
            value=lambda row: None if row.estimated_delivery is UNSET else row.estimated_delivery,
        ),
        Column(
            lambda: translate("Shipments", "Pieces"),
            lambda row: formats.pieces_words(row.pieces),
            lambda row: 0 if row.pieces is UNSET else row.pieces,
            right_aligned=True,
            value=lambda row: None if row.pieces is UNSET else row.pieces,
        ),
        Column(
            lambda: translate("Shipments", "Weight"),
            lambda row: formats.weight_words(row.weight_kg),
            lambda row: Decimal(row.weight_kg or 0),
            right_aligned=True,
            value=lambda row: None if row.weight_kg is UNSET else Decimal(row.weight_kg),
            unit=lambda: "kg",
        ),
    )


def report_columns(theme: Theme, now: Now) -> Sequence[Column[Shipment]]:
    """Return the columns of the own shipments: when booked and how long under way beside the rest."""
    translate = QCoreApplication.translate
    return (
        *shipment_columns(theme, now),
        Column(
            lambda: translate("Shipments", "Booked"),
            lambda row: formats.day_or_dash(UNSET if row.booked_at is UNSET else row.booked_at.date()),
            lambda row: None if row.booked_at is UNSET else row.booked_at,
            value=lambda row: None if row.booked_at is UNSET else row.booked_at,
            unit=lambda: translate("Shipments", "local time of the place"),
        ),
        Column(
            lambda: translate("Shipments", "Days to delivery"),
            lambda row: "" if transit_days(row) is None else formats.number_words(transit_days(row) or 0),
            transit_days,
            right_aligned=True,
            value=transit_days,
        ),
    )
