# SPDX-License-Identifier: MIT
"""Where a backend answers."""

from pathlib import Path

import msgspec


class Endpoint(msgspec.Struct, frozen=True):
    """An address. ``start_secret`` is set for the embedded backend, ``ca_file`` for a site's own authority."""

    base_url: str
    start_secret: str = ""
    ca_file: Path | None = None

    @classmethod
    def of_server(cls, url: str, ca_file: str) -> "Endpoint":
        """Return the address of a server as settings name it."""
        return cls(url.rstrip("/"), "", Path(ca_file) if ca_file else None)

    def __repr__(self) -> str:
        """Leave the secret out of logs and tracebacks."""
        return f"Endpoint({self.base_url!r})"

    @property
    def is_embedded(self) -> bool:
        """Tell whether the backend is the program's own child."""
        return bool(self.start_secret)
