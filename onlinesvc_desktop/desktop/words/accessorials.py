# SPDX-License-Identifier: MIT
"""Names of additional services."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.accessorials import ASKED_FOR
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_NAMES: Final = {
    "TGPU": QT_TRANSLATE_NOOP("Accessorial", "Tailgate at pickup"),
    "TGDL": QT_TRANSLATE_NOOP("Accessorial", "Tailgate at delivery"),
    "RESPU": QT_TRANSLATE_NOOP("Accessorial", "Pickup at a private residence"),
    "RESDL": QT_TRANSLATE_NOOP("Accessorial", "Delivery to a private residence"),
    "LTDAP": QT_TRANSLATE_NOOP("Accessorial", "Pickup with limited access (school, farm, site, mall)"),
    "LTDAD": QT_TRANSLATE_NOOP("Accessorial", "Delivery with limited access (school, farm, site, mall)"),
    "INSPU": QT_TRANSLATE_NOOP("Accessorial", "Inside pickup"),
    "INSD": QT_TRANSLATE_NOOP("Accessorial", "Inside delivery"),
    "APT": QT_TRANSLATE_NOOP("Accessorial", "Delivery by appointment"),
    "AHR": QT_TRANSLATE_NOOP("Accessorial", "Outside business hours"),
    "HEAT": QT_TRANSLATE_NOOP("Accessorial", "Protection from freezing"),
    "HAZ": QT_TRANSLATE_NOOP("Accessorial", "Dangerous goods"),
    "COD": QT_TRANSLATE_NOOP("Accessorial", "Collect on delivery (COD)"),
    "VAL": QT_TRANSLATE_NOOP("Accessorial", "Declared value above the limit"),
    "OVR": QT_TRANSLATE_NOOP("Accessorial", "Overlength"),
    "BOND": QT_TRANSLATE_NOOP("Accessorial", "In-bond handling"),
    "BRD": QT_TRANSLATE_NOOP("Accessorial", "Border crossing"),
    "BOLCH": QT_TRANSLATE_NOOP("Accessorial", "Change to the bill of lading"),
    "RDL": QT_TRANSLATE_NOOP("Accessorial", "Redelivery"),
    "RCC": QT_TRANSLATE_NOOP("Accessorial", "Reconsignment"),
    "STG": QT_TRANSLATE_NOOP("Accessorial", "Storage"),
    "DET": QT_TRANSLATE_NOOP("Accessorial", "Waiting time"),
    "DOC": QT_TRANSLATE_NOOP("Accessorial", "Copy of a document"),
    "MISS": QT_TRANSLATE_NOOP("Accessorial", "Missing identifier"),
    "HCOST": QT_TRANSLATE_NOOP("Accessorial", "High-cost area"),
}


def accessorial_words(code: str) -> str:
    """Return the name of an additional service; a code of another make as it is."""
    return QCoreApplication.translate("Accessorial", _NAMES[code]) if code in _NAMES else code


def accessorial_choices(codes: Iterable[str] = ASKED_FOR) -> list[tuple[str, str]]:
    """Return additional services and their names."""
    return [(code, accessorial_words(code)) for code in codes]
