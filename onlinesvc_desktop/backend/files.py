# SPDX-License-Identifier: MIT
"""Write a file whole or not at all."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes, mode: int = 0o600) -> None:
    """Write so that a reader finds the old content or the new one; nobody else ever reads a half or a secret.

    Raises:
        OSError: disk full, folder read-only or missing.
    """
    partial = file.with_name(f"{file.name}.part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    partial.chmod(mode)
    partial.replace(file)
