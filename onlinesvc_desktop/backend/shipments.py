# SPDX-License-Identifier: MIT
"""Shipments as far as the asker may see them (design section 6)."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.rules.visibility import Sight, sight_of
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.shipments import ShipmentRow
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro, parse_shipment_number
from onlinesvc_desktop.contract.codes import FieldCode, Right
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH, MIN_REFERENCE_LENGTH
from onlinesvc_desktop.contract.shipment import Party, Reference, ReferenceType, Shipment, reference_spelling


def _sight(call: Call, row: ShipmentRow) -> Sight:
    account = call.account
    return sight_of(
        None if account is None else account.role,
        None if account is None else account.customer_id,
        row.shipper_customer,
        row.consignee_customer,
        row.bill_to_customer,
    )


def messages_of(call: Call, connection: Connection, rows: Iterable[ShipmentRow]) -> dict[int, Shipment]:
    """Return the rows as messages, with a party's and a payer's facts where the asker is one."""
    asked = list(rows)
    known = [row for row in asked if _sight(call, row) >= Sight.PARTY]
    parties = store.find_parties(connection, known) if known else {}
    references = store.find_references(connection, [row.id for row in known]) if known else {}
    return {row.id: message_of(call, row, parties, references.get(row.id, ())) for row in asked}


def message_of(call: Call, row: ShipmentRow, parties: Mapping[int, Party], references: tuple[Reference, ...]) -> Shipment:
    """Return a row as a message, with a party's and a payer's facts only where the asker is one."""
    sight = _sight(call, row)
    message = store.public_facts(row)
    if sight >= Sight.PARTY:
        message = msgspec.structs.replace(
            message,
            references=references,
            shipper=parties[row.shipper_id],
            consignee=parties[row.consignee_id],
            bill_to=parties[row.bill_to_id],
            signed_by=UNSET if row.signed_by is None else row.signed_by,
        )
    sees_money = call.account is not None and Right.INVOICES in call.account.rights
    if sight >= Sight.PAYER and sees_money and row.charges is not None:
        message = msgspec.structs.replace(message, charges=row.charges)
    return message


def normalised(kind: ReferenceType, reference: str) -> str | None:
    """Return the stored spelling of a reference, or None when it cannot be one; other carriers have autopro numbers too."""
    if kind is ReferenceType.AUTOPRO:
        number = parse_shipment_number(reference)
        return None if isinstance(number, AutoproFault) else number
    text = reference_spelling(reference)
    if kind is ReferenceType.ANY:
        autopro = parse_autopro(reference)
        text = text if isinstance(autopro, AutoproFault) else autopro
    return text if MIN_REFERENCE_LENGTH <= len(text) <= MAX_REFERENCE_LENGTH else None


def watchable(references: Sequence[str]) -> list[str]:
    """Return the stored spellings of numbers of any kind.

    Raises:
        ApiError: one cannot be a number.
    """
    stored = []
    for index, reference in enumerate(references):
        value = normalised(ReferenceType.ANY, reference)
        if value is None:
            pointer = f"/references/{index}"
            if len(reference_spelling(reference)) > MAX_REFERENCE_LENGTH:
                raise field_error(pointer, FieldCode.TOO_LONG, maximum=MAX_REFERENCE_LENGTH)
            raise field_error(pointer, FieldCode.TOO_SHORT)
        stored.append(value)
    return stored


def matches_of(
    call: Call, connection: Connection, kind: ReferenceType, values: Sequence[str]
) -> dict[str, tuple[Shipment, ...]]:
    """Return the shipments that stored spellings stand for, each as far as the asker may see it; none, no entry."""
    matches = store.match_references(connection, kind, values)
    rows = store.find_by_ids(connection, {row_id for ids in matches.values() for row_id in ids})
    messages = messages_of(call, connection, rows.values())
    return {value: tuple(messages[row_id] for row_id in ids) for value, ids in matches.items()}
