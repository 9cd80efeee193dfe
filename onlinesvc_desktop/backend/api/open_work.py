# SPDX-License-Identifier: MIT
"""How much waits for an administrator: each service counts its own."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import UNSET, UnsetType
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.backup.daily import newest_copy
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.contract.open_work import COUNT_OPEN_WORK, OpenWork, Queue


def route(services: Iterable[Service]) -> Route:
    """Return the route that counts what waits in every service that has a queue."""
    queues = tuple(services)

    def count(call: Call, _: None) -> OpenWork:
        with call.context.database.read() as connection:
            found = tuple(count_queues(call.context, connection, queues))
        return OpenWork(found, last_copy(call.context))

    return Route(COUNT_OPEN_WORK, count)


def count_queues(context: Context, connection: Connection, services: Iterable[Service]) -> Iterator[Queue]:
    """Count what waits in each service that has a queue."""
    for service in services:
        if service.requests is not None or service.open_work is not None:
            pending = 0 if service.requests is None else service.requests.count_pending(connection)
            other = 0 if service.open_work is None else service.open_work(context, connection)
            yield Queue(service.name, pending + other)


def last_copy(context: Context) -> date | UnsetType:
    """Return the day (UTC) of the newest daily copy."""
    folder = context.config.backup_folder
    newest = newest_copy(context.database, Path(folder)) if folder else None
    return UNSET if newest is None else newest
