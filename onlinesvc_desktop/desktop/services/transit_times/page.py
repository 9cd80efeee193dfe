# SPDX-License-Identifier: MIT
"""Transit times: two places and a day, or many destinations at once (public, without a key)."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Cancelled, FaultError, Refused, is_without_answer
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.contract.transit_times import GET_TRANSIT_TIME, TransitTimeQuery
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.services.transit_times.answer import AnswerCard
from onlinesvc_desktop.desktop.services.transit_times.columns import transit_columns
from onlinesvc_desktop.desktop.services.transit_times.destinations import Destinations, places_in, places_of_file
from onlinesvc_desktop.desktop.services.transit_times.kept import Answered, KeptTable, table_of, values_of
from onlinesvc_desktop.desktop.services.transit_times.words import TransitCounts
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "transitTimes"
_AT_ONCE = 10
"""Destinations asked in one piece of work, so that the table grows while one looks and stops at once."""
_MOST_SUGGESTED = 3


class _UnknownOrigin(msgspec.Struct, frozen=True):
    """The place of pickup is not served."""

    suggestions: tuple[str, ...]


class TransitTimesPage(Page):
    """Ask, see the first answer in one glance and all of them in a table that stays readable without a link."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._job: Job | None = None
        self._waiting: list[str] = []
        self._asked: KeptTable | None = None
        self._before: KeptTable | None = None
        self._day = Day(f"{_OWNER}.shipDate", workplace.today)
        self._day.setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31))
        self._origin = Line(f"{_OWNER}.origin", MAX_SEARCH_LENGTH)
        self._destination = Destinations(f"{_OWNER}.destination")
        self._form = Form(
            [
                Entry("origin", self._origin, lambda: self.tr("&From"), hint=self._example_words),
                Entry("ship_date", self._day, lambda: self.tr("&Goods ready on")),
                Entry("destination", self._destination, lambda: self.tr("&To"), wide=True, hint=self._list_words),
            ]
        )
        self._form.submitted.connect(self.ask)
        self._file = TextButton(f"{_OWNER}.file")
        self._file.clicked.connect(self._on_file)
        self._show = TextButton(f"{_OWNER}.submit", "primary")
        self._show.clicked.connect(self.ask)
        self._suggested = [TextButton(f"{_OWNER}.suggestion{number}", "link") for number in range(1, _MOST_SUGGESTED + 1)]
        for button in self._suggested:
            button.clicked.connect(lambda _checked=False, button=button: self._take(button.property("place")))
            button.hide()
        self._busy = Busy(_OWNER)
        self._busy.stopped.connect(self._stop)
        self._answer = AnswerCard()
        self._table = MessageView(f"{_OWNER}.results", transit_columns())
        self._table.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self._bar = TableBar(_OWNER, self._table, self.heading_words, self.message, workplace)
        self._count = label("muted")
        self._count.setObjectName(f"{_OWNER}.count")
        self._build()
        self._restore()
        self.retranslate_ui()

    def _build(self) -> None:
        buttons = tight(QHBoxLayout(), 8)
        for button in self._suggested:
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._file)
        buttons.addWidget(self._show)
        frame, column = card()
        column.addWidget(self._form)
        column.addLayout(buttons)
        content = QWidget()
        layout = tight(QVBoxLayout(content), 14)
        layout.addWidget(frame)
        layout.addWidget(self._busy)
        layout.addWidget(self._answer)
        layout.addWidget(self._bar)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._count)
        layout.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        self._table.setMinimumHeight(self.fontMetrics().height() * 9)
        self.body.addWidget(scrolling(content), 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Transit times")

    def _example_words(self) -> str:
        return self.tr("Postal code, or city and province: G5L 1A1, Rimouski QC")

    def _list_words(self) -> str:
        return self.tr("One place, or a list with one on each line (paste it, or Shift+Enter).")

    def first_field(self) -> QWidget:
        """Start where the goods come from."""
        return self._origin

    def ask(self) -> None:
        """Ask every destination anew."""
        self._stop()
        self._suggest(self._origin, ())
        origin, places = self._origin.value().strip(), places_in(self._destination.value())
        self._form.field("origin").set_error(None if origin else lambda: self.tr("Say where the goods are picked up."))
        self._form.field("destination").set_error(None if places else lambda: self.tr("Say where the goods go."))
        if not (origin and places):
            (self._destination if origin else self._origin).setFocus()
            return
        self.message.clear()
        self._answer.show_answer(None)
        day = date.fromisoformat(self._day.value())
        self._before, self._asked = self._asked, KeptTable(origin, day, self._workplace.now(), ())
        self._waiting = places
        self._busy.start()
        self._ask_next()

    def _again(self) -> Callable[[], None]:
        """Return a way to ask the same again, unless something else stands in the fields by then."""
        asked = self._form.values()

        def again() -> None:
            if self._form.values() == asked:
                self.ask()

        return again

    def _ask_next(self) -> None:
        asked, places = self._asked, self._waiting[:_AT_ONCE]
        if asked is None or not places:
            self._finish()
            return

        def received(outcome: Outcome[_UnknownOrigin | list[Answered]]) -> None:
            if self._job is job:
                self._on_answers(outcome)

        self._job = job = self._workplace.link.ask(
            lambda client: _answers(client, asked.origin, places, asked.ship_date), received
        )

    def _on_answers(self, outcome: Outcome[_UnknownOrigin | list[Answered]]) -> None:
        self._job = None
        match outcome:
            case Ok(_UnknownOrigin(suggestions)):
                self._go_back()
                origin = self._origin.value().strip()
                self._form.field("origin").set_error(lambda: self.tr("We do not pick up at “{place}”.").format(place=origin))
                self._suggest(self._origin, suggestions)
                self._origin.setFocus()
            case Ok(list(answers)):
                self._add(answers)
                self._ask_next()
            case Err(Cancelled()):
                self._go_back()
            case Err(fault):
                self._go_back()
                if self._table.model.rows and is_without_answer(fault):
                    self._show_current()
                    lasts = self.message.until_back(outcome, self._workplace.link, self._again())
                    self.message.say(Tone.WARNING, self._age_words, lasts)
                else:
                    self.message.say_fault(outcome, self._workplace.link, self._again())

    def _add(self, answers: list[Answered]) -> None:
        assert self._asked is not None
        is_first = not self._asked.rows
        self._waiting = self._waiting[len(answers) :]
        self._asked = msgspec.structs.replace(self._asked, rows=(*self._asked.rows, *answers))
        if is_first:
            self._table.model.set_rows(answers)
            self._table.fit_columns()
            self._table.view.setCurrentIndex(self._table.model.index(0, 0))
            self._answer.show_answer(answers[0].time)
            if answers[0].time is None and not self._waiting:
                place = answers[0].destination
                self._form.field("destination").set_error(
                    lambda: self.tr("We do not deliver to “{place}”.").format(place=place)
                )
                self._suggest(self._destination, answers[0].suggestions)
        else:
            self._table.model.append_rows(answers)
        done = len(self._asked.rows)
        self._busy.progress(done, done + len(self._waiting))
        self.retranslate_ui()

    def _finish(self) -> None:
        self._busy.finish()
        if self._asked is not None and self._asked.rows:
            self._workplace.drafts.keep(_OWNER, Draft(values_of(self._asked), new_key()))

    def _go_back(self) -> None:
        """Leave what stood there before, when nothing of the new table has come."""
        self._busy.finish()
        if self._asked is not None and not self._asked.rows:
            self._asked = self._before
        self.retranslate_ui()

    def _stop(self) -> None:
        job, self._job = self._job, None
        self._waiting = []
        if job is not None:
            job.cancel()
        self._finish()

    def _restore(self) -> None:
        """Show the table of the last time, with its age."""
        draft = self._workplace.drafts.load(_OWNER)
        kept = None if draft is None else table_of(draft.values)
        if kept is None:
            return
        self._asked = kept
        self._origin.fill(kept.origin)
        self._destination.fill("\n".join(row.destination for row in kept.rows))
        self._table.model.set_rows(kept.rows)
        self._table.view.setCurrentIndex(self._table.model.index(0, 0))

    def _show_current(self) -> None:
        index = self._table.view.currentIndex()
        self._answer.show_answer(self._table.row_at(index).time if index.isValid() else None)

    def _suggest(self, field: Line | Destinations, places: Sequence[str]) -> None:
        for number, button in enumerate(self._suggested):
            button.setVisible(number < len(places))
            if number < len(places):
                button.setText(places[number])
                button.setProperty("place", (field is self._origin, places[number]))

    def _take(self, chosen: tuple[bool, str]) -> None:
        is_origin, place = chosen
        (self._origin if is_origin else self._destination).fill(place)
        self.ask()

    def _on_file(self) -> None:
        file = file_to_open(self, self._workplace.settings, self.tr("Open a list of places"), self.tr("Lists (*.csv *.txt)"))
        if file is None:
            return

        def read(outcome: Outcome[list[str]]) -> None:
            if isinstance(outcome, Ok) and outcome.value:
                self._destination.fill("\n".join(outcome.value))
                self.ask() if self._origin.value().strip() else self._origin.setFocus()
            else:
                name = file.name
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("{file} holds no list of places; choose a text or CSV file.").format(file=name),
                )

        self._workplace.jobs.run(lambda: _read(file), read)

    def _age_words(self) -> str:
        kept = self._asked
        age = "" if kept is None else formats.age_words(kept.fetched_at, self._workplace.now())
        return self.tr("The server cannot be reached. The table shows what was fetched {age}.").format(age=age)

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        super().retranslate_ui()
        self._show.setText(self.tr("Show"))
        self._file.setText(self.tr("From a file…"))
        self._table.view.setAccessibleName(self.tr("Transit times"))
        kept = self._asked
        has_rows = kept is not None and bool(kept.rows)
        self._bar.setVisible(has_rows)
        self._table.setVisible(has_rows)
        if kept is not None and kept.rows:
            self._count.setText(
                self.tr("{places} from {origin}, goods ready {day}; fetched {age}.").format(
                    places=TransitCounts().destinations(len(kept.rows)),
                    origin=kept.origin,
                    day=formats.date_words(kept.ship_date),
                    age=formats.age_words(kept.fetched_at, self._workplace.now()),
                )
            )

    def entered(self) -> None:
        """Say the age of what stands there as it is now."""
        self.retranslate_ui()


def _read(file: Path) -> list[str]:
    try:
        return places_of_file(file)
    except (OSError, ValueError):
        return []


def _answers(client: ApiClient, origin: str, places: Sequence[str], ship_date: date) -> _UnknownOrigin | list[Answered]:
    """Ask a few destinations one after the other; a place that is not served is an answer.

    Raises:
        FaultError: the backend did not answer, or refused for another reason.
    """
    answers = []
    for place in places:
        try:
            found = client.send(GET_TRANSIT_TIME, query=TransitTimeQuery(origin, place, ship_date))
            answers.append(Answered(place, found))
        except FaultError as error:
            match error.fault:
                case Refused(ErrorCode.UNKNOWN_POINT, errors, suggestions) if errors and errors[0].pointer == "/origin":
                    return _UnknownOrigin(suggestions)
                case Refused(ErrorCode.UNKNOWN_POINT, _, suggestions):
                    answers.append(Answered(place, None, suggestions))
                case _:
                    raise
    return answers
