# SPDX-License-Identifier: MIT
"""Many invoices: files by batches, sums and words that are kept, statements however long."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader
from sqlalchemy import text as sql

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.take import BATCH
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoice_sums import wrong_sums
from onlinesvc_desktop.backend.store.migrate import migrate
from tests.invoices.desk import HEADINGS, PATH, Desk, many
from tests.support.backend import Sample, serving


def test_a_file_goes_in_by_batches_and_one_that_was_interrupted_is_taken_up_again(desk: Desk):
    text, database = many(desk.code.customer_number, BATCH * 3), desk.server.context.database
    at = f"B-{BATCH * 2:05}"
    stop, let_go = (
        (
            f"CREATE TRIGGER stop BEFORE INSERT ON invoices WHEN NEW.number = '{at}' BEGIN SELECT RAISE(ABORT, 'stop'); END",
            "DROP TRIGGER stop",
        )
        if database.is_sqlite
        else (
            f"ALTER TABLE invoices ADD CONSTRAINT stop CHECK (number <> '{at}')",
            "ALTER TABLE invoices DROP CONSTRAINT stop",
        )
    )
    with database.write() as connection:
        connection.execute(sql(stop))
    assert desk.bring("invoices", text).status_code == 500
    with database.write() as connection:
        connection.execute(sql(let_go))
    taken = desk.bring("invoices", text).json()
    assert (taken["added"], taken["changed"], taken["unchanged"]) == (BATCH, 0, BATCH * 2)


def test_a_preview_waits_for_nobody_who_writes(desk: Desk):
    number = desk.open_one()["invoice_number"]
    payments = f"invoice_no,paid_on,amount\n{number},2026-10-20,1.00\n"
    with desk.server.context.database.write() as connection:
        connection.execute(sql("UPDATE invoices SET balance_cents = balance_cents"))
        assert desk.bring("invoices", many(desk.code.customer_number, 3), preview=True).json()["added"] == 3
        assert desk.bring("payments", payments, preview=True).json()["added"] == 1


def test_others_write_while_a_large_file_goes_in(desk: Desk):
    number, answers = desk.open_one()["invoice_number"], list[int]()
    text = many(desk.code.customer_number, BATCH * 10)
    importing = Thread(target=lambda: answers.append(desk.bring("invoices", text).status_code))
    importing.start()
    while importing.is_alive():
        made = desk.dispute(number, reason="rate", amount="1.00")
        back = desk.server.ask("POST", f"/v1/disputes/{made.json()['id']}/withdrawal", desk.token, json={"version": 1})
        answers += [made.status_code, back.status_code]
    importing.join()
    assert set(answers) <= {200, 201}
    assert len(answers) > 1
    assert desk.get(f"{PATH}?search=B-{BATCH * 10 - 1:05}")["items"]


def test_a_database_that_is_held_is_said_to_be_away_for_a_moment(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        desk = Desk(server, sample)
        number = desk.open_one()["invoice_number"]
        with server.context.database.write():
            answer = desk.dispute(number, reason="rate", amount="1.00")
        assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (503, "unavailable", "2")
        assert desk.dispute(number, reason="rate", amount="1.00").status_code == 201


def test_the_sums_follow_every_change_and_a_recount_agrees(desk: Desk):
    database, customer = desk.server.context.database, desk.code.customer_number
    bills = [
        f"S-1,{customer},,2026-08-01,2026-08-16,100.00,,,,5.00,105.00,CAD",
        f"S-2,{customer},,2026-08-01,2026-08-16,-40.00,,,,-2.00,-42.00,CAD",
    ]
    before = {one["bucket"]: one for one in desk.get(f"{PATH}/summary")["currencies"][0]["buckets"]}
    desk.bring("invoices", "\n".join([HEADINGS, *bills]))
    desk.dispute("S-1", reason="rate", amount="5.00")
    desk.bring("payments", "invoice_no,paid_on,amount\nS-1,2026-10-20,50.00\n")
    aging = desk.get(f"{PATH}/summary")["currencies"][0]
    after = {one["bucket"]: one for one in aging["buckets"]}
    late = "over_90" if (office_day(desk.server.context.clock()) - date(2026, 8, 16)).days > 90 else "61_90"
    assert Decimal(after[late]["amount"]) - Decimal(before[late]["amount"]) == 55
    assert Decimal(after["current"]["amount"]) - Decimal(before["current"]["amount"]) == -42
    credit = desk.get(f"{PATH}/S-2")
    assert credit["days_past_due"] == 0
    assert "S-2" in str(desk.get(f"{PATH}?bucket=current&limit=200"))
    assert "S-2" not in str(desk.get(f"{PATH}?state=past_due&limit=200"))
    desk.bring("invoices", f"{HEADINGS}\nS-1,{desk.other_number},,2026-08-01,2026-08-20,100.00,,,,5.00,105.00,USD")
    desk.bring("payments", "invoice_no,paid_on,amount\nS-1,2026-10-21,55.00\n")
    with database.write() as connection:
        assert wrong_sums(connection) == 0
        connection.execute(sql("UPDATE invoices SET balance_cents = balance_cents + 1 WHERE number = 'S-2'"))
        assert wrong_sums(connection) == 1


def test_an_invoice_is_found_by_the_beginning_of_any_of_its_words(desk: Desk):
    headings = f"{HEADINGS},bol,po,consignee"
    row = "W-17/A-9,{},123456789,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD,BL77001,PO-5512,Aciérie Érable".replace(
        "/", "-"
    )
    desk.bring("invoices", f"{headings}\n{row.format(desk.code.customer_number)}")

    def found(words: str, token: str = "") -> list[str]:
        items = desk.server.ask("GET", PATH, token or desk.token, params={"search": words, "limit": 200}).json()["items"]
        return [one["invoice_number"] for one in items]

    for words in ("w-17-a", "W-17-A-9", "bl77", "5512", "po-55", "acierie erab", "123456789 érable", "105.00 aciérie"):
        assert found(words) == ["W-17-A-9"], words
    assert not found("acierie zebra")
    assert not found("cierie")
    assert not found("w-17-a", desk.other)
    assert found("—") == found("")
    desk.bring("invoices", f"{headings}\n{row.format(desk.other_number)}")
    assert not found("bl77001")
    assert found("bl77001", desk.other) == ["W-17-A-9"]
    everybody = desk.server.ask("GET", "/v1/admin/invoices", desk.admin, params={"search": "bl77001"}).json()["items"]
    assert [one["invoice_number"] for one in everybody] == ["W-17-A-9"]


def test_a_word_that_very_many_have_shows_the_newest_and_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("onlinesvc_desktop.backend.store.invoice_words._FEW", 20)
    desk.bring("invoices", many(desk.code.customer_number, 30))
    first = desk.get(f"{PATH}?search=105.00&limit=25")
    rest = desk.get(f"{PATH}?search=105.00&limit=25&cursor={first['cursor']}")
    numbers = [one["invoice_number"] for one in (*first["items"], *rest["items"])]
    assert numbers[:30] == [f"B-{at:05}" for at in reversed(range(30))]


def test_sums_and_words_of_an_older_database_are_those_of_a_new_one(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        desk = Desk(server, sample)
        row = "O-1,{},,2026-10-01,2026-10-16,-100.00,,,,-5.00,-105.00,CAD,Aciérie d’Été-Sud (2)"
        desk.bring("invoices", f"{HEADINGS},consignee\n{row.format(desk.code.customer_number)}")
        with server.context.database.read() as connection:
            kept = [connection.execute(sql(statement)).all() for statement in _KEPT]
    database = Database(sqlite_url(data_dir))
    with database.write() as connection:
        for statement in (
            "DROP INDEX IF EXISTS ix_bills_of_lading_cancelled",
            "DROP TABLE statement_schedules",
            "DROP TABLE electronic_bills",
            "DROP TABLE bill_replies",
            "DROP TABLE handed_bills",
            "DROP TABLE dispute_files",
            "DROP TABLE invoice_sums",
            "DROP TABLE invoice_words",
            "DROP INDEX ix_invoices_due",
            "DROP INDEX ix_invoices_open",
            "ALTER TABLE invoices DROP COLUMN folded",
            "CREATE INDEX ix_invoices_owed ON invoices (customer_id)",
            "UPDATE alembic_version SET version_num = '0025'",
        ):
            connection.execute(sql(statement))
    migrate(database)
    with database.read() as connection:
        assert [connection.execute(sql(statement)).all() for statement in _KEPT] == kept
        assert wrong_sums(connection) == 0
    database.close()


_KEPT = (
    "SELECT * FROM invoice_sums ORDER BY 1, 2, 3",
    "SELECT * FROM invoice_words ORDER BY 1, 2, 3",
    "SELECT id, folded FROM invoices ORDER BY 1",
)


def test_a_statement_holds_all_that_is_open_however_much(desk: Desk):
    before = len(desk.get("/v1/statements/current")["items"])
    count = 2_100
    desk.bring("invoices", many(desk.code.customer_number, count))
    stands = desk.get("/v1/statements/current")
    numbers = [one["invoice_number"] for one in stands["items"]]
    assert len(numbers) == len(set(numbers)) == before + count
    days = [(one["due_date"], one["id"]) for one in stands["items"]]
    assert days == sorted(days)
    assert sum(Decimal(one["balance"]) for one in stands["items"]) == sum(
        Decimal(one["total"]) for one in stands["summary"]["currencies"]
    )
    paper = PdfReader(BytesIO(desk.server.ask("GET", "/v1/statements/current/document", desk.token).content))
    seen = "".join(page.extract_text() for page in paper.pages)
    assert seen.count("B-0") == count


def test_a_statement_calls_no_credit_late(desk: Desk):
    row = f"K-1,{desk.other_number},,2026-08-01,2026-08-16,-40.00,,,,-2.00,-42.00,EUR"
    desk.bring("invoices", f"{HEADINGS}\n{row}")
    paper = PdfReader(BytesIO(desk.server.ask("GET", "/v1/statements/current/document", desk.other).content))
    text = "".join(page.extract_text() for page in paper.pages)
    assert "K-1" in text
    late = (office_day(desk.server.context.clock()) - date(2026, 8, 16)).days
    assert str(late) not in text[text.index("K-1") : text.index("K-1") + 60].split()


def test_a_dispute_names_a_line_of_the_invoice(desk: Desk):
    number = desk.open_one()["invoice_number"]
    refused = desk.dispute(number, reason="accessorial", amount="1.00", line="TGDL")
    assert [(one["pointer"], one["code"]) for one in refused.json()["errors"]] == [("/line", "unknown")]
    assert desk.dispute(number, reason="accessorial", amount="1.00", line="freight").status_code == 201


def test_a_quote_that_somebody_else_was_given_is_not_shown(desk: Desk):
    asked = {
        "origin": {"postal_code": "H3B 1A1"},
        "destination": {"postal_code": "M5V 2T6"},
        "ship_date": "2026-12-01",
        "terms": "prepaid",
        "handling_units": [{"count": 1, "type": "SKD", "weight": "500", "weight_unit": "lb", "dimension_unit": "in"}],
    }
    quote = desk.server.ask("POST", "/v1/rate-quotes", desk.other, json=asked).json()["number"]
    row = "Q-1,{},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD," + quote
    desk.bring("invoices", f"{HEADINGS},quote_id\n{row.format(desk.code.customer_number)}")
    shown = desk.get(f"{PATH}/Q-1")
    assert not {"quote_number", "quoted", "variance"} & shown.keys()
    assert quote not in str(desk.get(f"{PATH}?search=Q-1"))
    desk.bring("invoices", f"{HEADINGS},quote_id\n{row.format(desk.other_number)}")
    shown = desk.get(f"{PATH}/Q-1", desk.other)
    assert shown["quote_number"] == quote
    assert "quoted" in shown
