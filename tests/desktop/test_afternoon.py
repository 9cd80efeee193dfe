# SPDX-License-Identifier: MIT
"""The afternoon of one clerk, by keys and clicks: sixty proofs of delivery, a disputed invoice, a claim in time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QTableView

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.contract.claim_rules import deadlines_of, today_for
from onlinesvc_desktop.contract.claims import (
    GET_OUTLOOK,
    LIST_CLAIMS,
    Claim,
    ClaimQuery,
    Outlook,
    OutlookQuery,
)
from onlinesvc_desktop.contract.documents import ADD_DOCUMENT, SEARCH_DOCUMENTS, DocumentKind, DocumentSearch, NewDocument
from onlinesvc_desktop.contract.invoices import GET_INVOICE
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.documents.saving import LIST_NAME
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.papers import pdf

SIXTY = 60
PROOFS = (DocumentKind.PROOF_OF_DELIVERY,)


def delivered(clerk: Clerk) -> list[str]:
    items = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    return [one.autopro_number for one in items if one.status.code == "D1"]


def proofs_of(clerk: Clerk, numbers: list[str]) -> dict[str, int]:
    """Return how many proofs of delivery there are of each shipment."""
    found = clerk.program.client.send(SEARCH_DOCUMENTS, DocumentSearch(tuple(numbers), PROOFS)).items
    return {one.reference: sum(len(shipment.items) for shipment in one.shipments) for one in found}


def file_proofs(clerk: Clerk, sample: Sample, numbers: list[str]) -> None:
    """Give shipments the proofs that they lack."""
    admin = ApiClient(clerk.program.client.endpoint)
    admin.sign_in(SessionRequest(sample.administrator.access_code, sample.administrator.password, "test"))
    for number in (one for one, count in proofs_of(clerk, numbers).items() if not count):
        admin.send(ADD_DOCUMENT, NewDocument(number, DocumentKind.PROOF_OF_DELIVERY, "pod.pdf", pdf(number)))
    admin.close()


def shifts(outlook: Outlook, today: date) -> Iterator[tuple[int, int]]:
    """Return by how many days a shipment would have to be earlier for its claim to be due in so many days."""
    for left in (2, 3, 4, 1, 5, 6):
        for earlier in range(400):
            back = timedelta(days=earlier)
            reached = None if outlook.delivered_on is UNSET else outlook.delivered_on - back
            last = deadlines_of(outlook.origin.country, outlook.shipped_on - back, reached, None)
            if last.claim_by == today + timedelta(days=left):
                yield earlier, left


def make_due(clerk: Clerk, data_dir: Path, number: str) -> int:
    """Move what happened to a shipment back until its claim is due in two days; in so many where no calendar has that."""
    outlook = clerk.program.client.send(GET_OUTLOOK, query=OutlookQuery(number))
    earlier, left = next(shifts(outlook, today_for(outlook, utc_now())))
    move_back(data_dir, number, earlier)
    return left


def move_back(data_dir: Path, number: str, days: int) -> None:
    """Let everything have happened to a shipment so many days earlier."""
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3", timeout=30)) as database, database:
        database.execute(
            "UPDATE events SET occurred_at = occurred_at - :by, reported_at = reported_at - :by"
            " WHERE shipment_id = (SELECT id FROM shipments WHERE autopro_number = :number)",
            {"by": days * 86_400, "number": number},
        )


def claims(clerk: Clerk) -> tuple[Claim, ...]:
    return clerk.program.client.send(LIST_CLAIMS, query=ClaimQuery()).items


def press(clerk: Clerk, name: str) -> None:
    """Press a button by its key, once it answers."""
    clerk.wait(lambda: clerk.sees(name) and clerk.find(name).isEnabled())
    clerk.find(name).setFocus()
    clerk.press(Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)
def test_a_clerk_keeps_sixty_proofs_disputes_an_invoice_and_claims_in_time(
    clerk: Clerk, sample: Sample, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    clerk.signed_in(sample.english_customer)
    numbers = delivered(clerk)[:SIXTY]
    assert len(numbers) == SIXTY
    *with_proof, without = numbers
    file_proofs(clerk, sample, with_proof)
    kept = save_proofs(clerk, numbers, tmp_path, monkeypatch)
    proofs = proofs_of(clerk, numbers)
    assert len(kept) == sum(proofs.values()) + 1
    assert LIST_NAME in kept
    assert all(any(number in name for name in kept) for number in with_proof)
    assert proofs[without] or not any(without in name for name in kept)
    dispute(clerk, tmp_path, monkeypatch)
    notice_in_time(clerk, data_dir, numbers[1])
    claim_in_time(clerk, data_dir, numbers[0])


def save_proofs(clerk: Clerk, numbers: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Paste the numbers, ask for their proofs alone and save them all into a folder; return the names of the files."""
    folder = tmp_path / "proofs"
    folder.mkdir()
    clerk.click("services.documents")
    clerk.wait(lambda: clerk.sees("documents.references"))
    clerk.click("documents.kinds.proof_of_delivery")
    field = clerk.find("documents.references", QLineEdit)
    field.setFocus()
    QApplication.clipboard().setText("\n".join(numbers))
    clerk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.rows("documents.results") >= SIXTY and clerk.find("documents.saveAll").isEnabled())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    clerk.click("documents.saveAll")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    clerk.bot.keyClick(menu, Qt.Key.Key_F)
    clerk.wait(lambda: clerk.sees("documents.message") and "Saved in" in clerk.text("documents.message"))
    return {file.name for file in folder.iterdir()}


def dispute(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dispute an open invoice and attach the slip that shows why."""
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(pdf("scale ticket"))
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: clerk.sees("services.invoices"))
    clerk.click("services.invoices")
    clerk.wait(lambda: clerk.sees("invoices.results") and clerk.rows("invoices.results") > 0)
    table = clerk.find("invoices.results", QTableView)
    table.setFocus()
    clerk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(table.model().rowCount()):
        if clerk.sees("invoices.dispute") and clerk.find("invoices.dispute").isEnabled():
            break
        clerk.press(Qt.Key.Key_Down)
    clerk.wait(lambda: clerk.find("invoices.dispute", QPushButton).isEnabled())
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.sees("invoices.sendDispute"))
    clerk.type("invoices.amount", "5.00")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("invoices.message") and "dispute of invoice" in clerk.text("invoices.message"))
    number = clerk.text("invoices.message").removesuffix(".").split()[-1]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(slip), ""))
    press(clerk, "invoices.addFile")
    clerk.wait(lambda: clerk.text("invoices.message") == "slip.pdf is added.")
    invoice = clerk.program.client.send(GET_INVOICE, invoice_number=number)
    newest = invoice.disputes[-1]
    assert (newest.amount, len(newest.documents)) == ("5.00", 1)


def let_come_damaged(clerk: Clerk, data_dir: Path, number: str) -> None:
    """Let a shipment have come damaged, so long ago that two days are left for its notice."""
    outlook = clerk.program.client.send(GET_OUTLOOK, query=OutlookQuery(number))
    left = (outlook.deadlines.notice_by - today_for(outlook, utc_now())).days
    move_back(data_dir, number, left - 2)
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3", timeout=30)) as database, database:
        row = "(SELECT id FROM shipments WHERE autopro_number = ?)"
        database.execute(
            f"UPDATE events SET code = 'A9', reason = 'AK' WHERE shipment_id = {row} AND sequence = 2", (number,)
        )


def notice_in_time(clerk: Clerk, data_dir: Path, number: str) -> None:
    """See on the home page that a shipment that came damaged has two days left for its notice, and give it from there."""
    let_come_damaged(clerk, data_dir, number)
    clerk.press(Qt.Key.Key_Escape)
    press(clerk, "home.today.notices")
    shown = str(formats.autopro_display(number))
    lines = range(1, 6)
    clerk.wait(lambda: clerk.sees("claims.due1") and clerk.window.focusWidget() is clerk.find("claims.giveNotice1"))
    at = next(at for at in lines if clerk.text(f"claims.due{at}").startswith(shown))
    assert "2 days left for the notice" in clerk.text(f"claims.due{at}")
    press(clerk, f"claims.giveNotice{at}")
    clerk.wait(lambda: clerk.sees("claims.deadline") and "2 days" in clerk.text("claims.deadline"))
    clerk.find("claims.autoproNumber").setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: any(one.outlook.autopro_number == number and one.door == "notice" for one in claims(clerk)))


def claim_in_time(clerk: Clerk, data_dir: Path, number: str) -> None:
    """Give notice of a shipment, see on the home page that its claim is due, and file it from there."""
    left = make_due(clerk, data_dir, number)
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: clerk.sees("services.claims"))
    clerk.click("services.claims")
    clerk.wait(lambda: clerk.sees("claims.page"))
    clerk.click("claims.notice")
    clerk.type("claims.autoproNumber", number)
    clerk.wait(lambda: clerk.sees("claims.deadline") and bool(clerk.text("claims.deadline")))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("claims.reference"))
    reference = clerk.text("claims.reference")
    clerk.press(Qt.Key.Key_Escape)
    press(clerk, "home.today.claims")
    clerk.wait(lambda: clerk.sees("claims.results") and clerk.rows("claims.results") == 1)
    table = clerk.find("claims.results", QTableView)
    table.setFocus()
    clerk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(clerk, "claims.goOn")
    clerk.wait(lambda: clerk.sees("claims.line.unitCost") and f"{left} day" in clerk.text("claims.deadline"))
    clerk.type("claims.line.description", "Oak chairs")
    clerk.type("claims.line.unitCost", "120.50")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: any(one.claim_number == reference and one.door == "claim" for one in claims(clerk)))
