# SPDX-License-Identifier: MIT
"""One JSON line per request: number, method, path template, status, milliseconds. No shipments, no names, no tokens."""

from pathlib import Path

import msgspec

from onlinesvc_desktop.backend.request_monitor import AnsweredRequest


class RequestLog:
    """Write a line for each answered request to a file that several workers may share."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("ab", buffering=0)

    def note(self, answered: AnsweredRequest) -> None:
        """Write its line, in one piece."""
        line = {
            "request": answered.number,
            "method": answered.method,
            "path": answered.path,
            "status": answered.status,
            "ms": round(answered.seconds * 1000, 2),
        }
        self._file.write(msgspec.json.encode(line) + b"\n")
