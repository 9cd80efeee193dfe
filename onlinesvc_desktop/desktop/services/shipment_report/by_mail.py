# SPDX-License-Identifier: MIT
"""The report by e-mail: to whom, how many days back, once or every day or week; what is scheduled already."""

from collections.abc import Callable
from datetime import time

from msgspec import UNSET
from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.limits import MAX_REPORT_RECIPIENTS
from onlinesvc_desktop.contract.shipment_report import (
    END_SCHEDULE,
    LIST_SCHEDULES,
    SCHEDULE_REPORT,
    SEND_REPORT,
    ReportFilter,
    ReportFrequency,
    ReportRequest,
    ReportSent,
    ScheduleItem,
    ScheduleRequest,
    Schedules,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.moments import TimeOfDay
from onlinesvc_desktop.desktop.widgets.editors.numbers import Whole
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.endable_lines import EndableLines
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.fields import entry_words
from onlinesvc_desktop.desktop.workplace import Workplace

_ONCE = "once"
_OWNER = "shipmentReport.byMail"


class ReportByMail(Panel):
    """A form and the schedules below it. State and lane are those chosen above."""

    def __init__(self, workplace: Workplace, chosen: Callable[[], ReportFilter]) -> None:
        super().__init__()
        self._workplace = workplace
        self._chosen = chosen
        self._key = new_key()
        self.message = MessageLine(f"{_OWNER}.message", workplace.theme)
        self._recipients = Line(f"{_OWNER}.recipients")
        self._recipients_field = Field(
            self._recipients,
            lambda: self.tr("To"),
            lambda: self.tr("Up to four addresses, separated by commas."),
            required=True,
        )
        self._days = Whole(f"{_OWNER}.days", 1, 366, 7)
        self._frequency = Choices(f"{_OWNER}.frequency", self._frequencies)
        self._weekday = Choices(f"{_OWNER}.weekday", _weekdays)
        for choice in (self._frequency, self._weekday):
            choice.setCurrentIndex(0)
        self._at = TimeOfDay(f"{_OWNER}.at", "07:00")
        self._weekday_field = Field(self._weekday, lambda: self.tr("On"))
        self._at_field = Field(self._at, lambda: self.tr("At"))
        self._send = TextButton(f"{_OWNER}.submit", "primary")
        self._send.clicked.connect(self._on_send)
        self._recipients.returnPressed.connect(self._on_send)
        self._frequency.currentIndexChanged.connect(lambda _index: self._on_frequency())
        self._heading = label("title")
        self._heading.hide()
        self._lines = EndableLines[ScheduleItem](f"{_OWNER}.schedule", f"{_OWNER}.end", self._words)
        self._lines.end_wanted.connect(self._end)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self._on_frequency()
        self.retranslate_ui()

    def _build(self) -> None:
        frame, column = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        fields = (
            Field(self._days, lambda: self.tr("Days to include")),
            Field(self._frequency, lambda: self.tr("How often")),
            self._weekday_field,
            self._at_field,
        )
        grid.addWidget(self._recipients_field, 0, 0, 1, len(fields))
        for at, field in enumerate(fields):
            grid.addWidget(field, 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self._send, 2, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        layout = tight(QVBoxLayout(self), 12)
        layout.addWidget(self.message)
        layout.addWidget(frame)
        layout.addWidget(self._heading)
        layout.addWidget(self._lines)
        layout.addStretch(1)

    def entered(self) -> None:
        """Propose the default e-mail and fetch the schedules."""
        profile = self._workplace.session.open_profile
        if profile is not None and profile.default_email is not UNSET and not self._recipients.text():
            self._recipients.setText(profile.default_email)
        self._reload()

    def _reload(self) -> None:
        def received(outcome: Outcome[Schedules]) -> None:
            match outcome:
                case Ok(schedules) if self._workplace.session.is_open:
                    self._show(schedules.items)
                case Err():
                    self.message.say_fault(outcome, self._workplace.link, self._reload)

        if self._workplace.session.is_open:
            self._workplace.link.ask(lambda client: client.send(LIST_SCHEDULES), received)

    def _show(self, schedules: tuple[ScheduleItem, ...]) -> None:
        self._heading.setVisible(bool(schedules))
        self._lines.show_items(schedules)

    def _on_frequency(self) -> None:
        frequency = self._frequency.currentData()
        self._weekday_field.setVisible(frequency == ReportFrequency.WEEKLY.value)
        self._at_field.setVisible(frequency != _ONCE)
        self.retranslate_ui()

    def _on_send(self) -> None:
        typed = [part.strip() for part in self._recipients.text().replace(";", ",").split(",") if part.strip()]
        addresses = [parse_email(part) for part in typed]
        if not typed or None in addresses or len(typed) > MAX_REPORT_RECIPIENTS:
            code = FieldCode.MALFORMED if typed else FieldCode.REQUIRED
            self._recipients_field.set_error(
                (lambda: self.tr("Up to four addresses, separated by commas."))
                if len(typed) > MAX_REPORT_RECIPIENTS
                else lambda: entry_words("email", code)
            )
            self._recipients.setFocus()
            return
        wanted, key = self._chosen(), self._key
        report = ReportRequest(
            tuple(one for one in addresses if one), self._days.value(), wanted.stage, wanted.origin, wanted.destination
        )
        self.message.clear()
        self._send.setEnabled(False)
        if self._frequency.currentData() == _ONCE:
            self._workplace.link.ask(lambda client: client.send(SEND_REPORT, report, key=key), self._on_sent)
            return
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() or "America/Toronto"
        request = ScheduleRequest(
            report,
            ReportFrequency(self._frequency.currentData()),
            self._at.value(),
            zone,
            int(self._weekday.currentData()),
        )
        self._workplace.link.ask(lambda client: client.send(SCHEDULE_REPORT, request, key=key), self._on_scheduled)

    def _on_sent(self, outcome: Outcome[ReportSent]) -> None:
        self._send.setEnabled(True)
        match outcome:
            case Ok(sent):
                self._key = new_key()
                self.message.say(Tone.SUCCESS, lambda: self.tr("Report sent with %n shipment(s).", "", sent.shipments))
            case Err():
                self._refused(outcome)

    def _on_scheduled(self, outcome: Outcome[ScheduleItem]) -> None:
        self._send.setEnabled(True)
        match outcome:
            case Ok(item):
                self._key = new_key()
                self.message.say(
                    Tone.SUCCESS,
                    lambda: self.tr("Scheduled. Next report: {when}").format(
                        when=formats.full_local_moment_words(item.next_at)
                    ),
                )
                self._reload()
            case Err():
                self._refused(outcome)

    def _refused(self, outcome: Err) -> None:
        match outcome.fault:
            case Invalid((problem, *_)) if "recipients" in problem.pointer:
                self._recipients_field.set_error(lambda: entry_words("email", problem.code))
                self._recipients.setFocus()
            case _:
                self.message.say_fault(outcome, self._workplace.link)

    def _end(self, item: ScheduleItem) -> None:
        def ended(outcome: Outcome[None]) -> None:
            match outcome:
                case Ok():
                    self.message.say(Tone.SUCCESS, lambda: self.tr("Schedule ended."))
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)
            self._reload()

        self._workplace.link.ask(lambda client: client.send(END_SCHEDULE, id=item.id), ended)

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._recipients.clear()
            self.message.clear()
            self._show(())

    def _frequencies(self) -> list[tuple[str, str]]:
        return [
            (_ONCE, self.tr("Once, now")),
            (ReportFrequency.DAILY.value, self.tr("Every day")),
            (ReportFrequency.WEEKLY.value, self.tr("Every week")),
        ]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        once = self._frequency.currentData() == _ONCE
        self._send.setText(self.tr("Send") if once else self.tr("Schedule"))
        self._heading.setText(self.tr("Scheduled"))

    def _words(self, item: ScheduleItem) -> tuple[str, str]:
        schedule = item.schedule
        weekly = schedule.frequency is ReportFrequency.WEEKLY
        rhythm = self.tr("every {weekday} at {time}") if weekly else self.tr("every day at {time}")
        text = self.tr("{rhythm}, to {recipients}; next {when}").format(
            rhythm=rhythm.format(
                weekday=QLocale().dayName(schedule.weekday), time=formats.time_words(time.fromisoformat(schedule.at))
            ),
            recipients=", ".join(schedule.report.recipients),
            when=formats.local_moment_words(item.next_at),
        )
        return text[:1].upper() + text[1:], self.tr("End: {schedule}").format(schedule=text)


def _weekdays() -> list[tuple[str, str]]:
    return [(str(day), QLocale().dayName(day)) for day in range(1, 8)]
