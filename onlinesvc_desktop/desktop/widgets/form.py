# SPDX-License-Identifier: MIT
"""A form: fields by their names on the wire, checked when one leaves them and all at once on OK."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout

from onlinesvc_desktop.contract.checks import kept_spelling, rules_of, text_fault
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor, is_empty
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, bring_into_sight
from onlinesvc_desktop.desktop.words.fields import problem_words

_COLUMNS = 2
_TOP = Qt.AlignmentFlag.AlignTop


class Entry(msgspec.Struct, frozen=True):
    """One field: its name on the wire, its editor, its words, and whether it takes a whole row.

    ``required`` is said where no message says it.
    """

    name: str
    editor: Editor
    words: Callable[[], str]
    required: bool = False
    wide: bool = False
    hint: Callable[[], str] | None = None


class Form(Editor, Panel):
    """Entries some in a row. A field is checked when it was filled in and left, not while somebody types.

    What is required, how long a text may be and how it is spelled are read from ``message``, for its members. A form
    is an editor of an object itself, so that an address or a line of goods is a form inside another.
    """

    def __init__(
        self, entries: Sequence[Entry], message: type[msgspec.Struct] | None = None, columns: int = _COLUMNS
    ) -> None:
        super().__init__()
        self._message = message
        self._rules = {} if message is None else rules_of(message)
        self._fields: dict[str, Field] = {}
        self._names: dict[QObject, str] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(12)
        cell = 0
        for entry in entries:
            rule = self._rules.get(entry.name)
            if rule is not None and rule.longest is not None:
                entry.editor.limit_to(rule.longest)
            required = entry.required or (rule is not None and rule.required)
            field = Field(entry.editor, entry.words, entry.hint, required)
            self._fields[entry.name] = field
            self._names[entry.editor.widget] = entry.name
            entry.editor.edited.connect(self.edited)
            entry.editor.submitted.connect(self.submitted)
            entry.editor.widget.installEventFilter(self)
            if entry.wide and cell % columns:
                cell += columns - cell % columns
            self.grid.addWidget(field, cell // columns, cell % columns, 1, columns if entry.wide else 1, _TOP)
            cell += columns if entry.wide else 1
        self.edited.connect(self.settle)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)
        if entries:
            self.setFocusProxy(entries[0].editor.widget)

    def values(self) -> dict[str, Any]:
        """Return every field by its name on the wire, the empty ones too."""
        return {name: field.editor.value() for name, field in self._fields.items()}

    def value(self) -> dict[str, Any]:
        """Return what is filled in; what is empty is absent, as on the wire."""
        return {name: value for name, value in self.values().items() if not is_empty(value)}

    def field(self, name: str) -> Field:
        """Return the field of a name."""
        return self._fields[name]

    def fill(self, value: Any) -> None:
        """Put an object in; fields that it does not have become empty."""
        given = dict(value) if isinstance(value, Mapping) else {}
        self.take(dict.fromkeys(self._fields) | given)

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""
        field = self._fields[name]
        return field.words.replace("&", ""), field.editor.words_of(value)

    def take(self, values: Mapping[str, Any]) -> None:
        """Fill some fields in, and forget what was wrong with them."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].editor.fill(value)
                self._fields[name].set_error(None)
                self._fields[name].editor.show_problems([], take_focus=False)

    def settle(self) -> None:
        """Keep what stands in every field."""
        for field in self._fields.values():
            field.editor.settle()

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Say beside each field, and at each member or list item inside it, what is wrong; the first gets the focus."""
        wrong: dict[str, list[FieldProblem]] = {}
        for problem in problems:
            name, mark, rest = problem.pointer.removeprefix("/").partition("/")
            wrong.setdefault(name, []).append(FieldProblem(mark + rest, problem.code, problem.params))
        for name, field in self._fields.items():
            here = wrong.get(name, [])
            inside = [problem for problem in here if problem.pointer]
            is_shown_inside = field.editor.show_problems(inside, take_focus=False)
            own = next((problem for problem in here if not (problem.pointer and is_shown_inside)), None)
            field.set_error(None if own is None else partial(problem_words, FieldProblem(f"/{name}", own.code, own.params)))
        first = next((name for name in self._fields if name in wrong), None)
        if first is not None and take_focus:
            inside = [problem for problem in wrong[first] if problem.pointer]
            if not (inside and self._fields[first].editor.show_problems(inside)):
                self._fields[first].editor.widget.setFocus()
            bring_into_sight(self._fields[first])
        return True

    def words_of(self, value: Any) -> str:
        """Return the members' words in a row."""
        given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
        words = (field.editor.words_of(given.get(name)) for name, field in self._fields.items())
        return ", ".join(text for text in words if text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check a field that was filled in when it loses the focus."""
        if event.type() is QEvent.Type.FocusOut and watched in self._names:
            self._check(self._names[watched])
        return False

    def _check(self, name: str) -> None:
        field = self._fields[name]
        typed = field.editor.value()
        if self._message is None or name not in self._rules or not isinstance(typed, str) or not typed.strip():
            return
        fault = text_fault(self._message, name, typed.strip())
        if fault is not None:
            field.set_error(partial(problem_words, FieldProblem(f"/{name}", fault)))
            return
        spelled = kept_spelling(self._message, name, typed.strip())
        if spelled != typed:
            field.editor.fill(spelled)
            self.edited.emit()
