# SPDX-License-Identifier: MIT
"""The statement by e-mail: where to, each week or month on which day, when it comes next, and how it stops."""

from typing import Final

from msgspec import UNSET
from PySide6.QtCore import QLocale, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.limits import MAX_EMAIL_LENGTH
from onlinesvc_desktop.contract.statement_mail import (
    DEFAULT_AT,
    END_STATEMENT_MAIL,
    GET_STATEMENT_MAIL,
    SET_STATEMENT_MAIL,
    StatementFrequency,
    StatementMail,
    StatementSchedule,
)
from onlinesvc_desktop.contract.zones import EASTERN
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.moments import TimeOfDay
from onlinesvc_desktop.desktop.widgets.editors.numbers import Whole
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.fields import entry_words, field_words
from onlinesvc_desktop.desktop.workplace import Workplace

_LAST_DAY: Final = 31


class StatementByMail(Panel):
    """A form in the place of the list. What was changed and not saved stays until it is, or a sign-out."""

    ended = Signal()
    """It was left."""

    def __init__(self, owner: str, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._known = StatementMail()
        self._code = ""
        self._is_changed = False
        self._heading = label("title", wrap=True)
        self._email = Line(f"{owner}.mailTo", longest=MAX_EMAIL_LENGTH)
        self._frequency = Choices(f"{owner}.mailFrequency", self._frequencies)
        self._weekday = Choices(f"{owner}.mailWeekday", _weekdays)
        self._day = Whole(f"{owner}.mailDay", 1, _LAST_DAY, 1)
        self._at = TimeOfDay(f"{owner}.mailAt", DEFAULT_AT)
        self._email_field = Field(self._email, lambda: self.tr("To"), required=True)
        self._frequency_field = Field(self._frequency, lambda: self.tr("How often"))
        self._weekday_field = Field(self._weekday, lambda: self.tr("On"))
        self._day_field = Field(
            self._day,
            lambda: self.tr("On day"),
            lambda: self.tr("In a shorter month, on its last day."),
        )
        self._at_field = Field(
            self._at, lambda: self.tr("At"), lambda: self.tr("By the clock of this computer ({zone}).").format(zone=_zone())
        )
        self._what, self._next = label("muted", wrap=True), label("", wrap=True)
        self._next.setObjectName(f"{owner}.mailNext")
        self._save = TextButton(f"{owner}.mailSubmit", "primary")
        self._end = TextButton(f"{owner}.mailEnd")
        self._leave = TextButton(f"{owner}.mailLeave", "link")
        self._save.clicked.connect(self._on_save)
        self._email.returnPressed.connect(self._on_save)
        self._end.clicked.connect(self._on_end)
        self._leave.clicked.connect(self.ended)
        for editor in (self._email, self._frequency, self._weekday, self._day, self._at):
            editor.edited.connect(self._on_edited)
        self._build()
        self.setFocusProxy(self._email)
        self.hide()
        workplace.session.changed.connect(self._on_session_changed)
        self._on_session_changed()
        self.retranslate_ui()

    def _build(self) -> None:
        content = QWidget()
        around = tight(QVBoxLayout(content), 10)
        frame, inner = card()
        around.addWidget(frame)
        around.addStretch(1)
        inner.addWidget(self._heading)
        inner.addWidget(self._what)
        inner.addWidget(self._email_field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._frequency_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        for field in (self._weekday_field, self._day_field):
            grid.addWidget(field, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._at_field, 0, 2, Qt.AlignmentFlag.AlignTop)
        for at in (0, 1, 2):
            grid.setColumnStretch(at, 1)
        inner.addLayout(grid)
        inner.addWidget(self._next)
        row = ButtonRow()
        for button in (self._save, self._end, self._leave):
            row.add(button)
        inner.addWidget(row)
        tight(QVBoxLayout(self)).addWidget(scrolling(content))

    def begin(self) -> None:
        """Show the form, and how it stands unless something was changed and not saved."""
        self.show()
        self._email.setFocus()
        if not self._is_changed:
            self._reload()

    def _reload(self) -> None:
        code = self._code

        def received(outcome: Outcome[StatementMail]) -> None:
            match outcome:
                case Ok(found) if self._code == code and not self._is_changed:
                    self._show(found)
                case Err():
                    self._message.say_fault(outcome, self._workplace.link, self._reload)
                case _:
                    pass

        if code:
            self._workplace.link.ask(lambda client: client.send(GET_STATEMENT_MAIL), received)

    def _show(self, found: StatementMail) -> None:
        profile = self._workplace.session.open_profile
        self._known, self._is_changed = found, False
        schedule = found.schedule
        if schedule is UNSET:
            email = "" if profile is None or profile.default_email is UNSET else profile.default_email
            schedule = StatementSchedule(email, StatementFrequency.MONTHLY)
        self._email.setText(schedule.email)
        self._frequency.fill(schedule.frequency.value)
        self._weekday.fill(str(schedule.weekday))
        self._day.fill(schedule.day)
        self._at.fill(schedule.at)
        self._email_field.set_error(None)
        self.retranslate_ui()

    def _on_edited(self) -> None:
        self._is_changed = True
        self.retranslate_ui()

    def _on_save(self) -> None:
        typed = self._email.text().strip()
        email = parse_email(typed)
        if email is None:
            fault = FieldCode.MALFORMED if typed else FieldCode.REQUIRED
            self._email_field.set_error(lambda: entry_words("email", fault))
            self._email.setFocus()
            return
        frequency = StatementFrequency(self._frequency.value() or StatementFrequency.MONTHLY)
        weekday = int(self._weekday.value() or 1)
        schedule = StatementSchedule(email, frequency, weekday, self._day.value(), self._at.value(), _zone())
        code = self._code

        def saved(outcome: Outcome[StatementMail]) -> None:
            self._save.setEnabled(True)
            match outcome:
                case Ok(found) if self._code == code:
                    self._show(found)
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Saved. {next}").format(next=self._next_words()))
                case Err(Invalid((problem, *_))) if problem.pointer == "/email":
                    self._email_field.set_error(lambda: field_words(problem))
                    self._email.setFocus()
                case Err():
                    self._message.say_fault(outcome, self._workplace.link)
                case _:
                    pass

        self._message.clear()
        self._save.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(SET_STATEMENT_MAIL, schedule), saved)

    def _on_end(self) -> None:
        code = self._code

        def ended(outcome: Outcome[None]) -> None:
            self._end.setEnabled(True)
            match outcome:
                case Ok() if self._code == code:
                    self._show(StatementMail())
                    self._message.say(Tone.SUCCESS, lambda: self.tr("Stopped. The statement goes out by e-mail no longer."))
                case Err():
                    self._message.say_fault(outcome, self._workplace.link)
                case _:
                    pass

        self._message.clear()
        self._end.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(END_STATEMENT_MAIL), ended)

    def _on_session_changed(self) -> None:
        profile = self._workplace.session.open_profile
        code = "" if profile is None else profile.access_code
        if code != self._code:
            self._code = code
            self.hide()
            self._show(StatementMail())

    def _next_words(self) -> str:
        if self._known.next_at is UNSET:
            return self.tr("The statement does not go out by e-mail now.")
        return self.tr("Next statement: {when}").format(when=formats.full_local_moment_words(self._known.next_at))

    def _frequencies(self) -> list[tuple[str, str]]:
        return [
            (StatementFrequency.WEEKLY.value, self.tr("Every week")),
            (StatementFrequency.MONTHLY.value, self.tr("Every month")),
        ]

    def retranslate_ui(self) -> None:
        """Set the texts; show what belongs to the choices made."""
        is_weekly = self._frequency.value() == StatementFrequency.WEEKLY.value
        self._weekday_field.setVisible(is_weekly)
        self._day_field.setVisible(not is_weekly)
        self._end.setVisible(self._known.schedule is not UNSET)
        self._heading.setText(self.tr("Statement by e-mail"))
        self._what.setText(
            self.tr(
                "What is open in each currency, by days past due, in your language; the paper in both languages with it."
            )
        )
        self._next.setText(self._next_words())
        self._save.setText(self.tr("Save"))
        self._end.setText(self.tr("Stop these e-mails"))
        self._leave.setText(self.tr("Close"))


def _weekdays() -> list[tuple[str, str]]:
    return [(str(day), QLocale().dayName(day)) for day in range(1, 8)]


def _zone() -> str:
    """Return the IANA zone of this computer."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or EASTERN
