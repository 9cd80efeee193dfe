# SPDX-License-Identifier: MIT
"""What a service's papers need to travel in bundles to a carrier without a link, and back with what became of them.

A paper travels whole. Each time its author changes or cancels it, its revision grows and it travels again; the answer
names the revision it is about, so a letter that was lost never hides a change.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.numbers import Numbers
from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.contract.codes import Language

REFUSED = "refused"
"""What became of a paper that the other side did not take."""


class RefusedPaperError(Exception):
    """A paper is right in itself, but cannot be taken; the text is a code and goes back in the answer."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What this side is: its numbers, and the name that its papers carry."""

    numbers: Numbers
    carrier_name: str


@dataclass(frozen=True, slots=True)
class Sender:
    """For whom papers of another side are taken in."""

    customer_id: int
    customer_number: str
    access_code_id: int
    language: Language

    @classmethod
    def of(cls, account: Account) -> "Sender | None":
        """Return the sender that an access code makes; None for one that belongs to no customer."""
        if account.customer_id is None or account.customer_number is None:
            return None
        return cls(account.customer_id, account.customer_number, account.id, account.language)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of this side: its row, its revision, when it was written, and the message that travels."""

    row_id: int
    revision: int
    written_at: datetime
    body: bytes


@dataclass(frozen=True, slots=True)
class Sought:
    """Which papers travel: rows that travelled before, and new ones since a moment or under borrowed numbers."""

    since: datetime
    numbers: tuple[tuple[str, str, str], ...]
    """First and last number of each block that the other side lent, and its token."""
    travelled: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a paper stands: its number here, its state, why, and for which day."""

    reference: str
    state: str
    reason: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Travelling:
    """How papers of one kind travel; ``kind`` is their name in bundles and is never renamed."""

    kind: str
    states: frozenset[str]
    """What an answer may say of them, beside that they are refused."""
    papers: Callable[[Connection, Sought], Iterator[Paper]]
    take: Callable[[Connection, Desk, Sender, bytes, datetime], int]
    """Take in a new paper and return its row.

    Raises ``msgspec.DecodeError`` for what is no such paper, ``RefusedPaperError`` for one that cannot be taken.
    """
    change: Callable[[Connection, Sender, int, bytes, datetime], None]
    """Bring a paper that was taken in to a later revision; raises the same."""
    standing: Callable[[Connection, int], Standing]
    told: Callable[[Connection, int, int, Standing, datetime], bool]
    """Keep what became of a revision of a paper of ours, and tell whether that changed it."""
