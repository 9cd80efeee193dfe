# SPDX-License-Identifier: MIT
"""The Tracing service: one number or thousands, of any kind, typed, pasted, scanned or out of a file (P7)."""

from collections.abc import Callable
from datetime import datetime

from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.client.faults import Cancelled, is_without_answer
from onlinesvc_desktop.client.reference_lists import Taken, take_numbers
from onlinesvc_desktop.client.seen import Aged
from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.tracing import Trace, TraceOutcome
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.shipments import event_place, event_words
from onlinesvc_desktop.desktop.services.tracing.ask import AskForm
from onlinesvc_desktop.desktop.services.tracing.burst import Burst, beep
from onlinesvc_desktop.desktop.services.tracing.found import Found
from onlinesvc_desktop.desktop.services.tracing.lookup import ShipmentLookup
from onlinesvc_desktop.desktop.services.tracing.numbers_page import NumbersPage
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow, outcome_of, rows_of
from onlinesvc_desktop.desktop.services.tracing.run import TraceRun
from onlinesvc_desktop.desktop.services.tracing.watch_answer import watch_words
from onlinesvc_desktop.desktop.services.tracing.words import missing_words, summary_words
from onlinesvc_desktop.desktop.targets import Place, ShowWatched, Start, Target, TraceMany
from onlinesvc_desktop.desktop.targets import Trace as TraceTarget
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.lifetime import Lifetime, UntilGone, UntilNextAction
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

MOST_NUMBERS = 10_000


class TracingPage(NumbersPage):
    """Ask, show, keep: what was found stays readable when the link is lost."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("tracing", "tracingService", workplace, "tracing.results.message")
        self._taken = Taken(())
        self._asked: set[str] = set()
        self._number = ""
        self._adding = False
        self._by_itself = False
        """Whether what is under way was asked again without anybody's doing."""
        self._recalled: list[datetime] = []
        self._of_a_copy: list[datetime] = []
        self._run = TraceRun(workplace.link, workplace.seen)
        self._run.recalled.connect(self._on_recalled)
        self._lookup = ShipmentLookup(workplace)
        self._burst = Burst()
        self._lookup.found.connect(self._on_found)
        self._lookup.recalled.connect(self._show_seen)
        self._lookup.failed.connect(self._on_failed)
        self._run.answered.connect(self._on_answered)
        self._run.ended.connect(self._on_run_ended)
        self._build()
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _build(self) -> None:
        self._form = AskForm(self._workplace.settings)
        self._form.submitted.connect(self._submit)
        self._form.file_chosen.connect(self.open_file)
        self._busy = Busy("tracing")
        self._busy.stopped.connect(self._stop)
        self._continue = TextButton("tracing.continue")
        self._continue.clicked.connect(self._go_on)
        self._continue.hide()
        self._found = Found(self._workplace, self.heading_words, self.message)
        self._found.opened.connect(self._open)
        self._found.watch_wanted.connect(self._watch_all)
        self._results, self._detail = self._found.table, self._found.detail
        self._detail.shipment.watch_answered.connect(self._on_watch_answered)
        self._detail.shipment.claim_wanted.connect(self._claim)
        self._detail.shipment.documents_wanted.connect(self._documents)
        self._detail.shipment.notices_wanted.connect(
            lambda number: self.go_wanted.emit(Start(Place.NOTICES, {"number": number}))
        )
        self._detail.missing.meant.connect(self._trace_instead)
        for widget in self._form.more:
            self.head.addSpacing(10)
            self.head.addWidget(widget)
        self.body.setSpacing(8)
        self.body.addWidget(self._form)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._found, 1)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Tracing")

    def first_field(self) -> QWidget:
        """Start where numbers are typed."""
        return self._form.numbers

    def receive(self, target: Target) -> None:
        """Trace a number, or show the watch list."""
        match target:
            case TraceTarget(number, ReferenceType.AUTOPRO):
                self._trace_autopro(number)
            case TraceTarget(number, kind):
                self._trace_instead(number, kind)
            case TraceMany(numbers):
                self._form.show_question(ReferenceType.ANY, " ".join(numbers))
                self.take(Taken(numbers))
            case ShowWatched():
                self._show_watch_list()
            case _:
                pass

    def _trace_autopro(self, number: str) -> None:
        """Trace nine digits, from the dock, the find field or another page; those of a scanner become one list."""
        burst = self._burst.take(number, self._lookup.is_running)
        self._form.show_question(ReferenceType.AUTOPRO, number)
        if len(burst) > 1:
            goes_on = burst[0] in self._asked
            self.take(Taken((number,) if goes_on else burst), adding=goes_on)
            return
        self._form.remember(number)
        self._run.forget()
        self._asked.clear()
        self._found.show_taken(Taken(()))
        self._found.show_rows([])
        self.retranslate_ui()
        self._ask_shipment(number)

    def _show_watch_list(self) -> None:
        """Show everything watched, as it stood when it was last heard of."""
        watched = self._workplace.watch_list
        items = watched.items
        self._run.forget()
        self.message.clear()
        self._taken = Taken(())
        self._found.show_taken(self._taken)
        self._asked = {item.reference for item in items}
        traces = [Trace(item.reference, outcome_of(item.matches), item.matches) for item in items]
        self._found.show_rows(rows_of(traces))
        self._found.show_table(bool(items))
        self._detail.invitation.hide()
        self._results.fit_columns()
        self._results.view.setFocus()
        watched.mark_seen([item.reference for item in items])
        self.retranslate_ui()

    def _watch_all(self, references: list[str]) -> None:
        self._workplace.watch_list.watch(references, self._on_watch_answered)

    def _claim(self, number: str) -> None:
        """Begin the notice of a shipment; the door can still be changed."""
        self.go_wanted.emit(Start(Service.CLAIMS, {"autopro_number": number, "door": "notice"}))

    def _documents(self, number: str) -> None:
        self.go_wanted.emit(Start(Service.DOCUMENTS, {"references": number}))

    def _on_watch_answered(self, answer: Answer) -> None:
        tone, words = watch_words(answer, self._workplace.link.words_for)
        self.message.say(tone, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo the nearest thing on Escape: stop a running trace, close what was opened beside the list."""
        if event.key() == Qt.Key.Key_Escape and (self._lookup.is_running or self._run.is_running):
            self._stop()
            return
        if event.key() == Qt.Key.Key_Escape and self._found.closes_something:
            self._found.back_to_list()
            return
        super().keyPressEvent(event)

    def _submit(self) -> None:
        taken = take_numbers(self._form.numbers.text())
        if len(taken.numbers) == 1 and len(taken.numbers[0]) > MAX_REFERENCE_LENGTH:
            self._form.set_error(lambda: self.tr("One of these is too long to be a shipment’s number."))
            return
        self.take(taken)

    def take(self, taken: Taken, adding: bool = False) -> None:
        """Trace numbers, or add them to those that are traced."""
        count = len(taken.numbers)
        if not count:
            self._form.set_error(lambda: self.tr("Type or paste at least one number."))
            return
        if count > MOST_NUMBERS:
            self._form.set_error(lambda: self.tr("%n number(s) are too many at once; trace up to 10,000.", "", count))
            return
        self._form.set_error(None)
        if count == 1:
            self._form.remember(taken.numbers[0])
        self._adding = adding = adding or self._form.keeps_adding
        if adding:
            fresh = tuple(number for number in taken.numbers if number not in self._asked)
            repeated = self._taken.repeated + taken.repeated + count - len(fresh)
            taken = Taken(fresh, repeated, self._taken.blank + taken.blank, taken.column)
            self._form.numbers.clear()
        self._begin()
        if not adding:
            self._recalled, self._of_a_copy = [], []
            self._form.rest()
            self._asked.clear()
            self._found.show_rows([])
        self._taken = taken
        self._found.show_taken(taken)
        self._asked.update(taken.numbers)
        self._continue.hide()
        if adding and self._run.is_running:
            self._run.add(taken.numbers)
        elif taken.numbers:
            self._run.start(self._form.kind, taken.numbers)
        else:
            self._busy.finish()
        self.retranslate_ui()

    def _go_on(self) -> None:
        self._continue.hide()
        self.message.clear()
        self._busy.start()
        self._run.go_on()

    def _trace_instead(self, number: str, kind: ReferenceType) -> None:
        self._form.show_question(kind, number)
        self.take(Taken((number,)))

    def _begin(self) -> None:
        self._lookup.cancel()
        self._by_itself = False
        self.message.clear()
        self._detail.invitation.hide()
        self._busy.start()

    def _stop(self) -> None:
        self._run.stop()
        self._lookup.cancel()

    def _ask_shipment(self, number: str) -> None:
        self._begin()
        self._number = number
        self._lookup.ask(number)

    def _ask_shipment_again(self) -> None:
        self._ask_shipment(self._number)
        self._by_itself = True

    def _go_on_by_itself(self) -> None:
        self._go_on()
        self._by_itself = True

    def _ask_all_again(self) -> None:
        """Ask anew what was answered out of what was seen before."""
        numbers = tuple(dict.fromkeys([*(row.reference for row in self._found.rows), *self._run.left]))
        kind = self._run.kind
        self._recalled, self._of_a_copy = [], []
        self._begin()
        self._by_itself = True
        self._found.show_rows([])
        self._found.show_table(len(numbers) > 1)
        self._run.start(kind, numbers)

    def _on_found(self, shipment: Shipment) -> None:
        self._busy.finish()
        self._found.show_detail(shipment, None)
        status = shipment.status
        announce(self, f"{shipment.autopro_number}: {event_words(status)}, {event_place(status)}")

    def _on_failed(self, outcome: Err) -> None:
        self._busy.finish()
        if not isinstance(outcome.fault, Cancelled):
            self._found.show_detail(None, None)
        self.message.say_fault(outcome, self._workplace.link, self._ask_shipment_again)

    def _show_seen(self, shipment: Shipment, at: datetime) -> None:
        self._busy.finish()
        self._found.show_detail(shipment, None)

        def words() -> str:
            if shipment.known_until:
                said = self.tr("The server answers from a copy for the moment. This is what the copy knew {age}.")
            else:
                said = self.tr("The server cannot be reached. This is what was known {age}.")
            return said.format(age=formats.age_words(at, self._workplace.now()))

        self.message.say(Tone.WARNING, words, self._until_back(self._ask_shipment_again))

    def _until_back(self, again: Callable[[], None]) -> Lifetime:
        connection = self._workplace.connection
        return UntilNextAction() if connection.state is LinkState.ONLINE else UntilGone(connection.back, again)

    def _on_recalled(self, recalled: list[Aged]) -> None:
        self._recalled += [aged.seen_at for aged in recalled]
        self._show_answers([self._workplace.session.visible_trace(aged.trace) for aged in recalled])

    def _say_recalled(self) -> None:
        """Say that answers are of before, or of a standby."""
        moments, say = (self._recalled, Counted.recalled) if self._recalled else (self._of_a_copy, Counted.copied)
        count, oldest = len(moments), min(moments)

        def words() -> str:
            return say(Counted(), count).format(age=formats.age_words(oldest, self._workplace.now()))

        self.message.say(Tone.WARNING, words, self._until_back(self._ask_all_again))

    def _on_answered(self, traces: list[Trace]) -> None:
        shown = [self._workplace.session.visible_trace(trace) for trace in traces]
        seen, kind, now = self._workplace.seen, self._run.kind, self._workplace.now()
        known = [one.known_until for trace in shown for one in trace.matches if one.known_until]
        self._of_a_copy += known
        self._workplace.jobs.run_once_painted(seen.remember(kind, shown, min(known, default=now)))
        self._show_answers(shown)

    def _show_answers(self, traces: list[Trace]) -> None:
        self._found.add(rows_of(traces), self._run.total > 1 or self._form.keeps_adding)
        if self._adding:
            self._found.newest_in_view()
            if self._workplace.settings.values.scan_sound:
                beep(all(trace.matches for trace in traces))
        self._busy.progress(self._run.total - self._run.waiting, self._run.total)
        self.retranslate_ui()

    def _on_run_ended(self, outcome: Err | None) -> None:
        self._busy.finish()
        if outcome is not None:
            if self._recalled and is_without_answer(outcome.fault):
                self._say_recalled()
            else:
                self.message.say_fault(outcome, self._workplace.link, self._go_on_by_itself)
            self._continue.setVisible(self._run.waiting > 0)
            self.retranslate_ui()
            return
        rows = self._found.rows
        missing, malformed = self._found.of(TraceOutcome.NOT_FOUND), self._found.of(TraceOutcome.MALFORMED)
        found = sum(row.shipment is not None for row in rows)
        if self._recalled or self._of_a_copy:
            self._say_recalled()
        elif missing or malformed:
            self.message.say(Tone.WARNING, lambda: missing_words(found, missing, malformed))
        elif len(rows) > 1:
            announce(self, summary_words(rows))
        if self._form.keeps_adding and self._has_focus:
            self._form.numbers.setFocus()
        elif len(rows) == 1:
            self._open(rows[0])
        elif self._has_focus and not self._by_itself:
            self._results.view.setFocus()
        self.retranslate_ui()

    @property
    def _has_focus(self) -> bool:
        """Tell whether the clerk is on this page; an answer takes the focus from no other part of the window."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _open(self, row: TraceRow) -> None:
        if row.shipment is not None:
            self._ask_shipment(row.shipment.autopro_number)
        else:
            self._found.show_detail(None, row)

    def _on_session_changed(self) -> None:
        """Show what the clerk may now see; what he may no longer see goes at once."""
        shipment = self._detail.shipment.shipment
        if not self._workplace.session.is_open:
            self._found.show_visible()
        elif shipment is not None and shipment.shipper is UNSET and not self._lookup.is_running and self._is_customer():
            self._lookup.ask(shipment.autopro_number)
        self.retranslate_ui()

    def _is_customer(self) -> bool:
        """Tell whether private facts may be asked for unasked; an administrator's look is noted in the audit log."""
        profile = self._workplace.session.open_profile
        return profile is not None and profile.role is Role.CUSTOMER

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._continue.setText(self.tr("Go on with the %n number(s) left", "", self._run.waiting))
        self._found.retranslate_ui()
