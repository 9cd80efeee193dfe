# SPDX-License-Identifier: MIT
"""What became of the numbers asked for: a row for each shipment found, and for each number that found none."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon

from onlinesvc_desktop.contract.codes import ReferenceType, TraceOutcome
from onlinesvc_desktop.contract.shipment import Shipment, Trace
from onlinesvc_desktop.contract.status import FINAL_STAGES, Stage, stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.shipments import Now, event_place, event_words, stage_icon
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.theme import Theme, Tone, tone_of_stage
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.status import stage_words

SILENT_AFTER = timedelta(hours=24)


class TraceRow(msgspec.Struct, frozen=True):
    """One line of the results."""

    reference: str
    outcome: TraceOutcome
    shipment: Shipment | None = None
    suggestions: tuple[str, ...] = ()
    other_types: tuple[ReferenceType, ...] = ()


class Attention(Enum):
    """What a clerk looks at first; the values are translated in the context ``Attention``."""

    EXCEPTION = QT_TRANSLATE_NOOP("Attention", "Exception")
    LATE = QT_TRANSLATE_NOOP("Attention", "Late")
    SILENT = QT_TRANSLATE_NOOP("Attention", "No news for 24 h")
    NOT_FOUND = QT_TRANSLATE_NOOP("Attention", "Not found")
    MALFORMED = QT_TRANSLATE_NOOP("Attention", "Not a number of this kind")
    SEVERAL = QT_TRANSLATE_NOOP("Attention", "Several shipments")
    NONE = ""

    def words(self) -> str:
        """Return it in the current language."""
        return QCoreApplication.translate("Attention", self.value) if self.value else ""


_TONE = {
    Attention.EXCEPTION: Tone.DANGER,
    Attention.LATE: Tone.WARNING,
    Attention.SILENT: Tone.WARNING,
    Attention.NOT_FOUND: Tone.DANGER,
    Attention.MALFORMED: Tone.DANGER,
    Attention.SEVERAL: Tone.INFO,
}
_TROUBLED = frozenset({Stage.EXCEPTION, Stage.DELAYED, Stage.DELIVERY_ATTEMPTED})


def rows_of(traces: Iterable[Trace]) -> list[TraceRow]:
    """Return the rows of answers, one for each shipment found."""
    rows: list[TraceRow] = []
    for one in traces:
        if one.matches:
            rows.extend(TraceRow(one.reference, one.outcome, match) for match in one.matches)
        else:
            rows.append(TraceRow(one.reference, one.outcome, None, one.suggestions, one.other_types))
    return rows


def outcome_of(matches: Sequence[Shipment]) -> TraceOutcome:
    """Return what a number with these matches is called."""
    if not matches:
        return TraceOutcome.NOT_FOUND
    return TraceOutcome.FOUND if len(matches) == 1 else TraceOutcome.SEVERAL


def is_late(shipment: Shipment, now: datetime) -> bool:
    """Tell whether a shipment is under way after its estimated day, by the calendar of where it was last seen."""
    if shipment.estimated_delivery is UNSET or stage_of(shipment.status.code) in FINAL_STAGES:
        return False
    return now.astimezone(shipment.status.occurred_at.tzinfo).date() > shipment.estimated_delivery


def attention_of(row: TraceRow, now: datetime) -> Attention:
    """Return the one thing about a row that matters most."""
    if row.shipment is None:
        return Attention.MALFORMED if row.outcome is TraceOutcome.MALFORMED else Attention.NOT_FOUND
    stage = stage_of(row.shipment.status.code)
    if stage in _TROUBLED:
        return Attention.EXCEPTION
    if is_late(row.shipment, now):
        return Attention.LATE
    if stage not in FINAL_STAGES and now - row.shipment.status.occurred_at >= SILENT_AFTER:
        return Attention.SILENT
    return Attention.SEVERAL if row.outcome is TraceOutcome.SEVERAL else Attention.NONE


def trace_columns(theme: Theme, now: Now) -> Sequence[Column[TraceRow]]:
    """Return the columns of the results: the number as asked, what needs attention, the shipment's facts."""
    translate = QCoreApplication.translate

    def attention_colour(row: TraceRow) -> QColor | None:
        tone = _TONE.get(attention_of(row, now()))
        return None if tone is None else theme.colour(tone)

    def status_colour(shipment: Shipment) -> QColor:
        return theme.colour(tone_of_stage(stage_of(shipment.status.code)))

    return (
        Column(lambda: translate("Shipments", "Number"), lambda row: row.reference, lambda row: row.reference.casefold()),
        Column(
            lambda: translate("Shipments", "Attention"),
            lambda row: attention_of(row, now()).words(),
            lambda row: list(Attention).index(attention_of(row, now())),
            colour=attention_colour,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Status"),
            lambda one: stage_words(stage_of(one.status.code)),
            lambda one: stage_of(one.status.code).value,
            tooltip=lambda one: event_words(one.status),
            icon=lambda one: stage_icon(theme, one.status),
            colour=status_colour,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Since"),
            lambda one: formats.age_words(one.status.occurred_at, now()),
            lambda one: one.status.occurred_at,
            tooltip=lambda one: formats.date_time_words(one.status.occurred_at),
            value=lambda one: one.status.occurred_at,
        ),
        _column(QT_TRANSLATE_NOOP("Shipments", "Place"), lambda one: event_place(one.status), lambda one: one.status.city),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Autopro"),
            lambda one: formats.autopro_display(one.autopro_number),
            lambda one: one.autopro_number,
            value=lambda one: one.autopro_number,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Origin"),
            lambda one: formats.place_words(one.origin),
            lambda one: one.origin.city,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Destination"),
            lambda one: formats.place_words(one.destination),
            lambda one: one.destination.city,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Estimated delivery"),
            lambda one: formats.day_or_dash(one.estimated_delivery),
            lambda one: None if one.estimated_delivery is UNSET else one.estimated_delivery,
            value=lambda one: None if one.estimated_delivery is UNSET else one.estimated_delivery,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Pieces"),
            lambda one: formats.number_words(one.pieces),
            lambda one: one.pieces,
            value=lambda one: one.pieces,
        ),
        _column(
            QT_TRANSLATE_NOOP("Shipments", "Weight"),
            lambda one: formats.weight_words(one.weight_kg),
            lambda one: Decimal(one.weight_kg),
            value=lambda one: Decimal(one.weight_kg),
        ),
    )


def _column(
    heading: str,
    text: Callable[[Shipment], str],
    sort: Callable[[Shipment], Any],
    tooltip: Callable[[Shipment], str] | None = None,
    icon: Callable[[Shipment], QIcon] | None = None,
    colour: Callable[[Shipment], QColor | None] | None = None,
    value: Callable[[Shipment], Any] | None = None,
) -> Column[TraceRow]:
    """Return a column about the shipment of a row, blank where there is none."""

    def lifted(ask: Callable[[Shipment], Any] | None, otherwise: Any = None) -> Callable[[TraceRow], Any] | None:
        if ask is None:
            return None
        return lambda row: otherwise if row.shipment is None else ask(row.shipment)

    def text_of(row: TraceRow) -> str:
        return "" if row.shipment is None else text(row.shipment)

    def sort_of(row: TraceRow) -> Any:
        return None if row.shipment is None else sort(row.shipment)

    return Column(
        lambda: QCoreApplication.translate("Shipments", heading),
        text_of,
        sort_of,
        tooltip=lifted(tooltip, ""),
        icon=lifted(icon),
        colour=lifted(colour),
        value=lifted(value),
        right_aligned=heading in ("Pieces", "Weight"),
    )
