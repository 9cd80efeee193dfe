# SPDX-License-Identifier: MIT
"""Which services exist and which of them wear a key (P1)."""

from typing import Final

from onlinesvc_desktop.contract.codes import Service

LOCKED_SERVICES: Final = frozenset({Service.SHIPMENT_REPORT, Service.USER_PROFILE, Service.ADMINISTRATION})
ADMINISTRATOR_SERVICES: Final = frozenset({Service.ADMINISTRATION})
"""Not shown to anyone else."""
