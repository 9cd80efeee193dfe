# SPDX-License-Identifier: MIT
"""Editors of one code out of a list, and of yes or no."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox

from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.panel import Retranslating


class Choices(Editor, Retranslating, QComboBox):
    """A list of codes whose words follow the language; nothing is chosen until somebody chooses."""

    def __init__(self, object_name: str, choices: Callable[[], list[tuple[str, str]]]) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._choices = choices
        self._filling = False
        for code, words in choices():
            self.addItem(words, code)
        self.setCurrentIndex(-1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentIndexChanged.connect(self._on_changed)

    def value(self) -> str:
        """Return the code that is chosen."""
        return str(self.currentData() or "")

    def fill(self, value: Any) -> None:
        """Choose a code; one that is not in the list chooses nothing."""
        self._filling = True
        self.setCurrentIndex(-1 if value is None else self.findData(str(value)))
        self._filling = False

    def refill(self) -> None:
        """Offer what can be chosen now; what is chosen stays where it still can be."""
        chosen, self._filling = self.value(), True
        self.clear()
        for code, words in self._choices():
            self.addItem(words, code)
        self.setCurrentIndex(self.findData(chosen))
        self._filling = False

    def words_of(self, value: Any) -> str:
        """Return the words of a code."""
        return next((words for code, words in self._choices() if code == value), "")

    def value_of(self, text: str) -> str | None:
        """Return the code that a text is, or words."""
        wanted = folded(text.strip())
        if not wanted:
            return ""
        return next((code for code, words in self._choices() if wanted in (folded(code), folded(words))), None)

    def _on_changed(self, _index: int) -> None:
        if not self._filling:
            self.edited.emit()

    def retranslate_ui(self) -> None:
        """Word each choice again; what is chosen stays."""
        for index, (_, words) in enumerate(self._choices()):
            self.setItemText(index, words)


class Check(Editor, Retranslating, QCheckBox):
    """Yes or no; ``words`` stand beside the box."""

    def __init__(self, object_name: str, words: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._words = words
        self.clicked.connect(lambda _checked: self.edited.emit())
        self.retranslate_ui()

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def fill(self, value: Any) -> None:
        """Tick it, or not."""
        self.setChecked(bool(value))

    def words_of(self, value: Any) -> str:
        """Return yes or nothing."""
        return self.tr("Yes") if value else ""

    def value_of(self, text: str) -> bool | None:
        """Return what yes, no, true, false, 1, 0 or x stand for."""
        said = folded(text.strip())
        if said in {"x", "1", "true", "yes", "oui", "vrai", folded(self.tr("Yes"))}:
            return True
        return False if said in {"", "0", "false", "no", "non", "faux"} else None

    def retranslate_ui(self) -> None:
        """Set the words."""
        self.setText(self._words())
