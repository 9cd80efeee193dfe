# SPDX-License-Identifier: MIT
"""Which services exist and which of them wear a key (P1)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from onlinesvc_desktop.contract.codes import Right


class Service(StrEnum):
    """Services a backend can offer; the values are the object names of design section 7."""

    TRACING = "tracing"
    TRANSIT_TIMES = "transitTimes"
    BILL_OF_LADING = "billOfLading"
    HELP = "help"
    CONTACT = "contact"
    USER_PROFILE = "userProfile"
    SHIPMENT_REPORT = "shipmentReport"
    ADDRESSES = "addresses"
    ACCESS_REQUEST = "accessRequest"
    ADMINISTRATION = "administration"
    RATE_QUOTE = "rateQuote"
    PICKUP = "pickup"
    CLAIMS = "claims"
    INVOICES = "invoices"
    DOCUMENTS = "documents"


LOCKED_SERVICES: Final = frozenset(
    {
        Service.SHIPMENT_REPORT,
        Service.USER_PROFILE,
        Service.ADMINISTRATION,
        Service.RATE_QUOTE,
        Service.BILL_OF_LADING,
        Service.ADDRESSES,
        Service.CLAIMS,
        Service.INVOICES,
        Service.USER_PROFILE,
        Service.ADMINISTRATION,
        Service.PICKUP,
        Service.DOCUMENTS,
    }
)

RIGHT_OF: Final[Mapping[Service, Right]] = MappingProxyType(
    {
        Service.RATE_QUOTE: Right.RATE,
        Service.BILL_OF_LADING: Right.SHIP,
        Service.ADDRESSES: Right.SHIP,
        Service.PICKUP: Right.SHIP,
        Service.CLAIMS: Right.CLAIMS,
        Service.INVOICES: Right.INVOICES,
    }
)
"""Which right a service needs; it is not offered to whoever is signed in without."""

ADMINISTRATOR_SERVICES: Final = frozenset({Service.ADMINISTRATION})
"""Not shown to anyone else."""
