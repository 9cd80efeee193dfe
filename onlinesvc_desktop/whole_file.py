# SPDX-License-Identifier: MIT
"""Write a file whole or not at all, for its owner alone. Serves every room; knows none. Blocks."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_UNFINISHED = re.compile(r"\..+\.[a-z0-9_]{8}\.part")


@contextmanager
def replacing(file: Path, mode: int = 0o600) -> Iterator[Path]:
    """Lend an empty file beside ``file`` to be written to; it takes that name when the block ends without an error.

    Its name is random and it is created exclusively, so it takes nobody's file and follows no link. A reader finds the old
    content or the new one; what has the name survives a power cut.

    Raises:
        OSError: disk full, folder read-only or missing; ``file`` is as it was.
    """
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{file.name[:100]}.", suffix=".part", dir=file.parent)
    os.close(descriptor)
    fresh = Path(name)
    try:
        yield fresh
        with fresh.open("r+b") as stream:
            os.fsync(stream.fileno())
        fresh.chmod(mode)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_whole(file: Path, content: bytes, mode: int = 0o600) -> None:
    """Write ``content`` under the conditions of ``replacing``.

    Raises:
        OSError: disk full, folder read-only or missing; ``file`` is as it was.
    """
    with replacing(file, mode) as fresh:
        fresh.write_bytes(content)


def try_write_whole(file: Path, content: bytes) -> bool:
    """Write as ``write_whole``; tell whether it could be written."""
    try:
        write_whole(file, content)
    except OSError:
        return False
    return True


def drop_unfinished(folder: Path) -> None:
    """Remove what a crash or a power cut left half-written in ``folder``; only for who alone writes there."""
    with suppress(OSError):
        for file in folder.glob(".*.part"):
            if _UNFINISHED.fullmatch(file.name):
                file.unlink(missing_ok=True)
