# SPDX-License-Identifier: MIT
"""The page of pickups: ask for one, once or every week; see, change and cancel those that were asked for."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Invalid, Refused
from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.pickup import (
    CHANGE_PICKUP,
    GET_PICKUP,
    REQUEST_PICKUP,
    Pickup,
    PickupChange,
    PickupConfirmation,
    PickupRequest,
)
from onlinesvc_desktop.contract.recurring_pickups import (
    ADD_RECURRING,
    CHANGE_RECURRING,
    OnClosedDay,
    RecurringChange,
    RecurringPickup,
    RecurringRequest,
)
from onlinesvc_desktop.contract.zones import zone_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.form_page import FormPage
from onlinesvc_desktop.desktop.services.pickup.changing import PickupAtHand, at_hand, at_hand_again, send_change
from onlinesvc_desktop.desktop.services.pickup.form import CLOSE, OWNER, READY, PickupFields
from onlinesvc_desktop.desktop.services.pickup.next_day import NextDayButton
from onlinesvc_desktop.desktop.services.pickup.own import OwnPickups
from onlinesvc_desktop.desktop.services.pickup.repeated import RepeatedPickups
from onlinesvc_desktop.desktop.targets import Open, Show, Target, Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.widgets.late import Late
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.days import next_date_of
from onlinesvc_desktop.desktop.words.fields import problem_words
from onlinesvc_desktop.desktop.workplace import Workplace

_ASKED, _REQUESTED, _REPEATED = range(3)
_MOMENT = timedelta(minutes=10)
"""What was asked for after its ready time goes out at once or not at all."""
_WIDTH_CHARACTERS = 130
Changed = PickupAtHand | RecurringPickup
List = TypeVar("List", OwnPickups, RepeatedPickups)


class PickupPage(FormPage):
    """Three tabs: the form, the pickups asked for, those that come every week."""

    operation = REQUEST_PICKUP
    width_characters = _WIDTH_CHARACTERS

    def __init__(self, workplace: Workplace) -> None:
        self._changing: Changed | None = None
        self._fields = PickupFields(workplace)
        super().__init__(OWNER, OWNER, workplace)
        self._next_day = NextDayButton()
        self._next_day.clicked.connect(self._take_next_day)
        self._leave = TextButton(f"{OWNER}.leaveChange", "link")
        self._leave.clicked.connect(self._start_over)
        self._leave.hide()
        row = tight(QHBoxLayout(), 12)
        row.addWidget(self._next_day)
        row.addWidget(self._leave)
        row.addStretch(1)
        self._own = Late(self._make_own)
        self._repeated = Late(lambda: self._changing_in(RepeatedPickups(workplace, self.message)))
        self.body.removeWidget(self.area)
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{OWNER}.tabs")
        self._tabs.setDocumentMode(True)
        for part in (self.area, self._own, self._repeated):
            self._tabs.addTab(part, "")
        self._tabs.currentChanged.connect(self._on_tab)
        self.body.addLayout(row)
        self.body.addWidget(self._tabs, 1)
        self._fields.weekdays.edited.connect(self.retranslate_ui)
        self._fields.place.picked.connect(self._take_entry)
        workplace.session.changed.connect(self._on_session_changed)
        workplace.watch_list.pickups_moved.connect(lambda _moved: self._on_moved())
        self.retranslate_ui()

    def _make_own(self) -> OwnPickups:
        made = self._changing_in(OwnPickups(self.workplace, self.message))
        made.again_wanted.connect(self._begin_again)
        made.trace_wanted.connect(lambda number: self.go_wanted.emit(Trace(number)))
        return made

    def _changing_in(self, made: List) -> List:
        made.change_wanted.connect(self._begin_change)
        return made

    def entries(self) -> list[Entry]:
        """Return the fields of services.md 5."""
        return self._fields.entries()

    def blank(self) -> dict[str, Any]:
        """Begin with the hours of most docks."""
        return {"ready_time": READY, "close_time": CLOSE, "on_closed_day": OnClosedDay.SKIP.value}

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Pickups")

    def intro_words(self) -> str:
        """Say what the asterisk means."""
        return self.tr("Fields marked with * are required. Times are those of the place where the goods are picked up.")

    def done_words(self, email: str) -> str:  # noqa: ARG002 - another field is meant here
        """Say what can still be done."""
        return self.tr(
            "Give this number if you call about it, or trace it. Until a driver has the pickup, you can change or cancel it"
            " under “Your pickups”."
        )

    def reference_of(self, answer: msgspec.Struct) -> str:
        """Return the confirmation number."""
        assert isinstance(answer, PickupConfirmation)
        return answer.confirmation_number

    def stale_at(self, request: msgspec.Struct) -> datetime | None:
        """Return when the goods are ready, by the clock of the place."""
        assert isinstance(request, PickupRequest)
        zone = ZoneInfo(zone_of(request.place.province))
        ready = datetime.combine(request.pickup_date, time.fromisoformat(request.ready_time), zone)
        return max(ready, self.workplace.now() + _MOMENT)

    def receive(self, target: Target) -> None:
        """Begin in the form, or show the pickups of the day or one pickup."""
        match target:
            case Open(_, "today"):
                self._tabs.setCurrentIndex(_REQUESTED)
                self._own.part.show_today()
            case Show(_, number):
                self._tabs.setCurrentIndex(_REQUESTED)
                self._own.part.open(number)
            case _:
                self._tabs.setCurrentIndex(_ASKED)
                super().receive(target)
        self.retranslate_ui()

    def entered(self) -> None:
        """Fetch the list in front anew."""
        self._on_tab(self._tabs.currentIndex())

    def _on_tab(self, index: int) -> None:
        if index != _ASKED:
            (self._own if index == _REQUESTED else self._repeated).part.reload()

    def _on_moved(self) -> None:
        """Show how pickups stand now, if the list is in front."""
        if self._own.isVisible():
            self._own.part.reload()

    def first_field(self) -> QWidget:
        """Start in the form or in the list in front."""
        return super().first_field() if self._tabs.currentIndex() == _ASKED else self._tabs.currentWidget()

    def _send(self) -> None:
        """Ask for a pickup by way of the queue; a change and a recurring pickup need an answer at once."""
        self._next_day.offer(None)
        repeats = bool(self._fields.weekdays.value())
        if self._changing is None and not repeats:
            super()._send()
            return
        if not self._submit.isEnabled():
            return
        values = self.form.value()
        present, body = self._changing, self._message_of(repeats)
        values |= {"starts_on": values.get("pickup_date")} if repeats else {}
        if present is not None:
            values |= {"version": present.version}
        if isinstance(present, RecurringPickup):
            values |= {"skipped_days": [day.isoformat() for day in present.skipped_days]}
        request, problems = checked(body, values)
        self.message.clear()
        self.form.show_problems(problems)
        if request is None:
            self.message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))
            return
        self._set_busy(True)
        if isinstance(request, PickupChange):
            assert isinstance(present, PickupAtHand)
            stale_at = self.stale_at(request)
            send_change(self.workplace, present, request, self._key, stale_at, self._on_change_answer)
            return
        send = self._sender(present, request, self._key)

        def received(outcome: Outcome[Any]) -> None:
            self._set_busy(False)
            match outcome:
                case Ok(answer):
                    self._on_kept(answer)
                case Err(fault):
                    self._show_fault(fault)

        self.workplace.link.ask(send, received)

    def _message_of(self, repeats: bool) -> type[msgspec.Struct]:
        match self._changing:
            case PickupAtHand():
                return PickupChange
            case RecurringPickup():
                return RecurringChange
            case None:
                return RecurringRequest if repeats else PickupRequest

    def _sender(self, present: Changed | None, request: msgspec.Struct, key: str) -> Callable[[ApiClient], Any]:
        if isinstance(present, RecurringPickup):
            row = present.id
            return lambda client: client.send(CHANGE_RECURRING, request, id=row)
        return lambda client: client.send(ADD_RECURRING, request, key=key)

    def _on_change_answer(self, answer: Answer) -> None:
        self._set_busy(False)
        number = self._changing.confirmation_number if isinstance(self._changing, PickupAtHand) else ""
        match answer:
            case Sent():
                self._start_over()
                self._tabs.setCurrentIndex(_REQUESTED)
                self.message.say(Tone.SUCCESS, lambda: self.tr("Pickup {number} is changed.").format(number=number))
            case Waiting():
                self._start_over()
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr(
                        "The server cannot be reached. The change of pickup {number} is safe on this computer and will be"
                        " sent automatically."
                    ).format(number=number),
                )
            case Returned(submission, fault):
                self.workplace.unsent.withdraw(submission)
                self._show_fault(fault)
            case NotKept(fault):
                self._show_fault(fault)

    def _on_kept(self, answer: RecurringPickup) -> None:
        self._start_over()
        self._tabs.setCurrentIndex(_REPEATED)
        day = answer.next_day
        self.message.say(
            Tone.SUCCESS,
            lambda: self.tr("The recurring pickup is kept; its next day is {day}.").format(
                day=formats.full_date_words(day) if day is not UNSET else "\N{EN DASH}"
            ),
        )

    def _show_fault(self, fault: Fault) -> None:
        super()._show_fault(fault)
        match fault:
            case Invalid(problems):
                refused = next((one for one in problems if next_date_of(one) is not None), None)
                if refused is not None:
                    self.message.say(Tone.WARNING, lambda: problem_words(refused))
                    self._next_day.offer(next_date_of(refused))
            case Refused(ErrorCode.CHANGED_MEANWHILE, current=msgspec.Raw() as current):
                self._take_version(current)
            case Refused(ErrorCode.WRONG_STATE):
                self.message.say(Tone.WARNING, self._too_late_words)

    def _take_version(self, current: msgspec.Raw) -> None:
        """Send the next time on what stands now, after saying what that is."""
        if isinstance(self._changing, PickupAtHand):
            self._changing = at_hand(present := from_json(current, Pickup))
            self.message.say(Tone.WARNING, lambda: self._own.part.changed_words(present))
        elif isinstance(self._changing, RecurringPickup):
            self._changing = from_json(current, RecurringPickup)

    def _too_late_words(self) -> str:
        telephone = self._changing.telephone if isinstance(self._changing, PickupAtHand) else ""
        return self.tr("A driver has this pickup. To change it now, call the terminal: {telephone}.").format(
            telephone=telephone or " · ".join(self.workplace.connection.phone_numbers)
        )

    def _take_next_day(self) -> None:
        if self._next_day.day is not None:
            self.form.take({"pickup_date": self._next_day.day.isoformat()})
            self._keep()
            self._send()

    def _take_entry(self, entry: Mapping[str, Any]) -> None:
        """Take hours and instructions of an entry of the address book, where nothing else was chosen yet."""
        values, taken = self.form.values(), dict[str, Any]()
        if (values["ready_time"], values["close_time"]) == (READY, CLOSE):
            taken |= {name: entry[of] for name, of in (("ready_time", "opens"), ("close_time", "closes")) if entry.get(of)}
        if not values["instructions"] and entry.get("instructions"):
            taken["instructions"] = entry["instructions"]
        self.form.take(taken)
        self._keep()

    def _begin_change(self, present: Pickup | RecurringPickup) -> None:
        if not self._has_room():
            self._tabs.setCurrentIndex(_ASKED)
            return
        self._empty()
        values = msgspec.to_builtins(present)
        if isinstance(present, RecurringPickup):
            values |= {"pickup_date": values["starts_on"]}
        self._begin(values)
        self._changing = at_hand(present) if isinstance(present, Pickup) else present
        self._leave.show()
        self.retranslate_ui()

    def _take_up(self, submission: Submission) -> None:
        """Put a change back as a change; what it was made on may be another by now, and that is asked for."""
        if submission.kind != CHANGE_PICKUP.queued:
            super()._take_up(submission)
            return
        self._empty()
        self._begin({name: value for name, value in submission.fields.items() if name != "version"})
        self._changing = at_hand_again(submission)
        self._leave.show()
        self.workplace.unsent.withdraw(submission)
        if submission.fault is not None:
            self._show_fault(submission.fault)
        if submission.fault == Refused(ErrorCode.CHANGED_MEANWHILE):
            self._ask_what_stands(self._changing.confirmation_number)
        self.retranslate_ui()

    def _ask_what_stands(self, number: str) -> None:
        def received(outcome: Outcome[Pickup]) -> None:
            if isinstance(outcome, Ok) and self._changing is not None:
                self._take_version(msgspec.Raw(msgspec.json.encode(outcome.value)))

        self.workplace.link.ask(lambda client: client.send(GET_PICKUP, confirmation_number=number), received)

    def _begin_again(self, present: Pickup) -> None:
        if self._has_room():
            self._empty()
            self._begin(msgspec.to_builtins(present) | {"pickup_date": None})
            self._keep()
        self._tabs.setCurrentIndex(_ASKED)

    def _begin(self, values: Mapping[str, Any]) -> None:
        self._show_form()
        self.message.clear()
        self.form.take(values)
        self._tabs.setCurrentIndex(_ASKED)
        self.form.field("pickup_date").editor.widget.setFocus()

    def _keep(self) -> None:
        """Keep a draft, but not of a change: what it was made on may be gone when somebody comes back to it."""
        if self._changing is None:
            super()._keep()

    def _empty(self) -> None:
        self._changing = None
        super()._empty()
        if hasattr(self, "_leave"):
            self._leave.hide()
            self._next_day.offer(None)

    def _start_over(self) -> None:
        self._key = new_key()
        super()._start_over()
        self.retranslate_ui()

    def _on_session_changed(self) -> None:
        """Keep nothing of one enterprise for the next."""
        if not self.workplace.session.is_open and self._changing is not None:
            self._empty()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        if not hasattr(self, "_tabs"):
            return
        if self._changing is not None:
            self._submit.setText(self.tr("Change the pickup"))
        elif self._fields.weekdays.value():
            self._submit.setText(self.tr("Begin the recurring pickup"))
        else:
            self._submit.setText(self.tr("Ask for the pickup"))
        self._leave.setText(self.tr("Leave it as it was"))
        self._clear.setVisible(self._changing is None)
        self._reference_name.setText(self.tr("Confirmation number"))
        self._another.setText(self.tr("Another pickup"))
        self._next_day.retranslate_ui()
        self._tabs.setTabText(_ASKED, self.tr("Ask for a pickup"))
        self._tabs.setTabText(_REQUESTED, self.tr("Your pickups"))
        self._tabs.setTabText(_REPEATED, self.tr("Recurring"))
