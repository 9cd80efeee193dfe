# SPDX-License-Identifier: MIT
"""The services by what they are called. They are loaded when one is first asked for: the first paint needs none."""

from functools import cache

from onlinesvc_desktop.desktop.entry import ServiceEntry


@cache
def catalogue() -> tuple[ServiceEntry, ...]:
    """Return the services, in the order of the home page."""
    from onlinesvc_desktop.desktop.services import CATALOGUE

    return CATALOGUE
