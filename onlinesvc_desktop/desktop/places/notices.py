# SPDX-License-Identifier: MIT
"""Notices by e-mail: which shipments, which kinds of event, where to, as they happen or once a day."""

from datetime import time
from typing import Final

from msgspec import UNSET
from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.limits import MAX_EMAIL_LENGTH, MAX_REFERENCES_PER_TRACE
from onlinesvc_desktop.contract.notices import (
    CHOOSE_NOTICE_NUMBERS,
    DEFAULT_HOUR,
    END_NOTICES,
    GET_NOTICES,
    SET_NOTICES,
    USUAL_KINDS,
    NoticeFrequency,
    NoticeNumbers,
    Notices,
    NoticeSettings,
)
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.contract.watch_list import WatchItem
from onlinesvc_desktop.contract.zones import EASTERN
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.targets import Start, Target
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.fields import entry_words, field_words
from onlinesvc_desktop.desktop.words.status import stage_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER: Final = "notices"
_HOURS: Final = 24


class NoticesPage(Page):
    """A form and the watched numbers with a tick each. What was changed and not saved stays until it is, or a sign-out."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, "watchList", workplace.theme)
        self._workplace = workplace
        self._code = ""
        self._known = Notices()
        self._is_changed = False
        self._named = ""
        self._email = Line(f"{_OWNER}.email", longest=MAX_EMAIL_LENGTH)
        self._kinds = Several(f"{_OWNER}.kinds", _kinds)
        self._frequency = Choices(f"{_OWNER}.frequency", self._frequencies)
        self._hour = Choices(f"{_OWNER}.hour", _hours)
        self._every = Check(f"{_OWNER}.allShipments", lambda: self.tr("Every shipment of our enterprise"))
        self._numbers = Several(f"{_OWNER}.numbers", self._watched)
        self._email_field = Field(self._email, lambda: self.tr("E-mail"), required=True)
        self._kinds_field = Field(self._kinds, lambda: self.tr("Tell me of"), required=True)
        self._frequency_field = Field(self._frequency, lambda: self.tr("When"))
        self._hour_field = Field(
            self._hour,
            lambda: self.tr("Every day at"),
            lambda: self.tr("By the clock of this computer ({zone}).").format(zone=_zone()),
        )
        self._numbers_field = Field(self._numbers, lambda: self.tr("Shipments on the watch list"), self._numbers_hint)
        self._which, self._how = label("title"), label("title")
        self._all, self._none = TextButton(f"{_OWNER}.all", "link"), TextButton(f"{_OWNER}.none", "link")
        self._all.clicked.connect(lambda: self._tick(is_wanted=True))
        self._none.clicked.connect(lambda: self._tick(is_wanted=False))
        self._save = TextButton(f"{_OWNER}.submit", "primary")
        self._end = TextButton(f"{_OWNER}.end")
        self._save.clicked.connect(self._on_save)
        self._email.returnPressed.connect(self._on_save)
        self._end.clicked.connect(self._on_end)
        self._next = label("muted", wrap=True)
        self._next.setObjectName(f"{_OWNER}.next")
        for editor in (self._email, self._kinds, self._frequency, self._hour, self._every, self._numbers):
            editor.edited.connect(self._on_edited)
        self._build()
        workplace.watch_list.changed.connect(self._on_watched)
        workplace.session.changed.connect(self._on_session_changed)
        self._on_session_changed()
        self.retranslate_ui()

    def _build(self) -> None:
        which, which_column = card(10)
        which_column.addWidget(self._which)
        which_column.addWidget(self._every)
        which_column.addWidget(self._numbers_field)
        ticks = tight(QHBoxLayout(), 16)
        ticks.addWidget(self._all)
        ticks.addWidget(self._none)
        ticks.addStretch(1)
        which_column.addLayout(ticks)
        which_column.addStretch(1)
        how, how_column = card(10)
        how_column.addWidget(self._how)
        how_column.addWidget(self._email_field)
        how_column.addWidget(self._kinds_field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for at, (field, share) in enumerate(((self._frequency_field, 3), (self._hour_field, 2))):
            grid.addWidget(field, 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, share)
        how_column.addLayout(grid)
        how_column.addStretch(1)
        content = QWidget()
        column = tight(QVBoxLayout(content), 12)
        cards = tight(QHBoxLayout(), 16)
        cards.addWidget(which, 1)
        cards.addWidget(how, 1)
        column.addLayout(cards)
        column.addWidget(self._next)
        row = ButtonRow()
        row.add(self._save)
        row.add(self._end)
        column.addWidget(row)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Notices by e-mail")

    def first_field(self) -> QWidget:
        """Start with the address."""
        return self._email

    def entered(self) -> None:
        """Fetch how it stands, unless something was changed and not saved."""
        if not self._is_changed:
            self.message.clear()
            self._reload()

    def receive(self, target: Target) -> None:
        """Tick the number that another page names; saving is left to the clerk."""
        match target:
            case Start(_, values) if values.get("number"):
                self._named = str(values["number"])
                if self._is_changed:
                    self._tick_named()
            case _:
                pass

    def _tick_named(self) -> None:
        named, self._named = self._named, ""
        self._numbers.fill(list(dict.fromkeys([*self._numbers.value(), named])))
        self._on_edited()

    def _reload(self) -> None:
        code = self._code

        def received(outcome: Outcome[Notices]) -> None:
            match outcome:
                case Ok(found) if self._code == code and not self._is_changed:
                    self._show(found)
                    if self._named:
                        self._tick_named()
                case Ok(found) if self._code == code:
                    self._known = found
                    self.retranslate_ui()
                case Err():
                    self.message.say_fault(outcome, self._workplace.link, self._reload)
                case _:
                    pass

        if code:
            self._workplace.link.ask(lambda client: client.send(GET_NOTICES), received)

    def _show(self, found: Notices) -> None:
        profile = self._workplace.session.open_profile
        self._known, self._is_changed = found, False
        settings = found.settings
        if settings is UNSET:
            email = "" if profile is None or profile.default_email is UNSET else profile.default_email
            settings = NoticeSettings(email, USUAL_KINDS, hour=DEFAULT_HOUR)
        self._email.setText(settings.email)
        self._kinds.fill([kind.value for kind in settings.kinds])
        self._frequency.fill(settings.frequency.value)
        self._hour.fill(str(settings.hour))
        self._every.fill(settings.all_shipments)
        self._numbers.fill(found.numbers)
        for field in (self._email_field, self._kinds_field):
            field.set_error(None)
        self.retranslate_ui()

    def _on_edited(self) -> None:
        self._is_changed = True
        self.retranslate_ui()

    def _on_watched(self) -> None:
        """Offer what is watched now; ticks stay with the numbers that are still there."""
        self._numbers.fill(self._wanted())
        self.retranslate_ui()

    def _wanted(self) -> list[str]:
        """Return the ticked numbers that are still watched; all of them as long as it is not known what is."""
        ticked = self._numbers.value()
        if not self._workplace.watch_list.loaded:
            return ticked
        watched = {number for number, _ in self._watched()}
        return [number for number in ticked if number in watched]

    def _tick(self, is_wanted: bool) -> None:
        self._numbers.fill([number for number, _ in self._watched()] if is_wanted else [])
        self._on_edited()

    def _on_save(self) -> None:
        settings = self._settings()
        if settings is None:
            return
        wanted = self._wanted()
        before = set(self._known.numbers)
        changes = [
            NoticeNumbers(tuple(numbers[at : at + MAX_REFERENCES_PER_TRACE]), is_wanted)
            for is_wanted, numbers in (
                (True, [number for number in wanted if number not in before]),
                (False, sorted(before - set(wanted))),
            )
            for at in range(0, len(numbers), MAX_REFERENCES_PER_TRACE)
        ]

        def save(client: ApiClient) -> Notices:
            found = client.send(SET_NOTICES, settings)
            for change in changes:
                found = client.send(CHOOSE_NOTICE_NUMBERS, change)
            return found

        self.message.clear()
        self._save.setEnabled(False)
        code = self._code
        self._workplace.link.ask(save, lambda outcome: self._on_saved(outcome, code))

    def _settings(self) -> NoticeSettings | None:
        """Return what is filled in, or None when a field has to be mended first."""
        typed = self._email.text().strip()
        email, kinds = parse_email(typed), self._kinds.value()
        if not kinds:
            self._kinds_field.set_error(lambda: self.tr("Tick at least one kind."))
            self._kinds.setFocus()
        if email is None:
            code = FieldCode.MALFORMED if typed else FieldCode.REQUIRED
            self._email_field.set_error(lambda: entry_words("email", code))
            self._email.setFocus()
        if email is None or not kinds:
            return None
        return NoticeSettings(
            email,
            tuple(Stage(kind) for kind in kinds),
            self._every.value() and self._has_enterprise(),
            NoticeFrequency(self._frequency.value() or NoticeFrequency.AT_ONCE),
            int(self._hour.value() or DEFAULT_HOUR),
            _zone(),
        )

    def _on_saved(self, outcome: Outcome[Notices], code: str) -> None:
        self._save.setEnabled(True)
        if self._code != code:
            return
        match outcome:
            case Ok(found):
                self._show(found)
                if found.settings is not UNSET and (found.numbers or found.settings.all_shipments):
                    self.message.say(Tone.SUCCESS, lambda: self.tr("Saved. You are told of what happens from now on."))
                else:
                    self.message.say(Tone.WARNING, lambda: self.tr("Saved, but no shipment is chosen yet: tick some."))
            case Err(Invalid((problem, *_))) if problem.pointer == "/email":
                self._email_field.set_error(lambda: field_words(problem))
                self._email.setFocus()
            case Err():
                self.message.say_fault(outcome, self._workplace.link)

    def _on_end(self) -> None:
        def ended(outcome: Outcome[None]) -> None:
            self._end.setEnabled(True)
            match outcome:
                case Ok() if self._code == code:
                    self._show(Notices())
                    self.message.say(Tone.SUCCESS, lambda: self.tr("Stopped. No more notices go out by e-mail."))
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)
                case _:
                    pass

        code = self._code
        self.message.clear()
        self._end.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(END_NOTICES), ended)

    def _on_session_changed(self) -> None:
        profile = self._workplace.session.open_profile
        code = "" if profile is None else profile.access_code
        if code != self._code:
            self._code, self._named = code, ""
            self.message.clear()
            self._show(Notices())

    def _has_enterprise(self) -> bool:
        profile = self._workplace.session.open_profile
        return profile is not None and profile.customer_number is not UNSET

    def _watched(self) -> list[tuple[str, str]]:
        watched = self._workplace.watch_list
        return [(one.reference, _watched_words(one)) for one in watched.items if not watched.is_on_its_way(one.reference)]

    def _numbers_hint(self) -> str:
        if self._watched():
            return self.tr("Tick those that you are told of by e-mail.")
        return self.tr("Nothing is watched yet. Open a shipment and choose Watch.")

    def _next_words(self) -> str:
        if self._known.settings is UNSET:
            return self.tr("No notices go out by e-mail now.")
        if self._known.next_at is not UNSET:
            return self.tr("Next e-mail: {when}, if something happened.").format(
                when=formats.full_local_moment_words(self._known.next_at)
            )
        return self.tr("What happens within a minute or so comes in one e-mail.")

    def _frequencies(self) -> list[tuple[str, str]]:
        return [
            (NoticeFrequency.AT_ONCE.value, self.tr("As it happens")),
            (NoticeFrequency.DAILY.value, self.tr("Once a day")),
        ]

    def retranslate_ui(self) -> None:
        """Set the texts; show what belongs to the choices made."""
        super().retranslate_ui()
        has_watched = bool(self._watched())
        self._which.setText(self.tr("Which shipments"))
        self._how.setText(self.tr("Where, of what and when"))
        self._all.setText(self.tr("Tick all"))
        self._none.setText(self.tr("Tick none"))
        self._save.setText(self.tr("Save"))
        self._end.setText(self.tr("Stop all e-mails"))
        self._next.setText(self._next_words())
        self._every.setVisible(self._has_enterprise())
        self._hour_field.setVisible(self._frequency.value() == NoticeFrequency.DAILY.value)
        self._end.setVisible(self._known.settings is not UNSET)
        for widget in (self._numbers, self._all, self._none):
            widget.setVisible(has_watched)
        self._numbers_field.retranslate_ui()


def _watched_words(item: WatchItem) -> str:
    if not item.matches:
        return item.reference
    return f"{item.reference} \N{MIDDLE DOT} {stage_words(stage_of(item.matches[0].status.code))}"


def _kinds() -> list[tuple[str, str]]:
    return [(stage.value, stage_words(stage)) for stage in Stage]


def _hours() -> list[tuple[str, str]]:
    return [(str(hour), formats.time_words(time(hour))) for hour in range(_HOURS)]


def _zone() -> str:
    """Return the IANA zone of this computer."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or EASTERN
