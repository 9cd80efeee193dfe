# SPDX-License-Identifier: MIT
"""Messages about files that come in."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.administration import ListQuery
from onlinesvc_desktop.contract.codes import ErrorCode, IntakeKind, IntakeState, QuarantineReason
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.session import Instant


class IntakeQuery(ListQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the files."""

    state: IntakeState | UnsetType = UNSET


class IntakeUpload(msgspec.Struct, frozen=True):
    """A file to take in; larger ones go through the drop folder or the command line."""

    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Annotated[bytes, Meta(min_length=1, max_length=limits.MAX_UPLOAD_BYTES)]


class IntakeFileItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One file: how much of it changed something, changed nothing, or was set aside; ``answer`` is the 997."""

    id: int
    name: str
    kind: IntakeKind
    state: IntakeState
    size: int
    position: int
    changed: int
    unchanged: int
    quarantined: int
    received_at: Instant
    finished_at: Instant | UnsetType = UNSET
    reason: str = ""
    answer: str = ""


class IntakePage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of files."""

    items: tuple[IntakeFileItem, ...]
    cursor: str | UnsetType = UNSET


class QuarantineItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A transaction set or row that was set aside: where in the file, why, and its original text."""

    id: int
    position: int
    control: str
    reason: QuarantineReason
    detail: str = ""
    content: str = ""


class QuarantinePage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of what was set aside."""

    items: tuple[QuarantineItem, ...]
    cursor: str | UnsetType = UNSET


LIST_INTAKE_FILES = Operation(
    "listIntakeFiles",
    "GET",
    "/v1/admin/intake",
    "Files that came in",
    IntakePage,
    access=Access.ADMINISTRATOR,
    query=IntakeQuery,
)

LIST_QUARANTINE = Operation(
    "listQuarantine",
    "GET",
    "/v1/admin/intake/{id}/quarantine",
    "What was set aside of a file",
    QuarantinePage,
    access=Access.ADMINISTRATOR,
    query=ListQuery,
    errors=(ErrorCode.INVALID_FIELDS,),
    path_patterns={"id": limits.ROW_PATTERN},
)

TAKE_FILE_IN = Operation(
    "takeFileIn",
    "POST",
    "/v1/admin/intake",
    "Take a file in",
    IntakeFileItem,
    access=Access.ADMINISTRATOR,
    body=IntakeUpload,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.WRONG_STATE,),
)
