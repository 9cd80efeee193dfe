# SPDX-License-Identifier: MIT
"""What was set aside, taken up by an administrator: previewed, corrected and taken in, or set aside for good."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.intake.partners import Partners, known_partners, partners_of
from onlinesvc_desktop.backend.intake.records import QuarantineError
from onlinesvc_desktop.backend.intake.set_aside import (
    Line,
    ReadAgain,
    changes_between,
    lines_of,
    read_again,
    separator_of,
    with_the_same_changes,
)
from onlinesvc_desktop.backend.services.intake.said import reply_message, shipment_message
from onlinesvc_desktop.backend.store import set_aside as store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.bill_replies import take_replies
from onlinesvc_desktop.backend.store.intake import IntakeStore, as_only_writer
from onlinesvc_desktop.backend.store.intake_files import find_item
from onlinesvc_desktop.backend.store.set_aside import SetAside, Settlement
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.intake import IntakeFileItem
from onlinesvc_desktop.contract.set_aside import (
    DISMISS_FILE,
    DISMISS_SET_ASIDE,
    IMPORT_SET_ASIDE,
    PREVIEW_SET_ASIDE,
    Corrected,
    Correction,
    SetAsideLine,
    SetAsidePreview,
)


def preview(call: Call, correction: Correction) -> SetAsidePreview:
    """Return the lines of a part and what it would become.

    Raises:
        ApiError: not found.
    """
    partners = _partners(call)
    with call.context.database.read() as connection:
        part = store.find_set_aside(connection, int(call.path["id"]))
        if part is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        others = len(store.alike(connection, part))
    read = read_again(part, correction.values, partners, call.now)
    lines = tuple(SetAsideLine(line.name, line.value, at == read.wrong) for at, line in enumerate(read.lines))
    shipments = tuple(shipment_message(record) for record in read.records)
    fault = read.fault
    if fault is None:
        return SetAsidePreview(lines, shipments, alike=others, replies=tuple(map(reply_message, read.replies)))
    return SetAsidePreview(lines, shipments, fault.reason, fault.detail, others)


def take_in(call: Call, correction: Correction) -> Corrected:
    """Take a part in, and with ``alike`` all that was set aside of its sender for its reason, changed alike.

    Raises:
        ApiError: not found, or settled already.
    """
    partners, now = _partners(call), call.now
    with call.context.database.write() as connection:
        as_only_writer(connection)
        part, others = _meant(call, connection, correction)
        read = read_again(part, correction.values, partners, now)
        changes = changes_between(lines_of(part), read.lines)
        all_read = [(part, read), *_alike_read(others, changes, partners, now)]
        intake, taken = IntakeStore(), list[SetAside]()
        for one, found in all_read:
            if found.fault is not None:
                continue
            outcomes = intake.take(connection, found.records, now)
            if None in outcomes:
                continue
            try:
                outcomes += take_replies(connection, found.replies, one.sender, now)
            except QuarantineError:
                continue
            store.note_taken(connection, one.file_id, outcomes.count(True), outcomes.count(False))
            taken.append(one)
        store.settle(connection, taken, Settlement.IMPORTED, now)
        _note(call, connection, part, len(taken))
    return Corrected(len(taken), len(all_read) - len(taken))


def dismiss(call: Call, correction: Correction) -> Corrected:
    """Set a part aside for good, and with ``alike`` all like it.

    Raises:
        ApiError: not found, or settled already.
    """
    with call.context.database.write() as connection:
        part, others = _meant(call, connection, correction)
        store.settle(connection, [part, *others], Settlement.DISMISSED, call.now)
        _note(call, connection, part, 0)
    return Corrected(0, 0)


def dismiss_file(call: Call, _: None) -> IntakeFileItem:
    """Let a file count no longer among those that were not imported whole.

    Raises:
        ApiError: not found.
    """
    file_id = int(call.path["id"])
    with call.context.database.write() as connection:
        if not store.dismiss_file(connection, file_id, call.now):
            raise ApiError(ErrorCode.NOT_FOUND)
        item = find_item(connection, file_id)
        account = call.own_session.account
        note(connection, call.now, account.id, AuditAction.SET_ASIDE_SETTLED, item.name, call.address)
    return item


def _alike_read(
    others: Sequence[SetAside], changes: Sequence[tuple[Line, Line]], partners: Partners, now: datetime
) -> list[tuple[SetAside, ReadAgain]]:
    found = []
    for other in others:
        values = with_the_same_changes(lines_of(other), changes, separator_of(other))
        found.append((other, read_again(other, values, partners, now)))
    return found


def _meant(call: Call, connection: Connection, correction: Correction) -> tuple[SetAside, list[SetAside]]:
    part = store.find_set_aside(connection, int(call.path["id"]))
    if part is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    if part.is_settled:
        raise ApiError(ErrorCode.WRONG_STATE)
    return part, store.alike(connection, part) if correction.alike else []


def _partners(call: Call) -> Partners:
    return known_partners(call.context.database, partners_of(call.context.config))


def _note(call: Call, connection: Connection, part: SetAside, taken: int) -> None:
    subject = f"{part.file_name} {part.control} {taken}".strip()
    note(connection, call.now, call.own_session.account.id, AuditAction.SET_ASIDE_SETTLED, subject, call.address)


ROUTES = (
    Route(PREVIEW_SET_ASIDE, preview),
    Route(IMPORT_SET_ASIDE, take_in),
    Route(DISMISS_SET_ASIDE, dismiss),
    Route(DISMISS_FILE, dismiss_file),
)
