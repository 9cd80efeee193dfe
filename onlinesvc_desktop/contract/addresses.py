# SPDX-License-Identifier: MIT
"""Messages of the address book."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.address import Address, address_problems
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language, Right
from onlinesvc_desktop.contract.fields import ClockTime, Instant, LongText, PostalCode, ShortText
from onlinesvc_desktop.contract.kept import KeptPage, KeptQuery, RemovalQuery, Removed, Version
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.problem import FieldProblem

MAX_ADDRESSES: Final = 25_000
"""Of one customer."""
MAX_ADDRESS_FILE: Final = 6_000_000
"""Bytes of a file of addresses."""
MAX_ADDRESS_CODE: Final = 30


_SEARCHED: Final = (
    *("name", "code", "attention", "address1", "address2", "unit", "city", "province", "postal_code"),
    *("country", "telephone", "email", "customs_broker"),
)


class AddressBody(Address, frozen=True, omit_defaults=True, kw_only=True):
    """An address with what a carrier has to know about the place.

    ``code`` is the customer's own name for it, unique among the customer's; ``opens`` and ``closes`` are wall-clock times of
    the place. What is not ``shared`` only its author sees.
    """

    postal_code: PostalCode
    code: Annotated[str, Meta(max_length=MAX_ADDRESS_CODE)] = ""
    shared: bool = True
    language: Language | UnsetType = UNSET
    opens: ClockTime | UnsetType = UNSET
    closes: ClockTime | UnsetType = UNSET
    dock: bool = False
    tailgate: bool = False
    residential: bool = False
    limited_access: bool = False
    accessorials: Annotated[tuple[ShortText, ...], Meta(max_length=30)] = ()
    customs_broker: ShortText | UnsetType = UNSET
    instructions: LongText = ""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find a postal code of another province, and hours that end before they begin."""
        yield from address_problems("", values)
        opens, closes = values.get("opens") or "", values.get("closes") or ""
        if opens and closes and closes <= opens:
            yield FieldProblem("/closes", FieldCode.TOO_EARLY)


def searched_text(values: Mapping[str, Any]) -> str:
    """Return everything that a search looks at; a postal code also without its blank, a telephone also as digits."""
    parts = [str(values.get(name) or "") for name in _SEARCHED]
    postal_code, telephone = str(values.get("postal_code") or ""), str(values.get("telephone") or "")
    together = [postal_code.replace(" ", ""), "".join(filter(str.isdigit, telephone))]
    return " ".join(part for part in (*parts, *together) if part)


class AddressItem(AddressBody, frozen=True, omit_defaults=True, kw_only=True):
    """An entry as it stands; ``own`` is what the asker made."""

    id: int
    version: int
    changed_at: Instant
    changed_by: str = ""
    own: bool = False


class AddressChange(AddressBody, frozen=True, omit_defaults=True, kw_only=True):
    """What an entry is to be from now on, and the version that was changed."""

    version: Version


class Duplicates(StrEnum):
    """What becomes of a line that is in the book already: same name, postal code and street number, or same code."""

    SKIP = "skip"
    FILL_BLANKS = "fill_blanks"
    """What the book does not say yet is taken from the file."""
    OVERWRITE = "overwrite"
    ASK = "ask"
    """Each line as ``choices`` says; what it does not name is left alone."""


class AddressImport(msgspec.Struct, frozen=True, omit_defaults=True):
    """A CSV file of addresses; a preview changes nothing. ``choices`` go by the line's number in the file."""

    content: Annotated[bytes, Meta(min_length=1, max_length=MAX_ADDRESS_FILE)]
    duplicates: Duplicates = Duplicates.SKIP
    preview: bool = False
    shared: bool = True
    choices: dict[int, Duplicates] = {}


class LineRejected(msgspec.Struct, frozen=True):
    """A line that cannot be an entry, its cells as they stand in the file and each reason."""

    line: int
    cells: tuple[str, ...]
    problems: tuple[FieldProblem, ...]


class LineKnown(msgspec.Struct, frozen=True):
    """A line that is in the book already, what stands there, and which members differ."""

    line: int
    incoming: AddressBody
    standing: AddressItem
    differs: tuple[str, ...]


class LineLong(msgspec.Struct, frozen=True):
    """A line that comes in whole, though the carrier XML has no room for some of its members: each with its characters."""

    line: int
    name: str
    lengths: dict[str, int]


class ImportedAddresses(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a file, or would. ``columns`` say what each heading was read as, empty where as nothing.

    ``known`` holds the first of the lines that differ from what the book says, ``sample`` the first new ones.
    """

    headings: tuple[str, ...]
    columns: tuple[str, ...]
    added: int = 0
    changed: int = 0
    skipped: int = 0
    """In the book already, and left as they are."""
    rejected: tuple[LineRejected, ...] = ()
    known: tuple[LineKnown, ...] = ()
    sample: tuple[AddressBody, ...] = ()
    long: tuple[LineLong, ...] = ()
    """The first of them; ``long_count`` says how many there are."""
    long_count: int = 0


_ID = {"id": limits.ROW_PATTERN}

LIST_ADDRESSES = Operation(
    "listAddresses",
    "GET",
    "/v1/addresses",
    "Entries of the address book, or what changed of them",
    KeptPage[AddressItem],
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=KeptQuery,
    counts_as_use=False,
)

GET_ADDRESS = Operation(
    "getAddress",
    "GET",
    "/v1/addresses/{id}",
    "One entry of the address book",
    AddressItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns=_ID,
)

ADD_ADDRESS = Operation(
    "addAddress",
    "POST",
    "/v1/addresses",
    "Add an entry to the address book",
    AddressItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=AddressBody,
    status=HTTPStatus.CREATED,
    creates=True,
    queued="address",
)

CHANGE_ADDRESS = Operation(
    "changeAddress",
    "PUT",
    "/v1/addresses/{id}",
    "Change an entry of the address book, or bring a removed one back",
    AddressItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=AddressChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_ID,
    creates=True,
    queued="address_change",
)

REMOVE_ADDRESS = Operation(
    "removeAddress",
    "DELETE",
    "/v1/addresses/{id}",
    "Remove an entry from the address book",
    Removed,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=RemovalQuery,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_ID,
    creates=True,
    queued="address_removal",
)

IMPORT_ADDRESSES = Operation(
    "importAddresses",
    "POST",
    "/v1/addresses/import",
    "Take in a CSV file of addresses, or see what would come in",
    ImportedAddresses,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=AddressImport,
    creates=True,
    most_bytes=MAX_ADDRESS_FILE * 4 // 3 + limits.MAX_BODY_BYTES,
)
