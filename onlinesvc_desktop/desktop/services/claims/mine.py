# SPDX-License-Identifier: MIT
"""The claims of the enterprise: where each stands and what is wanted next; papers, letter, withdrawal of the chosen one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.claim_rules import must_follow_soon
from onlinesvc_desktop.contract.claim_terms import (
    MAX_CLAIM_FILE_BYTES,
    OPEN_STATES,
    ClaimDoor,
    ClaimPaper,
    ClaimState,
)
from onlinesvc_desktop.contract.claims import (
    ACCEPT_OFFER,
    ADD_CLAIM_FILE,
    GET_CLAIM_LETTER,
    LIST_CLAIMS,
    WITHDRAW_CLAIM,
    Claim,
    ClaimQuery,
    ClaimVersion,
    NewClaimFile,
)
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.file_kinds import media_type_of
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.pages.list_page import PagedTable
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.claims.edit import ClaimEdit
from onlinesvc_desktop.desktop.services.claims.listing import ClaimListing
from onlinesvc_desktop.desktop.services.claims.settle import Questions
from onlinesvc_desktop.desktop.services.claims.words import (
    claim_facts,
    paper_choices,
)
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_open, file_to_save
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.part_line import PartLine
from onlinesvc_desktop.desktop.words.fields import field_words
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole

_OWNER = "claims"
_AT_ONCE = 200
_MEGABYTE = 1_000_000
_SHARES = [150, 400]
_CHANGEABLE = frozenset(OPEN_STATES) - {ClaimState.OFFERED}


class OwnClaims(Panel):
    """A table, and beside or below it the chosen claim."""

    go_on_wanted = Signal(dict)
    """Carries the values of a claim that goes on from the chosen notice."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._chosen: Claim | None = None
        self._wanted = self._opening = ""
        listing = ClaimListing(workplace.now)
        self._table = PagedTable[Claim](_OWNER, listing.columns(), listing.words(), message, workplace, _AT_ONCE)
        self._due = PartLine(_OWNER, lambda: self.tr("Claims due within 7 days"), lambda: self.tr("Show all claims"))
        self._due.left.connect(lambda: self.show_due(False))
        self._table.table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._table.ended.connect(self._restore)
        self._facts = Facts(self._fact_words)
        self._paper_name = label("field")
        self._paper = Choices(f"{_OWNER}.paper", paper_choices)
        self._paper_name.setBuddy(self._paper)
        self._questions = Questions(self)
        self._edit = ClaimEdit(workplace, message)
        self._edit.saved.connect(self._on_edited)
        self._edit.closed.connect(self._show_side)
        self._add = TextButton(f"{_OWNER}.addFile")
        self._accept = TextButton(f"{_OWNER}.accept", "primary")
        self._change = TextButton(f"{_OWNER}.change")
        self._go_on = TextButton(f"{_OWNER}.goOn", "primary")
        self._letter = TextButton(f"{_OWNER}.letter")
        self._withdraw = TextButton(f"{_OWNER}.withdraw", "link")
        self._add.clicked.connect(self._on_add)
        self._accept.clicked.connect(self._on_accept)
        self._change.clicked.connect(self._on_edit)
        self._go_on.clicked.connect(self._on_go_on)
        self._letter.clicked.connect(self._on_letter)
        self._withdraw.clicked.connect(self._on_withdraw)
        self._lay_out()
        self.setFocusProxy(self._table)
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def _lay_out(self) -> None:
        content = QWidget()
        column = tight(QVBoxLayout(content), 12)
        column.addWidget(self._facts)
        self._papers = QWidget()
        papers = tight(QHBoxLayout(self._papers), 8)
        papers.addWidget(self._paper_name)
        papers.addWidget(self._paper, 1)
        papers.addWidget(self._add)
        column.addStretch(1)
        self._shown_side = QWidget()
        side = tight(QVBoxLayout(self._shown_side), 12)
        side.addWidget(scrolling(content), 1)
        side.addWidget(self._papers)
        row = ButtonRow()
        for button in (self._accept, self._go_on, self._change, self._letter, self._withdraw):
            row.add(button)
        side.addWidget(row)
        self._beside, beside = card(12)
        beside.addWidget(self._shown_side, 1)
        beside.addWidget(self._edit, 1)
        self._beside.hide()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._beside)
        splitter.setSizes(_SHARES)
        layout = tight(QVBoxLayout(self), 10)
        layout.addWidget(self._due)
        layout.addWidget(self._table.busy)
        layout.addWidget(splitter, 1)

    def entered(self) -> None:
        """Fetch anew."""

        def fetch(client: ApiClient, cursor: Cursor) -> Page[Claim]:
            return client.send(LIST_CLAIMS, query=ClaimQuery(cursor=cursor))

        if self._workplace.session.is_open:
            self._table.reload(fetch)

    def show_due(self, is_due: bool = True) -> None:
        """Show the notices whose claim has its last day within a week; or every claim again."""
        self._due.setVisible(is_due)
        self._table.narrow(self._is_due if is_due else None)
        self.entered()
        self.setFocus()

    def _is_due(self, one: Claim) -> bool:
        return must_follow_soon(one.door, one.state, one.outlook, self._workplace.now())

    def open(self, number: str) -> None:
        """Fetch anew and choose a claim."""
        self._show(None)
        self.show_due(False)
        self._opening = number

    def _fact_words(self) -> Sequence[Fact]:
        return () if self._chosen is None else claim_facts(self._chosen, self._workplace.now())

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not self._opening:
            self._show(self._table.table.row_at(index) if index.isValid() else None)

    def _show(self, claim: Claim | None) -> None:
        is_other = claim is None or self._chosen is None or claim.id != self._chosen.id
        self._chosen = claim
        self._show_side()
        self._facts.retranslate_ui()
        if claim is None:
            return
        self._wanted = claim.claim_number
        is_open = claim.state in OPEN_STATES
        self._papers.setVisible(is_open)
        self._withdraw.setVisible(is_open)
        self._accept.setVisible(claim.state is ClaimState.OFFERED)
        self._change.setVisible(claim.state in _CHANGEABLE)
        self._go_on.setVisible(claim.state in _CHANGEABLE and claim.door is not ClaimDoor.CLAIM)
        missing = claim.documents_wanted
        if is_other or not self._paper.value() or ClaimPaper(self._paper.value()) not in missing:
            self._paper.fill(missing[0].value if missing else ClaimPaper.OTHER.value)

    def _restore(self) -> None:
        """Choose again what was chosen, when the rows came anew; what was typed about a claim and not saved comes first."""
        typed = self._edit.waiting_number if self._edit.claim is None else ""
        unsaved = next((one for one in self._table.rows if one.claim_number == typed and one.state in _CHANGEABLE), None)
        wanted = (typed if unsaved is not None else "") or self._opening or self._wanted
        found = next((at for at, one in enumerate(self._table.rows) if one.claim_number == wanted), None)
        if found is not None:
            self._opening = ""
            self._table.table.view.setCurrentIndex(self._table.table.index_of(found))
            self._show(self._table.rows[found])
            if unsaved is not None:
                self._on_edit()
        elif self._chosen is not None:
            self._show(None)
        if self._opening and self._table.pages.has_more:
            self._table.pages.more()
        elif self._opening and self._table.pages.is_loaded and not self._table.pages.is_running:
            number, self._opening = self._opening, ""
            self._message.say(
                Tone.WARNING,
                lambda: self.tr("Claim {number} is not among yours. Check the number, or call us.").format(number=number),
            )

    def _on_go_on(self) -> None:
        claim = self._chosen
        if claim is not None:
            kind = {} if claim.kind is UNSET else {"kind": claim.kind.value}
            self.go_on_wanted.emit(
                {
                    "door": ClaimDoor.CLAIM.value,
                    "claim_number": claim.claim_number,
                    "autopro_number": claim.outlook.autopro_number,
                    "description": claim.description,
                    "goods_at": claim.goods_at,
                    **kind,
                }
            )

    def _on_add(self) -> None:
        claim = self._chosen
        kinds = self.tr("Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        file = None if claim is None else file_to_open(self, self._workplace.settings, self.tr("Add a paper"), kinds)
        if claim is not None and file is not None:
            self.add_file(claim, file)

    def add_file(self, claim: Claim, file: Path) -> None:
        """Send a file as the paper that is chosen."""
        paper = ClaimPaper(self._paper.value() or ClaimPaper.OTHER.value)
        key = new_key()

        def work(client: ApiClient) -> Claim | FileTrouble | FieldCode:
            content = read_upload(file, MAX_CLAIM_FILE_BYTES)
            if isinstance(content, FileTrouble):
                return content
            if media_type_of(content) is None:
                return FieldCode.FILE_KIND
            new = NewClaimFile(paper, file.name[:MAX_SHORT_TEXT], content)
            return client.send(ADD_CLAIM_FILE, new, key=key, claim_number=claim.claim_number)

        def done(answer: Claim | FileTrouble | FieldCode) -> None:
            match answer:
                case Claim():
                    self.entered()
                    self._message.say(Tone.SUCCESS, lambda: self.tr("{file} is added.").format(file=file.name))
                case FileTrouble():
                    most = MAX_CLAIM_FILE_BYTES // _MEGABYTE
                    words = lambda: self.tr(  # noqa: E731 - as every other words
                        "{file} is empty, cannot be read, or is larger than {most} MB."
                    ).format(file=file.name, most=most)
                    self._message.say(Tone.WARNING, words)
                case FieldCode():
                    self._message.say(Tone.WARNING, lambda: field_words(FieldProblem("/content", FieldCode.FILE_KIND)))

        self._act(work, done)

    def _on_letter(self) -> None:
        claim = self._chosen
        chosen = None
        if claim is not None:
            chosen = file_to_save(
                self,
                self._workplace.settings,
                self.tr("Save the letter"),
                f"{claim.claim_number}.pdf",
                self.tr("PDF (*.pdf)"),
            )
        if claim is None or chosen is None:
            return
        number, file = claim.claim_number, chosen[0]

        def work(client: ApiClient) -> bool:
            return try_write_whole(file, client.file(GET_CLAIM_LETTER, claim_number=number))

        def done(is_saved: bool) -> None:
            if is_saved:
                self._message.say(
                    Tone.SUCCESS, lambda: self.tr("The letter is saved as {file}.").format(file=file.name), saved=file
                )
            else:
                self._message.say(Tone.WARNING, lambda: self.tr("{file} cannot be written.").format(file=file.name))

        self._act(work, done)

    def _on_withdraw(self) -> None:
        claim = self._chosen
        if claim is not None and self._questions.withdraws(claim):
            self.withdraw(claim)

    def _on_accept(self) -> None:
        claim = self._chosen
        if claim is not None and self._questions.accepts(claim):
            self.accept(claim)

    def accept(self, claim: Claim) -> None:
        """Accept the offer of a claim on the version that is shown."""
        version, number = ClaimVersion(claim.version), claim.claim_number

        def done(_claim: Claim) -> None:
            self.entered()
            self._message.say(Tone.SUCCESS, lambda: self.tr("The offer for {number} is accepted.").format(number=number))

        self._act(lambda client: client.send(ACCEPT_OFFER, version, claim_number=number), done)

    def _on_edit(self) -> None:
        if self._chosen is not None:
            self._edit.begin(self._chosen)
            self._show_side()

    def _on_edited(self, claim: Claim) -> None:
        # Whoever changes it again at once changes what was saved, not what stood before.
        self._show(claim)
        self.entered()
        number = claim.claim_number
        self._message.say(Tone.SUCCESS, lambda: self.tr("{number} is changed.").format(number=number))

    def _show_side(self) -> None:
        """Show the form of changes as long as it is open, else the chosen claim."""
        is_editing = self._edit.claim is not None
        self._shown_side.setVisible(not is_editing)
        self._beside.setVisible(is_editing or self._chosen is not None)

    def withdraw(self, claim: Claim) -> None:
        """Withdraw a claim on the version that is shown."""
        version, number = ClaimVersion(claim.version), claim.claim_number

        def done(_claim: Claim) -> None:
            self.entered()
            self._message.say(Tone.SUCCESS, lambda: self.tr("{number} is withdrawn.").format(number=number))

        self._act(lambda client: client.send(WITHDRAW_CLAIM, version, claim_number=number), done)

    def _act(self, work: Callable[[ApiClient], Any], done: Callable[[Any], None]) -> None:
        """Do something with the chosen claim; no button answers twice meanwhile."""
        buttons = (self._add, self._accept, self._go_on, self._change, self._letter, self._withdraw)

        def received(outcome: Outcome[Any]) -> None:
            for button in buttons:
                button.setEnabled(True)
            match outcome:
                case Ok(value):
                    done(value)
                case Err():
                    self.entered()
                    self._message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self._message.clear()
        for button in buttons:
            button.setEnabled(False)
        self._workplace.link.ask(work, received)

    def _on_session_changed(self) -> None:
        """Keep nothing of one customer for the next."""
        if not self._workplace.session.is_open:
            self._wanted = self._opening = ""
            self._edit.forget()
            self._due.hide()
            self._table.narrow(None)
            self._show(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._paper_name.setText(self.tr("Paper"))
        self._add.setText(self.tr("Add a file…"))
        self._accept.setText(self.tr("Accept the offer"))
        self._change.setText(self.tr("Change"))
        self._go_on.setText(self.tr("Make it a claim"))
        self._letter.setText(self.tr("Save the letter…"))
        self._withdraw.setText(self.tr("Withdraw"))
        self._facts.retranslate_ui()
