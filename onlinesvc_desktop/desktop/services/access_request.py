# SPDX-License-Identifier: MIT
"""The Personal access request: a form that anybody may send, and the reference of what was sent (P4)."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Invalid, Refused
from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.access_request import (
    FIELD_FAULTS,
    AccessRequest,
    Acknowledgement,
    check_access_request,
    kept_spelling,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.services.page import Page, scrolling
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.busy import Busy
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors import Choices, text_area
from onlinesvc_desktop.desktop.widgets.field import line_edit
from onlinesvc_desktop.desktop.widgets.form import Entry, Form, Rules
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.fields import entry_words
from onlinesvc_desktop.desktop.words.provinces import province_choices
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "accessRequest"
_REASON_LINES = 3
_WIDTH_CHARACTERS = 100


class AccessRequestPage(Page):
    """Form or acknowledgement. What is typed is kept on disk until it was sent."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._key = new_key()
        self._sent_to = ""
        self._intro = label("muted", wrap=True)
        self._form = Form(self._entries(), Rules(_fault_of, kept_spelling))
        self._submit = TextButton(f"{_OWNER}.submit", "primary")
        self._clear = TextButton(f"{_OWNER}.clear", "link")
        self._busy = Busy(_OWNER, can_stop=False)
        self._form_side = self._build_form()
        self._done_side = self._build_done()
        content = QWidget()
        column = tight(QVBoxLayout(content), 16)
        column.addWidget(self._form_side)
        column.addWidget(self._done_side)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        self._done_side.hide()
        self._form.submitted.connect(self._send)
        self._submit.clicked.connect(self._send)
        self._clear.clicked.connect(self._start_over)
        workplace.drafts.not_saved.connect(self._on_not_saved)
        self._restore()
        self._form.edited.connect(self._keep)
        self.retranslate_ui()

    def _entries(self) -> list[Entry]:
        language = QComboBox()
        language.setObjectName(f"{_OWNER}.language")
        for one in Language:
            language.addItem(own_name(one), one.value)
        short, number = limits.MAX_SHORT_TEXT, limits.MAX_CUSTOMER_NUMBER_LENGTH

        def line(name: str, most: int = short) -> QWidget:
            editor = line_edit(f"{_OWNER}.{name}")
            editor.setMaxLength(most)
            return editor

        return [
            Entry("company", line("company"), lambda: self.tr("&Enterprise"), True, wide=True),
            Entry("first_name", line("firstName"), lambda: self.tr("F&irst name"), True),
            Entry("last_name", line("lastName"), lambda: self.tr("L&ast name"), True),
            Entry("email", line("email", limits.MAX_EMAIL_LENGTH), lambda: self.tr("E-&mail"), True),
            Entry("telephone", line("telephone"), lambda: self.tr("&Telephone"), True),
            Entry("address1", line("address1"), lambda: self.tr("A&ddress"), True, wide=True),
            Entry("city", line("city"), lambda: self.tr("Cit&y"), True),
            Entry(
                "province",
                Choices(f"{_OWNER}.province", province_choices),
                lambda: self.tr("Pro&vince or state"),
                True,
            ),
            Entry("postal_code", line("postalCode"), lambda: self.tr("P&ostal code"), True),
            Entry(
                "customer_number",
                line("customerNumber", number),
                lambda: self.tr("Customer num&ber"),
                hint=lambda: self.tr("If you know it."),
            ),
            Entry("language", language, lambda: self.tr("Preferred lan&guage")),
            Entry(
                "reason",
                text_area(f"{_OWNER}.reason", _REASON_LINES),
                lambda: self.tr("&What you need access for"),
                wide=True,
            ),
        ]

    def _build_form(self) -> QWidget:
        frame, column = card(16)
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS)
        column.addWidget(self._intro)
        column.addWidget(self._form)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._submit)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        column.addWidget(self._busy)
        column.addLayout(foot)
        return frame

    def _build_done(self) -> QWidget:
        frame, column = card(12)
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS)
        self._done_heading = label("title")
        self._reference_name = label("muted")
        self._reference = label("heading")
        self._reference.setObjectName(f"{_OWNER}.reference")
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what_next = label("", wrap=True)
        self._copy = TextButton(f"{_OWNER}.copyReference")
        self._copy.clicked.connect(self._copy_reference)
        self._another = TextButton(f"{_OWNER}.another", "link")
        self._another.clicked.connect(self._start_over)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._copy)
        foot.addWidget(self._another)
        foot.addStretch(1)
        for widget in (self._done_heading, self._reference_name, self._reference, self._what_next):
            column.addWidget(widget)
        column.addLayout(foot)
        return frame

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Personal access request")

    def first_field(self) -> QWidget:
        """Start in the first field, or on the reference."""
        return self._copy if self._form_side.isHidden() else self._form

    def ask_anew(self, closed_code: str) -> None:
        """Say in the form which closed access code it is to replace, unless something is written there already."""
        self._show_form()
        if not self._form.values()["reason"]:
            words = self.tr("My access code {code} is closed.").format(code=closed_code)
            self._form.take({"reason": words})
            self._keep()

    def _restore(self) -> None:
        draft = self._workplace.drafts.load(_OWNER)
        self._form.take({"language": self._workplace.language.language.value})
        if draft is not None:
            self._key = draft.key
            self._form.take(draft.values)

    def _keep(self) -> None:
        self._workplace.drafts.keep(_OWNER, Draft(self._form.values(), self._key))

    def _send(self) -> None:
        if not self._submit.isEnabled():
            return
        values = self._form.values()
        request, problems = check_access_request(msgspec.convert(values, AccessRequest))
        self.message.clear()
        self._form.show_problems(problems, _problem_words)
        if problems:
            self.message.say(Tone.WARNING, lambda: self.tr("%n field(s) need a correction.", "", len(problems)))
            return
        self._set_busy(True)
        self._sent_to = request.email
        key = self._key
        self._workplace.link.ask(lambda client: client.request_access(request, key), self._on_answer)

    def _on_answer(self, outcome: Outcome[Acknowledgement]) -> None:
        self._set_busy(False)
        match outcome:
            case Ok(acknowledgement):
                self._empty()
                self._reference.setText(acknowledgement.reference)
                self._form_side.hide()
                self._done_side.show()
                self.message.say(Tone.SUCCESS, lambda: self.tr("Your request was sent."))
                self.retranslate_ui()
                self._copy.setFocus()
            case Err(Invalid(problems)):
                self._form.show_problems(problems, _problem_words)
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))
            case Err(fault):
                if fault == Refused(ErrorCode.IDEMPOTENCY_KEY_REUSED):
                    self._key = new_key()
                    self._keep()
                self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

    def _start_over(self) -> None:
        self.message.clear()
        self._empty()
        self._show_form()
        self._form.setFocus()

    def _empty(self) -> None:
        self._form.take(dict.fromkeys(self._form.values(), ""))
        self._form.take({"language": self._workplace.language.language.value})
        self._key = new_key()
        self._workplace.drafts.forget(_OWNER)

    def _show_form(self) -> None:
        self._done_side.hide()
        self._form_side.show()

    def _copy_reference(self) -> None:
        reference = self._reference.text()
        QGuiApplication.clipboard().setText(reference)
        self.message.say(Tone.SUCCESS, lambda: self.tr("{number} is copied.").format(number=reference))

    def _set_busy(self, busy: bool) -> None:
        self._submit.setEnabled(not busy)
        self._clear.setEnabled(not busy)
        self._form.setEnabled(not busy)
        if busy:
            self._busy.start()
        else:
            self._busy.finish()

    def _on_not_saved(self) -> None:
        self.message.say(
            Tone.WARNING,
            lambda: self.tr(
                "The disk refuses to keep what you type here. It can still be sent, but do not close the program."
            ),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._intro.setText(
            self.tr("Fields marked with * are required. Access code and password come by e-mail, usually within hours.")
        )
        self._submit.setText(self.tr("OK"))
        self._clear.setText(self.tr("Clear the form"))
        self._done_heading.setText(self.tr("Your request has arrived"))
        self._reference_name.setText(self.tr("Reference number"))
        self._what_next.setText(
            self.tr(
                "Once it is approved, the access code and a temporary password come by e-mail to {email}, usually within"
                " hours. Give the reference number if you call about it."
            ).format(email=self._sent_to)
        )
        self._copy.setText(self.tr("Copy the number"))
        self._another.setText(self.tr("Another request"))


def _fault_of(name: str, text: str) -> FieldCode | None:
    return FIELD_FAULTS[name](text) if name in FIELD_FAULTS else None


def _problem_words(problem: FieldProblem) -> str:
    return entry_words(problem.pointer.removeprefix("/"), FieldCode(problem.code))
