# SPDX-License-Identifier: MIT
"""Every page by what it is called: the services and the program's own places."""

from collections.abc import Mapping
from functools import cache

from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.targets import Where


@cache
def entries() -> Mapping[Where, ServiceEntry]:
    """Return the services and the program's own pages."""
    from onlinesvc_desktop.desktop.places import PLACES

    return {entry.where: entry for entry in (*catalogue(), *PLACES)}


def entry_of(where: Where) -> ServiceEntry:
    """Return one page."""
    return entries()[where]
