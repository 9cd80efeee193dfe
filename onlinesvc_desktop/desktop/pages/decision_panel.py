# SPDX-License-Identifier: MIT
"""A queue of requests that an administrator decides: pending ones first, one read whole, then approved or refused."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from msgspec import UNSET, UnsetType
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.contract.decisions import Decision, Reason, RequestQuery, RequestState, Resemblance
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.decision import DecisionArea, resemblance_facts
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.words.administration import request_state_words
from onlinesvc_desktop.desktop.workplace import Workplace


class RequestItem(Protocol):
    """What every request to decide has."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def reference(self) -> str:
        """What it is called towards whoever asked."""

    @property
    def state(self) -> RequestState:
        """What became of it."""

    @property
    def submitted_at(self) -> datetime:
        """When it came."""

    @property
    def company(self) -> str:
        """The enterprise it comes from."""

    @property
    def email(self) -> str:
        """Where its answer goes."""

    @property
    def resembles(self) -> Resemblance | UnsetType:
        """Who looks like the same person or enterprise."""

    @property
    def decision(self) -> Decision | UnsetType:
        """Who decided it, when and how."""


Item = TypeVar("Item", bound=RequestItem)


class DecisionPanel(ListPanel[Item]):
    """Subclasses say who asked, what there is to fill in, and how an approval is sent."""

    def __init__(self, workplace: Workplace, listing: Operation[Page[Item]], refusal: Operation[Any]) -> None:
        super().__init__(workplace)
        self._listing = listing
        self._refusal = refusal
        self.key = new_key()

    def decide_with(self, entries: Sequence[Entry], beside: QWidget | None = None) -> DecisionArea:
        """Put the fields of a decision below the facts, and their buttons below all that scrolls."""
        area = DecisionArea(self.owner, entries, beside)
        area.approved.connect(self.on_approve)
        area.refused.connect(lambda: self._on_refuse(area.reason()))
        self.add_actions(*area.buttons)
        self.detail_column.addWidget(area)
        self.detail_column.addStretch(1)
        return area

    def name_of(self, item: Item) -> str:
        """Return the name of whoever asked."""
        raise NotImplementedError

    def request_words(self, item: Item) -> Sequence[Fact]:
        """Return what the request itself says."""
        raise NotImplementedError

    def on_approve(self) -> None:
        """Send the approval of the chosen request."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column[Item]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Company"), lambda item: item.company, lambda item: item.company.casefold()),
            Column(lambda: self.tr("Name"), self.name_of, self.name_key),
            Column(
                lambda: self.tr("Received"),
                lambda item: formats.age_words(item.submitted_at, self.workplace.now()),
                lambda item: item.submitted_at.timestamp(),
                lambda item: formats.local_moment_words(item.submitted_at),
            ),
            Column(lambda: self.tr("Reference number"), lambda item: item.reference, lambda item: item.id),
            Column(lambda: self.tr("Status"), lambda item: request_state_words(item.state), lambda item: item.state.value),
        )

    def is_same(self, before: Item, now: Item) -> bool:
        """Go on with a decision as long as nobody has made it, whoever else has asked meanwhile."""
        return (before.id, before.state) == (now.id, now.state)

    def name_key(self, item: Item) -> str:
        """Return what names are sorted by."""
        return self.name_of(item).casefold()

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [(state.value, request_state_words(state)) for state in RequestState] + [("", self.tr("All requests"))]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[Item]:
        """Ask for a page."""
        wanted = RequestState(state) if state else UNSET
        return client.send(self._listing, query=RequestQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that there is nothing to decide."""
        return self.tr("No requests match.")

    def fact_words(self, item: Item) -> Sequence[Fact]:
        """Return the whole request, who it may be, and how it was decided."""
        facts = [
            (self.tr("Reference number"), item.reference),
            (self.tr("Received"), formats.local_moment_words(item.submitted_at)),
            (self.tr("Status"), request_state_words(item.state)),
            *self.request_words(item),
            *resemblance_facts(item.resembles),
        ]
        if item.decision is not UNSET:
            when = formats.local_moment_words(item.decision.decided_at)
            facts.append((self.tr("Decided"), f"{when}, {item.decision.decided_by}"))
            if item.decision.access_code:
                facts.append((self.tr("Access code"), item.decision.access_code))
            if item.decision.reason:
                facts.append((self.tr("Reason for the refusal"), item.decision.reason))
        return facts

    def _on_refuse(self, reason: str) -> None:
        item = self.chosen
        if item is None or not reason:
            return

        def done(refused: Item) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Refused. The e-mail to {email} is in the outbox.").format(email=refused.email),
            )

        self.act(lambda client: client.send(self._refusal, Reason(reason), id=item.id), done)
