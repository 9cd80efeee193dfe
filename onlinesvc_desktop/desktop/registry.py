# SPDX-License-Identifier: MIT
"""Every page by what it is called. Entries are loaded when one is first asked for: the first paint needs none."""

from collections.abc import Mapping
from functools import cache

from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.targets import Where


@cache
def catalogue() -> tuple[ServiceEntry, ...]:
    """Return the services, in the order of the home page."""
    from onlinesvc_desktop.desktop.services import CATALOGUE

    return CATALOGUE


@cache
def entries() -> Mapping[Where, ServiceEntry]:
    """Return the services and the program's own pages."""
    from onlinesvc_desktop.desktop.places import PLACES

    return {entry.where: entry for entry in (*catalogue(), *PLACES)}


def entry_of(where: Where) -> ServiceEntry:
    """Return one page."""
    return entries()[where]
