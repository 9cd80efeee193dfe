# SPDX-License-Identifier: MIT
"""The table of operations: one line for each resource module."""

from onlinesvc_desktop.backend.api import about, profile, sessions, shipments
from onlinesvc_desktop.backend.api.operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    *about.OPERATIONS,
    *sessions.OPERATIONS,
    *profile.OPERATIONS,
    *shipments.OPERATIONS,
)
