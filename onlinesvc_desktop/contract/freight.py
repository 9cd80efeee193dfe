# SPDX-License-Identifier: MIT
"""Handling units as every shipping service describes them, and the classes of their density.

Source of the density steps: NMFC Docket 2025-1, in force since 2025-07-19 (shipping.md 3.1).
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.fields import ShortText

PositiveDecimal = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,4})?\Z", max_length=14)]
"""A weight or a length; that it is above zero is checked beside it."""
MOST_UNITS: Final = 500

FREIGHT_CLASSES: Final = (
    *("50", "55", "60", "65", "70", "77.5", "85", "92.5", "100", "110", "125", "150", "175", "200", "250", "300", "400"),
    "500",
)
"""Every class that may be entered; density alone gives thirteen of them."""
DENSITY_STEPS: Final = tuple(
    (Decimal(lowest), freight_class)
    for lowest, freight_class in (
        ("50", "50"), ("35", "55"), ("30", "60"), ("22.5", "65"), ("15", "70"), ("12", "85"), ("10", "92.5"), ("8", "100"),
        ("6", "125"), ("4", "175"), ("2", "250"), ("1", "300"), ("0", "400"),
    )
)  # fmt: skip
"""Pounds per cubic foot, from that figure on, and the class."""


class WeightUnit(StrEnum):
    """Pounds or kilograms."""

    POUND = "lb"
    KILOGRAM = "kg"


class DimensionUnit(StrEnum):
    """Inches or centimetres."""

    INCH = "in"
    CENTIMETRE = "cm"


class HandlingUnit(msgspec.Struct, frozen=True, omit_defaults=True):
    """Pallets, skids and other units of one size; ``weight`` is that of the whole line, lengths are of one unit."""

    count: Annotated[int, Meta(ge=1, le=999)]
    type: ShortText
    weight: PositiveDecimal
    weight_unit: WeightUnit = WeightUnit.POUND
    length: PositiveDecimal | UnsetType = UNSET
    width: PositiveDecimal | UnsetType = UNSET
    height: PositiveDecimal | UnsetType = UNSET
    dimension_unit: DimensionUnit = DimensionUnit.INCH
    freight_class: ShortText | UnsetType = UNSET
    stackable: bool | UnsetType = UNSET


def class_of_density(pounds_per_cubic_foot: Decimal) -> str:
    """Return the class of a density of 0 or more."""
    return next(freight_class for lowest, freight_class in DENSITY_STEPS if pounds_per_cubic_foot >= lowest)
