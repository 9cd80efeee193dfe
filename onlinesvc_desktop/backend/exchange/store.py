# SPDX-License-Identifier: MIT
"""Whom we exchange files with, what went out, what came in, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.backend.store.tables.exchange import (
    exchange_asked,
    exchange_numbers,
    exchange_parties,
    exchange_taken,
)
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.bundle import KEY_LETTERS, BundledAnswer, BundledRequest
from onlinesvc_desktop.contract.decisions import RequestState
from onlinesvc_desktop.contract.messages import from_json, from_values

_QUEUES: Final[Mapping[str, RequestTable[Any, Any]]] = MappingProxyType(
    {service.requests.kind: service.requests for service in SERVICES if service.requests is not None}
)


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A side we trust: last number written to it, last taken from it, last of ours that it confirmed.

    ``access_code``: under which it ships here, empty when it does not; ``carrier_since``: since when (seconds) bills and
    pickups of this side go to it.
    """

    id: str
    name: str
    public_key: str
    written: int
    taken: int
    confirmed: int
    access_code: str = ""
    carrier_since: int | None = None


def parties(connection: Connection) -> list[KnownParty]:
    """Return everybody we trust."""
    rows = connection.execute(select(exchange_parties).order_by(exchange_parties.c.name))
    return [_party(row) for row in rows]


def _party(row: Row[Any]) -> KnownParty:
    numbers = (row.written, row.taken, row.confirmed)
    return KnownParty(row.id, row.name, row.public_key, *numbers, row.access_code, row.carrier_since)


def let_ship(connection: Connection, party: str, access_code: str) -> None:
    """Let a side ship here under an access code."""
    connection.execute(update(exchange_parties).where(exchange_parties.c.id == party).values(access_code=access_code))


def make_carrier(connection: Connection, party: str, now: datetime) -> None:
    """Let bills and pickups go to a side from now on, and to no other."""
    connection.execute(update(exchange_parties).where(exchange_parties.c.id != party).values(carrier_since=None))
    still_none = and_(exchange_parties.c.id == party, exchange_parties.c.carrier_since.is_(None))
    connection.execute(update(exchange_parties).where(still_none).values(carrier_since=to_seconds(now)))


def add_party(connection: Connection, party: str, name: str, public_key: str) -> None:
    """Trust a side from now on."""
    connection.execute(
        insert(exchange_parties).values(id=party, name=name, public_key=public_key, written=0, taken=0, confirmed=0)
    )


def remove_party(connection: Connection, party: str) -> None:
    """Trust a side no more: its letters are then those of a stranger, and what was asked of it can be asked of another."""
    for table in (exchange_asked, exchange_taken, exchange_numbers):
        connection.execute(delete(table).where(table.c.party == party))
    connection.execute(delete(exchange_parties).where(exchange_parties.c.id == party))


def lock_party(connection: Connection, party: str) -> KnownParty:
    """Return a party and keep it from everybody else until the transaction ends."""
    row = connection.execute(select(exchange_parties).where(exchange_parties.c.id == party).with_for_update()).one()
    return _party(row)


def note_written(connection: Connection, party: str, number: int) -> None:
    """Note that a letter was written."""
    connection.execute(update(exchange_parties).where(exchange_parties.c.id == party).values(written=number))


def note_taken(connection: Connection, party: str, number: int, confirmed: int) -> None:
    """Note that a letter was taken in, and what it confirmed."""
    values = {"taken": number, "confirmed": confirmed}
    connection.execute(update(exchange_parties).where(exchange_parties.c.id == party).values(**values))


def unanswered(connection: Connection, party: str, now: datetime) -> list[BundledRequest]:
    """Return the pending requests of this side that the other has not answered yet, each under a key it keeps.

    Requests that came from the other side are its own business and stay out.
    """
    found = []
    for kind, queue in _QUEUES.items():
        table = queue.table
        came_in = select(exchange_taken.c.row_id).where(exchange_taken.c.kind == kind)
        asked = exchange_asked.alias()
        is_asked = and_(asked.c.kind == kind, asked.c.row_id == table.c.id, asked.c.party == party)
        rows = connection.execute(
            select(table, asked.c.key.label("asked_key"))
            .outerjoin(asked, is_asked)
            .where(
                table.c.state == RequestState.PENDING.value,
                asked.c.reference.is_(None),
                table.c.id.not_in(came_in),
            )
            .order_by(table.c.id)
        ).all()
        for row in rows:
            key = row.asked_key
            if key is None:
                key = random_letters(KEY_LETTERS)
                values = {"party": party, "kind": kind, "row_id": row.id, "key": key, "asked_at": to_seconds(now)}
                connection.execute(insert(exchange_asked).values(**values))
            fields = {name: getattr(row, name) for name in queue.message.__struct_fields__}
            body = msgspec.Raw(msgspec.json.encode(from_values(fields, queue.message)))
            found.append(BundledRequest(key, kind, from_seconds(row.submitted_at), body))
    return found


def unconfirmed_answers(connection: Connection, party: KnownParty, number: int) -> list[BundledAnswer]:
    """Return how the other side's requests stand, as far as it has not confirmed to know.

    It is noted that letter ``number`` says so.
    """
    answers = []
    for kind, queue in _QUEUES.items():
        table = queue.table
        rows = connection.execute(
            select(exchange_taken, table.c.state, table.c.decision_reason)
            .join(table, table.c.id == exchange_taken.c.row_id)
            .where(
                exchange_taken.c.kind == kind,
                exchange_taken.c.party == party.id,
                or_(exchange_taken.c.said_state != table.c.state, exchange_taken.c.said_in > party.confirmed),
            )
            .order_by(exchange_taken.c.id)
        ).all()
        for row in rows:
            answers.append(BundledAnswer(row.key, row.reference, row.state, row.decision_reason or ""))
            its_own = exchange_taken.c.id == row.id
            said = {"said_state": row.state}
            if row.said_state != row.state or row.said_in == 0:
                said |= {"said_in": number}
            connection.execute(update(exchange_taken).where(its_own).values(**said))
    return answers


def take_request(connection: Connection, party: str, request: BundledRequest, now: datetime) -> bool:
    """Take a request into its queue; False for one that is here already.

    Raises:
        msgspec.ValidationError: its body is not what its kind says, or a field of it is wrong.
    """
    known = select(exchange_taken.c.id).where(exchange_taken.c.party == party, exchange_taken.c.key == request.key)
    if connection.execute(known).first() is not None:
        return False
    reference = _add(connection, request, now)
    table = _QUEUES[request.kind].table
    row_id = connection.execute(select(table.c.id).where(table.c.reference == reference)).scalar_one()
    values = {"party": party, "key": request.key, "kind": request.kind, "row_id": row_id, "reference": reference}
    connection.execute(insert(exchange_taken).values(**values, taken_at=to_seconds(now), said_state="", said_in=0))
    return True


def _add(connection: Connection, request: BundledRequest, now: datetime) -> str:
    queue = _QUEUES.get(request.kind)
    if queue is None:
        raise msgspec.ValidationError(f"unknown kind {request.kind}")
    kept, problems = queue.checked(from_json(request.body, queue.message))
    if problems:
        raise msgspec.ValidationError(f"wrong {problems[0].pointer}")
    return queue.add(connection, kept, now)


def take_answer(connection: Connection, party: KnownParty, answer: BundledAnswer, now: datetime) -> bool:
    """Note what became of a request of ours; False for one that is not ours or known already.

    Raises:
        msgspec.ValidationError: no request can stand so.
    """
    state = from_values(answer.state, RequestState)
    its_own = and_(exchange_asked.c.party == party.id, exchange_asked.c.key == answer.key)
    row = connection.execute(select(exchange_asked).where(its_own)).first()
    if row is None or row.state == state.value:
        return False
    connection.execute(update(exchange_asked).where(its_own).values(reference=answer.reference, state=state.value))
    if state is not RequestState.PENDING:
        reason = f"{party.name}, {answer.reference}: {answer.reason}".rstrip(": ")
        _QUEUES[row.kind].decide(connection, row.row_id, state, None, now, reason=reason)
    return True


def open_requests(connection: Connection, party: str) -> Sequence[Any]:
    """Return what was asked of a side and not decided: kind, reference there, when it was first written."""
    undecided = or_(exchange_asked.c.state.is_(None), exchange_asked.c.state == RequestState.PENDING.value)
    pending = and_(undecided, exchange_asked.c.kind.in_(_QUEUES))
    columns = (exchange_asked.c.kind, exchange_asked.c.row_id, exchange_asked.c.reference, exchange_asked.c.asked_at)
    return connection.execute(select(*columns).where(exchange_asked.c.party == party, pending)).all()
