# SPDX-License-Identifier: MIT
"""Documents of the sample: papers of each customer's newest delivered shipments, first of one where something went wrong."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.papers.inspect import inspect_file
from onlinesvc_desktop.backend.rules.exceptions import exceptions_of
from onlinesvc_desktop.backend.services.documents.sample_papers import Lines, paper, scanned
from onlinesvc_desktop.backend.services.documents.store import DocumentFacts, add_document
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.shipments import ShipmentRow, find_by_ids, find_events, find_parties
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments
from onlinesvc_desktop.contract.documents import MAX_DROPPED_BYTES, DocumentKind
from onlinesvc_desktop.contract.shipment import Event, Place
from onlinesvc_desktop.contract.status import Stage, stage_of
from onlinesvc_desktop.shipped import shipped

_LOOKED_AT, _MOST_LOOKED_AT, _OF_EACH = 60, 600, 3
_GRAMS_PER_POUND = Decimal("453.59237")
_MORE_THAN_SAID = Decimal("1.12")
_SENT_AFTER = timedelta(minutes=20)


def write_documents(connection: Connection, access_codes: Sequence[str], as_of: datetime) -> dict[int, int]:
    """Write the papers of a few shipments of each customer that somebody signs in for; the same for the same sample.

    Return the shipment with a weight and inspection paper, by customer.
    """
    done, inspected = set[int](), dict[int, int]()
    for code in access_codes:
        account = find_account(connection, code)
        if account is None or account.customer_id is None or account.customer_id in done:
            continue
        done.add(account.customer_id)
        chosen = _chosen(connection, account.customer_id)
        if chosen:
            inspected[account.customer_id] = chosen[0][0].id
        for at, (row, events) in enumerate(chosen):
            for facts, content in _papers(connection, row, events, at):
                known = facts.captured_at or as_of
                add_document(connection, row, facts, content, None, min(known + _SENT_AFTER, as_of))
    return inspected


def _chosen(connection: Connection, customer_id: int) -> list[tuple[ShipmentRow, tuple[Event, ...]]]:
    """Return the newest delivered shipments, before them the newest of those with an exception, wherever the first is."""
    newest = (
        select(customer_shipments.c.shipment_id)
        .where(customer_shipments.c.customer_id == customer_id)
        .order_by(customer_shipments.c.shipment_id.desc())
        .limit(_LOOKED_AT)
    )
    told = list[tuple[ShipmentRow, tuple[Event, ...]]]()
    for looked_at in range(0, _MOST_LOOKED_AT, _LOOKED_AT):
        rows = find_by_ids(connection, connection.execute(newest.offset(looked_at)).scalars()).values()
        delivered = [row for row in rows if stage_of(row.status.code) is Stage.DELIVERED]
        newest_first = sorted(delivered, key=lambda row: row.id, reverse=True)
        told += [(row, find_events(connection, row.id)) for row in newest_first]
        if not rows or any(exceptions_of(events) for _, events in told):
            break
    return sorted(told, key=lambda one: not exceptions_of(one[1]))[:_OF_EACH]


def _papers(
    connection: Connection, row: ShipmentRow, events: Sequence[Event], at: int
) -> Iterable[tuple[DocumentFacts, bytes]]:
    """Return the papers of a shipment: every kind of the first, a scan of the second, what each has of the others."""
    number = row.autopro_number
    names = find_parties(connection, [row])
    delivered = next(one for one in reversed(events) if stage_of(one.code) is Stage.DELIVERED)
    pounds = (Decimal(row.weight_g) / _GRAMS_PER_POUND).quantize(Decimal(1))
    goods = [
        ("Expéditeur / Shipper", names[row.shipper_id].name),
        ("Destinataire / Consignee", names[row.consignee_id].name),
        ("De / From", _place(row.origin)),
        ("À / To", _place(row.destination)),
        ("Pièces / Pieces", str(row.pieces)),
    ]
    weight = ("Poids / Weight", f"{pounds} lb")
    noted = [("Réserve notée / Exception noted", "Carton enfoncé / Carton crushed")] if exceptions_of(events) else []
    received: Lines = [*goods, weight, ("Livré le / Delivered", f"{delivered.occurred_at:%Y-%m-%d %H:%M}"), *noted]
    proof = paper("Preuve de livraison / Proof of delivery", number, received, row.signed_by or "")
    bill = paper("Connaissement / Bill of lading", number, [*goods, weight])
    yield _kept(DocumentKind.BILL_OF_LADING, number, "BOL", bill, events[0].occurred_at)
    content = proof if at else scanned(proof)
    yield _kept(DocumentKind.PROOF_OF_DELIVERY, number, "POD", content, delivered.occurred_at)
    if at:
        return
    weighed_at = next((one for one in events if stage_of(one.code) is Stage.AT_TERMINAL), delivered).occurred_at
    said = (pounds / _MORE_THAN_SAID).quantize(Decimal(1))
    weighed = [
        *goods,
        ("Poids déclaré / Weight stated", f"{said} lb"),
        ("Poids constaté / Weight found", f"{pounds} lb"),
        ("Pesé le / Weighed", f"{weighed_at:%Y-%m-%d %H:%M}"),
    ]
    inspection = paper("Pesée et inspection / Weight and inspection", number, weighed)
    yield _kept(DocumentKind.WEIGHT_INSPECTION, number, "WI", inspection, weighed_at)
    picture = shipped("resources", "sample", "papers", "pallet.jpg").read_bytes()
    yield _kept(DocumentKind.PHOTO, number, "PHOTO", picture, delivered.occurred_at)


def _kept(
    kind: DocumentKind, number: str, abbreviation: str, content: bytes, captured_at: datetime
) -> tuple[DocumentFacts, bytes]:
    found = inspect_file(content, MAX_DROPPED_BYTES)
    ending = {"image/tiff": "tif", "image/jpeg": "jpg"}.get(found.media_type, "pdf")
    name = f"{number}_{abbreviation}.{ending}"
    return DocumentFacts(kind, name, found.media_type, found.pages, captured_at), content


def _place(place: Place) -> str:
    return f"{place.city}, {place.province}"
