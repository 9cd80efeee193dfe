# SPDX-License-Identifier: MIT
"""Cut an X12 interchange into segments, with the delimiters its own ISA declares; constant memory, any line ends."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onlinesvc_desktop.backend.intake.x12.delimiters import (
    LONGEST_ISA,
    Delimiters,
    delimiters_of_bare,
    delimiters_of_isa,
)
from onlinesvc_desktop.contract.intake import IntakeRemark

_CHUNK = 1 << 16
MAX_SEGMENT_BYTES = 1 << 16
_BLANK = b" \t\r\n\x1a\0\xef\xbb\xbf"
"""What may stand between segments, a byte order mark at the start included."""
_BEGINS = re.compile(rb"(?:^|(?<=[\s\xbf]))(?:ISA(?=[^\w\s])|GS(?=[^\w\s][A-Z]{2}[^\w\s])|ST(?=[^\w\s]\d{3}[^\w\s]))")
BEGINNING = 8_192
"""How far text above the first segment may reach."""
Mended = Callable[[IntakeRemark, str], None]


class NotX12Error(Exception):
    """The file does not begin as an interchange, nor does one stand below what it begins with."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: ``elements[0]`` is its tag; ``start`` and ``end`` are byte positions in the file."""

    elements: tuple[str, ...]
    start: int
    end: int
    raw: bytes

    @property
    def tag(self) -> str:
        """The segment's name."""
        return self.elements[0]

    def element(self, number: int) -> str:
        """Return an element by its number in the standard, empty when it is absent."""
        return self.elements[number].strip() if number < len(self.elements) else ""


def x12_begins_at(beginning: bytes) -> int | None:
    """Return where X12 begins in the beginning of a file: its ISA, or one below other text, or a bare GS or ST."""
    first = _after_blanks(beginning, 0)
    if beginning.startswith(b"ISA", first):
        return first
    for found in _BEGINS.finditer(beginning):
        at = found.start()
        is_isa = beginning.startswith(b"ISA", at)
        window = beginning[at : at + LONGEST_ISA]
        if (delimiters_of_isa(window) if is_isa else delimiters_of_bare(window)) is not None:
            return at
    return None


def read_segments(stream: BinaryIO, mended: Mended = lambda _remark, _detail: None) -> Iterator[Segment]:
    """Yield segments; each ISA sets the delimiters anew.

    A segment longer than 64 KiB is cut there, so that a lost terminator costs one transaction set and no memory. An ISA
    that cannot be read sets nothing: it is yielded as a segment under the delimiters before it.

    Args:
        stream: the file, at its beginning.
        mended: told of everything that was mended in order to read it.

    Raises:
        NotX12Error: the file does not begin with an interchange, a group or a set, nor does one stand below.
    """
    reader = _Reader(stream, mended)
    reader.open()
    yield from reader.segments()


class _Reader:
    """A window of the file, at least one longest segment wide, that moves on chunk by chunk."""

    def __init__(self, stream: BinaryIO, mended: Mended) -> None:
        self._stream = stream
        self._mended = mended
        self._buffer = b""
        self._position = 0
        """Where in the file the window begins."""
        self._at_end = False
        self._is_wrapped = False
        self._delimiters: Delimiters | None = None

    def open(self) -> None:
        """Find the first segment and its delimiters."""
        self._fill()
        begin = x12_begins_at(self._buffer[:BEGINNING])
        if begin is None:
            raise NotX12Error
        if self._buffer[:begin].strip(_BLANK):
            self._mended(IntakeRemark.TEXT_PASSED_OVER, str(begin))
        self._drop(begin)
        if not self._buffer.startswith(b"ISA"):
            self._delimiters = delimiters_of_bare(self._buffer[:LONGEST_ISA])
            if self._delimiters is None:
                raise NotX12Error
            self._mended(IntakeRemark.NO_INTERCHANGE, "")
        elif delimiters_of_isa(self._buffer[:LONGEST_ISA]) is None:
            raise NotX12Error

    def segments(self) -> Iterator[Segment]:
        """Yield segments up to the end of the file."""
        while self._buffer:
            consumed = 0
            # Whole segments of a window are cut in one go: dropping each from the buffer would copy it each time.
            while len(self._buffer) - consumed > (0 if self._at_end else MAX_SEGMENT_BYTES):
                begin = _after_blanks(self._buffer, consumed)
                if begin == len(self._buffer):
                    consumed = begin
                    break
                length = self._isa_length(begin) if self._buffer.startswith(b"ISA", begin) else 0
                consumed = begin + length if length else self._end_of_segment(begin)
                raw = self._buffer[begin:consumed]
                yield Segment(self._elements(raw), self._position + begin, self._position + consumed, raw)
            self._drop(consumed)
            self._fill()

    def _isa_length(self, begin: int) -> int:
        """Take the delimiters of an ISA and return its length; 0 for one that cannot be read."""
        found = delimiters_of_isa(self._buffer[begin : begin + LONGEST_ISA])
        if found is not None and found.is_wrapped and not self._is_wrapped:
            self._mended(IntakeRemark.LINES_JOINED, "")
            self._is_wrapped = True
            self._buffer = self._buffer[:begin] + _joined(self._buffer[begin:])
            found = delimiters_of_isa(self._buffer[begin : begin + LONGEST_ISA])
        if found is None:
            return 0
        if found.is_counted:
            self._mended(IntakeRemark.ISA_COUNTED, str(found.length))
        if len(found.terminator) > 1:
            self._mended(IntakeRemark.LONG_TERMINATOR, str(len(found.terminator)))
        self._delimiters = found
        return found.length

    def _end_of_segment(self, begin: int) -> int:
        longest = begin + MAX_SEGMENT_BYTES
        if self._delimiters is None:
            return min(len(self._buffer), longest)
        terminator = self._delimiters.terminator
        found = self._buffer.find(terminator, begin, longest)
        return found + len(terminator) if found >= 0 else min(len(self._buffer), longest)

    def _elements(self, raw: bytes) -> tuple[str, ...]:
        if self._delimiters is None:
            return (raw[:3].decode("latin-1"),)
        body = raw.removesuffix(self._delimiters.terminator)
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            text = body.decode("latin-1")
        return tuple(text.rstrip("\r\n").split(self._delimiters.element.decode("latin-1")))

    def _fill(self) -> None:
        while not self._at_end and len(self._buffer) < _CHUNK + MAX_SEGMENT_BYTES:
            chunk = self._stream.read(_CHUNK)
            self._at_end = not chunk
            self._buffer += _joined(chunk) if self._is_wrapped else chunk

    def _drop(self, length: int) -> None:
        self._buffer = self._buffer[length:]
        self._position += length


def _joined(data: bytes) -> bytes:
    return data.translate(None, b"\r\n")


def _after_blanks(buffer: bytes, start: int) -> int:
    while start < len(buffer) and buffer[start] in _BLANK:
        start += 1
    return start
