# SPDX-License-Identifier: MIT
"""One way to read, fill and follow the three kinds of editor a form has: a line, a list to choose from, several lines."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QTimeEdit, QWidget

from onlinesvc_desktop.desktop.widgets.panel import Retranslating

_INDENT = 10
SpinBox = TypeVar("SpinBox", bound=QAbstractSpinBox)


class Choices(Retranslating, QComboBox):
    """A list of codes whose words follow the language; nothing is chosen until somebody chooses."""

    def __init__(self, object_name: str, choices: Callable[[], list[tuple[str, str]]]) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._choices = choices
        for code, words in choices():
            self.addItem(words, code)
        self.setCurrentIndex(-1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def retranslate_ui(self) -> None:
        """Word each choice again; what is chosen stays."""
        for index, (_, words) in enumerate(self._choices()):
            self.setItemText(index, words)


def day_edit(object_name: str, day: QDate) -> QDateEdit:
    """Return an editor of a day with a calendar; ISO, which both languages of Canada read alike."""
    editor = QDateEdit(day)
    editor.setObjectName(object_name)
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("yyyy-MM-dd")
    return editor


def time_edit(object_name: str, time: QTime) -> QTimeEdit:
    """Return an editor of a time of day, by 24 hours; the arrow keys change it."""
    editor = QTimeEdit(time)
    editor.setObjectName(object_name)
    editor.setDisplayFormat("HH:mm")
    return _indented(editor)


def number_edit(object_name: str, lowest: int, highest: int, number: int) -> QSpinBox:
    """Return an editor of a whole number; the arrow keys change it."""
    editor = QSpinBox()
    editor.setObjectName(object_name)
    editor.setRange(lowest, highest)
    editor.setValue(number)
    return _indented(editor)


def _indented(editor: SpinBox) -> SpinBox:
    """Set the text as far from the border as in other editors; Qt gives a styled spin box no padding of its own."""
    editor.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    return editor


def text_area(object_name: str, lines: int) -> QPlainTextEdit:
    """Return an editor of several lines that Tab leaves."""
    editor = QPlainTextEdit()
    editor.setObjectName(object_name)
    editor.setTabChangesFocus(True)
    margins = 2 * (editor.document().documentMargin() + editor.frameWidth() + 4)
    editor.setMinimumHeight(int(editor.fontMetrics().lineSpacing() * lines + margins))
    editor.setMaximumHeight(editor.minimumHeight())
    return editor


def text_of(editor: QWidget) -> str:
    """Return what is in an editor; of a list, the code that is chosen."""
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def fill(editor: QWidget, text: str) -> None:
    """Put a value into an editor; a code that is not in the list chooses nothing."""
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findData(text))
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, QLineEdit)
        editor.setText(text)


def on_edited(editor: QWidget, changed: Callable[[], None]) -> None:
    """Call back when somebody changes what is in an editor."""
    if isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _index: changed())
    elif isinstance(editor, QPlainTextEdit):
        editor.textChanged.connect(changed)
    elif isinstance(editor, QLineEdit):
        editor.textEdited.connect(lambda _text: changed())
