# SPDX-License-Identifier: MIT
"""Cut an X12 interchange into segments, with the delimiters its own ISA declares; constant memory, any line ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_ISA_LENGTH = 106
_CHUNK = 1 << 16
MAX_SEGMENT_BYTES = 1 << 16
_ELEMENT_AT, _COMPONENT_AT, _TERMINATOR_AT = 3, 104, 105
_BLANK = b" \t\r\n\x1a\0\xef\xbb\xbf"
"""What may stand between segments, a byte order mark at the start included."""


class NotX12Error(Exception):
    """The file does not begin as an interchange, or loses itself where the next one should begin."""


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


def read_segments(stream: BinaryIO) -> Iterator[Segment]:
    """Yield segments; each ISA sets the delimiters anew.

    A segment longer than 64 KiB is cut there, so that a lost terminator costs one transaction set and no memory.

    Raises:
        NotX12Error: the file does not begin with an ISA.
    """
    element, terminator = b"", b""
    position, buffer, at_end = 0, b"", False
    while True:
        while not at_end and len(buffer) < _CHUNK + MAX_SEGMENT_BYTES:
            chunk = stream.read(_CHUNK)
            at_end = not chunk
            buffer += chunk
        consumed = 0
        # Whole segments of a chunk are cut in one go: dropping each from the buffer would copy it each time.
        while len(buffer) - consumed > (0 if at_end else MAX_SEGMENT_BYTES):
            begin = _after_blanks(buffer, consumed)
            if begin == len(buffer):
                consumed = begin
                break
            if buffer.startswith(b"ISA", begin):
                element, terminator = _delimiters(buffer[begin : begin + _ISA_LENGTH])
                end = begin + _ISA_LENGTH
            elif not element:
                raise NotX12Error
            else:
                found = buffer.find(terminator, begin, begin + MAX_SEGMENT_BYTES)
                end = found + 1 if found >= 0 else min(len(buffer), begin + MAX_SEGMENT_BYTES)
            raw = buffer[begin:end]
            yield Segment(_elements(raw, element, terminator), position + begin, position + end, raw)
            consumed = end
        buffer = buffer[consumed:]
        position += consumed
        if at_end and not buffer:
            return


def _after_blanks(buffer: bytes, start: int) -> int:
    while start < len(buffer) and buffer[start] in _BLANK:
        start += 1
    return start


def _elements(raw: bytes, element: bytes, terminator: bytes) -> tuple[str, ...]:
    body = raw.removesuffix(terminator)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("latin-1")
    return tuple(text.rstrip("\r\n").split(element.decode("latin-1")))


def _delimiters(buffer: bytes) -> tuple[bytes, bytes]:
    """Return element separator and segment terminator of an ISA, which has a fixed length."""
    if len(buffer) < _ISA_LENGTH or not buffer.startswith(b"ISA"):
        raise NotX12Error
    element = buffer[_ELEMENT_AT : _ELEMENT_AT + 1]
    terminator = buffer[_TERMINATOR_AT : _TERMINATOR_AT + 1]
    if element.isalnum() or element == terminator or buffer[:_ISA_LENGTH].count(element) < 16:
        raise NotX12Error
    return element, terminator
