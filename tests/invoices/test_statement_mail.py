# SPDX-License-Identifier: MIT
"""The statement by e-mail on both databases, through a real mail server: once, on its day, and to nobody who may not see."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from pypdf import PdfReader
from requests import Response
from sqlalchemy import func, select, update

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.invoices import send
from onlinesvc_desktop.backend.services.invoices.send import send_due_statements
from onlinesvc_desktop.backend.store.accounts import find_account, set_rights
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.mail import outbox, reports
from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.contract.codes import Right
from tests.invoices.desk import HEADINGS, Desk
from tests.support.backend import Code, Sample, serving
from tests.support.life import code_of
from tests.support.mail import Mailbox, mail_server, text_of

PATH = "/v1/statements/schedule"
TO = "comptes@expediteur.example"
SITE = "https://services.example"


class PostDesk(Desk):
    """A payer's clerk with a mailbox, before a clock that is moved."""

    mailbox: Mailbox
    administrator: Code

    @property
    def context(self) -> Context:
        return self.server.context

    @property
    def now(self) -> datetime:
        return self.context.clock()

    def ask(self, method: str, path: str = PATH, **keywords: Any) -> Response:
        return self.server.ask(method, path, self.server.token(self.code), **keywords)

    def choose(self, **changes: Any) -> Response:
        return self.ask("PUT", json={"email": TO, "frequency": "weekly"} | changes)

    def due(self) -> None:
        """Let the moment come that the page names."""
        next_at = datetime.fromisoformat(self.ask("GET").json()["next_at"])
        self.server.clock.offset += next_at - self.now + timedelta(seconds=1)

    def upkeep(self) -> None:
        Upkeep(self.context).round()

    def mails(self) -> list[Any]:
        return self.mailbox.to(TO)

    def waiting(self) -> int:
        with self.context.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(outbox)).scalar_one())

    def rights(self, *rights: Right) -> None:
        with self.context.database.write() as connection:
            account = find_account(connection, self.code.access_code)
            assert account is not None
            set_rights(connection, account.id, rights)


@pytest.fixture(params=["sqlite", "postgresql"])
def post(request: pytest.FixtureRequest, data_dir: Path, sample: Sample) -> Iterator[PostDesk]:
    made, where = sample, {}
    if request.param == "postgresql":
        made, address = request.getfixturevalue("postgresql_sample")
        where = {"database_url": address}
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url, public_url=SITE, **where) as server:
        server.clock.stop()
        desk = PostDesk(server, made)
        desk.mailbox, desk.administrator = mailbox, made.administrator
        yield desk


def link_of(mail: Any) -> str:
    return str(mail["List-Unsubscribe"]).strip("<>").removeprefix(SITE)


def test_the_statement_comes_on_its_day_with_sums_and_paper_and_not_before(post: PostDesk):
    assert post.ask("GET").json() == {}
    bill = f"U-1,{post.code.customer_number},,2026-08-01,2026-08-16,100.00,,,,5.00,105.00,USD"
    assert post.bring("invoices", f"{HEADINGS}\n{bill}").json()["added"] == 1
    assert post.ask("PATCH", "/v1/profile", json={"language": "en"}).status_code == 200
    kept = post.choose(weekday=3, at="16:30").json()
    assert kept["schedule"] == {"email": TO, "frequency": "weekly", "weekday": 3, "at": "16:30"}
    assert post.ask("GET").json() == kept
    assert datetime.fromisoformat(kept["next_at"]).isoweekday() == 3
    post.upkeep()
    assert not post.mails()
    post.due()
    post.upkeep()
    post.upkeep()
    (mail,) = post.mails()
    stands = post.ask("GET", "/v1/statements/current").json()
    text = text_of(mail).replace("\N{NO-BREAK SPACE}", " ")
    for aging in stands["summary"]["currencies"]:
        total = f"${float(aging['total']):,.2f}" + ("" if aging["currency"] == "CAD" else f" {aging['currency']}")
        assert f"Owed in {aging['currency']}: {total}" in text
    assert text.count("Not yet due: ") == len(stands["summary"]["currencies"]) == 2
    assert "(1 invoice)" in text
    (paper,) = mail.iter_attachments()
    assert (paper.get_content_type(), paper.get_filename()) == ("application/pdf", f"statement-{stands['as_of']}.pdf")
    seen = "".join(page.extract_text() for page in PdfReader(BytesIO(paper.get_content())).pages)
    assert all(one["invoice_number"] in seen for one in stands["items"])
    assert post.code.customer_number in seen
    assert datetime.fromisoformat(post.ask("GET").json()["next_at"]) == datetime.fromisoformat(kept["next_at"]) + timedelta(
        7
    )
    with post.context.database.read() as connection:
        assert connection.execute(select(reports.c.content)).scalars().all() == [None], "the paper stays nowhere"


def test_it_is_written_in_the_language_of_the_moment_and_every_month(post: PostDesk):
    post.choose(frequency="monthly", day=31)
    for language, subject, name in (
        ("fr", "État de compte du", "etat-de-compte"),
        ("en", "Statement of account of", "statement"),
    ):
        assert post.ask("PATCH", "/v1/profile", json={"language": language}).status_code == 200
        post.due()
        post.upkeep()
        mail = post.mails()[-1]
        assert mail["Subject"].startswith(subject)
        assert mail["Content-Language"] == f"{language}-CA"
        assert next(mail.iter_attachments()).get_filename().startswith(name)
    assert len(post.mails()) == 2


def test_several_workers_send_it_once(post: PostDesk):
    post.choose()
    post.due()
    second = Context(post.context.config, Database(str(post.context.config.database_url)), post.context.clock)
    together, made = Barrier(2), list[int]()

    def work(context: Context) -> None:
        together.wait()
        made.append(send_due_statements(context, post.now))

    workers = [Thread(target=work, args=(context,)) for context in (post.context, second)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    second.database.close()
    assert sorted(made) == [0, 1]
    post.upkeep()
    assert len(post.mails()) == 1


def test_a_worker_that_dies_loses_nothing_and_sends_nothing_twice(post: PostDesk, monkeypatch: pytest.MonkeyPatch):
    post.choose()
    post.due()

    def dies(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(send, "queue_mail", dies)
        with pytest.raises(KeyboardInterrupt):
            send_due_statements(post.context, post.now)
    assert (post.waiting(), send_due_statements(post.context, post.now)) == (0, 1)
    assert send_due_statements(post.context, post.now) == 0


@pytest.mark.parametrize("what", ["right", "closed", "ended", "elsewhere", "enterprise"])
def test_nothing_is_sent_once_the_right_to_it_is_gone(post: PostDesk, what: str):
    post.choose()
    post.due()
    assert send_due_statements(post.context, post.now) == 1
    match what:
        case "right":
            post.rights(Right.SHIP)
        case "closed":
            with post.context.database.write() as connection:
                of = access_codes.c.code == post.code.access_code
                connection.execute(update(access_codes).where(of).values(state="closed"))
        case "ended":
            assert post.ask("DELETE", PATH).status_code == 204
        case "elsewhere":
            post.choose(email="autre@expediteur.example")
        case _:
            with post.context.database.write() as connection:
                other = select(customers.c.id).where(customers.c.number == post.other_number).scalar_subquery()
                of = access_codes.c.code == post.code.access_code
                connection.execute(update(access_codes).where(of).values(customer_id=other))
    post.upkeep()
    assert not post.mailbox.messages
    assert post.waiting() == 0


def test_without_the_right_its_turn_passes_and_with_it_again_it_goes_on(post: PostDesk):
    post.choose()
    post.due()
    post.rights(Right.SHIP)
    assert send_due_statements(post.context, post.now) == 0
    assert code_of(post.ask("GET")) == "right_missing"
    post.rights(*Right)
    post.upkeep()
    assert not post.mails()
    post.due()
    post.upkeep()
    assert len(post.mails()) == 1


def test_while_the_mail_server_is_away_only_the_newest_waits(post: PostDesk):
    post.choose()
    for _ in range(3):
        post.due()
        assert send_due_statements(post.context, post.now) == 1
    assert post.waiting() == 1
    post.upkeep()
    (mail,) = post.mails()
    assert post.ask("GET", "/v1/statements/current").json()["as_of"] in next(mail.iter_attachments()).get_filename()


def test_the_link_shows_a_page_and_ends_it_without_signing_in(post: PostDesk):
    post.choose()
    post.due()
    post.upkeep()
    (mail,) = post.mails()
    path = link_of(mail)
    assert path.startswith("/stop/statements/")
    assert path in text_of(mail)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    shown = post.server.ask("GET", path)
    for words in ("Ne plus recevoir ces courriels", "Stop these e-mails", TO, '<form method="post">'):
        assert words in shown.text
    assert "schedule" in post.ask("GET").json(), "whoever follows links ends nothing"
    forged = f"{path[:-1]}{'A' if path[-1] != 'A' else 'B'}"
    assert "Nothing to stop" in post.server.ask("POST", forged).text
    assert "Nothing to stop" in post.server.ask("POST", path.replace("/statements", "")).text, "no link of a notice"
    assert code_of(post.server.ask("POST", "/stop/statements/1-short")) == "invalid_fields"
    ended = post.server.ask("POST", path, data={"List-Unsubscribe": "One-Click"})
    assert (ended.status_code, "Done" in ended.text, "C’est fait" in ended.text) == (200, True, True)
    assert post.ask("GET").json() == {}
    assert "Rien à arrêter" in post.server.ask("POST", path).text
    admin = post.server.token(post.administrator)
    lines = post.get("/v1/admin/audit?action=statements_ended", admin)["items"]
    assert [one["subject"] for one in lines] == [post.code.access_code]


def test_nothing_open_is_said_and_a_paper_too_large_for_an_e_mail_left_out(post: PostDesk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(send, "_MOST_BYTES", 100)
    post.choose()
    post.due()
    with post.context.database.write() as connection:
        connection.exec_driver_sql("UPDATE invoices SET is_open = is_open")
        connection.exec_driver_sql("DELETE FROM invoice_sums")
    post.upkeep()
    (mail,) = post.mails()
    assert not list(mail.iter_attachments())
    assert re.search("Nothing was open|Rien n’était ouvert", text_of(mail))
    assert re.search("too long for an e-mail|trop long pour un courriel", text_of(mail))


def test_what_is_no_schedule_is_said_beside_its_field(post: PostDesk):
    for changes, pointer in (
        ({"email": "no address"}, "/email"),
        ({"time_zone": "Mars/Olympus"}, "/time_zone"),
        ({"day": 32}, "/day"),
        ({"weekday": 0}, "/weekday"),
        ({"at": "24:00"}, "/at"),
        ({"frequency": "yearly"}, "/frequency"),
    ):
        refused = post.choose(**changes)
        assert [one["pointer"] for one in refused.json()["errors"]] == [pointer]
    nobody = post.server.ask("PUT", PATH, post.admin, json={"email": TO, "frequency": "weekly"})
    assert code_of(nobody) == "wrong_state"
    assert post.choose(time_zone="\x00").status_code == 422
