# SPDX-License-Identifier: MIT
"""Every page of the program by what it is called: the services and the program's own pages."""

from collections.abc import Mapping
from typing import Final

from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.places import PLACES
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.targets import Where

ENTRY: Final[Mapping[Where, ServiceEntry]] = {entry.where: entry for entry in (*CATALOGUE, *PLACES)}
