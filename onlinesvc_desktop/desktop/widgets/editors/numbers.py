# SPDX-License-Identifier: MIT
"""Editors of numbers: whole ones with arrow keys, and decimal ones kept as the wire has them, never in binary."""

import re
from collections.abc import Callable
from decimal import Decimal as Exact
from typing import Any

from PySide6.QtCore import QLocale, QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox

from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_INDENT = 10
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def indent(editor: QAbstractSpinBox) -> None:
    """Set the text as far from the border as in other editors; Qt gives a styled spin box no padding of its own."""
    editor.lineEdit().setTextMargins(_INDENT, 0, 0, 0)


class Whole(Editor, QSpinBox):
    """A whole number between two others; the arrow keys change it. Filled with nothing, it is the first number again."""

    def __init__(self, object_name: str, lowest: int, highest: int, first: int) -> None:
        super().__init__()
        self._first = first
        self._filling = False
        self.setObjectName(object_name)
        self.setRange(lowest, highest)
        self.setValue(first)
        indent(self)
        self.valueChanged.connect(self._on_changed)
        self.lineEdit().returnPressed.connect(self.submitted)

    def value(self) -> int:
        """Return the number."""
        return QSpinBox.value(self)

    def fill(self, value: Any) -> None:
        """Put a number in."""
        self._filling = True
        self.setValue(value if isinstance(value, int) else self._first)
        self._filling = False

    def value_of(self, text: str) -> int | None:
        """Return a pasted number between the two."""
        digits = _plain(text)
        number = int(digits) if digits.isdigit() else None
        return number if number is not None and self.minimum() <= number <= self.maximum() else None

    def _on_changed(self, _number: int) -> None:
        if not self._filling:
            self.edited.emit()


class Decimal(Editor, Panel):
    """A decimal number with its unit behind it. Comma and point are both decimal marks; shown with the language's own."""

    def __init__(
        self, object_name: str, places: int, unit: Callable[[], str] | None = None, digits: int = 9, longest: int = 15
    ) -> None:
        super().__init__()
        self._unit = unit
        self._line = Line(object_name, longest)
        fraction = f"(?:[.,][0-9]{{0,{places}}})?" if places else ""
        pattern = QRegularExpression(f"[0-9]{{0,{digits}}}{fraction}")
        self._line.setValidator(QRegularExpressionValidator(pattern, self._line))
        self._line.edited.connect(self.edited)
        self._line.submitted.connect(self.submitted)
        row = tight(QHBoxLayout(self), 6)
        row.addWidget(self._line, 1)
        if unit is not None:
            self._unit_words = label("muted")
            row.addWidget(self._unit_words)
        self.setFocusProxy(self._line)
        self.retranslate_ui()

    @property
    def widget(self) -> Line:
        """The line with the number."""
        return self._line

    def value(self) -> str:
        """Return the number with a point, such as ``620.5``; empty when there is none."""
        text = _plain(self._line.text())
        return text if _NUMBER.fullmatch(text) else ""

    def fill(self, value: Any) -> None:
        """Put a number in."""
        self._line.setText(self.words_of(value))

    def words_of(self, value: Any) -> str:
        """Return the number with the language's decimal mark."""
        return "" if value is None else str(value).replace(".", QLocale().decimalPoint())

    def value_of(self, text: str) -> str | None:
        """Return a pasted number; blanks between thousands are taken away."""
        tidy = _plain(text)
        if not tidy:
            return ""
        return str(Exact(tidy)) if _NUMBER.fullmatch(tidy) else None

    def retranslate_ui(self) -> None:
        """Set the unit, and the number with the language's decimal mark."""
        self.fill(self.value())
        if self._unit is not None:
            self._unit_words.setText(self._unit())


def _plain(text: str) -> str:
    tidy = "".join(text.split()).replace("\N{NARROW NO-BREAK SPACE}", "").replace(",", ".")
    return tidy.rstrip(".")
