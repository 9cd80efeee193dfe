# SPDX-License-Identifier: MIT
"""A lock between processes: one program per data folder, one maker of copies. The system frees it when its holder ends."""

import os
import sys
from pathlib import Path
from typing import BinaryIO


class FileLock:
    """An exclusive lock on a file, held until ``release`` or the end of the process."""

    def __init__(self, file: Path) -> None:
        self._path = file
        self._stream: BinaryIO | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; False when another program holds it.

        Raises:
            OSError: the file cannot be opened.
        """
        stream = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        try:
            _lock(stream)
        except BlockingIOError:
            stream.close()
            return False
        except PermissionError:  # Windows says so for a locked byte
            stream.close()
            return False
        self._stream = stream
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BinaryIO) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
