# SPDX-License-Identifier: MIT
"""Bills of lading and pickups in letters: what of ours goes out, what of others was taken in, and what became of either."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, and_, insert, or_, select, update

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.store import KnownParty, take_answer, take_request
from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.tables.exchange import exchange_asked, exchange_numbers, exchange_taken
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.travelling import REFUSED, Desk, RefusedPaperError, Sender, Sought, Standing, Travelling
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.bundle import KEY_LETTERS, BundledAnswer, BundledRequest
from onlinesvc_desktop.contract.codes import Right

KINDS: Final[Mapping[str, Travelling]] = MappingProxyType(
    {service.travelling.kind: service.travelling for service in SERVICES if service.travelling is not None}
)
"""In the order in which they are taken in: a bill comes before its pickup."""
MOST_BODY_BYTES = 32 * 1024 * 1024
"""Half of what a bundle may hold; what is beyond goes with the next letter."""


def unanswered_papers(connection: Connection, party: KnownParty, now: datetime) -> list[BundledRequest]:
    """Return the papers of this side whose newest revision its carrier has not answered; none to anybody else."""
    if party.carrier_since is None:
        return []
    lent = select(exchange_numbers).where(exchange_numbers.c.party == party.id, exchange_numbers.c.said_in.is_(None))
    numbers = tuple((row.first, row.last, row.token) for row in connection.execute(lent.order_by(exchange_numbers.c.id)))
    found, room = list[BundledRequest](), MOST_BODY_BYTES
    for kind, travelling in KINDS.items():
        of_kind = and_(exchange_asked.c.kind == kind, exchange_asked.c.party == party.id)
        asked = {row.row_id: row for row in connection.execute(select(exchange_asked).where(of_kind))}
        came_in = set(connection.execute(select(exchange_taken.c.row_id).where(exchange_taken.c.kind == kind)).scalars())
        sought = Sought(from_seconds(party.carrier_since), numbers, frozenset(asked))
        for paper in travelling.papers(connection, sought):
            row = asked.get(paper.row_id)
            if paper.row_id in came_in or (row is not None and row.answered >= paper.revision):
                continue
            room -= len(paper.body)
            if room < 0:
                return found
            key = _ask(connection, party, kind, paper.row_id, now) if row is None else row.key
            found.append(BundledRequest(key, kind, paper.written_at, msgspec.Raw(paper.body), paper.revision))
    return found


def _ask(connection: Connection, party: KnownParty, kind: str, row_id: int, now: datetime) -> str:
    key = random_letters(KEY_LETTERS)
    values = {"party": party.id, "kind": kind, "row_id": row_id, "key": key, "asked_at": to_seconds(now)}
    connection.execute(insert(exchange_asked).values(**values))
    return key


def paper_answers(connection: Connection, party: KnownParty, number: int) -> list[BundledAnswer]:
    """Return where the other side's papers stand, as far as it has not confirmed to know.

    It is noted that letter ``number`` says so.
    """
    answers = []
    own = and_(exchange_taken.c.party == party.id, exchange_taken.c.kind.in_(KINDS))
    for row in connection.execute(select(exchange_taken).where(own).order_by(exchange_taken.c.id)).all():
        stands = _standing(connection, row)
        said = "|".join((stands.state, stands.day.isoformat() if stands.day else ""))[:20]
        if row.said_state == said and row.said_in <= party.confirmed:
            continue
        if row.said_state != said or row.said_in == 0:
            its_own = exchange_taken.c.id == row.id
            connection.execute(update(exchange_taken).where(its_own).values(said_state=said, said_in=number))
        reason = row.refused or stands.reason
        answers.append(BundledAnswer(row.key, stands.reference, stands.state, reason, row.revision, stands.day))
    return answers


def _standing(connection: Connection, row: Row[Any]) -> Standing:
    if row.row_id == 0:
        return Standing("", REFUSED, row.refused)
    return KINDS[row.kind].standing(connection, row.row_id)


def take_in(connection: Connection, desk: Desk, party: KnownParty, request: BundledRequest, now: datetime) -> bool:
    """Take a request in, or a later revision of a paper; False for one that is here already.

    Raises:
        msgspec.DecodeError: its body is not what its kind says, or its kind is unknown.
        BundleError: the other side may not ship here.
    """
    if request.kind not in KINDS:
        return take_request(connection, party.id, request, now)
    travelling, sender = KINDS[request.kind], sender_of(connection, party)
    known = and_(exchange_taken.c.party == party.id, exchange_taken.c.key == request.key)
    row = connection.execute(select(exchange_taken).where(known)).first()
    if row is not None and (row.kind != request.kind or request.revision <= row.revision or row.row_id == 0):
        return False
    refused, row_id = "", 0 if row is None else row.row_id
    try:
        if row is None:
            row_id = travelling.take(connection, desk, sender, bytes(request.body), now)
        else:
            travelling.change(connection, sender, row_id, bytes(request.body), now)
    except RefusedPaperError as error:
        refused = str(error)
    values = {"revision": request.revision, "refused": refused, "said_state": "", "said_in": 0}
    if row is not None:
        connection.execute(update(exchange_taken).where(exchange_taken.c.id == row.id).values(**values))
        return True
    reference = "" if row_id == 0 else travelling.standing(connection, row_id).reference
    values |= {"party": party.id, "key": request.key, "kind": request.kind, "row_id": row_id, "reference": reference}
    connection.execute(insert(exchange_taken).values(**values, taken_at=to_seconds(now)))
    return True


def sender_of(connection: Connection, party: KnownParty) -> Sender:
    """Return for whom papers of a side are taken in.

    Raises:
        BundleError: it may not ship here.
    """
    account = find_account(connection, party.access_code) if party.access_code else None
    sender = None if account is None else Sender.of(account)
    if account is None or sender is None:
        raise BundleError(f"{party.name} may not ship here; `exchange trust IDENTITY --ships-as ACCESS-CODE` lets it")
    if account.state is not AccountState.ACTIVE or Right.SHIP not in account.rights:
        raise BundleError(f"{party.name} ships under the access code {account.code}, which may not ship now")
    return sender


def take_in_answer(connection: Connection, party: KnownParty, answer: BundledAnswer, now: datetime) -> bool:
    """Note what became of something of ours; False for what is known already or was never asked.

    Raises:
        msgspec.ValidationError: nothing of its kind can stand so.
    """
    its_own = and_(exchange_asked.c.party == party.id, exchange_asked.c.key == answer.key)
    asked = connection.execute(select(exchange_asked).where(its_own)).first()
    if asked is None or asked.kind not in KINDS:
        return take_answer(connection, party, answer, now)
    travelling = KINDS[asked.kind]
    if answer.state not in travelling.states | {REFUSED}:
        raise msgspec.ValidationError(f"unknown state {answer.state}")
    if answer.revision < asked.answered:
        return False
    said = {"reference": answer.reference, "state": answer.state, "reason": answer.reason, "answered": answer.revision}
    is_new = any(getattr(asked, name) != value for name, value in said.items())
    connection.execute(update(exchange_asked).where(its_own).values(**said))
    stands = Standing(answer.reference, answer.state, answer.reason, answer.day)
    return travelling.told(connection, asked.row_id, answer.revision, stands, now) or is_new


def open_papers(connection: Connection, party: str) -> list[tuple[str, str, str]]:
    """Return papers of ours that are not answered or not as we want them: kind, number here, what was answered."""
    not_there = or_(exchange_asked.c.state.is_(None), exchange_asked.c.reason != "")
    statement = select(exchange_asked).where(exchange_asked.c.party == party, exchange_asked.c.kind.in_(KINDS), not_there)
    found = []
    for row in connection.execute(statement.order_by(exchange_asked.c.id)).all():
        number = KINDS[row.kind].standing(connection, row.row_id).reference
        said = "no answer yet" if row.state is None else f"{row.state}, {row.reason}"
        found.append((row.kind, number, said))
    return found
