# SPDX-License-Identifier: MIT
"""What two backends that share no network write to each other on a stick: requests one way, answers the other."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from onlinesvc_desktop.contract.autopro import CheckDigit
from onlinesvc_desktop.contract.bill_of_lading import AutoproNumber
from onlinesvc_desktop.contract.number_blocks import LoanToken

VERSION = 1
KEY_LETTERS = 26
MOST_LETTERS = 1_000_000_000
"""Far more than are ever written, and a number that every database can hold."""


_Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]{1,40}\Z")]


class Partner(msgspec.Struct, frozen=True):
    """One side: what it calls itself, and the Ed25519 key (base64) by which its bundles are known."""

    name: str
    public_key: str


class BundledRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A request under a key of its own; ``body`` is the message of ``kind`` as it came to the asking side.

    A bill of lading or a pickup travels again under the same key and a higher ``revision`` when its author changed it.
    """

    key: _Key
    kind: str
    submitted_at: datetime
    body: msgspec.Raw
    revision: Annotated[int, Meta(ge=1, le=MOST_LETTERS)] = 1


class BundledAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a request: the answering side's reference, the state, and the reason of a refusal.

    ``state`` is one of the kind; of a pickup there is also its day. It is said of the ``revision`` named.
    """

    key: _Key
    reference: Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{0,20}\Z")]
    state: str
    reason: Annotated[str, Meta(pattern=r"^[^\x00]{0,20000}\Z")] = ""
    revision: Annotated[int, Meta(ge=1, le=MOST_LETTERS)] = 1
    day: date | None = None


class BundledNumbers(msgspec.Struct, frozen=True):
    """Autopro numbers that the carrier lends to the other side, in one run, with the proof that it did."""

    first: AutoproNumber
    last: AutoproNumber
    check_digit: CheckDigit
    token: LoanToken


class Bundle(msgspec.Struct, frozen=True, omit_defaults=True):
    """A numbered letter. It holds everything that ``recipient`` has not confirmed yet, so a lost one costs nothing.

    ``taken`` is the number of the last letter taken in from ``recipient``.
    """

    version: int
    sender: str
    recipient: str
    number: Annotated[int, Meta(ge=1, le=MOST_LETTERS)]
    taken: Annotated[int, Meta(ge=0, le=MOST_LETTERS)]
    written_at: datetime
    requests: tuple[BundledRequest, ...] = ()
    answers: tuple[BundledAnswer, ...] = ()
    numbers: tuple[BundledNumbers, ...] = ()
