# SPDX-License-Identifier: MIT
"""Where a page, a dock or the find field can lead: one closed list, followed by ``Navigator.go`` alone."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment import ReferenceType


class Place(StrEnum):
    """Pages that are no service of the home page."""

    PASSWORD_HELP = "passwordHelp"
    UNSENT = "unsent"
    CONNECTION = "connection"
    NOTICES = "notices"


Where = Service | Place


class Trace(msgspec.Struct, frozen=True):
    """Trace a number."""

    number: str
    kind: ReferenceType = ReferenceType.AUTOPRO


class TraceMany(msgspec.Struct, frozen=True):
    """Trace numbers of any kind as one list."""

    numbers: tuple[str, ...]


class ShowWatched(msgspec.Struct, frozen=True):
    """Show everything on the watch list as a table."""


class Open(msgspec.Struct, frozen=True):
    """Open a page as it was left, or at one of its tabs."""

    where: Where
    tab: str = ""


class Show(msgspec.Struct, frozen=True):
    """Open a page at the one of its items that has a number."""

    where: Where
    number: str


class Explain(msgspec.Struct, frozen=True):
    """Show a help topic."""

    topic: str


class Start(msgspec.Struct, frozen=True):
    """Open a form with values to begin with, by their names on the wire."""

    where: Where
    values: Mapping[str, Any]


class Edit(msgspec.Struct, frozen=True):
    """Open the form of something that was not sent, with what was typed."""

    submission: Submission


Target = Trace | TraceMany | ShowWatched | Open | Show | Explain | Start | Edit
