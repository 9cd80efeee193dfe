# SPDX-License-Identifier: MIT
"""What two backends that share no network write to each other on a stick: requests one way, answers the other."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from onlinesvc_desktop.contract.decisions import RequestState

VERSION = 1
MOST_LETTERS = 1_000_000_000
"""Far more than are ever written, and a number that every database can hold."""


class Partner(msgspec.Struct, frozen=True):
    """One side: what it calls itself, and the Ed25519 key (base64) by which its bundles are known."""

    name: str
    public_key: str


class BundledRequest(msgspec.Struct, frozen=True):
    """A request under a key of its own; ``body`` is the message of ``kind`` as it came to the asking side."""

    key: str
    kind: str
    submitted_at: datetime
    body: msgspec.Raw


class BundledAnswer(msgspec.Struct, frozen=True):
    """What became of a request: the answering side's reference, the state, and the reason of a refusal."""

    key: str
    reference: str
    state: RequestState
    reason: str = ""


class Bundle(msgspec.Struct, frozen=True):
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
