# SPDX-License-Identifier: MIT
"""Papers of shipments: found by any number, listed with what is missing and why, fetched whole or in parts."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, OpenEnum
from onlinesvc_desktop.contract.fields import Instant, ShortText
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.shipment import Event, Place
from onlinesvc_desktop.contract.tracing import TracedReference

MOST_REFERENCES: Final = 200
"""Numbers of one search."""
MAX_UPLOAD_BYTES: Final = 20_000_000
"""A document that is added through the administrator's page; the drop folder takes larger ones."""
MAX_DROPPED_BYTES: Final = 100_000_000
"""A document from the drop folder."""
_BODY_BYTES: Final = 28_000_000
"""What carries an upload: base64 of it, and some room."""
DOCUMENT_PATTERN: Final = r"^[a-z]?[0-9]{1,9}\Z"
"""A document in a path: a row, behind a letter for papers that another service keeps."""


class DocumentKind(OpenEnum, unknown="OTHER"):
    """What a document is."""

    BILL_OF_LADING = "bill_of_lading"
    PROOF_OF_DELIVERY = "proof_of_delivery"
    WEIGHT_INSPECTION = "weight_inspection"
    INVOICE = "invoice"
    PHOTO = "photo"
    CLAIM = "claim"
    OTHER = "other"
    """One that this version does not know; never asked for."""


KINDS: Final = tuple(kind for kind in DocumentKind if kind is not DocumentKind.OTHER)
"""Kinds in the order in which they are listed."""


class MissingReason(OpenEnum, unknown="OTHER"):
    """Why a document that was asked for is not there."""

    NOT_DELIVERED = "not_delivered"
    NOT_RECEIVED = "not_received"
    """It should exist, and has not come yet."""
    NOT_MADE = "not_made"
    """Not every shipment has one."""
    PAYER_ONLY = "payer_only"
    """Only whoever pays the freight sees it."""
    RIGHT_MISSING = "right_missing"
    """The access code may not see such papers."""
    OTHER = "other"
    """One that this version does not know."""


class ReferenceOutcome(OpenEnum, unknown="OTHER"):
    """What became of one number of a search."""

    FOUND = "found"
    SEVERAL = "several"
    NOT_FOUND = "not_found"
    """No shipment of the asker's has it."""
    MALFORMED = "malformed"
    OTHER = "other"
    """One that this version does not know."""


class Document(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A document of a shipment, without its content."""

    id: str
    kind: DocumentKind
    autopro_number: str
    name: str
    media_type: str
    added_at: Instant
    captured_at: Instant | UnsetType = UNSET
    """When it was signed, weighed or photographed."""
    size: int | UnsetType = UNSET
    """In bytes; unknown of a paper that is made when it is asked for."""
    page_count: int | UnsetType = UNSET


class MissingDocument(msgspec.Struct, frozen=True):
    """A kind that was asked for and is not there."""

    kind: DocumentKind
    reason: MissingReason


class Delivery(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who took the goods and when, by the clock of the place, and what was noted against them on the way."""

    at: Instant
    received_by: str = ""
    exceptions: tuple[Event, ...] = ()
    """The oldest first."""


class ShipmentDocuments(msgspec.Struct, frozen=True, omit_defaults=True):
    """The documents of one shipment."""

    autopro_number: str
    origin: Place
    destination: Place
    items: tuple[Document, ...]
    missing: tuple[MissingDocument, ...] = ()
    delivery: Delivery | UnsetType = UNSET
    """Absent while the goods are not delivered."""


class ReferenceDocuments(msgspec.Struct, frozen=True):
    """What one number of a search stands for."""

    reference: str
    outcome: ReferenceOutcome
    shipments: tuple[ShipmentDocuments, ...] = ()


class FoundDocuments(msgspec.Struct, frozen=True):
    """Answers in the order asked."""

    items: tuple[ReferenceDocuments, ...]


class DocumentsQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of which shipment."""

    autopro: Annotated[str, Meta(max_length=limits.MAX_REFERENCE_LENGTH)]


class DocumentSearch(msgspec.Struct, frozen=True):
    """Numbers of any kind, and which documents; without kinds every one, and what a delivered shipment should have."""

    references: Annotated[tuple[TracedReference, ...], Meta(min_length=1, max_length=MOST_REFERENCES)]
    kinds: Annotated[tuple[DocumentKind, ...], Meta(max_length=20)] = ()


class NewDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document to be added; PDF, JPEG, PNG or TIFF."""

    autopro_number: ShortText
    kind: DocumentKind
    name: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    content: Annotated[bytes, Meta(min_length=1, max_length=MAX_UPLOAD_BYTES)]
    captured_at: Instant | UnsetType = UNSET


class AddedDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document as an administrator lists it."""

    id: int
    document: Document
    added_by: str = ""
    """Empty for the drop folder."""


class DocumentWithdrawal(msgspec.Struct, frozen=True):
    """Why a document is taken back; stands in the audit log."""

    reason: Annotated[str, Meta(min_length=1, max_length=limits.MAX_LONG_TEXT)]


class DropRefusal(OpenEnum, unknown="OTHER"):
    """Why a file of the drop folder was put aside; what a file itself has wrong is called as in ``FieldCode``."""

    NAME = "name"
    UNKNOWN_SHIPMENT = "unknown_shipment"
    NOT_READABLE = "not_readable"
    FILE_KIND = "file_kind"
    FILE_TOO_LARGE = "file_too_large"
    FILE_DAMAGED = "file_damaged"
    FILE_LOCKED = "file_locked"
    FILE_SCRIPTS = "file_scripts"
    FILE_ATTACHMENTS = "file_attachments"
    FILE_UNPACKS = "file_unpacks"
    OTHER = "other"
    """One that this version does not know."""


class RefusedDrop(msgspec.Struct, frozen=True):
    """A file of the drop folder that was put aside."""

    name: str
    at: Instant
    reason: DropRefusal


class DocumentFolder(msgspec.Struct, frozen=True, omit_defaults=True):
    """The drop folder of documents as it stands; without a folder none is watched."""

    folder: str = ""
    waiting: int = 0
    """Files that lie there and are not taken yet."""
    refused: tuple[RefusedDrop, ...] = ()
    """The newest first, at most fifty."""


class AddedQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which documents: words, a kind."""

    kind: DocumentKind | UnsetType = UNSET


def file_name_of(document: Document) -> str:
    """Return what a document is called when it is saved: number, kind, row, and the ending of what it really is."""
    return f"{document.autopro_number}_{document.kind}_{document.id}.{EXTENSION_OF.get(document.media_type, 'bin')}"


KIND_OF_ABBREVIATION: Final[Mapping[str, DocumentKind]] = MappingProxyType(
    {
        "BOL": DocumentKind.BILL_OF_LADING,
        "POD": DocumentKind.PROOF_OF_DELIVERY,
        "WI": DocumentKind.WEIGHT_INSPECTION,
        "INV": DocumentKind.INVOICE,
        "PHOTO": DocumentKind.PHOTO,
        "CLAIM": DocumentKind.CLAIM,
    }
)
"""How kinds are written in names of files and in the carrier XML."""
_NAME: Final = re.compile(
    r"^(?P<number>[A-Za-z0-9][A-Za-z0-9-]{2,16}[A-Za-z0-9])_(?P<kind>[A-Za-z_]+?)(?:_[0-9]{1,4})?\.[A-Za-z]{2,5}\Z"
)


def kind_of_name(name: str) -> tuple[str, DocumentKind] | None:
    """Return number and kind of ``123456789_POD.tif`` or ``123456789_proof_of_delivery_2.pdf``; None for another name."""
    found = _NAME.match(name)
    if found is None:
        return None
    written = found["kind"]
    kind = KIND_OF_ABBREVIATION.get(written.upper()) or DocumentKind(written.lower())
    return None if kind is DocumentKind.OTHER else (found["number"].upper(), kind)


DOCUMENT_IN_PATH: Final = {"id": DOCUMENT_PATTERN}
ROW_IN_PATH: Final = {"id": limits.ROW_PATTERN}

LIST_DOCUMENTS = Operation(
    "listDocuments",
    "GET",
    "/v1/documents",
    "The documents of one shipment, and who signed for it",
    ShipmentDocuments,
    access=Access.SIGNED_IN,
    query=DocumentsQuery,
    errors=(ErrorCode.SHIPMENT_NOT_FOUND,),
)

SEARCH_DOCUMENTS = Operation(
    "searchDocuments",
    "POST",
    "/v1/documents/search",
    "Documents by up to 200 numbers of any kind, with what is missing and why",
    FoundDocuments,
    access=Access.SIGNED_IN,
    body=DocumentSearch,
)

GET_DOCUMENT = Operation(
    "getDocument",
    "GET",
    "/v1/documents/{id}",
    "A document as it was received, whole or in part",
    Paper,
    access=Access.SIGNED_IN,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS, ErrorCode.RANGE_NOT_SATISFIABLE),
    path_patterns=DOCUMENT_IN_PATH,
    media_types=tuple(EXTENSION_OF),
    has_ranges=True,
)

LIST_ADDED_DOCUMENTS = Operation(
    "listAddedDocuments",
    "GET",
    "/v1/admin/documents",
    "Documents that were added, the newest first",
    Page[AddedDocument],
    access=Access.ADMINISTRATOR,
    query=AddedQuery,
)

ADD_DOCUMENT = Operation(
    "addDocument",
    "POST",
    "/v1/admin/documents",
    "Add a document to a shipment; the same content for the same shipment and kind is one document",
    AddedDocument,
    access=Access.ADMINISTRATOR,
    body=NewDocument,
    most_bytes=_BODY_BYTES,
    status=HTTPStatus.CREATED,
    creates=True,
)

WITHDRAW_DOCUMENT = Operation(
    "withdrawDocument",
    "POST",
    "/v1/admin/documents/{id}/withdrawal",
    "Take a document back from its shipment, with the reason",
    NOTHING,
    access=Access.ADMINISTRATOR,
    body=DocumentWithdrawal,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=ROW_IN_PATH,
)

GET_DOCUMENT_FOLDER = Operation(
    "getDocumentFolder",
    "GET",
    "/v1/admin/documents/folder",
    "What waits in the drop folder of documents, and what was put aside and why",
    DocumentFolder,
    access=Access.ADMINISTRATOR,
)
