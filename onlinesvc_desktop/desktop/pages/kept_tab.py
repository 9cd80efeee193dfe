# SPDX-License-Identifier: MIT
"""A list of what clerks keep, with one entry in its form below: searched while one types, removed and brought back."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.kept import Removed
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.kept_book import Entry, KeptBook, KeptItem, body_values
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.kept_entry import EntryArea, Kind
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Filter
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_SHARES = [220, 420]
Item = TypeVar("Item", bound=KeptItem)


class KeptTab(Tab, Generic[Item]):
    """Subclasses bring the form, the columns and the words of one kind of entry, then call ``retranslate_ui``."""

    def __init__(self, owner: str, workplace: Workplace, book: KeptBook[Item], form: QWidget, kind: Kind) -> None:
        super().__init__()
        self.owner = owner
        self.setObjectName(owner)
        self.workplace = workplace
        self.book = book
        self._kind = kind
        self._undo_work: Callable[[], None] | None = None
        self.message = MessageLine(f"{owner}.message", workplace.theme)
        self._search = Filter(f"{owner}.search", longest=MAX_SEARCH_LENGTH)
        self._add = TextButton(f"{owner}.add", "primary")
        self._undo = TextButton(f"{owner}.undo")
        self._table = MessageView[Entry[Item]](f"{owner}.results", self.columns())
        self._table.model.prepares = False
        self._count = label("muted", wrap=True)
        self._count.setObjectName(f"{owner}.count")
        self._entry = EntryArea[Item](owner, workplace, book, form, kind, self.message)
        self.bar = tight(QHBoxLayout(), 12)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar.addWidget(self._search, 1)
        self.bar.addWidget(self._add)
        upper = QWidget()
        listed = tight(QVBoxLayout(upper), 8)
        listed.addWidget(self._table, 1)
        listed.addWidget(self._count)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        lower = scrolling(self._entry)
        lower.hide()
        self._entry.shown.connect(lower.setVisible)
        splitter.addWidget(lower)
        splitter.setSizes(_SHARES)
        said = tight(QHBoxLayout(), 12)
        said.addWidget(self.message, 1)
        said.addWidget(self._undo)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(self.bar)
        layout.addLayout(said)
        layout.addWidget(splitter, 1)
        self._undo.hide()
        self.setFocusProxy(self._search)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._show_entries())
        self._search.returnPressed.connect(self._table.setFocus)
        self._add.clicked.connect(self._on_add)
        self._undo.clicked.connect(self._on_undo)
        self._entry.saved.connect(self._show_entries)
        self._entry.remove_wanted.connect(self._on_remove)
        self._table.view.selectionModel().currentRowChanged.connect(self._on_chosen)
        self._table.view.opened.connect(lambda _index: self._entry.setFocus())
        self.book.changed.connect(self._show_entries)
        self.workplace.session.changed.connect(self._on_session_changed)

    def columns(self) -> Sequence[Column[Entry[Item]]]:
        """Return the columns of the table."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """Return what stands below an empty list."""
        raise NotImplementedError

    def entered(self) -> None:
        """Ask for news each time the list comes to the front, and show what was typed and not saved."""
        self.book.look()
        self._show_entries()
        self._entry.restore()

    def take_up(self, submission: Submission) -> None:
        """Show what was not sent, with what stands now if somebody else was quicker."""
        if not self._is_settled():
            return
        self.message.clear()
        about = submission.path.get("id")
        standing = next((one.item for one in self.book.entries if one.item.id == about and not one.pending), None)
        self.book.withdraw(submission)
        if submission.kind == self.book.kind.removing.queued:
            if standing is not None:
                self._entry.open(standing)
            return
        values = {name: value for name, value in submission.fields.items() if name != "version"}
        self._entry.take_up(standing, values, submission.fault)

    def _is_settled(self) -> bool:
        """Tell whether nothing is typed and unsaved; if something is, say so."""
        if self._entry.is_dirty:
            self.message.say(
                Tone.WARNING, lambda: self.tr("What you changed below is not saved yet. Save it or discard it first.")
            )
        return not self._entry.is_dirty

    def _show_entries(self) -> None:
        """Show what fits the search; the entry that is open stays so."""
        found = self.book.search(self._search.text())
        was_empty = not self._table.model.rows
        self._table.model.set_rows(found)
        if was_empty:
            self._table.fit_columns()
        if self._entry.item is not None and not self._entry.is_dirty:
            chosen = self._entry.item.id
            row = next((at for at, entry in enumerate(found) if entry.item.id == chosen), None)
            if row is not None:
                self._table.view.setCurrentIndex(self._table.index_of(row))
        self._word_count()

    def _on_chosen(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not index.isValid():
            return
        item, shown = self._table.row_at(index).item, self._entry.item
        if self._entry.is_dirty and shown is not None and shown.id == item.id:
            return
        if self._is_settled():
            self._entry.open(item)

    def _on_add(self) -> None:
        if self._is_settled():
            self.message.clear()
            self._table.view.clearSelection()
            self._entry.begin()
            self._entry.setFocus()

    def _on_remove(self) -> None:
        item = self._entry.item
        if item is None:
            return
        values = body_values(item)
        name, body = self._kind.name_of(values), from_values(values, self._kind.body)
        self._entry.close_entry()

        def answered(answer: Answer) -> None:
            match answer:
                case Sent(_, Removed(_, version)):
                    back = msgspec.structs.replace(item, version=version)  # type: ignore[type-var]
                    self._undo_work = lambda: self.book.change(back, body, self._say_back)
                case Waiting(submission):
                    self._undo_work = lambda: self._withdraw(submission)
                case Returned(submission, fault):
                    self.book.withdraw(submission)
                    self._undo.hide()
                    self._entry.open(item)
                    self._entry.show_fault(fault)
                case _:
                    pass

        self._undo_work = (lambda: self.book.add(body, self._say_back)) if item.id < 0 else None
        self.book.remove(item, answered)
        self.message.say(Tone.SUCCESS, lambda: self.tr("{name}: removed.").format(name=name))
        self._undo.show()
        self._undo.setFocus()

    def _withdraw(self, submission: Submission) -> None:
        self.book.withdraw(submission)
        self.message.say(Tone.SUCCESS, lambda: self.tr("It stays in the list."))

    def _on_undo(self) -> None:
        work, self._undo_work = self._undo_work, None
        if work is not None:
            self._undo.hide()
            self.message.clear()
            work()
            self._search.setFocus()

    def _say_back(self, answer: Answer) -> None:
        match answer:
            case Sent() | Waiting():
                self.message.say(Tone.SUCCESS, lambda: self.tr("It is back in the list."))
            case Returned(submission, fault):
                self.book.withdraw(submission)
                self.message.say(Tone.WARNING, self.workplace.link.words_for(Err(fault)))
            case NotKept(fault):
                self.message.say(Tone.WARNING, self.workplace.link.words_for(Err(fault)))

    def _on_session_changed(self) -> None:
        """Keep nothing of one clerk for whoever comes next."""
        if not self.workplace.session.is_open:
            self._undo_work = None
            self._undo.hide()
            self._entry.forget()
            self._search.clear()
            self.message.clear()

    def _word_count(self) -> None:
        shown = len(self._table.model.rows)
        if not self.book.loaded:
            self._count.setText(self.tr("The list is not here yet; it comes as soon as the server answers."))
        elif shown == 0:
            self._count.setText(self.empty_words())
        else:
            self._count.setText(Counted().entries(shown))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._search.setPlaceholderText(self.tr("Search: any part of an entry"))
        self._search.setAccessibleName(self.tr("Search the list"))
        self._add.setText(self.tr("New entry"))
        self._undo.setText(self.tr("Undo"))
        self._table.view.setAccessibleName(self.title_words())
        self._word_count()
