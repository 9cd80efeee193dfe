# SPDX-License-Identifier: MIT
"""Which columns a table shows, in which order and how wide: chosen from a menu, moved with the mouse, kept for next time."""

from typing import Any

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.widgets.table import MessageView

_PAUSE_MS = 400


class ColumnChoice:
    """The choice of one table; the first column always stays, so that a row can be told from others."""

    def __init__(self, table: MessageView[Any], settings: SettingsStore) -> None:
        self._view = table.view
        self._table = table
        self._settings = settings
        self._header = table.view.horizontalHeader()
        self._header.setSectionsMovable(True)
        self._header.setFirstSectionMovable(False)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(lambda at: self.menu().popup(self._header.mapToGlobal(at)))
        self._pause = QTimer(table)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        kept = settings.values.table_layouts.get(table.view.objectName(), "")
        if kept and self._header.restoreState(QByteArray.fromBase64(kept.encode())):
            table.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            table.keep_widths()
        self._header.sectionMoved.connect(self._on_moved)

    def _on_moved(self) -> None:
        self._table.unfold()
        self._pause.start()

    def menu(self) -> QMenu:
        """Return a menu of all columns, those shown ticked."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section in range(1, self._header.count()):
            action = QAction(str(self._table.model.headerData(section, Qt.Orientation.Horizontal)), menu)
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(section))
            action.toggled.connect(lambda shown, at=section: self._show(at, shown))
            menu.addAction(action)
        return menu

    def popup(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu().popup(at)

    def shown_sections(self) -> list[int]:
        """Return the columns shown, in the order of the screen."""
        order = (self._header.logicalIndex(at) for at in range(self._header.count()))
        return [section for section in order if not self._header.isSectionHidden(section)]

    def _show(self, section: int, shown: bool) -> None:
        self._table.unfold()
        self._header.setSectionHidden(section, not shown)
        self._table.fit_columns()
        self._pause.start()

    def _keep(self) -> None:
        state = bytes(self._header.saveState().toBase64().data()).decode()
        layouts = self._settings.values.table_layouts | {self._view.objectName(): state}
        self._settings.change(table_layouts=layouts)
