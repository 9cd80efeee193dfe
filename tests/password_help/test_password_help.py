# SPDX-License-Identifier: MIT
"""Forgotten, changed and repeated passwords, sessions of one code, and what an administrator is pointed to."""

import itertools
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.rules.resemblance import enterprise_key, person_key
from onlinesvc_desktop.backend.throttles import MemoryBuckets, SignInThrottles
from tests.support.backend import Code, Sample, Server
from tests.support.life import MAIL, Life, code_of
from tests.support.mail import fact, text_of

HELP = {
    "name": "Marie Bélanger",
    "company": "Quincaillerie Bélanger inc.",
    "email": MAIL,
    "message": "Je l'ai oublié.",
    "language": "fr",
}
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIRST, SECOND = "quatre mots font un bon secret", "cinq mots valent encore mieux"


def ask(life: Life, key: str = "", **changes: str) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    return life.server.ask("POST", "/v1/password-help-requests", json=HELP | changes, headers=headers)


def waiting(life: Life) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = life.admin("GET", "/password-help-requests?state=pending").json()["items"]
    return items


def person(life: Life) -> Code:
    code = life.new_code()
    assert life.choose(code, code.password, FIRST).status_code == 200
    return code


def test_a_forgotten_password_is_answered_by_a_temporary_one(life: Life):
    code = person(life)
    reference = ask(life).json()["reference"]
    (item,) = waiting(life)
    assert (item["reference"], item["message"], item["state"]) == (reference, HELP["message"], "pending")
    assert item["resembles"]["access_codes"] == [code.access_code]
    assert item["resembles"]["customers"] == ["Quincaillerie Bélanger inc. (C-900)"]
    path = f"/password-help-requests/{item['id']}"
    assert life.admin("POST", f"{path}/approval", json={"access_code": "NOBODY"}).json()["errors"][0]["code"] == "unknown"
    answer = life.admin("POST", f"{path}/approval", json={"access_code": code.access_code})
    assert answer.json()["access_code"] == code.access_code
    assert code_of(life.admin("POST", f"{path}/approval", json={"access_code": code.access_code})) == "already_decided"
    life.upkeep()
    mail = life.mailbox.to(MAIL)[-1]
    temporary = fact(mail, "Mot de passe temporaire")
    assert code_of(life.server.sign_in(code, FIRST)) == "sign_in_failed"
    assert life.server.sign_in(code, temporary).json()["password_state"] == "temporary"


def test_the_answer_goes_to_the_one_who_asked_only_when_the_administrator_says_so(life: Life):
    code = person(life)
    ask(life, email="else@expediteur.example")
    path = f"/password-help-requests/{waiting(life)[0]['id']}/approval"
    life.admin("POST", path, json={"access_code": code.access_code})
    ask(life, email="else@expediteur.example")
    path = f"/password-help-requests/{waiting(life)[0]['id']}/approval"
    life.admin("POST", path, json={"access_code": code.access_code, "to_asker": True})
    life.upkeep()
    assert len(life.mailbox.to("else@expediteur.example")) == 1


def test_a_refused_help_says_why(life: Life):
    ask(life)
    path = f"/password-help-requests/{waiting(life)[0]['id']}/refusal"
    assert life.admin("POST", path, json={"reason": "Nous ne vous avons pas trouvé."}).json()["state"] == "refused"
    life.upkeep()
    assert "pas trouvé" in text_of(life.mailbox.to(MAIL)[-1])


def test_help_asked_twice_is_one_request_and_wrong_fields_are_named(life: Life):
    references = {ask(life, "the-same-key-0002").json()["reference"] for _ in range(3)}
    assert len(references) == 1
    wrong = ask(life, name=" ", email="nobody").json()["errors"]
    assert [(error["pointer"], error["code"]) for error in wrong] == [("/name", "required"), ("/email", "malformed")]


def test_help_answers_alike_whether_the_account_exists_or_not(shared: Server, sample: Sample):
    known = f"{sample.customer.access_code.lower()}@example.com"
    times: dict[bool, list[float]] = {True: [], False: []}
    for round_ in range(40):
        exists = bool(round_ % 2)
        body = HELP | {"email": known if exists else "nobody@expediteur.example"}
        begun = perf_counter()
        answer = shared.ask("POST", "/v1/password-help-requests", json=body)
        times[exists].append(perf_counter() - begun)
        assert answer.status_code == 201
        assert set(answer.json()) == {"reference"}
    with_account, without = median(times[True]), median(times[False])
    assert max(with_account, without) < 3 * min(with_account, without)


def test_sign_in_answers_alike_for_unknown_codes_and_wrong_passwords(shared: Server, sample: Sample):
    """The same answer after the same work: Argon2 runs in both cases, so the medians stay close."""
    nobody = Code("NOBODY", "not the password", "", "", "")
    times: dict[bool, list[float]] = {True: [], False: []}
    for round_ in range(30):
        known = bool(round_ % 2)
        begun = perf_counter()
        answer = shared.sign_in(sample.customer if known else nobody, "not the password")
        times[known].append(perf_counter() - begun)
        assert code_of(answer) == "sign_in_failed"
    with_account, without = median(times[True]), median(times[False])
    assert max(with_account, without) < 2 * min(with_account, without)


def test_each_failure_makes_the_wait_longer_for_that_address_alone_and_a_success_starts_anew():
    throttles = SignInThrottles(Throttle(burst=10, per_minute=2), MemoryBuckets())
    now, waits = NOW, list[int]()
    for _ in range(12):
        wait = throttles.take("ACME01", "10.0.0.9", now)
        if wait:
            waits.append(wait)
            now += timedelta(seconds=wait)
            assert throttles.take("acme01 ", "10.0.0.9", now) == 0
        throttles.failed("ACME01", "10.0.0.9")
    assert waits
    assert waits[-1] >= 240
    assert throttles.take("ACME01", "10.0.0.7", now) == 0
    throttles.succeeded("ACME01", "10.0.0.9")
    now += timedelta(minutes=6)
    assert [throttles.take("ACME01", "10.0.0.9", now) for _ in range(10)] == [0] * 10


def test_a_stranger_cannot_keep_an_access_code_shut(life: Life):
    code = life.sample.customer
    throttles = life.server.context.sign_ins_per_code
    for _ in range(500):
        throttles.take(code.access_code, "203.0.113.9", life.server.clock())
        throttles.failed(code.access_code, "203.0.113.9")
    assert life.server.sign_in(code).status_code == 201


def test_the_last_five_passwords_are_refused(life: Life):
    code = person(life)

    def choose(who: Code, current: str, new: str) -> Any:
        life.later(minutes=5)  # the throttle of sign-ins
        return life.choose(who, current, new)

    passwords = [FIRST, SECOND, *(f"une phrase secrète numéro {word}" for word in ("trente", "quarante", "cinquante"))]
    for old, new in itertools.pairwise(passwords):
        assert choose(code, old, new).status_code == 200
    for again in passwords[:-1]:
        answer = choose(code, passwords[-1], again)
        assert answer.json()["errors"][0]["code"] == "used_before"
    assert choose(code, passwords[-1], passwords[-1]).json()["errors"][0]["code"] == "same_as_before"
    assert choose(code, passwords[-1], "encore une tout autre phrase").status_code == 200
    assert choose(code, "encore une tout autre phrase", FIRST).status_code == 200


def test_a_password_change_ends_the_other_sessions_of_a_personal_code_but_not_of_a_shared_one(life: Life):
    code = person(life)
    other = life.server.sign_in(code, FIRST).json()["token"]
    assert life.choose(code, FIRST, SECOND).status_code == 200
    assert code_of(life.server.ask("GET", "/v1/profile", other)) == "session_expired"
    shared = life.sample.customer
    other = life.server.token(shared)
    assert life.choose(shared, shared.password, SECOND).status_code == 200
    assert life.server.ask("GET", "/v1/profile", other).status_code == 200


def test_unlimited_sessions_are_listed_and_each_can_be_ended(life: Life):
    code = life.sample.customer
    tokens = []
    for number in range(9):
        body = {"access_code": code.access_code, "password": code.password, "workstation": f"desk-{number}"}
        tokens.append(life.server.ask("POST", "/v1/sessions", json=body).json()["token"])
        life.later(minutes=2)
    listed = life.server.ask("GET", "/v1/profile/sessions", tokens[0]).json()["items"]
    assert {item["workstation"] for item in listed} == {f"desk-{number}" for number in range(9)}
    assert [item["workstation"] for item in listed if item["own"]] == ["desk-0"]
    desk_4 = next(item["id"] for item in listed if item["workstation"] == "desk-4")
    assert life.server.ask("DELETE", f"/v1/profile/sessions/{desk_4}", tokens[0]).status_code == 204
    assert code_of(life.server.ask("GET", "/v1/profile", tokens[4])) == "session_expired"
    stranger = life.server.token(life.sample.other_customer)
    desk_5 = next(item["id"] for item in listed if item["workstation"] == "desk-5")
    assert code_of(life.server.ask("DELETE", f"/v1/profile/sessions/{desk_5}", stranger)) == "not_found"
    assert life.server.ask("GET", "/v1/profile", tokens[5]).status_code == 200


def test_requests_of_the_same_person_or_enterprise_are_pointed_out(life: Life):
    person(life)
    first = life.request(company="QUINCAILLERIE BELANGER").json()["reference"]
    second = life.request(first_name="Luc", last_name="Roy", company="Autre").json()["reference"]
    found = {item["reference"]: item.get("resembles", {}) for item in life.pending()}
    assert found[first]["access_codes"] == ["MBELANGER"]
    assert found[first]["customers"] == ["Quincaillerie Bélanger inc. (C-900)"]
    assert found[first]["requests"] == [second]
    assert found[second] == {"access_codes": ["MBELANGER"], "requests": [first]}


def test_the_audit_log_is_read_searched_and_filtered(life: Life):
    person(life)
    life.admin("POST", "/access-codes/MBELANGER/lock")
    items = [item for item in life.admin("GET", "/audit").json()["items"] if item["action"] != "signed_in"]
    actions = [item["action"] for item in items]
    assert actions[:3] == ["access_code_locked", "password_changed", "access_request_approved"]
    assert items[0]["access_code"] == life.sample.administrator.access_code
    assert items[0]["address"] == "127.0.0.1"
    locked = life.admin("GET", "/audit?action=access_code_locked").json()["items"]
    assert [item["subject"] for item in locked] == ["MBELANGER"]
    assert life.admin("GET", "/audit?search=nothing+like+this").json()["items"] == []
    assert code_of(life.server.ask("GET", "/v1/admin/audit", life.server.token(life.sample.customer))) == "forbidden"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quincaillerie Bélanger inc.", "QUINCAILLERIE BELANGER"),
        ("Les Aciers du Nord Ltée", "Aciers Nord"),
        ("Smith & Sons Co.", "Sons and Smith Company"),
    ],
)
def test_spellings_of_one_enterprise(one: str, other: str):
    assert enterprise_key(one) == enterprise_key(other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_keys_never_fail_and_ignore_the_order_of_names(first: str, last: str):
    assert person_key(f"{first} {last}") == person_key(f"{last} {first}")
    enterprise_key(first)
