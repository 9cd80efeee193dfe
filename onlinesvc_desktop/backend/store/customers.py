# SPDX-License-Identifier: MIT
"""The administrator's list of customers, and their company keys."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hmac import compare_digest
from typing import Any

from msgspec import UNSET
from sqlalchemy import Connection, Row, func, insert, select, update

from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, company_keys, customers
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.customers import CompanyKey, CompanyKeyItem, CustomerItem

_OPEN_CODES = (
    select(func.count())
    .where(access_codes.c.customer_id == customers.c.id, access_codes.c.state != AccountState.CLOSED.value)
    .scalar_subquery()
    .label("open_access_codes")
)
_ITEMS = select(customers, _OPEN_CODES)
_NO_KEY = bytes(32)


def list_customers(connection: Connection, search: Search) -> list[CustomerItem]:
    """Return customers that contain every word, the newest first."""

    def text_of(row: Row[Any]) -> str:
        return f"{row.number} {row.name} {row.address1 or ''} {row.city or ''} {row.postal_code or ''}"

    rows = search_rows(connection, _ITEMS, customers.c.id, text_of, search)
    keys = _keys_of(connection, [row.id for row in rows])
    return [_item(row, keys[row.id]) for row in rows]


def find_customer(connection: Connection, customer_id: int) -> CustomerItem | None:
    """Return one customer by its row."""
    row = connection.execute(_ITEMS.where(customers.c.id == customer_id)).first()
    return None if row is None else _item(row, _keys_of(connection, [customer_id])[customer_id])


def customer_id_of(connection: Connection, number: str) -> int | None:
    """Return the row of a customer by its number."""
    return connection.execute(select(customers.c.id).where(customers.c.number == number)).scalar()


def customer_ids_of(connection: Connection, numbers: Iterable[str]) -> dict[str, int]:
    """Return the rows of those customers that are known, by number."""
    wanted = customers.c.number.in_(sorted(set(numbers)))
    rows = connection.execute(select(customers.c.number, customers.c.id).where(wanted))
    return {row.number: row.id for row in rows}


def issue_company_key(connection: Connection, customer_id: int, key: CompanyKey, at: datetime) -> None:
    """Keep a company key, its authorization only as a hash; it is random, so no slow hash is needed."""
    connection.execute(
        insert(company_keys).values(
            customer_id=customer_id,
            requestor=key.requestor,
            authorization_hash=_hash(key.authorization),
            created_at=to_seconds(at),
        )
    )


def revoke_company_key(connection: Connection, customer_id: int, requestor: str, at: datetime) -> bool:
    """Make a company key worthless; tell whether there was one that was not so yet."""
    statement = (
        update(company_keys)
        .where(company_keys.c.customer_id == customer_id, company_keys.c.requestor == requestor)
        .where(company_keys.c.revoked_at.is_(None))
        .values(revoked_at=to_seconds(at))
    )
    return connection.execute(statement).rowcount == 1


def change_company_key(connection: Connection, customer_id: int, requestor: str, twelve_hours: bool) -> bool:
    """Keep how the program of a company key reads times; tell whether there is such a key."""
    statement = (
        update(company_keys)
        .where(company_keys.c.customer_id == customer_id, company_keys.c.requestor == requestor)
        .where(company_keys.c.revoked_at.is_(None))
        .values(twelve_hours=twelve_hours)
    )
    return connection.execute(statement).rowcount == 1


def customer_of_key(connection: Connection, key: CompanyKey) -> CustomerItem | None:
    """Return the customer a company key belongs to; an unknown one and a wrong one take the same work."""
    row = connection.execute(
        select(company_keys.c.customer_id, company_keys.c.authorization_hash).where(
            company_keys.c.requestor == key.requestor, company_keys.c.revoked_at.is_(None)
        )
    ).first()
    is_right = compare_digest(_NO_KEY if row is None else bytes(row.authorization_hash), _hash(key.authorization))
    return find_customer(connection, row.customer_id) if row is not None and is_right else None


def _hash(authorization: str) -> bytes:
    return hashlib.sha256(authorization.encode()).digest()


def _keys_of(connection: Connection, customer_ids: list[int]) -> defaultdict[int, list[CompanyKeyItem]]:
    statement = select(company_keys).where(company_keys.c.customer_id.in_(customer_ids)).order_by(company_keys.c.id.desc())
    found = defaultdict[int, list[CompanyKeyItem]](list)
    for row in connection.execute(statement):
        revoked_at = UNSET if row.revoked_at is None else from_seconds(row.revoked_at)
        found[row.customer_id].append(
            CompanyKeyItem(row.requestor, from_seconds(row.created_at), revoked_at, row.twelve_hours)
        )
    return found


def _item(row: Row[Any], keys: list[CompanyKeyItem]) -> CustomerItem:
    return CustomerItem(
        id=row.id,
        number=row.number,
        name=row.name,
        language=Language(row.language),
        created_at=from_seconds(row.created_at),
        open_access_codes=row.open_access_codes,
        address1=row.address1 or "",
        city=row.city or "",
        province=row.province or "",
        postal_code=row.postal_code or "",
        company_keys=tuple(keys),
    )
