# SPDX-License-Identifier: MIT
"""Words of rate quotes: terms, service levels, taxes, places."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from onlinesvc_desktop.contract.rate_quote import QuotedPoint, Terms
from onlinesvc_desktop.contract.tariff import ServiceLevel
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_TERMS: Final = {
    Terms.PREPAID: QT_TRANSLATE_NOOP("RateQuote", "Prepaid: the shipper pays"),
    Terms.COLLECT: QT_TRANSLATE_NOOP("RateQuote", "Collect: the consignee pays"),
    Terms.THIRD_PARTY: QT_TRANSLATE_NOOP("RateQuote", "A third party pays"),
}
_LEVELS: Final = {
    ServiceLevel.STANDARD: QT_TRANSLATE_NOOP("RateQuote", "Standard"),
    ServiceLevel.BY_9: QT_TRANSLATE_NOOP("RateQuote", "Guaranteed by 9 a.m."),
    ServiceLevel.BY_NOON: QT_TRANSLATE_NOOP("RateQuote", "Guaranteed by noon"),
    ServiceLevel.BY_17: QT_TRANSLATE_NOOP("RateQuote", "Guaranteed by 5 p.m."),
}
_TAXES: Final = {
    "gst": QT_TRANSLATE_NOOP("RateQuote", "GST"),
    "qst": QT_TRANSLATE_NOOP("RateQuote", "QST"),
    "hst": QT_TRANSLATE_NOOP("RateQuote", "HST"),
}


def terms_choices() -> list[tuple[str, str]]:
    """Return who may pay the freight."""
    return [(terms.value, QCoreApplication.translate("RateQuote", words)) for terms, words in _TERMS.items()]


def level_words(level: ServiceLevel) -> str:
    """Return the name of a service level."""
    return QCoreApplication.translate("RateQuote", _LEVELS[level])


def tax_words(code: str) -> str:
    """Return the name of a tax; one of another make as it is."""
    return QCoreApplication.translate("RateQuote", _TAXES[code]) if code in _TAXES else code.upper()


def place_words(place: QuotedPoint) -> str:
    """Return city, province and postal code."""
    return f"{place.city} ({place.province}) {spaced(place.postal_code)}"


def spaced(postal_code: str) -> str:
    """Return a Canadian postal code with its blank; anything else as it is."""
    is_canadian = len(postal_code) == 6 and postal_code[:1].isalpha()
    return f"{postal_code[:3]}\N{NO-BREAK SPACE}{postal_code[3:]}" if is_canadian else postal_code


class QuoteCounts(QObject):
    """Counted words."""

    def service_days(self, days: int) -> str:
        """Return a number of service days."""
        return self.tr("%n service day(s)", "", days)

    def lines(self, lines: int) -> str:
        """Return how many shipments a list has."""
        return self.tr("%n shipment(s)", "", lines)

    def priced(self, lines: int) -> str:
        """Return how many shipments have a price."""
        return self.tr("%n priced", "", lines)
