# SPDX-License-Identifier: MIT
"""The button that saves everything: into a folder, as one ZIP or as one PDF."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from onlinesvc_desktop.client.collected_files import FolderCollection, ZipCollection
from onlinesvc_desktop.desktop.merged_paper import MergedPdf
from onlinesvc_desktop.desktop.papers import PaperRenderer
from onlinesvc_desktop.desktop.services.documents.saving import LIST_NAME
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save, folder_to_open
from onlinesvc_desktop.desktop.widgets.panel import Retranslating

_NAME: Final = "documents"


class SaveAllButton(Retranslating, TextButton):
    """Opens the ways; ``wanted`` carries where files are collected, and the path of it."""

    wanted = Signal(object, object)

    def __init__(self, papers: PaperRenderer, settings: SettingsStore) -> None:
        super().__init__(f"{_NAME}.saveAll")
        self._papers = papers
        self._settings = settings
        self.clicked.connect(self._offer)
        self.retranslate_ui()

    def _offer(self) -> None:
        """Open the ways as a menu, which is there only as long as it is open."""
        menu = QMenu(self)
        menu.setObjectName(f"{_NAME}.ways")
        for words, way in (
            (self.tr("Into a &folder…"), self._into_folder),
            (self.tr("As one &ZIP…"), self._into_zip),
            (self.tr("As one &PDF, in the order shown…"), self._into_pdf),
        ):
            menu.addAction(words).triggered.connect(way)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _into_folder(self) -> None:
        folder = folder_to_open(self, self._settings, self.tr("Save into a folder"))
        if folder is not None:
            self.wanted.emit(FolderCollection(folder, LIST_NAME), folder)

    def _into_zip(self) -> None:
        chosen = file_to_save(self, self._settings, self.tr("Save as one ZIP"), f"{_NAME}.zip", "ZIP (*.zip)")
        if chosen is not None:
            self.wanted.emit(ZipCollection(chosen[0], LIST_NAME), chosen[0])

    def _into_pdf(self) -> None:
        chosen = file_to_save(self, self._settings, self.tr("Save as one PDF"), f"{_NAME}.pdf", "PDF (*.pdf)")
        if chosen is not None:
            self.wanted.emit(MergedPdf(chosen[0], self._papers), chosen[0])

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.setText(self.tr("Save &all…"))
