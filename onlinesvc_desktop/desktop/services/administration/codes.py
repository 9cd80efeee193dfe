# SPDX-License-Identifier: MIT
"""The access codes: see when each was used last, lock, unlock, close, set its rights, send a temporary password."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.access_codes import (
    CLOSE_ACCESS_CODE,
    LIST_ACCESS_CODES,
    LOCK_ACCESS_CODE,
    RESET_PASSWORD,
    SET_RIGHTS,
    UNLOCK_ACCESS_CODE,
    AccessCodeItem,
    AccessCodeQuery,
    AccountState,
    PasswordReset,
    RightsChange,
)
from onlinesvc_desktop.contract.codes import RIGHTS, FieldCode, Role
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.decisions import Granted
from onlinesvc_desktop.contract.limits import MAX_EMAIL_LENGTH
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.administration.rights import RightsArea
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.words.administration import account_state_words
from onlinesvc_desktop.desktop.words.fields import entry_words, field_words
from onlinesvc_desktop.desktop.words.rights import rights_words
from onlinesvc_desktop.desktop.workplace import Workplace

_BECOME = {
    AccountState.LOCKED: LOCK_ACCESS_CODE,
    AccountState.ACTIVE: UNLOCK_ACCESS_CODE,
    AccountState.CLOSED: CLOSE_ACCESS_CODE,
}


class AccessCodesPanel(ListPanel[AccessCodeItem]):
    """All codes, the newest first."""

    name = "accessCodes"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._key = new_key()
        self._email = Line(f"{self.owner}.email", longest=MAX_EMAIL_LENGTH)
        self._email_field = Field(
            self._email,
            lambda: self.tr("E-mail for a temporary password"),
            lambda: self.tr("Its default e-mail unless you enter another. The password it has now stops working."),
        )
        self._rights = RightsArea(f"{self.owner}.right")
        self._rights.saved.connect(self._on_rights)
        self._reset = TextButton(f"{self.owner}.resetPassword")
        self._lock = TextButton(f"{self.owner}.lock")
        self._unlock = TextButton(f"{self.owner}.unlock")
        self._close = TextButton(f"{self.owner}.close")
        self._reset.clicked.connect(self._on_reset)
        self._email.returnPressed.connect(self._on_reset)
        self._lock.clicked.connect(lambda: self._change(AccountState.LOCKED))
        self._unlock.clicked.connect(lambda: self._change(AccountState.ACTIVE))
        self._close.clicked.connect(self._on_close)
        self.action_buttons.append(self._rights)
        self.fill_detail(self._rights, self._email_field)
        self.add_actions(self._reset, self._lock, self._unlock, self._close)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("AccessCodesPanel", "Access codes")

    def columns(self) -> Sequence[Column[AccessCodeItem]]:
        """Return the columns of the table."""
        return (
            Column(
                lambda: self.tr("Access code"),
                lambda item: item.access_code,
                lambda item: item.access_code.casefold(),
            ),
            Column(
                lambda: self.tr("Name"),
                lambda item: item.holder,
                lambda item: item.holder.casefold(),
            ),
            Column(
                lambda: self.tr("Company"),
                lambda item: item.customer_name,
                lambda item: item.customer_name.casefold(),
            ),
            Column(
                lambda: self.tr("Last used"),
                lambda item: formats.age_words(item.last_activity_at, self.workplace.now()),
                lambda item: item.last_activity_at.timestamp(),
                lambda item: formats.local_moment_words(item.last_activity_at),
            ),
            Column(
                lambda: self.tr("Status"),
                lambda item: account_state_words(item.state),
                lambda item: item.state.value,
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All access codes"))] + [(state.value, account_state_words(state)) for state in AccountState]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[AccessCodeItem]:
        """Ask for a page."""
        wanted = AccountState(state) if state else UNSET
        return client.send(LIST_ACCESS_CODES, query=AccessCodeQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No access codes match.")

    def fact_words(self, item: AccessCodeItem) -> Sequence[Fact]:
        """Return what is known of an access code."""
        customer = f"{item.customer_name} ({item.customer_number})" if item.customer_number else "\N{EN DASH}"
        facts = [
            (self.tr("Access code"), item.access_code),
            (self.tr("Status"), account_state_words(item.state)),
            (self.tr("Name"), item.holder or "\N{EN DASH}"),
            (self.tr("Company"), customer),
            (self.tr("Default e-mail"), item.default_email or "\N{EN DASH}"),
            (self.tr("Created"), formats.local_moment_words(item.created_at)),
            (self.tr("Last used"), formats.local_moment_words(item.last_activity_at)),
            (self.tr("Open sessions"), formats.number_words(item.open_sessions)),
            (self.tr("Password"), self._password_words(item)),
        ]
        if item.rights is not UNSET and item.role is not Role.ADMINISTRATOR:
            facts.append((self.tr("Rights"), rights_words(item.rights)))
        if item.role is Role.ADMINISTRATOR:
            facts.append((self.tr("Role"), self.tr("Administrator")))
        if item.closes_at is not UNSET:
            facts.append((self.tr("Closes if nobody uses it"), formats.local_day_words(item.closes_at)))
        if item.closed_reason:
            by_hand = item.closed_reason == "administrator"
            facts.append((self.tr("Why it is closed"), self.tr("Administrator") if by_hand else self.tr("Nobody used it")))
        return facts

    def _password_words(self, item: AccessCodeItem) -> str:
        changed = formats.local_day_words(item.password_changed_at)
        words = self.tr("temporary, made {date}") if item.password_temporary else self.tr("changed {date}")
        return words.format(date=changed)

    def show_actions(self, item: AccessCodeItem) -> None:
        """Offer what the state allows; a closed code never reopens (P14)."""
        is_open = item.state is AccountState.ACTIVE
        self._key = new_key()
        self._email.setText(item.default_email)
        self._email_field.set_error(None)
        self._email_field.setVisible(is_open)
        self._reset.setVisible(is_open)
        settable = item.state is not AccountState.CLOSED and item.role is not Role.ADMINISTRATOR
        self._rights.setVisible(settable and item.rights is not UNSET)
        self._rights.fill(RIGHTS if item.rights is UNSET else item.rights)
        self._lock.setVisible(is_open)
        self._unlock.setVisible(item.state is AccountState.LOCKED)
        self._close.setVisible(item.state is not AccountState.CLOSED)

    def _change(self, state: AccountState) -> None:
        item = self.chosen
        if item is None:
            return

        def done(changed: AccessCodeItem) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{code}: {state}.").format(
                    code=changed.access_code, state=account_state_words(changed.state)
                ),
            )

        self.act(lambda client: client.send(_BECOME[state], code=item.access_code), done)

    def _on_rights(self) -> None:
        item, rights = self.chosen, self._rights.value()
        if item is None:
            return

        def done(changed: AccessCodeItem) -> None:
            kept = () if changed.rights is UNSET else changed.rights
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{code} may do this from now on: {rights}.").format(
                    code=changed.access_code, rights=rights_words(kept)
                ),
            )

        self.act(lambda client: client.send(SET_RIGHTS, RightsChange(rights), code=item.access_code), done)

    def _on_close(self) -> None:
        item = self.chosen
        if item is None:
            return
        question = QMessageBox(self)
        question.setObjectName(f"{self.owner}.closeQuestion")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(self.tr("Close an access code"))
        question.setText(self.tr("Close {code} for good?").format(code=item.access_code))
        question.setInformativeText(self.tr("A closed access code never opens again; a new one must be requested."))
        close = question.addButton(self.tr("Close it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = question.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.exec()
        if question.clickedButton() is close:
            self._change(AccountState.CLOSED)

    def _on_reset(self) -> None:
        item, email, key = self.chosen, self._email.text().strip(), self._key
        if item is None or not self._reset.isEnabled():
            return
        if parse_email(email) is None:
            code = FieldCode.MALFORMED if email else FieldCode.REQUIRED
            self._email_field.set_error(lambda: entry_words("email", code))
            self._email.setFocus()
            return

        def done(granted: Granted) -> None:
            self._key = new_key()
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{code} has a temporary password; the e-mail to {email} is in the outbox.").format(
                    code=granted.access_code, email=email
                ),
            )

        self.act(lambda client: client.send(RESET_PASSWORD, PasswordReset(email), key=key, code=item.access_code), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong e-mail beside its field."""
        match outcome.fault:
            case Invalid((problem, *_)):
                self._email_field.set_error(lambda: field_words(problem))
                return True
            case _:
                return False

    def forget(self) -> None:
        """Empty the e-mail."""
        self._email.clear()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Access codes"))
        self._reset.setText(self.tr("Send a temporary password"))
        self._lock.setText(self.tr("Lock"))
        self._unlock.setText(self.tr("Unlock"))
        self._close.setText(self.tr("Close for good…"))
