# SPDX-License-Identifier: MIT
"""Invoices over HTTP: seen by the payer with the right, sums by days past due, disputes to their decision, files in."""

import base64
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pypdf import PdfReader
from requests import Response
from sqlalchemy import select
from sqlalchemy import text as sql

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.services.invoices.take import BATCH
from onlinesvc_desktop.backend.store.contents import forget_contents
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoice_sums import wrong_sums
from onlinesvc_desktop.backend.store.invoices import put_payment
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.contract.dispute_files import MOST_DISPUTE_FILES
from tests.support.backend import Sample, Server, serving
from tests.support.waiting import wait_for

PATH = "/v1/invoices"


class Desk:
    """A clerk, a stranger and an administrator before one backend."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        customers = [one for one in sample.codes if one.role == "customer" and one.password_state == "active"]
        numbers = {one.customer_number for one in customers}
        assert len(numbers) > 1
        self.code = customers[0]
        other = next(one for one in customers if one.customer_number != self.code.customer_number)
        self.other_number = other.customer_number
        self.token, self.other, self.admin = (server.token(one) for one in (self.code, other, sample.administrator))

    def get(self, path: str, token: str = "") -> Any:
        answer = self.server.ask("GET", path, token or self.token)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def bring(self, kind: str, text: str, preview: bool = False) -> Response:
        body = {"content": base64.b64encode(text.encode()).decode(), "preview": preview}
        return self.server.ask("POST", f"/v1/admin/{kind}", self.admin, json=body)

    def open_one(self) -> dict[str, Any]:
        items = self.get(f"{PATH}?state=open&limit=200")["items"]
        found: dict[str, Any] = next(one for one in items if one["state"] == "open")
        return found

    def dispute(self, number: str, **body: Any) -> Response:
        return self.server.ask("POST", f"{PATH}/{number}/disputes", self.token, json=body)

    def decide(self, row: int, **body: Any) -> Response:
        return self.server.ask("POST", f"/v1/admin/disputes/{row}/decision", self.admin, json=body)


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample) -> Iterator[Desk]:
    if request.param == "sqlite":
        with serving(data_dir) as server:
            yield Desk(server, sample)
        return
    made, url = request.getfixturevalue("postgresql_sample")
    with serving(data_dir, database_url=url) as server:
        yield Desk(server, made)


def test_the_sums_by_days_past_due_are_those_of_the_list(desk: Desk):
    items = desk.get(f"{PATH}?state=open&limit=200")["items"]
    assert items
    (owed,) = desk.get(f"{PATH}/summary")["currencies"]
    assert Decimal(owed["total"]) == sum(Decimal(one["balance"]) for one in items)
    assert Decimal(owed["past_due"]) == sum(Decimal(one["balance"]) for one in items if one["days_past_due"])
    for bucket in owed["buckets"]:
        those = desk.get(f"{PATH}?bucket={bucket['bucket']}&limit=200")["items"]
        assert len(those) == bucket["count"]
        assert Decimal(bucket["amount"]) == sum(Decimal(one["balance"]) for one in those)
    late = desk.get(f"{PATH}?state=past_due&limit=200")["items"]
    assert {one["id"] for one in late} == {one["id"] for one in items if one["days_past_due"]}


def test_an_invoice_comes_to_its_total_and_says_so_on_paper(desk: Desk):
    item = desk.open_one()
    whole = desk.get(f"{PATH}/{item['invoice_number']}")
    amounts = [Decimal(one["amount"]) for one in (*whole["lines"], *whole.get("taxes", ()))]
    assert sum(amounts) == Decimal(whole["total"])
    paper = desk.server.ask("GET", f"{PATH}/{item['invoice_number']}/document", desk.token)
    assert paper.headers["Content-Type"] == "application/pdf"
    text = PdfReader(BytesIO(paper.content)).pages[0].extract_text()
    assert item["invoice_number"] in text
    assert "TPS" in text
    statement = desk.server.ask("GET", "/v1/statements/current/document", desk.token)
    assert item["invoice_number"] in "".join(page.extract_text() for page in PdfReader(BytesIO(statement.content)).pages)


def test_nobody_else_sees_an_invoice(desk: Desk):
    number = desk.open_one()["invoice_number"]
    assert desk.server.ask("GET", f"{PATH}/{number}", desk.other).status_code == 404
    assert desk.server.ask("GET", f"{PATH}/{number}/document", desk.other).status_code == 404
    answer = desk.server.ask("POST", f"{PATH}/{number}/disputes", desk.other, json={"reason": "tax", "amount": "1"})
    assert answer.status_code == 404
    assert number not in str(desk.get(f"{PATH}?limit=200", desk.other))


def test_a_dispute_is_accepted_in_part_and_becomes_a_credit(desk: Desk):
    invoice = desk.open_one()
    number, total = invoice["invoice_number"], Decimal(invoice["total"])
    made = desk.dispute(number, reason="weight", amount="10.00", description="The slip says 400 lb.", line="freight")
    assert made.status_code == 201, made.text
    stands = desk.get(f"{PATH}/{number}")
    assert (stands["state"], stands["disputed"], stands["balance"]) == ("disputed", "10.00", str(total))
    row = made.json()["id"]
    assert desk.decide(row, state="accepted", version=1, amount="10.01").status_code == 422
    assert desk.decide(row, state="refused", version=1).status_code == 422
    decided = desk.decide(row, state="accepted", version=1, amount="6.00", answer="Reweighed.")
    assert decided.json()["accepted"] == "6.00"
    stands = desk.get(f"{PATH}/{number}")
    assert (stands["state"], stands["balance"]) == ("part_paid", str(total - 6))
    assert [(one["amount"], one["is_credit"]) for one in stands["payments"]] == [("6.00", True)]
    assert desk.decide(row, state="accepted", version=2).status_code == 409
    with desk.server.context.database.read() as connection:
        kinds = list(connection.execute(select(outbox.c.kind).order_by(outbox.c.id.desc()).limit(2)).scalars())
    assert kinds == ["dispute_decided", "dispute_received"]


def test_a_dispute_acts_once_and_no_more_than_is_owed_can_be_disputed(desk: Desk):
    invoice = desk.open_one()
    number, key = invoice["invoice_number"], {"Idempotency-Key": "d" * 32}
    body = {"reason": "duplicate", "amount": invoice["balance"]}
    first, again = (
        desk.server.ask("POST", f"{PATH}/{number}/disputes", desk.token, json=body, headers=key) for _ in range(2)
    )
    assert first.json() == again.json()
    more = desk.dispute(number, reason="tax", amount="0.01")
    assert more.json()["errors"][0]["code"] == "more_than_owed"
    version = {"version": 1}
    back = desk.server.ask("POST", f"/v1/disputes/{first.json()['id']}/withdrawal", desk.token, json=version)
    assert back.json()["state"] == "withdrawn"
    assert desk.get(f"{PATH}/{number}")["state"] == "open"
    assert desk.dispute(number, reason="other", amount="1").json()["errors"][0]["pointer"] == "/description"


HEADINGS = "invoice_no,customer_no,pro,invoice_date,due_date,gross,discount,fuel,accessorial_1,gst,total,currency"


def test_a_file_of_invoices_is_foreseen_taken_once_and_its_wrong_rows_are_named(desk: Desk):
    customer = desk.code.customer_number
    rows = [
        f"X-1,{customer},123456789,2026-10-01,2026-10-16,200.00,-20.00,30.00,TGDL=15.00,11.25,236.25,CAD",
        f"X-2,{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,106.00,CAD",
        "X-3,99999999,,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD",
        f"X-4,{customer},,2026-13-01,2026-10-16,100.00,,,,5.00,105.00,CAD",
        f"X-5,{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,1e5,CAD",
        f"=cmd(),{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD",
        f"X-6,{customer},,2026-10-01,,-40.00,,,,-2.00,-42.00,USD",
    ]
    text = "\n".join([HEADINGS, *rows])
    foreseen = desk.bring("invoices", text, preview=True).json()
    assert (foreseen["taken"], foreseen["added"], foreseen["rejected_count"]) == (False, 2, 5)
    assert desk.server.ask("GET", f"{PATH}/X-1", desk.token).status_code == 404
    taken = desk.bring("invoices", text).json()
    assert [(one["line"], one["column"], one["fault"]) for one in taken["rejected"]] == [
        (3, "total", "total_differs"),
        (4, "customer_no", "unknown_customer"),
        (5, "invoice_date", "malformed"),
        (6, "total", "malformed"),
        (7, "invoice_no", "malformed"),
    ]
    again = desk.bring("invoices", text).json()
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)
    whole = desk.get(f"{PATH}/X-1")
    assert [(one["code"], one["amount"]) for one in whole["lines"]] == [
        ("freight", "200.00"),
        ("discount", "-20.00"),
        ("fuel", "30.00"),
        ("TGDL", "15.00"),
    ]
    assert whole["days_past_due"] == (office_day(datetime.now(UTC)) - date(2026, 10, 16)).days
    assert {one["currency"] for one in desk.get(f"{PATH}/summary")["currencies"]} == {"CAD", "USD"}


def test_payments_lower_an_invoice_once(desk: Desk):
    invoice = desk.open_one()
    number, half = invoice["invoice_number"], Decimal(invoice["balance"]) - 5
    day = (office_day(datetime.now(UTC)) - timedelta(days=1)).isoformat()
    rows = f"{number};{day};{half};CAD;EFT 1;\n{number};{day};5,00;;N 7;credit\n"
    text = f"invoice_no;paid_on;amount;currency;reference;kind\n{rows}"
    more = f"{number};{day};1.00;USD;;\nNOBODY;{day};1.00;;;\n{number};{day};0;;;\n{number};{day};1.00;;;gift\n"
    result = desk.bring("payments", text + more).json()
    assert (result["added"], result["rejected_count"]) == (2, 4)
    assert [one["fault"] for one in result["rejected"]] == ["other_currency", "unknown_invoice", "malformed", "malformed"]
    assert desk.bring("payments", text).json()["added"] == 0
    stands = desk.get(f"{PATH}/{number}")
    assert (stands["state"], stands["balance"]) == ("paid", "0.00")
    assert desk.dispute(number, reason="tax", amount="1.00").json()["code"] == "wrong_state"


@pytest.mark.parametrize("content", ["", "\0\0\0", "a,b\n1,2", "\ud800".encode("utf-16", "surrogatepass").decode("latin-1")])
def test_a_file_that_holds_no_invoices_is_refused(desk: Desk, content: str):
    assert desk.bring("invoices", content).status_code == 422
    assert desk.bring("payments", content).status_code == 422


def test_an_administrator_sees_every_invoice_and_chooses_by_customer(desk: Desk):
    own = desk.get(f"/v1/admin/invoices?limit=200&customer_number={desk.code.customer_number}", desk.admin)["items"]
    assert {one["invoice_number"] for one in own} == {
        one["invoice_number"] for one in desk.get(f"{PATH}?limit=200")["items"]
    }
    assert not desk.get("/v1/admin/invoices?customer_number=nobody", desk.admin)["items"]
    assert {one["state"] for one in desk.get("/v1/admin/disputes?state=submitted", desk.admin)["items"]} == {"submitted"}


def test_a_preview_foresees_a_row_that_stands_twice(desk: Desk):
    number, customer = desk.open_one()["invoice_number"], desk.code.customer_number
    bills = f"{HEADINGS}\n" + f"Y-1,{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD\n" * 2
    payments = "invoice_no,paid_on,amount\n" + f"{number},2026-10-20,1.00\n" * 2
    for kind, text in (("invoices", bills), ("payments", payments)):
        foreseen, taken = desk.bring(kind, text, preview=True).json(), desk.bring(kind, text).json()
        assert (foreseen["added"], foreseen["unchanged"]) == (taken["added"], taken["unchanged"]) == (1, 1)
        assert not foreseen["taken"]


def test_a_column_that_stands_twice_is_refused(desk: Desk):
    invoice = desk.open_one()
    answer = desk.bring("payments", f"invoice_no,paid_on,amount,amount\n{invoice['invoice_number']},2026-10-20,1.00,2.00\n")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/content"
    assert desk.get(f"{PATH}/{invoice['invoice_number']}")["balance"] == invoice["balance"]


def test_what_a_former_payer_disputed_is_not_shown_to_the_next(desk: Desk):
    row = "Z-1,{},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD"
    desk.bring("invoices", f"{HEADINGS}\n{row.format(desk.code.customer_number)}")
    made = desk.dispute("Z-1", reason="wrong_bill_to", amount="105.00", description="Our price is secret.").json()
    assert desk.bring("invoices", f"{HEADINGS}\n{row.format(desk.other_number)}").json()["changed"] == 1
    assert "disputes" not in desk.get(f"{PATH}/Z-1", desk.other)
    answer = desk.server.ask("POST", f"/v1/disputes/{made['id']}/withdrawal", desk.other, json={"version": 1})
    assert answer.status_code == 404


def test_a_payment_that_comes_while_a_dispute_is_decided_is_in_the_balance(desk: Desk):
    invoice = desk.open_one()
    number, answers, database = invoice["invoice_number"], list[int](), desk.server.context.database
    row = desk.dispute(number, reason="rate", amount="1.00").json()["id"]

    def refuse() -> None:
        answers.append(desk.decide(row, state="refused", version=1, answer="As quoted.").status_code)

    deciding = [Thread(target=refuse) for _ in range(2)]
    with database.write() as connection:
        put_payment(connection, invoice["id"], date(2026, 10, 20), 200, "EFT", is_credit=False)
        for one in deciding:
            one.start()
        if not database.is_sqlite:
            # Both administrators wait: one for the invoice, one for the dispute.
            with database.read() as other:
                waiting = sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                wait_for(lambda: other.execute(waiting).scalar_one() >= len(deciding))
    for one in deciding:
        one.join()
    assert sorted(answers) == [200, 409]
    whole = desk.get(f"{PATH}/{number}")
    assert Decimal(whole["balance"]) == Decimal(invoice["balance"]) - 2
    assert sum(Decimal(one["amount"]) for one in whole["payments"]) == Decimal(whole["total"]) - Decimal(whole["balance"])


def many(customer: str, count: int) -> str:
    rows = (f"B-{at:05},{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD" for at in range(count))
    return "\n".join([HEADINGS, *rows])


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
    (aging,) = desk.get(f"{PATH}/summary")["currencies"]
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
            "DROP TABLE invoice_sums",
            "DROP TABLE invoice_words",
            "DROP INDEX ix_invoices_due",
            "DROP INDEX ix_invoices_open",
            "ALTER TABLE invoices DROP COLUMN folded",
            "CREATE INDEX ix_invoices_owed ON invoices (customer_id)",
            "UPDATE alembic_version SET version_num = '0024'",
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
    assert sum(Decimal(one["balance"]) for one in stands["items"]) == Decimal(stands["summary"]["currencies"][0]["total"])
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


PAPER = b"%PDF-1.4 the slip says 400 lb"


def attach(desk: Desk, row: int, content: bytes = PAPER, token: str = "", name: str = "slip.pdf", key: str = "") -> Response:
    body = {"name": name, "content": base64.b64encode(content).decode()}
    headers = {"Idempotency-Key": key} if key else {}
    path = f"/v1/disputes/{row}/documents"
    return desk.server.ask("POST", path, token or desk.token, json=body, headers=headers)


def test_a_dispute_takes_files_once_that_only_both_sides_read(desk: Desk):
    row = desk.dispute(desk.open_one()["invoice_number"], reason="weight", amount="1.00").json()["id"]
    made = attach(desk, row, key="f" * 32)
    assert made.status_code == 201, made.text
    assert attach(desk, row, key="f" * 32).json() == made.json()
    (file,) = attach(desk, row).json()["documents"]
    assert (file["name"], file["media_type"], file["size"]) == ("slip.pdf", "application/pdf", len(PAPER))
    path = f"/v1/disputes/{row}/documents/{file['id']}"
    for token in (desk.token, desk.admin):
        assert desk.server.ask("GET", path, token).content == PAPER
    assert desk.server.ask("GET", path, desk.token, headers={"Range": "bytes=0-3"}).content == b"%PDF"
    assert desk.server.ask("GET", path, desk.other).status_code == 404
    assert desk.server.ask("GET", path + "9", desk.token).status_code == 404
    assert attach(desk, row, token=desk.other).status_code == 404
    assert attach(desk, row, b"MZ a program").json()["errors"][0]["code"] == "file_kind"
    assert attach(desk, row, name="\u200b ").json()["errors"][0]["pointer"] == "/name"
    with desk.server.context.database.write() as connection:
        forget_contents(connection)
    assert desk.server.ask("GET", path, desk.admin).content == PAPER
    seen = next(one for one in desk.get("/v1/admin/disputes", desk.admin)["items"] if one["id"] == row)
    assert [one["id"] for one in seen["documents"]] == [file["id"]]
    assert desk.decide(row, state="refused", version=1, answer="As weighed.").json()["code"] == "changed_meanwhile"
    assert desk.decide(row, state="refused", version=2, answer="As weighed.").status_code == 200
    assert attach(desk, row, PAPER + b"2").json()["code"] == "wrong_state"
    assert desk.server.ask("GET", path, desk.token).content == PAPER


def test_a_dispute_takes_so_many_files(desk: Desk):
    row = desk.dispute(desk.open_one()["invoice_number"], reason="weight", amount="1.00").json()["id"]
    for at in range(MOST_DISPUTE_FILES):
        assert attach(desk, row, PAPER + bytes([at])).status_code == 201
    assert attach(desk, row, PAPER).json()["errors"][0]["code"] == "too_many"
