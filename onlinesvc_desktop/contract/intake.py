# SPDX-License-Identifier: MIT
"""Messages about files that come in."""

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, OpenEnum
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.table_mapping import MappingMessage


class IntakeKind(StrEnum):
    """Formats of files that come in."""

    X12 = "x12"
    CSV = "csv"
    WORKBOOK = "workbook"
    UNKNOWN = "unknown"


class IntakeState(StrEnum):
    """How far a file has been taken in."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    REJECTED = "rejected"


class IntakeRemark(OpenEnum, unknown="OTHER"):
    """What was mended, left out or found odd while a file was taken in."""

    LEFT_OUT = "left_out"
    SUM_DIFFERS = "sum_differs"
    TRAILER_DIFFERS = "trailer_differs"
    ISA_COUNTED = "isa_counted"
    LINES_JOINED = "lines_joined"
    LONG_TERMINATOR = "long_terminator"
    TEXT_PASSED_OVER = "text_passed_over"
    NO_INTERCHANGE = "no_interchange"
    UNKNOWN_SENDER = "unknown_sender"
    OTHER = "other"
    """One that this version does not know."""


class QuarantineReason(OpenEnum, unknown="OTHER"):
    """Why a transaction set or a row was set aside; the rest of its file went in."""

    NOT_READABLE = "not_readable"
    OUTSIDE = "outside"
    CUT_SHORT = "cut_short"
    WRONG_COUNT = "wrong_count"
    WRONG_CONTROL = "wrong_control"
    TOO_LONG = "too_long"
    UNKNOWN_SET = "unknown_set"
    NO_HEADING = "no_heading"
    NO_STATUS = "no_status"
    NO_PLACE = "no_place"
    BAD_AUTOPRO = "bad_autopro"
    BAD_REFERENCE = "bad_reference"
    BAD_STATUS = "bad_status"
    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    BAD_WEIGHT = "bad_weight"
    BAD_PIECES = "bad_pieces"
    BAD_AMOUNT = "bad_amount"
    UNKNOWN_SHIPMENT = "unknown_shipment"
    UNKNOWN_BILL = "unknown_bill"
    """A reply to a bill of lading that was never handed out."""
    OTHER_RECEIVER = "other_receiver"
    """A reply to a bill of lading that was handed to somebody else."""
    AMBIGUOUS_BILL = "ambiguous_bill"
    """A reply by a number that several bills of lading have."""
    OTHER = "other"
    """One that this version does not know."""


class IntakeQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the files."""

    state: IntakeState | UnsetType = UNSET


class IntakeUpload(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file to take in; larger ones go through the drop folder or the command line."""

    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Annotated[bytes, Meta(min_length=1, max_length=limits.MAX_UPLOAD_BYTES)]
    mapping: MappingMessage | UnsetType = UNSET
    """How a table is read; by the mapping kept for files of that name unless given."""


class RemarkItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was mended, left out or found odd; ``control`` is the number of the transaction set or row."""

    code: IntakeRemark
    detail: str = ""
    control: str = ""


class ReasonCount(msgspec.Struct, frozen=True):
    """How many transaction sets or rows of a file were set aside for one reason."""

    reason: QuarantineReason
    count: int


class IntakeFileItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One file: how much of it changed something, changed nothing, or was set aside; ``answer`` is the 997.

    ``remarked`` counts what was mended or left out; ``remarks`` are the first of them.
    """

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
    remarked: int = 0
    remarks: tuple[RemarkItem, ...] = ()
    reasons: tuple[ReasonCount, ...] = ()
    """Why parts of it are set aside, the commonest reason first."""
    left: int = 0
    """How many parts wait for a hand; those that were corrected, or set aside for good, wait no more."""
    is_settled: bool = False
    """Whether an administrator has dealt with the file as a whole."""


class QuarantineItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A transaction set or row that was set aside: where in the file, why, and its original text."""

    id: int
    position: int
    control: str
    reason: QuarantineReason
    detail: str = ""
    content: str = ""


LIST_INTAKE_FILES = Operation(
    "listIntakeFiles",
    "GET",
    "/v1/admin/intake",
    "Files that came in",
    Page[IntakeFileItem],
    access=Access.ADMINISTRATOR,
    query=IntakeQuery,
)

LIST_QUARANTINE = Operation(
    "listQuarantine",
    "GET",
    "/v1/admin/intake/{id}/quarantine",
    "What was set aside of a file",
    Page[QuarantineItem],
    access=Access.ADMINISTRATOR,
    query=PageQuery,
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
