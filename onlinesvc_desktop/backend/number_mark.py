# SPDX-License-Identifier: MIT
"""How far numbers were given out, in a file beside the database that no copy of the database puts back (ADR 0014)."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.whole_file import write_whole


class Reached(msgspec.Struct, frozen=True):
    """Of one range: no serial number from ``reserved`` on was given out, and numbers that came back were reused so often."""

    reserved: int
    reuses: int


_Marks = dict[str, Reached]


class NumberMark:
    """The file; whoever writes holds the lock on the ranges. Without a place for it nothing is remembered."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    @property
    def is_kept(self) -> bool:
        """Tell whether there is a place for it."""
        return self._file is not None

    def read(self) -> Mapping[str, Reached]:
        """Return what is remembered of each range by its key.

        Raises:
            OSError: the file is there and cannot be read.
        """
        if self._file is None:
            return {}
        try:
            return from_json(self._file.read_bytes(), _Marks)
        except FileNotFoundError:
            return {}
        except msgspec.DecodeError:
            # Half a file cannot be: it is written whole. What somebody else wrote there says nothing.
            return {}

    def write(self, key: str, reached: Reached) -> None:
        """Remember, so that it survives a power cut, before anything of it is given out.

        Raises:
            OSError: it cannot be written; then nothing may be given out.
        """
        if self._file is not None:
            write_whole(self._file, msgspec.json.encode(dict(self.read()) | {key: reached}))
