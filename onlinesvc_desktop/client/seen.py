# SPDX-License-Identifier: MIT
"""What was lately seen of shipments, to be read again without a link.

Public facts are kept on disk; what only a signed-in party may see is kept in memory and forgotten with the session (ADR
0009). Safe to call from several threads.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.tracing import Trace, TraceOutcome, public_trace

if TYPE_CHECKING:
    import sqlite3

MOST_KEPT = 5_000
_SCHEMA = "CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, seen_at TEXT NOT NULL, body BLOB NOT NULL)"
_OLDEST = "DELETE FROM seen WHERE key IN (SELECT key FROM seen ORDER BY seen_at DESC LIMIT -1 OFFSET ?)"
_DETAIL = "shipment"


class Aged(msgspec.Struct, frozen=True):
    """An answer from before, and when it was given (UTC)."""

    trace: Trace
    seen_at: datetime


def _undated(trace: Trace) -> Trace:
    """Leave out what a standby said of its moment: what is kept has its own."""
    if not any(one.known_until for one in trace.matches):
        return trace
    return replace(trace, matches=tuple(replace(one, known_until=UNSET) for one in trace.matches))


class Seen:
    """Answers by kind and number, the longest unseen dropped first. A file that fails costs memory of the past, no more."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._in_session: OrderedDict[str, Aged] = OrderedDict()

    def remember(self, kind: ReferenceType, traces: Sequence[Trace], now: datetime) -> Callable[[], None]:
        """Keep the answers that found something, each shipment under its autopro number too.

        Memory has them at once, so that the end of a session forgets them; what is returned writes them to disk and blocks.
        """
        answers = {}
        for trace in traces:
            if trace.outcome in (TraceOutcome.FOUND, TraceOutcome.SEVERAL):
                for one in trace.matches:
                    answers[_key(ReferenceType.AUTOPRO, one.autopro_number)] = _trace_of(one)
                answers[_key(kind, trace.reference)] = trace
        return self._keep(answers, now)

    def remember_shipment(self, shipment: Shipment, now: datetime) -> Callable[[], None]:
        """Keep a shipment with its history, in the same two steps."""
        return self._keep({_key(_DETAIL, shipment.autopro_number): _trace_of(shipment)}, now)

    def recall(self, kind: ReferenceType, references: Iterable[str]) -> dict[str, Aged]:
        """Return the last answers to numbers of a kind, as far as there are any."""
        kinds = tuple(ReferenceType) if kind is ReferenceType.ANY else (kind,)
        return self._find({reference: [_key(one, reference) for one in kinds] for reference in references})

    def recall_shipment(self, autopro: str) -> tuple[Shipment, datetime] | None:
        """Return a shipment as it was last seen, with its history if that was seen."""
        found = self._find({autopro: [_key(_DETAIL, autopro), _key(ReferenceType.AUTOPRO, autopro)]})
        aged = found.get(autopro)
        return None if aged is None else (aged.trace.matches[0], aged.seen_at)

    def forget_private_facts(self) -> None:
        """Forget what only the session that ended could see."""
        with self._lock:
            self._in_session.clear()

    def _keep(self, answers: dict[str, Trace], now: datetime) -> Callable[[], None]:
        answers = {key: _undated(trace) for key, trace in answers.items()}
        with self._lock:
            for key, trace in answers.items():
                self._in_session[key] = Aged(trace, now)
                self._in_session.move_to_end(key)
            while len(self._in_session) > MOST_KEPT:
                self._in_session.popitem(last=False)

        def write(connection: "sqlite3.Connection") -> None:
            rows = [(key, now.isoformat(), msgspec.json.encode(public_trace(trace))) for key, trace in answers.items()]
            connection.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", rows)
            connection.execute(_OLDEST, (MOST_KEPT,))

        return (lambda: self._with_file(write)) if answers else _nothing

    def _find(self, keys: dict[str, list[str]]) -> dict[str, Aged]:
        with self._lock:
            found = {
                reference: self._in_session[key]
                for reference, candidates in keys.items()
                for key in reversed(candidates)
                if key in self._in_session
            }

        def read(connection: "sqlite3.Connection") -> None:
            for reference in [one for one in keys if one not in found]:
                for key in keys[reference]:
                    row = connection.execute("SELECT seen_at, body FROM seen WHERE key = ?", (key,)).fetchone()
                    if row is not None:
                        trace = from_json(row[1], Trace)
                        found[reference] = Aged(trace, datetime.fromisoformat(row[0]))
                        break

        if len(found) < len(keys):
            self._with_file(read)
        return {reference: found[reference] for reference in keys if reference in found}

    def _with_file(self, work: "Callable[[sqlite3.Connection], None]") -> None:
        """Work on the file in one transaction; a damaged one is begun anew, one that cannot be used is done without."""
        import sqlite3
        from contextlib import closing, suppress

        try:
            self._file.touch(mode=0o600)
            with closing(sqlite3.connect(self._file, timeout=2.0)) as connection, connection:
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute(_SCHEMA)
                work(connection)
        except (sqlite3.OperationalError, OSError):
            return
        except (sqlite3.DatabaseError, msgspec.DecodeError, ValueError):
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def _nothing() -> None:
    """There is nothing to write."""


def _trace_of(shipment: Shipment) -> Trace:
    return Trace(shipment.autopro_number, TraceOutcome.FOUND, (shipment,))


def _key(kind: str, reference: str) -> str:
    return f"{kind} {reference.strip().upper()}"
