# SPDX-License-Identifier: MIT
"""The queue of personal access requests: read one whole, then approve or refuse it."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.access_request import (
    APPROVE_ACCESS_REQUEST,
    LIST_ACCESS_REQUESTS,
    REFUSE_ACCESS_REQUEST,
    AccessRequestItem,
    Approval,
    NewCustomer,
)
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.decisions import Granted, Reason, RequestQuery, RequestState
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.decision import DecisionArea, resemblance_facts
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.words.administration import request_state_words
from onlinesvc_desktop.desktop.workplace import Workplace

_EXISTING, _NEW = "existing", "new"


class AccessRequestsPanel(ListPanel[AccessRequestItem]):
    """Pending requests first; the others behind the filter."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("accessRequests", workplace)
        self._key = new_key()
        self._decision = DecisionArea(self.owner, self._approval_entries())
        self._approval = self._decision.approval
        self._approval.edited.connect(self._show_kind)
        self._decision.approved.connect(self._on_approve)
        self._decision.refused.connect(self._on_refuse)
        self.action_buttons += self._decision.buttons
        self.detail_column.addWidget(self._decision)
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    def _approval_entries(self) -> list[Entry]:
        number = Line(f"{self.owner}.customerNumber", longest=limits.MAX_CUSTOMER_NUMBER_LENGTH)
        name = Line(f"{self.owner}.customerName", longest=limits.MAX_SHORT_TEXT)
        code = Line(f"{self.owner}.accessCode", longest=limits.MAX_ACCESS_CODE_LENGTH)
        return [
            Entry("kind", Choices(f"{self.owner}.customer", self._kinds), lambda: self.tr("Customer"), True),
            Entry("customer_number", number, lambda: self.tr("Customer number"), True),
            Entry("customer_name", name, lambda: self.tr("Name of the new customer")),
            Entry(
                "access_code",
                code,
                lambda: self.tr("Access code"),
                hint=lambda: self.tr("If you leave it empty, the code is made from the name."),
            ),
        ]

    def _kinds(self) -> list[tuple[str, str]]:
        return [(_EXISTING, self.tr("Existing customer")), (_NEW, self.tr("New customer"))]

    def title_words(self) -> str:
        """Return the name of the tab."""
        return self.tr("Access requests")

    def columns(self) -> Sequence[Column[AccessRequestItem]]:
        """Return the columns of the table."""
        return (
            Column(
                lambda: self.tr("Reference number"),
                lambda item: item.reference,
                lambda item: item.id,
            ),
            Column(
                lambda: self.tr("Received"),
                lambda item: formats.age_words(item.submitted_at, self.workplace.now()),
                lambda item: item.submitted_at.timestamp(),
                lambda item: formats.local_moment_words(item.submitted_at),
            ),
            Column(
                lambda: self.tr("Name"),
                lambda item: f"{item.first_name} {item.last_name}",
                lambda item: item.last_name.casefold(),
            ),
            Column(
                lambda: self.tr("Company"),
                lambda item: item.company,
                lambda item: item.company.casefold(),
            ),
            Column(
                lambda: self.tr("Status"),
                lambda item: request_state_words(item.state),
                lambda item: item.state.value,
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [(state.value, request_state_words(state)) for state in RequestState] + [("", self.tr("All requests"))]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[AccessRequestItem]:
        """Ask for a page."""
        wanted = RequestState(state) if state else UNSET
        return client.send(LIST_ACCESS_REQUESTS, query=RequestQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that there is nothing to decide."""
        return self.tr("No requests match.")

    def fact_words(self, item: AccessRequestItem) -> Sequence[Fact]:
        """Return the whole request."""
        facts = [
            (self.tr("Reference number"), item.reference),
            (self.tr("Received"), formats.local_moment_words(item.submitted_at)),
            (self.tr("Status"), request_state_words(item.state)),
            (self.tr("Company"), item.company),
            (self.tr("Name"), f"{item.first_name} {item.last_name}"),
            (self.tr("E-mail"), item.email),
            (self.tr("Telephone"), item.telephone),
            (self.tr("Address"), f"{item.address1}, {item.city} ({item.province})  {_unbroken(item.postal_code)}"),
            (self.tr("Customer number"), item.customer_number or "\N{EN DASH}"),
            (self.tr("Preferred language"), own_name(item.language)),
            (self.tr("What access is needed for"), item.reason or "\N{EN DASH}"),
        ]
        facts += resemblance_facts(item.resembles)
        if item.decision is not UNSET:
            when = formats.local_moment_words(item.decision.decided_at)
            facts.append((self.tr("Decided"), f"{when}, {item.decision.decided_by}"))
            if item.decision.access_code:
                facts.append((self.tr("Access code"), item.decision.access_code))
            if item.decision.reason:
                facts.append((self.tr("Reason for the refusal"), item.decision.reason))
        return facts

    def show_actions(self, item: AccessRequestItem) -> None:
        """Offer a decision on a pending request, with what the person wrote filled in."""
        self._decision.setVisible(item.state is RequestState.PENDING)
        self._key = new_key()
        kind = _EXISTING if item.customer_number or (item.resembles is not UNSET and item.resembles.customers) else _NEW
        self._decision.begin(
            {"kind": kind, "customer_number": item.customer_number, "customer_name": item.company, "access_code": ""}
        )
        self._show_kind()

    def _show_kind(self) -> None:
        self._approval.field("customer_name").setVisible(self._approval.values()["kind"] == _NEW)

    def _on_approve(self) -> None:
        item, values, key = self.chosen, self._approval.values(), self._key
        if item is None:
            return
        number, code = values["customer_number"].strip(), values["access_code"].strip() or UNSET
        if not number:
            self._approval.show_problems([FieldProblem("/customer_number", FieldCode.REQUIRED)])
            return
        if values["kind"] == _NEW:
            approval = Approval(new_customer=NewCustomer(number, values["customer_name"].strip()), access_code=code)
        else:
            approval = Approval(customer_number=number, access_code=code)
        email = item.email

        def done(granted: Granted) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Approved. Access code {code}; the e-mail to {email} is in the outbox.").format(
                    code=granted.access_code, email=email
                ),
            )

        self.act(lambda client: client.send(APPROVE_ACCESS_REQUEST, approval, key=key, id=item.id), done)

    def _on_refuse(self) -> None:
        item, reason = self.chosen, self._decision.reason()
        if item is None or not reason:
            return

        def done(refused: AccessRequestItem) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Refused. The e-mail to {email} is in the outbox.").format(email=refused.email),
            )

        self.act(lambda client: client.send(REFUSE_ACCESS_REQUEST, Reason(reason), id=item.id), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong customer number or access code beside its field."""
        match outcome.fault:
            case Invalid(problems):
                there = [FieldProblem(_FIELD.get(one.pointer, one.pointer), one.code, one.params) for one in problems]
                self._approval.show_problems(there)
                return True
            case _:
                self._key = new_key()
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._decision.begin(dict.fromkeys(self._approval.values(), ""))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Personal access requests"))


_FIELD = {"/new_customer/number": "/customer_number", "/new_customer/name": "/customer_name"}


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")
