# SPDX-License-Identifier: MIT
"""A form: fields by their names on the wire, checked when one leaves them and all at once on OK."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.editors import fill, on_edited, text_of
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel
from onlinesvc_desktop.desktop.words.fields import entry_words

_COLUMNS = 2
_TOP = Qt.AlignmentFlag.AlignTop


class Entry(msgspec.Struct, frozen=True):
    """One field: its name on the wire, its editor, its words, and whether it takes a whole row."""

    name: str
    editor: QWidget
    words: Callable[[], str]
    required: bool = False
    wide: bool = False
    hint: Callable[[], str] | None = None


class Rules(msgspec.Struct, frozen=True):
    """What is wrong with a filled-in field, and how a right one is spelled."""

    fault_of: Callable[[str, str], FieldCode | None]
    kept_spelling: Callable[[str, str], str]


class Form(Panel):
    """Entries two in a row. Nobody is nagged: a field is checked when it was filled in and left."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, entries: Sequence[Entry], rules: Rules) -> None:
        super().__init__()
        self._rules = rules
        self._fields: dict[str, Field] = {}
        self._names: dict[QObject, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        cell = 0
        for entry in entries:
            field = Field(entry.editor, entry.words, entry.hint, entry.required)
            self._fields[entry.name] = field
            self._names[entry.editor] = entry.name
            on_edited(entry.editor, self.edited.emit)
            entry.editor.installEventFilter(self)
            if isinstance(entry.editor, QLineEdit):
                entry.editor.returnPressed.connect(self.submitted)
            if entry.wide and cell % _COLUMNS:
                cell += 1
            grid.addWidget(field, cell // _COLUMNS, cell % _COLUMNS, 1, _COLUMNS if entry.wide else 1, _TOP)
            cell += _COLUMNS if entry.wide else 1
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        if entries:
            self.setFocusProxy(entries[0].editor)

    def values(self) -> dict[str, str]:
        """Return what is filled in, by name on the wire."""
        return {name: text_of(field.editor) for name, field in self._fields.items()}

    def field(self, name: str) -> Field:
        """Return the field of a name."""
        return self._fields[name]

    def take(self, values: Mapping[str, str]) -> None:
        """Fill fields in, and forget what was wrong with them."""
        for name, text in values.items():
            if name in self._fields:
                fill(self._fields[name].editor, text)
                self._fields[name].set_error(None)

    def show_problems(self, problems: Sequence[FieldProblem], words_for: Callable[[FieldProblem], str]) -> None:
        """Say beside each field what is wrong with it; the first wrong one gets the focus."""
        wrong = {problem.pointer.removeprefix("/"): problem for problem in problems}
        for name, field in self._fields.items():
            field.set_error(partial(words_for, wrong[name]) if name in wrong else None)
        first = next((name for name in self._fields if name in wrong), None)
        if first is not None:
            self._fields[first].editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Check a field that was filled in when it loses the focus."""
        if event.type() is QEvent.Type.FocusOut and watched in self._names:
            self._check(self._names[watched])
        return False

    def _check(self, name: str) -> None:
        field = self._fields[name]
        text = text_of(field.editor).strip()
        if not text:
            return
        fault = self._rules.fault_of(name, text)
        if fault is not None:
            field.set_error(lambda: entry_words(name, fault))
            return
        spelled = self._rules.kept_spelling(name, text)
        if spelled != text_of(field.editor):
            fill(field.editor, spelled)
            self.edited.emit()
