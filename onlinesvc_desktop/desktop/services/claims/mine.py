# SPDX-License-Identifier: MIT
"""The claims of the enterprise: where each stands and what is wanted next; papers, letter, withdrawal of the chosen one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import UNSET
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.uploads import read_upload
from onlinesvc_desktop.contract.claim_terms import (
    MAX_CLAIM_FILE_BYTES,
    OPEN_STATES,
    ClaimDoor,
    ClaimPaper,
    ClaimState,
)
from onlinesvc_desktop.contract.claims import (
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
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_page import ListWords, PagedTable
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.claims.words import (
    claim_facts,
    days_words,
    door_words,
    money_or_dash,
    next_words,
    paper_choices,
    state_words,
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
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.fields import field_words
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import write_whole

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
        self._table = PagedTable[Claim](_OWNER, self._columns(), self._words(), message, workplace, _AT_ONCE)
        self._table.table.view.selectionModel().currentRowChanged.connect(self._choose)
        self._table.ended.connect(self._restore)
        self._facts = Facts(self._fact_words)
        self._paper_name = label("field")
        self._paper = Choices(f"{_OWNER}.paper", paper_choices)
        self._paper_name.setBuddy(self._paper)
        self._add = TextButton(f"{_OWNER}.addFile")
        self._go_on = TextButton(f"{_OWNER}.goOn", "primary")
        self._letter = TextButton(f"{_OWNER}.letter")
        self._withdraw = TextButton(f"{_OWNER}.withdraw", "link")
        self._add.clicked.connect(self._on_add)
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
        self._beside, beside = card(12)
        beside.addWidget(scrolling(content), 1)
        beside.addWidget(self._papers)
        row = ButtonRow()
        for button in (self._go_on, self._letter, self._withdraw):
            row.add(button)
        beside.addWidget(row)
        self._beside.hide()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._beside)
        splitter.setSizes(_SHARES)
        layout = tight(QVBoxLayout(self), 10)
        layout.addWidget(self._table.busy)
        layout.addWidget(splitter, 1)

    def entered(self) -> None:
        """Fetch anew."""

        def fetch(client: ApiClient, cursor: Cursor) -> Page[Claim]:
            return client.send(LIST_CLAIMS, query=ClaimQuery(cursor=cursor))

        if self._workplace.session.is_open and not self.isHidden():
            self._table.reload(fetch)

    def open(self, number: str) -> None:
        """Fetch anew and choose a claim."""
        self._show(None)
        self._opening = number
        self.entered()

    def _columns(self) -> Sequence[Column[Claim]]:
        return (
            Column(lambda: self.tr("Number"), lambda one: one.claim_number, lambda one: one.claim_number),
            Column(
                lambda: self.tr("Autopro number"),
                lambda one: formats.autopro_display(one.outlook.autopro_number),
                lambda one: one.outlook.autopro_number,
                value=lambda one: one.outlook.autopro_number,
            ),
            Column(lambda: self.tr("Type"), lambda one: door_words(one.door), lambda one: one.door.value),
            Column(lambda: self.tr("Status"), lambda one: state_words(one.state), lambda one: one.state.value),
            Column(
                lambda: self.tr("Received on"),
                lambda one: formats.local_day_words(one.submitted_at),
                lambda one: one.submitted_at.timestamp(),
                value=lambda one: one.submitted_at,
            ),
            Column(
                lambda: self.tr("Days left for the claim"),
                lambda one: days_words(one, self._workplace.now()),
                lambda one: one.deadlines.claim_by,
                right_aligned=True,
            ),
            Column(
                lambda: self.tr("Claimed"),
                lambda one: money_or_dash(one.claimed, one.currency),
                lambda one: "" if one.claimed is UNSET else one.claimed.zfill(14),
                right_aligned=True,
            ),
            Column(lambda: self.tr("What is next"), next_words, next_words),
        )

    def _words(self) -> ListWords:
        return ListWords(
            title=lambda: self.tr("Claims"),
            name=lambda: self.tr("Your claims, the newest first; the chosen one is shown below"),
            so_far=lambda rows: Counted().lines(rows),
            empty=lambda: self.tr("No claims yet. Give notice with the autopro number alone."),
            some_of=lambda shown, rows: self.tr("{shown} of {rows}").format(shown=shown, rows=rows),
            all_of=lambda rows: Counted().lines(rows),
        )

    def _fact_words(self) -> Sequence[Fact]:
        return () if self._chosen is None else claim_facts(self._chosen, self._workplace.now())

    def _choose(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not self._opening:
            self._show(self._table.table.row_at(index) if index.isValid() else None)

    def _show(self, claim: Claim | None) -> None:
        is_other = claim is None or self._chosen is None or claim.id != self._chosen.id
        self._chosen = claim
        self._beside.setVisible(claim is not None)
        self._facts.retranslate_ui()
        if claim is None:
            return
        self._wanted = claim.claim_number
        is_open = claim.state in OPEN_STATES
        self._papers.setVisible(is_open)
        self._withdraw.setVisible(is_open)
        self._go_on.setVisible(claim.state in _CHANGEABLE and claim.door is not ClaimDoor.CLAIM)
        missing = claim.documents_wanted
        if is_other or not self._paper.value() or ClaimPaper(self._paper.value()) not in missing:
            self._paper.fill(missing[0].value if missing else ClaimPaper.OTHER.value)

    def _restore(self) -> None:
        """Choose again what was chosen, when the rows came anew."""
        wanted = self._opening or self._wanted
        found = next((at for at, one in enumerate(self._table.rows) if one.claim_number == wanted), None)
        if found is not None:
            self._opening = ""
            self._table.table.view.setCurrentIndex(self._table.table.index_of(found))
            self._show(self._table.rows[found])
        elif self._chosen is not None:
            self._show(None)

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
        file = None if claim is None else file_to_open(self, self.tr("Add a paper"), kinds)
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
            chosen = file_to_save(self, self.tr("Save the letter"), f"{claim.claim_number}.pdf", self.tr("PDF (*.pdf)"))
        if claim is None or chosen is None:
            return
        number, file = claim.claim_number, chosen[0]

        def work(client: ApiClient) -> bool:
            content = client.file(GET_CLAIM_LETTER, claim_number=number)
            try:
                write_whole(file, content)
            except OSError:
                return False
            return True

        def done(is_saved: bool) -> None:
            if is_saved:
                self._message.say(Tone.SUCCESS, lambda: self.tr("The letter is saved as {file}.").format(file=file.name))
            else:
                self._message.say(Tone.WARNING, lambda: self.tr("{file} cannot be written.").format(file=file.name))

        self._act(work, done)

    def _on_withdraw(self) -> None:
        claim = self._chosen
        if claim is None:
            return
        question = QMessageBox(self)
        question.setObjectName(f"{_OWNER}.withdrawQuestion")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(self.tr("Withdraw a claim"))
        question.setText(self.tr("Withdraw {number} for good?").format(number=claim.claim_number))
        question.setInformativeText(self.tr("The deadlines go on. After them a new notice may come too late."))
        withdraw = question.addButton(self.tr("Withdraw it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.exec()
        if question.clickedButton() is withdraw:
            self.withdraw(claim)

    def withdraw(self, claim: Claim) -> None:
        """Withdraw a claim on the version that is shown."""
        version, number = ClaimVersion(claim.version), claim.claim_number

        def done(_claim: Claim) -> None:
            self.entered()
            self._message.say(Tone.SUCCESS, lambda: self.tr("{number} is withdrawn.").format(number=number))

        self._act(lambda client: client.send(WITHDRAW_CLAIM, version, claim_number=number), done)

    def _act(self, work: Callable[[ApiClient], Any], done: Callable[[Any], None]) -> None:
        """Do something with the chosen claim; no button answers twice meanwhile."""
        buttons = (self._add, self._go_on, self._letter, self._withdraw)

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
            self._show(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._paper_name.setText(self.tr("Paper"))
        self._add.setText(self.tr("Add a file…"))
        self._go_on.setText(self.tr("Make it a claim"))
        self._letter.setText(self.tr("Save the letter…"))
        self._withdraw.setText(self.tr("Withdraw"))
        self._facts.retranslate_ui()
