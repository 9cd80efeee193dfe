# SPDX-License-Identifier: MIT
"""An editor of several codes out of a list: arrow keys go through it, the space bar ticks."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.panel import Retranslating

_SHOWN_ROWS = 5
_CODE = Qt.ItemDataRole.UserRole


class Several(Editor, Retranslating, QListWidget):
    """Codes with a tick each; their words follow the language. One that is filled in but not in the list is added to it."""

    def __init__(
        self, object_name: str, choices: Callable[[], list[tuple[str, str]]], words: Callable[[str], str] = str
    ) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._choices = choices
        self._words = words
        self._filling = False
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemChanged.connect(self._on_changed)
        self.offer()
        row = self.fontMetrics().height() + 10
        self.setMinimumHeight(row * _SHOWN_ROWS)
        self.setMaximumHeight(row * _SHOWN_ROWS)

    def offer(self) -> None:
        """Show the choices as they are now; what is ticked stays."""
        self._show(self.value())

    def value(self) -> list[str]:
        """Return the codes that are ticked, in the order of the list."""
        items = (self.item(row) for row in range(self.count()))
        return [str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def fill(self, value: Any) -> None:
        """Tick these codes and no others."""
        self._show([str(code) for code in value or ()])

    def words_of(self, value: Any) -> str:
        """Return the words of codes."""
        known = dict(self._choices())
        return ", ".join(known.get(code, self._words(code)) for code in value or ())

    def _show(self, ticked: Sequence[str]) -> None:
        self._filling = True
        here = self.currentRow()
        choices = self._choices()
        known = {code for code, _ in choices}
        choices += [(code, self._words(code)) for code in ticked if code not in known]
        self.clear()
        for code, words in choices:
            item = QListWidgetItem(words)
            item.setData(_CODE, code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(max(0, min(here, self.count() - 1)))
        self._filling = False

    def _on_changed(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            self.edited.emit()

    def retranslate_ui(self) -> None:
        """Word each choice again; what is ticked stays."""
        self.offer()
