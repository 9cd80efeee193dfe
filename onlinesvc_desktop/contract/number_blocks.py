# SPDX-License-Identifier: MIT
"""Messages of the carrier's number ranges, and of the blocks of numbers lent to workstations for work without a link."""

from http import HTTPStatus
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.autopro import CheckDigit
from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.fields import Instant
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.paging import Page

MOST_LENT: Final = 200
"""Numbers in one block."""

Number = Annotated[str, Meta(pattern=limits.AUTOPRO_PATTERN)]
LoanToken = Annotated[str, Meta(pattern=r"^[0-9a-f-]{1,200}\Z")]
"""The proof of a loan as the server makes it."""


class NumberBlockRequest(msgspec.Struct, frozen=True):
    """How many numbers a workstation wants to keep for work without a link; ``workstation`` is a name for people."""

    count: Annotated[int, Meta(ge=1, le=MOST_LENT)]
    workstation: Annotated[str, Meta(max_length=limits.MAX_WORKSTATION_LENGTH)] = ""


class NumberBlock(msgspec.Struct, frozen=True):
    """A block lent to one customer until it is returned.

    ``token`` goes with each bill that takes its number from it, and proves the loan to any copy of the server.
    """

    id: str
    numbers: tuple[Number, ...]
    token: str
    lent_at: Instant


class ReturnedNumbers(msgspec.Struct, frozen=True):
    """A block that its workstation gives back: none of these numbers stands on any paper."""

    token: Annotated[str, Meta(max_length=200)]
    unused: Annotated[tuple[Number, ...], Meta(max_length=MOST_LENT)]


class ReturnReceipt(msgspec.Struct, frozen=True):
    """How many numbers came back; a number that stands on a bill never does."""

    returned: int


class NumberRangeItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A range of the carrier's numbers: how many were given out, lent, and are left."""

    id: int
    first: str
    last: str
    check_digit: CheckDigit
    created_at: Instant
    used: int
    lent: int
    left: int
    next: str | UnsetType = UNSET


class NewNumberRange(msgspec.Struct, frozen=True):
    """A range that no other system gives numbers from; both ends belong to it, with their check digits."""

    first: Number
    last: Number
    check_digit: CheckDigit = CheckDigit.NONE


BORROW_NUMBERS = Operation(
    "borrowNumbers",
    "POST",
    "/v1/number-blocks",
    "Borrow autopro numbers for work without a link",
    NumberBlock,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=NumberBlockRequest,
    status=HTTPStatus.CREATED,
    errors=(ErrorCode.NO_NUMBERS_LEFT, ErrorCode.FORBIDDEN),
    creates=True,
)

RETURN_NUMBERS = Operation(
    "returnNumbers",
    "POST",
    "/v1/number-blocks/returns",
    "Give back what was not used of a block",
    ReturnReceipt,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=ReturnedNumbers,
    errors=(ErrorCode.NOT_FOUND,),
    creates=True,
)

LIST_NUMBER_RANGES = Operation(
    "listNumberRanges",
    "GET",
    "/v1/admin/number-ranges",
    "Ranges of autopro numbers",
    Page[NumberRangeItem],
    access=Access.ADMINISTRATOR,
)

ADD_NUMBER_RANGE = Operation(
    "addNumberRange",
    "POST",
    "/v1/admin/number-ranges",
    "Add a range of autopro numbers",
    NumberRangeItem,
    access=Access.ADMINISTRATOR,
    body=NewNumberRange,
    status=HTTPStatus.CREATED,
    creates=True,
)
