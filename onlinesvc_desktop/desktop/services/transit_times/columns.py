# SPDX-License-Identifier: MIT
"""Columns of the table of transit times."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.transit_times import TransitTime
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.transit_times.kept import Answered
from onlinesvc_desktop.desktop.services.transit_times.words import (
    closed_days_words,
    point_words,
    service_words,
    terminal_words,
    unknown_words,
)


def _where(row: Answered) -> str:
    return row.destination if row.time is None else point_words(row.time.destination)


def _column(
    heading: Callable[[], str],
    text: Callable[[TransitTime], str],
    value: Callable[[TransitTime], Any] | None = None,
    right_aligned: bool = False,
) -> Column[Answered]:
    """Return a column that is empty for places not served."""

    def native(row: Answered) -> Any:
        return None if row.time is None else (value or text)(row.time)

    def words(row: Answered) -> str:
        return "" if row.time is None else text(row.time)

    return Column(heading, words, native, right_aligned=right_aligned, value=native)


def transit_columns() -> Sequence[Column[Answered]]:
    """Return the columns, in the order of the screen."""
    translate = QCoreApplication.translate
    return (
        Column(lambda: translate("TransitTimes", "Destination"), _where, _where),
        Column(
            lambda: translate("TransitTimes", "Delivery"),
            lambda row: unknown_words(row.suggestions) if row.time is None else formats.date_words(row.time.delivery_date),
            lambda row: None if row.time is None else row.time.delivery_date,
        ),
        _column(
            lambda: translate("TransitTimes", "Service days"),
            lambda found: str(found.service_days),
            lambda found: found.service_days,
            right_aligned=True,
        ),
        _column(
            lambda: translate("TransitTimes", "Pickup"),
            lambda found: formats.date_words(found.pickup_date),
            lambda found: found.pickup_date,
        ),
        _column(lambda: translate("TransitTimes", "Service"), service_words),
        _column(lambda: translate("TransitTimes", "Terminal"), lambda found: terminal_words(found.destination)),
        _column(lambda: translate("TransitTimes", "Telephone"), lambda found: found.destination.terminal.telephone),
        _column(lambda: translate("TransitTimes", "Closed days"), closed_days_words),
    )
