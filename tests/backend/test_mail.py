# SPDX-License-Identifier: MIT
"""The outbox against a real mail server: what a message says, and what becomes of it when the server does not want it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import update

from onlinesvc_desktop.backend.config import BackendConfig, ConfigurationError, load_config, sqlite_url
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail import deliver
from onlinesvc_desktop.backend.mail.compose import compose
from onlinesvc_desktop.backend.mail.deliver import deliver_due
from onlinesvc_desktop.backend.mail.server import MailServer, Security, parse_smtp_url
from onlinesvc_desktop.backend.rules.mail_retry import GIVEN_UP_AFTER, retry_at
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.outbox import NewMail, StoredMail, find_mail, queue_mail
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailFault, MailKind, MailState
from tests.support.backend import MovableClock
from tests.support.certificate import server_context
from tests.support.life import Life
from tests.support.mail import EVERY_FACT, Mailbox, mail_server, text_of

TO = "marie@expediteur.example"
FACTS = {"name": "Marie Bélanger", "access_code": "MBELANGER", "reference": "AR-ABC234", "reason": "Not a customer."}
SAYS_NO_NAME = {MailKind.ACCESS_REQUESTED}
"""What goes to an address that nobody has proved to be his."""


@contextmanager
def worker(folder: Path, url: str, **config: Any) -> Iterator[Context]:
    """A backend without its web server."""
    folder.mkdir(exist_ok=True)
    database = Database(sqlite_url(folder))
    migrate(database)
    settings = BackendConfig(database_url=sqlite_url(folder), smtp_url=url, **config)
    try:
        yield Context(settings, database, MovableClock())
    finally:
        database.close()


def queue(context: Context, recipient: str = TO, language: Language = Language.ENGLISH, **facts: str) -> int:
    mail = NewMail(MailKind.ACCESS_REFUSED, recipient, language, FACTS | facts)
    with context.database.write() as connection:
        return queue_mail(connection, mail, context.clock())


def stored(context: Context, mail_id: int) -> StoredMail:
    with context.database.read() as connection:
        mail = find_mail(connection, mail_id)
    assert mail is not None
    return mail


def move(context: Context, **by: int) -> None:
    assert isinstance(context.clock, MovableClock)
    context.clock.offset += timedelta(**by)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as box:
        yield box


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [kind for kind in MailKind if kind is not MailKind.OTHER])
def test_every_message_is_complete_in_both_languages_and_both_forms(tmp_path: Path, kind: MailKind, language: Language):
    with worker(tmp_path, "") as context:
        with context.database.write() as connection:
            mail_id = queue_mail(
                connection, NewMail(kind, TO, language, EVERY_FACT, None, "ABCD-EFGH-JKLM-NPQR"), context.clock()
            )
        message = compose(stored(context, mail_id), context.config, context.clock())
    assert message["To"] == TO
    assert message["From"].addresses[0].domain == "riviere-nord.example"
    assert message["Message-ID"].endswith("@riviere-nord.example>")
    assert message["Date"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Rivière-Nord Transport" in message["Subject"]
    assert message["Content-Language"] == f"{language}-CA"
    text, html = text_of(message), text_of(message, "html")
    assert "514-856-5559" in text
    assert ("Marie Bélanger" in text) != (kind in SAYS_NO_NAME)
    assert not {"{{", "}}", "{%", "None"} & set(text.split())
    assert [line for line in text.splitlines() if line and line not in html] == []
    assert ("Bonjour" in text) == (language is Language.FRENCH)
    other, mine = ("In English: ", "fr") if language is Language.FRENCH else ("En français\N{NO-BREAK SPACE}: ", "en")
    assert text.startswith(other)
    assert "Rivière-Nord Transport" in text.splitlines()[0]
    assert f'<html lang="{mine}-CA">' in html
    assert f'<p lang="{"en" if mine == "fr" else "fr"}-CA">{text.splitlines()[0]}</p>' in html
    if kind is MailKind.CLOSING_SOON:
        assert ("1er\u00a0mars 2027" if language is Language.FRENCH else "March\u00a01, 2027") in text
    for line in bytes(message).split(b"\r\n"):
        assert len(line) <= 998
        assert b"\n" not in line


def test_what_people_type_reaches_no_header_and_no_markup(tmp_path: Path, mailbox: Mailbox):
    evil = "x\r\nBcc: spy@else.example\r\n\r\n<script>alert(1)</script>{{ 7*7 }}"
    with worker(tmp_path, mailbox.url, carrier_name="Nord\r\nBcc: spy@else.example") as context:
        queue(context, name=evil, reason=evil, reference=evil)
        assert deliver_due(context) == 1
    (message,) = mailbox.messages
    assert message["Bcc"] is None
    assert set(message.keys()) <= {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Language", "MIME-Version"),
        *("Content-Type", "X-Peer", "X-MailFrom", "X-RcptTo"),
    }
    assert "<script>" not in text_of(message, "html")
    assert "{{ 7*7 }}" in text_of(message)


def test_a_refused_recipient_fails_with_the_servers_own_reason_and_goes_after_a_retry(tmp_path: Path, mailbox: Mailbox):
    from onlinesvc_desktop.backend.store.outbox import retry_mail

    mailbox.refusals[TO] = "550 5.1.1 No such user here"
    with worker(tmp_path, mailbox.url) as context:
        mail_id = queue(context)
        other = queue(context, "paul@expediteur.example")
        assert deliver_due(context) == 1
        assert stored(context, mail_id).state is MailState.FAILED
        assert stored(context, mail_id).error == "550 5.1.1 No such user here"
        assert stored(context, other).state is MailState.SENT
        mailbox.refusals.clear()
        with context.database.write() as connection:
            assert retry_mail(connection, mail_id, context.clock())
        assert deliver_due(context) == 1
        assert stored(context, mail_id).state is MailState.SENT
        with context.database.write() as connection:
            assert not retry_mail(connection, mail_id, context.clock())


def test_a_server_that_is_busy_gone_or_slow_is_tried_again_later_with_the_same_message_id(
    tmp_path: Path, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deliver, "TIMEOUT_SECONDS", 1)
    with worker(tmp_path, mailbox.url) as context:
        mail_id = queue(context)
        mailbox.data_answer = "451 4.3.0 Try later"
        assert deliver_due(context) == 0
        assert stored(context, mail_id).error == "451 4.3.0 Try later"
        assert deliver_due(context) == 0
        assert stored(context, mail_id).attempts == 1
        move(context, minutes=1)
        mailbox.data_answer, mailbox.hangs_up = "", True
        deliver_due(context)
        assert stored(context, mail_id).error == MailFault.NO_CONNECTION
        move(context, minutes=3)
        mailbox.hangs_up, mailbox.pause_seconds = False, 3.0
        deliver_due(context)
        assert stored(context, mail_id).error == MailFault.NO_CONNECTION
        assert stored(context, mail_id).state is MailState.WAITING
        move(context, minutes=9)
        mailbox.pause_seconds = 0.0
        assert deliver_due(context) == 1
        ids = {message["Message-ID"] for message in mailbox.to(TO)}
        assert ids == {f"<{stored(context, mail_id).message_id}@riviere-nord.example>"}


def test_a_message_nobody_takes_for_three_days_is_given_up_visibly(tmp_path: Path):
    with worker(tmp_path, "smtp://127.0.0.1:9") as context:
        mail_id = queue(context)
        for _ in range(40):
            deliver_due(context)
            if stored(context, mail_id).state is MailState.FAILED:
                break
            move(context, hours=6)
        assert stored(context, mail_id).state is MailState.FAILED
        assert stored(context, mail_id).error == MailFault.NO_CONNECTION


def test_retries_wait_longer_each_time_and_end():
    created = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
    now, waits = created, []
    for attempts in range(1, 100):
        again = retry_at(created, attempts, now)
        if again is None:
            break
        waits.append(again - now)
        now = again
    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=3), timedelta(minutes=9)]
    assert waits == sorted(waits)
    assert now - created <= GIVEN_UP_AFTER


def test_without_a_mail_server_everything_waits(tmp_path: Path):
    with worker(tmp_path, "") as context:
        mail_id = queue(context)
        assert deliver_due(context) == 0
        assert stored(context, mail_id).state is MailState.WAITING
        assert stored(context, mail_id).attempts == 0


@pytest.mark.parametrize("implicit", [False, True], ids=["STARTTLS", "TLS"])
def test_a_private_connection_signs_in_and_checks_the_certificate(tmp_path: Path, certificate: Path, implicit: bool):
    with mail_server(server_context(certificate), implicit, sign_in=True) as mailbox:
        with worker(tmp_path, mailbox.url) as context:
            mail_id = queue(context)
            deliver_due(context)
            assert stored(context, mail_id).error == MailFault.NO_TLS
            assert mailbox.sign_ins == []
        with worker(tmp_path, mailbox.url, smtp_ca_file=str(certificate / "cert.pem")) as context:
            move(context, minutes=1)
            assert deliver_due(context) == 1
        assert mailbox.sign_ins == [("clerk@carrier.example", "p@ss/word")]
        assert len(mailbox.to(TO)) == 1


def test_a_server_without_starttls_gets_nothing(tmp_path: Path, mailbox: Mailbox):
    with worker(tmp_path, mailbox.url.replace("smtp:", "smtp+starttls:")) as context:
        mail_id = queue(context)
        assert deliver_due(context) == 0
        assert stored(context, mail_id).error == MailFault.NO_TLS
        assert stored(context, mail_id).state is MailState.WAITING
    assert mailbox.messages == []


def test_an_address_with_accents_goes_where_the_server_knows_them(tmp_path: Path):
    with mail_server(utf8=True) as mailbox, worker(tmp_path / "a", mailbox.url) as context:
        queue(context, "hélène@example.com")
        assert deliver_due(context) == 1
        assert len(mailbox.to("hélène@example.com")) == 1
    with mail_server(utf8=False) as mailbox, worker(tmp_path / "b", mailbox.url) as context:
        mail_id = queue(context, "hélène@example.com")
        domain_only = queue(context, "helene@québec.example")
        assert deliver_due(context) == 1
        assert stored(context, mail_id).error == MailFault.NO_ADDRESS_SUPPORT
        assert stored(context, mail_id).state is MailState.FAILED
        assert stored(context, domain_only).state is MailState.SENT
        assert mailbox.messages[0]["To"] == "helene@xn--qubec-csa.example"


NO_MESSAGE = ["a@\u05d0a.com", f"b@{'é' * 60}.com", "=?utf-8?q?a=0a?=@x.com"]


@pytest.mark.parametrize("recipient", NO_MESSAGE)
def test_a_message_that_cannot_be_written_is_given_up_with_its_reason_and_the_others_go(
    tmp_path: Path, mailbox: Mailbox, recipient: str
):
    with worker(tmp_path, mailbox.url) as context:
        hopeless, good = queue(context, recipient), queue(context)
        assert deliver_due(context) == 1
        assert (stored(context, hopeless).state, stored(context, hopeless).error) == (MailState.FAILED, "cannot_be_written")
        assert stored(context, good).state is MailState.SENT


def test_a_message_whose_row_is_damaged_is_given_up_alone(tmp_path: Path, mailbox: Mailbox):
    with worker(tmp_path, mailbox.url) as context:
        damaged = queue(context)
        with context.database.write() as connection:
            connection.execute(update(outbox).values(facts="{}"))
        queue(context)
        assert deliver_due(context) == 1
        assert stored(context, damaged).error == "cannot_be_written"


def test_reports_to_addresses_that_no_message_can_carry_are_refused_and_stop_no_mail(life: Life):
    token = life.server.token(life.sample.customer)
    answers = [
        life.server.ask("POST", "/v1/reports", token, json={"recipients": [recipient], "days": 7}).status_code
        for recipient in NO_MESSAGE
    ]
    assert answers == [422] * len(NO_MESSAGE)
    assert life.request(email=NO_MESSAGE[0]).status_code == 422


def test_several_workers_send_each_message_once(tmp_path: Path, mailbox: Mailbox):
    with worker(tmp_path, mailbox.url) as first, worker(tmp_path, mailbox.url) as second:
        for number in range(20):
            queue(first, f"nobody{number}@example.com")
        threads = [Thread(target=deliver_due, args=(context,)) for context in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(str(message["To"]) for message in mailbox.messages) == sorted(f"nobody{n}@example.com" for n in range(20))


def test_a_worker_killed_while_sending_leaves_the_message_to_another(tmp_path: Path, mailbox: Mailbox):
    from onlinesvc_desktop.backend.store.outbox import claim_mail

    with worker(tmp_path, mailbox.url) as context:
        queue(context)
        with context.database.write() as connection:
            assert claim_mail(connection, context.clock()) is not None
        assert deliver_due(context) == 0
        move(context, minutes=11)
        assert deliver_due(context) == 1


def test_smtp_urls():
    assert parse_smtp_url("smtp://mail.example") == MailServer("mail.example", 25, Security.NONE)
    assert parse_smtp_url("smtps://a%40b:c%3A@mail.example") == MailServer("mail.example", 465, Security.TLS, "a@b", "c:")
    assert parse_smtp_url("smtp+starttls://mail.example:2525").port == 2525
    assert "c:" not in repr(parse_smtp_url("smtps://a%40b:c%3A@mail.example"))


@pytest.mark.parametrize("url", ["http://mail.example", "smtp://", "mail.example", "smtp://user:secret@mail.example"])
def test_a_mail_server_that_cannot_be_used_is_refused_at_the_start(tmp_path: Path, url: str):
    with pytest.raises(ConfigurationError) as caught:
        load_config(tmp_path, environment={"ONLINESVC_SMTP_URL": url})
    assert "smtp_url" in str(caught.value)
    assert "secret" not in str(caught.value)
