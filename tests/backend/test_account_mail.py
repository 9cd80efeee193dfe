# SPDX-License-Identifier: MIT
"""Whoever uses an access code is told by e-mail what happened to it, in the language of the code, with what to do."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select, update

from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.written import written_day
from tests.support.backend import Code, Sample, serving
from tests.support.life import MAIL, Life, code_of
from tests.support.mail import Mailbox, text_of

OWN = "acces@client.example"
FORMER, NEW = OWN, "nouvelle@client.example"
SECRET = "four reserved words make one"


@pytest.fixture
def code(life: Life) -> Code:
    """The customer's access code of the sample, with an address and French as its language."""
    own = access_codes.c.code == life.sample.customer.access_code
    with life.server.context.database.write() as connection:
        connection.execute(update(access_codes).where(own).values(default_email=OWN, language="fr"))
    return life.sample.customer


def told(life: Life, address: str) -> list[EmailMessage]:
    life.upkeep()
    return life.mailbox.to(address)


def text_to(life: Life, address: str) -> str:
    (message,) = told(life, address)
    return text_of(message)


def change_email(life: Life, code: Code, email: str) -> None:
    token = life.server.token(code)
    assert life.server.ask("PATCH", "/v1/profile", token, json={"default_email": email}).status_code == 200


def test_a_request_is_acknowledged_by_e_mail_with_its_reference_and_nothing_that_was_typed(life: Life):
    reference = life.request().json()["reference"]
    life.request(key="the-same-key-0001")
    text = text_of(told(life, MAIL)[0])
    assert reference in text
    assert "Bonjour," in text
    assert "514-856-5559" in text
    for typed in ("Marie", "Bélanger", "Érables"):
        assert typed not in text


def test_a_receipt_goes_once_for_each_key_and_few_times_a_day_to_one_address(life: Life):
    for _ in range(2):
        life.request("the-same-key-0001")
    assert life.count(outbox) == 1
    for _ in range(5):
        life.request()
    assert life.count(outbox) == 3
    life.request(email="paul@expediteur.example")
    assert life.count(outbox) == 4
    life.later(days=1, minutes=1)
    life.request()
    assert life.count(outbox) == 5


def test_a_changed_password_is_told_to_the_address_of_the_code(life: Life, code: Code):
    assert life.choose(code, code.password, SECRET).status_code == 200
    text = text_to(life, OWN)
    assert f"Le mot de passe du code d’accès {code.access_code} de l’entreprise" in text
    assert "vient d’être changé" in text
    assert "nous appeler sans attendre" in text
    assert SECRET not in text


def test_a_wrong_password_changes_nothing_and_tells_nobody(life: Life, code: Code):
    assert life.choose(code, code.password, "short").status_code == 422
    assert told(life, OWN) == []


def test_a_temporary_password_sent_elsewhere_is_told_to_the_address_of_the_code(life: Life, code: Code):
    path = f"/access-codes/{code.access_code}/password-reset"
    assert life.admin("POST", path, json={"email": "elsewhere@client.example"}).status_code == 200
    assert "envoyé à une autre adresse" in text_to(life, OWN)
    assert "Mot de passe temporaire" not in text_to(life, OWN)
    assert life.admin("POST", path, json={}).status_code == 200
    assert len(told(life, OWN)) == 2


def test_help_that_is_answered_to_whoever_asked_is_told_to_the_address_of_the_code(life: Life, code: Code):
    form = {"name": "Marie", "company": "Bélanger", "email": MAIL, "message": "Oublié.", "language": "fr"}
    reference = life.server.ask("POST", "/v1/password-help-requests", json=form).json()["reference"]
    row = life.admin("GET", "/password-help-requests?state=pending").json()["items"][0]["id"]
    reply = {"access_code": code.access_code, "to_asker": True}
    assert life.admin("POST", f"/password-help-requests/{row}/approval", json=reply).status_code == 200
    assert "envoyé à une autre adresse" in text_to(life, OWN)
    assert f"(demande {reference})" in text_to(life, MAIL)


@pytest.mark.parametrize(
    ("action", "words"), [("lock", "a verrouillé le code d’accès"), ("close", "a fermé le code d’accès")]
)
def test_a_code_that_an_administrator_locks_or_closes_is_told_so(life: Life, code: Code, action: str, words: str):
    assert life.admin("POST", f"/access-codes/{code.access_code}/{action}").status_code == 200
    text = text_to(life, OWN)
    assert f"Notre administration {words} {code.access_code} de l’entreprise" in text
    assert "Si vous ne vous y attendiez pas" in text
    assert "n’a pas servi" not in text


def test_a_refused_action_tells_nobody(life: Life, code: Code):
    assert code_of(life.admin("POST", f"/access-codes/{code.access_code}/unlock")) == "wrong_state"
    assert told(life, OWN) == []


def test_a_new_address_is_told_to_the_former_and_to_the_new_one(life: Life, code: Code):
    change_email(life, code, NEW)
    former, new = text_to(life, FORMER), text_to(life, NEW)
    assert "en est maintenant une autre" in former
    assert "arrivent maintenant à cette adresse" in new
    assert NEW not in former
    assert FORMER not in new
    change_email(life, code, NEW)
    assert len(told(life, NEW)) == 1
    change_email(life, code, "")
    assert "a été retirée" in text_of(told(life, NEW)[1])


def test_whoever_is_signed_in_cannot_write_to_strangers_without_end(life: Life, code: Code):
    token = life.server.token(code)
    for at in range(15):
        change = {"default_email": f"stranger{at}@else.example"}
        assert life.server.ask("PATCH", "/v1/profile", token, json=change).status_code == 200
    kinds = list_kinds(life)
    assert kinds.count(MailKind.EMAIL_CHANGED) == 20
    assert len(told(life, FORMER)) == 1


def test_an_account_that_closes_by_itself_says_how_long_in_words_and_whose_code(life: Life, code: Code):
    today = datetime.now(UTC).date()
    last_used = [written_day(day, Language.FRENCH) for day in (today, today - timedelta(days=1))]
    life.later(days=178)
    life.upkeep()
    warning = text_of(told(life, OWN)[0])
    assert any(f"n’a pas servi depuis le {day}." in warning for day in last_used)
    life.later(days=10)
    closed = text_of(told(life, OWN)[1])
    assert f"Le code d’accès {code.access_code} de l’entreprise" in closed
    assert "depuis six\N{NO-BREAK SPACE}mois" in closed


def test_a_site_without_mail_has_no_more_files_to_carry(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        life = Life(server, Mailbox(), sample)
        life.request()
        own = f"/access-codes/{sample.customer.access_code}"
        life.admin("POST", f"{own}/password-reset", json={"email": OWN})
        change_email(life, sample.administrator, NEW)
        life.admin("POST", f"{own}/lock")
        assert list_kinds(life) == [MailKind.PASSWORD_RESET]


def list_kinds(life: Life) -> list[str]:
    with life.server.context.database.read() as connection:
        return list(connection.execute(select(outbox.c.kind)).scalars())
