# SPDX-License-Identifier: MIT
"""How much waits for an administrator, by what it is."""

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.operation import Access, Operation


class Queue(msgspec.Struct, frozen=True):
    """How many things wait in one queue."""

    name: str
    count: int


class OpenWork(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every queue, those in which nothing waits too."""

    queues: tuple[Queue, ...]
    last_copy: date | UnsetType = UNSET
    """Day (UTC) of the newest copy of the data; absent where the backend has made none."""


COUNT_OPEN_WORK = Operation(
    "countOpenWork",
    "GET",
    "/v1/admin/open-work",
    "How much waits for an administrator",
    OpenWork,
    access=Access.ADMINISTRATOR,
    counts_as_use=False,
)
