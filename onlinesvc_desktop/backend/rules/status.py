# SPDX-License-Identifier: MIT
"""Which of a shipment's events is its latest status."""

from collections.abc import Sequence

from onlinesvc_desktop.contract.status import Stage, stage_of


def status_index(codes: Sequence[str]) -> int:
    """Return the position of the latest status among event codes in sequence order.

    Estimates (AG, X2) never are the status, unless nothing else has been heard (domain.md 3.3).
    """
    for index in range(len(codes) - 1, -1, -1):
        if stage_of(codes[index]) is not Stage.ESTIMATE:
            return index
    return len(codes) - 1
