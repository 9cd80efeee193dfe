# SPDX-License-Identifier: MIT
"""What clerks keep for the next time, addresses, goods and templates: versions, changes since, private or shared.

An entry carries a version that grows with each change; whoever changes an older one gets ``changed_meanwhile`` with what
stands now. The numbers of changes grow within one customer, so that a program asks for nothing twice.
"""

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.paging import PageQuery

Version = Annotated[int, Meta(ge=1, le=2_000_000_000)]
MOST_CHANGES = 1_000
"""In one answer to what changed since."""


class KeptQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words to search for and which page; or with ``since`` everything that changed after that number."""

    since: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET


class RemovalQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which version is removed."""

    version: Version


class Removed(msgspec.Struct, frozen=True):
    """An entry that is gone; a change made on this version brings it back."""

    id: int
    version: int


Item = TypeVar("Item")


class KeptPage(msgspec.Struct, Generic[Item], frozen=True, omit_defaults=True):
    """Entries, the newest first, or what changed, the oldest change first, with the numbers of those ``removed``.

    ``since`` is where changes go on from; with ``more`` the next request need not wait.
    """

    items: tuple[Item, ...]
    since: str
    cursor: str | UnsetType = UNSET
    removed: tuple[int, ...] = ()
    more: bool = False
