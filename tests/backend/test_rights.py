# SPDX-License-Identifier: MIT
"""Rights of access codes: an administrator takes them away, the server refuses what needs them, the profile tells."""

from dataclasses import replace

import pytest

from onlinesvc_desktop.backend.api.authenticate import authenticate
from onlinesvc_desktop.backend.api.openapi import openapi_document
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.contract.codes import RIGHTS, ErrorCode, Right
from onlinesvc_desktop.contract.user_profile import LIST_SESSIONS
from tests.support.backend import Code
from tests.support.life import Life

SHIPPING = replace(LIST_SESSIONS, right=Right.SHIP)
ALL = [right.value for right in RIGHTS]


def give(life: Life, code: Code, rights: list[str]) -> None:
    answer = life.admin("PUT", f"/access-codes/{code.access_code}/rights", json={"rights": rights})
    assert answer.json()["rights"] == [right for right in ALL if right in rights]


def enter(life: Life, token: str) -> None:
    context = life.server.context
    authenticate(context, f"Bearer {token}", SHIPPING, "127.0.0.1", context.clock())


def test_every_code_has_every_right_until_one_is_taken_and_the_next_request_feels_it(life: Life):
    token = life.server.token(life.sample.customer)
    assert life.server.ask("GET", "/v1/profile", token).json()["rights"] == ALL
    enter(life, token)
    give(life, life.sample.customer, ["invoices", "rate"])
    assert life.server.ask("GET", "/v1/sessions/current", token).json()["profile"]["rights"] == ["rate", "invoices"]
    with pytest.raises(ApiError) as refused:
        enter(life, token)
    assert refused.value.code is ErrorCode.RIGHT_MISSING
    give(life, life.sample.customer, ALL)
    enter(life, token)


def test_who_set_what_and_who_was_refused_is_in_the_audit_log(life: Life):
    code = life.sample.customer
    give(life, code, ["claims"])
    with pytest.raises(ApiError):
        enter(life, life.server.token(code))
    changed = life.admin("GET", "/audit?action=rights_changed").json()["items"]
    assert [(item["access_code"], item["subject"]) for item in changed] == [
        (life.sample.administrator.access_code, f"{code.access_code}: claims")
    ]
    refused = life.admin("GET", "/audit?action=access_refused").json()["items"]
    assert [(item["access_code"], item["subject"]) for item in refused] == [(code.access_code, SHIPPING.name)]


@pytest.mark.parametrize("rights", [["other"], ["fly"], ["ship"] * 9, "ship", None])
def test_what_is_no_right_is_refused_and_nothing_changes(life: Life, rights: object):
    code = life.sample.customer.access_code
    assert life.admin("PUT", f"/access-codes/{code}/rights", json={"rights": rights}).status_code in (400, 422)
    (item,) = life.admin("GET", f"/access-codes?search={code}").json()["items"]
    assert item["rights"] == ALL


def test_an_administrator_has_every_right_and_keeps_it(life: Life):
    code = life.sample.administrator.access_code
    answer = life.admin("PUT", f"/access-codes/{code}/rights", json={"rights": []})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    assert life.admin("PUT", "/access-codes/NOBODY/rights", json={"rights": []}).status_code == 404


def test_without_invoices_a_payer_sees_no_money(life: Life):
    token = life.server.token(life.sample.customer)

    def with_charges() -> int:
        page = life.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
        return sum("charges" in shipment for shipment in page)

    assert with_charges() > 0
    give(life, life.sample.customer, ["ship"])
    assert with_charges() == 0


def test_the_document_says_which_right_an_operation_needs():
    described = openapi_document([SHIPPING])["paths"][SHIPPING.path]["get"]
    assert described["description"] == "Needs the right `ship`."
    assert "right_missing" in described["responses"]["403"]["description"]
