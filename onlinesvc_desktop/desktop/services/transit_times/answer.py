# SPDX-License-Identifier: MIT
"""One transit time in one glance: the delivery day, why not sooner, and whom to call at either end."""

from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.transit_times import ClosedReason, Point, TransitTime
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.transit_times.words import (
    TransitCounts,
    closed_day_words,
    closed_days_words,
    cutoff_words,
    point_words,
    service_words,
    terminal_words,
    weekdays_words,
)
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight


class AnswerCard(Panel):
    """Hidden until there is an answer to show."""

    def __init__(self) -> None:
        super().__init__()
        self._found: TransitTime | None = None
        self._delivery = label("heading", wrap=True)
        self._delivery.setObjectName("transitTimes.delivery")
        self._summary = label("", wrap=True)
        self._summary.setObjectName("transitTimes.summary")
        self._closed = label("", wrap=True)
        self._closed.setObjectName("transitTimes.closedDays")
        self._cutoff = label("error", wrap=True)
        self._cutoff.setObjectName("transitTimes.afterCutoff")
        self._facts = Facts(self._fact_words)
        frame, column = card(6)
        for widget in (self._delivery, self._cutoff, self._summary, self._closed, self._facts):
            column.addWidget(widget)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.hide()

    def show_answer(self, found: TransitTime | None) -> None:
        """Show an answer, or none."""
        self._found = found
        self.setVisible(found is not None)
        self.retranslate_ui()

    def _fact_words(self) -> list[Fact]:
        found = self._found
        if found is None:
            return []
        return [
            (self.tr("Pickup"), formats.date_words(found.pickup_date)),
            (self.tr("Cut-off"), cutoff_words(found)),
            (self.tr("Deliveries in {city}").format(city=found.destination.city), _days(found.destination)),
            (self.tr("Terminal of {city}").format(city=found.origin.city), _terminal(found.origin)),
            (self.tr("Terminal of {city}").format(city=found.destination.city), _terminal(found.destination)),
        ]

    def retranslate_ui(self) -> None:
        """Word the answer in the current language."""
        found = self._found
        if found is None:
            return
        self._delivery.setText(self.tr("Delivery {day}").format(day=formats.date_words(found.delivery_date)))
        self._summary.setText(
            self.tr("{origin} to {destination}: {days}, {service}").format(
                origin=point_words(found.origin),
                destination=point_words(found.destination),
                days=TransitCounts().service_days(found.service_days),
                service=service_words(found),
            )
        )
        self._cutoff.setVisible(found.after_cutoff)
        self._cutoff.setText(
            self.tr("Today’s cut-off in {city} is over. The next possible pickup is {day}.").format(
                city=found.origin.city, day=formats.date_words(found.pickup_date)
            )
        )
        named = [day for day in found.closed_days if day.reason is not ClosedReason.WEEKEND]
        self._closed.setVisible(bool(found.closed_days))
        self._closed.setText(
            self.tr("Not counted: {days}").format(
                days=closed_days_words(found)
                if named
                else "; ".join(closed_day_words(day, found) for day in found.closed_days)
            )
        )
        self._facts.retranslate_ui()


def _terminal(point: Point) -> str:
    return f"{terminal_words(point)}\n{point.terminal.telephone}"


def _days(point: Point) -> str:
    return weekdays_words(point.service_days)
