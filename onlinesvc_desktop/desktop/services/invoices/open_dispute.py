# SPDX-License-Identifier: MIT
"""The dispute of the chosen invoice that waits for its decision: files are added to it, and it can be withdrawn."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.dispute_files import (
    ADD_DISPUTE_FILE,
    GET_DISPUTE_FILE,
    MAX_DISPUTE_FILE_BYTES,
    NewDisputeFile,
)
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF, media_type_of
from onlinesvc_desktop.contract.invoices import WITHDRAW_DISPUTE, Dispute, DisputeState, DisputeVersion, Invoice
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.services.invoices.words import dispute_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.fields import field_words
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole

_MEGABYTE = 1_000_000
Answer = Dispute | FileTrouble | FieldCode


class OpenDispute(Panel):
    """Hidden while nothing of the invoice is disputed; with several disputes, one is chosen."""

    changed = Signal()
    """Something about a dispute is otherwise now."""

    def __init__(self, owner: str, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._disputes: tuple[Dispute, ...] = ()
        self._name = label("field")
        self._choice = Choices(f"{owner}.openDispute", self._choices)
        self._name.setBuddy(self._choice)
        self._add = TextButton(f"{owner}.addFile")
        self._withdraw = TextButton(f"{owner}.withdrawDispute", "link")
        self._add.clicked.connect(self._on_add)
        self._withdraw.clicked.connect(self._on_withdraw)
        row = ButtonRow()
        row.add(self._add)
        row.add(self._withdraw)
        column = tight(QVBoxLayout(self), 6)
        column.addWidget(self._name)
        column.addWidget(self._choice)
        column.addWidget(row)
        self.hide()
        self.retranslate_ui()

    def show_of(self, invoice: Invoice | None) -> None:
        """Show what waits of an invoice; one that was just opened is chosen, else the one that was."""
        seen = {one.id for one in self._disputes}
        disputes = () if invoice is None else invoice.disputes
        self._disputes = tuple(one for one in disputes if one.state is DisputeState.SUBMITTED)
        chosen = self._choice.value()
        self._choice.refill()
        known = [str(one.id) for one in self._disputes]
        if known:
            is_new = self._disputes[-1].id not in seen
            self._choice.fill(known[-1] if is_new or chosen not in known else chosen)
        for widget in (self._name, self._choice):
            widget.setVisible(len(known) > 1)
        self.setVisible(bool(known))

    @property
    def _dispute(self) -> Dispute | None:
        return next((one for one in self._disputes if str(one.id) == self._choice.value()), None)

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(one.id), dispute_words(one)) for one in self._disputes]

    def _on_add(self) -> None:
        kinds = self.tr("Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        file = file_to_open(self, self._workplace.settings, self.tr("Add a file to the dispute"), kinds)
        if file is not None:
            self.add_file(file)

    def add_file(self, file: Path) -> None:
        """Send a file with the dispute that is chosen."""
        dispute, key = self._dispute, new_key()
        if dispute is None:
            return

        def work(client: ApiClient) -> Answer:
            content = read_upload(file, MAX_DISPUTE_FILE_BYTES)
            if isinstance(content, FileTrouble):
                return content
            if media_type_of(content) is None:
                return FieldCode.FILE_KIND
            new = NewDisputeFile(file.name[:MAX_SHORT_TEXT], content)
            return client.send(ADD_DISPUTE_FILE, new, key=key, id=dispute.id)

        self._act(work, lambda: self.tr("{file} is added.").format(file=file.name), file.name)

    def _on_withdraw(self) -> None:
        dispute = self._dispute
        if dispute is not None:
            version, number = DisputeVersion(dispute.version), dispute.invoice_number
            self._act(
                lambda client: client.send(WITHDRAW_DISPUTE, version, id=dispute.id),
                lambda: self.tr("The dispute of invoice {number} is withdrawn; the amount is due again.").format(
                    number=number
                ),
            )

    def _act(self, work: Callable[[ApiClient], Answer], words: Callable[[], str], name: str = "") -> None:
        """Do something with the chosen dispute; no button answers twice meanwhile."""

        def received(outcome: Outcome[Answer]) -> None:
            self.setEnabled(True)
            match outcome:
                case Ok(Dispute()):
                    self._message.say(Tone.SUCCESS, words)
                    self.changed.emit()
                case Ok(FileTrouble()):
                    most = MAX_DISPUTE_FILE_BYTES // _MEGABYTE
                    self._message.say(
                        Tone.WARNING,
                        lambda: self.tr("{file} is empty, cannot be read, or is larger than {most} MB.").format(
                            file=name, most=most
                        ),
                    )
                case Ok(FieldCode()):
                    self._message.say(Tone.WARNING, lambda: field_words(FieldProblem("/content", FieldCode.FILE_KIND)))
                case Err():
                    self.changed.emit()
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._message.clear()
        self.setEnabled(False)
        self._workplace.link.ask(work, received)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._name.setText(self.tr("Open dispute"))
        self._choice.retranslate_ui()
        self._add.setText(self.tr("Add a file…"))
        self._withdraw.setText(self.tr("Withdraw the dispute"))


def save_files(client: ApiClient, dispute: Dispute, folder: Path) -> int:
    """Write every file of a dispute into a folder under names of our own; return how many, 0 when the folder takes none.

    Raises:
        FaultError: the server does not give them.
    """
    for file in dispute.documents:
        content = client.file(GET_DISPUTE_FILE, id=dispute.id, document=file.id)
        name = f"{dispute.invoice_number}_{dispute.id}_{file.id}.{EXTENSION_OF.get(file.media_type, 'bin')}"
        try:
            write_whole(folder / name, content)
        except OSError:
            return 0
    return len(dispute.documents)
