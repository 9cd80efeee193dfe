# SPDX-License-Identifier: MIT
"""What is watched and what changed of it since somebody looked: one request at sign-in, then one for all that changes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType
from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop.client.settings import NoticeKind
from onlinesvc_desktop.client.unsent import Submission, watched_references
from onlinesvc_desktop.client.watch_memory import Seen, load_seen, save_seen
from onlinesvc_desktop.contract.limits import MAX_REFERENCES_PER_TRACE
from onlinesvc_desktop.contract.operation import Operation
from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.contract.watch_list import (
    LIST_CHANGES,
    LIST_WATCHES,
    UNWATCH,
    WATCH,
    Changes,
    ChangesQuery,
    WatchCount,
    Watches,
    WatchItem,
    WatchRequest,
)
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Err, Job, JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.unsent import Answer, Returned, Sent, UnsentQueue

POLL_MS = 20_000
_LONGEST_POLL_MS = 300_000
_CHANGES = (WATCH.queued, UNWATCH.queued)
_KIND = {
    Stage.DELIVERED: NoticeKind.DELIVERED,
    Stage.EXCEPTION: NoticeKind.EXCEPTION,
    Stage.DELIVERY_ATTEMPTED: NoticeKind.EXCEPTION,
    Stage.CANCELLED: NoticeKind.EXCEPTION,
    Stage.DELAYED: NoticeKind.DELAY,
}


class Notice(msgspec.Struct, frozen=True):
    """Something that a clerk may want to be told at once."""

    kind: NoticeKind
    reference: str
    shipment: Shipment


class WatchList(QObject):
    """The watch list of the session; empty while nobody is signed in."""

    changed = Signal()
    noticed = Signal(object)
    """Carries the ``Notice`` of each change worth telling, all of one answer together."""
    arrived = Signal()
    """Own or watched shipments or own pickups changed."""
    pickups_moved = Signal(object)
    """Carries the own pickups that somebody else moved, all of one answer together."""

    def __init__(self, link: BackendLink, session: SessionState, jobs: JobRunner, unsent: UnsentQueue, memory: Path) -> None:
        super().__init__()
        self._link = link
        self._session = session
        self._jobs = jobs
        self._unsent = unsent
        self._memory = memory
        self._items: dict[str, WatchItem] = {}
        self._seen: Seen = {}
        self._code = ""
        self._cursor = ""
        self._pickup_cursor: str | UnsetType = UNSET
        self._job: Job | None = None
        self._pending_count = 0
        self.unseen: set[str] = set()
        self.loaded = False
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look)
        session.changed.connect(self._on_session_changed)
        unsent.changed.connect(self._on_unsent_changed)

    @property
    def items(self) -> Sequence[WatchItem]:
        """What is watched, changes still on their way included: what changed first, then the latest news."""
        items = self._with_unsent().values()
        return sorted(items, key=lambda item: (item.reference in self.unseen, _latest(item)), reverse=True)

    def is_watched(self, reference: str) -> bool:
        """Tell whether a number, in its stored spelling, is watched."""
        return reference in self._with_unsent()

    def is_on_its_way(self, reference: str) -> bool:
        """Tell whether the backend has yet to hear that a number is watched."""
        return reference not in self._items

    def watch(self, references: Sequence[str], on_answer: Callable[[Answer], None]) -> None:
        """Watch numbers."""
        self._change(WATCH, references, on_answer)

    def unwatch(self, references: Sequence[str], on_answer: Callable[[Answer], None]) -> None:
        """Watch numbers no longer."""
        self._change(UNWATCH, references, on_answer)

    def mark_seen(self, references: Sequence[str]) -> None:
        """Note that somebody looked."""
        news = [reference for reference in references if reference in self.unseen]
        if not news:
            return
        self.unseen.difference_update(news)
        for reference in news:
            if reference in self._items:
                self._seen[reference] = _fingerprint(self._items[reference])
        self._keep()
        self.changed.emit()

    def look(self) -> None:
        """Ask what changed; the next look follows, later and later while the backend cannot be reached."""
        self._poll.stop()
        if not self._session.is_open or self._job is not None:
            return
        if not self.loaded:
            self._load()
            return
        query = ChangesQuery(self._cursor, self._pickup_cursor)
        self._ask(lambda client: client.send(LIST_CHANGES, query=query), self._on_changes)

    def _load(self) -> None:
        code = self._code

        def load() -> Seen:
            return load_seen(self._memory, code)

        def remembered(outcome: Outcome[Seen]) -> None:
            if isinstance(outcome, Ok) and self._code == code:
                self._seen = outcome.value
                self._ask(lambda client: client.send(LIST_WATCHES), self._on_watches)

        self._jobs.run(load, remembered)

    def _ask(self, work: Callable[..., object], take: Callable[..., None]) -> None:
        def received(outcome: Outcome[object]) -> None:
            if self._job is not job:
                return
            self._job = None
            if isinstance(outcome, Err):
                self._poll.start(min(_LONGEST_POLL_MS, self._poll.interval() * 2))
                return
            self._poll.setInterval(POLL_MS)
            take(outcome.value)

        self._job = job = self._link.ask(work, received)

    def _on_watches(self, watches: Watches) -> None:
        self.loaded = True
        self._cursor = watches.cursor
        if self._pickup_cursor is UNSET:
            self._pickup_cursor = watches.pickup_cursor
        self._items = {item.reference: item for item in watches.items}
        self._seen = {reference: mark for reference, mark in self._seen.items() if reference in self._items}
        told, self.unseen = self.unseen, set()
        news = []
        for reference, item in self._items.items():
            if self._seen.setdefault(reference, _fingerprint(item)) != _fingerprint(item):
                self.unseen.add(reference)
                if reference not in told:
                    news += _notices(reference, item.matches)
        self._keep()
        self._tell(news)
        self._poll.start()

    def _on_changes(self, changes: Changes) -> None:
        self._cursor = changes.cursor
        news = []
        for change in changes.items:
            for reference in change.watched_as:
                item = self._items.get(reference)
                if item is None:
                    continue
                number = change.shipment.autopro_number
                others = tuple(one for one in item.matches if one.autopro_number != number)
                before = {_mark(one) for one in item.matches}
                self._items[reference] = WatchItem(reference, (change.shipment, *others))
                if _mark(change.shipment) not in before:
                    self.unseen.add(reference)
                    news += _notices(reference, (change.shipment,))
        self._tell(news)
        self._pickup_cursor = changes.pickup_cursor
        if changes.pickups:
            self.pickups_moved.emit(changes.pickups)
        if changes.items or changes.pickups:
            self.arrived.emit()
        if changes.more:
            self.look()
        else:
            self._poll.start()

    def _tell(self, news: list[Notice]) -> None:
        self.changed.emit()
        if news:
            self.noticed.emit(news)

    def _change(
        self, operation: Operation[WatchCount], references: Sequence[str], on_answer: Callable[[Answer], None]
    ) -> None:
        parts = [
            tuple(references[at : at + MAX_REFERENCES_PER_TRACE])
            for at in range(0, len(references), MAX_REFERENCES_PER_TRACE)
        ]

        if operation is UNWATCH:
            self.unseen.difference_update(references)

        def answered(is_last: bool, answer: Answer) -> None:
            if isinstance(answer, Returned):
                # Nothing was typed that could be mended; whoever asked is told at once.
                self._unsent.withdraw(answer.submission)
            if is_last or not isinstance(answer, Sent):
                on_answer(answer)

        for part in parts:
            self._unsent.submit(operation, WatchRequest(part), partial(answered, part is parts[-1]), access_code=self._code)

    def _pending(self) -> list[Submission]:
        return [
            one
            for one in self._unsent.items
            if one.kind in _CHANGES and one.access_code == self._code and one.refusal is None
        ]

    def _with_unsent(self) -> dict[str, WatchItem]:
        items = dict(self._items)
        for submission in self._pending():
            for reference in watched_references(submission):
                if submission.kind == WATCH.queued:
                    items.setdefault(reference, WatchItem(reference))
                else:
                    items.pop(reference, None)
        return items

    def _on_unsent_changed(self) -> None:
        """Show changes on their way; once all have arrived, ask how the list stands."""
        before, self._pending_count = self._pending_count, len(self._pending())
        if before == self._pending_count:
            return
        if not self._pending_count and self._session.is_open:
            self._ask(lambda client: client.send(LIST_WATCHES), self._on_watches)
        self.changed.emit()

    def _on_session_changed(self) -> None:
        profile = self._session.open_profile
        code = "" if profile is None else profile.access_code
        if code == self._code:
            return
        self._code = code
        self._pending_count = len(self._pending())
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._poll.stop()
        self._poll.setInterval(POLL_MS)
        self._items, self._seen, self._cursor, self.loaded = {}, {}, "", False
        self._pickup_cursor = UNSET
        self.unseen.clear()
        self.changed.emit()
        if code:
            self.look()

    def _keep(self) -> None:
        code, seen = self._code, dict(self._seen)
        self._jobs.run(lambda: _try_save(self._memory, code, seen), lambda _outcome: None)


def _try_save(file: Path, code: str, seen: Seen) -> None:
    """Keep what was seen; a disk that refuses costs no more than a line shown as new once again."""
    try:
        save_seen(file, code, seen)
    except OSError:
        return


def _mark(shipment: Shipment) -> str:
    status = shipment.status
    return f"{shipment.autopro_number} {status.code} {status.reason} {status.occurred_at.isoformat()}"


def _fingerprint(item: WatchItem) -> str:
    return "; ".join(sorted(_mark(one) for one in item.matches))


def _latest(item: WatchItem) -> float:
    return max((one.status.occurred_at.timestamp() for one in item.matches), default=0.0)


def _notices(reference: str, matches: Sequence[Shipment]) -> list[Notice]:
    kinds = [(one, _KIND.get(stage_of(one.status.code))) for one in matches]
    return [Notice(kind, reference, one) for one, kind in kinds if kind is not None]


def is_quiet(now: datetime, begin: str, end: str) -> bool:
    """Tell whether notices are silent at a local moment; the hours may go over midnight."""
    if not begin or not end or begin == end:
        return False
    clock = f"{now:%H:%M}"
    return begin <= clock < end if begin < end else clock >= begin or clock < end
