# SPDX-License-Identifier: MIT
"""Rows of claims: numbers that are drawn, versions, steps, and files whose content is kept once."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.claims.rules import still_wanted
from onlinesvc_desktop.backend.services.claims.tables import claim_files, claim_steps, claims
from onlinesvc_desktop.backend.store.contents import keep_content, read_content
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.contents import contents
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.claim_rules import cap_of, must_follow_soon
from onlinesvc_desktop.contract.claim_terms import OPEN_STATES, WAITING_STATES, ClaimDoor, ClaimKind, ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import Claim, ClaimDetails, ClaimFile, ClaimStep, Outlook, cost_of
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.messages import from_json

_LOWEST, _SPAN = 100_000_000, 900_000_000
_PAPERS = tuple[ClaimPaper, ...]
_EVERY: Select[Any] = select(
    claims,
    access_codes.c.code.label("code"),
    customers.c.name.label("customer"),
    customers.c.number.label("customer_number"),
).select_from(
    claims.join(access_codes, claims.c.access_code_id == access_codes.c.id).outerjoin(
        customers, claims.c.customer_id == customers.c.id
    )
)


@dataclass(frozen=True, slots=True)
class ClaimOwner:
    """Whose claims: an enterprise's, or those of an access code that belongs to none."""

    customer_id: int | None
    access_code_id: int


@dataclass(frozen=True, slots=True)
class Move:
    """Where a claim goes, and what goes with it; without an amount that of the last offer stays."""

    state: ClaimState
    reason: str = ""
    asked: Sequence[ClaimPaper] = ()
    amount: Decimal | None = None
    payment_reference: str = ""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with what its messages do not say."""

    claim: Claim
    language: Language
    access_code_id: int
    default_email: str | None

    @property
    def email(self) -> str | None:
        """Where news of it goes."""
        return self.default_email if self.claim.email is UNSET else self.claim.email


def _new_number(connection: Connection) -> str:
    """Return a number that no claim has. It is drawn, so that a restored backup does not give one out again."""
    while True:
        number = f"C{_LOWEST + secrets.randbelow(_SPAN)}"
        if connection.execute(select(claims.c.id).where(claims.c.number == number)).first() is None:
            return number


def add_claim(
    connection: Connection,
    owner: ClaimOwner,
    shipment_id: int,
    details: ClaimDetails,
    outlook: Outlook,
    is_late: bool,
    language: Language,
    now: datetime,
) -> str:
    """Write a claim with its first step and return its number."""
    number = _new_number(connection)
    row_id = connection.execute(
        insert(claims)
        .values(
            number=number,
            customer_id=owner.customer_id,
            access_code_id=owner.access_code_id,
            shipment_id=shipment_id,
            state=ClaimState.SUBMITTED.value,
            version=1,
            language=language.value,
            submitted_at=to_seconds(now),
            details=msgspec.json.encode(details).decode(),
            outlook=msgspec.json.encode(outlook).decode(),
            asked="[]",
            is_late=int(is_late),
            reason="",
            payment_reference="",
        )
        .returning(claims.c.id)
    ).scalar_one()
    _note_step(connection, int(row_id), owner.access_code_id, now)
    return number


def change_claim(
    connection: Connection, claim: Claim, details: ClaimDetails, outlook: Outlook, is_late: bool, by: int, now: datetime
) -> None:
    """Write what a claim is now; the carrier looks at it again. The caller holds the row."""
    _write(
        connection,
        claim,
        by,
        now,
        state=ClaimState.SUBMITTED.value,
        details=msgspec.json.encode(details).decode(),
        outlook=msgspec.json.encode(outlook).decode(),
        is_late=int(is_late),
        asked="[]",
        reason="",
    )


def move_claim(connection: Connection, claim: Claim, move: Move, by: int, now: datetime) -> None:
    """Bring a claim into a state. The caller holds the row."""
    values: dict[str, Any] = {
        "state": move.state.value,
        "reason": move.reason,
        "payment_reference": move.payment_reference,
        "asked": msgspec.json.encode(move.asked).decode(),
    }
    if move.amount is not None:
        values["offered_cents"] = int(move.amount * 100)
    _write(connection, claim, by, now, **values)


def _write(connection: Connection, claim: Claim, by: int, now: datetime, **values: Any) -> None:
    written = update(claims).where(claims.c.id == claim.id)
    connection.execute(written.values(version=claims.c.version + 1, **values))
    _note_step(connection, claim.id, by, now)


def _note_step(connection: Connection, row_id: int, by: int, now: datetime) -> None:
    row = connection.execute(select(claims).where(claims.c.id == row_id)).one()
    connection.execute(
        insert(claim_steps).values(
            claim_id=row_id,
            state=row.state,
            door=from_json(row.details, ClaimDetails).door.value,
            at=to_seconds(now),
            access_code_id=by,
            reason=row.reason,
            offered_cents=row.offered_cents,
            payment_reference=row.payment_reference,
        )
    )


def find_claim(connection: Connection, owner: ClaimOwner | None, number: str, hold: bool = False) -> StoredClaim | None:
    """Return a claim with its steps; of anyone, for None. With ``hold`` nobody else writes it meanwhile."""
    if hold:
        connection.execute(select(claims.c.id).where(claims.c.number == number).with_for_update())
    row = connection.execute(_of(owner).where(claims.c.number == number)).first()
    if row is None:
        return None
    steps = connection.execute(select(claim_steps).where(claim_steps.c.claim_id == row.id).order_by(claim_steps.c.id))
    claim = _claim(row, _files_of(connection, [row.id]).get(row.id, ()))
    claim = msgspec.structs.replace(claim, steps=tuple(_step(one) for one in steps))
    email = connection.execute(
        select(access_codes.c.default_email).where(access_codes.c.id == row.access_code_id)
    ).scalar_one()
    return StoredClaim(claim, Language(row.language), row.access_code_id, email)


def list_claims(
    connection: Connection, owner: ClaimOwner | None, state: ClaimState | UnsetType, search: Search
) -> list[Claim]:
    """Return claims that contain every word, the newest first."""
    statement = _of(owner) if state is UNSET else _of(owner).where(claims.c.state == state.value)
    rows = search_rows(connection, statement, claims.c.id, _text_of, search)
    files = _files_of(connection, [row.id for row in rows])
    return [_claim(row, files.get(row.id, ())) for row in rows]


def count_waiting(_: Context, connection: Connection) -> int:
    """Return in how many claims the carrier has the next word."""
    waiting = claims.c.state.in_([state.value for state in WAITING_STATES])
    return int(connection.execute(select(func.count()).select_from(claims).where(waiting)).scalar_one())


def count_due(connection: Connection, owner: ClaimOwner, now: datetime) -> int:
    """Return how many open notices of an owner have seven days or less for their claim."""
    rows = connection.execute(_of(owner).where(claims.c.state.in_([state.value for state in OPEN_STATES])))
    return sum(
        must_follow_soon(
            from_json(row.details, ClaimDetails).door,
            ClaimState(row.state),
            from_json(row.outlook, Outlook),
            now,
        )
        for row in rows
    )


def add_file(
    connection: Connection,
    claim: Claim,
    paper: ClaimPaper,
    name: str,
    media_type: str,
    content: bytes,
    by: int,
    now: datetime,
) -> None:
    """Add a file to a claim; the same content is kept once, and the same file of a claim is listed once."""
    digest = keep_content(connection, content, media_type)
    same = (claim_files.c.claim_id == claim.id, claim_files.c.digest == digest, claim_files.c.paper == paper.value)
    if connection.execute(select(claim_files.c.id).where(*same)).first() is None:
        values = {"claim_id": claim.id, "digest": digest, "paper": paper.value, "name": name}
        connection.execute(insert(claim_files).values(**values, added_at=to_seconds(now), access_code_id=by))
    asked = connection.execute(select(claims.c.asked).where(claims.c.id == claim.id)).scalar_one()
    left = [one for one in from_json(asked, _PAPERS) if one is not paper]
    connection.execute(
        update(claims)
        .where(claims.c.id == claim.id)
        .values(asked=msgspec.json.encode(left).decode(), version=claims.c.version + 1)
    )


def read_file(connection: Connection, claim: Claim, file_id: int) -> tuple[ClaimFile, bytes] | None:
    """Return a file of a claim with its content."""
    file = next((one for one in claim.documents if one.id == file_id), None)
    if file is None:
        return None
    digest = connection.execute(select(claim_files.c.digest).where(claim_files.c.id == file_id)).scalar_one()
    return file, read_content(connection, digest)


def _of(owner: ClaimOwner | None) -> Select[Any]:
    if owner is None:
        return _EVERY
    if owner.customer_id is None:
        return _EVERY.where(claims.c.access_code_id == owner.access_code_id)
    return _EVERY.where(claims.c.customer_id == owner.customer_id)


def _files_of(connection: Connection, claim_ids: Iterable[int]) -> dict[int, tuple[ClaimFile, ...]]:
    found = dict[int, tuple[ClaimFile, ...]]()
    statement = (
        select(claim_files, contents.c.media_type, contents.c.size)
        .join(contents, contents.c.digest == claim_files.c.digest)
        .where(claim_files.c.claim_id.in_(list(claim_ids)))
        .order_by(claim_files.c.id)
    )
    for row in connection.execute(statement):
        file = ClaimFile(row.id, ClaimPaper(row.paper), row.name, row.media_type, row.size, from_seconds(row.added_at))
        found[row.claim_id] = (*found.get(row.claim_id, ()), file)
    return found


def _text_of(row: Row[Any]) -> str:
    outlook = from_json(row.outlook, Outlook)
    details = from_json(row.details, ClaimDetails)
    parts = (row.number, outlook.autopro_number, outlook.shipper.name, outlook.consignee.name, details.description)
    return " ".join((*parts, row.customer or "", row.customer_number or "", row.code, row.payment_reference))


def _money(cents: int | None) -> str | UnsetType:
    return UNSET if cents is None else f"{cents // 100}.{cents % 100:02d}"


def _step(row: Row[Any]) -> ClaimStep:
    return ClaimStep(
        ClaimState(row.state),
        from_seconds(row.at),
        ClaimDoor(row.door),
        row.reason,
        _money(row.offered_cents),
        row.payment_reference,
    )


def _claim(row: Row[Any], files: tuple[ClaimFile, ...]) -> Claim:
    details = from_json(row.details, ClaimDetails)
    outlook = from_json(row.outlook, Outlook)
    declared = None if details.declared_value is UNSET else cap_of(0, Decimal(details.declared_value))
    kind = ClaimKind.DAMAGE if details.kind is UNSET else details.kind
    state = ClaimState(row.state)
    asked = from_json(row.asked, _PAPERS)
    return Claim(
        id=row.id,
        claim_number=row.number,
        state=state,
        version=row.version,
        outlook=outlook,
        deadlines=outlook.deadlines,
        submitted_at=from_seconds(row.submitted_at),
        is_late=bool(row.is_late),
        claimed=f"{cost_of(details.lines):.2f}" if details.lines else UNSET,
        liability_cap=outlook.liability_cap if declared is None else str(declared),
        documents_wanted=still_wanted(details.door, kind, asked, {file.paper for file in files}),
        documents=files,
        submitted_by=row.code,
        customer=row.customer or "",
        reason=row.reason,
        offered=_money(row.offered_cents),
        payment_reference=row.payment_reference,
        **{name: getattr(details, name) for name in ClaimDetails.__struct_fields__},
    )
