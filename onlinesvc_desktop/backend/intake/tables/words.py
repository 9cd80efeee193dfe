# SPDX-License-Identifier: MIT
"""What other programs call things: the words of ``words.toml`` beside this module, read when the first table needs them."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def headings() -> Mapping[str, str]:
    """Return our heading for each name of a column, plain as ``plain_heading`` makes it."""
    return _turned(_words()["headings"])


@cache
def provinces() -> Mapping[str, str]:
    """Return the code for each folded name of a province or state."""
    return _turned(_words()["provinces"])


@cache
def statuses() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return beginnings of words in a folded status with the code that they likely mean; the first that fits counts."""
    return tuple(
        (re.compile(r"\b(" + "|".join(re.escape(word) for word in one["words"]) + ")"), one["code"])
        for one in _words()["statuses"]
    )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def _turned(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {name: ours for ours, names in table.items() for name in names}
