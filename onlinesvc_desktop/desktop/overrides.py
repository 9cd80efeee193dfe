# SPDX-License-Identifier: MIT
"""Settings that command line and environment fix for one run."""

import os
from typing import Any

from onlinesvc_desktop.client.settings import Appearance, BackendMode
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.options import Options


def overrides_of(options: Options) -> dict[str, Any]:
    """Return the fixed settings by name; the command line wins over the environment."""
    overrides: dict[str, Any] = {}
    server = options.server or os.environ.get("ONLINESVC_SERVER_URL")
    if server:
        overrides |= {"backend_mode": BackendMode.SERVER, "server_url": server}
    if options.appearance:
        overrides["appearance"] = Appearance(options.appearance)
    language = options.language or os.environ.get("ONLINESVC_LANGUAGE")
    if language in tuple(Language):
        overrides["language"] = Language(language)
    return overrides
