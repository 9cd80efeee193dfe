# SPDX-License-Identifier: MIT
"""The service table of the invented carrier, as it ships."""

from collections.abc import Mapping

from onlinesvc_desktop.contract.transit_times import PointFile
from onlinesvc_desktop.shipped import shipped


def sample_files() -> Mapping[PointFile, bytes]:
    """Return the three files."""
    return {file: shipped("resources", "sample", "points", file.file_name).read_bytes() for file in PointFile}
