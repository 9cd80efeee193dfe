# SPDX-License-Identifier: MIT
"""The claims of every enterprise for administrators: acknowledge, ask for papers, offer, pay or refuse, with the reason."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.claim_moves import LIST_ALL_CLAIMS, MOVE_CLAIM, ClaimMove
from onlinesvc_desktop.contract.claim_terms import NEXT_STATES, ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import GET_CLAIM_FILE, Claim, ClaimQuery
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.claims.words import (
    claim_facts,
    door_words,
    money_or_dash,
    paper_choices,
    state_words,
)
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import folder_to_open
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole

_REASON_LINES = 2
_BUTTON = {
    ClaimState.ACKNOWLEDGED: "acknowledge",
    ClaimState.DOCUMENTS_NEEDED: "askPapers",
    ClaimState.UNDER_REVIEW: "review",
    ClaimState.OFFERED: "offer",
    ClaimState.PAID: "pay",
    ClaimState.DECLINED: "decline",
    ClaimState.CLOSED_INCOMPLETE: "closeIncomplete",
}


class ClaimsPanel(ListPanel[Claim]):
    """All claims, the newest first; a claim's buttons are the states that may follow."""

    name = "claims"
    queue = "claims"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        papers = Several(f"{self.owner}.papers", paper_choices)
        amount = Decimal(f"{self.owner}.amount", 2, lambda: "$")
        reference = Line(f"{self.owner}.paymentReference")
        reason = TextArea(f"{self.owner}.reason", _REASON_LINES)
        self._form = Form(
            [
                Entry("amount", amount, lambda: self.tr("Amount of an offer or payment")),
                Entry("payment_reference", reference, lambda: self.tr("Number of the payment")),
                Entry("papers", papers, lambda: self.tr("Papers to ask for"), wide=True),
                Entry(
                    "reason",
                    reason,
                    lambda: self.tr("What the claimant is told"),
                    wide=True,
                    hint=lambda: self.tr("Included in the e-mail. A refusal needs it."),
                ),
            ],
            ClaimMove,
            columns=1,
        )
        self._moves = {state: TextButton(f"{self.owner}.{name}") for state, name in _BUTTON.items()}
        self._save = TextButton(f"{self.owner}.saveFiles")
        self._save.clicked.connect(self._on_save)
        self.fill_detail(self._form)
        for state, button in self._moves.items():
            button.clicked.connect(partial(self._move, state))
        self.add_actions(*self._moves.values(), self._save)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("ClaimsPanel", "Claims")

    def columns(self) -> Sequence[Column[Claim]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Number"), lambda one: one.claim_number, lambda one: one.claim_number),
            Column(lambda: self.tr("Company"), lambda one: one.customer, lambda one: one.customer.casefold()),
            Column(lambda: self.tr("Type"), lambda one: door_words(one.door), lambda one: one.door.value),
            Column(lambda: self.tr("Status"), lambda one: state_words(one.state), lambda one: one.state.value),
            Column(
                lambda: self.tr("Received"),
                lambda one: formats.age_words(one.submitted_at, self.workplace.now()),
                lambda one: one.submitted_at.timestamp(),
                lambda one: formats.local_moment_words(one.submitted_at),
            ),
            Column(
                lambda: self.tr("Claimed"),
                lambda one: money_or_dash(one.claimed, one.currency),
                lambda one: "" if one.claimed is UNSET else one.claimed.zfill(14),
                right_aligned=True,
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        known = [(state.value, state_words(state)) for state in ClaimState if state is not ClaimState.OTHER]
        return [("", self.tr("All claims")), *known]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[Claim]:
        """Ask for a page."""
        wanted = ClaimState(state) if state else UNSET
        return client.send(LIST_ALL_CLAIMS, query=ClaimQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that there is none."""
        return self.tr("No claims match.")

    def fact_words(self, item: Claim) -> Sequence[Fact]:
        """Return the whole claim."""
        filed = (self.tr("Filed by"), f"{item.customer}, {item.submitted_by}" if item.customer else item.submitted_by)
        return [filed, *claim_facts(item, self.workplace.now())]

    def is_same(self, before: Claim, now: Claim) -> bool:
        """Go on with a decision as long as nobody has changed the claim."""
        return (before.id, before.version) == (now.id, now.version)

    def show_actions(self, item: Claim) -> None:
        """Offer the states that may follow."""
        following = NEXT_STATES.get(item.state, ())
        for state, button in self._moves.items():
            button.setVisible(state in following)
        self._form.setVisible(bool(following))
        self._save.setVisible(bool(item.documents))
        self._form.take({"amount": None if item.offered is UNSET else item.offered, "payment_reference": "", "reason": ""})
        self._form.take({"papers": [paper.value for paper in item.documents_wanted]})

    def _move(self, state: ClaimState) -> None:
        item, values = self.chosen, self._form.values()
        if item is None:
            return
        has_amount = state in (ClaimState.OFFERED, ClaimState.PAID) and values["amount"]
        move = ClaimMove(
            state,
            item.version,
            reason=values["reason"],
            papers=tuple(ClaimPaper(one) for one in values["papers"]) if state is ClaimState.DOCUMENTS_NEEDED else (),
            amount=values["amount"] if has_amount else UNSET,
            payment_reference=values["payment_reference"] if state is ClaimState.PAID else "",
        )

        def done(moved: Claim) -> None:
            words = lambda: self.tr("{number}: {state}.").format(  # noqa: E731 - as every other words
                number=moved.claim_number, state=state_words(moved.state)
            )
            self.message.say(Tone.SUCCESS, words)

        self.act(lambda client: client.send(MOVE_CLAIM, move, claim_number=item.claim_number), done)

    def _on_save(self) -> None:
        item = self.chosen
        folder = None if item is None else folder_to_open(self, self.workplace.settings, self.tr("Save the papers"))
        if item is None or folder is None:
            return

        def work(client: ApiClient) -> int:
            return _save_files(client, item, folder)

        def done(saved: int) -> None:
            if saved:
                self.message.say(Tone.SUCCESS, lambda: Counted().papers_saved(saved))
            else:
                self.message.say(Tone.WARNING, lambda: self.tr("The papers cannot be written into this folder."))

        self.act(work, done)

    def show_fault(self, outcome: Err) -> bool:
        """Show what a move lacks beside its field."""
        match outcome.fault:
            case Invalid(problems):
                self._form.show_problems(problems)
                return True
            case _:
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._form.take(dict.fromkeys(self._form.values()))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Claims"))
        for state, words in (
            (ClaimState.ACKNOWLEDGED, self.tr("Acknowledge")),
            (ClaimState.DOCUMENTS_NEEDED, self.tr("Ask for papers")),
            (ClaimState.UNDER_REVIEW, self.tr("Review")),
            (ClaimState.OFFERED, self.tr("Make an offer")),
            (ClaimState.PAID, self.tr("Note the payment")),
            (ClaimState.DECLINED, self.tr("Decline")),
            (ClaimState.CLOSED_INCOMPLETE, self.tr("Close, papers missing")),
        ):
            self._moves[state].setText(words)
        self._save.setText(self.tr("Save the papers…"))


def _save_files(client: ApiClient, claim: Claim, folder: Path) -> int:
    """Write every paper of a claim into a folder under names of our own; return how many, 0 when the folder takes none."""
    for file in claim.documents:
        content = client.file(GET_CLAIM_FILE, claim_number=claim.claim_number, id=file.id)
        name = f"{claim.claim_number}_{file.paper}_{file.id}.{EXTENSION_OF.get(file.media_type, 'bin')}"
        try:
            write_whole(folder / name, content)
        except OSError:
            return 0
    return len(claim.documents)
