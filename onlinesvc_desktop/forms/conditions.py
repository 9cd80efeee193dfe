# SPDX-License-Identifier: MIT
"""The conditions on the back of a bill: data with a version that never changes: an old bill is printed as it was."""

from functools import lru_cache
from typing import Final

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.shipped import shipped

CURRENT: Final = "sample-1"


class Article(msgspec.Struct, frozen=True):
    """One condition."""

    title: str
    text: str


class Conditions(msgspec.Struct, frozen=True):
    """The conditions of one version; ``province`` is where carriage begins, empty for anywhere."""

    version: str
    is_sample: bool
    province: str
    fr: tuple[Article, ...]
    en: tuple[Article, ...]


@lru_cache(maxsize=8)
def conditions_of(version: str) -> Conditions:
    """Return the conditions of a version that ships with the program.

    Raises:
        OSError: there is no such version.
    """
    return from_json(shipped("resources", "forms", f"conditions-{version}.json").read_bytes(), Conditions)
