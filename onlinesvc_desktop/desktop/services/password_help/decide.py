# SPDX-License-Identifier: MIT
"""The queue of forgotten passwords: make sure who it is, then answer with a temporary password, or refuse."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtWidgets import QCheckBox

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.decisions import Granted, Reason, RequestQuery, RequestState
from onlinesvc_desktop.contract.limits import MAX_ACCESS_CODE_LENGTH
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.password_help import (
    ANSWER_PASSWORD_HELP,
    LIST_PASSWORD_HELP,
    REFUSE_PASSWORD_HELP,
    HelpAnswer,
    PasswordHelpItem,
)
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.decision import DecisionArea, resemblance_facts
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.words.administration import request_state_words
from onlinesvc_desktop.desktop.workplace import Workplace


class PasswordHelpPanel(ListPanel[PasswordHelpItem]):
    """Pending requests first; the others behind the filter."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("passwordHelp", workplace)
        self._key = new_key()
        code = Line(f"{self.owner}.accessCode", longest=MAX_ACCESS_CODE_LENGTH)
        words = lambda: self.tr("Access code of this person")  # noqa: E731 - as every other words
        self._to_asker = QCheckBox()
        self._to_asker.setObjectName(f"{self.owner}.toAsker")
        self._decision = DecisionArea(self.owner, [Entry("access_code", code, words, True, wide=True)], self._to_asker)
        self._decision.approved.connect(self._on_approve)
        self._decision.refused.connect(self._on_refuse)
        self.action_buttons += self._decision.buttons
        self.detail_column.addWidget(self._decision)
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    def title_words(self) -> str:
        """Return the name of the tab."""
        return self.tr("Forgotten passwords")

    def columns(self) -> Sequence[Column[PasswordHelpItem]]:
        """Return the columns of the table."""
        now = self.workplace.now
        return (
            Column(lambda: self.tr("Reference number"), lambda item: item.reference, lambda item: item.id),
            Column(
                lambda: self.tr("Received"),
                lambda item: formats.age_words(item.submitted_at, now()),
                lambda item: item.submitted_at.timestamp(),
                lambda item: formats.local_moment_words(item.submitted_at),
            ),
            Column(lambda: self.tr("Name"), lambda item: item.name, lambda item: item.name.casefold()),
            Column(lambda: self.tr("Company"), lambda item: item.company, lambda item: item.company.casefold()),
            Column(lambda: self.tr("Status"), lambda item: request_state_words(item.state), lambda item: item.state.value),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [(state.value, request_state_words(state)) for state in RequestState] + [("", self.tr("All requests"))]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[PasswordHelpItem]:
        """Ask for a page."""
        wanted = RequestState(state) if state else UNSET
        return client.send(LIST_PASSWORD_HELP, query=RequestQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that there is nothing to decide."""
        return self.tr("No requests match.")

    def fact_words(self, item: PasswordHelpItem) -> Sequence[Fact]:
        """Return the whole request."""
        facts = [
            (self.tr("Reference number"), item.reference),
            (self.tr("Received"), formats.local_moment_words(item.submitted_at)),
            (self.tr("Status"), request_state_words(item.state)),
            (self.tr("Name"), item.name),
            (self.tr("Company"), item.company),
            (self.tr("E-mail"), item.email),
            (self.tr("Language"), own_name(item.language)),
            (self.tr("Message"), item.message or "\N{EN DASH}"),
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

    def show_actions(self, item: PasswordHelpItem) -> None:
        """Offer a decision on a pending request, with the access code filled in when only one looks like it."""
        self._decision.setVisible(item.state is RequestState.PENDING)
        self._key = new_key()
        codes = () if item.resembles is UNSET else item.resembles.access_codes
        self._decision.begin({"access_code": codes[0] if len(codes) == 1 else ""})
        self._to_asker.setChecked(False)

    def _on_approve(self) -> None:
        item, key = self.chosen, self._key
        code = self._decision.approval.values()["access_code"].strip()
        if item is None:
            return
        if not code:
            self._decision.approval.show_problems([FieldProblem("/access_code", FieldCode.REQUIRED)])
            return
        answer = HelpAnswer(code, self._to_asker.isChecked())

        def done(granted: Granted) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{code} has a temporary password; the e-mail is in the outbox.").format(
                    code=granted.access_code
                ),
            )

        self.act(lambda client: client.send(ANSWER_PASSWORD_HELP, answer, key=key, id=item.id), done)

    def _on_refuse(self) -> None:
        item, reason = self.chosen, self._decision.reason()
        if item is None or not reason:
            return

        def done(refused: PasswordHelpItem) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Refused. The e-mail to {email} is in the outbox.").format(email=refused.email),
            )

        self.act(lambda client: client.send(REFUSE_PASSWORD_HELP, Reason(reason), id=item.id), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong access code beside its field, and a missing e-mail in words."""
        match outcome.fault:
            case Invalid((problem, *_)) if problem.pointer == "/to_asker":
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr(
                        "This access code has no e-mail address of its own. Check who is asking, then tick the box."
                    ),
                )
                return True
            case Invalid(problems):
                self._decision.approval.show_problems(problems)
                return True
            case _:
                self._key = new_key()
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._decision.begin({"access_code": ""})

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Forgotten passwords"))
        self._to_asker.setText(self.tr("Send it to the e-mail address of the request instead of the access code’s own"))
