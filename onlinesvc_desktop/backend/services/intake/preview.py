# SPDX-License-Identifier: MIT
"""What an X12 file would do, told to an administrator before it is taken in; nothing is written, not even the asking."""

import hashlib
import io

from msgspec import UNSET

from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.intake.foresee import foreseen
from onlinesvc_desktop.backend.intake.partners import known_partners, partners_of
from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.intake.run import kind_of
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.parts import read_parts
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error
from onlinesvc_desktop.backend.services.intake.said import reply_message, shipment_message
from onlinesvc_desktop.backend.store.intake_files import find_file
from onlinesvc_desktop.contract.intake import IntakeKind, IntakeState, IntakeUpload
from onlinesvc_desktop.contract.intake_preview import MAX_PARTS_SHOWN, PREVIEW_INTAKE, IntakePreview, PartPreview


def preview(call: Call, request: IntakeUpload) -> IntakePreview:
    """Return what would go in and what would be set aside of an X12 file; of any other file its kind alone."""
    stream = io.BytesIO(request.content)
    kind = kind_of(stream)
    if kind is not IntakeKind.X12:
        return IntakePreview(kind)
    partners = known_partners(call.context.database, partners_of(call.context.config))
    shown, importable, set_aside, fault = list[PartPreview](), 0, 0, ""
    with call.context.database.read() as connection:
        before = find_file(connection, hashlib.sha256(request.content).digest())
        try:
            for part in foreseen(connection, read_parts(stream, partners, call.now, Acknowledgements())):
                importable += bool(part.records or part.replies)
                set_aside += part.fault is not None
                if len(shown) < MAX_PARTS_SHOWN and (part.records or part.replies or part.fault is not None):
                    shown.append(_part_message(part))
        except NotX12Error:
            fault = "not_readable"
    is_known = before is not None and before.state is IntakeState.DONE
    return IntakePreview(kind, importable, set_aside, tuple(shown), fault, is_known)


def _part_message(part: Part) -> PartPreview:
    shipments = tuple(shipment_message(record) for record in part.records)
    fault = part.fault
    return PartPreview(
        part.control,
        shipments,
        UNSET if fault is None else fault.reason,
        "" if fault is None else fault.detail,
        tuple(map(reply_message, part.replies)),
    )


ROUTES = (Route(PREVIEW_INTAKE, preview),)
