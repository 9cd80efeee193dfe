# SPDX-License-Identifier: MIT
"""The top bar: program name, find field, help, and the language button in the upper right corner (P9, P16)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop.find import FindField
from onlinesvc_desktop.desktop.icons import program_pixmap
from onlinesvc_desktop.desktop.language import LanguageService, other_than, own_name, show_in
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, plain_tooltip

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.help.topics import Topic

_MARK = 28
_FIND_CHARACTERS = 62


class TopBar(Panel):
    """One row above everything else."""

    help_wanted = Signal()

    def __init__(
        self, language: LanguageService, topics: Callable[[], "Sequence[Topic]"], profile: Callable[[], Profile | None]
    ) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        mark = label()
        mark.setPixmap(program_pixmap(_MARK))
        self._name = label("program")
        self.find_field = FindField(topics, profile)
        self.find_field.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FIND_CHARACTERS)
        self.find_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._help = icon_button("help", "topBar.help", 20)
        self._help.clicked.connect(self.help_wanted)
        self._button = TextButton("topBar.language")
        self._button.clicked.connect(language.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self._name)
        row.addSpacing(24)
        row.addWidget(self.find_field, 10)
        row.addStretch(1)
        row.addWidget(self._help)
        row.addWidget(self._button)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts; the button bears the other language's own name."""
        other = other_than(self._language.language)
        self._name.setText(self.tr("Online Services"))
        self._button.setText(own_name(other))
        self._button.setAccessibleName(own_name(other))
        self._button.setToolTip(plain_tooltip(show_in(other)))
        self._help.setToolTip(self.tr("Help (F1)"))
        self._help.setAccessibleName(self.tr("Help (F1)"))
