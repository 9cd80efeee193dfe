# SPDX-License-Identifier: MIT
"""Whether an access code may act is decided once and asked at every door: sign-in, sessions, carrier XML, schedules."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from sqlalchemy import select, update

from onlinesvc_desktop.backend.rules.access import Standing, standing
from onlinesvc_desktop.backend.services.shipment_report.send import send_due_reports
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.contract.access_codes import AccountState
from tests.support.backend import Code
from tests.support.life import Life

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LONG_AGO = int((datetime.now(UTC) - timedelta(days=400)).timestamp())
MAY_NOT_ACT: dict[str, dict[str, Any]] = {
    "the password is over": {"password_changed_at": LONG_AGO},
    "the password is temporary": {"password_temporary": True, "temporary_until": 4_000_000_000},
    "the hours of the temporary password are over": {"password_temporary": True, "temporary_until": LONG_AGO},
    "nobody used it for months": {"last_activity_at": LONG_AGO},
    "it is locked": {"state": "locked"},
    "it is closed": {"state": "closed"},
}


@dataclass(frozen=True)
class Facts:
    state: AccountState = AccountState.ACTIVE
    last_activity_at: datetime = NOW
    password_changed_at: datetime = NOW
    password_temporary: bool = False
    temporary_until: datetime | None = None


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(), Standing.MAY_ACT),
        (Facts(password_changed_at=NOW - timedelta(days=93)), Standing.OWES_PASSWORD),
        (Facts(password_temporary=True, temporary_until=NOW + timedelta(seconds=1)), Standing.OWES_PASSWORD),
        (Facts(password_temporary=True, temporary_until=NOW), Standing.TEMPORARY_OVER),
        (Facts(last_activity_at=NOW - timedelta(days=185)), Standing.SILENT),
        (Facts(state=AccountState.LOCKED, last_activity_at=NOW - timedelta(days=185)), Standing.LOCKED),
        (Facts(state=AccountState.CLOSED, password_temporary=True), Standing.CLOSED),
    ],
)
def test_the_worst_of_its_facts_decides(facts: Facts, expected: Standing):
    assert standing(facts, NOW, open_months=6, active_months=3) is expected


def test_silence_does_not_close_the_last_administrator():
    silent = Facts(last_activity_at=NOW - timedelta(days=400))
    assert standing(silent, NOW, open_months=6, active_months=3, may_close=False) is Standing.MAY_ACT


def set_back(life: Life, code: Code, values: dict[str, Any]) -> None:
    with life.server.context.database.write() as connection:
        connection.execute(update(access_codes).where(access_codes.c.code == code.access_code).values(**values))


def company_key(life: Life, customer_number: str) -> dict[str, str]:
    row = life.scalar(select(customers.c.id).where(customers.c.number == customer_number))
    key: dict[str, str] = life.admin("POST", f"/customers/{row}/company-keys").json()
    return key


def trace(life: Life, key: dict[str, str], code: Code, number: str) -> Element:
    said = key | {"login": code.access_code, "passwd": code.password, "tracetype": "P"}
    content = "".join(f"<{name}>{text}</{name}>" for name, text in said.items())
    body = f"<tracingrequest>{content}<traceitems><item>{number}</item></traceitems></tracingrequest>"
    return fromstring(life.server.ask("POST", "/xml/tracing", data=body.encode()).content)


def own_signed_shipment(life: Life, code: Code) -> dict[str, Any]:
    items = life.server.ask("GET", "/v1/shipments?limit=200", life.server.token(code)).json()["items"]
    found: dict[str, Any] = next(one for one in items if one.get("signed_by"))
    return found


@pytest.mark.parametrize("values", MAY_NOT_ACT.values(), ids=MAY_NOT_ACT)
def test_the_carrier_xml_gives_nothing_private_to_a_code_that_may_not_act(life: Life, values: dict[str, Any]):
    code = life.sample.customer
    shipment = own_signed_shipment(life, code)
    key = company_key(life, code.customer_number)
    number = shipment["autopro_number"]
    assert trace(life, key, code, number).findtext("traceitem/delivery/receivedby") == shipment["signed_by"]
    set_back(life, code, values)
    answer = trace(life, key, code, number)
    assert answer.findtext("errorcode") == "E401"
    assert answer.find("traceitem") is None


def test_a_company_key_goes_with_a_login_of_its_own_customer_alone(life: Life):
    code = life.sample.customer
    number = own_signed_shipment(life, code)["autopro_number"]
    stranger = company_key(life, life.sample.other_customer.customer_number)
    assert trace(life, stranger, code, number).findtext("errormsg") == "login and passwd do not go together"


@pytest.mark.parametrize("values", MAY_NOT_ACT.values(), ids=MAY_NOT_ACT)
def test_a_session_gives_nothing_once_its_code_may_not_act(life: Life, values: dict[str, Any]):
    token = life.server.token(life.sample.customer)
    set_back(life, life.sample.customer, values)
    assert life.server.ask("GET", "/v1/shipments", token).status_code in (401, 403)


@pytest.mark.parametrize("values", MAY_NOT_ACT.values(), ids=MAY_NOT_ACT)
def test_a_schedule_sends_nothing_while_its_code_may_not_act(life: Life, values: dict[str, Any]):
    report = {"recipients": ["a@b.example"], "days": 30}
    schedule = {"report": report, "frequency": "daily", "at": "07:00", "time_zone": "America/Toronto", "weekday": 1}
    token = life.server.token(life.sample.customer)
    assert life.server.ask("POST", "/v1/reports/schedules", token, json=schedule).status_code == 201
    set_back(life, life.sample.customer, values)
    life.later(days=1)
    assert send_due_reports(life.server.context, life.server.clock()) == 0
    assert life.scalar(select(outbox.c.id).where(outbox.c.kind == "shipment_report")) is None
