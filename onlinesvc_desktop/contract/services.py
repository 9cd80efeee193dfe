# SPDX-License-Identifier: MIT
"""Which services exist and who sees each (P1): one line a service."""

from enum import Enum, StrEnum, auto
from typing import Final, Self

from onlinesvc_desktop.contract.codes import Right


class Who(Enum):
    """Whom a service is for."""

    ANYONE = auto()
    SIGNED_IN = auto()
    """Everyone else sees it with a key."""
    ADMINISTRATORS = auto()
    """Not shown to anyone else."""


class Service(StrEnum):
    """Services a backend can offer; the values are the object names of design section 7."""

    who: Who
    right: Right | None
    """What an access code needs to be offered it, beside being signed in; None where every code is."""

    def __new__(cls, name: str, who: Who = Who.ANYONE, right: Right | None = None) -> Self:
        """Make a service from its line."""
        service = str.__new__(cls, name)
        service._value_ = name
        service.who, service.right = who, right
        return service

    TRACING = "tracing"
    TRANSIT_TIMES = "transitTimes"
    BILL_OF_LADING = "billOfLading", Who.SIGNED_IN, Right.SHIP
    HELP = "help"
    CONTACT = "contact"
    USER_PROFILE = "userProfile", Who.SIGNED_IN
    SHIPMENT_REPORT = "shipmentReport", Who.SIGNED_IN
    ADDRESSES = "addresses", Who.SIGNED_IN, Right.SHIP
    ACCESS_REQUEST = "accessRequest"
    ADMINISTRATION = "administration", Who.ADMINISTRATORS
    RATE_QUOTE = "rateQuote", Who.SIGNED_IN, Right.RATE
    PICKUP = "pickup", Who.SIGNED_IN, Right.SHIP
    CLAIMS = "claims", Who.SIGNED_IN, Right.CLAIMS
    INVOICES = "invoices", Who.SIGNED_IN, Right.INVOICES
    DOCUMENTS = "documents", Who.SIGNED_IN


LOCKED_SERVICES: Final = frozenset(one for one in Service if one.who is not Who.ANYONE)
ADMINISTRATOR_SERVICES: Final = frozenset(one for one in Service if one.who is Who.ADMINISTRATORS)
