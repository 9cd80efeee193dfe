# SPDX-License-Identifier: MIT
"""Words for the kinds of number a shipment can be traced by."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_WORDS: Final[Mapping[ReferenceType, str]] = {
    ReferenceType.ANY: QT_TRANSLATE_NOOP("ReferenceType", "Any number"),
    ReferenceType.AUTOPRO: QT_TRANSLATE_NOOP("ReferenceType", "Autopro number"),
    ReferenceType.BILL_OF_LADING: QT_TRANSLATE_NOOP("ReferenceType", "Bill of lading"),
    ReferenceType.PURCHASE_ORDER: QT_TRANSLATE_NOOP("ReferenceType", "Purchase order"),
    ReferenceType.CARRIER_REFERENCE: QT_TRANSLATE_NOOP("ReferenceType", "Carrier reference"),
    ReferenceType.PICKUP: QT_TRANSLATE_NOOP("ReferenceType", "Pickup confirmation"),
}


def reference_type_words(kind: ReferenceType) -> str:
    """Return the words for a kind of number."""
    return QCoreApplication.translate("ReferenceType", _WORDS[kind])
