# SPDX-License-Identifier: MIT
"""Reports by e-mail: once and on a schedule, in the language of the profile, exactly once among workers."""

import csv
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.shipment_report.send import send_due_reports
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.contract.shipment_report import ReportFrequency
from tests.support.life import Life, code_of
from tests.support.mail import text_of

TORONTO = ZoneInfo("America/Toronto")
WANTED = {"recipients": ["quai@expediteur.example"], "days": 60}
DAILY = {"report": WANTED, "frequency": "daily", "at": "07:00", "time_zone": "America/Toronto"}


def ask(life: Life, method: str, path: str, **keywords: Any) -> Any:
    token = life.server.token(life.sample.customer)
    return life.server.ask(method, path, token, **keywords)


def attached(message: Any) -> list[list[str]]:
    (part,) = [part for part in message.walk() if part.get_filename()]
    content = part.get_payload(decode=True)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))


def test_a_report_goes_to_each_address_with_its_figures_and_its_table(life: Life):
    body = {"recipients": ["quai@expediteur.example", "Bureau <bureau@expediteur.example>"], "days": 60}
    sent = ask(life, "POST", "/v1/reports", json=body).json()
    own = ask(life, "GET", "/v1/shipments?limit=200").json()["items"]
    assert sent["messages"] == 2
    assert sent["shipments"] >= len(own)
    life.upkeep()
    for address in ("quai@expediteur.example", "bureau@expediteur.example"):
        (message,) = life.mailbox.to(address)
        rows = attached(message)
        assert len(rows) == sent["shipments"] + 1
        assert rows[1][0] == own[0]["autopro_number"]
        assert str(sent["shipments"]) in text_of(message)
        # The access code is the sender's; those who receive a report may be strangers to it.
        assert life.sample.customer.access_code not in text_of(message)


def test_the_profile_decides_the_language_and_the_request_is_narrowed(life: Life):
    ask(life, "PATCH", "/v1/profile", json={"language": "fr"})
    ask(life, "POST", "/v1/reports", json=WANTED | {"stage": "delivered"})
    life.upkeep()
    (message,) = life.mailbox.to("quai@expediteur.example")
    assert "Envois de" in message["Subject"]
    assert "Services en ligne" in str(message["From"])
    assert [part.get_filename() for part in message.walk() if part.get_filename()] == ["envois.csv"]
    assert "état\N{NO-BREAK SPACE}: Livré" in text_of(message)
    rows = attached(message)
    assert rows[0][1] == "État"
    assert {row[1] for row in rows[1:]} == {"Livré"}
    assert any("," in row[11] for row in rows[1:])


def test_a_report_that_is_cut_says_so(life: Life, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("onlinesvc_desktop.backend.services.shipment_report.send._MOST_SHIPMENTS", 1)
    assert ask(life, "POST", "/v1/reports", json=WANTED).json()["shipments"] == 1
    life.upkeep()
    (message,) = life.mailbox.to("quai@expediteur.example")
    assert len(attached(message)) == 2
    assert "Il y en a d’autres" in text_of(message)
    assert "1 envoi," in str(message["Subject"]).replace("\N{NO-BREAK SPACE}", " ")


def test_a_report_sent_twice_is_one(life: Life):
    key = {"Idempotency-Key": "0123456789abcdef"}
    first = ask(life, "POST", "/v1/reports", json=WANTED, headers=key)
    assert ask(life, "POST", "/v1/reports", json=WANTED, headers=key).json() == first.json()
    assert life.count(outbox) == 1


def test_a_schedule_goes_out_once_each_time_and_once_after_a_long_absence(life: Life):
    item = ask(life, "POST", "/v1/reports/schedules", json=DAILY).json()
    assert ask(life, "GET", "/v1/reports/schedules").json()["items"] == [item]
    context = life.server.context
    assert send_due_reports(context, context.clock()) == 0
    life.later(days=1)
    assert [send_due_reports(context, context.clock()) for _ in range(2)] == [1, 0]
    life.later(days=40)
    assert [send_due_reports(context, context.clock()) for _ in range(2)] == [1, 0]
    assert life.count(outbox) == 2
    assert ask(life, "DELETE", f"/v1/reports/schedules/{item['id']}").status_code == 204
    assert code_of(ask(life, "DELETE", f"/v1/reports/schedules/{item['id']}")) == "not_found"
    life.later(days=2)
    assert send_due_reports(context, context.clock()) == 0


def test_nobody_ends_the_schedule_of_another(life: Life):
    item = ask(life, "POST", "/v1/reports/schedules", json=DAILY).json()
    token = life.server.token(life.sample.other_customer)
    assert life.server.ask("DELETE", f"/v1/reports/schedules/{item['id']}", token).status_code == 404


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"report": WANTED | {"recipients": ["nobody"]}}, "/report/recipients/0"),
        ({"report": WANTED | {"recipients": []}}, "/report/recipients"),
        ({"report": WANTED | {"recipients": ["a@b.example"] * 5}}, "/report/recipients"),
        ({"time_zone": "Nowhere/City"}, "/time_zone"),
        ({"time_zone": "../etc/passwd"}, "/time_zone"),
        ({"at": "25:00"}, "/at"),
        ({"frequency": "hourly"}, "/frequency"),
    ],
)
def test_a_wrong_field_is_named(life: Life, change: dict[str, Any], pointer: str):
    answer = ask(life, "POST", "/v1/reports/schedules", json=DAILY | change)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


@given(
    st.sampled_from(ReportFrequency),
    st.integers(1, 7),
    st.times().map(lambda time: f"{time:%H:%M}"),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC)),  # noqa: DTZ001
)
def test_the_next_run_is_the_first_at_that_time_of_day(frequency: ReportFrequency, weekday: int, at: str, after: datetime):
    moment = next_run(frequency, weekday, at, TORONTO, after)
    assert after < moment <= after + timedelta(days=8)
    local = moment.astimezone(TORONTO)
    if frequency is ReportFrequency.WEEKLY:
        assert local.isoweekday() == weekday
    # An hour that summer time skips is the only one that is moved.
    assert f"{local:%H:%M}" == at or (at.startswith("02:") and local.month == 3)
