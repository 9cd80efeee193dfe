# SPDX-License-Identifier: MIT
"""The carrier's side: disputes to accept or refuse; files of invoices and of payments, foreseen before they are taken in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.invoice_desk import (
    DECIDE_DISPUTE,
    IMPORT_INVOICES,
    IMPORT_PAYMENTS,
    LIST_DISPUTES,
    DisputeDecision,
    DisputeQuery,
    InvoiceFile,
    InvoiceFileResult,
)
from onlinesvc_desktop.contract.invoices import Dispute, DisputeState
from onlinesvc_desktop.contract.limits import MAX_UPLOAD_BYTES
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.invoices.open_dispute import save_files
from onlinesvc_desktop.desktop.services.invoices.words import (
    dispute_state_choices,
    dispute_state_words,
    line_words,
    reason_words,
    rejected_words,
)
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open, folder_to_open
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_ANSWER_LINES = 2
_NAMED = 5


class DisputesPanel(ListPanel[Dispute]):
    """All disputes, the newest first."""

    name = "invoices"
    queue = "invoices"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._foreseen: tuple[Operation[InvoiceFileResult], bytes] | None = None
        self._amount = Decimal(f"{self.owner}.amount", 2, self._unit)
        answer = TextArea(f"{self.owner}.answer", _ANSWER_LINES)
        self._form = Form(
            [
                Entry("amount", self._amount, lambda: self.tr("Amount of the credit")),
                Entry(
                    "answer",
                    answer,
                    lambda: self.tr("What the customer is told"),
                    wide=True,
                    hint=lambda: self.tr("Included in the e-mail. A refusal needs it."),
                ),
            ],
            DisputeDecision,
            columns=1,
        )
        self._accept = TextButton(f"{self.owner}.accept", "primary")
        self._refuse = TextButton(f"{self.owner}.refuse")
        self._accept.clicked.connect(partial(self._decide, DisputeState.ACCEPTED))
        self._refuse.clicked.connect(partial(self._decide, DisputeState.REFUSED))
        self._invoices = TextButton(f"{self.owner}.importInvoices")
        self._payments = TextButton(f"{self.owner}.importPayments")
        self._take = TextButton(f"{self.owner}.takeFile", "primary")
        self._invoices.clicked.connect(lambda: self._on_import(IMPORT_INVOICES))
        self._payments.clicked.connect(lambda: self._on_import(IMPORT_PAYMENTS))
        self._take.clicked.connect(self._on_take)
        self._take.hide()
        files = ButtonRow()
        for button in (self._take, self._invoices, self._payments):
            files.add(button)
        self.whole.insertWidget(1, files)
        self.fill_detail(self._form)
        self._save = TextButton(f"{self.owner}.saveFiles")
        self._save.clicked.connect(self._on_save)
        self.add_actions(self._accept, self._refuse, self._save)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("DisputesPanel", "Invoices and disputes")

    def columns(self) -> Sequence[Column[Dispute]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Invoice"), lambda one: one.invoice_number, lambda one: one.invoice_number),
            Column(lambda: self.tr("Company"), lambda one: one.customer, lambda one: one.customer.casefold()),
            Column(lambda: self.tr("Reason"), lambda one: reason_words(one.reason), lambda one: one.reason.value),
            Column(
                lambda: self.tr("Amount"),
                lambda one: formats.money_words(one.amount, one.currency),
                lambda one: one.amount.zfill(14),
                right_aligned=True,
            ),
            Column(lambda: self.tr("Status"), lambda one: dispute_state_words(one.state), lambda one: one.state.value),
            Column(
                lambda: self.tr("Received"),
                lambda one: formats.age_words(one.submitted_at, self.workplace.now()),
                lambda one: one.submitted_at.timestamp(),
                lambda one: formats.local_moment_words(one.submitted_at),
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        first, *rest = dispute_state_choices()
        return [first, *rest, ("", self.tr("All disputes"))]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[Dispute]:
        """Ask for a page."""
        wanted = DisputeState(state) if state else UNSET
        return client.send(LIST_DISPUTES, query=DisputeQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that there is none."""
        return self.tr("No disputes match.")

    def fact_words(self, item: Dispute) -> Sequence[Fact]:
        """Return the whole dispute."""
        facts = [
            (self.tr("Invoice"), item.invoice_number),
            (self.tr("Disputed by"), f"{item.customer}, {item.submitted_by}" if item.customer else item.submitted_by),
            (self.tr("Amount"), formats.money_words(item.amount, item.currency)),
            (self.tr("Reason"), reason_words(item.reason)),
            (self.tr("Status"), dispute_state_words(item.state)),
        ]
        optional = (
            (self.tr("About"), line_words(item.line) if item.line else ""),
            (self.tr("What happened"), item.description),
            (self.tr("Files"), ", ".join(one.name for one in item.documents)),
            (self.tr("What we said"), item.answer),
        )
        return [*facts, *(fact for fact in optional if fact[1])]

    def is_same(self, before: Dispute, now: Dispute) -> bool:
        """Go on with a decision as long as nobody has changed the dispute."""
        return (before.id, before.version) == (now.id, now.version)

    def show_actions(self, item: Dispute) -> None:
        """Offer the decision while there is one to make."""
        waits = item.state is DisputeState.SUBMITTED
        self._form.setVisible(waits)
        self._accept.setVisible(waits)
        self._refuse.setVisible(waits)
        self._save.setVisible(bool(item.documents))
        self._amount.retranslate_ui()
        self._form.take({"amount": item.amount, "answer": ""})

    def _unit(self) -> str:
        return formats.money_unit("CAD" if self.chosen is None else self.chosen.currency)

    def _decide(self, state: DisputeState, _checked: bool = False) -> None:
        item, values = self.chosen, self._form.values()
        if item is None:
            return
        amount = values["amount"] if state is DisputeState.ACCEPTED and values["amount"] else UNSET
        decision = DisputeDecision(state, item.version, amount, values["answer"])

        def done(decided: Dispute) -> None:
            number, stands = decided.invoice_number, decided.state
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{number}: {state}.").format(number=number, state=dispute_state_words(stands)),
            )

        self.act(lambda client: client.send(DECIDE_DISPUTE, decision, id=item.id), done)

    def _on_save(self) -> None:
        item = self.chosen
        folder = None if item is None else folder_to_open(self, self.workplace.settings, self.tr("Save the files"))
        if item is not None and folder is not None:
            self.save_files(item, folder)

    def save_files(self, item: Dispute, folder: Path) -> None:
        """Write the files of a dispute into a folder."""

        def done(saved: int) -> None:
            if saved:
                self.message.say(Tone.SUCCESS, lambda: Counted().papers_saved(saved))
            else:
                self.message.say(Tone.WARNING, lambda: self.tr("The files cannot be written into this folder."))

        self.act(lambda client: save_files(client, item, folder), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show what a decision lacks beside its field."""
        match outcome.fault:
            case Invalid(problems):
                self._form.show_problems(problems)
                return True
            case _:
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._form.take(dict.fromkeys(self._form.values(), ""))
        self._foreseen = None
        self._take.hide()

    def _on_import(self, operation: Operation[InvoiceFileResult]) -> None:
        file = file_to_open(self, self.workplace.settings, self.tr("Choose a file"), self.tr("CSV (*.csv *.txt)"))
        if file is not None:
            self.foresee(operation, file)

    def foresee(self, operation: Operation[InvoiceFileResult], file: Path) -> None:
        """Say what a file would do before it is taken in."""

        def work(client: ApiClient) -> Any:
            content = read_upload(file, MAX_UPLOAD_BYTES)
            if isinstance(content, FileTrouble):
                return content
            return content, client.send(operation, InvoiceFile(content, preview=True))

        def received(outcome: Outcome[Any]) -> None:
            match outcome:
                case Ok((bytes() as content, InvoiceFileResult() as result)):
                    self._foreseen = (operation, content) if result.added + result.changed else None
                    self._take.setVisible(self._foreseen is not None)
                    self.message.say(Tone.WARNING, lambda: self._result_words(result))
                    if self._foreseen is not None:
                        self._take.setFocus()
                case Ok():
                    self.message.say(
                        Tone.WARNING,
                        lambda: self.tr("{file} is empty, cannot be read, or is too large.").format(file=file.name),
                    )
                case Err(Invalid()):
                    self.message.say(
                        Tone.WARNING,
                        lambda: self.tr("{file} lacks the columns that are needed; the help names them.").format(
                            file=file.name
                        ),
                    )
                case Err():
                    self.message.say(Tone.WARNING, self.workplace.link.words_for(outcome))

        self.message.clear()
        self.workplace.link.ask(work, received)

    def _on_take(self) -> None:
        if self._foreseen is None:
            return
        operation, content = self._foreseen

        def received(outcome: Outcome[InvoiceFileResult]) -> None:
            match outcome:
                case Ok(result):
                    self.forget()
                    self.reload()
                    self.message.say(Tone.SUCCESS, lambda: self._result_words(result))
                case Err():
                    self.message.say(Tone.WARNING, self.workplace.link.words_for(outcome))

        self.workplace.link.ask(lambda client: client.send(operation, InvoiceFile(content)), received)

    def _result_words(self, result: InvoiceFileResult) -> str:
        words = self.tr("Imported: {added} new, {changed} changed, {unchanged} known already; {rejected} not imported.")
        if not result.taken:
            words = self.tr(
                "It would bring {added} new, {changed} changed, {unchanged} known already; {rejected} not imported."
            )
        said = words.format(
            added=formats.number_words(result.added),
            changed=formats.number_words(result.changed),
            unchanged=formats.number_words(result.unchanged),
            rejected=formats.number_words(result.rejected_count),
        )
        return "\n".join([said, *map(rejected_words, result.rejected[:_NAMED])])

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Disputes"))
        self._accept.setText(self.tr("Accept"))
        self._refuse.setText(self.tr("Refuse"))
        self._save.setText(self.tr("Save the files…"))
        self._invoices.setText(self.tr("Invoices from a file…"))
        self._payments.setText(self.tr("Payments from a file…"))
        self._take.setText(self.tr("Import the file"))
