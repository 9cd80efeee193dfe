# SPDX-License-Identifier: MIT
"""One whole invented tariff for the invented carrier: a zone for each terminal, a lane for each pair of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from onlinesvc_desktop.backend.points.find import ServiceTable
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

_SHARES = ((0, "1"), (500, "0.86"), (1000, "0.74"), (2000, "0.63"), (5000, "0.52"), (10_000, "0.44"), (20_000, "0.38"))
"""Weight breaks and what part of the first rate each has."""
_WEEKS = 26
_ACCESSORIALS = (
    Accessorial("APT", AccessorialShape.FLAT, "45.90"),
    Accessorial("TGPU", AccessorialShape.FLAT, "60.00"),
    Accessorial("TGDL", AccessorialShape.FLAT, "60.00"),
    Accessorial("RESPU", AccessorialShape.FLAT, "85.00"),
    Accessorial("RESDL", AccessorialShape.FLAT, "85.00"),
    Accessorial("LTDAP", AccessorialShape.FLAT, "70.00"),
    Accessorial("LTDAD", AccessorialShape.FLAT, "70.00"),
    Accessorial("INSPU", AccessorialShape.PER_CWT, "4.65", minimum="56.00"),
    Accessorial("INSD", AccessorialShape.PER_CWT, "4.65", minimum="56.00"),
    Accessorial("AHR", AccessorialShape.FLAT, "125.00"),
    Accessorial("HEAT", AccessorialShape.PERCENT, "12", minimum="30.00", maximum="350.00"),
    Accessorial("HAZ", AccessorialShape.FLAT, "15.00"),
    Accessorial("VAL", AccessorialShape.THRESHOLD, "2", above="2"),
)
_GUARANTEED = (
    Guaranteed(ServiceLevel.BY_9, percent="35", minimum="95.00"),
    Guaranteed(ServiceLevel.BY_NOON, percent="25", minimum="65.00"),
    Guaranteed(ServiceLevel.BY_17, percent="15", minimum="40.00"),
)


def sample_tariff(table: ServiceTable, customer_numbers: Sequence[str], today: date) -> Tariff:
    """Return the tariff of a service table, in force since a year before the first of January; the same for the same day."""
    zones = dict[str, list[str]]()
    for served in table.points:
        zones.setdefault(served.point.terminal.code, []).extend(served.point.postal_prefixes)
    effective_on = date(today.year - 1, 1, 1)
    return Tariff(
        name="Sample carrier",
        effective_on=effective_on,
        currency="CAD",
        zones=tuple(Zone(code, tuple(sorted(prefixes))) for code, prefixes in sorted(zones.items())),
        lanes=tuple(
            _lane(origin, destination, _days(table, origin, destination))
            for origin in sorted(zones)
            for destination in sorted(zones)
        ),
        fuel=(_fuel(effective_on, 0), *(_fuel(monday, week) for week, monday in enumerate(_mondays(today), start=1))),
        accessorials=_ACCESSORIALS,
        guaranteed=_GUARANTEED,
        customers=tuple(
            TariffCustomer(number, str(30 + 5 * (index % 5)), minimum="75.00")
            for index, number in enumerate(sorted(customer_numbers))
        ),
    )


def _days(table: ServiceTable, origin: str, destination: str) -> int:
    days = table.terminal_days
    return days[origin, destination] if (origin, destination) in days else days[destination, origin]


def _lane(origin: str, destination: str, days: int) -> Lane:
    """Return rates that grow with the service days; lanes are told apart by a few dollars."""
    first = Decimal(24 + 13 * days + (ord(origin[0]) * 7 + ord(destination[0]) * 3) % 6)
    breaks = tuple(Break(pounds, f"{first * Decimal(share):.2f}") for pounds, share in _SHARES)
    return Lane(origin, destination, breaks, f"{79 + 11 * days}.00")


def _mondays(today: date) -> list[date]:
    newest = today - timedelta(days=today.weekday())
    return [newest - timedelta(weeks=weeks) for weeks in range(_WEEKS - 1, -1, -1)]


def _fuel(monday: date, week: int) -> FuelRow:
    """Return a week's surcharge, which moves a little up and down."""
    step = Decimal((week * 7) % 11) / 10
    breaks = (
        FuelBreak(0, f"{Decimal('21.50') + step:.2f}"),
        FuelBreak(500, f"{Decimal('29.80') + step:.2f}"),
        FuelBreak(10_000, f"{Decimal('49.40') + step:.2f}"),
    )
    return FuelRow(monday, breaks)
