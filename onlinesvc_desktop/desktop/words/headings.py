# SPDX-License-Identifier: MIT
"""Words for our headings of tables that come in."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_HEADINGS: Final[Mapping[str, str]] = {
    "autopro_number": QT_TRANSLATE_NOOP("Headings", "Autopro number"),
    "status": QT_TRANSLATE_NOOP("Headings", "Status"),
    "occurred_at": QT_TRANSLATE_NOOP("Headings", "Date, or date and time"),
    "occurred_time": QT_TRANSLATE_NOOP("Headings", "Time, in a column of its own"),
    "place": QT_TRANSLATE_NOOP("Headings", "City and province in one column"),
    "city": QT_TRANSLATE_NOOP("Headings", "City"),
    "province": QT_TRANSLATE_NOOP("Headings", "Province or state"),
    "country": QT_TRANSLATE_NOOP("Headings", "Country"),
    "reason": QT_TRANSLATE_NOOP("Headings", "Reason code"),
    "reported_at": QT_TRANSLATE_NOOP("Headings", "Reported at"),
    "pieces": QT_TRANSLATE_NOOP("Headings", "Pieces"),
    "weight_kg": QT_TRANSLATE_NOOP("Headings", "Weight in kilograms"),
    "weight_lb": QT_TRANSLATE_NOOP("Headings", "Weight in pounds"),
    "estimated_delivery": QT_TRANSLATE_NOOP("Headings", "Estimated delivery"),
    "signed_by": QT_TRANSLATE_NOOP("Headings", "Signed by"),
    "bill_of_lading": QT_TRANSLATE_NOOP("Headings", "Bill of lading"),
    "purchase_order": QT_TRANSLATE_NOOP("Headings", "Order number"),
    "carrier_reference": QT_TRANSLATE_NOOP("Headings", "Carrier reference"),
    "pickup": QT_TRANSLATE_NOOP("Headings", "Pickup number"),
    "address1": QT_TRANSLATE_NOOP("Headings", "Address"),
    "postal_code": QT_TRANSLATE_NOOP("Headings", "Postal code"),
    "name": QT_TRANSLATE_NOOP("Headings", "Name"),
    "customer": QT_TRANSLATE_NOOP("Headings", "Customer number"),
    "shipper": QT_TRANSLATE_NOOP("Headings", "Shipper"),
    "consignee": QT_TRANSLATE_NOOP("Headings", "Consignee"),
    "bill_to": QT_TRANSLATE_NOOP("Headings", "Bill to"),
}


def heading_words(name: str) -> str:
    """Return the words of one of our headings; a party's field is named with the party."""
    for role in ("shipper", "consignee", "bill_to"):
        if name.startswith(f"{role}_"):
            return f"{_words(role)}, {_words(name.removeprefix(f'{role}_')).casefold()}"
    return _words(name)


def _words(name: str) -> str:
    key = _HEADINGS.get(name, name)
    return QCoreApplication.translate("Headings", key)
