# SPDX-License-Identifier: MIT
"""Codes of additional services (shipping.md 3.3); which of them cost what is said by the tariff."""

from typing import Final

ASKED_FOR: Final = (
    *("APT", "TGPU", "TGDL", "RESPU", "RESDL", "LTDAP", "LTDAD", "INSPU", "INSD", "AHR", "HEAT", "HAZ", "VAL", "COD"),
    *("OVR", "BOND", "BRD"),
)
"""What somebody asks for before the goods move, the most usual first."""
ARISING: Final = ("BOLCH", "RDL", "RCC", "STG", "DET", "DOC", "MISS", "HCOST")
"""What is charged because of what happens on the way."""
