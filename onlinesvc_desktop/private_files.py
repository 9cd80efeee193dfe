# SPDX-License-Identifier: MIT
"""Keep what the product writes below a data folder for its owner alone, also in a folder that others may look into."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_OURS = ("*.sqlite3*", "*.log*", "*.lock", "*.json", "*-key.pem", "backups/*", "tls/*-key.pem", "drafts/*", "unsent/*")
_OTHERS = 0o077


def write_privately() -> None:
    """Let this process and its children create files for their owner alone."""
    if os.name == "posix":
        os.umask(_OTHERS)


def open_to_others(data_dir: Path) -> Iterator[Path]:
    """Yield the files of ours that somebody else may read or write, through no link."""
    if os.name != "posix":
        return
    for pattern in _OURS:
        for file in data_dir.glob(pattern):
            with suppress(OSError):
                if file.is_file() and not file.is_symlink() and file.lstat().st_mode & _OTHERS:
                    yield file


def make_private(data_dir: Path) -> None:
    """Take the rights of others from what an earlier version or another umask left; what is somebody else's stays."""
    for file in open_to_others(data_dir):
        with suppress(OSError):
            file.chmod(file.lstat().st_mode & ~_OTHERS & 0o777)
