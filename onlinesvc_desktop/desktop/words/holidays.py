# SPDX-License-Identifier: MIT
"""Names of public holidays."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.holiday import Holiday
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_HOLIDAYS: Final = {
    Holiday.NEW_YEAR: QT_TRANSLATE_NOOP("TransitTimes", "New Year’s Day"),
    Holiday.MARTIN_LUTHER_KING: QT_TRANSLATE_NOOP("TransitTimes", "Martin Luther King Jr. Day"),
    Holiday.FAMILY_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Family Day"),
    Holiday.LOUIS_RIEL_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Louis Riel Day"),
    Holiday.HERITAGE_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Heritage Day"),
    Holiday.ISLANDER_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Islander Day"),
    Holiday.WASHINGTON: QT_TRANSLATE_NOOP("TransitTimes", "Washington’s Birthday"),
    Holiday.GOOD_FRIDAY: QT_TRANSLATE_NOOP("TransitTimes", "Good Friday"),
    Holiday.VICTORIA_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Victoria Day"),
    Holiday.PATRIOTS_DAY: QT_TRANSLATE_NOOP("TransitTimes", "National Patriots’ Day"),
    Holiday.US_MEMORIAL_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Memorial Day"),
    Holiday.JUNETEENTH: QT_TRANSLATE_NOOP("TransitTimes", "Juneteenth"),
    Holiday.INDIGENOUS_PEOPLES_DAY: QT_TRANSLATE_NOOP("TransitTimes", "National Indigenous Peoples Day"),
    Holiday.NATIONAL_HOLIDAY_OF_QUEBEC: QT_TRANSLATE_NOOP("TransitTimes", "National Holiday of Quebec"),
    Holiday.CANADA_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Canada Day"),
    Holiday.INDEPENDENCE_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Independence Day"),
    Holiday.NUNAVUT_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Nunavut Day"),
    Holiday.CIVIC_HOLIDAY: QT_TRANSLATE_NOOP("TransitTimes", "Civic Holiday"),
    Holiday.DISCOVERY_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Discovery Day"),
    Holiday.LABOUR_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Labour Day"),
    Holiday.TRUTH_AND_RECONCILIATION: QT_TRANSLATE_NOOP("TransitTimes", "National Day for Truth and Reconciliation"),
    Holiday.THANKSGIVING: QT_TRANSLATE_NOOP("TransitTimes", "Thanksgiving"),
    Holiday.COLUMBUS_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Columbus Day"),
    Holiday.REMEMBRANCE_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Remembrance Day"),
    Holiday.VETERANS_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Veterans Day"),
    Holiday.US_THANKSGIVING: QT_TRANSLATE_NOOP("TransitTimes", "Thanksgiving (United States)"),
    Holiday.CHRISTMAS: QT_TRANSLATE_NOOP("TransitTimes", "Christmas"),
    Holiday.BOXING_DAY: QT_TRANSLATE_NOOP("TransitTimes", "Boxing Day"),
    Holiday.OTHER: QT_TRANSLATE_NOOP("TransitTimes", "public holiday"),
}


def holiday_words(holiday: Holiday) -> str:
    """Return the name of a holiday."""
    return QCoreApplication.translate("TransitTimes", _HOLIDAYS[holiday])
