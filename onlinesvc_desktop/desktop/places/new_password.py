# SPDX-License-Identifier: MIT
"""Choosing a new password: the two fields of it, and the page for one that has expired (P12, P13)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.limits import MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH
from onlinesvc_desktop.contract.new_password import words_about
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.strength_meter import StrengthMeter
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.fields import field_words, password_rule_words, password_state_words
from onlinesvc_desktop.desktop.workplace import Workplace


class NewPasswordFields(Panel):
    """New password and the same again, with the rule said beforehand."""

    submitted = Signal()

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._session = workplace.session
        self._new = Line(f"{owner}.newPassword", password=True)
        self._again = Line(f"{owner}.newPasswordAgain", password=True)
        for editor in (self._new, self._again):
            editor.setMaxLength(MAX_PASSWORD_LENGTH)
        self._new_field = Field(self._new, lambda: self.tr("Ne&w password"), password_rule_words, required=True)
        self._again_field = Field(self._again, lambda: self.tr("New password a&gain"), required=True)
        self._new.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self.submitted)
        self._meter = StrengthMeter(owner, self._new, workplace.jobs)
        column = tight(QVBoxLayout(self), 12)
        column.addWidget(self._new_field)
        column.addWidget(self._meter)
        self._session.changed.connect(self._on_session_changed)
        self._on_session_changed()
        column.addWidget(self._again_field)
        self.setFocusProxy(self._new)

    def _on_session_changed(self) -> None:
        profile = self._session.profile
        about = () if profile is None else (profile.access_code, profile.customer_name, profile.default_email)
        self._meter.judge_against(words_about(*(text for text in about if text)))

    @property
    def password(self) -> str:
        """The new password."""
        return self._new.text()

    def check(self) -> bool:
        """Tell whether both fields are right; the first wrong one gets the focus."""
        if len(self._new.text()) < MIN_PASSWORD_LENGTH:
            self._new_field.set_error(lambda: Counted().at_least(MIN_PASSWORD_LENGTH))
            self._new.setFocus()
            return False
        if self._new.text() != self._again.text():
            self._again_field.set_error(lambda: self.tr("The two are not the same. Type the new password again."))
            self._again.setFocus()
            return False
        return True

    def show_problem(self, problem: FieldProblem) -> None:
        """Show what the server says of the new password."""
        self._new_field.set_error(lambda: field_words(problem))
        self._new.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for editor, field in ((self._new, self._new_field), (self._again, self._again_field)):
            editor.clear()
            field.set_error(None)


class NewPasswordPage(Page):
    """What a clerk with an expired or temporary password sees instead of the services."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("newPassword", "newPassword", workplace.theme, has_back=False)
        self._workplace = workplace
        self._why = label("", wrap=True)
        self._fields = NewPasswordFields("newPassword", workplace)
        self._fields.submitted.connect(self._submit)
        self._go = TextButton("newPassword.submit", "primary")
        self._go.clicked.connect(self._submit)
        frame, column = card()
        column.addWidget(self._why)
        column.addWidget(self._fields)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Choose a new password")

    def first_field(self) -> QWidget:
        """Start in the new password."""
        return self._fields

    def _submit(self) -> None:
        if not self._fields.check():
            return
        self._go.setEnabled(False)
        self.message.clear()
        self._workplace.session.choose_password(self._fields.password, self._on_result)

    def _on_result(self, outcome: Outcome[Profile]) -> None:
        self._go.setEnabled(True)
        match outcome:
            case Ok():
                self._fields.clear()
            case Err(Invalid((problem, *_))):
                self._fields.show_problem(problem)
            case Err():
                self.message.say_fault(outcome, self._workplace.link)

    def _on_session_changed(self) -> None:
        if not self._workplace.session.owes_password:
            self._fields.clear()
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._why.setText(password_state_words(self._workplace.session.password_state))
        self._go.setText(self.tr("Save the password"))
