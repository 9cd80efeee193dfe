# SPDX-License-Identifier: MIT
"""The first start: sample data, a server, or an empty site with its first administrator."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.embedded import SampleCode, SampleReport, ToolRun
from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.contract.limits import MAX_ACCESS_CODE_LENGTH
from onlinesvc_desktop.desktop.icons import palette_pixmap
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.places.new_password import NewPasswordFields
from onlinesvc_desktop.desktop.places.server_address import ServerAddress
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.workplace import Workplace

SAMPLE_SHIPMENTS = 2_000
SAMPLE_SEED = 1
_ICON = 26

_REFUSALS: Final = {
    "access_code_malformed": QT_TRANSLATE_NOOP(
        "Welcome", "An access code has 3 to 32 letters, digits, dots, dashes or underscores, without accents."
    ),
    "access_code_taken": QT_TRANSLATE_NOOP("Welcome", "This access code exists already. Choose another."),
    "password_contains_access_code": QT_TRANSLATE_NOOP(
        "Welcome", "The password must not contain the access code. Choose another."
    ),
}


class _Choice(Panel):
    """One way to begin: icon, title, what it means, and its controls."""

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
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._title.setText(self._title_words())
        self._text.setText(self._text_words())


class WelcomePage(Page):
    """Shown until a way is chosen; the choice can be made once per data folder."""

    chosen = Signal()
    report_ready = Signal(object)
    """The sample is made; carries its codes and numbers."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("welcome", "welcome", workplace.theme, has_back=False)
        self._workplace = workplace
        self._run = ToolRun()
        self._job: Job | None = None
        self._report: SampleReport | None = None
        self._busy = Busy("welcome")
        self._busy.stopped.connect(self._stop)
        self._intro = label("muted", wrap=True)
        self._choices = QWidget()
        column = tight(QVBoxLayout(self._choices), 14)
        column.addWidget(self._sample_choice())
        column.addWidget(self._server_choice())
        column.addWidget(self._empty_choice())
        self._codes = self._codes_card()
        self._codes.hide()
        content = QWidget()
        content_column = tight(QVBoxLayout(content), 14)
        content_column.addWidget(self._codes)
        content_column.addWidget(self._choices)
        content_column.addStretch(1)
        self.body.addWidget(self._intro)
        self.body.addWidget(self._busy)
        self.body.addWidget(scrolling(content), 1)
        self.retranslate_ui()

    def _sample_choice(self) -> QWidget:
        choice = _Choice(
            "sparkle",
            lambda: self.tr("Try it with sample data"),
            lambda: self.tr("An invented carrier with customers and shipments, on this computer only."),
        )
        self._sample = TextButton("welcome.sample", "primary")
        self._sample.clicked.connect(lambda _checked: self.begin_with_sample())
        choice.column.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        return choice

    def _server_choice(self) -> QWidget:
        choice = _Choice(
            "server",
            lambda: self.tr("Connect to a server"),
            lambda: self.tr("Your administrator or the carrier gave you its address."),
        )
        self._server = ServerAddress("welcome", self._workplace)
        self._server.begun.connect(self._begin)
        self._server.taken.connect(self._on_server_taken)
        self._server.failed.connect(self._on_server_failed)
        choice.column.addWidget(self._server)
        return choice

    def _empty_choice(self) -> QWidget:
        choice = _Choice(
            "home",
            lambda: self.tr("Start an empty site on this computer"),
            lambda: self.tr("Create the first administrator; data comes in as files."),
        )
        self._code = Line("welcome.accessCode", longest=MAX_ACCESS_CODE_LENGTH)
        self._code_field = Field(self._code, lambda: self.tr("Ad&ministrator’s access code"), required=True)
        self._password = NewPasswordFields("welcome", self._workplace)
        self._password.submitted.connect(self._create_site)
        self._create = TextButton("welcome.create")
        self._create.clicked.connect(self._create_site)
        choice.column.addWidget(self._code_field)
        choice.column.addWidget(self._password)
        choice.column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignLeft)
        return choice

    def _codes_card(self) -> QFrame:
        frame, column = card()
        self._codes_title = label("title")
        self._codes_hint = label("muted", wrap=True)
        self._codes_table = MessageView("welcome.codes", self._code_columns(), sortable=False)
        self._numbers = label("muted", wrap=True)
        self._numbers.setObjectName("welcome.numbers")
        self._numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._go_on = TextButton("welcome.continue", "primary")
        self._go_on.clicked.connect(self.chosen)
        column.addWidget(self._codes_title)
        column.addWidget(self._codes_hint)
        column.addWidget(self._codes_table)
        column.addWidget(self._numbers)
        column.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Welcome to Online Services")

    def first_field(self) -> QWidget:
        """Start on the first choice, or past the codes."""
        return self._go_on if self._report is not None else self._sample

    def begin_with_sample(self, go_on: bool = False) -> None:
        """Make the sample data and show its codes, or ``go_on`` to the services at once."""
        self._begin()
        run = self._run = ToolRun()
        embedded = self._workplace.embedded

        def work() -> SampleReport | None:
            return embedded.make_sample(SAMPLE_SHIPMENTS, SAMPLE_SEED, lambda _done: None, run)

        self._job = self._workplace.jobs.run(work, lambda outcome: self._on_sample(outcome, go_on))

    def _begin(self) -> None:
        self.message.clear()
        self._choices.setEnabled(False)
        self._busy.start()

    def _end(self) -> None:
        self._job = None
        self._choices.setEnabled(True)
        self._busy.finish()

    def _stop(self) -> None:
        self._run.cancel()
        self._server.stop()
        if self._job is not None:
            self._job.cancel()

    def _on_sample(self, outcome: Outcome[SampleReport | None], go_on: bool) -> None:
        self._end()
        match outcome:
            case Ok(report):
                self._workplace.settings.change(backend_mode=BackendMode.EMBEDDED)
                self._workplace.connection.start()
                if report is not None:
                    self.report_ready.emit(report)
                if report is None or go_on:
                    self.chosen.emit()
                    return
                self._report = report
                self._codes_table.model.set_rows(report.access_codes)
                self._codes_table.fit_columns()
                self._codes_table.fit_height()
                self._codes.show()
                self._choices.hide()
                self.retranslate_ui()
                self._go_on.setFocus()
            case Err():
                self._say(outcome)

    def _on_server_taken(self) -> None:
        self._end()
        self.chosen.emit()

    def _on_server_failed(self, words: Callable[[], str]) -> None:
        self._end()
        self.message.say(Tone.WARNING, words)

    def _create_site(self) -> None:
        code = self._code.text().strip()
        if not code:
            self._code_field.set_error(lambda: self.tr("Choose an access code for the administrator."))
            self._code.setFocus()
            return
        if not self._password.check():
            return
        self._begin()
        password = self._password.password
        embedded = self._workplace.embedded
        language = self._workplace.language.language
        self._job = self._workplace.jobs.run(
            lambda: embedded.create_administrator(code, password, language), self._on_created
        )

    def _on_created(self, outcome: Outcome[str | None]) -> None:
        self._end()
        match outcome:
            case Ok(None):
                self._password.clear()
                self._workplace.settings.change(backend_mode=BackendMode.EMBEDDED)
                self._workplace.connection.start()
                self.chosen.emit()
            case Ok(refusal):
                words = _REFUSALS.get(str(refusal), _REFUSALS["access_code_malformed"])
                self._code_field.set_error(lambda: QCoreApplication.translate("Welcome", words))
                self._code.setFocus()
            case Err():
                self._say(outcome)

    def _say(self, outcome: Err) -> None:
        phones = self._workplace.connection.phone_numbers
        self.message.say(Tone.WARNING, lambda: fault_words(outcome.fault, phones))

    def _code_columns(self) -> Sequence[Column[SampleCode]]:
        return (
            Column(lambda: self.tr("Access code"), lambda code: code.access_code, lambda code: code.access_code),
            Column(lambda: self.tr("Password"), lambda code: code.password, lambda code: code.password),
            Column(lambda: self.tr("Remarks"), self._remarks, self._remarks),
        )

    def _remarks(self, code: SampleCode) -> str:
        if code.role == "administrator":
            return self.tr("administrator")
        return self.tr("password expired") if code.password_state == "expired" else ""

    def codes_as_text(self, report: SampleReport) -> str:
        """Return codes and some numbers in aligned lines, for a terminal."""
        lines = [f"{code.access_code:<14}{code.password:<32}{self._remarks(code)}".rstrip() for code in report.access_codes]
        return "\n".join([*lines, self.tr("Autopro numbers:") + " " + "  ".join(_some(report.autopro_numbers))])

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._intro.setText(
            self.tr("Everything is ready. These codes are shown once; note one down.")
            if self._report is not None
            else self.tr("How would you like to begin?")
        )
        self._sample.setText(self.tr("Use sample data"))
        self._create.setText(self.tr("Create the site"))
        self._codes_title.setText(self.tr("Access codes of the sample"))
        self._codes_hint.setText(self.tr("Code and password. Select and copy what you need."))
        self._codes_table.view.setAccessibleName(self.tr("Access codes of the sample"))
        self._go_on.setText(self.tr("Go to the services"))
        if self._report is not None:
            self._numbers.setText(self.tr("Autopro numbers:") + " " + "  ".join(_some(self._report.autopro_numbers)))


def _some(numbers: Sequence[str]) -> Sequence[str]:
    """Return a few numbers, old to new, so that every stage of a shipment's life is among them."""
    return numbers[:: max(1, len(numbers) // 8)][:8]
