# SPDX-License-Identifier: MIT
"""Tracing in the dock: nine digits and go (P6), or on to the service with more features (P7)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.words.fields import autopro_words


class TracingSection(Section):
    """Take a number, however it was pasted, and hand on nine digits."""

    trace_wanted = Signal(str)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("tracing", "tracing")
        self._message = MessageLine("tracing.message", theme)
        self._number = Line("tracing.autoproNumber", longest=64)
        self._number.returnPressed.connect(self._trace)
        self._number.textEdited.connect(lambda _text: self._message.clear())
        self._field = Field(self._number, lambda: self.tr("Autopro &number"))
        self._go = TextButton("tracing.trace", "primary")
        set_icon(self._go, "search", QPalette.ColorRole.HighlightedText)
        self._go.clicked.connect(self._trace)
        self._more = TextButton("tracing.moreFeatures", "link")
        self._more.clicked.connect(self.more_wanted)
        row = tight(QHBoxLayout(), 8)
        row.addWidget(self._go, 1)
        self.column.addWidget(self._field)
        self.column.addLayout(row)
        self.column.addWidget(self._message)
        self.column.addWidget(self._more)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Tracing")

    def focus_number(self) -> None:
        """Put the cursor into the number, ready to be replaced."""
        self._number.setFocus()
        self._number.selectAll()

    def _trace(self) -> None:
        number = parse_autopro(self._number.text())
        if isinstance(number, AutoproFault):
            fault = number
            self._message.say(Tone.WARNING, lambda: autopro_words(fault))
            self._number.setFocus()
            return
        self._message.clear()
        self._number.selectAll()
        self.trace_wanted.emit(number)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._number.setPlaceholderText(self.tr("Nine digits"))
        self._go.setText(self.tr("Trace"))
        self._go.setToolTip(self.tr("Show status, place and history of this shipment (Enter)"))
        self._more.setText(self.tr("More tracing features"))
        self._more.setToolTip(self.tr("Trace by other numbers, or many at once"))
