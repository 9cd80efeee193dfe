# SPDX-License-Identifier: MIT
"""Break texts into lines of a width, and put right-to-left runs into the order in which they are painted."""

import unicodedata
from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth

from onlinesvc_desktop.forms.fonts import printable

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_JOINS = frozenset({"R", "AL", "NSM", "ES", "CS", "ON", "WS", "BN"})


def painted(text: str) -> str:
    """Return a text as it is painted from left to right: runs of Hebrew or Arabic are turned round, figures in them are not.

    Letters are not joined; a name stays readable, which is all that a bill needs of it.
    """
    text = printable(text)
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return text
    shown, run = [], ""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT_TO_LEFT or (run and kind in _JOINS):
            run += character
        else:
            shown.append(_turned(run) + character)
            run = ""
    return "".join(shown) + _turned(run)


def _turned(run: str) -> str:
    inner = run.rstrip()
    return inner[::-1] + run[len(inner) :]


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Return the lines of a text of several words, ready to be drawn; a word wider than the width is broken."""
    blank = stringWidth(" ", font, size)
    lines: list[str] = []
    for part in text.splitlines():
        line, length = "", 0.0
        for word, wide in _pieces(printable(part), font, size, width):
            if line and length + blank + wide > width:
                lines.append(painted(line))
                line, length = word, wide
            else:
                line, length = (f"{line} {word}", length + blank + wide) if line else (word, wide)
        if line:
            lines.append(painted(line))
    return lines


def _pieces(text: str, font: str, size: float, width: float) -> Iterator[tuple[str, float]]:
    """Yield words with their widths."""
    for whole in text.split(" "):
        word, wide = whole, stringWidth(whole, font, size)
        while wide > width:
            fits = next(end for end in range(len(word), 0, -1) if end == 1 or stringWidth(word[:end], font, size) <= width)
            yield word[:fits], stringWidth(word[:fits], font, size)
            word = word[fits:]
            wide = stringWidth(word, font, size)
        if word:
            yield word, wide
