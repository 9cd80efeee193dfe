# SPDX-License-Identifier: MIT
"""What was set aside, taken up by hand: its lines with the one at fault, what it would become, corrected and taken in."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.bill_reply import SaidOfBill
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.fields import DecimalText
from onlinesvc_desktop.contract.intake import IntakeFileItem, QuarantineReason
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.shipment import Charges, Event

MAX_LINES = 5_000
_LONGEST_LINE = 8_192


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """The lines as they should read, in their order; none, and they stay as they came.

    With ``alike`` the same change is made in all that was set aside of this sender for this reason.
    """

    values: Annotated[tuple[Annotated[str, Meta(max_length=_LONGEST_LINE)], ...], Meta(max_length=MAX_LINES)] = ()
    alike: bool = False


class SetAsideLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One segment under its tag, or one cell under our heading."""

    name: str
    value: str
    is_wrong: bool = False


class SaidOfShipment(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a part says of one shipment; what it does not say is absent."""

    autopro_number: str
    events: tuple[Event, ...] = ()
    pieces: int | UnsetType = UNSET
    weight_kg: DecimalText | UnsetType = UNSET
    signed_by: str = ""
    charges: Charges | UnsetType = UNSET


class SetAsidePreview(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a part says as it would read; ``reason`` says why it still cannot be taken in.

    ``alike`` counts what else was set aside of this sender for the same reason.
    """

    lines: tuple[SetAsideLine, ...]
    shipments: tuple[SaidOfShipment, ...] = ()
    reason: QuarantineReason | UnsetType = UNSET
    detail: str = ""
    alike: int = 0
    replies: tuple[SaidOfBill, ...] = ()


class Corrected(msgspec.Struct, frozen=True):
    """How many parts went in, and how many of those meant stay set aside."""

    imported: int
    left: int


PREVIEW_SET_ASIDE = Operation(
    "previewSetAside",
    "POST",
    "/v1/admin/set-aside/{id}/preview",
    "What a part that was set aside would become",
    SetAsidePreview,
    access=Access.ADMINISTRATOR,
    body=Correction,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

IMPORT_SET_ASIDE = Operation(
    "importSetAside",
    "POST",
    "/v1/admin/set-aside/{id}/import",
    "Take in what was set aside, corrected or as it came",
    Corrected,
    access=Access.ADMINISTRATOR,
    body=Correction,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

DISMISS_SET_ASIDE = Operation(
    "dismissSetAside",
    "POST",
    "/v1/admin/set-aside/{id}/dismissal",
    "Set a part aside for good",
    Corrected,
    access=Access.ADMINISTRATOR,
    body=Correction,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.WRONG_STATE, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)

DISMISS_FILE = Operation(
    "dismissFile",
    "POST",
    "/v1/admin/intake/{id}/dismissal",
    "Count a file that was not imported whole no longer",
    IntakeFileItem,
    access=Access.ADMINISTRATOR,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.INVALID_FIELDS),
    path_patterns={"id": limits.ROW_PATTERN},
)
