# SPDX-License-Identifier: MIT
"""The files that came in: what became of each, what was set aside and why, one more to take in, the answer to send back."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.intake import (
    LIST_INTAKE_FILES,
    LIST_QUARANTINE,
    IntakeFileItem,
    IntakeKind,
    IntakeQuery,
    IntakeState,
    QuarantineItem,
)
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.set_aside import (
    DISMISS_FILE,
    DISMISS_SET_ASIDE,
    IMPORT_SET_ASIDE,
    Corrected,
    Correction,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.administration.intake_preview import IntakePreviewArea
from onlinesvc_desktop.desktop.services.administration.set_aside import SetAsideArea
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.intake import (
    fault_words,
    intake_state_words,
    quarantine_words,
    rejection_words,
    remark_words,
)
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole

_MOST_SHOWN = 8
_REMARKS = 10


class IntakePanel(ListPanel[IntakeFileItem]):
    """All files, the newest first."""

    name = "intake"
    queue = "intake"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._set_aside: tuple[QuarantineItem, ...] = ()
        self._upload = TextButton(f"{self.owner}.upload")
        self.bar.addWidget(self._upload)
        self._preview = IntakePreviewArea(self)
        self._upload.clicked.connect(self._preview.choose_file)
        self._preview.finished.connect(self._upload.setFocus)
        self.whole.insertWidget(self.whole.count() - 1, self._preview)
        self._answer = TextButton(f"{self.owner}.saveAnswer")
        self._answer.clicked.connect(self._on_save_answer)
        self._quarantine = MessageView[QuarantineItem](f"{self.owner}.quarantine", self._part_columns())
        self._quarantine.view.selectionModel().currentRowChanged.connect(lambda _row, _before: self._show_part())
        self._part = SetAsideArea(self.owner, workplace)
        self._part.import_wanted.connect(self._on_import_part)
        self._part.dismissal_wanted.connect(self._on_dismiss_part)
        self._settle = TextButton(f"{self.owner}.settle")
        self._settle.clicked.connect(self._on_settle)
        self.detail_column.addWidget(self._quarantine)
        self.detail_column.addWidget(self._part)
        self.detail_column.addStretch(1)
        self.action_buttons += [self._answer, self._settle, self._preview.take, self._preview.cancel]
        for button in (self._part.take, self._part.dismiss, self._answer, self._settle):
            self.action_bar.add(button)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("IntakePanel", "Received files")

    def columns(self) -> Sequence[Column[IntakeFileItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("File"), lambda item: item.name, lambda item: item.name.casefold()),
            Column(lambda: self.tr("Status"), lambda item: intake_state_words(item.state), lambda item: item.state.value),
            Column(lambda: self.tr("Not imported"), self._aside_words, lambda item: item.left, right_aligned=True),
            Column(lambda: self.tr("Why"), self._why_words, self._why_words),
            Column(
                lambda: self.tr("Received"),
                lambda item: formats.age_words(item.received_at, self.workplace.now()),
                lambda item: item.received_at,
                lambda item: formats.local_moment_words(item.received_at),
            ),
        )

    def _aside_words(self, item: IntakeFileItem) -> str:
        if not item.left:
            return ""
        shown = formats.number_words(item.left), formats.number_words(_parts(item))
        return self.tr("{aside} of {parts}").format(aside=shown[0], parts=shown[1])

    def _why_words(self, item: IntakeFileItem) -> str:
        if item.reason:
            return rejection_words(item.reason)
        return " ".join(quarantine_words(one.reason) for one in item.reasons)

    def _part_columns(self) -> Sequence[Column[QuarantineItem]]:
        return (
            Column(self._control_heading, lambda item: item.control or "\N{EN DASH}", _control_key),
            Column(lambda: self.tr("Why"), _fault_words, _fault_words),
        )

    def _control_heading(self) -> str:
        is_x12 = self.chosen is not None and self.chosen.kind is IntakeKind.X12
        return self.tr("Transaction set") if is_x12 else self.tr("Line")

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All files"))] + [(state.value, intake_state_words(state)) for state in IntakeState]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[IntakeFileItem]:
        """Ask for a page."""
        wanted = IntakeState(state) if state else UNSET
        return client.send(LIST_INTAKE_FILES, query=IntakeQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that nothing came in yet, and how it would."""
        return self.tr("No files yet. Put files into the drop folder, or import one from here.")

    def fact_words(self, item: IntakeFileItem) -> Sequence[Fact]:
        """Return what is known of a file."""
        facts = [
            (self.tr("File"), item.name),
            (self.tr("Status"), intake_state_words(item.state)),
            (self.tr("Format"), item.kind.value.upper()),
            (self.tr("Received"), formats.local_moment_words(item.received_at)),
            (self.tr("Size"), self.tr("{count} bytes").format(count=formats.number_words(item.size))),
            (self.tr("Updated"), formats.number_words(item.changed)),
            (self.tr("No change"), formats.number_words(item.unchanged)),
            (self.tr("Not imported"), formats.number_words(item.quarantined)),
        ]
        if item.remarked:
            lines = [formats.number_words(item.remarked), *(remark_words(one) for one in item.remarks[:_REMARKS])]
            facts.append((self.tr("Repairs"), "\n".join(lines)))
        if item.reason:
            facts.append((self.tr("Why it was rejected"), rejection_words(item.reason)))
        return facts

    def show_actions(self, item: IntakeFileItem) -> None:
        """Fetch what was set aside of the file."""
        self._set_aside = ()
        self._answer.setVisible(bool(item.answer))
        self._quarantine.setVisible(item.left > 0)
        is_whole = item.state in (IntakeState.REJECTED, IntakeState.STOPPED)
        self._settle.setVisible(item.left > 0 or (is_whole and not item.is_settled))
        self._show_set_aside()
        if item.left:
            self.workplace.link.ask(
                lambda client: client.send(LIST_QUARANTINE, query=PageQuery(limit=MAX_PAGE_SIZE), id=item.id),
                lambda outcome: self._on_quarantine(item.id, outcome),
            )

    def _on_quarantine(self, file: int, outcome: Outcome[Page[QuarantineItem]]) -> None:
        if self.chosen is None or self.chosen.id != file:
            return
        match outcome:
            case Ok(page):
                self._set_aside = tuple(reversed(page.items))
                self._show_set_aside()
            case Err():
                self.message.say_fault(outcome, self.workplace.link)

    def _show_set_aside(self) -> None:
        self._quarantine.model.set_rows(self._set_aside)
        self._quarantine.fit_columns()
        self._quarantine.fit_height(_MOST_SHOWN)
        if self._set_aside:
            self._quarantine.view.setCurrentIndex(self._quarantine.index_of(0))
        else:
            self._part.show_part(None)

    def _show_part(self) -> None:
        """Take the chosen transaction set or row up."""
        index = self._quarantine.view.currentIndex()
        self._part.show_part(self._quarantine.row_at(index) if index.isValid() else None)

    def _on_import_part(self, part: int, correction: Correction) -> None:
        def done(corrected: Corrected) -> None:
            words = Counted()

            def said() -> str:
                left = words.left_aside(corrected.left) if corrected.left else ""
                return " ".join(filter(None, (words.taken_by_hand(corrected.imported), left)))

            self.message.say(Tone.WARNING if corrected.left else Tone.SUCCESS, said)

        self.act(lambda client: client.send(IMPORT_SET_ASIDE, correction, id=part), done)

    def _on_dismiss_part(self, part: int, correction: Correction) -> None:
        def done(_: Corrected) -> None:
            self.message.say(Tone.SUCCESS, lambda: self.tr("Set aside for good; it is not counted any more."))

        self.act(lambda client: client.send(DISMISS_SET_ASIDE, correction, id=part), done)

    def _on_settle(self) -> None:
        item = self.chosen
        if item is None:
            return

        def done(settled: IntakeFileItem) -> None:
            self.message.say(
                Tone.SUCCESS, lambda: self.tr("{file} is dealt with; it is not counted any more.").format(file=settled.name)
            )

        self.act(lambda client: client.send(DISMISS_FILE, id=item.id), done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go on Escape of a file that is looked at before it is imported."""
        if event.key() != Qt.Key.Key_Escape or not self._preview.escape():
            super().keyPressEvent(event)

    def _on_save_answer(self) -> None:
        item = self.chosen
        chosen = (
            None
            if item is None
            else file_to_save(self, self.workplace.settings, self.tr("Save the answer (997)"), f"{item.name}.997")
        )
        if item is None or chosen is None:
            return
        file, _ = chosen

        def work(_client: ApiClient) -> bool:
            return try_write_whole(file, item.answer.encode())

        def done(written: bool) -> None:
            if written:
                self.message.say(Tone.SUCCESS, lambda: self.tr("Saved as {file}.").format(file=file), saved=file)
            else:
                self.message.say(
                    Tone.WARNING, lambda: self.tr("{file} cannot be written; choose another folder.").format(file=file)
                )

        self.act(work, done)

    def forget(self) -> None:
        """Forget what was set aside and what was to be imported."""
        self._set_aside = ()
        self._show_set_aside()
        self._preview.show_file(None)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Received files"))
        self._upload.setText(self.tr("Import a file…"))
        self._answer.setText(self.tr("Save the answer (997)…"))
        self._quarantine.view.setAccessibleName(self.tr("What could not be imported, and why"))
        self._settle.setText(self.tr("Mark as dealt with"))


def _parts(item: IntakeFileItem) -> int:
    return item.changed + item.unchanged + item.quarantined


def _control_key(item: QuarantineItem) -> tuple[int, str]:
    return item.position, item.control


def _fault_words(item: QuarantineItem) -> str:
    return fault_words(item.reason, item.detail)
