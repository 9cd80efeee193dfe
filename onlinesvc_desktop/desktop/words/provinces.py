# SPDX-License-Identifier: MIT
"""Names of the provinces, territories and states the carrier serves."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

NAMES: Final = {
    "AB": QT_TRANSLATE_NOOP("Province", "Alberta"),
    "BC": QT_TRANSLATE_NOOP("Province", "British Columbia"),
    "MB": QT_TRANSLATE_NOOP("Province", "Manitoba"),
    "NB": QT_TRANSLATE_NOOP("Province", "New Brunswick"),
    "NL": QT_TRANSLATE_NOOP("Province", "Newfoundland and Labrador"),
    "NS": QT_TRANSLATE_NOOP("Province", "Nova Scotia"),
    "NT": QT_TRANSLATE_NOOP("Province", "Northwest Territories"),
    "NU": QT_TRANSLATE_NOOP("Province", "Nunavut"),
    "ON": QT_TRANSLATE_NOOP("Province", "Ontario"),
    "PE": QT_TRANSLATE_NOOP("Province", "Prince Edward Island"),
    "QC": QT_TRANSLATE_NOOP("Province", "Quebec"),
    "SK": QT_TRANSLATE_NOOP("Province", "Saskatchewan"),
    "YT": QT_TRANSLATE_NOOP("Province", "Yukon"),
    "AL": QT_TRANSLATE_NOOP("Province", "Alabama"),
    "AK": QT_TRANSLATE_NOOP("Province", "Alaska"),
    "AZ": QT_TRANSLATE_NOOP("Province", "Arizona"),
    "AR": QT_TRANSLATE_NOOP("Province", "Arkansas"),
    "CA": QT_TRANSLATE_NOOP("Province", "California"),
    "CO": QT_TRANSLATE_NOOP("Province", "Colorado"),
    "CT": QT_TRANSLATE_NOOP("Province", "Connecticut"),
    "DE": QT_TRANSLATE_NOOP("Province", "Delaware"),
    "DC": QT_TRANSLATE_NOOP("Province", "District of Columbia"),
    "FL": QT_TRANSLATE_NOOP("Province", "Florida"),
    "GA": QT_TRANSLATE_NOOP("Province", "Georgia"),
    "HI": QT_TRANSLATE_NOOP("Province", "Hawaii"),
    "ID": QT_TRANSLATE_NOOP("Province", "Idaho"),
    "IL": QT_TRANSLATE_NOOP("Province", "Illinois"),
    "IN": QT_TRANSLATE_NOOP("Province", "Indiana"),
    "IA": QT_TRANSLATE_NOOP("Province", "Iowa"),
    "KS": QT_TRANSLATE_NOOP("Province", "Kansas"),
    "KY": QT_TRANSLATE_NOOP("Province", "Kentucky"),
    "LA": QT_TRANSLATE_NOOP("Province", "Louisiana"),
    "ME": QT_TRANSLATE_NOOP("Province", "Maine"),
    "MD": QT_TRANSLATE_NOOP("Province", "Maryland"),
    "MA": QT_TRANSLATE_NOOP("Province", "Massachusetts"),
    "MI": QT_TRANSLATE_NOOP("Province", "Michigan"),
    "MN": QT_TRANSLATE_NOOP("Province", "Minnesota"),
    "MS": QT_TRANSLATE_NOOP("Province", "Mississippi"),
    "MO": QT_TRANSLATE_NOOP("Province", "Missouri"),
    "MT": QT_TRANSLATE_NOOP("Province", "Montana"),
    "NE": QT_TRANSLATE_NOOP("Province", "Nebraska"),
    "NV": QT_TRANSLATE_NOOP("Province", "Nevada"),
    "NH": QT_TRANSLATE_NOOP("Province", "New Hampshire"),
    "NJ": QT_TRANSLATE_NOOP("Province", "New Jersey"),
    "NM": QT_TRANSLATE_NOOP("Province", "New Mexico"),
    "NY": QT_TRANSLATE_NOOP("Province", "New York"),
    "NC": QT_TRANSLATE_NOOP("Province", "North Carolina"),
    "ND": QT_TRANSLATE_NOOP("Province", "North Dakota"),
    "OH": QT_TRANSLATE_NOOP("Province", "Ohio"),
    "OK": QT_TRANSLATE_NOOP("Province", "Oklahoma"),
    "OR": QT_TRANSLATE_NOOP("Province", "Oregon"),
    "PA": QT_TRANSLATE_NOOP("Province", "Pennsylvania"),
    "RI": QT_TRANSLATE_NOOP("Province", "Rhode Island"),
    "SC": QT_TRANSLATE_NOOP("Province", "South Carolina"),
    "SD": QT_TRANSLATE_NOOP("Province", "South Dakota"),
    "TN": QT_TRANSLATE_NOOP("Province", "Tennessee"),
    "TX": QT_TRANSLATE_NOOP("Province", "Texas"),
    "UT": QT_TRANSLATE_NOOP("Province", "Utah"),
    "VT": QT_TRANSLATE_NOOP("Province", "Vermont"),
    "VA": QT_TRANSLATE_NOOP("Province", "Virginia"),
    "WA": QT_TRANSLATE_NOOP("Province", "Washington"),
    "WV": QT_TRANSLATE_NOOP("Province", "West Virginia"),
    "WI": QT_TRANSLATE_NOOP("Province", "Wisconsin"),
    "WY": QT_TRANSLATE_NOOP("Province", "Wyoming"),
}


def province_choices() -> list[tuple[str, str]]:
    """Return code and words of each, Canada first, so that typing the code finds it."""
    return [(code, f"{code}  {QCoreApplication.translate('Province', NAMES[code])}") for code in NAMES]
