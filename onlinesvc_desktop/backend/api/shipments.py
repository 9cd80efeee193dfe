# SPDX-License-Identifier: MIT
"""One shipment, many traces, and a customer's own list, each as far as the asker may see."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.rules.typing_errors import likely_meant
from onlinesvc_desktop.backend.rules.visibility import Sight, sight_of
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.shipments import ShipmentRow
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.codes import ErrorCode, Role
from onlinesvc_desktop.contract.limits import MIN_REFERENCE_LENGTH
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT, TRACE, Trace, TraceOutcome, TraceRequest, Traces

_MOST_SUGGESTIONS = 3
_SUGGESTED_FOR = 100
"""How many of the numbers not found are looked at closer in one request."""


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
    sights = {row.id: (row, _sight(call, row)) for row in rows}
    known = [row for row, sight in sights.values() if sight >= Sight.PARTY]
    parties = store.find_parties(connection, known) if known else {}
    references = store.find_references(connection, [row.id for row in known]) if known else {}
    messages = {}
    for row, sight in sights.values():
        message = store.public_facts(row)
        if sight >= Sight.PARTY:
            message = msgspec.structs.replace(
                message,
                references=references.get(row.id, ()),
                shipper=parties[row.shipper_id],
                consignee=parties[row.consignee_id],
                bill_to=parties[row.bill_to_id],
                signed_by=UNSET if row.signed_by is None else row.signed_by,
            )
        if sight >= Sight.PAYER and row.charges is not None:
            message = msgspec.structs.replace(message, charges=row.charges)
        messages[row.id] = message
    return messages


def _charge_throttle(call: Call, cost: int) -> None:
    """Make an anonymous asker wait when he asks too much (design section 6)."""
    if call.session is not None:
        return
    wait_first(call.context.anonymous_traces.take(call.address, cost, call.now))


def _note_look(call: Call, autopros: Iterable[str]) -> None:
    """Write an administrator's look at shipments to the audit log (design section 6)."""
    account = call.account
    if account is None or account.role is not Role.ADMINISTRATOR:
        return
    with call.context.database.write() as connection:
        for autopro in autopros:
            note(connection, call.now, account.id, AuditAction.SHIPMENT_VIEWED, autopro, call.address)


def show(call: Call, _: None) -> Shipment:
    """Return one shipment with its history."""
    _charge_throttle(call, 1)
    with call.context.database.read() as connection:
        row = store.find_shipment(connection, call.path["autopro"])
        if row is None:
            raise ApiError(ErrorCode.SHIPMENT_NOT_FOUND)
        history = store.find_events(connection, row.id)
        message = messages_of(call, connection, [row])[row.id]
    _note_look(call, [row.autopro_number])
    return msgspec.structs.replace(message, events=history)


def normalised(kind: ReferenceType, reference: str) -> str | None:
    """Return the stored spelling of a reference, or None when it cannot be one."""
    if kind is ReferenceType.AUTOPRO:
        autopro = parse_autopro(reference)
        return None if isinstance(autopro, AutoproFault) else autopro
    text = reference.strip().upper()
    if kind is ReferenceType.ANY:
        autopro = parse_autopro(reference)
        text = text if isinstance(autopro, AutoproFault) else autopro
    return text if len(text) >= MIN_REFERENCE_LENGTH else None


def matches_of(
    call: Call, connection: Connection, kind: ReferenceType, values: Sequence[str]
) -> dict[str, tuple[Shipment, ...]]:
    """Return the shipments that stored spellings stand for, each as far as the asker may see it; none, no entry."""
    matches = store.match_references(connection, kind, values)
    rows = store.find_by_ids(connection, {row_id for ids in matches.values() for row_id in ids})
    messages = messages_of(call, connection, rows.values())
    return {value: tuple(messages[row_id] for row_id in ids) for value, ids in matches.items()}


def trace(call: Call, request: TraceRequest) -> Traces:
    """Trace many references; each is answered on its own."""
    _charge_throttle(call, len(request.references))
    stored = [normalised(request.reference_type, reference) for reference in request.references]
    values = sorted({value for value in stored if value is not None})
    with call.context.database.read() as connection:
        matches = matches_of(call, connection, request.reference_type, values)
        missing = [value for value in values if value not in matches]
        kinds = {} if request.reference_type is ReferenceType.ANY else store.kinds_of_references(connection, missing)
        meant = _meant(call, connection, [value for value in missing if value not in kinds])
    _note_look(call, dict.fromkeys(shipment.autopro_number for found in matches.values() for shipment in found))
    items = []
    for reference, value in zip(request.references, stored, strict=True):
        found = matches.get(value or "", ())
        outcome = _outcome(value, len(found))
        items.append(Trace(reference, outcome, found, meant.get(value or "", ()), kinds.get(value or "", ())))
    return Traces(tuple(items))


def _meant(call: Call, connection: Connection, missing: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what a signed-in asker may have meant, among the shipments he may see anyway."""
    account = call.account
    if account is None or (account.customer_id is None and account.role is not Role.ADMINISTRATOR):
        return {}
    meant = {}
    for value in missing[:_SUGGESTED_FOR]:
        candidates = likely_meant(value)
        known = store.known_to(connection, account.customer_id, candidates) if candidates else set()
        meant[value] = tuple(one for one in candidates if one in known)[:_MOST_SUGGESTIONS]
    return meant


def _outcome(value: str | None, matches: int) -> TraceOutcome:
    if value is None:
        return TraceOutcome.MALFORMED
    if matches == 0:
        return TraceOutcome.NOT_FOUND
    return TraceOutcome.FOUND if matches == 1 else TraceOutcome.SEVERAL


def own(call: Call, query: ShipmentQuery) -> Page[Shipment]:
    """Return a page of the customer's own shipments, newest first."""
    before = {} if query.cursor is UNSET else {"before": int(query.cursor)}
    customer_id = call.own_session.account.customer_id
    if customer_id is None:
        return Page(())
    with call.context.database.read() as connection:
        found = store.own_shipments(connection, customer_id, query, query.limit + 1, **before)
        page = found[: query.limit]
        rows = store.find_by_ids(connection, [row_id for row_id, _ in page])
        messages = messages_of(call, connection, rows.values())
    items = tuple(msgspec.structs.replace(messages[row_id], booked_at=booked_at) for row_id, booked_at in page)
    return Page(items, str(page[-1][0]) if len(found) > query.limit else UNSET)


ROUTES = (
    Route(LIST_OWN_SHIPMENTS, own),
    Route(GET_SHIPMENT, show),
    Route(TRACE, trace),
)
