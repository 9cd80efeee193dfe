# SPDX-License-Identifier: MIT
"""Write what waits for another side, and take in what it wrote: whole or not at all, once, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.seal import party_id, public_text, read_bounded, seal, unseal
from onlinesvc_desktop.backend.exchange.store import (
    KnownParty,
    lock_party,
    note_taken,
    note_written,
    parties,
    take_answer,
    take_request,
    unanswered,
    unconfirmed_answers,
)
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.bundle import VERSION, Bundle
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


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a letter changed here, and the reply to it if there was something to say."""

    party: KnownParty
    requests: int
    answers: int
    reply: Written | None


class PostOffice:
    """The letters of one side."""

    def __init__(self, database: Database, key: Ed25519PrivateKey, now: Callable[[], datetime]) -> None:
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
            requests = unanswered(connection, party, now)
            answers = unconfirmed_answers(connection, known, number)
            if not requests and not answers:
                return None
            bundle = Bundle(VERSION, self.own_id, party, number, known.taken, now, tuple(requests), tuple(answers))
            file = folder / f"onlinesvc-{self.own_id}-to-{party}-{number:06d}{SUFFIX}"
            write_whole(file, seal(bundle, self._key))
            note_written(connection, party, number)
            note(connection, now, None, AuditAction.BUNDLE_WRITTEN, file.name, "")
        return Written(file, len(requests), len(answers))

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
                requests = sum(take_request(connection, known.id, request, now) for request in bundle.requests)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise BundleError("it holds something that this version does not know; update this side first") from error
            answers = sum(take_answer(connection, known, answer, now) for answer in bundle.answers)
            note_taken(connection, known.id, bundle.number, min(max(bundle.taken, known.confirmed), known.written))
            note(connection, now, None, AuditAction.FILE_TAKEN_IN, f"{file.name} {known.name}"[:200], "")
        return TakenIn(known, requests, answers, self.write(known.id, file.parent))
