# SPDX-License-Identifier: MIT
"""A labelled field: label, editor, hint or error below if there is one; required ones are marked and announced."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout

from onlinesvc_desktop.desktop.theme import restyle
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

Words = Callable[[], str]


class Field(Panel):
    """Put an editor under its label. Texts come as callables, so that they follow the language."""

    def __init__(self, editor: Editor, words: Words, hint: Words | None = None, required: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._words = words
        self._hint = hint
        self._error: Words | None = None
        self._required = required
        self._label = label("field")
        self._label.setBuddy(editor.widget)
        self._below: QLabel | None = None
        self._column = tight(QVBoxLayout(self), 4)
        self._column.addWidget(self._label)
        self._column.addWidget(editor.frame)
        self.setFocusProxy(editor.widget)
        editor.edited.connect(lambda: self.set_error(None))
        self.retranslate_ui()

    @property
    def words(self) -> str:
        """What the field is called."""
        return self._words()

    @property
    def error(self) -> str:
        """The sentence shown, empty when the field is right."""
        return "" if self._error is None else self._error()

    def set_error(self, words: Words | None) -> None:
        """Say what is wrong with the field, or nothing."""
        if words is None and self._error is None:
            return
        self._error = words
        restyle(self.editor.widget, "wrong", words is not None)
        self.retranslate_ui()
        if self._below is not None:
            restyle(self._below, "kind", "error" if words is not None else "muted")

    def retranslate_ui(self) -> None:
        """Set label, hint or error, and what a screen reader says."""
        words = self._words()
        self._label.setText(f"{words} *" if self._required else words)
        plain = words.replace("&", "")
        name = self.tr("{label}, required").format(label=plain) if self._required else plain
        self.editor.widget.setAccessibleName(name)
        below = self._error or self._hint
        text = "" if below is None else below()
        if text and self._below is None:
            self._below = label("muted", wrap=True)
            self._column.addWidget(self._below)
        if self._below is not None:
            self._below.setText(text)
            self._below.setVisible(bool(text))
        self.editor.widget.setAccessibleDescription(text)
