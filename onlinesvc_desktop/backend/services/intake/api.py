# SPDX-License-Identifier: MIT
"""The administrator's files: what came in, what was set aside and why, and one more to take in."""

import tempfile
from pathlib import Path

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.intake.drop_folder import mapping_of
from onlinesvc_desktop.backend.intake.partners import partners_of
from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping
from onlinesvc_desktop.backend.services.intake.mappings import mapping_of_message
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.intake_files import count_faulty_files, find_item, list_files, list_quarantine
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.intake import (
    LIST_INTAKE_FILES,
    LIST_QUARANTINE,
    TAKE_FILE_IN,
    IntakeFileItem,
    IntakeQuery,
    IntakeUpload,
    QuarantineItem,
)
from onlinesvc_desktop.contract.paging import Page, PageQuery


def show(call: Call, query: IntakeQuery) -> Page[IntakeFileItem]:
    """Return a page of files."""
    state = None if query.state is UNSET else query.state
    with call.context.database.read() as connection:
        items = list_files(connection, state, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def count_faulty(_context: Context, connection: Connection) -> int:
    """Return how many files were not imported whole."""
    return count_faulty_files(connection)


def show_quarantine(call: Call, query: PageQuery) -> Page[QuarantineItem]:
    """Return a page of what was set aside of a file."""
    with call.context.database.read() as connection:
        items = list_quarantine(connection, int(call.path["id"]), search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def take(call: Call, request: IntakeUpload) -> IntakeFileItem:
    """Take a file in; one that was taken in before changes nothing."""
    context = call.context
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(request.content)
        name = Path(request.name).name
        mapping = _mapping(call, name) if request.mapping is UNSET else mapping_of_message(request.mapping)
        report = Intake(context.database, context.clock, partners=partners_of(context.config)).take(path, name, mapping)
    with context.database.write() as connection:
        note(connection, call.now, call.own_session.account.id, AuditAction.FILE_TAKEN_IN, request.name, call.address)
        return find_item(connection, report.file.id)


def _mapping(call: Call, name: str) -> TableMapping:
    """Return the mapping of the drop folder for a file of that name, so that both ways in understand a file alike.

    Raises:
        ApiError: the mapping is there and cannot be used.
    """
    folder = call.context.config.drop_folder
    try:
        return mapping_of(Path(folder), name) if folder else TableMapping()
    except MappingError as error:
        raise ApiError(ErrorCode.WRONG_STATE) from error


ROUTES = (
    Route(LIST_INTAKE_FILES, show),
    Route(LIST_QUARANTINE, show_quarantine),
    Route(TAKE_FILE_IN, take),
)
