# SPDX-License-Identifier: MIT
"""Replies to our 211s: the 997, the 824 and the 990 (X12 004010, elements 558, 715 to 723, 110 and 647)."""

from collections.abc import Iterable, Iterator
from typing import Final

from onlinesvc_desktop.backend.intake.records import QuarantineError, ReplyRecord, Where
from onlinesvc_desktop.backend.intake.values import plain_text
from onlinesvc_desktop.backend.intake.x12.segments import Segment
from onlinesvc_desktop.backend.intake.x12.sets import TransactionSet
from onlinesvc_desktop.contract.bill_reply import ReplyKind, ReplyOutcome, ReplyReason
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH

_BILL_GROUP, _BILL_SET = "BL", "211"
_MOST_REASONS, _LONGEST_CODE = 20, 3
_SYNTAX: Final = {
    "A": ReplyOutcome.ACCEPTED,
    "E": ReplyOutcome.WITH_ERRORS,
    "P": ReplyOutcome.WITH_ERRORS,
    **dict.fromkeys("RMWX", ReplyOutcome.REJECTED),
}
"""Elements 717 and 715: accepted, with errors, in part, refused (M, W and X where the sender could not be made sure of)."""
_APPLICATION: Final = {
    "A": ReplyOutcome.ACCEPTED,
    **dict.fromkeys("CEP", ReplyOutcome.WITH_ERRORS),
    "R": ReplyOutcome.REJECTED,
}
"""Second letter of element 110; the first says whether it is about the group, the set, a batch or an item."""
_APPLICATION_LEVELS = frozenset("BGIT")
_RESERVATION: Final = {
    "A": ReplyOutcome.ACCEPTED,
    **dict.fromkeys("BC", ReplyOutcome.WITH_ERRORS),
    **dict.fromkeys("DR", ReplyOutcome.REJECTED),
}
"""Element 558: accepted; on conditions, or with a proposal of the carrier's; not."""


def read_acknowledgement(found: TransactionSet) -> Iterator[ReplyRecord]:
    """Read a 997 or a 999: it answers a group by its control number. One about other groups than bills says nothing."""
    group = _first(found, "AK1")
    if group is None or group.element(1) != _BILL_GROUP:
        return
    verdict = _first(found, "AK5", "IK5")
    if verdict is None:
        verdict = _first(found, "AK9")
    if verdict is None:
        raise QuarantineError(QuarantineReason.NO_STATUS, "AK9")
    outcome = _outcome(verdict, _SYNTAX)
    numbers = (2, 3, 4, 5, 6) if verdict.tag != "AK9" else (5, 6, 7, 8, 9)
    element = "716" if verdict.tag == "AK9" else "718"
    reasons = [_reason(element, verdict.element(number)) for number in numbers if verdict.element(number)]
    yield _record(group, 2, ReplyKind.ACKNOWLEDGEMENT, outcome, [*reasons, *_places(found)], ())


def _places(found: TransactionSet) -> Iterator[ReplyReason]:
    """Yield the segments and elements a 997 names."""
    named = ""
    for segment in found.segments:
        match segment.tag:
            case "AK3" | "IK3":
                named = segment.element(1)
                if segment.element(4):
                    yield _reason("720", segment.element(4), f"{named} {segment.element(2)}")
            case "AK4" | "IK4":
                yield _reason("723", segment.element(3), f"{named}-{segment.element(1):0>2} {segment.element(4)}")
            case _:
                pass


def read_advice(found: TransactionSet) -> Iterator[ReplyRecord]:
    """Read an 824: an OTI for each bill, by its number or the control number of its group, with what is wrong below."""
    about: Segment | None = None
    reasons: list[ReplyReason] = []
    is_said = False
    for segment in found.segments:
        match segment.tag:
            case "OTI" | "SE":
                if about is not None:
                    yield _advised(about, reasons)
                is_said = is_said or segment.tag == "OTI"
                about, reasons = segment if _is_about_a_bill(segment) else None, []
            case "TED":
                reasons.append(_reason("647", segment.element(1), segment.element(2)))
            case "NTE":
                reasons.append(_reason("", "", segment.element(2)))
            case _:
                pass
    if not is_said:
        raise QuarantineError(QuarantineReason.NO_HEADING, "OTI")


def _is_about_a_bill(segment: Segment) -> bool:
    return segment.tag == "OTI" and segment.element(10) in ("", _BILL_SET)


def _advised(about: Segment, reasons: Iterable[ReplyReason]) -> ReplyRecord:
    told = about.element(1)
    if told[:1] not in _APPLICATION_LEVELS or len(told) != 2:
        raise _malformed(about, 1, QuarantineReason.BAD_STATUS)
    outcome = _APPLICATION.get(told[1])
    if outcome is None:
        raise _malformed(about, 1, QuarantineReason.BAD_STATUS)
    number = 3 if about.element(3) else 8
    return _record(about, number, ReplyKind.ADVICE, outcome, reasons, (about.element(8),))


def read_response(found: TransactionSet) -> Iterator[ReplyRecord]:
    """Read a 990: the number of the bill in B1-02, other numbers in N9, the answer in B1-04, remarks in K1."""
    heading = _first(found, "B1")
    if heading is None:
        raise QuarantineError(QuarantineReason.NO_HEADING, "B1")
    outcome = _outcome(heading, _RESERVATION, 4)
    reasons = [
        _reason("1652", one.element(1), one.element(2)) for one in found.segments if one.tag == "V9" and one.element(1)
    ]
    remarks = (" ".join((one.element(1), one.element(2))) for one in found.segments if one.tag == "K1")
    reasons += [_reason("", "", text) for text in remarks]
    others = tuple(one.element(2) for one in found.segments if one.tag == "N9")
    yield _record(heading, 2, ReplyKind.RESPONSE, outcome, reasons, others)


def _first(found: TransactionSet, *tags: str) -> Segment | None:
    return next((one for one in found.segments if one.tag in tags), None)


def _outcome(segment: Segment, outcomes: dict[str, ReplyOutcome], number: int = 1) -> ReplyOutcome:
    outcome = outcomes.get(segment.element(number))
    if outcome is None:
        raise _malformed(segment, number, QuarantineReason.BAD_STATUS)
    return outcome


def _record(
    segment: Segment,
    number: int,
    kind: ReplyKind,
    outcome: ReplyOutcome,
    reasons: Iterable[ReplyReason],
    others: tuple[str, ...],
) -> ReplyRecord:
    told = segment.element(number).upper()
    if not told or len(told) > MAX_REFERENCE_LENGTH or plain_text(told) != told:
        raise _malformed(segment, number, QuarantineReason.BAD_REFERENCE)
    said = tuple(dict.fromkeys(one for one in reasons if one.code or one.text))[:_MOST_REASONS]
    return ReplyRecord(told, frozenset(one.upper() for one in others if one), kind, outcome, said)


def _reason(element: str, code: str, text: str = "") -> ReplyReason:
    is_code = bool(element and code) and len(code) <= _LONGEST_CODE and code.isascii() and code.isalnum()
    return ReplyReason(f"{element}-{code}" if is_code else "", plain_text(text if is_code else f"{code} {text}"))


def _malformed(segment: Segment, number: int, reason: QuarantineReason) -> QuarantineError:
    value = segment.element(number)
    return QuarantineError(reason, value).at(Where(segment.tag, segment.start, number, value))
