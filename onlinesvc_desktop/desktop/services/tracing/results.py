# SPDX-License-Identifier: MIT
"""What became of the numbers asked for: a row for each shipment found, and for each number that found none."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.status import FINAL_STAGES, Stage, stage_of
from onlinesvc_desktop.contract.tracing import Trace, TraceOutcome
from onlinesvc_desktop.desktop.models.shipments import Now, shipment_columns
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

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
    MALFORMED = QT_TRANSLATE_NOOP("Attention", "Wrong kind of number")
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

    autopro, status, since, place, *others = map(_lifted, shipment_columns(theme, now))
    return (
        Column(lambda: translate("Shipments", "Number"), lambda row: row.reference, lambda row: row.reference.casefold()),
        Column(
            lambda: translate("Shipments", "Attention"),
            lambda row: attention_of(row, now()).words(),
            lambda row: list(Attention).index(attention_of(row, now())),
            colour=attention_colour,
        ),
        *(status, since, place, msgspec.structs.replace(autopro, says=_has_other_number), *others),
    )


def _has_other_number(row: TraceRow) -> bool:
    return row.shipment is not None and row.reference != row.shipment.autopro_number


def _lifted(column: Column[Shipment]) -> Column[TraceRow]:
    """Return a column about the shipment of a row, blank where there is none."""

    def lift(ask: Callable[[Shipment], Any] | None, otherwise: Any = None) -> Callable[[TraceRow], Any] | None:
        if ask is None:
            return None
        return lambda row: otherwise if row.shipment is None else ask(row.shipment)

    return Column(
        column.heading,
        lambda row: "" if row.shipment is None else column.text(row.shipment),
        lambda row: None if row.shipment is None else column.sort(row.shipment),
        tooltip=lift(column.tooltip, ""),
        icon=lift(column.icon),
        colour=lift(column.colour),
        value=lift(column.value),
        unit=column.unit,
        right_aligned=column.right_aligned,
    )
