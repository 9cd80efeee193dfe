# SPDX-License-Identifier: MIT
"""What the carrier that takes a bill's goods over replied to it: received, checked, accepted or refused."""

import msgspec

from onlinesvc_desktop.contract.codes import OpenEnum
from onlinesvc_desktop.contract.fields import Instant


class ReplyKind(OpenEnum, unknown="OTHER"):
    """Which reply: X12 997 (it could be read), 824 (its content was checked), 990 (the goods will be carried)."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ADVICE = "advice"
    RESPONSE = "response"
    OTHER = "other"
    """One that this version does not know."""


class ReplyOutcome(OpenEnum, unknown="OTHER"):
    """What came of a bill at the carrier."""

    ACCEPTED = "accepted"
    WITH_ERRORS = "with_errors"
    REJECTED = "rejected"
    OTHER = "other"
    """One that this version does not know."""


class ReplyReason(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why: a code as ``718-5``, number of the X12 element before the dash, and what the carrier wrote beside it."""

    code: str = ""
    text: str = ""


class CarrierReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reply, with when it came in."""

    kind: ReplyKind
    outcome: ReplyOutcome
    received_at: Instant
    reasons: tuple[ReplyReason, ...] = ()


class SaidOfBill(msgspec.Struct, frozen=True, omit_defaults=True):
    """A reply in a file: the number by which it names the bill."""

    number: str
    kind: ReplyKind
    outcome: ReplyOutcome
    reasons: tuple[ReplyReason, ...] = ()
