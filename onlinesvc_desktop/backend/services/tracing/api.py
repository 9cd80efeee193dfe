# SPDX-License-Identifier: MIT
"""One shipment and many traces, each as far as the asker may see."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError, field_error, wait_first
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.tracing.rules import likely_meant
from onlinesvc_desktop.backend.shipments import matches_of, message_of, normalised
from onlinesvc_desktop.backend.store import shipments as store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.whole_shipment import find_whole_shipment
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Role
from onlinesvc_desktop.contract.shipment import ReferenceType, Shipment
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT, TRACE, Trace, TraceOutcome, TraceRequest, Traces

_MOST_SUGGESTIONS = 3
_SUGGESTED_FOR = 100
"""How many of the numbers not found are looked at closer in one request."""


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
        found = find_whole_shipment(connection, call.path["autopro"].upper())
    if found is None:
        _refuse_unless_ours(call.path["autopro"])
        raise ApiError(ErrorCode.SHIPMENT_NOT_FOUND)
    _note_look(call, [found.row.autopro_number])
    message = message_of(call, found.row, found.parties, found.references)
    return msgspec.structs.replace(_dated(call, message), events=found.events)


def _dated(call: Call, shipment: Shipment) -> Shipment:
    """Say up to when a standby knew what it answers."""
    return shipment if call.known_until is None else msgspec.structs.replace(shipment, known_until=call.known_until)


def _refuse_unless_ours(number: str) -> None:
    """Say that a number which no shipment has is malformed, unless it has our nine digits.

    Raises:
        ApiError: it has not.
    """
    if not _is_ours(number):
        raise field_error("/autopro", FieldCode.MALFORMED)


def trace(call: Call, request: TraceRequest) -> Traces:
    """Trace many references; each is answered on its own."""
    _charge_throttle(call, len(request.references))
    stored = [normalised(request.reference_type, reference) for reference in request.references]
    values = sorted({value for value in stored if value is not None})
    with call.context.database.read() as connection:
        matches = matches_of(call, connection, request.reference_type, values)
        if request.reference_type is ReferenceType.AUTOPRO:
            stored = [value if value in matches or _is_ours(value) else None for value in stored]
        missing = [value for value in values if value not in matches and value in stored]
        kinds = {} if request.reference_type is ReferenceType.ANY else store.kinds_of_references(connection, missing)
        meant = _meant(call, connection, [value for value in missing if value not in kinds])
    _note_look(call, dict.fromkeys(shipment.autopro_number for found in matches.values() for shipment in found))
    items = []
    for reference, value in zip(request.references, stored, strict=True):
        found = tuple(_dated(call, one) for one in matches.get(value or "", ()))
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


def _is_ours(value: str | None) -> bool:
    """Tell whether a number has our nine digits; another carrier's is known by its shipment alone."""
    return value is not None and not isinstance(parse_autopro(value), AutoproFault)


def _outcome(value: str | None, matches: int) -> TraceOutcome:
    if value is None:
        return TraceOutcome.MALFORMED
    if matches == 0:
        return TraceOutcome.NOT_FOUND
    return TraceOutcome.FOUND if matches == 1 else TraceOutcome.SEVERAL


ROUTES = (
    Route(GET_SHIPMENT, show),
    Route(TRACE, trace),
)
