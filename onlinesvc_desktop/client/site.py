# SPDX-License-Identifier: MIT
"""What an administrator settles for every workstation of a site: where its server is, and whom it trusts."""

from pathlib import Path
from typing import Any

import msgspec

from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.contract.messages import from_values


class SiteFileError(Exception):
    """The file cannot be used; the text says which and why."""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The members of ``site.toml``; ``ca_file`` is relative to the file itself."""

    server_url: str
    ca_file: str = ""


def load_site(file: Path) -> dict[str, Any]:
    """Return the settings that a site file fixes.

    Raises:
        SiteFileError: it cannot be read, or names something unknown.
    """
    try:
        site = from_values(msgspec.toml.decode(file.read_bytes()), Site)
    except (OSError, ValueError, RecursionError) as error:
        raise SiteFileError(f"{file}: {error}") from error
    ca_file = str((file.parent / site.ca_file).absolute()) if site.ca_file else ""
    return {"backend_mode": BackendMode.SERVER, "server_url": site.server_url, "ca_file": ca_file}
