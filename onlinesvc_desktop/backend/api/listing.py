# SPDX-License-Identifier: MIT
"""Pages of the administrator's lists."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import UNSET, UnsetType

from onlinesvc_desktop.backend.store.search import Search
from onlinesvc_desktop.contract.paging import PageQuery

_NEWEST = 2**31 - 1
"""Above every row number that an INTEGER column can hold."""


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


def search_of(query: PageQuery) -> Search:
    """Return what a query looks for, from its cursor on."""
    return Search(query.search, _NEWEST if query.cursor is UNSET else min(int(query.cursor), _NEWEST), query.limit)


def cursor_after(items: Sequence[_Numbered], limit: int) -> str | UnsetType:
    """Return where the next page begins, if there can be one."""
    return UNSET if len(items) < limit else str(items[-1].id)
