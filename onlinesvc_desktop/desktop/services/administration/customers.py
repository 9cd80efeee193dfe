# SPDX-License-Identifier: MIT
"""The customers: who they are, how many access codes they have, and the keys their own programs trace with."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.customers import (
    CHANGE_COMPANY_KEY,
    ISSUE_COMPANY_KEY,
    LIST_CUSTOMERS,
    REVOKE_COMPANY_KEY,
    CompanyKey,
    CompanyKeyChange,
    CompanyKeyItem,
    CustomerItem,
)
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.field import Field
from onlinesvc_desktop.desktop.workplace import Workplace


class CustomersPanel(ListPanel[CustomerItem]):
    """All customers, the newest first."""

    name = "customers"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._issued: tuple[int, CompanyKey] | None = None
        self._authorization = Line(f"{self.owner}.authorization")
        self._authorization.setReadOnly(True)
        self._authorization_field = Field(
            self._authorization,
            self._authorization_words,
            lambda: self.tr("Copy it now: it is shown only once and is not kept anywhere."),
        )
        self._copy = TextButton(f"{self.owner}.copy")
        self._issue = TextButton(f"{self.owner}.issueKey")
        self._keys = QComboBox()
        self._keys.setObjectName(f"{self.owner}.keys")
        self._revoke = TextButton(f"{self.owner}.revokeKey")
        self._twelve_hours = QCheckBox()
        self._twelve_hours.setObjectName(f"{self.owner}.twelveHours")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._authorization.text()))
        self._issue.clicked.connect(self._on_issue)
        self._revoke.clicked.connect(self._on_revoke)
        self._keys.currentIndexChanged.connect(lambda _: self._show_hours())
        self._twelve_hours.clicked.connect(self._on_hours)
        self.add_actions(self._issue, self._keys, self._twelve_hours, self._revoke)
        self.action_bar.add(self._copy)
        self.fill_detail(self._authorization_field)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("CustomersPanel", "Customers")

    def columns(self) -> Sequence[Column[CustomerItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Number"), lambda item: item.number, lambda item: item.number.casefold()),
            Column(lambda: self.tr("Company"), lambda item: item.name, lambda item: item.name.casefold()),
            Column(lambda: self.tr("City"), lambda item: item.city, lambda item: item.city.casefold()),
            Column(
                lambda: self.tr("Access codes"),
                lambda item: formats.number_words(item.open_access_codes),
                lambda item: item.open_access_codes,
            ),
            Column(
                lambda: self.tr("Company keys"),
                lambda item: ", ".join(key.requestor for key in _valid(item)),
                lambda item: len(_valid(item)),
            ),
        )

    def fetch(self, client: ApiClient, search: str, _state: str, cursor: str | UnsetType) -> Page[CustomerItem]:
        """Ask for a page."""
        return client.send(LIST_CUSTOMERS, query=PageQuery(search=search, cursor=cursor))

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No customers match.")

    def fact_words(self, item: CustomerItem) -> Sequence[Fact]:
        """Return what is known of a customer, and of each of its company keys."""
        address = ", ".join(part for part in (item.address1, item.city, item.province, item.postal_code) if part)
        facts = [
            (self.tr("Number"), item.number),
            (self.tr("Company"), item.name),
            (self.tr("Address"), address or "\N{EN DASH}"),
            (self.tr("Customer since"), formats.local_day_words(item.created_at)),
            (self.tr("Access codes"), formats.number_words(item.open_access_codes)),
        ]
        return facts + [
            (self.tr("Company key {key}").format(key=key.requestor), self._key_words(key)) for key in item.company_keys
        ]

    def _key_words(self, key: CompanyKeyItem) -> str:
        issued = formats.local_day_words(key.created_at)
        if key.revoked_at is UNSET:
            return self.tr("issued {date}").format(date=issued)
        return self.tr("revoked {date}").format(date=formats.local_day_words(key.revoked_at))

    def _authorization_words(self) -> str:
        requestor = "" if self._issued is None else self._issued[1].requestor
        return self.tr("Authorization of the company key {key}").format(key=requestor)

    def show_actions(self, item: CustomerItem) -> None:
        """Offer the keys that are still valid to be revoked; show the one just issued."""
        issued = self._issued is not None and self._issued[0] == item.id
        if self._issued is not None and issued:
            self._authorization.setText(self._issued[1].authorization)
        self._authorization_field.setVisible(issued)
        self._authorization_field.retranslate_ui()
        self._copy.setVisible(issued)
        self._keys.clear()
        for key in _valid(item):
            self._keys.addItem(key.requestor)
        self._keys.setVisible(bool(_valid(item)))
        self._revoke.setVisible(bool(_valid(item)))
        self._twelve_hours.setVisible(bool(_valid(item)))
        self._show_hours()

    def _show_hours(self) -> None:
        item, requestor = self.chosen, self._keys.currentText()
        keys = () if item is None else _valid(item)
        self._twelve_hours.setChecked(any(key.twelve_hours for key in keys if key.requestor == requestor))

    def _on_issue(self) -> None:
        item = self.chosen
        if item is None:
            return

        def done(key: CompanyKey) -> None:
            self._issued = (item.id, key)
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{name} has a new company key, {key}.").format(name=item.name, key=key.requestor),
            )

        self.act(lambda client: client.send(ISSUE_COMPANY_KEY, id=item.id), done)

    def _on_hours(self, wanted: bool) -> None:
        item, requestor = self.chosen, self._keys.currentText()
        if item is None:
            return

        def done(_: None) -> None:
            self.message.say(Tone.SUCCESS, lambda: self._hours_words(requestor, wanted))

        change = CompanyKeyChange(wanted)
        self.act(lambda client: client.send(CHANGE_COMPANY_KEY, body=change, id=item.id, requestor=requestor), done)

    def _hours_words(self, requestor: str, twelve_hours: bool) -> str:
        if twelve_hours:
            return self.tr("The program of company key {key} is told times by a 12-hour clock.").format(key=requestor)
        return self.tr("The program of company key {key} is told times by a 24-hour clock.").format(key=requestor)

    def _on_revoke(self) -> None:
        item, requestor = self.chosen, self._keys.currentText()
        if item is None:
            return

        def done(_: None) -> None:
            if self._issued is not None and self._issued[1].requestor == requestor:
                self._issued = None
            self.message.say(Tone.SUCCESS, lambda: self.tr("The company key {key} no longer works.").format(key=requestor))

        self.act(lambda client: client.send(REVOKE_COMPANY_KEY, id=item.id, requestor=requestor), done)

    def forget(self) -> None:
        """Forget the key that was just issued."""
        self._issued = None
        self._authorization.clear()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Customers"))
        self._copy.setText(self.tr("Copy the authorization"))
        self._issue.setText(self.tr("Issue a company key"))
        self._keys.setAccessibleName(self.tr("Company keys that are valid"))
        self._twelve_hours.setText(self.tr("12-hour time"))
        self._twelve_hours.setToolTip(self.tr("For programs that fail on times after 12:59; time24 has the whole time."))
        self._revoke.setText(self.tr("Revoke this key"))


def _valid(item: CustomerItem) -> list[CompanyKeyItem]:
    return [key for key in item.company_keys if key.revoked_at is UNSET]
