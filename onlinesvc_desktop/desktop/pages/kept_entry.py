# SPDX-License-Identifier: MIT
"""One entry in its form: typed, kept as a draft, saved upon what stands, or shown beside what somebody else made of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import Draft
from onlinesvc_desktop.client.faults import Fault, Invalid, Refused
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.kept import Removed
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.kept_book import KeptBook, KeptItem, body_values
from onlinesvc_desktop.desktop.pages.conflict import ConflictArea
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

Item = TypeVar("Item", bound=KeptItem)


class EntryForm(Protocol):
    """The fields of one entry: an editor that can also word a single field."""

    def value(self) -> dict[str, Any]:
        """Return what is filled in."""

    def fill(self, value: Any) -> None:
        """Put an entry in."""

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong."""

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""


class Kind(NamedTuple):
    """What an entry is made of and called."""

    body: type[msgspec.Struct]
    name_of: Callable[[Mapping[str, Any]], str]
    new_words: Callable[[], str]
    blank: Mapping[str, Any]


def standing_of(current: msgspec.Raw | None, item: type[Item]) -> Item | Removed | None:
    """Return what stands now, as a refusal says it."""
    if current is None:
        return None
    try:
        return from_json(current, item)
    except msgspec.ValidationError:
        return from_json(current, Removed)


class EntryArea(Panel, Generic[Item]):
    """Hidden until an entry is opened or a new one begun. What was typed is never dropped but by its author."""

    saved = Signal()
    shown = Signal(bool)
    remove_wanted = Signal()

    def __init__(
        self,
        owner: str,
        workplace: Workplace,
        book: KeptBook[Item],
        form: QWidget,
        kind: Kind,
        message: MessageLine,
    ) -> None:
        super().__init__()
        self._owner = owner
        self._workplace = workplace
        self._book = book
        self._kind = kind
        self._message = message
        self._form = cast("EntryForm", form)
        self.item: Item | None = None
        self.is_dirty = False
        self._title = label("title", wrap=True)
        self._conflict = ConflictArea(owner, self._form.field_words)
        self._save = TextButton(f"{owner}.submit", "primary")
        self._discard = TextButton(f"{owner}.discard")
        self._remove = TextButton(f"{owner}.remove", "link")
        head = tight(QHBoxLayout(), 12)
        head.addWidget(self._title, 1)
        for button in (self._remove, self._discard, self._save):
            head.addWidget(button)
        frame, column = card(12)
        column.addLayout(head)
        for widget in (self._conflict, form):
            column.addWidget(widget)
        tight(QVBoxLayout(self)).addWidget(frame)
        self._discard.setEnabled(False)
        self.setFocusProxy(form)
        self._save.clicked.connect(self.save)
        self._discard.clicked.connect(self.discard)
        self._remove.clicked.connect(self.remove_wanted)
        self._conflict.taken.connect(self._take_field)
        self._conflict.all_taken.connect(self.discard)
        edits: Any = form
        edits.edited.connect(self._on_edited)
        edits.submitted.connect(self.save)
        self.setVisible(False)
        self.retranslate_ui()

    @property
    def name(self) -> str:
        """What the entry is called in a sentence."""
        return self._kind.name_of(self._form.value())

    def open(self, item: Item) -> None:
        """Show an entry as it stands."""
        self.item = item
        self._form.fill(body_values(item))
        self._conflict.clear()
        self._show()

    def begin(self) -> None:
        """Show the fields of a new entry."""
        self.item = None
        self._form.fill(self._kind.blank)
        self._conflict.clear()
        self._show()

    def take_up(self, item: Item | None, values: Mapping[str, Any], fault: Fault | None) -> None:
        """Show what was typed before and not saved, and why it was refused if it was."""
        self.item = item
        self._form.fill(values)
        self._conflict.clear()
        self._show()
        self._on_edited()
        if fault is not None:
            self.show_fault(fault)

    def restore(self) -> None:
        """Put back what was typed before the program or the session ended, for its author alone."""
        draft, profile = self._workplace.drafts.load(self._owner), self._workplace.session.open_profile
        if not self.isHidden() or draft is None or profile is None:
            return
        if draft.values.get("code") == profile.access_code:
            about = draft.values.get("id")
            item = next((one.item for one in self._book.entries if one.item.id == about), None)
            self.take_up(item, draft.values.get("values") or {}, None)

    def close_entry(self) -> None:
        """Show nothing; what was typed is settled."""
        self._set_clean()
        self.item = None
        self._show(False)

    def forget(self) -> None:
        """Keep nothing on the screen for whoever signs in next; a draft waits on disk for its author."""
        self.item, self.is_dirty = None, False
        self._form.fill(None)
        self._conflict.clear()
        self._show(False)

    def _show(self, shown: bool = True) -> None:
        self.setVisible(shown)
        self.shown.emit(shown)
        self.retranslate_ui()

    def _on_edited(self) -> None:
        self.is_dirty = True
        self._discard.setEnabled(True)
        profile = self._workplace.session.open_profile
        if profile is not None:
            about = 0 if self.item is None else self.item.id
            values = {"code": profile.access_code, "id": about, "values": self._form.value()}
            self._workplace.drafts.keep(self._owner, Draft(values, ""))

    def _set_clean(self) -> None:
        self.is_dirty = False
        self._conflict.clear()
        self._discard.setEnabled(False)
        self._workplace.drafts.forget(self._owner)

    def save(self) -> None:
        """Send what was typed, if it is right."""
        if not self._save.isEnabled():
            return
        values = self._form.value()
        body, problems = checked(self._kind.body, values)
        self._message.clear()
        self._form.show_problems(problems)
        if body is None:
            self._message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))
            return
        self._set_busy(True)
        name = self._kind.name_of(values)

        def answered(answer: Answer) -> None:
            self._set_busy(False)
            match answer:
                case Sent(_, item):
                    self._set_clean()
                    self.open(cast("Item", item))
                    self._message.say(Tone.SUCCESS, lambda: self.tr("{name}: saved.").format(name=name))
                    self.saved.emit()
                case Waiting():
                    self.close_entry()
                    self._message.say(
                        Tone.INFO,
                        lambda: self.tr(
                            "{name}: saved on this computer. It is sent automatically as soon as the server answers."
                        ).format(name=name),
                    )
                    self.saved.emit()
                case Returned(submission, fault):
                    self._book.withdraw(submission)
                    self.show_fault(fault)
                case NotKept(fault):
                    self.show_fault(fault)

        if self.item is None:
            self._book.add(body, answered)
        else:
            self._book.change(self.item, body, answered)

    def show_fault(self, fault: Fault) -> None:
        """Say why it was not saved; what was typed stays."""
        self._on_edited()
        match fault:
            case Refused(ErrorCode.CHANGED_MEANWHILE, current=current):
                self._show_conflict(current)
                return
            case Invalid(problems):
                self._form.show_problems(problems)
            case _:
                pass
        self._message.say(Tone.WARNING, self._workplace.link.words_for(Err(fault)))

    def _show_conflict(self, current: msgspec.Raw | None) -> None:
        """Show both sides; whatever is saved now is saved upon what stands, so that it is nobody's by accident."""
        standing: Item | Removed | None = standing_of(current, self._book.kind.item)
        if standing is None and self.item is not None:
            chosen = self.item.id
            standing = next((one.item for one in self._book.entries if one.item.id == chosen and not one.pending), None)
        match standing:
            case Removed(_, version):
                if self.item is not None:
                    self.item = msgspec.structs.replace(self.item, version=version)  # type: ignore[type-var]
                words = lambda: self.tr(  # noqa: E731 - said anew in the other language
                    "Somebody removed this entry meanwhile. What you typed is kept; save it to bring it back."
                )
            case None:
                self.item = None
                words = lambda: self.tr(  # noqa: E731
                    "This entry is no longer there. What you typed is kept; save it as a new one."
                )
            case item:
                self.item = item
                self._compare()
                words = lambda: self.tr(  # noqa: E731
                    "{code} changed this entry while you did. Both stand side by side below; what you save now counts."
                ).format(code=item.changed_by)
        self._message.say(Tone.WARNING, words)
        self._on_edited()
        self.retranslate_ui()

    def _compare(self) -> None:
        if self.item is not None:
            self._conflict.show_both(self.item.changed_by, self.item.changed_at, self._form.value(), body_values(self.item))

    def _take_field(self, name: str, value: Any) -> None:
        """Use what stands now of one field."""
        values = {one: kept for one, kept in self._form.value().items() if one != name}
        self._form.fill(values if value is None else values | {name: value})
        self._on_edited()
        self._compare()

    def discard(self) -> None:
        """Go back to what stands."""
        self._message.clear()
        self._set_clean()
        if self.item is None:
            self._show(False)
        else:
            self.open(self.item)

    def _set_busy(self, busy: bool) -> None:
        for button in (self._save, self._remove):
            button.setEnabled(not busy)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._save.setText(self.tr("Save"))
        self._discard.setText(self.tr("Discard the changes"))
        self._remove.setText(self.tr("Remove"))
        self._remove.setVisible(self.item is not None)
        is_new = self.item is None
        self._title.setText(self._kind.new_words() if is_new else self._kind.name_of(body_values(self.item)))
