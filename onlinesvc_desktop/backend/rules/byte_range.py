# SPDX-License-Identifier: MIT
"""Which part of a file a ``Range`` header asks for (RFC 9110, 14.2)."""

import re
from typing import Final

_ONE: Final = re.compile(r"^bytes\s*=\s*(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})\s*\Z", re.IGNORECASE | re.ASCII)


class RangeNotSatisfiableError(Exception):
    """The part lies behind the end of the file."""


def range_of(header: str | None, size: int) -> tuple[int, int] | None:
    """Return first and last byte that are asked for; None for the whole file, which also answers what is no single range.

    Raises:
        RangeNotSatisfiableError: nothing of it is in the file.
    """
    found = _ONE.match(header) if header else None
    if found is None or (not found["first"] and not found["last"]):
        return None
    if not found["first"]:
        first, last = max(0, size - int(found["last"])), size - 1
        if not int(found["last"]):
            raise RangeNotSatisfiableError
    else:
        first = int(found["first"])
        last = min(int(found["last"]), size - 1) if found["last"] else size - 1
        if found["last"] and int(found["last"]) < first:
            return None
    if first >= size:
        raise RangeNotSatisfiableError
    return first, last
