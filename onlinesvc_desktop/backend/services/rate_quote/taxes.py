# SPDX-License-Identifier: MIT
"""Sales taxes on freight by origin, destination and day.

Sources: revenuquebec.ca (freight transportation services), CRA memorandum 28-2, canada.ca (shipping.md 3.5). Fuel and
additional services have the tax status of the freight they go with, so the subtotal is taxed, never a line.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from onlinesvc_desktop.contract.contact import Country, country_of


class Tax(NamedTuple):
    """A tax by its code and its rate in percent."""

    code: str
    rate: Decimal


_GST = Tax("gst", Decimal(5))
_QST = Tax("qst", Decimal("9.975"))
_HST = {
    "ON": ((date.min, Decimal(13)),),
    "NS": ((date.min, Decimal(15)), (date(2025, 4, 1), Decimal(14))),
    "NB": ((date.min, Decimal(15)),),
    "NL": ((date.min, Decimal(15)),),
    "PE": ((date.min, Decimal(15)),),
}


def taxes_on(origin: str, destination: str, day: date) -> tuple[Tax, ...]:
    """Return the taxes on freight between two provinces or states on a day, none when an end is outside Canada.

    QST is due only when both ends are in Quebec; harmonised tax is that of the destination.
    """
    if country_of(origin) is not Country.CANADA or country_of(destination) is not Country.CANADA:
        return ()
    if destination in _HST:
        return (Tax("hst", next(rate for since, rate in reversed(_HST[destination]) if day >= since)),)
    return (_GST, _QST) if origin == destination == "QC" else (_GST,)
