# SPDX-License-Identifier: MIT
"""Words for what a carrier replied to a bill of lading."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.bill_reply import CarrierReply, ReplyKind, ReplyOutcome, ReplyReason
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_OUTCOMES: Final = {
    ReplyOutcome.ACCEPTED: QT_TRANSLATE_NOOP("Reply", "Accepted"),
    ReplyOutcome.WITH_ERRORS: QT_TRANSLATE_NOOP("Reply", "Accepted with reservations"),
    ReplyOutcome.REJECTED: QT_TRANSLATE_NOOP("Reply", "Refused"),
    ReplyOutcome.OTHER: QT_TRANSLATE_NOOP("Reply", "Unknown reply"),
}
_RECEIVED: Final = {
    ReplyOutcome.ACCEPTED: QT_TRANSLATE_NOOP("Reply", "Received"),
    ReplyOutcome.WITH_ERRORS: QT_TRANSLATE_NOOP("Reply", "Received with errors"),
    ReplyOutcome.REJECTED: QT_TRANSLATE_NOOP("Reply", "Refused"),
    ReplyOutcome.OTHER: QT_TRANSLATE_NOOP("Reply", "Unknown reply"),
}
"""A 997 says that a bill could be read, not yet that its goods will be carried."""
_MISSING: Final = QT_TRANSLATE_NOOP("Reply", "something required is missing")
_LENGTH: Final = QT_TRANSLATE_NOOP("Reply", "a value is too short or too long")
_VALUE: Final = QT_TRANSLATE_NOOP("Reply", "a value is not valid")
_MANY: Final = QT_TRANSLATE_NOOP("Reply", "something stands there too often")
_ORDER: Final = QT_TRANSLATE_NOOP("Reply", "a segment is not expected there")
_COUNTS: Final = QT_TRANSLATE_NOOP("Reply", "the file was damaged on its way")
_KIND: Final = QT_TRANSLATE_NOOP("Reply", "the carrier does not take such files")
_ERRORS: Final = QT_TRANSLATE_NOOP("Reply", "the content has errors")
_REASONS: Final = {
    **dict.fromkeys(("716-1", "716-2", "718-1"), _KIND),
    **dict.fromkeys(("716-3", "716-4", "716-5", "718-2", "718-3", "718-4"), _COUNTS),
    **dict.fromkeys(("718-5", "720-8"), _ERRORS),
    **dict.fromkeys(("720-3", "723-1", "723-2"), _MISSING),
    **dict.fromkeys(("720-4", "720-5", "723-3"), _MANY),
    **dict.fromkeys(("720-1", "720-2", "720-6", "720-7"), _ORDER),
    **dict.fromkeys(("723-4", "723-5"), _LENGTH),
    **dict.fromkeys(("723-6", "723-7", "723-8", "723-9"), _VALUE),
}
"""Elements of X12 004010: 716 and 718 about group and set, 720 about segments, 723 about elements."""


def outcome_words(outcome: ReplyOutcome) -> str:
    """Return what came of a bill at the carrier."""
    return QCoreApplication.translate("Reply", _OUTCOMES[outcome])


def reply_words(kind: ReplyKind, outcome: ReplyOutcome, reasons: Sequence[ReplyReason], when: str = "") -> str:
    """Return a reply in one line: the outcome, when it came, and why."""
    table = _RECEIVED if kind is ReplyKind.ACKNOWLEDGEMENT else _OUTCOMES
    words = " ".join(filter(None, (QCoreApplication.translate("Reply", table[outcome]), when)))
    if not reasons:
        return words
    why = "; ".join(dict.fromkeys(_reason_words(one) for one in reasons))
    return QCoreApplication.translate("Reply", "{outcome}: {why}").format(outcome=words, why=why)


def carrier_reply_words(reply: CarrierReply) -> str:
    """Return a reply that came in, in one line."""
    return reply_words(reply.kind, reply.outcome, reply.reasons, formats.local_moment_words(reply.received_at))


def _reason_words(reason: ReplyReason) -> str:
    known = _REASONS.get(reason.code)
    if known is not None:
        words = QCoreApplication.translate("Reply", known)
    elif reason.code:
        words = QCoreApplication.translate("Reply", "code {code}").format(code=reason.code)
    else:
        return reason.text
    text = reason.text.strip()
    return f"{words} ({text})" if text else words
