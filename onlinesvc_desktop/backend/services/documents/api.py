# SPDX-License-Identifier: MIT
"""Documents of shipments for their parties: listed, searched by any number, opened; a stranger's are as good as none."""

from collections.abc import Iterable, Sequence

from msgspec import UNSET, UnsetType
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.papers.held import DocumentSource, HeldDocument, PaperStream
from onlinesvc_desktop.backend.rules.exceptions import exceptions_of
from onlinesvc_desktop.backend.rules.visibility import Sight, sight_of
from onlinesvc_desktop.backend.services.documents.rules import Asker, kinds_of, may_see, missing
from onlinesvc_desktop.backend.services.documents.store import message_of, own_matches
from onlinesvc_desktop.backend.shipments import normalised
from onlinesvc_desktop.backend.store import shipments as shipment_store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.shipments import ShipmentRow
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, Role
from onlinesvc_desktop.contract.documents import (
    GET_DOCUMENT,
    LIST_DOCUMENTS,
    SEARCH_DOCUMENTS,
    Delivery,
    Document,
    DocumentKind,
    DocumentSearch,
    DocumentsQuery,
    FoundDocuments,
    MissingReason,
    ReferenceDocuments,
    ReferenceOutcome,
    ShipmentDocuments,
    file_name_of,
)
from onlinesvc_desktop.contract.shipment import Event, ReferenceType
from onlinesvc_desktop.contract.status import Stage, stage_of

_Documents = dict[int, list[tuple[DocumentSource, HeldDocument]]]


class Shelf:
    """Everything that services keep of shipments, before the eyes of whoever asks."""

    def __init__(self, sources: Sequence[DocumentSource]) -> None:
        self._sources = {source.prefix: source for source in sources}

    def list_of(self, call: Call, query: DocumentsQuery) -> ShipmentDocuments:
        """Return the documents of one shipment.

        Raises:
            ApiError: the asker has no such shipment.
        """
        number = normalised(ReferenceType.AUTOPRO, query.autopro)
        with call.context.database.read() as connection:
            row = None if number is None else shipment_store.find_shipment(connection, number)
            if row is None or asker_of(call, row).sight < Sight.PARTY:
                raise ApiError(ErrorCode.SHIPMENT_NOT_FOUND)
            found = self._listed(call, connection, [row], ())[row.id]
        note_looks(call, [row.autopro_number])
        return found

    def search(self, call: Call, request: DocumentSearch) -> FoundDocuments:
        """Return the documents behind many numbers; each is answered on its own."""
        stored = [normalised(ReferenceType.ANY, reference) for reference in request.references]
        values = sorted({value for value in stored if value is not None})
        account = call.own_session.account
        is_administrator = account.role is Role.ADMINISTRATOR
        matches = dict[str, tuple[int, ...]]()
        with call.context.database.read() as connection:
            if is_administrator or account.customer_id is not None:
                matches = own_matches(connection, None if is_administrator else account.customer_id, values)
            ids = {row_id for rows in matches.values() for row_id in rows}
            rows = shipment_store.find_by_ids(connection, ids)
            listed = self._listed(call, connection, rows.values(), request.kinds)
        note_looks(call, sorted(row.autopro_number for row in rows.values()))
        items = []
        for reference, value in zip(request.references, stored, strict=True):
            found = tuple(listed[row_id] for row_id in matches.get(value or "", ()))
            items.append(ReferenceDocuments(reference, _outcome(value, len(found)), found))
        return FoundDocuments(tuple(items))

    def open(self, call: Call, _: None) -> PaperStream:
        """Return the content of a document.

        Raises:
            ApiError: there is none, or the asker may not see it.
        """
        with call.context.database.read() as connection:
            source, held, document = self._found(call, connection, call.path["id"])
        note_looks(call, [document.autopro_number])
        return source.opened(call.context, held.row, file_name_of(document))

    def papers_of(
        self, call: Call, number: str, kind: DocumentKind
    ) -> tuple[list[tuple[Document, PaperStream]], MissingReason | None]:
        """Return the papers of a kind that the asker sees of a shipment, the oldest first, or why there is none.

        Without a reason the asker has no such shipment.
        """
        with call.context.database.read() as connection:
            row = shipment_store.find_shipment(connection, number)
            if row is None or asker_of(call, row).sight < Sight.PARTY:
                return [], None
            listed = self._listed(call, connection, [row], (kind,))[row.id]
            found = [self._found(call, connection, one.id) for one in listed.items]
        papers = [(one, source.opened(call.context, held.row, file_name_of(one))) for source, held, one in found]
        return papers, listed.missing[0].reason if listed.missing else None

    def _found(self, call: Call, connection: Connection, name: str) -> tuple[DocumentSource, HeldDocument, Document]:
        prefix = name[:1] if name[:1].isalpha() else ""
        source = self._sources.get(prefix)
        held = None if source is None else source.found(connection, int(name.removeprefix(prefix)))
        if source is not None and held is not None:
            row = shipment_store.find_by_ids(connection, [held.shipment_id]).get(held.shipment_id)
            if row is not None and may_see(asker_of(call, row), held.kind, held.owner):
                return source, held, message_of(source, held, row.autopro_number)
        raise ApiError(ErrorCode.NOT_FOUND)

    def _held(self, connection: Connection, rows: Sequence[ShipmentRow]) -> _Documents:
        numbers = {row.id: row.autopro_number for row in rows}
        found: _Documents = {row_id: [] for row_id in numbers}
        for source in self._sources.values():
            for held in source.listed(connection, numbers):
                found[held.shipment_id].append((source, held))
        return found

    def _listed(
        self, call: Call, connection: Connection, rows: Iterable[ShipmentRow], asked: Sequence[DocumentKind]
    ) -> dict[int, ShipmentDocuments]:
        every = list(rows)
        kinds = kinds_of(asked)
        order = {kind: at for at, kind in enumerate(kinds)}
        held = self._held(connection, every)
        listed = {}
        for row in every:
            asker = asker_of(call, row)
            seen = [one for one in held[row.id] if one[1].kind in order and may_see(asker, one[1].kind, one[1].owner)]
            seen.sort(key=lambda one: (order[one[1].kind], one[1].added_at))
            delivery = _delivery(connection, row)
            have = {one.kind for _, one in seen}
            listed[row.id] = ShipmentDocuments(
                row.autopro_number,
                row.origin,
                row.destination,
                tuple(message_of(source, one, row.autopro_number) for source, one in seen),
                tuple(missing(asker, asked, have, delivery is not UNSET)),
                delivery,
            )
        return listed


def routes_of(shelf: Shelf) -> tuple[Route, ...]:
    """Return the routes for parties of shipments."""
    return (
        Route(LIST_DOCUMENTS, shelf.list_of),
        Route(SEARCH_DOCUMENTS, shelf.search),
        Route(GET_DOCUMENT, shelf.open),
    )


def asker_of(call: Call, row: ShipmentRow) -> Asker:
    """Return whoever asks, before a shipment."""
    account = call.own_session.account
    sight = sight_of(account.role, account.customer_id, row.shipper_customer, row.consignee_customer, row.bill_to_customer)
    return Asker(sight, account.customer_id, account.role is Role.ADMINISTRATOR, tuple(account.rights))


def note_looks(call: Call, autopros: Iterable[str]) -> None:
    """Write an administrator's look at shipments to the audit log (design section 6)."""
    account = call.own_session.account
    if account.role is not Role.ADMINISTRATOR:
        return
    with call.context.database.write() as connection:
        for autopro in autopros:
            note(connection, call.now, account.id, AuditAction.SHIPMENT_VIEWED, autopro, call.address)


def _delivery(connection: Connection, row: ShipmentRow) -> Delivery | UnsetType:
    """Return the last delivery, unless something later took it back."""
    if stage_of(row.status.code) is not Stage.DELIVERED and not row.signed_by:
        return UNSET
    events = shipment_store.find_events(connection, row.id)
    delivered: Event | None = next((one for one in reversed(events) if stage_of(one.code) is Stage.DELIVERED), None)
    if delivered is None:
        return UNSET
    return Delivery(delivered.occurred_at, row.signed_by or "", exceptions_of(events))


def _outcome(value: str | None, matches: int) -> ReferenceOutcome:
    if value is None:
        return ReferenceOutcome.MALFORMED
    if matches == 0:
        return ReferenceOutcome.NOT_FOUND
    return ReferenceOutcome.FOUND if matches == 1 else ReferenceOutcome.SEVERAL
