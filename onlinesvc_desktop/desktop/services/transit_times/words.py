# SPDX-License-Identifier: MIT
"""Words of transit times: closed days, days of the week, how a place is served."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.contract.transit_times import ClosedDay, ClosedReason, End, Point, TransitTime, Weekday
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.holidays import holiday_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_REASONS: Final = {
    ClosedReason.WEEKEND: QT_TRANSLATE_NOOP("TransitTimes", "weekend"),
    ClosedReason.HOLIDAY: QT_TRANSLATE_NOOP("TransitTimes", "public holiday"),
    ClosedReason.NOT_SERVED: QT_TRANSLATE_NOOP("TransitTimes", "no service on this day of the week"),
    ClosedReason.OTHER: QT_TRANSLATE_NOOP("TransitTimes", "closed"),
}


def point_words(point: Point) -> str:
    """Return "City (PR)"."""
    return formats.place_words(Place(point.city, point.province, point.country))


def closed_day_words(day: ClosedDay, time_found: TransitTime) -> str:
    """Return a closed day with its reason and where: "Thu, Jun 24, 2027: National Holiday of Quebec, Rimouski (QC)"."""
    place = time_found.origin if day.at is End.ORIGIN else time_found.destination
    if day.holiday is UNSET:
        reason = QCoreApplication.translate("TransitTimes", _REASONS[day.reason])
    else:
        reason = holiday_words(day.holiday)
    return QCoreApplication.translate("TransitTimes", "{day}: {reason}, {place}").format(
        day=formats.date_words(day.date), reason=reason, place=point_words(place)
    )


def closed_days_words(found: TransitTime) -> str:
    """Return every closed day but plain weekends in one line, then how many weekend days there are."""
    named = [closed_day_words(day, found) for day in found.closed_days if day.reason is not ClosedReason.WEEKEND]
    weekend = len(found.closed_days) - len(named)
    return "; ".join([*named, *([TransitCounts().weekend_days(weekend)] if weekend else [])])


def service_words(found: TransitTime) -> str:
    """Return "direct", or through which partner."""
    partners = [point.partner for point in (found.origin, found.destination) if isinstance(point.partner, str)]
    if not partners:
        return QCoreApplication.translate("TransitTimes", "direct")
    return QCoreApplication.translate("TransitTimes", "with {partner}").format(partner=", ".join(dict.fromkeys(partners)))


def terminal_words(point: Point) -> str:
    """Return the terminal of a place."""
    return f"{point.terminal.city} ({point.terminal.province}), {point.terminal.code}"


def weekdays_words(days: Sequence[Weekday]) -> str:
    """Return days of the week, "every working day" for all of them."""
    if len(days) == len(Weekday):
        return QCoreApplication.translate("TransitTimes", "every working day")
    numbers = [list(Weekday).index(day) + 1 for day in days]
    return ", ".join(QLocale().dayName(number) for number in numbers)


def cutoff_words(found: TransitTime) -> str:
    """Return the cut-off as the time of day at the pickup place."""
    words = formats.time_words(time.fromisoformat(found.cutoff))
    return QCoreApplication.translate("TransitTimes", "{time}, local time of {city}").format(
        time=words, city=found.origin.city
    )


def unknown_words(suggestions: Sequence[str]) -> str:
    """Say that a place is not served, with those that may have been meant."""
    if not suggestions:
        return QCoreApplication.translate("TransitTimes", "not served")
    return QCoreApplication.translate("TransitTimes", "not served; perhaps {places}?").format(places=" · ".join(suggestions))


class TransitCounts(QObject):
    """Counted words."""

    def service_days(self, days: int) -> str:
        """Return a number of service days."""
        return self.tr("%n service day(s)", "", days)

    def weekend_days(self, days: int) -> str:
        """Return a number of weekend days."""
        return self.tr("%n weekend day(s)", "", days)

    def destinations(self, places: int) -> str:
        """Return how many places were asked."""
        return self.tr("%n destination(s)", "", places)
