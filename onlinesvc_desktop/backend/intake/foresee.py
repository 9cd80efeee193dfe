# SPDX-License-Identifier: MIT
"""What would become of the parts of a file, told by reading alone."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace
from sqlalchemy import Connection

from onlinesvc_desktop.backend.intake.records import Part, QuarantineError
from onlinesvc_desktop.backend.store.bill_replies import bill_of_reply
from onlinesvc_desktop.backend.store.intake_files import known_numbers
from onlinesvc_desktop.contract.intake import QuarantineReason

_AT_ONCE = 400


def foreseen(connection: Connection, parts: Iterator[Part]) -> Iterator[Part]:
    """Yield parts as the intake would leave them: set aside too when they are about what nobody told of.

    Raises:
        NotX12Error: the file as a whole cannot be read.
    """
    begun = set[str]()
    while batch := list(islice(parts, _AT_ONCE)):
        told = {record.autopro_number for part in batch for record in part.records}
        known = begun | known_numbers(connection, told - begun)
        for part in batch:
            yield _of_known_bills(connection, _of_known_shipments(part, known, begun))


def _of_known_shipments(part: Part, known: set[str], begun: set[str]) -> Part:
    """Return a part as it is left, and note which shipments it begins in both sets."""
    is_unknown = False
    for record in part.records:
        if record.autopro_number in known:
            continue
        if record.begins_shipment:
            known.add(record.autopro_number)
            begun.add(record.autopro_number)
        else:
            is_unknown = True
    return replace(part, records=(), fault=QuarantineError(QuarantineReason.UNKNOWN_SHIPMENT)) if is_unknown else part


def _of_known_bills(connection: Connection, part: Part) -> Part:
    """Return a part as it is left when what it replies to was handed to whoever replies."""
    try:
        for reply in part.replies:
            bill_of_reply(connection, reply, part.sender)
    except QuarantineError as fault:
        return replace(part, replies=(), fault=fault)
    return part
