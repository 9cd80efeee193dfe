# SPDX-License-Identifier: MIT
"""The whole life of an access code over HTTP, under a clock that the test moves, with a real mail server at the end."""

import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from onlinesvc_desktop.backend.store.tables.accounts import audit
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.requests import access_requests
from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.contract.outbox import MailFault, MailKind
from tests.support.backend import Code, Sample, serving
from tests.support.life import CODE, MAIL, PASSWORD, Life, assert_only_grows, code_of
from tests.support.mail import Mailbox, fact, opened, text_of

KEY = {"Idempotency-Key": "0123456789abcdef"}

IS_DEED = audit.c.action.not_in(("signed_in", "signed_out"))
DEEDS = select(audit.c.id).where(IS_DEED).subquery()
"""Lines of the audit log but for the administrator's own coming and going."""


def test_the_whole_life(life: Life):
    first = life.new_code()
    mail = life.mailbox.to(MAIL)[-1]
    assert first.access_code == "MBELANGER"
    assert "Services en ligne" in mail["Subject"]
    assert "72\N{NO-BREAK SPACE}heures" in text_of(mail)

    signed_in = life.server.sign_in(first).json()
    assert signed_in["password_state"] == "temporary"
    assert life.server.ask("GET", "/v1/shipments", signed_in["token"]).status_code == 403
    profile = life.choose(first, first.password, "quatre mots font un bon secret")
    assert profile.json()["default_email"] == MAIL
    assert profile.json()["language"] == "fr"
    assert profile.json()["customer_number"] == "C-900"
    assert code_of(life.server.sign_in(first)) == "sign_in_failed"

    life.later(days=89)
    assert life.server.sign_in(first, "quatre mots font un bon secret").json()["password_state"] == "active"
    life.later(days=4)
    assert life.server.sign_in(first, "quatre mots font un bon secret").json()["password_state"] == "expired"
    assert life.choose(first, "quatre mots font un bon secret", "cinq mots valent encore mieux").status_code == 200

    life.later(days=184 - 10)
    life.upkeep()
    assert "fermera bientôt" in life.mailbox.to(MAIL)[-1]["Subject"]
    life.later(days=15)
    life.upkeep()
    assert "est fermé" in life.mailbox.to(MAIL)[-1]["Subject"]
    assert code_of(life.server.sign_in(first, "cinq mots valent encore mieux")) == "account_closed"
    assert code_of(life.server.sign_in(first, "not the password")) == "sign_in_failed"

    again = life.request(reason="Le code MBELANGER est fermé.")
    assert again.status_code == 201
    assert life.grant(customer_number="C-900").json()["access_code"] == "MBELANGER2"


def test_what_people_write_is_understood_and_kept_in_one_spelling(life: Life):
    reference = life.request().json()["reference"]
    (item,) = life.pending()
    assert item["reference"] == reference
    assert item["email"] == MAIL
    assert item["telephone"] == "514-555-0142 x23"
    assert item["postal_code"] == "H3B 1A1"
    assert item["state"] == "pending"


def test_every_wrong_field_is_named_in_the_order_of_the_form(life: Life):
    answer = life.request(company=" ", email="nobody", telephone="12", province="ZZ", postal_code="90210")
    assert answer.status_code == 422
    found = [(error["pointer"], error["code"]) for error in answer.json()["errors"]]
    assert found == [
        ("/company", "required"),
        ("/email", "malformed"),
        ("/telephone", "malformed"),
        ("/province", "malformed"),
    ]
    other = life.request(postal_code="90210").json()["errors"]
    assert [(error["pointer"], error["code"]) for error in other] == [("/postal_code", "other_country")]
    assert life.count(access_requests) == 0


def test_a_request_sent_twice_or_at_once_is_one_request(life: Life):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: life.request("the-same-key-0001"), range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["reference"] for answer in answers}) == 1
    assert life.count(access_requests) == 1
    other = life.request("the-same-key-0001", city="Laval")
    assert other.status_code == 409
    assert code_of(other) == "idempotency_key_reused"
    assert life.request("no good").status_code == 422
    assert life.count(access_requests) == 1


def test_strangers_are_slowed_down(life: Life):
    answers = [life.request() for _ in range(12)]
    assert [answer.status_code for answer in answers][:10] == [201] * 10
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_decision_is_made_once_and_an_approval_retried_gives_the_same_answer(life: Life):
    life.request()
    path = f"/access-requests/{life.pending()[0]['id']}"
    body = {"new_customer": {"number": "C-901", "name": "Bélanger"}, "access_code": "Belanger.Quai-2"}
    first = life.admin("POST", f"{path}/approval", json=body, headers=KEY)
    again = life.admin("POST", f"{path}/approval", json=body, headers=KEY)
    assert first.json() == again.json()
    assert first.json()["access_code"] == "Belanger.Quai-2"
    assert code_of(life.admin("POST", f"{path}/approval", json=body)) == "already_decided"
    assert code_of(life.admin("POST", f"{path}/refusal", json={"reason": "x"})) == "already_decided"
    assert life.scalar(select(func.count()).where(outbox.c.kind == MailKind.ACCESS_GRANTED)) == 1


def test_a_refusal_says_why(life: Life):
    life.request(language="en")
    path = f"/access-requests/{life.pending()[0]['id']}/refusal"
    assert life.admin("POST", path, json={"reason": "  "}).status_code == 422
    refused = life.admin("POST", path, json={"reason": "We do not serve\n this address."}).json()
    assert refused["state"] == "refused"
    assert refused["decision"]["reason"] == "We do not serve\nthis address."
    assert refused["decision"]["decided_by"] == life.sample.administrator.access_code
    life.upkeep()
    assert "We do not serve" in text_of(life.mailbox.to(MAIL)[-1])
    assert life.pending() == []


def _customer_number(life: Life) -> str:
    return life.sample.customer.customer_number


@pytest.mark.parametrize(
    ("approval_in", "pointer", "code"),
    [
        (lambda _: {}, "/customer_number", "required"),
        (lambda _: {"customer_number": "nobody"}, "/customer_number", "unknown"),
        (lambda _: {"new_customer": {"number": "no good!"}}, "/new_customer/number", "malformed"),
        (lambda life: {"new_customer": {"number": _customer_number(life)}}, "/new_customer/number", "taken"),
        (lambda life: {"customer_number": _customer_number(life), "access_code": "x"}, "/access_code", "malformed"),
        (
            lambda life: {
                "customer_number": _customer_number(life),
                "access_code": life.sample.customer.access_code.lower(),
            },
            "/access_code",
            "taken",
        ),
    ],
)
def test_an_approval_that_cannot_be_carried_out_changes_nothing(
    life: Life, approval_in: Callable[[Life], dict[str, Any]], pointer: str, code: str
):
    body = approval_in(life)
    life.request()
    before = life.count(DEEDS)
    answer = life.admin("POST", f"/access-requests/{life.pending()[0]['id']}/approval", json=body)
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]
    assert len(life.pending()) == 1
    assert life.scalar(select(func.count()).where(outbox.c.kind != MailKind.ACCESS_REQUESTED)) == 0
    assert life.count(DEEDS) == before


def test_only_an_administrator_sees_and_decides(life: Life):
    life.request()
    token = life.server.token(life.sample.customer)
    for path in ("/access-requests", "/access-codes", "/outbox"):
        assert code_of(life.server.ask("GET", f"/v1/admin{path}", token)) == "forbidden"
    answer = life.server.ask("POST", "/v1/admin/access-requests/1/approval", token, json={"customer_number": "1"})
    assert code_of(answer) == "forbidden"


def test_a_temporary_password_is_good_for_72_hours_from_its_mail(life: Life):
    life.mailbox.data_answer = "451 later"
    life.request()
    life.grant()
    life.upkeep()
    life.later(hours=70)
    life.mailbox.data_answer = ""
    life.upkeep()
    mail = life.mailbox.to(MAIL)[-1]
    code = Code(fact(mail, CODE), fact(mail, PASSWORD), "customer", "temporary", "fr")
    life.later(hours=71)
    assert life.server.sign_in(code).status_code == 201
    life.later(hours=2)
    assert code_of(life.server.sign_in(code)) == "temporary_password_expired"
    answer = life.admin("POST", f"/access-codes/{code.access_code}/password-reset", json={})
    assert answer.status_code == 200
    life.upkeep()
    fresh = Code(code.access_code, fact(life.mailbox.to(MAIL)[-1], PASSWORD), "", "", "")
    assert fresh.password != code.password
    assert code_of(life.server.sign_in(code)) == "sign_in_failed"
    assert life.server.sign_in(fresh).json()["password_state"] == "temporary"


def test_the_password_of_a_mail_is_forgotten_when_it_is_sent_used_or_over(life: Life):
    life.new_code()
    assert life.scalar(select(outbox.c.secret)) is None
    life.mailbox.data_answer = "451 later"
    life.admin("POST", "/access-codes/MBELANGER/password-reset", json={})
    life.upkeep()
    assert life.scalar(select(outbox.c.secret).order_by(outbox.c.id.desc())) is not None
    life.later(hours=73)
    life.upkeep()
    assert life.scalar(select(outbox.c.secret).order_by(outbox.c.id.desc())) is None
    newest = life.admin("GET", "/outbox?limit=1").json()["items"][0]
    assert (newest["state"], newest["error"]) == ("failed", MailFault.EXPIRED)
    assert code_of(life.admin("POST", f"/outbox/{newest['id']}/retry")) == "wrong_state"
    assert code_of(life.admin("POST", f"/outbox/{newest['id']}/message")) == "wrong_state"


def test_a_site_without_mail_saves_the_message_as_a_file(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        life = Life(server, Mailbox(), sample)
        life.request()
        outbox_id = life.grant().json()["outbox_id"]
        life.upkeep()
        page = life.admin("GET", "/outbox").json()
        assert page["mail_server"] is False
        assert page["items"][0]["state"] == "waiting"
        saved = life.admin("POST", f"/outbox/{outbox_id}/message").json()
        assert saved["file_name"] == f"access-granted-{outbox_id}.eml"
        mail = opened(base64.b64decode(saved["content"]))
        assert mail["To"] == MAIL
        again = life.admin("POST", f"/outbox/{outbox_id}/message").json()
        assert fact(opened(base64.b64decode(again["content"])), PASSWORD) == fact(mail, PASSWORD)
        assert life.admin("GET", "/outbox").json()["items"][0]["state"] == "saved"
        code = Code(fact(mail, CODE), fact(mail, PASSWORD), "", "", "")
        assert life.choose(code, code.password, "quatre mots font un bon secret").status_code == 200
        life.later(minutes=11)
        life.upkeep()
        assert code_of(life.admin("POST", f"/outbox/{outbox_id}/message")) == "wrong_state"


def test_lock_unlock_close(life: Life):
    code = life.sample.customer
    token = life.server.token(code)
    path = f"/access-codes/{code.access_code.lower()}"
    assert life.admin("POST", f"{path}/lock").json()["state"] == "locked"
    assert code_of(life.server.ask("GET", "/v1/profile", token)) == "session_expired"
    assert code_of(life.server.sign_in(code)) == "account_locked"
    assert code_of(life.server.sign_in(code, "wrong password")) == "sign_in_failed"
    assert code_of(life.admin("POST", f"{path}/lock")) == "wrong_state"
    assert life.admin("POST", f"{path}/unlock").json()["state"] == "active"
    assert life.server.sign_in(code).status_code == 201
    closed = life.admin("POST", f"{path}/close").json()
    assert (closed["state"], closed["closed_reason"]) == ("closed", "administrator")
    assert code_of(life.server.sign_in(code)) == "account_closed"
    for action in ("lock", "unlock", "close"):
        assert code_of(life.admin("POST", f"{path}/{action}")) == "wrong_state"
    assert code_of(life.admin("POST", f"{path}/password-reset", json={})) == "wrong_state"


def test_the_last_administrator_can_neither_be_locked_nor_closed_nor_fall_asleep(life: Life):
    path = f"/access-codes/{life.sample.administrator.access_code}"
    for action in ("lock", "close"):
        assert code_of(life.admin("POST", f"{path}/{action}")) == "last_administrator"
    life.later(days=400)
    life.upkeep()
    answer = life.server.sign_in(life.sample.administrator)
    assert answer.status_code == 201
    assert answer.json()["password_state"] == "expired"


def test_a_silent_account_is_closed_at_sign_in_even_before_the_upkeep_comes_by(life: Life):
    life.later(days=200)
    assert code_of(life.server.sign_in(life.sample.customer)) == "account_closed"
    subjects = life.scalar(select(func.count()).where(audit.c.action == "closed_for_inactivity"))
    assert subjects == 1


def test_a_backend_that_was_off_for_a_year_catches_up_once(life: Life):
    life.later(days=370)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: Upkeep(life.server.context).round(), range(4)))
    codes = life.scalar(text("SELECT count(*) FROM access_codes WHERE state = 'closed'"))
    assert codes == len([code for code in life.sample.codes if code.role == "customer"])
    lines = life.scalar(select(func.count()).where(audit.c.action == "closed_for_inactivity"))
    assert lines == codes


def test_the_warning_goes_out_once_and_use_keeps_the_account_open(life: Life):
    code = life.new_code()
    life.choose(code, code.password, "quatre mots font un bon secret")
    life.later(days=172)
    for _ in range(3):
        life.later(minutes=11)
        life.upkeep()
    warnings = [mail for mail in life.mailbox.to(MAIL) if "fermera" in mail["Subject"]]
    assert len(warnings) == 1
    assert life.server.sign_in(code, "quatre mots font un bon secret").status_code == 201
    life.later(days=100)
    life.upkeep()
    assert life.server.sign_in(code, "quatre mots font un bon secret").json()["password_state"] == "expired"


def test_the_lists_are_searched_without_case_and_accents_and_paged(life: Life):
    for first_name in ("Élise", "Zoé", "Luc"):
        life.request(first_name=first_name)
    found = life.admin("GET", "/access-requests?search=BELANGER+elise").json()["items"]
    assert [item["first_name"] for item in found] == ["Élise"]
    page = life.admin("GET", "/access-requests?limit=2").json()
    rest = life.admin("GET", f"/access-requests?limit=2&cursor={page['cursor']}").json()
    assert [item["first_name"] for item in (*page["items"], *rest["items"])] == ["Luc", "Zoé", "Élise"]
    assert "cursor" not in rest
    codes = life.admin("GET", f"/access-codes?search={life.sample.customer.access_code}").json()["items"]
    assert codes[0]["access_code"] == life.sample.customer.access_code
    assert codes[0]["closes_at"] > codes[0]["last_activity_at"]


def test_every_action_is_in_the_audit_log_which_only_grows(life: Life):
    life.new_code()
    life.admin("POST", "/access-codes/MBELANGER/lock")
    life.admin("POST", "/access-codes/MBELANGER/unlock")
    with life.server.context.database.read() as connection:
        columns = (audit.c.action, audit.c.subject, audit.c.address)
        rows = connection.execute(select(*columns).where(IS_DEED).order_by(audit.c.id)).all()
    actions = [row.action for row in rows]
    assert actions[-3:] == ["access_request_approved", "access_code_locked", "access_code_unlocked"]
    assert {row.address for row in rows[-3:]} == {"127.0.0.1"}
    assert rows[-1].subject == "MBELANGER"
    assert_only_grows(life.server.context.database)
    assert life.count(DEEDS) == len(rows)
