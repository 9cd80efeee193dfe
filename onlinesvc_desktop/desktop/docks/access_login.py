# SPDX-License-Identifier: MIT
"""Access Login: sign in, see who is signed in, sign out (P8). Idle, busy, error and offline are its states."""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import UNSET
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from onlinesvc_desktop.client.faults import Fault, Refused
from onlinesvc_desktop.client.secret_store import DEADLINE_SECONDS, SecretOutcome, SecretStore
from onlinesvc_desktop.contract.codes import ErrorCode, Role
from onlinesvc_desktop.contract.limits import MAX_ACCESS_CODE_LENGTH, MAX_PASSWORD_LENGTH
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.session import Session
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.registry import entry_of
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.fields import password_state_words
from onlinesvc_desktop.desktop.workplace import Workplace

_REMINDED_BEFORE = timedelta(days=10)


class AccessLoginSection(Section):
    """The sign-in form, or the name of who is signed in."""

    password_help_wanted = Signal()
    access_request_wanted = Signal(str)
    """Carries the closed access code that a new one is to replace, or nothing."""

    def __init__(self, workplace: Workplace, secrets: SecretStore) -> None:
        super().__init__("accessLogin", "accessLogin")
        self._workplace = workplace
        self._session = workplace.session
        self._secrets = secrets
        self._busy = False
        self._closed_code = ""
        self._keyring = SecretOutcome.DONE
        self._is_probed = False
        self.message = MessageLine("accessLogin.message", workplace.theme)
        self._form = self._build_form()
        self._account = self._build_account()
        self.column.addWidget(self._form)
        self.column.addWidget(self._account)
        self.column.addWidget(self.message)
        self._session.changed.connect(self._show_state)
        self._session.expired.connect(self._on_expired)
        self._session.password_replaced.connect(self._on_password_replaced)
        remembered = workplace.settings.values.remembered_access_code
        if remembered:
            self._code.setText(remembered)
            self._remember.setChecked(True)
        self._show_state()
        self.retranslate_ui()

    def _build_form(self) -> QWidget:
        form = QWidget()
        column = tight(QVBoxLayout(form), 10)
        self._code = Line("accessLogin.accessCode", longest=MAX_ACCESS_CODE_LENGTH)
        self._password = Line("accessLogin.password", password=True, longest=MAX_PASSWORD_LENGTH)
        self._code_field = Field(self._code, lambda: self.tr("Access &code"))
        self._password_field = Field(self._password, lambda: self.tr("&Password"))
        self._code.returnPressed.connect(self._next_or_sign_in)
        self._password.returnPressed.connect(self._sign_in)
        self._remember = QCheckBox()
        self._remember.setObjectName("accessLogin.remember")
        self._remember.clicked.connect(self._probe)
        self._code.textEdited.connect(self._probe)
        self._remember_hint = label("muted", wrap=True)
        self._remember_hint.setObjectName("accessLogin.rememberHint")
        self._sign_in_button = TextButton("accessLogin.signIn", "primary")
        set_icon(self._sign_in_button, "arrow-right", QPalette.ColorRole.HighlightedText)
        self._sign_in_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._sign_in_button.clicked.connect(self._sign_in)
        self._forgot = TextButton("accessLogin.forgotPassword", "link")
        self._forgot.clicked.connect(self.password_help_wanted)
        self._request = TextButton("accessLogin.requestAccess", "link")
        self._request.clicked.connect(lambda: self.access_request_wanted.emit(self._closed_code))
        links = tight(QVBoxLayout(), 0)
        links.addWidget(self._forgot, 0, Qt.AlignmentFlag.AlignLeft)
        links.addWidget(self._request, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (
            self._code_field,
            self._password_field,
            self._remember,
            self._remember_hint,
            self._sign_in_button,
        ):
            column.addWidget(widget)
        column.addLayout(links)
        return form

    def _build_account(self) -> QWidget:
        account = QWidget()
        column = tight(QVBoxLayout(account), 8)
        self._signed_in_as = label("fact", wrap=True)
        self._signed_in_as.setObjectName("accessLogin.signedInAs")
        self._enterprise = label("muted", wrap=True)
        self._reminder = MessageLine("accessLogin.reminder", self._workplace.theme)
        self._sign_out_button = TextButton("accessLogin.signOut")
        set_icon(self._sign_out_button, "exit")
        self._sign_out_button.clicked.connect(self._sign_out)
        for widget in (self._signed_in_as, self._enterprise, self._reminder, self._sign_out_button):
            column.addWidget(widget)
        return account

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Access Login")

    def ask_for(self, service: Service) -> None:
        """Lead from a locked service to the form (P8); whoever is signed in hears that their code has no right to it."""
        if self._session.is_open:
            self.message.say(
                Tone.WARNING,
                lambda: self.tr("Your access code has no right to “{service}”. Ask your administrator for it.").format(
                    service=entry_of(service).title()
                ),
            )
            return
        self.message.say(
            Tone.INFO,
            lambda: self.tr("Sign in to open “{service}”. It opens right after.").format(service=entry_of(service).title()),
        )
        self.focus_form()

    def begin_with(self, access_code: str, why: Callable[[], str]) -> None:
        """Fill an access code in and say why its password is to be typed."""
        self._code.setText(access_code)
        self.message.say(Tone.WARNING, why)
        self.focus_form()

    def focus_form(self) -> None:
        """Put the cursor where typing goes on."""
        (self._password if self._code.text() else self._code).setFocus()

    def load_remembered(self) -> None:
        """Ask for the remembered password, if there is one, without waiting for it."""
        if self._remember.isChecked():
            self._probe()

    def _probe(self) -> None:
        """Ask once whether there is a keyring: it takes memory and time, so only of whoever begins to sign in."""
        if not self._is_probed:
            self._is_probed = True
            self._with_deadline(self._secrets.probe, self._on_probed, SecretOutcome.UNAVAILABLE)

    def _on_probed(self, outcome: SecretOutcome) -> None:
        if outcome is not SecretOutcome.DONE:
            self._remember_not(outcome)
            return
        code = self._workplace.settings.values.remembered_access_code
        if not (self._remember.isChecked() and code and self._code.text() == code):
            return

        def filled(outcome: tuple[SecretOutcome, str]) -> None:
            result, password = outcome
            if result in (SecretOutcome.LOCKED, SecretOutcome.UNAVAILABLE):
                self._remember_not(result)
            elif result is SecretOutcome.DONE and self._code.text() == code and not self._password.text():
                self._password.setText(password)

        self._with_deadline(lambda: self._secrets.load(code), filled, (SecretOutcome.UNAVAILABLE, ""))

    def _remember_not(self, why: SecretOutcome) -> None:
        """Switch the box off and say why; a locked keyring may be unlocked and tried again, a missing one not."""
        self._keyring = why
        self._remember.setChecked(False)
        self._remember.setEnabled(why is SecretOutcome.LOCKED)
        self.retranslate_ui()

    def _next_or_sign_in(self) -> None:
        if self._password.text():
            self._sign_in()
        else:
            self._password.setFocus()

    def _sign_in(self) -> None:
        if self._busy:
            return
        code, password = self._code.text().strip(), self._password.text()
        self._code_field.set_error(None if code else lambda: self.tr("Enter your access code."))
        self._password_field.set_error(None if password else lambda: self.tr("Enter your password."))
        if not code or not password:
            (self._password if code else self._code).setFocus()
            return
        self._set_busy(True)
        self.message.clear()
        self._session.sign_in(code, password, self._on_signed_in)

    def _on_signed_in(self, outcome: Outcome[Session]) -> None:
        self._set_busy(False)
        match outcome:
            case Ok():
                self._keep_or_forget()
                self._password.clear()
                if self._session.owes_password:
                    announce(self, password_state_words(self._session.password_state))
            case Err(fault):
                self.message.say_fault(outcome, self._workplace.link, tone=Tone.DANGER)
                self._show_refusal(fault)

    def _show_refusal(self, fault: Fault) -> None:
        """Put the focus where it helps: on the password, or on the way to a new access code (P14)."""
        self._closed_code = ""
        if fault == Refused(ErrorCode.ACCOUNT_CLOSED):
            self._closed_code = self._code.text().strip()
            self._request.setFocus()
            return
        if fault == Refused(ErrorCode.SIGN_IN_FAILED):
            self._password.selectAll()
        self._password.setFocus()

    def say_who(self) -> None:
        """Let a screen reader say that the sign-in is done."""
        announce(self._signed_in_as, f"{self._signed_in_as.text()} {self._enterprise.text()}".strip())

    def _keep_or_forget(self) -> None:
        code, password = self._code.text().strip(), self._password.text()
        remembered = self._workplace.settings.values.remembered_access_code
        if self._remember.isChecked():
            self._workplace.settings.change(remembered_access_code=code)
            self._with_deadline(lambda: self._secrets.save(code, password), self._on_kept, SecretOutcome.UNAVAILABLE)
        elif remembered:
            self._workplace.settings.change(remembered_access_code="")
            self._with_deadline(lambda: self._secrets.forget(remembered), lambda _outcome: None, SecretOutcome.UNAVAILABLE)

    def _on_kept(self, outcome: SecretOutcome) -> None:
        if outcome is SecretOutcome.DONE:
            self._keyring = outcome
            self.retranslate_ui()
            return
        self._remember_not(outcome)
        self._workplace.settings.change(remembered_access_code="")
        if outcome is SecretOutcome.LOCKED:
            self.message.say(
                Tone.WARNING,
                lambda: self.tr("You are signed in. The password was not saved: the system keyring is locked."),
            )
        else:
            self.message.say(
                Tone.WARNING,
                lambda: self.tr(
                    "You are signed in. The password was not saved: no password keyring is available on this computer."
                ),
            )

    def _with_deadline(self, work: Callable[[], object], done: Callable[..., None], late: object) -> None:
        """Run keyring work on a worker; a keyring that hangs counts as ``late`` after the deadline."""
        settled = False

        def settle(value: object) -> None:
            nonlocal settled
            if not settled:
                settled = True
                done(value)

        self._workplace.jobs.run(work, lambda outcome: settle(outcome.value if isinstance(outcome, Ok) else late))
        QTimer.singleShot(int(DEADLINE_SECONDS * 1000), self, lambda: settle(late))

    def _sign_out(self) -> None:
        self._session.sign_out()
        self.message.say(Tone.SUCCESS, lambda: self.tr("You are signed out."))
        self.focus_form()

    def _on_expired(self) -> None:
        self.message.say(
            Tone.WARNING,
            lambda: self.tr("Your session has ended. What you typed is kept; sign in again to continue."),
        )

    def _on_password_replaced(self, at: datetime) -> None:
        """Tell the others of a shared access code (P5)."""
        self.message.say(
            Tone.WARNING,
            lambda: (
                self.tr("Somebody who shares this access code changed its password, {moment}.").format(
                    moment=formats.full_local_moment_words(at)
                )
                + " "
                + self.tr("You stay signed in; ask for the new password before you sign in next time.")
            ),
        )

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self._code, self._password, self._remember, self._sign_in_button):
            widget.setEnabled(not busy)
        self._remember.setEnabled(not busy and self._keyring is not SecretOutcome.UNAVAILABLE)
        self.retranslate_ui()

    def _show_state(self) -> None:
        signed_in = self._session.profile is not None
        self._form.setVisible(not signed_in)
        self._account.setVisible(signed_in)
        if signed_in:
            self.message.clear()
        self._remind()
        self.retranslate_ui()

    def _remind(self) -> None:
        """Say when the password will soon have to be replaced (P13)."""
        profile = self._session.profile
        expires = UNSET if profile is None else profile.password_expires_at
        if expires is UNSET or expires - self._workplace.now() > _REMINDED_BEFORE:
            self._reminder.clear()
            return
        day = expires.astimezone().date()
        self._reminder.say(
            Tone.INFO,
            lambda: self.tr("Your password is valid until {date}. Choose a new one in the User profile before that.").format(
                date=formats.full_date_words(day)
            ),
        )

    def retranslate_ui(self) -> None:
        """Set the texts of the state."""
        super().retranslate_ui()
        self._remember.setText(self.tr("Remember me on this computer"))
        self._remember.setToolTip(self.tr("The password is kept in the system keyring, never in a file."))
        self._remember_hint.setVisible(self._keyring is not SecretOutcome.DONE)
        self._remember_hint.setText(
            self.tr("The system keyring is locked, so the password is not saved. Unlock it, then tick the box.")
            if self._keyring is SecretOutcome.LOCKED
            else self.tr("The password cannot be saved: no password keyring is available on this computer.")
        )
        self._sign_in_button.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in"))
        self._forgot.setText(self.tr("Forgot your password?"))
        self._request.setText(self.tr("Request an access code"))
        self._sign_out_button.setText(self.tr("Sign out"))
        profile = self._session.profile
        if profile is None:
            return
        self._signed_in_as.setText(self.tr("Signed in as {code}").format(code=profile.access_code))
        administrator = profile.role is Role.ADMINISTRATOR
        self._enterprise.setText(self.tr("Administrator") if administrator else (profile.customer_name or ""))
