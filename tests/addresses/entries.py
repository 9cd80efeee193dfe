# SPDX-License-Identifier: MIT
"""Addresses to keep, and two colleagues who keep them."""

from typing import Any

from sqlalchemy import select, update

from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from tests.support.backend import Code, Sample, Server

NAILS: dict[str, Any] = {
    "name": "Clous Bélanger inc.",
    "address1": "1200, rue des Érables",
    "city": "Montréal",
    "province": "QC",
    "postal_code": "H3B 1A1",
    "country": "CA",
    "telephone": "514-555-0142",
}
STEEL: dict[str, Any] = {
    "name": "Redstone Steel Ltd.",
    "address1": "88 Foundry Street",
    "city": "Toronto",
    "province": "ON",
    "postal_code": "M5V 2T6",
    "country": "CA",
}


def colleagues(server: Server, sample: Sample) -> tuple[Code, Code]:
    """Return two access codes, both made ones of one customer."""
    first, second = sample.customer, sample.third_customer
    with server.context.database.write() as connection:
        customer = select(access_codes.c.customer_id).where(access_codes.c.code == first.access_code).scalar_subquery()
        connection.execute(
            update(access_codes).where(access_codes.c.code == second.access_code).values(customer_id=customer)
        )
    return first, second


def add(server: Server, token: str, **values: Any) -> dict[str, Any]:
    answer = server.ask("POST", "/v1/addresses", token, json=NAILS | values)
    assert answer.status_code == 201, answer.text
    item: dict[str, Any] = answer.json()
    return item
