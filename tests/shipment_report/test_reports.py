# SPDX-License-Identifier: MIT
"""Reports by e-mail: once and on a schedule, in the language of the profile, exactly once among workers."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.shipment_report.send import send_due_reports
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.sent_reports import table_of
from onlinesvc_desktop.backend.store.tables.mail import outbox, reports
from onlinesvc_desktop.contract.shipment_report import ReportFrequency
from tests.support.life import Life, code_of
from tests.support.mail import text_of
from tests.support.versions import migrate_to

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


def test_an_access_code_sends_ten_reports_an_hour(life: Life):
    token = life.server.token(life.sample.customer)
    answers = [life.server.ask("POST", "/v1/reports", token, json=WANTED) for _ in range(12)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 2
    assert 3500 < int(answers[-1].headers["Retry-After"]) <= 3600
    assert life.server.ask("POST", "/v1/reports", life.server.token(life.sample.other_customer), json=WANTED).ok
    life.later(minutes=61)
    assert life.server.ask("POST", "/v1/reports", token, json=WANTED).status_code == 200


def test_schedules_made_anew_each_minute_do_not_go_round_the_limit(life: Life):
    token, context = life.server.token(life.sample.customer), life.server.context
    sent = 0
    for _ in range(3):
        soon = DAILY | {"at": f"{context.clock().astimezone(TORONTO) + timedelta(minutes=1):%H:%M}"}
        items = [life.server.ask("POST", "/v1/reports/schedules", token, json=soon).json() for _ in range(20)]
        life.later(minutes=2)
        sent += send_due_reports(context, context.clock())
        for item in items:
            assert life.server.ask("DELETE", f"/v1/reports/schedules/{item['id']}", token).status_code == 204
    assert sent == 30


def test_with_the_mail_server_away_for_days_schedules_pile_up_to_a_limit(life: Life):
    token, context = life.server.token(life.sample.customer), life.server.context
    four = WANTED | {"recipients": [f"nobody{number}@b.example" for number in range(4)]}
    for _ in range(20):
        assert life.server.ask("POST", "/v1/reports/schedules", token, json=DAILY | {"report": four}).status_code == 201
    for _ in range(5):
        life.later(days=1)
        send_due_reports(context, context.clock())
    assert life.count(outbox) == 120
    assert ask(life, "POST", "/v1/reports", json=WANTED).status_code == 429


def test_the_table_of_a_report_is_kept_once_and_dropped_after_the_last_of_its_messages(life: Life):
    addresses = [f"nobody{number}@b.example" for number in range(4)]
    life.mailbox.refusals[addresses[3]] = "450 4.2.0 Try later"
    assert ask(life, "POST", "/v1/reports", json=WANTED | {"recipients": addresses}).status_code == 200
    assert life.scalar(select(func.count(reports.c.content))) == 1
    life.upkeep()
    assert all(attached(life.mailbox.to(address)[0]) for address in addresses[:3])
    assert life.scalar(select(func.count(reports.c.content))) == 1
    life.mailbox.refusals.clear()
    life.later(minutes=2)
    life.upkeep()
    assert attached(life.mailbox.to(addresses[3])[0])
    assert life.scalar(select(func.count(reports.c.content))) == 0


def test_the_table_of_a_report_that_nobody_takes_is_dropped_after_a_month(life: Life):
    life.mailbox.refusals["a@b.example"] = "550 5.1.1 Nobody here"
    assert ask(life, "POST", "/v1/reports", json=WANTED | {"recipients": ["a@b.example"]}).status_code == 200
    life.upkeep()
    mail_id = life.scalar(select(outbox.c.id).where(outbox.c.state == "failed"))
    assert life.admin("POST", f"/outbox/{mail_id}/retry").status_code == 200
    life.upkeep()
    life.later(days=31)
    life.upkeep()
    assert life.count(reports) == 0
    assert code_of(life.admin("POST", f"/outbox/{mail_id}/retry")) == "wrong_state"


def test_messages_of_a_report_that_wait_at_an_upgrade_keep_their_table(tmp_path: Path):
    database = Database(sqlite_url(tmp_path))
    migrate_to(database, "0009")
    with database.write() as connection:
        connection.execute(
            text(
                "INSERT INTO access_codes (id, code, code_folded, role, state, password_hash, password_changed_at, language,"
                " password_temporary, last_activity_at, created_at) VALUES (7, 'A', 'a', 'customer', 'active', '', 0, 'en',"
                " false, 0, 0)"
            )
        )
        for number, state in enumerate(("waiting", "waiting", "sent"), start=1):
            connection.execute(
                text(
                    "INSERT INTO outbox (id, kind, state, recipient, language, facts, access_code_id, attachment,"
                    " message_id, created_at, attempts, next_attempt_at, claimed_until, error)"
                    " VALUES (:id, 'shipment_report', :state,"
                    " 'a@b.example', 'en', '{}', 7, 'a;table', 'x', 5, 0, 0, 0, '')"
                ),
                {"id": number, "state": state},
            )
    migrate(database)
    with database.read() as connection:
        assert [table_of(connection, number) for number in (1, 2, 3)] == ["a;table", "a;table", None]
        assert connection.execute(select(func.count()).select_from(reports)).scalar() == 1
    database.close()


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
