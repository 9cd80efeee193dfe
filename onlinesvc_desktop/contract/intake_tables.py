# SPDX-License-Identifier: MIT
"""Messages about tables of other programs: what one holds, and the mapping that reads it."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.table_mapping import MAPPING_NAME_PATTERN, MappingMessage


class TableUpload(msgspec.Struct, frozen=True, omit_defaults=True):
    """A table to be looked at; nothing of it is taken in. Without a mapping the likely one is used."""

    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Annotated[bytes, Meta(min_length=1, max_length=limits.MAX_UPLOAD_BYTES)]
    mapping: MappingMessage | UnsetType = UNSET


class StatusWordItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A word of the status column, how often it stands there, and the code it is read as or likely means."""

    word: str
    count: int
    code: str = ""
    mapped: bool = False


class TableRowItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a row would become, or why it would be set aside; members that it does not say are absent."""

    line: int
    cells: tuple[str, ...]
    autopro_number: str = ""
    status: str = ""
    occurred_at: Instant | UnsetType = UNSET
    city: str = ""
    province: str = ""
    country: str = ""
    weight_kg: str = ""
    pieces: int | UnsetType = UNSET
    reason: QuarantineReason | UnsetType = UNSET
    detail: str = ""


class TablePreviewMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a table holds as a mapping reads it; ``missing`` are the headings of ours that nothing says yet."""

    headings: tuple[str, ...]
    ours: tuple[str, ...]
    mapping: MappingMessage
    missing: tuple[str, ...]
    words: tuple[StatusWordItem, ...]
    rows: tuple[TableRowItem, ...]
    counted_rows: int
    fault: str = ""
    """Why the file holds no table: ``not_readable``, ``too_large``, ``old_workbook``, ``empty``; else absent."""


class KeptMapping(msgspec.Struct, frozen=True):
    """A mapping that is kept for the files whose names fit it."""

    name: str
    mapping: MappingMessage


class KeptMappings(msgspec.Struct, frozen=True):
    """All of them, in the order in which they are tried."""

    items: tuple[KeptMapping, ...]


PREVIEW_TABLE = Operation(
    "previewTable",
    "POST",
    "/v1/admin/intake/tables",
    "What a table holds, before anything of it is taken in",
    TablePreviewMessage,
    access=Access.ADMINISTRATOR,
    body=TableUpload,
)

LIST_TABLE_MAPPINGS = Operation(
    "listTableMappings",
    "GET",
    "/v1/admin/intake/mappings",
    "The mappings that are kept",
    KeptMappings,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.WRONG_STATE,),
)

KEEP_TABLE_MAPPING = Operation(
    "keepTableMapping",
    "PUT",
    "/v1/admin/intake/mappings/{name}",
    "Keep a mapping for the files of one sender",
    KeptMapping,
    access=Access.ADMINISTRATOR,
    body=MappingMessage,
    errors=(ErrorCode.WRONG_STATE,),
    path_patterns={"name": MAPPING_NAME_PATTERN},
)

REMOVE_TABLE_MAPPING = Operation(
    "removeTableMapping",
    "DELETE",
    "/v1/admin/intake/mappings/{name}",
    "Keep a mapping no longer",
    NOTHING,
    access=Access.ADMINISTRATOR,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS),
    path_patterns={"name": MAPPING_NAME_PATTERN},
)
