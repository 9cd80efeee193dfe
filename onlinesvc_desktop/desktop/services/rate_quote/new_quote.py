# SPDX-License-Identifier: MIT
"""One quote: two places, a day and the goods; the answer below, and what can be done with it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QDate, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Cancelled, Invalid, Refused, is_without_answer
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.rate_quote import (
    LIST_OFFERED_SERVICES,
    REQUEST_RATE_QUOTE,
    OfferedQuery,
    OfferedServices,
    RateQuote,
    RateQuoteRequest,
    check_rate_quote,
)
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Err, Job, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.rate_quote.answer import QuoteAnswer
from onlinesvc_desktop.desktop.services.rate_quote.places import place_of, text_of
from onlinesvc_desktop.desktop.services.rate_quote.words import terms_choices
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.handling_units import HandlingUnitsEditor
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.words.accessorials import accessorial_choices, accessorial_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "rateQuote"
_WAITS = "waits"
"""In a draft: it was asked without a link and is to be asked when the link is back."""
_MOST_SUGGESTED = 3
_PLACES = ("origin", "destination")


class NewQuote(Tab):
    """A form that is kept as a draft, and its answer. Without a link it is asked when the link is back."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName(f"{_OWNER}.new")
        self._workplace = workplace
        self._job: Job | None = None
        self._key = new_key()
        self._waits = False
        self._offered: tuple[str, ...] | None = None
        self._offered_on = ""
        self._day = Day(f"{_OWNER}.shipDate", workplace.today)
        self._day.setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31))
        self._services = Several(f"{_OWNER}.accessorials", self._service_choices, accessorial_words)
        self.form = Form(self._entries())
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.ask)
        self.message = MessageLine(f"{_OWNER}.outcome", workplace.theme)
        self._submit = TextButton(f"{_OWNER}.submit", "primary")
        self._submit.clicked.connect(self.ask)
        self._clear = TextButton(f"{_OWNER}.clear", "link")
        self._clear.clicked.connect(self._start_over)
        self._suggested = [TextButton(f"{_OWNER}.suggestion{number}", "link") for number in range(1, _MOST_SUGGESTED + 1)]
        for button in self._suggested:
            button.clicked.connect(lambda _checked=False, button=button: self._take(*button.property("place")))
            button.hide()
        self._busy = Busy(_OWNER)
        self._busy.stopped.connect(self._stop)
        self.answer = QuoteAnswer(workplace, self.message)
        self.answer.go_wanted.connect(self.go_wanted)
        self.answer.again_wanted.connect(self.ask)
        self._build()
        self._restore()
        workplace.connection.changed.connect(self._on_link)
        workplace.session.changed.connect(self._on_session)
        self.retranslate_ui()

    def _entries(self) -> list[Entry]:
        def example() -> str:
            return self.tr("Postal code, or city and province: G5L 1A1, Rimouski QC")

        value = Decimal(f"{_OWNER}.declaredValue", 2, lambda: "$")
        exempt = Check(f"{_OWNER}.taxExempt", lambda: self.tr("No sales tax: we have an exemption"))
        return [
            Entry("origin", Line(f"{_OWNER}.origin", MAX_SEARCH_LENGTH), lambda: self.tr("&From"), True, hint=example),
            Entry("destination", Line(f"{_OWNER}.destination", MAX_SEARCH_LENGTH), lambda: self.tr("&To"), True),
            Entry("ship_date", self._day, lambda: self.tr("&Goods ready on")),
            Entry("terms", Choices(f"{_OWNER}.terms", terms_choices), lambda: self.tr("Who pays")),
            Entry("handling_units", HandlingUnitsEditor(_OWNER), lambda: self.tr("Goods"), True, wide=True),
            Entry("accessorials", self._services, lambda: self.tr("Additional services (space bar to choose)")),
            Entry("declared_value", value, lambda: self.tr("Declared value")),
            Entry("tax_exempt", exempt, lambda: self.tr("Taxes")),
        ]

    def _build(self) -> None:
        frame, column = card(14)
        column.addWidget(self.form)
        suggestions = tight(QHBoxLayout(), 8)
        for button in self._suggested:
            suggestions.addWidget(button)
        suggestions.addStretch(1)
        column.addLayout(suggestions)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._submit)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        column.addLayout(foot)
        content = QWidget()
        self._area = scrolling(content)
        inside = tight(QVBoxLayout(content), 14)
        inside.addWidget(frame)
        inside.addWidget(self._busy)
        inside.addWidget(self.message)
        inside.addWidget(self.answer)
        inside.addStretch(1)
        layout = tight(QVBoxLayout(self), 0)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self._area)
        self.setFocusProxy(self.form)

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("NewQuote", "New quote")

    def entered(self) -> None:
        """Fetch which services have a price, and word what may have aged."""
        self.answer.retranslate_ui()
        self._fetch_services()

    def begin(self, values: Mapping[str, Any]) -> None:
        """Begin a quote with values by their names on the wire."""
        self._forget_answer()
        self._fill(values)
        self._on_edited()

    def show_quote(self, quote: RateQuote) -> None:
        """Show a quote that was made before, with what was asked; asking again makes a new one."""
        self._forget_answer()
        self._fill(msgspec.to_builtins(quote.request))
        self._keep()
        self.answer.show_quote(quote)
        self._reveal()

    def _reveal(self) -> None:
        """Bring the top of the answer to the top, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(self.answer.y()))

    def ask(self) -> None:
        """Ask for the price of what the form says."""
        self._forget_answer()
        request, problems = self._request()
        if request is None or problems:
            self.form.show_problems(_for_form(problems))
            return
        if not self._workplace.session.is_open:
            self.message.say(Tone.INFO, lambda: self.tr("Sign in on the left; what you typed is kept."))
            return
        self._busy.start()
        self._submit.setEnabled(False)
        key = self._key

        def received(outcome: Outcome[RateQuote]) -> None:
            if self._job is job:
                self._on_outcome(outcome)

        self._job = job = self._workplace.link.ask(
            lambda client: client.send(REQUEST_RATE_QUOTE, request, key=key), received
        )

    def _request(self) -> tuple[RateQuoteRequest | None, Sequence[FieldProblem]]:
        values = self.form.value()
        values |= {name: place_of(values[name]) for name in _PLACES if name in values}
        try:
            request, problems = checked(RateQuoteRequest, values)
        except msgspec.ValidationError:
            return None, ()
        return request, problems if request is None else check_rate_quote(request)

    def _on_outcome(self, outcome: Outcome[RateQuote]) -> None:
        self._stop()
        match outcome:
            case Ok(quote):
                self._key = new_key()
                self._keep()
                self.answer.show_quote(quote)
                self.answer.setFocus()
                self._reveal()
            case Err(Cancelled()):
                pass
            case Err(Invalid(errors)):
                self.form.show_problems(_for_form(errors))
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
            case Err(Refused(ErrorCode.UNKNOWN_POINT, errors, suggestions)):
                self._show_unknown(errors, suggestions)
            case Err(Refused(ErrorCode.NO_ZONE, errors)):
                self.form.show_problems(_for_form(errors))
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
            case Err(fault) if is_without_answer(fault):
                self._waits = True
                self._keep()
                self.message.say(Tone.WARNING, self._waiting_words)
            case Err():
                self._key = new_key()
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _waiting_words(self) -> str:
        return self.tr(
            "The server cannot be reached, so there is no price now. What you typed is kept, and the price is asked for as"
            " soon as the server is back."
        )

    def _show_unknown(self, errors: Sequence[FieldProblem], suggestions: Sequence[str]) -> None:
        name = errors[0].pointer.strip("/") if errors else "origin"
        field = self.form.field(name)
        typed = str(field.editor.value()).strip()
        field.set_error(lambda: self.tr("We do not serve “{place}”.").format(place=typed))
        for number, button in enumerate(self._suggested):
            button.setVisible(number < len(suggestions))
            if number < len(suggestions):
                button.setText(suggestions[number])
                button.setProperty("place", (name, suggestions[number]))
        (self._suggested[0] if suggestions else field.editor.widget).setFocus()

    def _take(self, name: str, place: str) -> None:
        self.form.take({name: place})
        self._on_edited()
        self.ask()

    def _on_edited(self) -> None:
        self._key = new_key()
        self._waits = False
        self.answer.note_change()
        self._keep()
        self._fetch_services()

    def _keep(self) -> None:
        self._workplace.drafts.keep(_OWNER, Draft(self.form.value() | ({_WAITS: True} if self._waits else {}), self._key))

    def _restore(self) -> None:
        draft = self._workplace.drafts.load(_OWNER)
        self._fill({} if draft is None else draft.values)
        if draft is not None and draft.values.get(_WAITS):
            self._key, self._waits = draft.key, True
            self.message.say(Tone.WARNING, self._waiting_words)

    def _fill(self, values: Mapping[str, Any]) -> None:
        known = {"terms": "prepaid"} | dict(values)
        self.form.fill(known | {name: text_of(known.get(name)) for name in _PLACES})

    def _start_over(self) -> None:
        self._forget_answer()
        self._fill({})
        self._on_edited()
        self.form.setFocus()

    def _forget_answer(self) -> None:
        self._stop()
        self._waits = False
        self.message.clear()
        self.answer.show_quote(None)
        for button in self._suggested:
            button.hide()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._busy.finish()
        self._submit.setEnabled(True)

    def _on_link(self) -> None:
        if self._workplace.connection.state is LinkState.ONLINE and self._waits and self._workplace.session.is_open:
            self.ask()

    def _on_session(self) -> None:
        if self._workplace.session.is_open:
            self._on_link()
        else:
            waits = self._waits
            self._forget_answer()
            self._waits = waits

    def _service_choices(self) -> list[tuple[str, str]]:
        return accessorial_choices() if self._offered is None else accessorial_choices(self._offered)

    def _fetch_services(self) -> None:
        """Offer what the tariff of the day has a price for; without a link every service is offered."""
        day = self._day.value()
        if day == self._offered_on or not self._workplace.session.is_open:
            return
        self._offered_on = day

        def received(outcome: Outcome[OfferedServices]) -> None:
            if not isinstance(outcome, Ok):
                self._offered_on = ""
            elif self._day.value() == day:
                self._offered = outcome.value.accessorials or None
                self._services.offer()

        query = OfferedQuery(date.fromisoformat(day))
        self._workplace.link.ask(lambda client: client.send(LIST_OFFERED_SERVICES, query=query), received)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._submit.setText(self.tr("Get the price"))
        self._clear.setText(self.tr("Start over"))


def _for_form(problems: Sequence[FieldProblem]) -> list[FieldProblem]:
    """Return problems with those of a place's members at the place."""
    return [
        FieldProblem(f"/{one.pointer.split('/')[1]}", one.code, one.params)
        if one.pointer.split("/")[1:2] and one.pointer.split("/")[1] in (*_PLACES, "accessorials")
        else one
        for one in problems
    ]
