# SPDX-License-Identifier: MIT
"""A few invented claims of the sample's first customers, each at another point of its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection, select, update

from onlinesvc_desktop.backend.services.claims.outlook import outlook_of
from onlinesvc_desktop.backend.services.claims.store import ClaimOwner, Move, add_claim, find_claim, move_claim
from onlinesvc_desktop.backend.services.claims.tables import claims
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.shipments import ShipmentRow, find_by_ids
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments
from onlinesvc_desktop.contract.claim_terms import ClaimDoor, ClaimKind, ClaimPaper, ClaimState
from onlinesvc_desktop.contract.claims import ClaimDetails, ClaimLine

_CUSTOMERS, _LOOKED_AT = 3, 60
_FIRST_NUMBER = 400_000_001


@dataclass(frozen=True, slots=True)
class _Story:
    details: ClaimDetails
    moves: tuple[Move, ...]


_STORIES = (
    _Story(
        ClaimDetails(
            door=ClaimDoor.NOTICE, kind=ClaimKind.CONCEALED_DAMAGE, description="Two boxes crushed below the top layer."
        ),
        (Move(ClaimState.ACKNOWLEDGED),),
    ),
    _Story(
        ClaimDetails(
            door=ClaimDoor.CLAIM,
            kind=ClaimKind.SHORTAGE,
            lines=(ClaimLine(3, "Cartons of ceramic tile", "48.20", "96"),),
        ),
        (Move(ClaimState.DOCUMENTS_NEEDED, "Which cartons were missing at the dock?", (ClaimPaper.PACKING_LIST,)),),
    ),
    _Story(
        ClaimDetails(
            door=ClaimDoor.CLAIM,
            kind=ClaimKind.DAMAGE,
            lines=(ClaimLine(1, "Workbench, oak", "310.00", "85"), ClaimLine(2, "Vise", "64.75", "18")),
        ),
        (
            Move(ClaimState.OFFERED, amount=Decimal("439.50")),
            Move(ClaimState.PAID, payment_reference="Cheque 20417"),
        ),
    ),
)


def write_claims(connection: Connection, access_codes: Sequence[str], as_of: datetime) -> None:
    """Write a claim for each of the first customers who has a delivered shipment; the same for the same sample."""
    for index, (code, story) in enumerate(zip(access_codes[:_CUSTOMERS], _STORIES, strict=False)):
        account = find_account(connection, code)
        assert account is not None
        shipment = _delivered(connection, account)
        if shipment is not None:
            _write(connection, account, shipment, story, f"C{_FIRST_NUMBER + index}", as_of)


def _delivered(connection: Connection, account: Account) -> ShipmentRow | None:
    newest = (
        select(customer_shipments.c.shipment_id)
        .where(customer_shipments.c.customer_id == account.customer_id)
        .order_by(customer_shipments.c.shipment_id.desc())
        .limit(_LOOKED_AT)
    )
    rows = find_by_ids(connection, connection.execute(newest).scalars()).values()
    return max((row for row in rows if row.status.code == "D1"), key=lambda row: row.id, default=None)


def _write(
    connection: Connection, account: Account, shipment: ShipmentRow, story: _Story, number: str, as_of: datetime
) -> None:
    owner = ClaimOwner(account.customer_id, account.id)
    at = as_of - timedelta(hours=30)
    outlook = outlook_of(connection, shipment)
    drawn = add_claim(connection, owner, shipment.id, story.details, outlook, False, account.language, at)
    connection.execute(update(claims).where(claims.c.number == drawn).values(number=number))
    for step, move in enumerate(story.moves, start=1):
        filed = find_claim(connection, None, number)
        assert filed is not None
        move_claim(connection, filed.claim, move, account.id, at + timedelta(hours=4 * step))
