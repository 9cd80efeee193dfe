# SPDX-License-Identifier: MIT
"""Partners who send files: how each writes, and senders whom nobody has looked at yet."""

from collections.abc import Iterator
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.fields import Instant, ShortText
from onlinesvc_desktop.contract.operation import NOTHING, Access, Operation
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.problem import FieldProblem

SHORTEST_NUMBER, LONGEST_NUMBER = 4, 18
"""How many letters and digits a number of another carrier may have."""
SENDER_PATTERN: Final = r"^[A-Z0-9]{2}:.{1,15}\Z"
_MOST = 20
_MOST_STATUSES = 200

NumberLength = Annotated[int, Meta(ge=SHORTEST_NUMBER, le=LONGEST_NUMBER)]
Sender = Annotated[str, Meta(pattern=SENDER_PATTERN)]
"""ISA qualifier and identification, as in ``02:KWAY``."""
NumberPlace = Annotated[str, Meta(pattern=r"^([A-Z][A-Z0-9]{1,2}-[0-9]{2}|(L11|N9)\*[A-Z0-9]{2,3}/?)\Z")]
FileName = Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
StatusCode = Annotated[str, Meta(pattern=r"^[A-Z0-9]{1,3}\Z")]


class StatusPair(msgspec.Struct, frozen=True):
    """A status code of theirs and the one of element 1650 that it means."""

    theirs: Annotated[str, Meta(min_length=1, max_length=limits.MAX_SHORT_TEXT)]
    ours: StatusCode


class PartnerProfile(msgspec.Struct, frozen=True, omit_defaults=True):
    """How one partner writes. What is left out is the safe default: nine digits, no code of theirs names a customer."""

    name: ShortText
    senders: Annotated[tuple[Sender, ...], Meta(max_length=_MOST)] = ()
    file_names: Annotated[tuple[FileName, ...], Meta(max_length=_MOST)] = ()
    """Patterns of the names of tables that come from this partner, as ``canpar*.csv``."""
    shortest: NumberLength | UnsetType = UNSET
    longest: NumberLength | UnsetType = UNSET
    """How many letters and digits numbers of theirs have beside our nine digits; neither, and there are none."""
    strip: ShortText = ""
    """What stands before a number and does not belong to it."""
    number_in: Annotated[tuple[NumberPlace, ...], Meta(max_length=_MOST)] = ()
    """Where the number stands, the likeliest first: ``B10-01``, ``L11*CN``; none for the usual places."""
    zone: Annotated[str, Meta(pattern=r"^([A-Z]{2}|[0-9]{2})?\Z")] = ""
    """Element 623 code of times that carry none."""
    country: Annotated[str, Meta(pattern=r"^([A-Z]{2})?\Z")] = ""
    """ISO 3166 alpha-2, of places whose province does not tell it."""
    signature: Annotated[str, Meta(pattern=r"^(K1|L11\*[A-Z0-9]{2,3})?\Z")] = ""
    """Where the receiver's name stands."""
    statuses: Annotated[tuple[StatusPair, ...], Meta(max_length=_MOST_STATUSES)] = ()
    names_customers: bool = False
    """Whether the codes of their parties are our customer numbers."""


def problems_of(profile: PartnerProfile) -> Iterator[FieldProblem]:
    """Find what no member shows alone: a profile for nobody, or a longest number that is shorter than the shortest."""
    if not profile.name.strip():
        yield FieldProblem("/name", FieldCode.REQUIRED)
    if not profile.senders and not profile.file_names:
        yield FieldProblem("/senders", FieldCode.REQUIRED)
    if profile.shortest is not UNSET and profile.longest is not UNSET and profile.longest < profile.shortest:
        yield FieldProblem("/longest", FieldCode.MALFORMED)


class PartnerState(StrEnum):
    """Whose profile it is."""

    UNKNOWN = "unknown"
    """A sender whom nobody has looked at; files go in under the safe default."""
    ADOPTED = "adopted"
    FROM_FILE = "from_file"
    """Lies as a file in the drop folder, and is changed there."""


class PartnerItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One partner, or one sender who may become one. The ``id`` of a profile in a file is below zero."""

    id: int
    state: PartnerState
    profile: PartnerProfile
    files: int = 0
    """How many files came from here while nobody had looked at it."""
    last_file: str = ""
    first_at: Instant | UnsetType = UNSET
    last_at: Instant | UnsetType = UNSET


class PartnerQuery(PageQuery, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Filter of the partners."""

    state: PartnerState | UnsetType = UNSET


LIST_PARTNERS = Operation(
    "listPartners",
    "GET",
    "/v1/admin/partners",
    "Partners who send files, and senders to adopt",
    Page[PartnerItem],
    access=Access.ADMINISTRATOR,
    query=PartnerQuery,
)

ADD_PARTNER = Operation(
    "addPartner",
    "POST",
    "/v1/admin/partners",
    "Say how a partner writes",
    PartnerItem,
    access=Access.ADMINISTRATOR,
    body=PartnerProfile,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.INVALID_FIELDS,),
    creates=True,
)

CHANGE_PARTNER = Operation(
    "changePartner",
    "PUT",
    "/v1/admin/partners/{id}",
    "Say otherwise how a partner writes; a sender nobody had looked at is adopted",
    PartnerItem,
    access=Access.ADMINISTRATOR,
    body=PartnerProfile,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

REMOVE_PARTNER = Operation(
    "removePartner",
    "DELETE",
    "/v1/admin/partners/{id}",
    "Forget a partner; the next file of theirs comes from a stranger",
    NOTHING,
    access=Access.ADMINISTRATOR,
    status=HTTPStatus.NO_CONTENT,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)
