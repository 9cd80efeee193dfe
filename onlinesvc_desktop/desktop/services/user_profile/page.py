# SPDX-License-Identifier: MIT
"""The User profile: preferred language, default e-mail, password (P5, P10, P12)."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode, Language, Role
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.limits import MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.contract.user_profile import CHANGE_PROFILE, REPLACE_PASSWORD, PasswordChange, ProfileChange
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.language import language_choices
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.places.new_password import NewPasswordFields
from onlinesvc_desktop.desktop.services.user_profile.open_sessions import OpenSessionsCard
from onlinesvc_desktop.desktop.targets import Open, Place
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.fields import entry_words, field_words
from onlinesvc_desktop.desktop.workplace import Workplace


class UserProfilePage(Page):
    """Two cards: preferences and password."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("userProfile", "userProfile", workplace.theme)
        self._workplace = workplace
        self._session = workplace.session
        content = QWidget()
        row = tight(QHBoxLayout(content), 16)
        row.addWidget(self._preferences(), 1)
        row.addWidget(self._password(), 1)
        outer = QWidget()
        column = tight(QVBoxLayout(outer), 16)
        self._facts = Facts(self._fact_words)
        column.addWidget(self._facts)
        column.addWidget(content)
        self._open_sessions = OpenSessionsCard("userProfile", workplace)
        column.addWidget(self._open_sessions)
        column.addStretch(1)
        self.body.addWidget(scrolling(outer), 1)
        self._session.changed.connect(self._fill)
        self._fill()
        self.retranslate_ui()

    def _preferences(self) -> QWidget:
        frame, column = card()
        self._preferences_heading = label("title")
        self._language = Choices("userProfile.language", language_choices)
        self._email = Line("userProfile.defaultEmail", longest=MAX_EMAIL_LENGTH)
        self._language_field = Field(
            self._language,
            lambda: self.tr("Preferred &language"),
            lambda: self.tr("Used after you sign in, on any computer. The language button still switches at once."),
        )
        self._email_field = Field(
            self._email,
            lambda: self.tr("Default &e-mail"),
            lambda: self.tr("Filled in wherever something is sent to you by e-mail."),
        )
        self._notices = TextButton("userProfile.notices", "link")
        self._notices.clicked.connect(lambda: self.go_wanted.emit(Open(Place.NOTICES)))
        self._save = TextButton("userProfile.submit", "primary")
        self._save.clicked.connect(self._submit)
        self._email.returnPressed.connect(self._submit)
        for widget in (self._preferences_heading, self._language_field, self._email_field):
            column.addWidget(widget)
        column.addWidget(self._notices, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return frame

    def _password(self) -> QWidget:
        frame, column = card()
        self._password_heading = label("title")
        self._current = Line("userProfile.currentPassword", password=True, longest=MAX_PASSWORD_LENGTH)
        self._current_field = Field(self._current, lambda: self.tr("C&urrent password"), required=True)
        self._new = NewPasswordFields("userProfile", self._workplace)
        self._current.returnPressed.connect(self._new.setFocus)
        self._new.submitted.connect(self._change_password)
        self._change = TextButton("userProfile.changePassword")
        self._change.clicked.connect(self._change_password)
        for widget in (self._password_heading, self._current_field, self._new):
            column.addWidget(widget)
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return frame

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("User profile")

    def first_field(self) -> QWidget:
        """Start with the language."""
        return self._language

    def entered(self) -> None:
        """Fetch the open sessions anew."""
        self._open_sessions.reload()

    def _fact_words(self) -> Sequence[Fact]:
        profile = self._session.profile
        if profile is None:
            return ()
        facts = [(self.tr("Access code"), profile.access_code)]
        if profile.role is Role.ADMINISTRATOR:
            facts.append((self.tr("Role"), self.tr("Administrator")))
        if profile.customer_name is not UNSET and profile.customer_number is not UNSET:
            facts.append((self.tr("Company"), f"{profile.customer_name} ({profile.customer_number})"))
        if profile.password_expires_at is not UNSET and profile.password_changed_at is not UNSET:
            age = Counted().password_age((self._workplace.now() - profile.password_changed_at).days)
            until = formats.full_date_words(profile.password_expires_at.astimezone().date())
            words = self.tr("{age}, valid until {date}").format(age=age, date=until)
            facts.append((self.tr("Password"), words))
        return facts

    def _fill(self) -> None:
        """Show the profile; after sign-out nothing of it stays."""
        profile = self._session.profile
        self.message.clear()
        if profile is None:
            self._email.clear()
            self._current.clear()
            self._new.clear()
        else:
            self._language.fill(profile.language.value)
            self._email.setText("" if profile.default_email is UNSET else profile.default_email)
        self._facts.retranslate_ui()

    def _submit(self) -> None:
        email = self._email.text().strip()
        if email and parse_email(email) is None:
            self._email_field.set_error(lambda: entry_words("email", FieldCode.MALFORMED))
            self._email.setFocus()
            return
        change = ProfileChange(Language(self._language.value()), email)
        self._save.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(CHANGE_PROFILE, change), self._on_saved)

    def _on_saved(self, outcome: Outcome[Profile]) -> None:
        self._save.setEnabled(True)
        match outcome:
            case Ok(profile):
                self._session.take_profile(profile)
                self._workplace.language.switch_to(profile.language)
                self.message.say(Tone.SUCCESS, lambda: self.tr("Your profile is saved."))
            case Err(Invalid((problem, *_))):
                self._email_field.set_error(lambda: field_words(problem))
            case Err():
                self.message.say_fault(outcome, self._workplace.link)

    def _change_password(self) -> None:
        if not self._current.text():
            self._current_field.set_error(lambda: self.tr("Enter your current password."))
            self._current.setFocus()
            return
        if not self._new.check():
            return
        change = PasswordChange(self._current.text(), self._new.password)
        self._change.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(REPLACE_PASSWORD, change), self._on_changed)

    def _on_changed(self, outcome: Outcome[Profile]) -> None:
        self._change.setEnabled(True)
        match outcome:
            case Ok(profile):
                self._current.clear()
                self._new.clear()
                self._session.take_profile(profile)
                self.message.say(
                    Tone.SUCCESS, lambda: self.tr("Your password is changed. Write the new one down in a safe place.")
                )
            case Err(Invalid((problem, *_))) if problem.pointer == "/current_password":
                self._current_field.set_error(lambda: field_words(problem))
                self._current.setFocus()
            case Err(Invalid((problem, *_))):
                self._new.show_problem(problem)
            case Err():
                self.message.say_fault(outcome, self._workplace.link)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._preferences_heading.setText(self.tr("Preferences"))
        self._password_heading.setText(self.tr("Password"))
        self._notices.setText(self.tr("Notices by e-mail…"))
        self._save.setText(self.tr("Save"))
        self._change.setText(self.tr("Change password"))
