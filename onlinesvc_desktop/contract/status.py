# SPDX-License-Identifier: MIT
"""Status vocabulary: X12 element 1650 with our stage for each code, and element 1651 (domain.md 3.3, 3.4)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Stage(StrEnum):
    """Where a shipment stands, in the words of NMFTA's EventType reduced to what a clerk tells a caller."""

    BOOKED = "booked"
    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    AT_TERMINAL = "at_terminal"
    CUSTOMS = "customs"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERY_ATTEMPTED = "delivery_attempted"
    DELIVERED = "delivered"
    DELAYED = "delayed"
    EXCEPTION = "exception"
    CANCELLED = "cancelled"
    ESTIMATE = "estimate"
    """The event only sets an estimated time; it is never the latest status."""


STAGE_OF_STATUS: Final[Mapping[str, Stage]] = MappingProxyType(
    {
        "XB": Stage.BOOKED,
        "X3": Stage.BOOKED,
        "X8": Stage.BOOKED,
        "CP": Stage.PICKED_UP,
        "AM": Stage.PICKED_UP,
        "AF": Stage.PICKED_UP,
        "BA": Stage.PICKED_UP,
        "P1": Stage.IN_TRANSIT,
        "C1": Stage.IN_TRANSIT,
        "X4": Stage.AT_TERMINAL,
        "B6": Stage.IN_TRANSIT,
        "AR": Stage.IN_TRANSIT,
        "RL": Stage.IN_TRANSIT,
        "J1": Stage.IN_TRANSIT,
        "R1": Stage.AT_TERMINAL,
        "K1": Stage.CUSTOMS,
        "PR": Stage.CUSTOMS,
        "CT": Stage.CUSTOMS,
        "BC": Stage.DELAYED,
        "SD": Stage.DELAYED,
        "AG": Stage.ESTIMATE,
        "X2": Stage.ESTIMATE,
        "AV": Stage.AT_TERMINAL,
        "X6": Stage.OUT_FOR_DELIVERY,
        "AJ": Stage.OUT_FOR_DELIVERY,
        "X1": Stage.OUT_FOR_DELIVERY,
        "X5": Stage.OUT_FOR_DELIVERY,
        "S1": Stage.OUT_FOR_DELIVERY,
        "AH": Stage.DELIVERY_ATTEMPTED,
        "AP": Stage.DELIVERY_ATTEMPTED,
        "D1": Stage.DELIVERED,
        "CD": Stage.DELIVERED,
        "CB": Stage.DELIVERED,
        "PA": Stage.EXCEPTION,
        "A3": Stage.EXCEPTION,
        "A7": Stage.EXCEPTION,
        "A9": Stage.EXCEPTION,
        "AI": Stage.EXCEPTION,
        "AN": Stage.IN_TRANSIT,
        "OO": Stage.EXCEPTION,
        "CA": Stage.CANCELLED,
        "CL": Stage.IN_TRANSIT,
    }
)

REASON_CODES: Final[tuple[str, ...]] = (
    "NS", "NA", "A1", "A2", "A3", "A5", "A6", "AA", "AD", "AE", "AF", "AG", "AH", "AI", "AJ", "AK", "AL", "AM",
    "AN", "AO", "AP", "AQ", "AR", "AS", "AT", "AU", "AV", "AW", "AX", "AY", "AZ", "B1", "B2", "B4", "B5", "B8",
    "B9", "BB", "BC", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BK", "BL", "BP", "BQ", "BS", "BT", "C1", "C2",
    "C3", "C4", "C5", "C6", "C7", "C8", "C9", "CA", "CB", "CC", "D1", "D2", "F1", "F2", "HB",
)  # fmt: skip

FINAL_STAGES: Final = frozenset({Stage.DELIVERED, Stage.CANCELLED})


def stage_of(code: str) -> Stage:
    """Return the stage of a status code; a carrier-private code counts as in transit."""
    return STAGE_OF_STATUS.get(code, Stage.IN_TRANSIT)
