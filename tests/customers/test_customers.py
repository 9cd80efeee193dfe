# SPDX-License-Identifier: MIT
"""Customers and their company keys, over HTTP: shown once, kept as a hash, revoked for good, noted."""

import re

from sqlalchemy import select

from onlinesvc_desktop.backend.store.customers import customer_of_key
from onlinesvc_desktop.backend.store.tables.accounts import company_keys
from onlinesvc_desktop.contract.customers import CompanyKey
from tests.support.life import Life, code_of


def owner(life: Life, requestor: str, authorization: str) -> str | None:
    with life.server.context.database.read() as connection:
        customer = customer_of_key(connection, CompanyKey(requestor, authorization))
    return None if customer is None else customer.number


def test_a_company_key_is_shown_once_and_opens_its_own_customer_until_it_is_revoked(life: Life):
    customer = life.admin("GET", "/customers").json()["items"][0]
    issued = life.admin("POST", f"/customers/{customer['id']}/company-keys")
    assert issued.status_code == 201
    key = issued.json()
    assert re.fullmatch(r"[A-Z0-9]{6}", key["requestor"])
    assert re.fullmatch(r"[A-Z0-9]{60}", key["authorization"])
    stored = life.scalar(select(company_keys.c.authorization_hash))
    assert key["authorization"].encode() not in bytes(stored)
    assert key["authorization"] not in life.admin("GET", "/customers").text
    assert owner(life, **key) == customer["number"]
    assert owner(life, key["requestor"], key["authorization"][:-1] + "-") is None
    assert owner(life, "NOBODY", key["authorization"]) is None

    path = f"/customers/{customer['id']}/company-keys/{key['requestor']}"
    assert code_of(life.admin("DELETE", path.replace(str(customer["id"]), "99999", 1))) == "not_found"
    assert life.admin("DELETE", path).status_code == 204
    assert code_of(life.admin("DELETE", path)) == "not_found"
    assert owner(life, **key) is None
    listed = life.admin("GET", f"/customers?search={customer['number']}").json()["items"][0]
    assert listed["company_keys"][0]["revoked_at"]
    lines = life.admin("GET", "/audit?search=" + key["requestor"]).json()["items"]
    assert [line["action"] for line in lines] == ["company_key_revoked", "company_key_issued"]


def test_customers_are_found_by_every_word_and_count_their_open_codes(life: Life):
    life.new_code()
    (found,) = life.admin("GET", "/customers?search=belanger+c-900").json()["items"]
    assert (found["number"], found["open_access_codes"]) == ("C-900", 1)
    life.admin("POST", "/access-codes/MBELANGER/close")
    (closed,) = life.admin("GET", "/customers?search=c-900").json()["items"]
    assert closed["open_access_codes"] == 0
    assert life.admin("GET", "/customers?search=nowhere").json()["items"] == []
    assert code_of(life.admin("POST", "/customers/99999/company-keys")) == "not_found"
