# SPDX-License-Identifier: MIT
"""The queue of personal access requests: read one whole, then approve or refuse it."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

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
from onlinesvc_desktop.contract.decisions import Granted, RequestState
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.pages.decision_panel import DecisionPanel
from onlinesvc_desktop.desktop.services.access_request.customer_choice import CustomerChoice
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.workplace import Workplace

_EXISTING, _NEW = "existing", "new"


class AccessRequestsPanel(DecisionPanel[AccessRequestItem]):
    """Pending requests first; the others behind the filter."""

    name = "accessRequests"
    queue = "access_request"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, LIST_ACCESS_REQUESTS, REFUSE_ACCESS_REQUEST)
        self._decision = self.decide_with(self._approval_entries())
        self._approval = self._decision.approval
        self._approval.edited.connect(self._show_kind)
        self.retranslate_ui()

    def _approval_entries(self) -> list[Entry]:
        self._existing = CustomerChoice(self.owner, self.workplace.link)
        self._existing.not_found.connect(self._say_unknown)
        number = Line(f"{self.owner}.customerNumber", longest=limits.MAX_CUSTOMER_NUMBER_LENGTH)
        name = Line(f"{self.owner}.customerName", longest=limits.MAX_SHORT_TEXT)
        code = Line(f"{self.owner}.accessCode", longest=limits.MAX_ACCESS_CODE_LENGTH)
        return [
            Entry("kind", Choices(f"{self.owner}.customer", self._kinds), lambda: self.tr("Customer"), True),
            Entry("existing", self._existing, lambda: self.tr("Which customer"), True, wide=True),
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

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("AccessRequestsPanel", "Access requests")

    def name_of(self, item: AccessRequestItem) -> str:
        """Return the name of whoever asked."""
        return f"{item.first_name} {item.last_name}"

    def name_key(self, item: AccessRequestItem) -> str:
        """Sort by last name."""
        return item.last_name.casefold()

    def request_words(self, item: AccessRequestItem) -> Sequence[Fact]:
        """Return the whole form."""
        return [
            (self.tr("Company"), item.company),
            (self.tr("Name"), self.name_of(item)),
            (self.tr("E-mail"), item.email),
            (self.tr("Telephone"), item.telephone),
            (self.tr("Address"), f"{item.address1}, {item.city} ({item.province})  {_unbroken(item.postal_code)}"),
            (self.tr("Customer number"), item.customer_number or "\N{EN DASH}"),
            (self.tr("Preferred language"), own_name(item.language)),
            (self.tr("What access is needed for"), item.reason or "\N{EN DASH}"),
        ]

    def show_actions(self, item: AccessRequestItem) -> None:
        """Offer a decision on a pending request, with what the person wrote filled in."""
        self._decision.show_decision(item.state is RequestState.PENDING)
        self.key = new_key()
        likely = () if item.resembles is UNSET else item.resembles.likely_customers
        kind = _EXISTING if item.customer_number or likely else _NEW
        self._decision.begin({"kind": kind, "customer_number": "", "customer_name": item.company, "access_code": ""})
        self._existing.propose(likely)
        self._approval.field("existing").set_error(None)
        self._show_kind()

    def _show_kind(self) -> None:
        is_new = self._approval.values()["kind"] == _NEW
        for name in ("customer_number", "customer_name"):
            self._approval.field(name).setVisible(is_new)
        self._approval.field("existing").setVisible(not is_new)

    def _say_unknown(self) -> None:
        self._approval.field("existing").set_error(lambda: self.tr("No customer has this name or number."))

    def on_approve(self) -> None:
        """Send the approval for an existing customer, or for a new one."""
        item, values, key = self.chosen, self._approval.values(), self.key
        if item is None:
            return
        field = "customer_number" if values["kind"] == _NEW else "existing"
        number, code = values[field].strip(), values["access_code"].strip() or UNSET
        if not number:
            self._approval.show_problems([FieldProblem(f"/{field}", FieldCode.REQUIRED)])
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

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong customer number or access code beside its field."""
        match outcome.fault:
            case Invalid(problems):
                there = [FieldProblem(_FIELD.get(one.pointer, one.pointer), one.code, one.params) for one in problems]
                self._approval.show_problems(there)
                return True
            case _:
                self.key = new_key()
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._existing.propose(())
        self._decision.begin(dict.fromkeys(self._approval.values(), ""))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Personal access requests"))


_FIELD = {
    "/new_customer/number": "/customer_number",
    "/new_customer/name": "/customer_name",
    "/customer_number": "/existing",
}


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")
