# SPDX-License-Identifier: MIT
"""Handling units as every shipping service describes them, and the classes of their density.

Source of the density steps: NMFC Docket 2025-1, in force since 2025-07-19 (shipping.md 3.1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.fields import ShortText

PositiveDecimal = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,4})?\Z", max_length=14)]
"""A weight or a length; that it is above zero is checked beside it."""
MOST_UNITS: Final = 500

HANDLING_UNIT_TYPES: Final = (*("SKD", "PLT", "BOX", "CTN", "CRT", "DRM", "BDL", "ROL", "TBE", "BAG", "PAL", "TOT", "PCS"),)
"""What a handling unit may be, the most usual first."""
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


_CM_PER_INCH = Decimal("2.54")
_KG_PER_POUND = Decimal("0.45359237")
_CUBIC_INCHES_PER_FOOT = Decimal(1728)


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


@dataclass(frozen=True, slots=True)
class Goods:
    """What all units weigh, in pounds, and measure, in cubic feet, together."""

    actual_lb: Decimal
    volume_ft3: Decimal
    measured: bool

    @property
    def density(self) -> Decimal | None:
        """Pounds per cubic foot; None when a unit has no size."""
        return self.actual_lb / self.volume_ft3 if self.measured else None


def goods_of(units: Iterable[HandlingUnit]) -> Goods:
    """Return weight in pounds and volume in cubic feet of all units; one without size adds no volume."""
    weight = volume = Decimal(0)
    measured = True
    for unit in units:
        pounds = Decimal(unit.weight)
        weight += pounds / _KG_PER_POUND if unit.weight_unit is WeightUnit.KILOGRAM else pounds
        sizes = (unit.length, unit.width, unit.height)
        inches = Decimal(1)
        for size in sizes:
            if isinstance(size, UnsetType):
                measured, inches = False, Decimal(0)
            else:
                inches *= Decimal(size) / (_CM_PER_INCH if unit.dimension_unit is DimensionUnit.CENTIMETRE else 1)
        volume += unit.count * inches / _CUBIC_INCHES_PER_FOOT
    return Goods(weight, volume, measured and volume > 0)
