# SPDX-License-Identifier: MIT
"""Which services exist and which of them wear a key (P1)."""

from enum import StrEnum
from typing import Final


class Service(StrEnum):
    """Services a backend can offer; the values are the object names of design section 7."""

    TRACING = "tracing"
    TRANSIT_TIMES = "transitTimes"
    HELP = "help"
    CONTACT = "contact"
    USER_PROFILE = "userProfile"
    SHIPMENT_REPORT = "shipmentReport"
    ACCESS_REQUEST = "accessRequest"
    ADMINISTRATION = "administration"


LOCKED_SERVICES: Final = frozenset({Service.SHIPMENT_REPORT, Service.USER_PROFILE, Service.ADMINISTRATION})

ADMINISTRATOR_SERVICES: Final = frozenset({Service.ADMINISTRATION})
"""Not shown to anyone else."""
