# SPDX-License-Identifier: MIT
"""A form that is sent once: a draft until OK, then in the queue until it is acknowledged, never two of it for one OK."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Fault, Invalid, Refused
from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.checks import checked, rules_of
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.targets import Edit, Start, Target
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_WIDTH_CHARACTERS = 100


class FormPage(Page):
    """Form or acknowledgement. Subclasses say what is asked and in which words; the operation's message is checked."""

    operation: Operation[Any]
    """What goes into the queue."""
    width_characters = _WIDTH_CHARACTERS
    """How wide the form may become."""

    def __init_subclass__(cls) -> None:
        """Read the rules of the message when the module is loaded, which a worker does before the page is wanted."""
        super().__init_subclass__()
        operation = getattr(cls, "operation", None)
        if operation is not None and operation.body is not None:
            rules_of(operation.body)

    def __init__(self, owner: str, topic: str, workplace: Workplace) -> None:
        super().__init__(owner, topic, workplace.theme)
        self.owner = owner
        self.workplace = workplace
        self.form = Form(self.entries(), self.operation.body)
        self._key = new_key()
        self._sent_to = ""
        self._waits = False
        self._sent_key = ""
        self._person = ""
        self._intro = label("muted", wrap=True)
        self._submit = TextButton(f"{owner}.submit", "primary")
        self._clear = TextButton(f"{owner}.clear", "link")
        self._busy = Busy(owner, can_stop=False)
        self.form_side = self._build_form()
        self._done_side = self._build_done()
        content = QWidget()
        self.area = scrolling(content)
        self.column = tight(QVBoxLayout(content), 16)
        self.column.addWidget(self.form_side)
        self.column.addWidget(self._done_side)
        self.column.addStretch(1)
        self.body.addWidget(self.area, 1)
        self._done_side.hide()
        self._restore()
        self.form.edited.connect(self._keep)
        self.form.submitted.connect(self._send)
        self._submit.clicked.connect(self._send)
        self._clear.clicked.connect(self._start_over)
        workplace.drafts.not_saved.connect(self._on_not_saved)
        workplace.unsent.loaded.connect(self._drop_sent_draft)
        workplace.unsent.settled.connect(self._on_settled)
        workplace.session.changed.connect(self._on_person_changed)

    def entries(self) -> list[Entry]:
        """Return the fields."""
        raise NotImplementedError

    def blank(self) -> dict[str, Any]:
        """Return what an empty form holds where that is not nothing."""
        return {}

    def beside(self) -> dict[str, Any]:
        """Return what is sent that is no field."""
        return {}

    def sent_values(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what is sent of the fields."""
        return values

    def intro_words(self) -> str:
        """Return what stands above the form."""
        raise NotImplementedError

    def done_words(self, email: str) -> str:
        """Return what happens next, below the reference."""
        raise NotImplementedError

    def reference_of(self, answer: msgspec.Struct) -> str:
        """Return the number under which the backend knows what was sent."""
        assert isinstance(answer, Acknowledgement)
        return answer.reference

    def stale_at(self, request: msgspec.Struct) -> datetime | None:  # noqa: ARG002 - for subclasses
        """Return from when on a request that waited must not go out before its author was asked; None for never."""
        return None

    def note_fault(self, fault: Fault) -> None:
        """Offer another way where there is one."""

    def _build_form(self) -> QWidget:
        frame, column = card(16)
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * self.width_characters)
        column.addWidget(self._intro)
        column.addWidget(self.form)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._submit)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        column.addWidget(self._busy)
        column.addLayout(foot)
        return frame

    def _build_done(self) -> QWidget:
        frame, column = card(12)
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * self.width_characters)
        self._done_heading = label("title")
        self._reference_name = label("muted")
        self._reference = label("heading")
        self._reference.setObjectName(f"{self.owner}.reference")
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what_next = label("", wrap=True)
        self._copy = TextButton(f"{self.owner}.copyReference")
        self._copy.clicked.connect(self._copy_reference)
        self._another = TextButton(f"{self.owner}.another", "link")
        self._another.clicked.connect(self._start_over)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._copy)
        foot.addWidget(self._another)
        foot.addStretch(1)
        for widget in (self._done_heading, self._reference_name, self._reference, self._what_next):
            column.addWidget(widget)
        column.addLayout(foot)
        return frame

    def first_field(self) -> QWidget:
        """Start in the first field, or on the reference."""
        if self.form_side.isHidden():
            return self._another if self._waits else self._copy
        return self.form

    def prefill(self, name: str, words: str) -> None:
        """Write into a field, unless something is written there already."""
        self._show_form()
        if not self.form.values()[name]:
            self.form.take({name: words})
            self._keep()

    def _restore(self) -> None:
        draft = self.workplace.drafts.load(self.owner)
        self.form.take(self.blank())
        if draft is not None:
            self._key = draft.key
            self.form.take(draft.values)

    def _keep(self) -> None:
        self.workplace.drafts.keep(self.owner, Draft(self.form.values(), self._key))

    def _send(self) -> None:
        if not self._submit.isEnabled():
            return
        values = self.form.values()
        assert self.operation.body is not None
        request, problems = checked(self.operation.body, self.sent_values(values) | self.beside())
        self.message.clear()
        self.form.show_problems(problems)
        if request is None:
            self.message.say(Tone.WARNING, _number_of(problems))
            return
        self._set_busy(True)
        self._sent_to, self._sent_key = values.get("email", ""), self._key
        profile = self.workplace.session.open_profile
        code = "" if profile is None or self.operation.access is Access.PUBLIC else profile.access_code
        stale_at = self.stale_at(request)
        self.workplace.unsent.submit(
            self.operation, request, self._on_answer, key=self._key, access_code=code, stale_at=stale_at
        )

    def _on_answer(self, answer: Answer) -> None:
        self._set_busy(False)
        match answer:
            case Sent(_, received):
                self._reference.setText(self.reference_of(received))
                self._show_done(waits=False)
                self._copy.setFocus()
            case Waiting():
                self._show_done(waits=True)
                self._another.setFocus()
            case Returned(submission, fault):
                self.workplace.unsent.withdraw(submission)
                self._show_fault(fault)
            case NotKept(fault):
                self._show_fault(fault)
                self.note_fault(fault)

    def _on_settled(self, answer: Sent | Returned) -> None:
        """Say of what waited that it went out, or go back to the form; what came back is among what was not sent."""
        if not (self._waits and self.form_side.isHidden() and answer.submission.key == self._sent_key):
            return
        match answer:
            case Sent(_, Acknowledgement(reference)):
                self._reference.setText(reference)
                self._show_done(waits=False)
            case _:
                self._show_form()

    def _on_person_changed(self) -> None:
        """Leave no reference and no e-mail address of one person for the next."""
        profile = self.workplace.session.profile
        before, self._person = self._person, "" if profile is None else profile.access_code
        if before != self._person and self.form_side.isHidden():
            self._show_form()

    def _show_fault(self, fault: Fault) -> None:
        if isinstance(fault, Invalid):
            self.form.show_problems(fault.errors)
        if fault == Refused(ErrorCode.IDEMPOTENCY_KEY_REUSED):
            self._key = new_key()
        self._keep()
        self.message.say_fault(Err(fault), self.workplace.link)

    def _show_done(self, waits: bool) -> None:
        self._waits = waits
        self._empty()
        self.form_side.hide()
        self._done_side.show()
        self.area.verticalScrollBar().setValue(0)
        for widget in (self._reference_name, self._reference, self._copy):
            widget.setVisible(not waits)
        self.retranslate_ui()
        said = [self._done_heading.text(), "" if waits else f"{self._reference_name.text()} {self._reference.text()}"]
        announce(self._done_heading, " ".join(one for one in (*said, self._what_next.text()) if one))

    def receive(self, target: Target) -> None:
        """Begin with values, or take up what was not sent; what somebody typed meanwhile is not overwritten."""
        match target:
            case Start(_, values) if self._has_room():
                self._empty()
                self.form.take(values)
                self._keep()
            case Edit(submission) if self._has_room():
                self._take_up(submission)

    def _has_room(self) -> bool:
        if self.workplace.drafts.load(self.owner) is None:
            self._show_form()
            return True
        self.message.say(Tone.WARNING, lambda: self.tr("This form already has other content. Send or clear it first."))
        return False

    def _take_up(self, submission: Submission) -> None:
        """Put what was typed back into the form, out of the queue."""
        self.message.clear()
        self._key = submission.key
        self.form.take(submission.fields)
        self._keep()
        self.workplace.drafts.flush()
        self.workplace.unsent.withdraw(submission)
        if submission.fault is not None:
            self._show_fault(submission.fault)

    def _drop_sent_draft(self) -> None:
        """Empty the form when the program ended between keeping what it held for sending and forgetting its draft."""
        if any(submission.key == self._key for submission in self.workplace.unsent.items):
            self._empty()

    def _start_over(self) -> None:
        self.message.clear()
        self._empty()
        self._show_form()
        self.form.setFocus()

    def _empty(self) -> None:
        self.form.take(dict.fromkeys(self.form.values(), "") | self.blank())
        self._key = new_key()
        self.workplace.drafts.forget(self.owner)

    def _show_form(self) -> None:
        self._done_side.hide()
        self.form_side.show()

    def _copy_reference(self) -> None:
        reference = self._reference.text()
        QGuiApplication.clipboard().setText(reference)
        self.message.say(Tone.SUCCESS, lambda: self.tr("{number} is copied.").format(number=reference))

    def _set_busy(self, busy: bool) -> None:
        self._submit.setEnabled(not busy)
        self._clear.setEnabled(not busy)
        self.form.setEnabled(not busy)
        if busy:
            self._busy.start()
        else:
            self._busy.finish()

    def _on_not_saved(self) -> None:
        self.message.say(
            Tone.WARNING,
            lambda: self.tr(
                "What you type cannot be saved on this disk. It can still be sent, but do not close the program."
            ),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._intro.setText(self.intro_words())
        self._submit.setText(self.tr("Send the request"))
        self._clear.setText(self.tr("Clear the form"))
        self._done_heading.setText(self.tr("Waiting to be sent") if self._waits else self.tr("We received your request"))
        self._reference_name.setText(self.tr("Reference number"))
        self._what_next.setText(
            self.tr(
                "The server cannot be reached. What you typed is safe on this computer and will be sent"
                " automatically, even if you close the program meanwhile. Until then you can change or"
                " withdraw it under “not sent yet” at the bottom of the window."
            )
            if self._waits
            else self.done_words(self._sent_to)
        )
        self._copy.setText(self.tr("Copy the number"))
        self._another.setText(self.tr("Another request"))


def _number_of(problems: Sequence[FieldProblem]) -> Callable[[], str]:
    return lambda: Counted().corrections(len(problems))
