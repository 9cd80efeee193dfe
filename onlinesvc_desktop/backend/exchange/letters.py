# SPDX-License-Identifier: MIT
"""Write what waits for another side, and take in what it wrote: whole or not at all, once, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.lent import take_numbers, unconfirmed_numbers
from onlinesvc_desktop.backend.exchange.papers import (
    KINDS,
    paper_answers,
    take_in,
    take_in_answer,
    unanswered_papers,
)
from onlinesvc_desktop.backend.exchange.seal import party_id, public_text, read_bounded, seal, unseal
from onlinesvc_desktop.backend.exchange.store import (
    KnownParty,
    lock_party,
    note_taken,
    note_written,
    parties,
    unanswered,
    unconfirmed_answers,
)
from onlinesvc_desktop.backend.number_mark import NumberMark
from onlinesvc_desktop.backend.numbers import Numbers
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.travelling import REFUSED, Desk
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.bundle import VERSION, Bundle, BundledRequest
from onlinesvc_desktop.whole_file import write_whole

SUFFIX = ".bundle"
MOST_AHEAD = 10_000
"""So many letters may have been lost; a number further ahead would shut the channel for all that come after it."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that was written."""

    file: Path
    requests: int
    answers: int
    numbers: int = 0


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a letter changed here, and the reply to it if there was something to say."""

    party: KnownParty
    requests: int
    answers: int
    reply: Written | None
    numbers: int = 0
    """Blocks of numbers that are new here."""
    refused: int = 0
    """New answers that say that something of ours was refused."""


_NO_NUMBERS: Final = Desk(Numbers(NumberMark(None)), "")


class PostOffice:
    """The letters of one side."""

    def __init__(
        self, database: Database, key: Ed25519PrivateKey, now: Callable[[], datetime], desk: Desk = _NO_NUMBERS
    ) -> None:
        self._desk = desk
        self._database = database
        self._key = key
        self._now = now
        self.own_id = party_id(public_text(key))

    def write(self, party: str, folder: Path) -> Written | None:
        """Write everything that a party has not confirmed into one file; None when there is nothing.

        The file is complete before its number counts: a stick pulled in between costs nothing.

        Raises:
            OSError: the folder cannot be written to; nothing is noted.
        """
        now = self._now()
        with self._database.write() as connection:
            known = lock_party(connection, party)
            number = known.written + 1
            requests = unanswered(connection, party, now) + unanswered_papers(connection, known, now)
            answers = unconfirmed_answers(connection, known, number) + paper_answers(connection, known, number)
            numbers = unconfirmed_numbers(connection, known, number)
            if not requests and not answers and not numbers:
                return None
            said = (tuple(requests), tuple(answers), tuple(numbers))
            bundle = Bundle(VERSION, self.own_id, party, number, known.taken, now, *said)
            file = folder / f"onlinesvc-{self.own_id}-to-{party}-{number:06d}{SUFFIX}"
            write_whole(file, seal(bundle, self._key))
            note_written(connection, party, number)
            note(connection, now, None, AuditAction.BUNDLE_WRITTEN, file.name, "")
        return Written(file, len(requests), len(answers), len(numbers))

    def take_in(self, file: Path) -> TakenIn:
        """Take a letter in and write the reply beside it.

        Raises:
            BundleError: it is refused; nothing was changed.
            OSError: it cannot be read.
        """
        sealed = read_bounded(file)
        with self._database.read() as connection:
            keys = {party.id: party.public_key for party in parties(connection)}
        bundle = unseal(sealed, keys, self.own_id)
        now = self._now()
        with self._database.write() as connection:
            known = lock_party(connection, bundle.sender)
            if bundle.number <= known.taken:
                raise BundleError(f"it was taken in before, or a later one was (number {bundle.number})")
            if bundle.number > known.taken + MOST_AHEAD or bundle.taken > known.written:
                raise BundleError(
                    f"its numbers cannot be: it is {bundle.number} after {known.taken}, and confirms {bundle.taken}"
                )
            try:
                numbers = sum(take_numbers(connection, known, lent, now) for lent in bundle.numbers)
                requests = sum(take_in(connection, self._desk, known, one, now) for one in self._in_order(bundle))
                news = [one for one in bundle.answers if take_in_answer(connection, known, one, now)]
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise BundleError("it holds something that this version does not know; update this side first") from error
            note_taken(connection, known.id, bundle.number, min(max(bundle.taken, known.confirmed), known.written))
            note(connection, now, None, AuditAction.FILE_TAKEN_IN, f"{file.name} {known.name}"[:200], "")
        refused = sum(one.state == REFUSED for one in news)
        return TakenIn(known, requests, len(news), self.write(known.id, file.parent), numbers, refused)

    @staticmethod
    def _in_order(bundle: Bundle) -> list[BundledRequest]:
        """Return requests with bills before pickups, whatever order they were written in."""
        order = {kind: place for place, kind in enumerate(KINDS)}
        return sorted(bundle.requests, key=lambda one: order.get(one.kind, -1))
