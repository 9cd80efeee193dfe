# SPDX-License-Identifier: MIT
"""Messages about what an X12 file would do, asked before anything of it is taken in."""

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.bill_reply import SaidOfBill
from onlinesvc_desktop.contract.intake import IntakeKind, IntakeUpload, QuarantineReason
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.set_aside import SaidOfShipment

MAX_PARTS_SHOWN = 50


class PartPreview(msgspec.Struct, frozen=True, omit_defaults=True):
    """One transaction set: its control number and what it says; ``reason`` says why it would be set aside."""

    control: str
    shipments: tuple[SaidOfShipment, ...] = ()
    reason: QuarantineReason | UnsetType = UNSET
    detail: str = ""
    replies: tuple[SaidOfBill, ...] = ()
    """What is replied to bills of lading."""


class IntakePreview(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many transaction sets of a file would go in or be set aside, and the first ``MAX_PARTS_SHOWN`` of them.

    Of a table nothing but its kind is told: it has a preview of its own, by its mapping.
    """

    kind: IntakeKind
    importable: int = 0
    set_aside: int = 0
    parts: tuple[PartPreview, ...] = ()
    fault: str = ""
    """Why the file as a whole would be rejected; a code as in ``IntakeFileItem.reason``."""
    is_known: bool = False
    """Whether the same file was taken in before; it would change nothing."""


PREVIEW_INTAKE = Operation(
    "previewIntake",
    "POST",
    "/v1/admin/intake/preview",
    "What a file would do, without taking it in",
    IntakePreview,
    access=Access.ADMINISTRATOR,
    body=IntakeUpload,
)
