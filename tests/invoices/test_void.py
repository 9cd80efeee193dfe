# SPDX-License-Identifier: MIT
"""An invoice that the carrier takes back: void, in no sum and no statement, with its paper; on both databases."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox, QLabel

from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.invoice_sums import wrong_sums
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.invoice_desk import IMPORT_INVOICES, InvoiceFile
from tests.desktop.conftest import Clerk
from tests.invoices.desk import HEADINGS, PATH, Desk
from tests.invoices.test_page import choose, opened
from tests.support.backend import Sample
from tests.support.x12 import interchange

WITH_STATE = f"{HEADINGS},status"


def bill(number: str, customer: str, status: str, total: str = "105.00", currency: str = "CAD") -> str:
    return f"{number},{customer},,2026-08-01,2026-08-16,{float(total) - 5:.2f},,,,5.00,{total},{currency},{status}"


def bring(desk: Desk, *rows: str) -> dict[str, Any]:
    answer: dict[str, Any] = desk.bring("invoices", "\n".join([WITH_STATE, *rows])).json()
    return answer


def sums(desk: Desk) -> Any:
    with desk.server.context.database.read() as connection:
        assert wrong_sums(connection) == 0
    return desk.get(f"{PATH}/summary")["currencies"]


def listed(desk: Desk, query: str) -> set[str]:
    return {one["invoice_number"] for one in desk.get(f"{PATH}?limit=200{query}")["items"]}


def test_a_void_invoice_counts_nowhere_cannot_be_disputed_and_keeps_its_paper(desk: Desk):
    customer, before = desk.code.customer_number, sums(desk)
    assert bring(desk, bill("V-1", customer, "open"), bill("V-2", customer, ""))["added"] == 2
    assert desk.dispute("V-1", reason="rate", amount="5.00").status_code == 201
    assert sums(desk) != before
    foreseen = desk.bring("invoices", "\n".join([WITH_STATE, bill("V-1", customer, "void")]), preview=True).json()
    assert (foreseen["changed"], "rejected" in foreseen) == (1, False)
    assert bring(desk, bill("V-1", customer, "VOID", "110.00"), bill("V-2", customer, "void"))["changed"] == 2
    assert bring(desk, bill("V-1", customer, "void"))["unchanged"] == 1
    assert sums(desk) == before
    stands = desk.get(f"{PATH}/V-1")
    told = {"state": "void", "total": "105.00", "balance": "0.00", "days_past_due": 0}
    assert {name: stands[name] for name in told} == told, "all but that it is void stays as it was told before"
    assert stands.get("disputed", "0.00") == "0.00"
    assert not {"V-1", "V-2"} & (listed(desk, "&state=open") | listed(desk, "&state=past_due") | listed(desk, "&state=paid"))
    assert not {"V-1", "V-2"} & listed(desk, "&state=disputed")
    assert {"V-1", "V-2"} <= listed(desk, "&state=void") <= listed(desk, "")
    assert "V-1" not in str(desk.get("/v1/statements/current"))
    refused = desk.dispute("V-1", reason="rate", amount="5.00")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    paper = PdfReader(BytesIO(desk.server.ask("GET", f"{PATH}/V-1/document", desk.token).content))
    text = paper.pages[0].extract_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "ANNULÉE : rien n’est dû. / VOID: nothing is owed." in text
    assert "105.00 $" in text


def test_payments_and_decisions_leave_a_void_invoice_void(desk: Desk):
    customer, before = desk.code.customer_number, sums(desk)
    bring(desk, bill("V-3", customer, ""))
    row = desk.dispute("V-3", reason="rate", amount="5.00").json()["id"]
    bring(desk, bill("V-3", customer, "void"))
    desk.bring("payments", "invoice_no,paid_on,amount\nV-3,2026-10-20,50.00\n")
    assert desk.decide(row, state="accepted", version=1).json()["code"] == "wrong_state"
    assert desk.decide(row, state="refused", version=1, answer="Taken back.").status_code == 200
    stands = desk.get(f"{PATH}/V-3")
    assert (stands["state"], stands["balance"], stands["payments"][0]["amount"]) == ("void", "0.00", "50.00")
    assert sums(desk) == before
    assert bring(desk, bill("V-3", customer, "", "205.00"))["changed"] == 1
    stands = desk.get(f"{PATH}/V-3")
    assert (stands["state"], stands["balance"]) == ("part_paid", "155.00"), "told anew it is owed again"
    assert sums(desk) != before


def test_one_that_was_never_told_comes_in_void_and_a_state_nobody_knows_is_named(desk: Desk):
    before = sums(desk)
    assert bring(desk, bill("V-4", desk.code.customer_number, "void"))["added"] == 1
    assert (desk.get(f"{PATH}/V-4")["state"], sums(desk)) == ("void", before)
    answer = bring(desk, bill("V-5", desk.code.customer_number, "viod"))
    assert [(one["column"], one["fault"], one["value"]) for one in answer["rejected"]] == [("status", "malformed", "viod")]


@pytest.mark.parametrize("code", ["CA", "BO", "CO", ""])
def test_a_210_of_a_cancelled_bill_takes_its_invoice_back(desk: Desk, tmp_path: Path, code: str):
    open_one = desk.open_one()
    autopro, context = open_one["autopro_number"], desk.server.context

    def take(control: int, heading: str, *lines: str) -> None:
        file = tmp_path / f"{control}.x12"
        file.write_bytes(interchange([("210", [heading, f"N9*CN*{autopro}", *lines])], control=control))
        taken = Intake(context.database, context.clock).take(file, file.name, TableMapping())
        assert taken.file.quarantined == 0

    before = sums(desk)
    take(1, "B3**W-1*BL-1*PP**20261122*15120", "L1*1*1*FR*15120****400")
    assert desk.get(f"{PATH}/W-1")["state"] == "open"
    take(2, f"B3**W-1*BL-1*PP**20261122*15120*{code}", "L1*1*1*FR*15120****400")
    is_void = code in ("CA", "BO")
    assert desk.get(f"{PATH}/W-1")["state"] == ("void" if is_void else "open")
    assert (sums(desk) == before) is is_void
    take(3, "B3**W-1*BL-1*PP**20261122**CA")
    stands = desk.get(f"{PATH}/W-1")
    assert (stands["state"], stands["total"]) == ("void", "151.20")
    assert sums(desk) == before


def test_the_page_shows_it_and_a_us_dollar_amount_by_its_name(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    customer = sample.english_customer.customer_number
    text = "\n".join([WITH_STATE, bill("V-8", customer, "void"), bill("V-9", customer, "", currency="USD")])
    clerk.program.client.send(IMPORT_INVOICES, InvoiceFile(text.encode()))
    clerk.click("accessLogin.signOut")
    page = opened(clerk, sample)
    state = clerk.find("invoices.state", QComboBox)
    state.setCurrentIndex(state.findData("void"))
    clerk.wait(lambda: any(one.invoice_number == "V-8" for one in page._table.rows))
    choose(clerk, next(at for at, one in enumerate(page._table.rows) if one.invoice_number == "V-8"))
    assert not clerk.sees("invoices.dispute")
    assert ("Status", "Void") in page._fact_words()
    state.setCurrentIndex(state.findData("open"))
    clerk.wait(lambda: any(one.invoice_number == "V-9" for one in page._table.rows))
    choose(clerk, next(at for at, one in enumerate(page._table.rows) if one.invoice_number == "V-9"))
    clerk.click("invoices.dispute")
    space = "\N{NO-BREAK SPACE}"

    def words() -> set[str]:
        return {one.text() for one in page._form.findChildren(QLabel)}

    assert "USD" in words()
    assert "$" not in words()
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: f"${space}US" in words())
    clerk.type("invoices.amount", "999,99")
    clerk.click("invoices.sendDispute")
    clerk.wait(lambda: any(f"105,00{space}${space}US" in one for one in words()))
