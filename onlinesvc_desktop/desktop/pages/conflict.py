# SPDX-License-Identifier: MIT
"""Both sides of an entry that two people changed: field by field what was typed here, and what stands now."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView


class Difference(NamedTuple):
    """One field on which both sides differ; None where a side says nothing."""

    name: str
    mine: Any
    standing: Any


def differences(mine: Mapping[str, Any], standing: Mapping[str, Any]) -> list[Difference]:
    """Return the fields that differ, in the order in which they are filled in."""
    names = [*mine, *(name for name in standing if name not in mine)]
    pairs = (Difference(name, mine.get(name), standing.get(name)) for name in names)
    return [one for one in pairs if (one.mine or None) != (one.standing or None)]


class ConflictArea(Panel):
    """Hidden while there is none. ``taken`` carries name and value of a field to be as it stands now."""

    taken = Signal(str, object)
    all_taken = Signal()

    def __init__(self, owner: str, field_words: Callable[[str, Any], tuple[str, str]]) -> None:
        super().__init__()
        self._field_words = field_words
        self._who = ""
        self._at: datetime | None = None
        self._words = label("", wrap=True)
        self._words.setObjectName(f"{owner}.conflictWords")
        self._table = MessageView[Difference](f"{owner}.conflict", self._columns(), sortable=False)
        self._take = TextButton(f"{owner}.takeField")
        self._take_all = TextButton(f"{owner}.takeAll")
        self._take.clicked.connect(self._on_take)
        self._take_all.clicked.connect(self.all_taken)
        self._table.view.opened.connect(lambda _index: self._on_take())
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._take)
        foot.addWidget(self._take_all)
        foot.addStretch(1)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._words)
        column.addWidget(self._table)
        column.addLayout(foot)
        self.retranslate_ui()
        self.hide()

    def _columns(self) -> tuple[Column[Difference], ...]:
        def cell(value: Callable[[Difference], Any]) -> Callable[[Difference], str]:
            return lambda row: self._field_words(row.name, value(row))[1] or "\N{EN DASH}"

        mine, standing = cell(lambda row: row.mine), cell(lambda row: row.standing)
        name: Callable[[Difference], str] = lambda row: self._field_words(row.name, None)[0]  # noqa: E731
        return (
            Column(lambda: self.tr("Field"), name, name),
            Column(lambda: self.tr("You typed"), mine, mine),
            Column(lambda: self.tr("What stands now"), standing, standing),
        )

    def show_both(self, who: str, at: datetime, mine: Mapping[str, Any], standing: Mapping[str, Any]) -> None:
        """Show where the sides differ; nothing differs any more, and it says so."""
        self._who, self._at = who, at
        self._table.model.set_rows(differences(mine, standing))
        self._table.fit_columns()
        self._table.fit_height()
        self.show()
        if self._table.model.rows:
            self._table.view.setCurrentIndex(self._table.index_of(0))
        self.retranslate_ui()

    def clear(self) -> None:
        """Show nothing."""
        self._table.model.set_rows([])
        self.hide()

    def _on_take(self) -> None:
        index = self._table.view.currentIndex()
        if index.isValid():
            row = self._table.row_at(index)
            self.taken.emit(row.name, row.standing)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        if self._at is not None:
            words = self.tr("Changed by {code}, {moment}. Choose a line to use what stands now in that field.")
            self._words.setText(words.format(code=self._who, moment=formats.local_moment_words(self._at)))
        self._take.setText(self.tr("Use what stands now in this field"))
        self._take_all.setText(self.tr("Discard what I typed"))
        self._table.view.setAccessibleName(self.tr("What you typed and what stands now, field by field"))
        self._take.setEnabled(bool(self._table.model.rows))
