# SPDX-License-Identifier: MIT
"""The page of invoices by real keys: what is owed opens its invoices, the paper, a dispute to its decision, files in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QTableView

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.invoice_desk import IMPORT_INVOICES
from onlinesvc_desktop.contract.invoices import LIST_INVOICES, Bucket, InvoiceQuery
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.statement_mail import (
    GET_STATEMENT_MAIL,
    StatementFrequency,
    StatementMail,
    StatementSchedule,
)
from onlinesvc_desktop.desktop.services.invoices.by_mail import _zone
from onlinesvc_desktop.desktop.services.invoices.decide import DisputesPanel
from onlinesvc_desktop.desktop.services.invoices.page import InvoicesPage
from onlinesvc_desktop.desktop.targets import Open, Show
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample


def opened(clerk: Clerk, sample: Sample) -> InvoicesPage:
    clerk.signed_in(sample.english_customer)
    clerk.click("services.invoices")
    clerk.wait(lambda: clerk.sees("invoices.page") and clerk.rows("invoices.results") > 0)
    return clerk.find("invoices.page", InvoicesPage)


def choose(clerk: Clerk, row: int = 0) -> str:
    view = clerk.find("invoices.results", QTableView)
    view.setCurrentIndex(view.model().index(row, 0))
    number = str(view.model().index(row, 0).data())
    page = clerk.find("invoices.page", InvoicesPage)
    clerk.wait(lambda: page._chosen is not None and page._chosen.invoice_number == number and bool(page._chosen.lines))
    return number


def test_a_sum_opens_its_invoices_and_all_come_back(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    clerk.wait(lambda: clerk.sees("invoices.agingCADcurrent"))
    open_ones = clerk.rows("invoices.results")
    buttons = {bucket: clerk.find(f"invoices.agingCAD{bucket.value}", QPushButton) for bucket in Bucket}
    bucket = next(bucket for bucket, button in buttons.items() if button.isEnabled())
    clerk.click(f"invoices.agingCAD{bucket.value}")
    fitting = clerk.program.client.send(LIST_INVOICES, query=InvoiceQuery(bucket=bucket, currency="CAD", limit=200)).items
    clerk.wait(lambda: clerk.rows("invoices.results") == len(fitting))
    assert len(fitting) <= open_ones
    assert page._bucket == ("CAD", bucket)
    choice = clerk.find("invoices.state", QComboBox)
    page._show_all()
    clerk.wait(lambda: clerk.rows("invoices.results") > open_ones)
    assert choice.currentData() == ""
    clerk.click("topBar.language")
    clerk.wait(lambda: clerk.sees("invoices.agingCADcurrent"))
    named = clerk.find("invoices.agingCADcurrent", QPushButton)
    assert "\N{NO-BREAK SPACE}: " in named.accessibleName()
    assert named.text().count("\n") == 1


def test_an_invoice_is_shown_as_a_paper_and_saved(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = opened(clerk, sample)
    number = choose(clerk)
    clerk.click("invoices.paper")
    clerk.wait(lambda: clerk.sees("invoices.viewer") and page._viewer.page is not None)
    document = page._viewer._document
    assert document is not None
    page._papers.save(document, tmp_path / "invoice.pdf")
    clerk.wait(lambda: "invoice.pdf" in clerk.text("invoices.message"))
    assert (tmp_path / "invoice.pdf").read_bytes().startswith(b"%PDF")
    assert document.name == f"{number}.pdf"
    clerk.click("topBar.language")
    assert clerk.find("invoices.paper", QPushButton).text() == "Afficher la facture"


def test_a_dispute_goes_out_and_is_decided_by_an_administrator(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    at = next(at for at, one in enumerate(page._table.rows) if one.state.value == "open")
    number = choose(clerk, at)
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.sees("invoices.sendDispute"))
    clerk.type("invoices.amount", "999999.99")
    clerk.click("invoices.sendDispute")
    clerk.wait(lambda: clerk.find("invoices.sendDispute", QPushButton).isEnabled() and clerk.sees("invoices.message"))
    assert not clerk.program.unsent.items
    clerk.find("invoices.amount", QLineEdit).clear()
    clerk.type("invoices.amount", "5.00")
    clerk.click("invoices.sendDispute")
    clerk.wait(lambda: number in clerk.text("invoices.message"))
    clerk.wait(lambda: page._chosen is not None and page._chosen.disputed == "5.00")
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("invoices.results")
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION, "invoices"))
    clerk.wait(lambda: clerk.sees("administration.invoices"))
    panel = clerk.find("administration.invoices", DisputesPanel)
    clerk.wait(lambda: any(one.invoice_number == number for one in panel._table.model.rows))
    row = next(at for at, one in enumerate(panel._table.model.rows) if one.invoice_number == number)
    panel._table.view.setCurrentIndex(panel._table.index_of(row))
    clerk.wait(lambda: clerk.sees("administration.invoices.accept"))
    clerk.click("administration.invoices.refuse")
    clerk.wait(lambda: clerk.find("administration.invoices.refuse", QPushButton).isEnabled())
    clerk.click("administration.invoices.accept")
    clerk.wait(lambda: "Accepted" in clerk.text("administration.invoices.message"))


def test_the_statement_by_e_mail_is_chosen_changed_and_stopped(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    choose(clerk)
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.window.resize(1024, 700)
    clerk.click("invoices.byMail")
    clerk.wait(
        lambda: "ne part pas" in clerk.text("invoices.mailNext") and clerk.find("invoices.mailTo", QLineEdit).text() != ""
    )
    assert clerk.window.width() == 1024
    assert not clerk.sees("invoices.mailEnd")
    clerk.type("invoices.mailTo", "comptes")
    clerk.click("invoices.mailSubmit")
    assert page._by_mail._email_field.error
    clerk.type("invoices.mailTo", "comptes@expediteur.example")
    clerk.find("invoices.mailDay", QSpinBox).setValue(31)
    clerk.click("invoices.mailLeave")
    assert clerk.sees("invoices.results")
    clerk.click("invoices.byMail")
    assert clerk.find("invoices.mailDay", QSpinBox).value() == 31, "what is typed stays"
    clerk.click("invoices.mailSubmit")
    clerk.wait(lambda: clerk.sees("invoices.mailEnd") and "Prochain état de compte" in clerk.text("invoices.mailNext"))
    kept = clerk.program.client.send(GET_STATEMENT_MAIL).schedule
    assert kept == StatementSchedule("comptes@expediteur.example", StatementFrequency.MONTHLY, day=31, time_zone=_zone())
    frequency = clerk.find("invoices.mailFrequency", QComboBox)
    frequency.setCurrentIndex(frequency.findData("weekly"))
    assert clerk.sees("invoices.mailWeekday")
    assert not clerk.sees("invoices.mailDay")
    clerk.find("invoices.mailWeekday", QComboBox).setCurrentIndex(2)
    clerk.find("invoices.mailTo").setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: "mercredi" in clerk.text("invoices.mailNext"))
    clerk.click("topBar.language")
    assert "Next statement: Wednesday" in clerk.text("invoices.mailNext")
    clerk.click("invoices.mailEnd")
    clerk.wait(lambda: not clerk.sees("invoices.mailEnd"))
    assert clerk.program.client.send(GET_STATEMENT_MAIL) == StatementMail()
    clerk.click("invoices.statement")
    clerk.wait(lambda: clerk.sees("invoices.viewer") and clerk.sees("invoices.results"))
    clerk.click("invoices.byMail")
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("invoices.mailTo")


def test_a_file_is_foreseen_before_it_is_taken_in(clerk: Clerk, sample: Sample, tmp_path: Path):
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION, "invoices"))
    clerk.wait(lambda: clerk.sees("administration.invoices"))
    panel = clerk.find("administration.invoices", DisputesPanel)
    file = tmp_path / "invoices.csv"
    customer = sample.english_customer.customer_number
    file.write_text(
        f"invoice_no,customer_no,invoice_date,total\nNEW-1,{customer},2026-11-01,10.00\nNEW-2,nobody,2026-11-01,1\n"
    )
    panel.foresee(IMPORT_INVOICES, file)
    clerk.wait(lambda: clerk.sees("administration.invoices.takeFile"))
    assert "Line 3, customer_no: no customer has the number “nobody”." in clerk.text("administration.invoices.message")
    clerk.click("administration.invoices.takeFile")
    clerk.wait(lambda: clerk.text("administration.invoices.message").startswith("Imported: 1 new"))
    file.write_text("a,b\n1,2\n")
    panel.foresee(IMPORT_INVOICES, file)
    clerk.wait(lambda: "lacks the columns" in clerk.text("administration.invoices.message"))


def test_escape_leaves_a_form_before_it_leaves_the_page(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    clerk.click("invoices.byMail")
    clerk.wait(lambda: clerk.sees("invoices.mailTo"))
    clerk.type("invoices.mailTo", "office@example.com")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("invoices.results")
    assert not clerk.sees("invoices.mailTo")
    assert clerk.window.focusWidget().objectName() == "invoices.byMail"
    clerk.click("invoices.byMail")
    assert clerk.find("invoices.mailTo", QLineEdit).text() == "office@example.com", "what was typed stays"
    clerk.press(Qt.Key.Key_Escape)
    choose(clerk, next(at for at, one in enumerate(page._table.rows) if one.state.value == "open"))
    clerk.wait(lambda: clerk.find("invoices.dispute", QPushButton).isEnabled())
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.sees("invoices.sendDispute"))
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("invoices.dispute")
    assert not clerk.sees("invoices.sendDispute")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sees("services.invoices"), "one press undoes one thing"


def test_another_page_opens_one_invoice(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    number = page._table.rows[3].invoice_number
    clerk.window.navigator.go(Show(Service.INVOICES, number))
    clerk.wait(lambda: page._chosen is not None and page._chosen.invoice_number == number)


def disputed(clerk: Clerk, page: InvoicesPage) -> str:
    """Choose an open invoice, dispute five dollars of it, and wait until it is shown."""
    number = choose(clerk, next(at for at, one in enumerate(page._table.rows) if one.state.value == "open"))
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.sees("invoices.sendDispute"))
    clerk.type("invoices.amount", "5.00")
    clerk.click("invoices.sendDispute")
    clerk.wait(lambda: page._chosen is not None and page._chosen.disputed == "5.00")
    return number


def test_a_dispute_takes_a_file_that_the_administrator_saves(clerk: Clerk, sample: Sample, tmp_path: Path):
    page = opened(clerk, sample)
    number = disputed(clerk, page)
    clerk.wait(lambda: clerk.sees("invoices.addFile"))
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(b"%PDF-1.4 slip")
    page._open.add_file(tmp_path / "gone.pdf")
    clerk.wait(lambda: "gone.pdf is empty" in clerk.text("invoices.message"))
    page._open.add_file(slip)
    clerk.wait(lambda: clerk.text("invoices.message") == "slip.pdf is added.")
    clerk.wait(lambda: page._chosen is not None and bool(page._chosen.disputes[0].documents))
    clerk.click("accessLogin.signOut")
    clerk.signed_in(sample.administrator)
    clerk.window.navigator.go(Open(Service.ADMINISTRATION, "invoices"))
    panel = clerk.find("administration.invoices", DisputesPanel)
    clerk.wait(lambda: any(one.invoice_number == number for one in panel._table.model.rows))
    item = next(one for one in panel._table.model.rows if one.invoice_number == number)
    folder = tmp_path / "files"
    folder.mkdir()
    panel.save_files(item, folder)
    clerk.wait(lambda: "1 paper" in clerk.text("administration.invoices.message"))
    assert [one.read_bytes() for one in folder.iterdir()] == [b"%PDF-1.4 slip"]


def test_a_dispute_is_withdrawn(clerk: Clerk, sample: Sample):
    page = opened(clerk, sample)
    disputed(clerk, page)
    clerk.wait(lambda: clerk.sees("invoices.withdrawDispute"))
    clerk.click("invoices.withdrawDispute")
    clerk.wait(lambda: "withdrawn" in clerk.text("invoices.message"))
    clerk.wait(lambda: not clerk.sees("invoices.withdrawDispute"))
    assert page._chosen is not None
    assert page._chosen.disputed == "0.00"


def test_what_was_typed_of_a_dispute_is_kept_on_disk_until_it_is_sent(clerk: Clerk, sample: Sample, data_dir: Path):
    page = opened(clerk, sample)
    number = choose(clerk)
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.sees("invoices.sendDispute"))
    clerk.type("invoices.amount", "5.25")
    assert page._chosen is not None
    assert clerk.find("invoices.line", QComboBox).count() == 1 + len(page._chosen.lines) + len(page._chosen.taxes)
    clerk.wait(lambda: bool(list(data_dir.rglob(f"dispute.{number}.json"))))
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("invoices.amount")
    page = opened(clerk, sample)
    clerk.window.navigator.go(Show(Service.INVOICES, number))
    clerk.wait(lambda: page._chosen is not None and page._chosen.invoice_number == number and bool(page._chosen.lines))
    clerk.wait(lambda: clerk.find("invoices.dispute", QPushButton).text().startswith("Go on"))
    clerk.click("invoices.dispute")
    clerk.wait(lambda: clerk.find("invoices.amount", QLineEdit).text() == "5.25")
    clerk.click("invoices.sendDispute")
    clerk.wait(lambda: page._chosen is not None and page._chosen.disputed == "5.25")
    clerk.wait(lambda: not list(data_dir.rglob(f"dispute.{number}.json")))
    assert clerk.find("invoices.dispute", QPushButton).text().startswith("Dispute")
