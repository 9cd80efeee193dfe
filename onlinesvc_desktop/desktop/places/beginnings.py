# SPDX-License-Identifier: MIT
"""What the first start offers: one card for each way to begin, and the codes of a sample that was made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.embedded import SampleCode, SampleReport
from onlinesvc_desktop.contract.limits import MAX_ACCESS_CODE_LENGTH
from onlinesvc_desktop.desktop.icons import palette_pixmap
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.places.new_password import NewPasswordFields
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_ICON = 26


class Choice(Panel):
    """One way to begin: icon, title, what it means, and its controls in ``column``."""

    def __init__(self, mark: str, title: Callable[[], str], text: Callable[[], str]) -> None:
        super().__init__()
        self._title_words, self._text_words = title, text
        frame, self.column = card(10)
        self._mark = label()
        self._mark.setPixmap(palette_pixmap(mark, QPalette.ColorRole.Accent, _ICON))
        self._title = label("title", wrap=True)
        self._text = label("muted", wrap=True)
        head = tight(QHBoxLayout(), 10)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._text)
        tight(QVBoxLayout(self)).addWidget(frame)
        Choice.retranslate_ui(self)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._title.setText(self._title_words())
        self._text.setText(self._text_words())


class FoundChoice(Choice):
    """Open what the folder holds already."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            "check",
            lambda: self.tr("Open the data found on this computer"),
            lambda: self.tr("Its access codes and shipments stay as they are; nothing is added."),
        )
        self._open = TextButton("welcome.openFound", "primary")
        self._open.clicked.connect(self.wanted)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._open)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._open.setText(self.tr("Open this data"))


class SampleChoice(Choice):
    """Try the program with an invented carrier."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            "sparkle",
            lambda: self.tr("Try it with sample data"),
            lambda: self.tr("An invented carrier with customers and shipments, on this computer only."),
        )
        self._make = TextButton("welcome.sample", "primary")
        self._make.clicked.connect(self.wanted)
        self.column.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._make)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._make.setText(self.tr("Use sample data"))


class SiteChoice(Choice):
    """Create the first administrator: of an empty site, or of data that nobody can sign in to yet."""

    wanted = Signal(str, str)
    """Carries access code and password."""

    def __init__(self, workplace: Workplace) -> None:
        self._has_data = False
        super().__init__("home", self._title_of_site, self._text_of_site)
        self._code = Line("welcome.accessCode", longest=MAX_ACCESS_CODE_LENGTH)
        self._code_field = Field(self._code, lambda: self.tr("Ad&ministrator’s access code"), required=True)
        self._password = NewPasswordFields("welcome", workplace)
        self._password.submitted.connect(self._submit)
        self._create = TextButton("welcome.create")
        self._create.clicked.connect(self._submit)
        self.column.addWidget(self._code_field)
        self.column.addWidget(self._password)
        self.column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate_ui()

    def _title_of_site(self) -> str:
        if self._has_data:
            return self.tr("Use the data found on this computer")
        return self.tr("Start an empty site on this computer")

    def _text_of_site(self) -> str:
        if self._has_data:
            return self.tr(
                "There are shipments or customers here, but nobody can sign in yet. Create the first administrator."
            )
        return self.tr("Create the first administrator; data comes in as files.")

    def show_data(self, has_data: bool) -> None:
        """Say that there is data already, or none."""
        self._has_data = has_data
        self.retranslate_ui()

    def refuse(self, words: Callable[[], str]) -> None:
        """Say why the access code cannot be used."""
        self._code_field.set_error(words)
        self._code.setFocus()

    def clear_password(self) -> None:
        """Forget the password."""
        self._password.clear()

    def _submit(self) -> None:
        code = self._code.text().strip()
        if not code:
            self.refuse(lambda: self.tr("Choose an access code for the administrator."))
            return
        self._code_field.set_error(None)
        if self._password.check():
            self.wanted.emit(code, self._password.password)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._create.setText(self.tr("Create the site"))


class SampleCodes(Panel):
    """The access codes of a sample, shown once, and numbers to try."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.report: SampleReport | None = None
        frame, column = card()
        self._title = label("title")
        self._hint = label("muted", wrap=True)
        self._table = MessageView("welcome.codes", self._columns(), sortable=False)
        self._numbers = label("muted", wrap=True)
        self._numbers.setObjectName("welcome.numbers")
        self._numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._go_on = TextButton("welcome.continue", "primary")
        self._go_on.clicked.connect(self.read)
        for widget in (self._title, self._hint, self._table, self._numbers):
            column.addWidget(widget)
        column.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        tight(QVBoxLayout(self)).addWidget(frame)
        self.setFocusProxy(self._go_on)
        self.hide()
        self.retranslate_ui()

    def show_report(self, report: SampleReport) -> None:
        """Show what was made."""
        self.report = report
        self._table.model.set_rows(report.access_codes)
        self._table.fit_columns()
        self._table.fit_height()
        self.retranslate_ui()
        self.show()

    def as_text(self, report: SampleReport) -> str:
        """Return codes and some numbers in aligned lines, for a terminal."""
        lines = [f"{code.access_code:<14}{code.password:<32}{self._remarks(code)}".rstrip() for code in report.access_codes]
        return "\n".join([*lines, self._number_words(report)])

    def _columns(self) -> Sequence[Column[SampleCode]]:
        return (
            Column(lambda: self.tr("Access code"), lambda code: code.access_code, lambda code: code.access_code),
            Column(lambda: self.tr("Password"), lambda code: code.password, lambda code: code.password),
            Column(lambda: self.tr("Remarks"), self._remarks, self._remarks),
        )

    def _remarks(self, code: SampleCode) -> str:
        if code.role == "administrator":
            return self.tr("administrator")
        return self.tr("password expired") if code.password_state == "expired" else ""

    def _number_words(self, report: SampleReport) -> str:
        return self.tr("Autopro numbers:") + " " + "  ".join(_some(report.autopro_numbers))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Access codes of the sample"))
        self._hint.setText(self.tr("Code and password. Select and copy what you need."))
        self._table.view.setAccessibleName(self.tr("Access codes of the sample"))
        self._go_on.setText(self.tr("Go to the services"))
        if self.report is not None:
            self._numbers.setText(self._number_words(self.report))


def stacked(*parts: QWidget) -> QWidget:
    """Return a column of cards."""
    column_of = QWidget()
    column = tight(QVBoxLayout(column_of), 14)
    for part in parts:
        column.addWidget(part)
    return column_of


def _some(numbers: Sequence[str]) -> Sequence[str]:
    """Return a few numbers, old to new, so that every stage of a shipment's life is among them."""
    return numbers[:: max(1, len(numbers) // 8)][:8]
