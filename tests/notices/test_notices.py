# SPDX-License-Identifier: MIT
"""Notices by e-mail on both databases, through a real mail server: told once, together, and to nobody who may not see."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select, update

from onlinesvc_desktop.backend.config import BackendConfig, ConfigurationError, load_config
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail.compose import compose
from onlinesvc_desktop.backend.mail.deliver import deliver_due
from onlinesvc_desktop.backend.services.notices import tell
from onlinesvc_desktop.backend.services.notices.tell import tell_due
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.outbox import StoredMail, claim_mail
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.shipments import parties, shipments
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind, MailState
from tests.notices.desk import FRESH, OTHER, TO, Desk
from tests.support.backend import Server
from tests.support.life import code_of
from tests.support.mail import EVERY_FACT, text_of
from tests.support.x12 import status


def test_what_happens_in_one_moment_is_one_mail_and_is_told_once(desk: Desk):
    desk.chosen(FRESH, OTHER)
    desk.later(minutes=1)
    desk.report(status(FRESH, desk.event("AF"), desk.event("X6", 1)))
    desk.later(seconds=30)
    desk.report(status(OTHER, desk.event("A7", reason="A5")))
    desk.upkeep()
    assert not desk.mails(), "more of the same moment may come"
    desk.settled()
    (mail,) = desk.mails()
    text = text_of(mail).replace("\N{NO-BREAK SPACE}", " ")
    assert "2 envois" in str(mail["Subject"]).replace("\N{NO-BREAK SPACE}", " ") or "2 shipments" in mail["Subject"]
    for number in (FRESH, OTHER):
        assert f"{number}" in text
    assert "Acme" not in text, "a stranger's parties are not told"
    assert mail["List-Unsubscribe"].startswith("<https://services.example/stop/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip("<>") in text
    desk.report(status(FRESH, desk.event("X6", -2)))
    desk.settled()
    desk.settled()
    known = len(desk.mails())
    desk.happens(FRESH, "D1")
    desk.settled()
    assert len(desk.mails()) == known + 1
    assert FRESH in desk.mails()[-1]["Subject"]
    assert OTHER not in text_of(desk.mails()[-1])


def test_a_report_that_is_repeated_or_comes_between_others_tells_nothing_again(desk: Desk):
    desk.chosen(FRESH)
    desk.later(minutes=10)
    first, last = desk.event("AF"), desk.event("D1", 30)
    desk.report(status(FRESH, first, last))
    desk.settled()
    assert len(desk.mails()) == 1
    desk.report(status(FRESH, first, last, bill="ANOTHER1"))
    desk.settled()
    assert len(desk.mails()) == 1
    desk.report(status(FRESH, desk.event("X6", 3)))
    desk.settled()
    assert len(desk.mails()) == 2, "numbers of events moved, what they say did not"
    assert "D1" not in text_of(desk.mails()[1])
    assert text_of(desk.mails()[1]).count("(QC)") == 2, "one line of the shipment, one of the event"


def test_nothing_older_than_what_was_chosen_is_told(desk: Desk):
    before = desk.event("AF", -3)
    desk.chosen(FRESH, kinds=["picked_up"])
    desk.report(status(FRESH, before))
    desk.settled()
    assert not desk.mails()
    desk.happens(FRESH, "D1")
    desk.settled()
    assert not desk.mails(), "that kind was not chosen"
    assert desk.choose(kinds=["picked_up", "delivered"]).status_code == 200
    desk.report(status(FRESH, desk.event("AF", -3, "MONTREAL QC"), bill="ANOTHER1"))
    desk.settled()
    assert not [one for one in desk.mails() if "Livr" in text_of(one) or "Delivered" in text_of(one)]
    assert desk.ask("GET", "/v1/notices").json()["settings"]["kinds"] == ["picked_up", "delivered"]


def test_a_digest_comes_once_a_day_at_its_hour(desk: Desk):
    desk.chosen(FRESH, frequency="daily", hour=7, time_zone="America/Vancouver")
    due = desk.ask("GET", "/v1/notices").json()["next_at"]
    assert due.endswith(("14:00:00Z", "15:00:00Z"))
    desk.happens(FRESH, "AF")
    desk.settled()
    desk.happens(FRESH, "X6")
    desk.settled()
    assert not desk.mails()
    desk.later(days=1)
    desk.upkeep()
    (mail,) = desk.mails()
    assert text_of(mail).count("(QC)") == 3
    desk.upkeep()
    desk.later(days=3)
    desk.upkeep()
    assert len(desk.mails()) == 1, "a day without news is no mail"
    assert desk.ask("GET", "/v1/notices").json()["next_at"] > due


def test_every_shipment_of_the_enterprise_and_no_other(desk: Desk):
    own = desk.ask("GET", "/v1/shipments?limit=1").json()["items"][0]["autopro_number"]
    assert desk.choose(all_shipments=True).status_code == 200
    desk.later(minutes=1)
    desk.report(status(own, desk.event("A7", reason="A5")), status(FRESH, desk.event("AF")))
    desk.settled()
    (mail,) = desk.mails()
    assert own in mail["Subject"]
    assert FRESH not in text_of(mail)
    assert desk.choose(all_shipments=False).status_code == 200
    desk.report(status(own, desk.event("X6", 1)))
    desk.settled()
    assert len(desk.mails()) == 1


def test_two_workers_write_one_mail(desk: Desk):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    desk.later(minutes=2)
    second = Context(desk.context.config, Database(str(desk.context.config.database_url)), desk.context.clock)
    together, made = Barrier(2), list[int]()

    def work(context: Context) -> None:
        together.wait()
        made.append(tell_due(context, desk.now))

    workers = [Thread(target=work, args=(context,)) for context in (desk.context, second)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    second.database.close()
    assert sorted(made) == [0, 1]
    desk.upkeep()
    assert len(desk.mails()) == 1


def test_a_worker_that_dies_loses_nothing_and_tells_nothing_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")

    def dies(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(tell, "queue_mail", dies)
        with pytest.raises(KeyboardInterrupt):
            desk.tell()
    assert desk.waiting() == 0
    assert desk.tell() == 1
    with desk.context.database.write() as connection:
        claimed = claim_mail(connection, desk.now)
    assert claimed is not None
    assert deliver_due(desk.context) == 0, "a worker has it; it may have sent it and died before it said so"
    assert desk.tell() == 0
    desk.later(minutes=11)
    desk.upkeep()
    (mail,) = desk.mails()
    assert claimed.message_id in mail["Message-ID"], "a mail program shows a message that came twice once"
    desk.settled()
    assert len(desk.mails()) == 1


def _unwatch(desk: Desk) -> None:
    desk.unwatch(FRESH)


def _untell(desk: Desk) -> None:
    assert desk.tell_of(FRESH, wanted=False).status_code == 200


def _end(desk: Desk) -> None:
    assert desk.ask("DELETE", "/v1/notices").status_code == 204


def _move(desk: Desk) -> None:
    assert desk.choose(email="autre@expediteur.example").status_code == 200


def _lock(desk: Desk) -> None:
    admin = desk.server.token(desk.sample.administrator)
    path = f"/v1/admin/access-codes/{desk.code.access_code}/lock"
    assert desk.server.ask("POST", path, admin).status_code == 200


@pytest.mark.parametrize("change", [_unwatch, _untell, _end, _move, _lock], ids=lambda one: one.__name__.strip("_"))
def test_nothing_goes_that_may_not_be_told_when_it_is_sent(desk: Desk, change: Any):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    assert desk.tell() == 1
    with desk.context.database.read() as connection:
        row = connection.execute(select(outbox.c.id)).scalar_one()
    change(desk)
    admin = desk.server.token(desk.sample.administrator)
    assert desk.server.ask("POST", f"/v1/admin/outbox/{row}/message", admin).status_code == 409
    desk.upkeep()
    told = [message["Subject"] for message in desk.mailbox.messages]
    assert all("verrouillé" in subject or "locked" in subject for subject in told), told
    assert desk.waiting() == len(told)


def test_of_two_shipments_the_one_that_is_still_watched_is_told(desk: Desk):
    desk.chosen(FRESH, OTHER)
    desk.later(minutes=1)
    desk.report(status(FRESH, desk.event("AF")), status(OTHER, desk.event("AF")))
    assert desk.tell() == 1
    desk.unwatch(FRESH)
    desk.upkeep()
    (mail,) = desk.mails()
    assert OTHER in mail["Subject"]
    assert FRESH not in text_of(mail)


def test_a_shipment_that_went_to_another_enterprise_is_not_told(desk: Desk):
    own = desk.ask("GET", "/v1/shipments?limit=1").json()["items"][0]["autopro_number"]
    assert desk.choose(all_shipments=True).status_code == 200
    desk.happens(own, "A7")
    assert desk.tell() == 1
    with desk.context.database.write() as connection:
        row = connection.execute(select(shipments).where(shipments.c.autopro_number == own)).one()
        those = (row.shipper_id, row.consignee_id, row.bill_to_id)
        connection.execute(update(parties).where(parties.c.id.in_(those)).values(customer_id=None))
    desk.upkeep()
    assert not desk.mailbox.messages
    desk.happens(own, "A7")
    assert desk.tell() == 0


def test_while_the_mail_server_is_away_one_mail_waits_and_then_says_the_rest(desk: Desk):
    desk.chosen(FRESH)
    for code in ("AF", "X6", "A7"):
        desk.happens(FRESH, code)
        desk.tell()
    assert desk.waiting() == 1
    desk.upkeep()
    desk.settled()
    first, second = desk.mails()
    assert FRESH in first["Subject"]
    assert text_of(second).count("(QC)") == 3


def test_the_link_shows_a_page_and_ends_them_without_signing_in(desk: Desk):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    desk.settled()
    path = desk.mails()[0]["List-Unsubscribe"].strip("<>").removeprefix("https://services.example")
    shown = desk.server.ask("GET", path)
    assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
    for words in ("Ne plus recevoir ces courriels", "Stop these e-mails", TO, '<form method="post">'):
        assert words in shown.text
    assert "settings" in desk.ask("GET", "/v1/notices").json(), "whoever follows links ends nothing"
    forged = f"{path[:-1]}{'A' if path[-1] != 'A' else 'B'}"
    assert "Nothing to stop" in desk.server.ask("POST", forged).text
    assert code_of(desk.server.ask("POST", "/stop/1-short")) == "invalid_fields"
    ended = desk.server.ask("POST", path, data={"List-Unsubscribe": "One-Click"})
    assert (ended.status_code, "Done" in ended.text, "C’est fait" in ended.text) == (200, True, True)
    assert desk.ask("GET", "/v1/notices").json() == {}
    assert "Rien à arrêter" in desk.server.ask("POST", path).text
    desk.happens(FRESH, "D1")
    desk.settled()
    assert len(desk.mails()) == 1
    admin = desk.server.token(desk.sample.administrator)
    lines = desk.server.ask("GET", "/v1/admin/audit?action=notices_ended", admin).json()["items"]
    assert [one["subject"] for one in lines] == [desk.code.access_code]


def test_a_link_of_an_earlier_address_ends_nothing(desk: Desk):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    desk.settled()
    path = desk.mails()[0]["List-Unsubscribe"].strip("<>").removeprefix("https://services.example")
    assert desk.choose(email="autre@expediteur.example").status_code == 200
    assert "Nothing to stop" in desk.server.ask("POST", path).text
    assert desk.ask("GET", "/v1/notices").json()["settings"]["email"] == "autre@expediteur.example"


def test_it_is_written_in_the_language_of_the_moment(desk: Desk):
    desk.chosen(FRESH)
    for language, subject in (("fr", "Ramassé"), ("en", "Picked up")):
        assert desk.ask("PATCH", "/v1/profile", json={"language": language}).status_code == 200
        desk.happens(FRESH, "AF")
        desk.settled()
        mail = desk.mails()[-1]
        assert subject in mail["Subject"]
        assert mail["Content-Language"] == f"{language}-CA"


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"email": "nobody"}, "/email"),
        ({"email": ""}, "/email"),
        ({"time_zone": "Mars/Olympus"}, "/time_zone"),
        ({"time_zone": "America"}, "/time_zone"),
        ({"time_zone": "a\0b"}, "/time_zone"),
        ({"kinds": []}, "/kinds"),
        ({"kinds": ["gone"]}, "/kinds/0"),
        ({"hour": 24}, "/hour"),
    ],
)
def test_what_makes_no_sense_is_refused(server: Server, sample: Any, changes: dict[str, Any], pointer: str):
    body = {"email": TO, "kinds": ["delivered"]} | changes
    answer = server.ask("PUT", "/v1/notices", server.token(sample.customer), json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


def test_numbers_are_chosen_once_there_is_an_address_and_only_watched_ones(server: Server, sample: Any):
    token = server.token(sample.customer)
    body = {"references": [FRESH], "wanted": True}
    assert code_of(server.ask("POST", "/v1/notices/numbers", token, json=body)) == "wrong_state"
    assert server.ask("PUT", "/v1/notices", token, json={"email": f"Quai <{TO}>", "kinds": ["delivered"]}).ok
    answer = server.ask("POST", "/v1/notices/numbers", token, json=body).json()
    assert (answer["settings"]["email"], answer.get("numbers", [])) == (TO, [])
    assert server.ask("POST", "/v1/watches", token, json={"references": [FRESH]}).ok
    assert server.ask("POST", "/v1/notices/numbers", token, json=body).json()["numbers"] == [FRESH]
    body["references"] = ["  "]
    assert server.ask("POST", "/v1/notices/numbers", token, json=body).status_code == 422


def test_an_administrator_has_no_enterprise_to_be_told_of(server: Server, sample: Any):
    admin = server.token(sample.administrator)
    body = {"email": TO, "kinds": ["delivered"], "all_shipments": True}
    assert server.ask("PUT", "/v1/notices", admin, json=body).json()["errors"][0]["pointer"] == "/all_shipments"
    assert server.ask("PUT", "/v1/notices", admin, json=body | {"all_shipments": False}).status_code == 200


def test_without_a_public_address_the_mail_has_no_link(desk: Desk):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    assert desk.tell() == 1
    plain = Context(replace(desk.context.config, public_url=""), desk.context.database, desk.context.clock)
    assert deliver_due(plain) == 1
    (mail,) = desk.mails()
    assert mail["List-Unsubscribe"] is None
    assert "/stop/" not in text_of(mail)


def test_the_link_stands_in_its_header_as_it_is_however_long():
    now, url = datetime.now(UTC), f"https://{'services-' * 12}en-ligne.example/stop/7-abcdefghijklmnopqrstuv"
    facts = EVERY_FACT | {"stop_url": url}
    kind, state = MailKind.SHIPMENT_NOTICE, MailState.WAITING
    mail = StoredMail(1, kind, state, TO, Language.FRENCH, facts, 1, None, "abc", now, 0, now, "", None)
    message = compose(mail, BackendConfig(database_url="sqlite://"), now)
    assert f"\r\nList-Unsubscribe: <{url}>\r\n".encode() in message.as_bytes()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("url", ["services.example", "ftp://services.example", "https://services.example/", "https://a b"])
def test_a_public_address_that_is_none_is_refused_at_the_start(tmp_path: Path, url: str):
    with pytest.raises(ConfigurationError, match="public_url"):
        load_config(tmp_path, environment={"ONLINESVC_PUBLIC_URL": url})
    assert load_config(tmp_path, environment={"ONLINESVC_PUBLIC_URL": "https://services.example/online"}).public_url


def test_what_was_told_is_forgotten_when_it_is_no_news_any_longer(desk: Desk):
    desk.chosen(FRESH)
    desk.happens(FRESH, "AF")
    desk.settled()
    with desk.context.database.write() as connection:
        tell.forget_old(connection, desk.now + timedelta(days=41))
    desk.later(days=41)
    desk.report(status(FRESH, desk.event("K1", 1)))
    desk.settled()
    assert len(desk.mails()) == 1
