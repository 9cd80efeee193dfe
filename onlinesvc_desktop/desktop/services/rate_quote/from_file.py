# SPDX-License-Identifier: MIT
"""Many quotes at once: lines of a spreadsheet, pasted or out of a file, into one table with progress, stop and export."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import UnsetType
from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Cancelled, Invalid, Refused
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.rate_quote import REQUEST_RATE_QUOTES, QuotedList, QuoteOutcome, RateQuote
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.rate_quote.lists import MOST_BYTES, MOST_LINES, Asked, shipments_in, text_of_file
from onlinesvc_desktop.desktop.services.rate_quote.words import QuoteCounts, place_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.widgets.table_bar import TableBar
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.fields import problem_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "rateQuote.many"
_AT_ONCE = 20
"""Shipments priced in one request, so that the table grows while one looks and stops at once."""
_LINES = 4


class Priced(msgspec.Struct, frozen=True):
    """A line with its quote, or why it has none; neither while it was not asked."""

    asked: Asked
    quote: RateQuote | None = None
    fault: Refused | Invalid | None = None


class QuotesFromFile(Tab):
    """The keys of the requests stay while the list is the same: a lost answer makes no quote twice."""

    opened = Signal(object)
    """Carries a ``RateQuote``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName(_OWNER)
        self._workplace = workplace
        self._job: Job | None = None
        self._waiting: list[Asked] = []
        self._keys: dict[tuple[int, ...], str] = {}
        self._done: list[Priced] = []
        self._day = Day(f"{_OWNER}.shipDate", workplace.today)
        self._day.setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31))
        self._text = TextArea(f"{_OWNER}.list", _LINES, MOST_BYTES)
        self._form = Form(
            [
                Entry("list", self._text, lambda: self.tr("Shipments, one on each line"), wide=True, hint=self._hint_words),
                Entry("ship_date", self._day, lambda: self.tr("Goods ready on")),
            ]
        )
        self._form.edited.connect(self._on_edited)
        self.message = MessageLine(f"{_OWNER}.message", workplace.theme)
        self._file = TextButton(f"{_OWNER}.file")
        self._file.clicked.connect(self._on_file)
        self._submit = TextButton(f"{_OWNER}.submit", "primary")
        self._submit.clicked.connect(self.ask)
        self._busy = Busy(_OWNER)
        self._busy.stopped.connect(self._on_stop)
        self._table = MessageView[Priced](f"{_OWNER}.results", self._columns())
        self._table.view.opened.connect(lambda index: self._open(self._table.row_at(index)))
        self._table.view.doubleClicked.connect(lambda index: self._open(self._table.row_at(index)))
        self._bar = TableBar(_OWNER, self._table, self.title_words, self.message, workplace)
        self._count = label("muted", wrap=True)
        self._count.setObjectName(f"{_OWNER}.count")
        self._build()
        workplace.session.changed.connect(self._on_session)
        self.retranslate_ui()

    def _build(self) -> None:
        frame, column = card(12)
        column.addWidget(self._form)
        buttons = tight(QHBoxLayout(), 8)
        buttons.addWidget(self._submit)
        buttons.addWidget(self._file)
        buttons.addStretch(1)
        column.addLayout(buttons)
        content = QWidget()
        inside = tight(QVBoxLayout(content), 12)
        for widget in (frame, self._busy, self.message, self._bar):
            inside.addWidget(widget)
        inside.addWidget(self._table, 1)
        inside.addWidget(self._count)
        self._table.setMinimumHeight(self.fontMetrics().height() * 12)
        layout = tight(QVBoxLayout(self), 0)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(scrolling(content))
        self.setFocusProxy(self._text)

    @staticmethod
    def title() -> str:
        """Return the name of the tab, which is there before the tab."""
        return QCoreApplication.translate("QuotesFromFile", "Quotes from a file")

    def _hint_words(self) -> str:
        return self.tr("Origin, destination, weight, size or class, units: H3C 3P8; M5V 2T6; 620 lb; 48x40x60; 2")

    def _columns(self) -> Sequence[Column[Priced]]:
        def money(amount: str, row: Priced) -> str:
            return "" if row.quote is None else formats.money_words(amount, row.quote.currency)

        def origin(row: Priced) -> str:
            return row.asked.cells.get("origin", "") if row.quote is None else place_words(row.quote.origin)

        def destination(row: Priced) -> str:
            return row.asked.cells.get("destination", "") if row.quote is None else place_words(row.quote.destination)

        def total(row: Priced) -> Decimal | None:
            return None if row.quote is None else Decimal(row.quote.total)

        def before_tax(row: Priced) -> Decimal | None:
            return None if row.quote is None else Decimal(row.quote.subtotal)

        def weight(row: Priced) -> Decimal | None:
            return None if row.quote is None else Decimal(row.quote.rated_weight_lb)

        def delivery(row: Priced) -> date | None:
            day = None if row.quote is None else row.quote.options[0].delivery_date
            return day if isinstance(day, date) else None

        return (
            Column(lambda: self.tr("Line"), lambda row: str(row.asked.line), lambda row: row.asked.line, right_aligned=True),
            Column(lambda: self.tr("From"), origin, origin),
            Column(lambda: self.tr("To"), destination, destination),
            Column(
                lambda: self.tr("Priced weight (lb)"),
                lambda row: "" if row.quote is None else formats.rounded_words(Decimal(row.quote.rated_weight_lb), 0),
                weight,
                right_aligned=True,
                value=weight,
            ),
            Column(
                lambda: self.tr("Before tax"),
                lambda row: "" if row.quote is None else money(row.quote.subtotal, row),
                before_tax,
                right_aligned=True,
                value=before_tax,
            ),
            Column(
                lambda: self.tr("Total after tax"),
                lambda row: "" if row.quote is None else money(row.quote.total, row),
                total,
                right_aligned=True,
                value=total,
            ),
            Column(
                lambda: self.tr("Delivery"),
                lambda row: "" if (day := delivery(row)) is None else formats.date_words(day),
                delivery,
                value=delivery,
            ),
            Column(lambda: self.tr("Quote or reason"), self._outcome_words, self._outcome_words),
        )

    def _outcome_words(self, row: Priced) -> str:
        if row.quote is not None:
            return row.quote.number
        if row.asked.problems:
            return self._problem_words(row.asked)
        match row.fault:
            case None:
                return self.tr("not asked yet")
            case Refused(ErrorCode.UNKNOWN_POINT, errors, suggestions):
                is_origin = bool(errors) and errors[0].pointer == "/origin"
                place = row.asked.cells.get("origin" if is_origin else "destination", "")
                words = self.tr("We do not serve “{place}”.").format(place=place)
                return f"{words} {' · '.join(suggestions)}".strip()
            case fault:
                return fault_words(fault)

    def _problem_words(self, asked: Asked) -> str:
        problem = asked.problems[0]
        names = {
            "origin": self.tr("From"),
            "destination": self.tr("To"),
            "weight": self.tr("Weight"),
            "freight_class": self.tr("Size or class"),
            "count": self.tr("Units"),
        }
        member = next((name for name in names if name in problem.pointer), "")
        return f"{names[member]}: {problem_words(problem)}" if member else problem_words(problem)

    def ask(self) -> None:
        """Price every line that has no price yet; lines that cannot be asked say why."""
        self._stop()
        self.message.clear()
        shipments = shipments_in(self._text.value(), date.fromisoformat(self._day.value()))
        if not shipments:
            self._form.field("list").set_error(lambda: self.tr("Paste or open a list first."))
            self._text.setFocus()
            return
        if len(shipments) > MOST_LINES:
            self._form.field("list").set_error(
                lambda: self.tr("At most {most} shipments at once; divide the list.").format(
                    most=formats.number_words(MOST_LINES)
                )
            )
            return
        if not self._workplace.session.is_open:
            self.message.say(Tone.INFO, lambda: self.tr("Sign in on the left; what you typed is kept."))
            return
        answered = {row.asked.line: row for row in self._done if row.quote is not None}
        self._done = [answered.get(one.line, Priced(one)) for one in shipments]
        self._waiting = [row.asked for row in self._done if row.quote is None and row.asked.request is not None]
        self._table.model.set_rows(self._done)
        self._table.fit_columns()
        self._busy.start()
        self._ask_next()

    def _ask_next(self) -> None:
        part = self._waiting[:_AT_ONCE]
        if not part:
            self._busy.finish()
            self._table.fit_columns()
            self.retranslate_ui()
            return
        key = self._keys.setdefault(tuple(one.line for one in part), new_key())

        def received(outcome: Outcome[list[Priced]]) -> None:
            if self._job is job:
                self._on_priced(outcome)

        self._job = job = self._workplace.link.ask(lambda client: _priced(client, part, key), received)
        self.retranslate_ui()

    def _on_priced(self, outcome: Outcome[list[Priced]]) -> None:
        self._job = None
        match outcome:
            case Ok(rows):
                by_line = {row.asked.line: row for row in rows}
                self._done = [by_line.get(row.asked.line, row) for row in self._done]
                self._table.model.replace_rows(lambda row: by_line.get(row.asked.line, row))
                self._waiting = self._waiting[len(rows) :]
                done = len(self._done) - len(self._waiting)
                self._busy.progress(done, len(self._done))
                self._ask_next()
            case Err(Cancelled()):
                self._on_stop()
            case Err():
                self._stop()
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _on_stop(self) -> None:
        self._stop()
        self.message.say(Tone.INFO, lambda: self.tr("Stopped. “Get the prices” goes on where it stopped."))

    def _stop(self) -> None:
        job, self._job = self._job, None
        self._waiting = []
        if job is not None:
            job.cancel()
        self._busy.finish()
        self.retranslate_ui()

    def _on_edited(self) -> None:
        """Another list: its lines are others, whatever their numbers."""
        self._stop()
        self._keys.clear()
        self._done = []

    def _open(self, row: Priced) -> None:
        if row.quote is not None:
            self.opened.emit(row.quote)

    def _on_file(self) -> None:
        file = file_to_open(
            self, self._workplace.settings, self.tr("Open a list of shipments"), self.tr("Lists (*.csv *.txt)")
        )
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Put the lines of a file into the list; a worker reads it."""

        def received(outcome: Outcome[str]) -> None:
            if isinstance(outcome, Ok) and outcome.value.strip():
                self._text.fill(outcome.value)
                self._on_edited()
                self._submit.setFocus()
            else:
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("{file} holds no list of shipments; choose a text or CSV file.").format(file=file.name),
                )

        self._workplace.jobs.run(lambda: _text_or_nothing(file), received)

    def _on_session(self) -> None:
        if not self._workplace.session.is_open:
            self._on_edited()
            self._table.model.set_rows([])
            self.message.clear()
            self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts and the count."""
        self._file.setText(self.tr("From a file…"))
        self._submit.setText(self.tr("Get the prices"))
        self._table.view.setAccessibleName(self.tr("Quotes from a file"))
        rows = self._table.model.rows
        self._bar.setVisible(bool(rows))
        self._table.setVisible(bool(rows))
        priced = sum(row.quote is not None for row in rows)
        counts = QuoteCounts()
        self._count.setText(f"{counts.lines(len(rows))}, {counts.priced(priced)}." if rows else "")


def _text_or_nothing(file: Path) -> str:
    try:
        return text_of_file(file)
    except (OSError, ValueError):
        return ""


def _priced(client: ApiClient, part: Sequence[Asked], key: str) -> list[Priced]:
    """Price a few shipments in one request; a refusal of one is an answer.

    Raises:
        FaultError: the backend did not answer, or refused all of it.
    """
    requests = tuple(asked.request for asked in part if asked.request is not None)
    outcomes = client.send(REQUEST_RATE_QUOTES, QuotedList(requests), key=key).items
    return [_row(asked, outcome) for asked, outcome in zip(part, outcomes, strict=True)]


def _row(asked: Asked, outcome: QuoteOutcome) -> Priced:
    if not isinstance(outcome.quote, UnsetType):
        return Priced(asked, quote=outcome.quote)
    problem = outcome.problem
    if isinstance(problem, UnsetType):
        return Priced(asked)
    if problem.code is ErrorCode.INVALID_FIELDS:
        return Priced(asked, fault=Invalid(problem.errors))
    return Priced(asked, fault=Refused(problem.code, problem.errors, problem.suggestions))
