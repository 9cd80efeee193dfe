# SPDX-License-Identifier: MIT
"""An editor of a list of objects: a table of lines, and below it the fields of the line that is chosen."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.models.lines import LinesModel
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_SHOWN_ROWS = 5


class _View(QTableView):
    """The table; Delete, Insert, Alt+Up, Alt+Down, Ctrl+C and Ctrl+V work on its lines, and Tab leaves it."""

    key_used = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moving = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.key_used.emit("copy")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.key_used.emit("paste")
        elif key == Qt.Key.Key_Delete:
            self.key_used.emit("remove")
        elif key == Qt.Key.Key_Insert:
            self.key_used.emit("add")
        elif moving and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.key_used.emit("up" if key == Qt.Key.Key_Up else "down")
        else:
            super().keyPressEvent(event)


class LinesEditor(Editor, Panel):
    """Lines of one kind. Blank lines are not part of the value; pointers into the value find their line all the same.

    ``owner`` gives the names: ``<owner>.lines``, ``<owner>.addLine``, ``<owner>.removeLine``; the entries are named
    ``<owner>.line.<fieldName>`` by whoever makes them. ``blank`` is what a new line holds, ``message`` what a
    line is, ``shown_rows`` how many rows, the heading among them, the table is high.
    """

    def __init__(
        self,
        owner: str,
        entries: Sequence[Entry],
        message: type[msgspec.Struct] | None = None,
        blank: Callable[[], Mapping[str, Any]] = dict,
        most: int = 100,
        columns: int = 4,
        shown_rows: int = _SHOWN_ROWS,
    ) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._blank = blank
        self._most = most
        self._problems: dict[int, list[FieldProblem]] = {}
        self._left_out = 0
        self.form = Form(entries, message, columns)
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.submitted)
        self.model = LinesModel([(entry.words, entry.editor.words_of, entry.name) for entry in entries], self)
        self._view = _View()
        self._view.setObjectName(f"{owner}.lines")
        self._view.setModel(self.model)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setTabKeyNavigation(False)
        self._view.setShowGrid(False)
        self._view.setWordWrap(False)
        headings = self._view.horizontalHeader()
        headings.setStretchLastSection(True)
        headings.setHighlightSections(False)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 18)
        self._view.setMinimumHeight((self.fontMetrics().height() + 18) * shown_rows)
        self._actions: dict[str, tuple[TextButton, Callable[[], None]]] = {}
        buttons = ButtonRow()
        for name, object_name, action in (
            ("add", "addLine", self.add),
            ("remove", "removeLine", self.remove),
            ("up", "lineUp", lambda: self.move_line(-1)),
            ("down", "lineDown", lambda: self.move_line(1)),
            ("copy", "copyLines", self.copy),
            ("paste", "pasteLines", self.paste),
        ):
            button = TextButton(f"{owner}.{object_name}", "" if name in ("add", "remove") else "link")
            button.clicked.connect(action)
            self._actions[name] = button, action
            buttons.add(button)
        self._note = label("error", wrap=True)
        self._note.setObjectName(f"{owner}.linesMessage")
        self.column = tight(QVBoxLayout(self), 10)
        self.column.addWidget(self._view)
        self.column.addWidget(buttons)
        self.column.addWidget(self._note)
        self.column.addWidget(self.form)
        self._view.key_used.connect(lambda name: self._actions[name][1]())
        self._view.selectionModel().currentRowChanged.connect(self._on_current)
        self.setFocusProxy(self.form)
        self._is_ordered = False
        self.fill(None)
        self.retranslate_ui()

    def limit_to(self, longest: int) -> None:
        """Take no more lines."""
        self._most = min(longest, self._most)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab in order once the editor stands in its window."""
        super().showEvent(event)
        if not self._is_ordered:
            self._is_ordered = True
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from the fields to the table and its buttons; Qt leaves out what stands before a focus proxy."""
        for one, other in itertools.pairwise(self.stops()):
            self.setTabOrder(one, other)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order, lines inside a line among them: each a widget that has the focus itself."""
        found: list[QWidget] = []
        for entry in self._entries:
            editor = entry.editor
            inside = editor.stops() if isinstance(editor, LinesEditor) else _stops_of(editor.frame)
            found += inside or [editor.widget]
        return [*found, self._view, *(button for button, _ in self._actions.values())]

    @property
    def current(self) -> int:
        """The number of the line in the fields, from 0."""
        return max(0, self._view.currentIndex().row())

    def value(self) -> list[Any]:
        """Return the lines that are filled in, in order."""
        return [self.model.rows[row] for row in self._filled()]

    def fill(self, value: Any) -> None:
        """Put lines in; none makes one blank line to begin with."""
        rows = [dict(row) for row in value or ()] or [dict(self._blank())]
        self._problems.clear()
        self._left_out = 0
        self.model.set_rows(rows)
        self._select(0)
        self.retranslate_ui()

    def words_of(self, value: Any) -> str:
        """Return how many lines there are."""
        return self.tr("%n line(s)", "", len(value)) if value else ""

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Mark the wrong lines, and show the first of them with what is wrong beside its fields."""
        filled = self._filled()
        self._problems.clear()
        for problem in problems:
            item, mark, rest = problem.pointer.removeprefix("/").partition("/")
            if item.isdigit() and int(item) < len(filled):
                here = FieldProblem(mark + rest, problem.code, problem.params)
                self._problems.setdefault(filled[int(item)], []).append(here)
        self.model.mark(set(self._problems))
        if self._problems:
            self._select(min(self._problems))
            self.form.show_problems(self._problems[self.current], take_focus)
        return bool(self._problems)

    def add(self) -> None:
        """Begin a line below the current one."""
        if len(self.model.rows) < self._most:
            self._insert(self.current + 1, [dict(self._blank())])
            self.form.setFocus()
            self.edited.emit()

    def remove(self) -> None:
        """Take the chosen lines away; the last one becomes blank."""
        rows = {index.row() for index in self._view.selectionModel().selectedRows()} or {self.current}
        left = [row for at, row in enumerate(self.model.rows) if at not in rows]
        here = min(rows)
        self._shift_problems(lambda at: None if at in rows else at - sum(one < at for one in rows))
        self.model.set_rows(left or [dict(self._blank())])
        self.model.mark(set(self._problems))
        self._select(min(here, len(self.model.rows) - 1))
        self.edited.emit()

    def move_line(self, step: int) -> None:
        """Move the current line up or down."""
        here, there = self.current, self.current + step
        if 0 <= there < len(self.model.rows):
            rows = list(self.model.rows)
            rows[here], rows[there] = rows[there], rows[here]
            self._shift_problems(lambda at: {here: there, there: here}.get(at, at))
            self.model.set_rows(rows)
            self.model.mark(set(self._problems))
            self._select(there)
            self.edited.emit()

    def copy(self) -> None:
        """Copy the chosen lines as a spreadsheet takes them."""
        rows = sorted({index.row() for index in self._view.selectionModel().selectedRows()} or {self.current})
        cells = ([self.model.text(row, column) for column in range(len(self._entries))] for row in rows)
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in cells))

    def paste(self) -> None:
        """Take lines from a spreadsheet: cells in the order of the columns; a cell that cannot be read is marked."""
        text = QGuiApplication.clipboard().text()
        cells = [line.split("\t") for line in text.splitlines() if line.strip()]
        headings = [entry.words().replace("&", "").casefold() for entry in self._entries]
        if cells and [cell.strip().casefold() for cell in cells[0]][: len(headings)] == headings[: len(cells[0])]:
            del cells[0]
        if not cells:
            return
        is_blank = not self._is_filled(self.model.rows[self.current])
        room = self._most - len(self.model.rows) + is_blank
        self._left_out = max(0, len(cells) - room)
        first = self.current if is_blank else self.current + 1
        read = [self._read(row) for row in cells[:room]]
        if is_blank:
            self._drop(first)
        self._insert(first, [row for row, _ in read])
        for at, (_, problems) in enumerate(read, start=first):
            if problems:
                self._problems[at] = problems
        self.model.mark(set(self._problems))
        self._select(next((at for at in sorted(self._problems) if at >= first), first))
        self.retranslate_ui()
        self.edited.emit()

    def _read(self, cells: Sequence[str]) -> tuple[dict[str, Any], list[FieldProblem]]:
        row, problems = dict(self._blank()), []
        for entry, cell in zip(self._entries, cells, strict=False):
            value = entry.editor.value_of(cell)
            if value is None:
                problems.append(FieldProblem(f"/{entry.name}", FieldCode.MALFORMED))
            elif value != "":
                row[entry.name] = value
        return row, problems

    def _filled(self) -> list[int]:
        return [at for at, row in enumerate(self.model.rows) if self._is_filled(row)]

    def _is_filled(self, row: Mapping[str, Any]) -> bool:
        blank = self._blank()
        return any(value != blank.get(name) for name, value in row.items())

    def _insert(self, at: int, rows: list[dict[str, Any]]) -> None:
        self._shift_problems(lambda one: one if one < at else one + len(rows))
        self.model.set_rows([*self.model.rows[:at], *rows, *self.model.rows[at:]])
        self.model.mark(set(self._problems))
        self._select(min(at, len(self.model.rows) - 1))

    def _drop(self, at: int) -> None:
        self._shift_problems(lambda one: None if one == at else one - (one > at))
        self.model.set_rows([row for number, row in enumerate(self.model.rows) if number != at])

    def _shift_problems(self, moved: Callable[[int], int | None]) -> None:
        shifted = {moved(at): problems for at, problems in self._problems.items()}
        self._problems = {at: problems for at, problems in shifted.items() if at is not None}

    def _select(self, row: int) -> None:
        self._view.setCurrentIndex(self.model.index(row, 0))
        self._on_current(self.model.index(row, 0))

    def _on_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid():
            self.form.fill(self.model.rows[index.row()])
            self.form.show_problems(self._problems.get(index.row(), []), take_focus=False)
            self._enable()

    def _on_edited(self) -> None:
        self.model.replace(self.current, self.form.value())
        if self._problems.pop(self.current, None) is not None:
            self.model.mark(set(self._problems))
        self._left_out = 0
        self._enable()
        self.edited.emit()

    def _enable(self) -> None:
        count = len(self.model.rows)
        for name, enabled in (
            ("add", count < self._most),
            ("remove", count > 1 or self._is_filled(self.model.rows[0])),
            ("up", self.current > 0),
            ("down", self.current < count - 1),
        ):
            button = self._actions[name][0]
            if not enabled and self.window().focusWidget() is button:
                self._view.setFocus()
            button.setEnabled(enabled)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.model.retranslate()
        for name, words in (
            ("add", self.tr("Add a line")),
            ("remove", self.tr("Remove the line")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
            ("copy", self.tr("Copy the lines")),
            ("paste", self.tr("Paste from a spreadsheet")),
        ):
            self._actions[name][0].setText(words)
        self._view.setAccessibleName(self.tr("Lines; the fields below belong to the chosen one"))
        self._note.setText(self.tr("%n line(s) did not fit and were left out.", "", self._left_out))
        self._note.setVisible(self._left_out > 0)


def _stops_of(frame: QWidget) -> list[QWidget]:
    """Return the fields inside an editor that is made of several, in the order in which they were put there."""
    if frame.focusProxy() is None:
        return [frame]
    fields = [one for one in frame.findChildren(QWidget) if isinstance(one, Editor) and one.focusProxy() is None]
    return [one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
