# SPDX-License-Identifier: MIT
"""Names of handling units and units of measure."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES, HANDLING_UNIT_TYPES, DimensionUnit, WeightUnit
from onlinesvc_desktop.desktop.formats import decimal_text
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_TYPES: Final = {
    "SKD": QT_TRANSLATE_NOOP("Freight", "Skid"),
    "PLT": QT_TRANSLATE_NOOP("Freight", "Pallet"),
    "BOX": QT_TRANSLATE_NOOP("Freight", "Box"),
    "CTN": QT_TRANSLATE_NOOP("Freight", "Carton"),
    "CRT": QT_TRANSLATE_NOOP("Freight", "Crate"),
    "DRM": QT_TRANSLATE_NOOP("Freight", "Drum"),
    "BDL": QT_TRANSLATE_NOOP("Freight", "Bundle"),
    "ROL": QT_TRANSLATE_NOOP("Freight", "Roll"),
    "TBE": QT_TRANSLATE_NOOP("Freight", "Tube"),
    "BAG": QT_TRANSLATE_NOOP("Freight", "Bag"),
    "PAL": QT_TRANSLATE_NOOP("Freight", "Pail"),
    "TOT": QT_TRANSLATE_NOOP("Freight", "Tote"),
    "PCS": QT_TRANSLATE_NOOP("Freight", "Loose piece"),
}


def unit_type_words(code: str) -> str:
    """Return the name of a type of handling unit; a code of another make as it is."""
    return QCoreApplication.translate("Freight", _TYPES[code]) if code in _TYPES else code


def unit_type_choices() -> list[tuple[str, str]]:
    """Return every type of handling unit and its name, the most usual first."""
    return [(code, unit_type_words(code)) for code in HANDLING_UNIT_TYPES]


def dimension_unit_choices() -> list[tuple[str, str]]:
    """Return inches and centimetres."""
    return [
        (DimensionUnit.INCH.value, QCoreApplication.translate("Freight", "in")),
        (DimensionUnit.CENTIMETRE.value, QCoreApplication.translate("Freight", "cm")),
    ]


def weight_unit_choices() -> list[tuple[str, str]]:
    """Return pounds and kilograms."""
    return [
        (WeightUnit.POUND.value, QCoreApplication.translate("Freight", "lb")),
        (WeightUnit.KILOGRAM.value, QCoreApplication.translate("Freight", "kg")),
    ]


def freight_class_choices() -> list[tuple[str, str]]:
    """Return every class that may be chosen, with the language's decimal mark."""
    none = QCoreApplication.translate("Freight", "by density")
    return [("", none), *((one, decimal_text(one)) for one in FREIGHT_CLASSES)]
