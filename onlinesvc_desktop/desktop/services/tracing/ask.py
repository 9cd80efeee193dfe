# SPDX-License-Identifier: MIT
"""What to trace: the kind of number, the numbers, a file of them, those traced before, a hand scanner."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout

from onlinesvc_desktop.client.reference_lists import Taken
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.desktop.services.tracing.numbers_field import NumbersField
from onlinesvc_desktop.desktop.services.tracing.reference_types import reference_type_words
from onlinesvc_desktop.desktop.services.tracing.words import taken_words
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted

_LONGEST_TEXT = 1_000_000
_RECENT = 15


class AskForm(Panel):
    """The fields above the results."""

    submitted = Signal()
    file_chosen = Signal(Path)

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__()
        self._settings = settings
        self._type = Choices("tracing.referenceType", lambda: [(kind, reference_type_words(kind)) for kind in ReferenceType])
        self._type.setCurrentIndex(0)
        self.numbers = NumbersField("tracing.references", _LONGEST_TEXT)
        self.numbers.submitted.connect(self.submitted)
        self.numbers.counted.connect(self._show_count)
        self._count = Taken(())
        self._go = TextButton("tracing.submit", "primary")
        self._go.clicked.connect(self.submitted)
        self._type_field = Field(self._type, lambda: self.tr("&Kind of number"))
        self._field = Field(self.numbers, lambda: self.tr("N&umbers"), self._count_words)
        self._adding = QCheckBox()
        self._adding.setObjectName("tracing.keepAdding")
        self._adding.toggled.connect(self._on_adding)
        self._sound = QCheckBox()
        self._sound.setObjectName("tracing.scanSound")
        self._sound.setChecked(settings.values.scan_sound)
        self._sound.toggled.connect(lambda on: settings.change(scan_sound=on))
        self._sound.hide()
        self._file = TextButton("tracing.openFile", "link")
        self._file.clicked.connect(self._choose_file)
        self._recent = TextButton("tracing.recent", "link")
        self._recent.clicked.connect(self._show_recent)
        frame, column = card()
        row = tight(QHBoxLayout(), 12)
        row.addWidget(self._type_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._field, 2, Qt.AlignmentFlag.AlignTop)
        beside = tight(QVBoxLayout(), 4)
        beside.addWidget(label("field"))
        beside.addWidget(self._go)
        beside.addStretch(1)
        row.addLayout(beside)
        self.more = (self._adding, self._sound, self._file, self._recent)
        """What stands in the line of the heading, so that the list has more room."""
        column.setContentsMargins(16, 8, 16, 10)
        column.addLayout(row)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.retranslate_ui()

    @property
    def kind(self) -> ReferenceType:
        """The kind of number that is chosen."""
        return ReferenceType(self._type.currentData())

    @property
    def keeps_adding(self) -> bool:
        """Tell whether each number is added to the results, as a hand scanner needs it."""
        return self._adding.isChecked()

    def show_question(self, kind: ReferenceType, number: str) -> None:
        """Show what is being traced for another part of the program."""
        self._type.setCurrentIndex(self._type.findData(kind))
        self.numbers.fill(number)
        self.rest()
        self.set_error(None)

    def rest(self) -> None:
        """Take one line again and leave the room to what is found."""
        self.numbers.rest()
        self._show_count(Taken(()))

    def _on_adding(self, on: bool) -> None:
        self._sound.setVisible(on)
        self.numbers.setFocus()

    def _show_count(self, taken: Taken) -> None:
        self._count = taken
        self._field.retranslate_ui()

    def _count_words(self) -> str:
        """Count several numbers before they are traced."""
        count = len(self._count.numbers)
        if count + self._count.repeated <= 1:
            return ""
        words = [Counted().numbers_traced(count), taken_words(self._count)]
        return " \N{MIDDLE DOT} ".join(one for one in words if one)

    def set_error(self, words: Callable[[], str] | None) -> None:
        """Say what is wrong with the numbers, or nothing."""
        self._field.set_error(words)
        if words is not None:
            self.numbers.setFocus()

    def remember(self, number: str) -> None:
        """Put a number first among those traced before."""
        others = [one for one in self._settings.values.recent_traces if one != number]
        self._settings.change(recent_traces=(number, *others[: _RECENT - 1]))
        self.retranslate_ui()

    def _choose_file(self) -> None:
        kinds = self.tr("Spreadsheets and text (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)")
        file = file_to_open(self, self._settings, self.tr("Take the numbers from a file"), kinds)
        if file is not None:
            self.file_chosen.emit(file)

    def _show_recent(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in self._settings.values.recent_traces:
            menu.addAction(number).triggered.connect(partial(self._trace_again, number))
        menu.addSeparator()
        menu.addAction(self.tr("Clear")).triggered.connect(self._forget)
        menu.popup(self._recent.mapToGlobal(self._recent.rect().bottomLeft()))

    def _trace_again(self, number: str) -> None:
        self.show_question(ReferenceType.ANY, number)
        self.submitted.emit()

    def _forget(self) -> None:
        self._settings.change(recent_traces=())
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.numbers.setPlaceholderText(self.tr("One number, or many separated by spaces or commas"))
        self.numbers.setToolTip(self.tr("Paste from a spreadsheet or an e-mail, or drop a file on the page"))
        self._go.setText(self.tr("Trace"))
        self._adding.setText(self.tr("Add to the list"))
        self._adding.setToolTip(
            self.tr("For a barcode scanner: each number is added to the results and the field stays ready")
        )
        self._sound.setText(self.tr("Sound"))
        self._sound.setToolTip(self.tr("One beep for a number that is found, two for one that is not"))
        self._file.setText(self.tr("From a file…"))
        self._recent.setText(self.tr("Recent numbers"))
        self._recent.setVisible(bool(self._settings.values.recent_traces))
