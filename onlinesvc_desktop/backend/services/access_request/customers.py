# SPDX-License-Identifier: MIT
"""The customer that a personal access request leads to."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.access_request import AccessRequestItem, NewCustomer


def find_customer(connection: Connection, number: str) -> int | None:
    """Return the row of a customer number."""
    row = connection.execute(select(customers.c.id).where(customers.c.number == number.strip())).scalar()
    return None if row is None else int(row)


def add_customer(connection: Connection, new: NewCustomer, request: AccessRequestItem, now: datetime) -> int:
    """Write a customer with the request's address and return its row."""
    written = connection.execute(
        insert(customers).values(
            number=new.number.strip(),
            name=new.name.strip() or request.company,
            language=request.language.value,
            created_at=to_seconds(now),
            address1=request.address1,
            city=request.city,
            province=request.province,
            postal_code=request.postal_code,
        )
    )
    assert written.inserted_primary_key is not None
    return int(written.inserted_primary_key[0])
