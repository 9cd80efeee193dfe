# SPDX-License-Identifier: MIT
"""Invoices over HTTP: seen by the payer with the right, sums by days past due, disputes to their decision, files in."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from threading import Thread

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy import text as sql

from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.store.invoices import put_payment
from onlinesvc_desktop.backend.store.tables.mail import outbox
from tests.invoices.desk import HEADINGS, PATH, Desk
from tests.support.waiting import wait_for


def test_the_sums_by_days_past_due_are_those_of_the_list(desk: Desk):
    items = desk.get(f"{PATH}?state=open&limit=200&currency=CAD")["items"]
    assert items
    owed = next(one for one in desk.get(f"{PATH}/summary")["currencies"] if one["currency"] == "CAD")
    assert Decimal(owed["total"]) == sum(Decimal(one["balance"]) for one in items)
    assert Decimal(owed["past_due"]) == sum(Decimal(one["balance"]) for one in items if one["days_past_due"])
    for bucket in owed["buckets"]:
        those = desk.get(f"{PATH}?bucket={bucket['bucket']}&limit=200&currency=CAD")["items"]
        assert len(those) == bucket["count"]
        assert Decimal(bucket["amount"]) == sum(Decimal(one["balance"]) for one in those)
    late = desk.get(f"{PATH}?state=past_due&limit=200&currency=CAD")["items"]
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
