# SPDX-License-Identifier: MIT
"""Words of pickups: windows, places, weights, what became of days of recurring ones."""

from collections.abc import Sequence
from datetime import time
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.contract.pickup import PickupDetails, PickupItem
from onlinesvc_desktop.contract.recurring_pickups import OnClosedDay, Outcome, RecurringDay
from onlinesvc_desktop.contract.transit_times import Weekday
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_OUTCOMES: Final = {
    Outcome.MADE: QT_TRANSLATE_NOOP("Pickup", "made"),
    Outcome.HOLIDAY: QT_TRANSLATE_NOOP("Pickup", "public holiday, left out"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("Pickup", "left out as you wished"),
    Outcome.NOT_SERVED: QT_TRANSLATE_NOOP("Pickup", "not served on that day"),
    Outcome.TOO_LATE: QT_TRANSLATE_NOOP("Pickup", "not made: the server was off until it was too late"),
    Outcome.NOT_ALLOWED: QT_TRANSLATE_NOOP("Pickup", "not made: the access code could not be used"),
    Outcome.OTHER: QT_TRANSLATE_NOOP("Pickup", "Other"),
}
_ON_CLOSED: Final = {
    OnClosedDay.SKIP: QT_TRANSLATE_NOOP("Pickup", "leave it out"),
    OnClosedDay.BEFORE: QT_TRANSLATE_NOOP("Pickup", "on the working day before"),
    OnClosedDay.AFTER: QT_TRANSLATE_NOOP("Pickup", "on the working day after"),
}
_TO_KILOGRAMS: Final = Decimal("0.45359237")


def on_closed_choices() -> list[tuple[str, str]]:
    """Return what may become of a pickup on a holiday."""
    return [(one.value, QCoreApplication.translate("Pickup", words)) for one, words in _ON_CLOSED.items()]


def weekday_choices() -> list[tuple[str, str]]:
    """Return the working days and their names."""
    return [(day.value, QLocale().dayName(number)) for number, day in enumerate(Weekday, start=1)]


def weekdays_words(days: Sequence[Weekday]) -> str:
    """Return days of the week in their order."""
    return ", ".join(words for code, words in weekday_choices() if Weekday(code) in days)


def window_words(details: PickupDetails) -> str:
    """Return from when until when, by the clock of the place."""
    ready, close = (formats.time_words(time.fromisoformat(text)) for text in (details.ready_time, details.close_time))
    return QCoreApplication.translate("Pickup", "{ready} to {close}").format(ready=ready, close=close)


def place_words(details: PickupDetails) -> str:
    """Return name and city."""
    place = details.place
    return f"{place.name}, {place.city} ({place.province})"


def units_of(details: PickupDetails) -> int:
    """Return how many handling units there are."""
    return sum(item.count for item in details.items)


def weight_words(items: Sequence[PickupItem]) -> str:
    """Return the weight of everything in kilograms, with pounds beside it."""
    total = sum(
        (Decimal(item.weight) * (_TO_KILOGRAMS if item.weight_unit is WeightUnit.POUND else 1) for item in items), Decimal()
    )
    return formats.weight_words(str(total))


def day_words(day: RecurringDay) -> str:
    """Return what became of a day: "Mon, Jun 28, 2027: P27062712345"."""
    outcome = day.confirmation_number or QCoreApplication.translate("Pickup", _OUTCOMES[day.outcome])
    if day.confirmation_number and day.pickup_date != day.day:
        moved = formats.day_or_dash(day.pickup_date)
        outcome = QCoreApplication.translate("Pickup", "{number}, moved to {day}").format(number=outcome, day=moved)
    return QCoreApplication.translate("Pickup", "{day}: {outcome}").format(day=formats.date_words(day.day), outcome=outcome)


class PickupCounts(QObject):
    """Counted words."""

    def pickups(self, count: int) -> str:
        """Return how many pickups there are."""
        return self.tr("%n pickup(s)", "", count)

    def units(self, count: int) -> str:
        """Return how many handling units there are."""
        return self.tr("%n handling unit(s)", "", count)
