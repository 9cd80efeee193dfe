# SPDX-License-Identifier: MIT
"""How the drop folder of documents stands: how many files wait, which were put aside and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.documents import DocumentFolder, RefusedDrop
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.documents.words import drop_refusal_words
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView

_MOST_SHOWN = 5


class DropState(Panel):
    """Empty until the server has answered."""

    def __init__(self, owner: str) -> None:
        super().__init__()
        self._state: DocumentFolder | None = None
        self._words = label("muted", wrap=True)
        self._words.setObjectName(f"{owner}.folder")
        self._refused = MessageView[RefusedDrop](f"{owner}.refused", self._columns())
        column = tight(QVBoxLayout(self), 6)
        column.addWidget(self._words)
        column.addWidget(self._refused)
        self.show_state(None)

    def show_state(self, state: DocumentFolder | None) -> None:
        """Show how the folder stands, or nothing."""
        self._state = state
        refused = () if state is None else state.refused
        self._refused.model.set_rows(refused)
        self._refused.setVisible(bool(refused))
        self._refused.fit_columns()
        self._refused.fit_height(_MOST_SHOWN)
        self.retranslate_ui()

    def _columns(self) -> Sequence[Column[RefusedDrop]]:
        return (
            Column(lambda: self.tr("Put aside"), lambda one: one.name, lambda one: one.name.casefold()),
            Column(
                lambda: self.tr("Why"),
                lambda one: drop_refusal_words(one.reason),
                lambda one: one.reason.value,
                lambda one: drop_refusal_words(one.reason),
            ),
            Column(lambda: self.tr("When"), lambda one: formats.local_moment_words(one.at), lambda one: one.at.timestamp()),
        )

    def _sentence(self) -> str:
        state = self._state
        if state is None:
            return ""
        if not state.folder:
            return self.tr("This server watches no drop folder; files come in from here only.")
        waiting = self.tr("%n file(s) waiting in {folder}.", "", state.waiting).format(folder=state.folder)
        if not state.refused:
            return waiting
        aside = self.tr("%n file(s) put aside; each lies in “rejected” with its reason.", "", len(state.refused))
        return f"{waiting} {aside}"

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._words.setText(self._sentence())
        self._refused.view.setAccessibleName(self.tr("Files of the drop folder that were put aside, and why"))
