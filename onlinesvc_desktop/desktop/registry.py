# SPDX-License-Identifier: MIT
"""Every page by what it is called: the services and the program's own places."""

from collections.abc import Mapping, Sequence
from functools import cache

from onlinesvc_desktop.contract.session import Profile
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


def made_ahead(profile: Profile | None) -> Sequence[ServiceEntry]:
    """Return the pages that are made after the sign-in of somebody with a profile, in their order."""
    ahead = [entry for entry in entries().values() if entry.made_ahead and entry.is_shown_to(profile)]
    return sorted(ahead, key=lambda entry: entry.made_ahead)
