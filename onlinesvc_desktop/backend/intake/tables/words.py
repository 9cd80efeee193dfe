# SPDX-License-Identifier: MIT
"""What other programs call things: the words of ``words.toml`` beside this module."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def known_words() -> dict[str, Any]:
    """Return the tables ``headings`` and ``provinces`` (our name to theirs) and the list ``statuses``."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
