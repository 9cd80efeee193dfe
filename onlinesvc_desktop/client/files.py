# SPDX-License-Identifier: MIT
"""Write a file whole or not at all, for its owner alone."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write so that a reader finds the old content or the new one, never half, whatever happens in between.

    When it returns, the content survives a power cut.

    Raises:
        OSError: disk full, folder read-only.
    """
    partial = file.with_suffix(".part")
    with partial.open("wb") as stream:
        partial.chmod(0o600)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(file)
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
