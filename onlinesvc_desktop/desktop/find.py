# SPDX-License-Identifier: MIT
"""The find field (Ctrl+K): a number traces, words find a service or a help topic."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.targets import Explain, Open, Target, Trace
from onlinesvc_desktop.desktop.widgets.panel import Retranslating
from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS, Suggestions

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.help.topics import Topic


class FindField(Retranslating, QLineEdit):
    """Suggest while typing; Enter takes the first suggestion, Escape empties the field."""

    chosen = Signal(object)

    def __init__(self, topics: Callable[[], "Sequence[Topic]"], profile: Callable[[], Profile | None]) -> None:
        super().__init__()
        self.setObjectName("topBar.find")
        self._topics = topics
        self._profile = profile
        self._targets: list[Target] = []
        self._suggestions: Suggestions | None = None
        self._action = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        set_icon(self._action, "search", QPalette.ColorRole.PlaceholderText)
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(self._take_first)
        self.retranslate_ui()

    def _suggest(self, text: str) -> None:
        found = self._matches(text)
        self._targets = [target for target, _ in found]
        if self._suggestions is None:
            self._suggestions = Suggestions(self)
            self._suggestions.popup.clicked.connect(self._activate)
        self._suggestions.show([words for _, words in found])

    def _matches(self, text: str) -> list[tuple[Target, str]]:
        words = folded(text).split()
        if not words:
            return []
        found: list[tuple[Target, str]] = []
        number = parse_autopro(text)
        if not isinstance(number, AutoproFault):
            shown = formats.autopro_display(number)
            found.append((Trace(number), self.tr("Trace {number}").format(number=shown)))
        found.extend(
            (Open(entry.where), entry.title())
            for entry in CATALOGUE
            if entry.group is not None
            and entry.is_shown_to(self._profile())
            and all(word in folded(f"{entry.title()} {entry.description()}") for word in words)
        )
        in_title: list[tuple[Target, str]] = []
        in_text: list[tuple[Target, str]] = []
        for topic in self._topics():
            hit: tuple[Target, str] = (Explain(topic.key), self.tr("Help: {title}").format(title=topic.title))
            if all(word in folded(topic.title) for word in words):
                in_title.append(hit)
            elif topic.has(words):
                in_text.append(hit)
        return (found + in_title + in_text)[:MOST_SUGGESTIONS]

    def _take_first(self) -> None:
        row = -1 if self._suggestions is None else self._suggestions.chosen_row()
        if row < 0:
            self._suggest(self.text())
            row = 0
        self._choose(row)

    def _activate(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._targets):
            self.setProperty("wrong", bool(self.text()))
            return
        target = self._targets[row]
        if self._suggestions is not None:
            self._suggestions.popup.hide()
        self._targets = []
        self.clear()
        self.chosen.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._targets = []
        super().keyPressEvent(event)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.setPlaceholderText(self.tr("Find a shipment, a service or help (Ctrl+K)"))
        self.setAccessibleName(self.tr("Find a shipment, a service or help (Ctrl+K)"))
        self._action.setText(self.tr("Find"))
        self.setToolTip(self.tr("Nine digits trace a shipment; words find a service or a help topic."))
