# SPDX-License-Identifier: MIT
"""What clerks keep for the next time, of one kind: in memory as long as the session lasts, changed also without a link."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, takewhile
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.codes import Right, Role
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.kept import KeptPage, KeptQuery, RemovalQuery, Removed
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Job, Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.unsent import Answer, UnsentQueue

_LOOK_MS = 60_000
_MOST_FOUND = 40
_ITEM_ONLY = ("id", "version", "changed_at", "changed_by", "own")


class KeptItem(Protocol):
    """An entry as it stands."""

    @property
    def id(self) -> int:
        """Its number; below 0 as long as the backend has not got it."""

    @property
    def version(self) -> int:
        """Which change of it this is."""

    @property
    def own(self) -> bool:
        """Whether whoever is signed in made it."""

    @property
    def changed_at(self) -> datetime:
        """When it was last changed."""

    @property
    def changed_by(self) -> str:
        """By which access code."""


Item = TypeVar("Item", bound=KeptItem)


@dataclass(frozen=True, slots=True)
class KeptKind(Generic[Item]):
    """One kind of entries: how it is asked for and changed, what a search looks at, and how it is ordered."""

    item: type[Item]
    change: type[msgspec.Struct]
    listing: Operation[KeptPage[Item]]
    adding: Operation[Any]
    changing: Operation[Any]
    removing: Operation[Removed]
    text_of: Callable[[Item], str]
    order_of: Callable[[Item], str]

    def entry(self, item: Item, pending: bool = False) -> "Entry[Item]":
        """Return an entry ready to be searched."""
        return Entry(folded(self.text_of(item)), folded(self.order_of(item)), item, pending)


class Entry(NamedTuple, Generic[Item]):
    """An entry, the text that a search looks at, and its place in the alphabet; ``pending`` has not arrived yet."""

    text: str
    order: str
    item: Item
    pending: bool = False


def body_values(item: object) -> dict[str, Any]:
    """Return what can be written of an entry, as it goes over the wire; that it is shared is always said."""
    values: dict[str, Any] = {"shared": True, **msgspec.to_builtins(item)}
    return {name: value for name, value in values.items() if name not in _ITEM_ONLY}


def _order(entry: Entry[Any]) -> str:
    return entry.order


def find_entries(entries: Sequence[Entry[Item]], words: str) -> Sequence[Entry[Item]]:
    """Return the entries in which every word stands, in their order."""
    for word in sorted(folded(words).split(), key=len, reverse=True):
        entries = [entry for entry in entries if word in entry[0]]
    return entries


class _Search(Generic[Item]):
    """What was found for each text while the entries stay as they are; a longer text is sought in what a shorter found."""

    def __init__(self, entries: Sequence[Entry[Item]]) -> None:
        self._found: dict[str, Sequence[Entry[Item]]] = {"": entries}

    def find(self, words: str) -> Sequence[Entry[Item]]:
        text = folded(words).strip()
        if text not in self._found:
            begun = max((one for one in self._found if text.startswith(one)), key=len)
            if len(self._found) > _MOST_FOUND:
                self._found = {"": self._found[""], begun: self._found[begun]}
            self._found[text] = find_entries(self._found[begun], text)
        return self._found[text]


class _News(NamedTuple):
    entries: Sequence[Entry[Any]]
    removed: Sequence[int]
    since: str


def _fetch(client: ApiClient, kind: KeptKind[Any], since: str) -> _News:
    """Ask for everything that changed; runs on a worker, which also prepares it for searching."""
    entries, removed = list[Entry[Any]](), list[int]()
    while True:
        page = client.send(kind.listing, query=KeptQuery(since=since))
        entries += map(kind.entry, page.items)
        removed += page.removed
        since = page.since
        if not page.more:
            return _News(entries, removed, since)


class KeptBook(QObject, Generic[Item]):
    """Entries in the order of the alphabet. Empty while nobody is signed in who has the right to ship."""

    changed = Signal()

    def __init__(self, link: BackendLink, session: SessionState, unsent: UnsentQueue, kind: KeptKind[Item]) -> None:
        super().__init__()
        self.kind = kind
        self._link = link
        self._session = session
        self._unsent = unsent
        self._kinds = (kind.adding.queued, kind.changing.queued, kind.removing.queued)
        self._known: dict[int, Entry[Item]] = {}
        self._shown: list[Entry[Item]] = []
        self._search = _Search[Item](())
        self._since = "0"
        self._code = ""
        self._job: Job | None = None
        self._asks_again = False
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
    def entries(self) -> Sequence[Entry[Item]]:
        """All entries in their order, with what has still to arrive."""
        return self._shown

    def search(self, words: str) -> Sequence[Entry[Item]]:
        """Return the entries in which every word stands: a matter of milliseconds at each key."""
        return self._search.find(words)

    def beginning_with(self, words: str) -> Iterator[Entry[Item]]:
        """Yield the entries whose place in the alphabet begins with the first word, and that have the others anywhere.

        Their first is found by bisection: what is wanted of it is ready without looking at the rest of the book.
        """
        first, *others = folded(words).split() or [""]
        at = bisect_left(self._shown, first, key=_order)
        for entry in takewhile(lambda one: one.order.startswith(first), islice(self._shown, at, None)):
            if all(word in entry.text for word in others):
                yield entry

    def has_sent(self, submission: Submission) -> bool:
        """Tell whether something that was not sent is a change of this book."""
        return submission.kind in self._kinds

    def waiting_for(self, item_id: int) -> Submission | None:
        """Return the change of an entry that has still to arrive, or was refused."""
        code = self._code
        return next(
            (
                one
                for one in self._unsent.items
                if one.kind in self._kinds and one.access_code == code and self._target_of(one) == item_id
            ),
            None,
        )

    def add(self, body: msgspec.Struct, on_answer: Callable[[Answer], None], key: str = "") -> None:
        """Add an entry; one with the key of something that still waits takes its place."""
        self._unsent.submit(self.kind.adding, body, on_answer, key=key, access_code=self._code)

    def change(self, item: Item, body: msgspec.Struct, on_answer: Callable[[Answer], None]) -> None:
        """Change an entry; what still waits of an earlier change of it is replaced."""
        waiting = self.waiting_for(item.id)
        if item.id < 0:
            self.add(body, on_answer, "" if waiting is None else waiting.key)
            return
        if waiting is not None:
            self._unsent.withdraw(waiting)
        change = from_values(msgspec.to_builtins(body) | {"version": item.version}, self.kind.change)
        path = {"id": item.id}
        self._unsent.submit(self.kind.changing, change, on_answer, access_code=self._code, path=path)

    def remove(self, item: Item, on_answer: Callable[[Answer], None]) -> None:
        """Remove an entry; one that has still to arrive is withdrawn without an answer."""
        waiting = self.waiting_for(item.id)
        if waiting is not None:
            self._unsent.withdraw(waiting)
        if item.id < 0:
            return
        query, path = RemovalQuery(item.version), {"id": item.id}
        self._unsent.submit(self.kind.removing, query, on_answer, access_code=self._code, path=path)

    def withdraw(self, submission: Submission) -> None:
        """Send a change no more."""
        self._unsent.withdraw(submission)

    def look(self) -> None:
        """Ask what changed; while an answer is awaited, once more after it, for it may be older than what is wanted."""
        self._clock.stop()
        self._asks_again = self._job is not None
        if not self._code or self._job is not None:
            return
        since, kind = self._since, self.kind

        def received(outcome: Outcome[_News]) -> None:
            if self._job is not job:
                return
            self._job = None
            if isinstance(outcome, Ok):
                self._take(outcome.value)
            if self._asks_again:
                self.look()
            else:
                self._clock.start()

        self._job = job = self._link.ask(lambda client: _fetch(client, kind, since), received)

    def _take(self, news: _News) -> None:
        was_loaded, self.loaded = self.loaded, True
        self.fetched_at = utc_now()
        self._since = news.since
        self._known |= {entry.item.id: entry for entry in news.entries}
        for item_id in news.removed:
            self._known.pop(item_id, None)
        if news.entries or news.removed or not was_loaded:
            self._arrange()

    def _arrange(self) -> None:
        entries = dict(self._known)
        for submission in self._pending:
            target = self._target_of(submission)
            if submission.kind == self.kind.removing.queued:
                entries.pop(target, None)
            else:
                entries[target] = self.kind.entry(self._item_of(submission, entries.get(target)), pending=True)
        self._shown = sorted(entries.values(), key=lambda entry: entry.order)
        self._search = _Search(self._shown)
        self.changed.emit()

    def _on_unsent_changed(self) -> None:
        """Show what is on its way; once something has arrived, ask how the book stands."""
        pending = tuple(
            one
            for one in self._unsent.items
            if one.kind in self._kinds and one.access_code == self._code and one.refusal is None
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
            if sent.submission.number not in numbers:
                continue
            answer: object = sent.answer
            if isinstance(answer, Removed):
                self._known.pop(answer.id, None)
            elif isinstance(answer, self.kind.item):
                self._known[answer.id] = self.kind.entry(answer)

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

    def _target_of(self, submission: Submission) -> int:
        """Return the number of the entry that a submission is about; a new one has a number below 0 until it arrives."""
        is_new = submission.kind == self.kind.adding.queued
        return -submission.number if is_new else int(submission.path.get("id", 0))

    def _item_of(self, submission: Submission, before: Entry[Item] | None) -> Item:
        """Return an entry as it will be; its version stays the one that was changed, whatever others did meanwhile."""
        facts = {
            "id": self._target_of(submission),
            "changed_at": submission.made_at,
            "changed_by": submission.access_code,
            "own": before is None or before.item.own,
        }
        return from_values({"version": 1, **submission.fields, **facts}, self.kind.item)
