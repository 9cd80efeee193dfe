# SPDX-License-Identifier: MIT
"""Where a backend answers."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Endpoint:
    """An address. ``start_secret`` is set for the embedded backend, ``ca_file`` for a site's own authority."""

    base_url: str
    start_secret: str = field(default="", repr=False)
    ca_file: Path | None = None

    @property
    def is_embedded(self) -> bool:
        """Tell whether the backend is the program's own child."""
        return bool(self.start_secret)
