# SPDX-License-Identifier: MIT
"""The parts of an X12 file: what each transaction set says, what was mended to read it, and what goes back for it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import BinaryIO

from onlinesvc_desktop.backend.intake.attempt import attempt
from onlinesvc_desktop.backend.intake.partners import Partners
from onlinesvc_desktop.backend.intake.profile import STRANGER
from onlinesvc_desktop.backend.intake.records import Part, Remark
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.invoice import misbooked
from onlinesvc_desktop.backend.intake.x12.read import NOT_ANSWERED, understand
from onlinesvc_desktop.backend.intake.x12.segments import read_segments
from onlinesvc_desktop.backend.intake.x12.sets import Envelope, Trailer, read_sets
from onlinesvc_desktop.contract.intake import IntakeRemark


def read_parts(stream: BinaryIO, partners: Partners, now: datetime, acknowledgements: Acknowledgements) -> Iterator[Part]:
    """Yield a part for each transaction set; what was mended ahead of it is remarked on it, a stranger once.

    Raises:
        NotX12Error: the file as a whole cannot be read.
    """
    mended: list[Remark] = []
    strangers: set[str] = set()
    envelope, sender, profile = Envelope(), "", partners.of("")
    for found in read_sets(read_segments(stream, lambda code, detail: mended.append(Remark(code, detail)))):
        if isinstance(found, Trailer):
            acknowledgements.note_trailer(found)
            if not (found.is_count_right and found.is_control_right):
                remark = Remark(IntakeRemark.TRAILER_DIFFERS, f"{found.tag} {found.count}")
                yield Part(found.end, found.end, found.envelope.group, b"", remarks=(*mended, remark))
                mended.clear()
            continue
        if found.envelope is not envelope:
            envelope, sender = found.envelope, found.envelope.identity
            profile = partners.of(sender)
        said, fault = attempt(partial(understand, found, now, profile))
        acknowledgements.note(found, fault, said.remarks)
        if said.remarks:
            mended.extend(_once(said.remarks, strangers))
        yield Part(
            found.start,
            found.end,
            found.control,
            found.raw,
            said.records,
            fault,
            tuple(mended),
            replies=said.replies,
            stranger=sender if profile is STRANGER and found.kind not in NOT_ANSWERED else "",
            sender=sender,
            misbooked=misbooked(found) if found.kind == "210" else None,
        )
        mended.clear()


def _once(remarks: Iterable[Remark], strangers: set[str]) -> Iterator[Remark]:
    """Yield remarks, those on a stranger once for each sender."""
    for remark in remarks:
        if remark.code is IntakeRemark.UNKNOWN_SENDER:
            if remark.detail in strangers:
                continue
            strangers.add(remark.detail)
        yield remark
