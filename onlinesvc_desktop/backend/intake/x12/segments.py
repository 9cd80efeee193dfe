# SPDX-License-Identifier: MIT
"""Cut an X12 interchange into segments, with the delimiters its own ISA declares; constant memory, any line ends."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO

import msgspec

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
LEAST_VALUES = 13
_NO_VALUES = ("",) * LEAST_VALUES
_LONGEST_KEPT, _MOST_KEPT = 120, 4_096
_NEVER_AGAIN = frozenset({"ST", "SE", "B10", "B2", "B3"})
"""Segments with a number of their own: to remember them drives out those that come again."""
Mended = Callable[[IntakeRemark, str], None]


class NotX12Error(Exception):
    """The file does not begin as an interchange, nor does one stand below what it begins with."""


class Segment(msgspec.Struct, frozen=True, gc=False):
    """One segment: ``elements`` as they came, the tag first; ``start`` and ``end`` are byte positions in the file."""

    tag: str
    elements: tuple[str, ...]
    values: tuple[str, ...]
    """The elements without blanks around them, by their numbers in the standard; at least ``LEAST_VALUES``."""
    start: int
    raw: bytes

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return self.start + len(self.raw)

    def element(self, number: int) -> str:
        """Return an element by its number in the standard, empty when it is absent."""
        return self.values[number] if number < len(self.values) else ""


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
    yield from chain.from_iterable(reader.stretches())


_Cut = tuple[int, str, tuple[str, ...], tuple[str, ...], bytes]
"""What one stretch of bytes is as a segment: the blanks ahead of it, then tag, elements, values and raw bytes."""


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
        self._is_plain = False
        """Whether the terminator has nothing in common with the blanks between segments, or is made of them."""
        self._known: dict[bytes, _Cut] = {}

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
            found = delimiters_of_bare(self._buffer[:LONGEST_ISA])
            if found is None:
                raise NotX12Error
            self._set(found)
            self._mended(IntakeRemark.NO_INTERCHANGE, "")
        elif delimiters_of_isa(self._buffer[:LONGEST_ISA]) is None:
            raise NotX12Error

    def stretches(self) -> Iterator[list[Segment]]:
        """Yield segments up to the end of the file, an ISA always in a list of its own."""
        while self._buffer:
            consumed = 0
            # Whole segments of a window are cut in one go: dropping each from the buffer would copy it each time.
            while len(self._buffer) - consumed > (0 if self._at_end else MAX_SEGMENT_BYTES):
                cut, consumed = self._many(consumed)
                if cut:
                    yield cut
                    continue
                begin = _after_blanks(self._buffer, consumed)
                if begin == len(self._buffer):
                    consumed = begin
                    break
                length = self._isa_length(begin) if self._buffer.startswith(b"ISA", begin) else 0
                consumed = begin + length if length else self._end_of_segment(begin)
                _, tag, elements, values, raw = self._cut(self._buffer[begin:consumed])
                yield [Segment(tag, elements, values, self._position + begin, raw)]
            self._drop(consumed)
            self._fill()

    def _many(self, consumed: int) -> tuple[list[Segment], int]:
        """Cut the segments up to the next ISA, or what might be one, and tell where the last of them ends.

        What is neither plain nor whole is left to the caller. Most segments of a file are like one before.
        """
        found: list[Segment] = []
        if not self._is_plain:
            return found, consumed
        assert self._delimiters is not None
        terminator = self._delimiters.terminator
        until = self._buffer.find(b"ISA", consumed)
        pieces = self._buffer[consumed : len(self._buffer) if until < 0 else until].split(terminator)
        del pieces[-1]
        known, at, length = self._known, self._position + consumed, len(terminator)
        for piece in pieces:
            cut = known.get(piece)
            if cut is None:
                if len(piece) + length > MAX_SEGMENT_BYTES:
                    break
                cut = self._cut(piece + terminator)
                if len(piece) <= _LONGEST_KEPT and cut[1] not in _NEVER_AGAIN:
                    if len(known) == _MOST_KEPT:
                        known.clear()
                    known[piece] = cut
            blanks, tag, elements, values, raw = cut
            if raw:
                found.append(Segment(tag, elements, values, at + blanks, raw))
            at += len(piece) + length
        return found, at - self._position

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
        self._set(found)
        return found.length

    def _set(self, delimiters: Delimiters) -> None:
        blanks = [one in _BLANK for one in delimiters.terminator]
        self._delimiters, self._is_plain = delimiters, all(blanks) or not any(blanks)
        self._known = {}

    def _end_of_segment(self, begin: int) -> int:
        longest = begin + MAX_SEGMENT_BYTES
        if self._delimiters is None:
            return min(len(self._buffer), longest)
        terminator = self._delimiters.terminator
        found = self._buffer.find(terminator, begin, longest)
        return found + len(terminator) if found >= 0 else min(len(self._buffer), longest)

    def _cut(self, stretch: bytes) -> _Cut:
        raw = stretch.lstrip(_BLANK)
        elements = self._elements(raw)
        values = tuple(map(str.strip, elements)) + _NO_VALUES[len(elements) :]
        return len(stretch) - len(raw), elements[0], elements, values, raw

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
