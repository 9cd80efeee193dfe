# SPDX-License-Identifier: MIT
"""Where the goods go: one place, or a list of them out of a spreadsheet or a file."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea

MOST_DESTINATIONS = 500
_LINES = 2
_MOST_CHARACTERS = MOST_DESTINATIONS * (MAX_SEARCH_LENGTH + 1)
_MOST_BYTES = 1_000_000


class Destinations(TextArea):
    """One place a line; Enter asks, Shift+Enter begins another line."""

    def __init__(self, object_name: str) -> None:
        super().__init__(object_name, _LINES, _MOST_CHARACTERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask on Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)


def places_in(text: str) -> list[str]:
    """Return the places of a text, one a line, each once; of a table's row the cells make one place."""
    lines = (" ".join(line.replace("\t", " ").split())[:MAX_SEARCH_LENGTH] for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))[:MOST_DESTINATIONS]


def places_of_file(file: Path) -> list[str]:
    """Return the places of a text or CSV file: the whole line, or the first two cells (city, province) of a row.

    Raises:
        OSError: it cannot be read.
        ValueError: it is too large or no text.
    """
    with file.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES or b"\0" in content:
        raise ValueError(file.name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    delimiter = max((";", "\t", ","), key=text.count)
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(file.name) from error
    return places_in("\n".join(", ".join(cell.strip() for cell in row[:2] if cell.strip()) for row in rows))
