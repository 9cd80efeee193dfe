# SPDX-License-Identifier: MIT
"""Files that prove what a dispute says: the bill of lading, a packing slip, a photo."""

from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF
from onlinesvc_desktop.contract.invoices import Dispute
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paper import Paper

MAX_DISPUTE_FILE_BYTES: Final = 5_000_000
"""One file."""
MOST_DISPUTE_FILES: Final = 20
"""Files of one dispute."""
_BODY_BYTES: Final = 7_000_000
"""What carries such a file: base64 of it, and some room."""


class NewDisputeFile(msgspec.Struct, frozen=True):
    """A file to be added; PDF, JPEG, PNG or TIFF."""

    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Annotated[bytes, Meta(min_length=1, max_length=MAX_DISPUTE_FILE_BYTES)]


ADD_DISPUTE_FILE = Operation(
    "addDisputeDocument",
    "POST",
    "/v1/disputes/{id}/documents",
    "Add a file to a dispute that waits for its decision",
    Dispute,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    body=NewDisputeFile,
    most_bytes=_BODY_BYTES,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE),
    path_patterns={"id": limits.ROW_PATTERN},
    creates=True,
)

GET_DISPUTE_FILE = Operation(
    "getDisputeDocument",
    "GET",
    "/v1/disputes/{id}/documents/{document}",
    "A file of a dispute, as it was added",
    Paper,
    access=Access.SIGNED_IN,
    right=Right.INVOICES,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN, "document": limits.ROW_PATTERN},
    media_types=tuple(EXTENSION_OF),
)
