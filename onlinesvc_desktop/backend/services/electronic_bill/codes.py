# SPDX-License-Identifier: MIT
"""Codes of the standard and what they are here (domain.md 2.2, shipping.md 3.3)."""

from typing import Final

from onlinesvc_desktop.contract.dangerous_goods import PackingGroup
from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES

COUNTRIES: Final = {"CAN": "CA", "USA": "US"}
TERMS: Final = {"Prepaid": "prepaid", "Collect": "collect", "Third Party": "third_party"}
FEE_TERMS: Final = {"Prepaid": "prepaid", "Collect": "collect"}
WEIGHT_UNITS: Final = {"Pounds": "lb", "Kilograms": "kg"}
DIMENSION_UNITS: Final = {"Inches": "in", "Centimeters": "cm"}
LAYOUTS: Final = {"Nested": "nested", "Stacked": "stacked"}
ROLES: Final = {"Shipper": "shipper", "Consignee": "consignee", "Third Party": "third_party"}
CURRENCIES: Final = {one: one for one in ("CAD", "MXN", "USD")}
LABEL_FORMATS: Final = {"Avery": "letter", "Letter": "letter", "Zebra": "4x6"}
NO_CLASS: Final = "Not required"
CLASSES: Final = {one: one for one in FREIGHT_CLASSES} | {NO_CLASS: ""}
PACKING_GROUPS: Final = {
    written: group.value
    for figure, group in enumerate(PackingGroup, 1)
    for written in (str(figure), group.value, f"PG {group.value}")
}
ACCESSORIALS: Final = {
    "APTD": "APT",
    "APTP": "APT",
    "COD": "COD",
    "FVC": "VAL",
    "HAZ": "HAZ",
    "IDL": "INSD",
    "INBD": "BOND",
    "IPU": "INSPU",
    "LFTD": "TGDL",
    "LFTP": "TGPU",
    "LTDAD": "LTDAD",
    "LTDAP": "LTDAP",
    "OVR": "OVR",
    "PSC": "HEAT",
    "REP": "RESPU",
    "RES": "RESDL",
}
"""Services that exist here by another name. An appointment is one service here, at either end."""
NOT_OFFERED: Final = frozenset(
    {"EXPD", "GTD_AM", "GTD_NOON", "GTD_PM", "MARK", "MNC", "PPD", "PSH", "PSN", "SRT", "SS", "TCS"},
)
"""Services of the standard that no bill can ask for here; a guaranteed hour comes with the letter of a quote."""
WRITTEN_ACCESSORIALS: Final = {ours: theirs for theirs, ours in reversed(ACCESSORIALS.items())} | {
    "PFF": "PSC",
    "APT": "APTD",
}
PACKAGES: Final = frozenset(
    (
        *("BAG", "BAL", "BBL", "BSK", "BIN", "BOX", "BXT", "BCH", "BDL", "CAB", "CAG", "CAN", "CBY", "CAR"),
        *("CTN", "CAS", "CSK", "CHS", "COL", "CNT", "COR", "CRT", "CYL", "DRM", "DBK", "ENV", "FIR", "GLD"),
        *("HPR", "HGH", "HRB", "INT", "JAR", "JCN", "KEG", "KIT", "LIF", "LBK", "LSE", "MXD", "OTH", "PKG"),
        *("PCK", "PAL", "PAT", "PCS", "PLN", "RCK", "REL", "ROL", "SKD", "SLP", "SPL", "TNK", "TBN", "TRY"),
        *("TRU", "TRK", "TUB", "TBE", "UNT", "VPK", "WRP"),
    )
)
"""Types of handling unit and of packaging; those without a name here are kept and printed by their code."""
OUR_PACKAGES: Final = {"PAT": "PLT", "TBN": "TOT"}
"""The two that have another code here: pallet and tote."""
WRITTEN_PACKAGES: Final = {ours: theirs for theirs, ours in OUR_PACKAGES.items()}
