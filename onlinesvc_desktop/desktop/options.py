# SPDX-License-Identifier: MIT
"""What a command line asks for. Read before anything heavy is imported, so this module imports nothing of the house."""

from pathlib import Path

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The options of one start; a clerk's start has none of them."""

    server: str | None = None
    data_dir: Path | None = None
    language: str | None = None
    appearance: str | None = None
    sample: bool = False
    tour: Path | None = None
    request_log: Path | None = None
    selfcheck: bool = False
    command: str | None = None
    numbers: tuple[str, ...] = ()
    json: bool = False
