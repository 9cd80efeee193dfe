# SPDX-License-Identifier: MIT
"""The first start: what the folder holds, sample data, a server, or an empty site with its first administrator."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.client.embedded import SampleReport, ToolRun
from onlinesvc_desktop.client.existing_database import Contents
from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.contract.session import Session
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.places.beginnings import Choice, FoundChoice, SampleChoice, SampleCodes, SiteChoice, stacked
from onlinesvc_desktop.desktop.places.next_steps import NextSteps
from onlinesvc_desktop.desktop.places.server_address import ServerAddress
from onlinesvc_desktop.desktop.targets import Target
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.workplace import Workplace

SAMPLE_SHIPMENTS = 2_000
SAMPLE_SEED = 1

_REFUSALS: Final = {
    "access_code_malformed": QT_TRANSLATE_NOOP(
        "Welcome", "An access code has 3 to 32 letters, digits, dots, dashes or underscores, without accents."
    ),
    "access_code_taken": QT_TRANSLATE_NOOP("Welcome", "This access code exists already. Choose another."),
    "password_contains_access_code": QT_TRANSLATE_NOOP(
        "Welcome", "The password must not contain the access code. Choose another."
    ),
}
_IN_USE = "site_in_use"


class WelcomePage(Page):
    """Shown until a way is chosen; nothing is written to a database that somebody else filled."""

    chosen = Signal()
    report_ready = Signal(object)
    """The sample is made; carries its codes and numbers."""
    sign_in_failed = Signal(str, object)
    """The site was created, but its administrator could not be signed in; carries the access code and why."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("welcome", "welcome", workplace.theme, has_back=False)
        self._workplace = workplace
        self._run = ToolRun()
        self._job: Job | None = None
        self._busy = Busy("welcome")
        self._busy.stopped.connect(self._stop)
        self._intro = label("muted", wrap=True)
        self._found, self._sample, self._site = FoundChoice(), SampleChoice(), SiteChoice(workplace)
        self._found.wanted.connect(self._open_found)
        self._sample.wanted.connect(self.begin_with_sample)
        self._site.wanted.connect(self._create_site)
        self._choices = stacked(self._found, self._sample, self._server_choice(), self._site)
        self._codes, self._steps = SampleCodes(), NextSteps()
        self._codes.read.connect(self.chosen)
        self._steps.chosen.connect(self._leave)
        content = QWidget()
        column = tight(QVBoxLayout(content), 14)
        for part in (self._codes, self._steps, self._choices):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(self._intro)
        self.body.addWidget(self._busy)
        self.body.addWidget(scrolling(content), 1)
        self._show_contents(workplace.embedded.contents)
        self.retranslate_ui()

    def _server_choice(self) -> QWidget:
        choice = Choice(
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

    def _show_contents(self, contents: Contents) -> None:
        """Offer what fits what the folder holds."""
        self._found.setVisible(contents is Contents.IN_USE)
        self._sample.setVisible(contents is Contents.NOTHING)
        self._site.setVisible(contents in (Contents.NOTHING, Contents.WITHOUT_CODES))
        self._site.show_data(contents is Contents.WITHOUT_CODES)
        if contents is Contents.UNREADABLE:
            file = str(self._workplace.embedded.database)
            self.message.say(
                Tone.WARNING,
                lambda: self.tr(
                    "The file {file} is there but cannot be read as a database, so nothing is written to it. Put a copy"
                    " back, or move the file away, and start again."
                ).format(file=file),
            )

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Welcome to Online Services")

    def first_field(self) -> QWidget:
        """Start on what goes on: past the codes, the next step, or the first choice."""
        parts: tuple[QWidget, ...] = (self._codes, self._steps, self._found, self._sample)
        return next((part for part in parts if not part.isHidden()), self._server)

    @property
    def shows_next_steps(self) -> bool:
        """Tell whether a site was just created and its administrator is still reading."""
        return not self._steps.isHidden()

    def begin_with_sample(self, go_on: bool = False) -> None:
        """Make the sample data and show its codes, or ``go_on`` to the services at once."""
        self._begin()
        run = self._run = ToolRun()
        embedded = self._workplace.embedded

        def work() -> SampleReport | Contents:
            contents = embedded.contents
            if contents is not Contents.NOTHING:
                return contents
            report = embedded.make_sample(SAMPLE_SHIPMENTS, SAMPLE_SEED, lambda _done: None, run)
            return embedded.contents if report is None else report

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

    def _use_own(self) -> None:
        self._workplace.settings.change(backend_mode=BackendMode.EMBEDDED)
        self._workplace.connection.start()

    def _open_found(self) -> None:
        self.message.clear()
        self._use_own()
        self.chosen.emit()

    def _on_sample(self, outcome: Outcome[SampleReport | Contents], go_on: bool) -> None:
        self._end()
        match outcome:
            case Ok(Contents() as contents):
                self._refuse(contents)
            case Ok(SampleReport() as report):
                self._use_own()
                self.report_ready.emit(report)
                if go_on:
                    self.chosen.emit()
                    return
                self._codes.show_report(report)
                self._choices.hide()
                self.retranslate_ui()
                self._codes.setFocus()
            case Err():
                self._say(outcome)

    def _refuse(self, contents: Contents) -> None:
        """Say that the folder holds something by now; nothing was written."""
        self.message.say(
            Tone.WARNING,
            lambda: self.tr("There is data on this computer already, so nothing was added to it. Choose again."),
        )
        self._show_contents(contents)
        self.first_field().setFocus()

    def _on_server_taken(self) -> None:
        self._end()
        self.chosen.emit()

    def _on_server_failed(self, words: Callable[[], str]) -> None:
        self._end()
        self.message.say(Tone.WARNING, words)

    def _create_site(self, code: str, password: str) -> None:
        self._begin()
        embedded = self._workplace.embedded
        language = self._workplace.language.language

        def work() -> str | Contents:
            contents = embedded.contents
            if contents in (Contents.IN_USE, Contents.UNREADABLE):
                return contents
            refusal = embedded.create_administrator(code, password, language)
            return embedded.contents if refusal == _IN_USE else refusal or ""

        self._job = self._workplace.jobs.run(work, lambda outcome: self._on_created(outcome, code, password))

    def _on_created(self, outcome: Outcome[str | Contents], code: str, password: str) -> None:
        match outcome:
            case Ok(""):
                self._site.clear_password()
                self._use_own()
                self._workplace.session.sign_in(code, password, lambda opened: self._on_signed_in(opened, code))
                return
            case Ok(Contents() as contents):
                self._end()
                self._refuse(contents)
            case Ok(refusal):
                self._end()
                words = _REFUSALS.get(str(refusal), _REFUSALS["access_code_malformed"])
                self._site.refuse(lambda: QCoreApplication.translate("Welcome", words))
            case Err():
                self._end()
                self._say(outcome)

    def _on_signed_in(self, outcome: Outcome[Session], code: str) -> None:
        self._end()
        if isinstance(outcome, Err):
            self.chosen.emit()
            self.sign_in_failed.emit(code, self._workplace.link.words_for(outcome))
            return
        self._choices.hide()
        self._steps.show_for(code)
        self.retranslate_ui()
        self._steps.setFocus()

    def _leave(self, target: Target | None) -> None:
        """Go on to a step of a new site, or to the services."""
        self._steps.hide()
        self.chosen.emit()
        if target is not None:
            self.go_wanted.emit(target)

    def _say(self, outcome: Err) -> None:
        phones = self._workplace.connection.phone_numbers
        self.message.say(Tone.WARNING, lambda: fault_words(outcome.fault, phones))

    def codes_as_text(self, report: SampleReport) -> str:
        """Return codes and some numbers in aligned lines, for a terminal."""
        return self._codes.as_text(report)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        if self.shows_next_steps:
            self._intro.clear()
        elif self._codes.report is not None:
            self._intro.setText(self.tr("Everything is ready. These codes are shown once; note one down."))
        else:
            self._intro.setText(self.tr("How would you like to begin?"))
