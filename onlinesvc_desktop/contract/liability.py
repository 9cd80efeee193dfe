# SPDX-License-Identifier: MIT
"""What a carrier owes at most for goods without a declared value: one rule for the bill and the claim. Pure.

Source: uniform conditions of carriage, 4.41 $ a kilogram of the shipment (in words 2.00 $ a pound); shipping.md 7: 620 lb
are 1,240.21 $.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from onlinesvc_desktop.contract.freight import WeightUnit

DOLLARS_PER_KG: Final = Decimal("4.41")
GRAMS_OF: Final = {WeightUnit.POUND: Decimal("453.59237"), WeightUnit.KILOGRAM: Decimal(1000)}
"""Grams of one unit of weight."""
_CENT: Final = Decimal("0.01")
_GRAMS_PER_KG: Final = 1000


def whole_grams(weights: Iterable[tuple[Decimal, WeightUnit]]) -> int:
    """Return what weights come to in grams, rounded half up once at the end: the weight that a shipment is kept with."""
    total = sum((weight * GRAMS_OF[unit] for weight, unit in weights), Decimal(0))
    return int(total.quantize(Decimal(1), ROUND_HALF_UP))


def liability_limit(weight_g: int) -> Decimal:
    """Return the limit in Canadian dollars for the weight of a whole shipment in grams."""
    return (DOLLARS_PER_KG * weight_g / _GRAMS_PER_KG).quantize(_CENT, ROUND_HALF_UP)
