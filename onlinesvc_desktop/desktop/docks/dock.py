# SPDX-License-Identifier: MIT
"""The left dock: its sections one below the other, or one sentence until there is something to sign in to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.widgets.card import rule
from onlinesvc_desktop.desktop.widgets.panel import Retranslating, label, tight

_CHARACTERS = 40


class Dock(Retranslating, QDockWidget):
    """Neither moved nor closed."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("dock")
        self._is_quiet = False
        body = QWidget()
        body.setObjectName("dockBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 20, 18, 18)
        column.setSpacing(18)
        self._sentence = label("muted", wrap=True)
        self._sentence.setObjectName("dock.quiet")
        self._sentence.hide()
        self._sections = QWidget()
        inside = tight(QVBoxLayout(self._sections), 18)
        for at, section in enumerate(sections):
            if at:
                inside.addWidget(rule())
            inside.addWidget(section)
        column.addWidget(self._sentence)
        column.addWidget(self._sections)
        column.addStretch(1)
        area = scrolling(body)
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.setTitleBarWidget(QWidget())
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setWidget(area)
        self.retranslate_ui()

    def set_quiet(self, quiet: bool) -> None:
        """Show one sentence instead of the sections, while there is no backend that could answer them."""
        self._is_quiet = quiet
        self._sections.setVisible(not quiet)
        self._sentence.setVisible(quiet)

    @property
    def is_quiet(self) -> bool:
        """Tell whether the sections are hidden."""
        return self._is_quiet

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.setWindowTitle(self.tr("Access Login and Tracing"))
        self._sentence.setText(self.tr("First choose how to begin. Sign-in and tracing are here afterwards."))
