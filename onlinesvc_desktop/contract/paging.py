# SPDX-License-Identifier: MIT
"""Pages of the administrator's lists, the newest first."""

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits


class PageQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words to search for, and which page; the newest come first."""

    search: Annotated[str, Meta(max_length=limits.MAX_SEARCH_LENGTH)] = ""
    cursor: Annotated[str, Meta(pattern=r"^[0-9]{1,18}\Z")] | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=limits.MAX_PAGE_SIZE)] = limits.DEFAULT_PAGE_SIZE


Item = TypeVar("Item")


class Page(msgspec.Struct, Generic[Item], frozen=True, omit_defaults=True):
    """A page of a list; ``cursor`` says where the next one begins and is absent on the last."""

    items: tuple[Item, ...]
    cursor: str | UnsetType = UNSET
