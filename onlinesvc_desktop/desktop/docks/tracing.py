# SPDX-License-Identifier: MIT
"""Tracing in the dock: nine digits and go (P6), any other number or many, or the service with more features (P7)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.client.reference_lists import take_numbers
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS, MIN_REFERENCE_LENGTH
from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.words.fields import autopro_words

_LONGEST_TEXT = 1_000_000


def _is_slip(number: str) -> bool:
    """Tell whether a number is likelier an autopro number with a slip in it than a number of another kind."""
    digits = sum(character.isdigit() for character in number)
    return digits == len(number) or (len(number) == AUTOPRO_DIGITS and digits == AUTOPRO_DIGITS - 1)


class TracingSection(Section):
    """Take one number, a column of a spreadsheet or an e-mail with numbers in it; keep the focus for the next."""

    trace_wanted = Signal(str)
    """Carries nine digits."""
    numbers_wanted = Signal(object)
    """Carries several numbers, or one of another kind."""
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("tracing", "tracing")
        self._message = MessageLine("tracing.message", theme)
        self._number = Line("tracing.autoproNumber", longest=_LONGEST_TEXT)
        self._number.returnPressed.connect(self._trace)
        self._number.textEdited.connect(lambda _text: self._refuse(None))
        self._field = Field(self._number, lambda: self.tr("Autopro &number"))
        self._go = TextButton("tracing.trace", "primary")
        set_icon(self._go, "search", QPalette.ColorRole.HighlightedText)
        self._go.clicked.connect(self._trace)
        self._other = TextButton("tracing.traceAsOther", "link")
        self._other.clicked.connect(self._trace_as_other)
        self._other.hide()
        self._more = TextButton("tracing.moreFeatures", "link")
        self._more.clicked.connect(self.more_wanted)
        row = tight(QHBoxLayout(), 8)
        row.addWidget(self._go, 1)
        self.column.addWidget(self._field)
        self.column.addLayout(row)
        self.column.addWidget(self._message)
        self.column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
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
        text = self._number.text()
        number = parse_autopro(text)
        self._number.setFocus()
        self._number.selectAll()
        if not isinstance(number, AutoproFault):
            self._refuse(None)
            self.trace_wanted.emit(number)
            return
        numbers = take_numbers(text).numbers
        if not numbers or (len(numbers) == 1 and _is_slip(numbers[0])):
            self._refuse(number)
            return
        self._refuse(None)
        self.numbers_wanted.emit(numbers)

    def _refuse(self, fault: AutoproFault | None) -> None:
        """Say what is wrong with a number and offer to take it for another kind, or neither."""
        self._other.setVisible(fault is not None and len(self._number.text().strip()) >= MIN_REFERENCE_LENGTH)
        if fault is None:
            self._message.clear()
        else:
            self._message.say(Tone.WARNING, lambda: autopro_words(fault))

    def forget_fault(self) -> None:
        """Say no more what was wrong with a number, because the clerk went on."""
        self._refuse(None)

    def _trace_as_other(self) -> None:
        numbers = (self._number.text().strip(),)
        self._refuse(None)
        self.focus_number()
        self.numbers_wanted.emit(numbers)

    def start_number(self, digit: str) -> None:
        """Begin a number with a digit that was typed where no field had the focus."""
        self._number.setFocus()
        self._number.setText(digit)
        self._refuse(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._number.setPlaceholderText(self.tr("Nine digits, or paste many numbers"))
        self._other.setText(self.tr("Trace it as another number"))
        self._other.setToolTip(self.tr("As a bill of lading, order or pickup number"))
        self._go.setText(self.tr("Trace"))
        self._go.setToolTip(self.tr("Show status, place and history of this shipment (Enter)"))
        self._more.setText(self.tr("More tracing features"))
        self._more.setToolTip(self.tr("Trace by other numbers, or many at once"))
