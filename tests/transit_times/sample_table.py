# SPDX-License-Identifier: MIT
"""The sample carrier's service table, as it ships."""

from functools import lru_cache

from onlinesvc_desktop.backend.points.files import read_service_table
from onlinesvc_desktop.backend.points.find import ServiceTable
from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.contract.transit_times import RejectedRow


@lru_cache(maxsize=1)
def sample_table() -> tuple[ServiceTable, tuple[RejectedRow, ...]]:
    return read_service_table(sample_files())
