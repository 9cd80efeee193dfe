# SPDX-License-Identifier: MIT
"""Read a file that is sent whole to a backend. Runs on worker threads only."""

from pathlib import Path

from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.contract.limits import MAX_UPLOAD_BYTES


def read_upload(file: Path, most: int = MAX_UPLOAD_BYTES) -> bytes | FileTrouble:
    """Return what a file holds, or why it cannot be sent: it is empty, has more than ``most`` bytes, or is unreadable."""
    try:
        with file.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError:
        return FileTrouble.UNREADABLE
    return content if 0 < len(content) <= most else FileTrouble.TOO_LARGE
