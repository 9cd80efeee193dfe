# SPDX-License-Identifier: MIT
"""The address book of the session: in memory as long as it lasts, searched while one types, changed also without a link."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.addresses import (
    ADD_ADDRESS,
    CHANGE_ADDRESS,
    LIST_ADDRESSES,
    REMOVE_ADDRESS,
    AddressBody,
    AddressChange,
    AddressItem,
    searched_text,
)
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import Right, Role
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.kept import KeptQuery, RemovalQuery, Removed
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Job, Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, UnsentQueue, Waiting
from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS

_LOOK_MS = 60_000
_KINDS = (ADD_ADDRESS.queued, CHANGE_ADDRESS.queued, REMOVE_ADDRESS.queued)
_ITEM_ONLY = ("id", "version", "changed_at", "changed_by", "own")
Said = Callable[[Callable[[], str], Sequence[FieldProblem]], None]
"""Hears what became of an address that was saved, as a way to say it, and what is wrong with its fields."""


class Entry(NamedTuple):
    """An entry, the text that a search looks at, and its place in the alphabet; ``pending`` has not arrived yet."""

    text: str
    order: str
    item: AddressItem
    pending: bool = False


def entry_of(item: AddressItem, pending: bool = False) -> Entry:
    """Return an entry ready to be searched."""
    return Entry(folded(searched_text(msgspec.to_builtins(item))), folded(item.name), item, pending)


def body_values(item: msgspec.Struct) -> dict[str, Any]:
    """Return what can be written of an entry, as it goes over the wire."""
    values: dict[str, Any] = msgspec.to_builtins(item)
    return {name: value for name, value in values.items() if name not in _ITEM_ONLY}


def find_entries(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Return the entries in which every word stands, in their order."""
    found: Iterable[Entry] = entries
    for word in folded(words).split():
        found = [entry for entry in found if word in entry.text]
    return list(found)


def address_line(item: AddressBody) -> str:
    """Return an entry as one line to choose from."""
    return f"{item.name}, {item.address1}, {item.city} {item.province} {item.postal_code}"


class _News(NamedTuple):
    entries: Sequence[Entry]
    removed: Sequence[int]
    since: str


def _fetch(client: ApiClient, since: str) -> _News:
    """Ask for everything that changed; runs on a worker, which also prepares it for searching."""
    entries, removed = list[Entry](), list[int]()
    while True:
        page = client.send(LIST_ADDRESSES, query=KeptQuery(since=since))
        entries += map(entry_of, page.items)
        removed += page.removed
        since = page.since
        if not page.more:
            return _News(entries, removed, since)


class AddressBook(QObject):
    """Entries by name. Empty while nobody is signed in who has the right to ship."""

    changed = Signal()

    def __init__(self, link: BackendLink, session: SessionState, unsent: UnsentQueue) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._unsent = unsent
        self._known: dict[int, Entry] = {}
        self._shown: list[Entry] = []
        self._since = "0"
        self._code = ""
        self._job: Job | None = None
        self._pending: tuple[Submission, ...] = ()
        self.loaded = False
        self.fetched_at: datetime | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        session.changed.connect(self._on_session_changed)
        unsent.changed.connect(self._on_unsent_changed)

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries in the order of the alphabet, with what has still to arrive."""
        return self._shown

    def entry(self, item_id: int) -> AddressItem | None:
        """Return an entry as it was last fetched."""
        return self._known[item_id].item if item_id in self._known else None

    def waiting_for(self, item_id: int) -> Submission | None:
        """Return the change of an entry that has still to arrive, or was refused."""
        code = self._code
        return next((one for one in self._unsent.items if one.access_code == code and _target_of(one) == item_id), None)

    def find(self, text: str, show: Callable[[Sequence[tuple[str, Mapping[str, Any]]]], None]) -> None:
        """Hand on what fits best, at once: names that begin so, then the others."""
        found = find_entries(self._shown, text)
        first = folded(text).split()[:1]
        if first:
            begin = [entry for entry in found if entry.order.startswith(first[0])]
            if len(begin) < MOST_SUGGESTIONS:
                begin += [entry for entry in found if not entry.order.startswith(first[0])][:MOST_SUGGESTIONS]
            found = begin
        best = found[:MOST_SUGGESTIONS]
        show([(address_line(entry.item), body_values(entry.item)) for entry in best])

    def save(self, address: Mapping[str, Any], said: Said) -> None:
        """Keep an address that was typed: as a new entry, or in the place of the one with its name and postal code."""
        body, problems = checked(AddressBody, dict(address))
        if body is None:
            said(lambda: QCoreApplication.translate("AddressBook", "Complete the address to save it."), problems)
            return
        standing = next((one.item for one in self._shown if _is_same(one.item, body)), None)

        def answered(answer: Answer) -> None:
            said(lambda: saved_words(answer), answer.fault.errors if isinstance(answer, Returned) else ())
            if isinstance(answer, Returned):
                self._unsent.withdraw(answer.submission)

        if standing is None:
            self.add(body, answered)
        else:
            self.change(standing, checked_body(body_values(standing) | dict(address)) or body, answered)

    def add(self, body: AddressBody, on_answer: Callable[[Answer], None]) -> None:
        """Add an entry."""
        self._unsent.submit(ADD_ADDRESS, body, on_answer, access_code=self._code)

    def change(self, item: AddressItem, body: AddressBody, on_answer: Callable[[Answer], None]) -> None:
        """Change an entry; what still waits of an earlier change of it is replaced."""
        waiting = self.waiting_for(item.id)
        if item.id < 0:
            key = "" if waiting is None else waiting.key
            self._unsent.submit(ADD_ADDRESS, body, on_answer, key=key, access_code=self._code)
            return
        change = msgspec.convert(msgspec.to_builtins(body) | {"version": item.version}, AddressChange)
        if waiting is not None:
            self._unsent.withdraw(waiting)
        path = {"id": item.id}
        self._unsent.submit(CHANGE_ADDRESS, change, on_answer, key=new_key(), access_code=self._code, path=path)

    def remove(self, item: AddressItem, on_answer: Callable[[Answer], None]) -> None:
        """Remove an entry; one that has still to arrive is withdrawn."""
        waiting = self.waiting_for(item.id)
        if waiting is not None:
            self._unsent.withdraw(waiting)
        if item.id < 0:
            return
        query = RemovalQuery(item.version)
        self._unsent.submit(REMOVE_ADDRESS, query, on_answer, access_code=self._code, path={"id": item.id})

    def look(self) -> None:
        """Ask what changed; what is asked already is waited for."""
        self._clock.stop()
        if not self._code or self._job is not None:
            return
        since = self._since

        def received(outcome: Outcome[_News]) -> None:
            if self._job is not job:
                return
            self._job = None
            if isinstance(outcome, Ok):
                self._take(outcome.value)
            self._clock.start()

        self._job = job = self._link.ask(lambda client: _fetch(client, since), received)

    def _take(self, news: _News) -> None:
        was_loaded, self.loaded = self.loaded, True
        self.fetched_at = datetime.now(UTC)
        self._since = news.since
        self._known |= {entry.item.id: entry for entry in news.entries}
        for item_id in news.removed:
            self._known.pop(item_id, None)
        if news.entries or news.removed or not was_loaded:
            self._arrange()

    def _arrange(self) -> None:
        entries = dict(self._known)
        for submission in self._pending:
            target = _target_of(submission)
            if submission.kind == REMOVE_ADDRESS.queued:
                entries.pop(target, None)
            else:
                entries[target] = entry_of(_item_of(submission, entries.get(target)), pending=True)
        self._shown = sorted(entries.values(), key=lambda entry: entry.order)
        self.changed.emit()

    def _on_unsent_changed(self) -> None:
        """Show what is on its way; once something has arrived, ask how the book stands."""
        pending = tuple(
            one for one in self._unsent.items if one.kind in _KINDS and one.access_code == self._code and one.refusal is None
        )
        if [one.body for one in pending] == [one.body for one in self._pending]:
            return
        left = {one.number for one in self._pending} - {one.number for one in pending}
        self._pending = pending
        if self._code:
            self._take_answers(left)
            self._arrange()
            if left:
                self.look()

    def _take_answers(self, numbers: set[int]) -> None:
        """Take up what the backend just answered with; the next look would be a moment without it."""
        for sent in self._unsent.sent[: len(numbers)]:
            match sent.answer:
                case AddressItem() as item if sent.submission.number in numbers:
                    self._known[item.id] = entry_of(item)
                case Removed(item_id) if sent.submission.number in numbers:
                    self._known.pop(item_id, None)

    def _on_session_changed(self) -> None:
        profile = self._session.open_profile
        code = "" if profile is None or not profile.has(Right.SHIP) else profile.access_code
        if code == self._code:
            return
        self._code = code
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._clock.stop()
        self._known, self._since, self.loaded, self.fetched_at = {}, "0", False, None
        self._pending = ()
        self._on_unsent_changed()
        self._arrange()
        # An administrator's sign-in looks at nothing by itself; whoever opens the book does.
        if profile is not None and profile.role is not Role.ADMINISTRATOR:
            self.look()


def _target_of(submission: Submission) -> int:
    """Return the number of the entry that a submission is about; a new one has a number below 0 until it arrives."""
    return -submission.number if submission.kind == ADD_ADDRESS.queued else int(submission.path.get("id", 0))


def _item_of(submission: Submission, before: Entry | None) -> AddressItem:
    """Return an entry as it will be; its version stays the one that was changed, whatever others did meanwhile."""
    facts = {
        "id": _target_of(submission),
        "changed_at": submission.made_at,
        "changed_by": submission.access_code,
        "own": before is None or before.item.own,
    }
    return msgspec.convert({"version": 1, **submission.fields, **facts}, AddressItem)


def _is_same(item: AddressItem, body: AddressBody) -> bool:
    return item.postal_code == body.postal_code and folded(item.name) == folded(body.name)


def checked_body(values: Mapping[str, Any]) -> AddressBody | None:
    """Return the message of values that are right, None when something is wrong."""
    return checked(AddressBody, values)[0]


def saved_words(answer: Answer) -> str:
    """Say what became of an address that was saved."""
    match answer:
        case Sent():
            return QCoreApplication.translate("AddressBook", "Saved in the address book.")
        case Waiting():
            return QCoreApplication.translate(
                "AddressBook", "Saved on this computer; the address book gets it as soon as the server answers."
            )
        case Returned(_, fault) | NotKept(fault):
            from onlinesvc_desktop.desktop.words.faults import fault_words

            return fault_words(fault)
