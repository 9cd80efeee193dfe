# SPDX-License-Identifier: MIT
"""What a service brings to the backend; ``services.SERVICES`` lists them, one line each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import anyio
from sqlalchemy import Connection
from starlette.types import ASGIApp

from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.papers.held import DocumentSource
from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.backend.travelling import Travelling
from onlinesvc_desktop.backend.xml.company import XmlService
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.today import TodayCount


@dataclass(frozen=True, slots=True)
class DropTaker:
    """A folder of a service's own below the drop folder; ``take`` takes a whole file in and puts it away."""

    folder: str
    take: Callable[[Context, Path, datetime], None]


@dataclass(frozen=True, slots=True)
class TodaySource:
    """Counts what needs a look today, for whoever has the right to it."""

    count: Callable[[Call, Connection], Iterable[TodayCount]]
    right: Right | None = None


@dataclass(frozen=True, slots=True)
class StandardDoor:
    """An address in a standard of others, for customers' own programs: it reads, refuses and answers as that says."""

    path: str
    described: Mapping[str, Any]
    """By method in small letters, as OpenAPI has it."""
    components: Mapping[str, Mapping[str, Any]]
    """What ``described`` refers to."""
    app: Callable[[Context, anyio.CapacityLimiter], ASGIApp]


@dataclass(frozen=True, slots=True)
class Service:
    """One service: routes from its ``api.py``, and whatever else of these it has.

    Templates of e-mails lie in its ``mail`` folder, its tables in ``tables.py``.
    """

    name: str
    routes: tuple[Route, ...]
    rounds: tuple[Callable[[Context, datetime], object], ...] = ()
    """Called every few seconds as long as a backend is up; several workers do so at the same time."""
    forget: tuple[Callable[[Connection, datetime], object], ...] = ()
    """Called every ten minutes: remove what is over."""
    requests: RequestTable[Any, Any] | None = None
    """A queue that an administrator decides; it also travels in bundles between two backends."""
    travelling: Travelling | None = None
    """Papers of customers that travel in bundles to a carrier without a link."""
    open_work: Callable[[Context, Connection], int] | None = None
    """Counts what waits for an administrator beside such a queue."""
    today: TodaySource | None = None
    """Counts what an enterprise looks at today."""
    documents: tuple[DocumentSource, ...] = ()
    """Papers of shipments that it keeps, to be listed with all the others."""
    folders: tuple[DropTaker, ...] = ()
    """Folders below the drop folder that are its own."""
    xml: tuple[XmlService, ...] = ()
    """What it answers to customers' own programs."""
    doors: tuple[StandardDoor, ...] = ()
    """The same in standards of others, which are not operations of the contract."""
