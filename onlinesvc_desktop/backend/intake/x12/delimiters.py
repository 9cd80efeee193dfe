# SPDX-License-Identifier: MIT
"""The delimiters of an interchange, also of one whose ISA is not 106 characters long, that is wrapped or that has none."""

import re
from dataclasses import dataclass
from typing import Final

ISA_LENGTH: Final = 106
LONGEST_ISA: Final = 400
_SEPARATORS = 16
_SEPARATORS_AT: Final = (3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103)
_COMPONENT_AT = 104
_LONGEST_TERMINATOR = 8
_LINE_ENDS = b"\r\n"
_FOLLOWS = (b"GS", b"TA1", b"ISA", b"IEA", b"ST")
_BARE_GROUP = re.compile(rb"GS([^\w\s])[A-Z]{2}\1(?:[^\r\n]*?\1){5}[A-Z0-9]{1,12}(\W)\s*ST\1")
_BARE_SET = re.compile(rb"ST([^\w\s])\d{3}\1[A-Za-z0-9]{1,9}(?:\1[A-Za-z0-9]{1,35})?(\W)\s*[A-Z][A-Z0-9]{1,2}\1")


@dataclass(frozen=True, slots=True)
class Delimiters:
    """Element separator and segment terminator; ``length`` is that of the ISA with its terminator, 0 without one."""

    element: bytes
    terminator: bytes
    length: int
    is_counted: bool = False
    """The ISA has not the length of the standard: its separators were counted."""
    is_wrapped: bool = False
    """Lines break where no segment ends, as in records of 80 columns: line ends are no part of the data."""


def delimiters_of_isa(buffer: bytes) -> Delimiters | None:
    """Return the delimiters of an ISA at the beginning of a buffer, or None when it cannot be read.

    An ISA of the standard's length has its separators at fixed places. Any other is read by counting its sixteen
    separators; the component separator follows the last, the terminator stands between that and the next segment.
    """
    element = buffer[3:4]
    if not buffer.startswith(b"ISA") or element.isalnum() or not element.strip():
        return None
    is_exact = len(buffer) >= ISA_LENGTH and all(buffer[at : at + 1] == element for at in _SEPARATORS_AT)
    last = _SEPARATORS_AT[-1] if is_exact else _last_separator(buffer, element)
    if last is None or any(tag + element in buffer[3:last] for tag in _FOLLOWS):
        return None
    # A line end is the component separator of nobody; one that stands there belongs to the terminator.
    component = last + 1 if buffer[last + 1 : last + 2] not in (b"\r", b"\n") else last
    after = component + 1
    terminator = _terminator(buffer, after, element)
    if terminator is None and is_exact:
        terminator = buffer[_COMPONENT_AT + 1 : ISA_LENGTH]
    if terminator is None or terminator == element or terminator.isalnum():
        return None
    is_wrapped = any(end in buffer[:after] for end in (b"\r", b"\n")) and terminator not in (b"\r", b"\n")
    return Delimiters(element, terminator, after + len(terminator), not is_exact, is_wrapped)


def delimiters_of_bare(buffer: bytes) -> Delimiters | None:
    """Return the delimiters of groups or transaction sets without an interchange around them."""
    found = _BARE_GROUP.match(buffer) or _BARE_SET.match(buffer)
    return None if found is None else Delimiters(found.group(1), found.group(2), 0)


def _last_separator(buffer: bytes, element: bytes) -> int | None:
    at = -1
    for _ in range(_SEPARATORS):
        at = buffer.find(element, at + 1, LONGEST_ISA)
        if at < 0:
            return None
    return at


def _terminator(buffer: bytes, after: int, element: bytes) -> bytes | None:
    """Return what stands between the ISA and the segment after it; line ends behind a terminator are none of it."""
    for end in range(after + 1, after + 1 + _LONGEST_TERMINATOR):
        if any(buffer.startswith(tag + element, end) for tag in _FOLLOWS):
            between = buffer[after:end]
            return between.rstrip(_LINE_ENDS + b" ") or between.lstrip(b"\r")[:1] or None
    return None
