# SPDX-License-Identifier: MIT
"""The tariff of the test vectors (shipping.md 3.4)."""

from datetime import date

from onlinesvc_desktop.contract.tariff import (
    Accessorial,
    AccessorialShape,
    Break,
    FuelBreak,
    FuelRow,
    Guaranteed,
    Lane,
    ServiceLevel,
    Tariff,
    TariffCustomer,
    Zone,
)

T1 = tuple(
    Break(pounds, rate)
    for pounds, rate in ((0, "100"), (500, "90"), (1000, "80"), (2000, "75"), (5000, "70"), (10000, "65"))
)
ZONES = (
    Zone("MTL", ("H", "J4")),
    Zone("QBC", ("G", "J4Z")),
    Zone("TOR", ("M", "L")),
    Zone("HAL", ("B",)),
    Zone("NYC", ("1",)),
)
LANES = (
    *(Lane(one.code, other.code, T1) for one in ZONES for other in ZONES if one != other),
    Lane("MTL", "MTL", T1, "120.00"),
)
TARIFF = Tariff(
    name="Vectors",
    effective_on=date(2026, 1, 1),
    currency="CAD",
    zones=ZONES,
    lanes=LANES,
    fuel=(
        FuelRow(date(2026, 1, 1), (FuelBreak(0, "29.80"),)),
        FuelRow(date(2026, 11, 23), (FuelBreak(0, "21.50"), FuelBreak(500, "29.80"), FuelBreak(10_000, "49.40"))),
    ),
    accessorials=(
        Accessorial("TGDL", AccessorialShape.FLAT, "60"),
        Accessorial("INSD", AccessorialShape.PER_CWT, "4.65", minimum="56"),
        Accessorial("HEAT", AccessorialShape.PERCENT, "12", minimum="30", maximum="200"),
        Accessorial("VAL", AccessorialShape.THRESHOLD, "2", above="2"),
    ),
    guaranteed=(
        Guaranteed(ServiceLevel.BY_9, percent="30", minimum="75"),
        Guaranteed(ServiceLevel.BY_NOON, flat="50"),
    ),
    customers=(TariffCustomer("410000", "30"), TariffCustomer("410037", "50", minimum="95.50")),
)
