# SPDX-License-Identifier: MIT
"""Every door through which something comes from outside."""

from pathlib import Path

from tests.fuzz.files import file_targets
from tests.fuzz.letters import letter_targets
from tests.fuzz.run import Target
from tests.fuzz.standards import standard_targets


def all_targets(folder: Path) -> list[Target]:
    """Return a target for each door; what some of them write goes below ``folder``."""
    return [*letter_targets(folder), *file_targets(folder), *standard_targets()]
