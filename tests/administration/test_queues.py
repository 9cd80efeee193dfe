# SPDX-License-Identifier: MIT
"""The queues through the window: details and decision beside the list, customers by name, reasons in the list of files."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QTableView, QTabWidget

from onlinesvc_desktop.backend.rules.resemblance import SURE, Enterprise, likeness
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS, AccessRequest
from onlinesvc_desktop.contract.customers import LIST_CUSTOMERS, CustomerItem
from onlinesvc_desktop.contract.intake import TAKE_FILE_IN, IntakeUpload
from onlinesvc_desktop.contract.paging import PageQuery
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab, choose, done
from tests.support.life import FORM, Life

OWNER = "administration.accessRequests"
CSV = b"autopro_number,status,occurred_at,city,province,country\n12,D1,2029-11-23 09:15,RIMOUSKI,QC,CA\n123456789,XX9,,,,\n"


@pytest.mark.parametrize(
    ("asked", "known", "is_sure", "is_offered"),
    [
        (("Meubles & Fils",), ("Meubles et Fils inc.", "410023"), True, True),
        (("Meuble et Fils ltee",), ("Meubles & Fils inc.", "410023"), True, True),
        (("Meubles Fortin", "410023"), ("Meubles & Fils inc.", "410023"), True, True),
        (("Somebody Else", "410023"), ("Meubles & Fils inc.", "410023"), False, True),
        (("Meubles Fortin",), ("Meubles & Fils inc.", "410023"), False, True),
        (("Meubles Fortin", "", "h3b1a1"), ("Meubles & Fils inc.", "410023", "H3B 1A1"), False, True),
        (("Somebody Else", "", "H3B 1A1"), ("Meubles & Fils inc.", "410023", "H3B 1A1"), False, False),
    ],
)
def test_the_likely_customer_is_told_from_name_number_and_place(
    asked: tuple[str, ...], known: tuple[str, ...], is_sure: bool, is_offered: bool
):
    found = likeness(Enterprise(*asked), Enterprise(*known))
    assert (found >= SURE, found > 0) == (is_sure, is_offered)


def test_the_server_names_the_likely_customers_of_a_request(life: Life):
    life.new_code()
    life.request(company="Quincailleries Bélanger & Fils")
    (item,) = life.pending()
    assert item["resembles"]["likely_customers"][0] == {
        "number": "C-900",
        "name": "Quincaillerie Bélanger inc.",
        "city": "Montréal",
        "is_sure": True,
    }


def _opened(clerk: Clerk, sample: Sample, company: str, **changes: str) -> CustomerItem:
    clerk.signed_in(sample.administrator)
    customer = clerk.program.client.send(LIST_CUSTOMERS, query=PageQuery()).items[0]
    form = FORM | {"company": company.format(name=customer.name)} | changes
    clerk.program.client.send(REQUEST_ACCESS, msgspec.convert(form, AccessRequest))
    clerk.click("services.administration")
    choose(clerk, "accessRequests", "AR-")
    return customer


def test_the_likely_customer_is_there_already_and_enter_approves(clerk: Clerk, sample: Sample):
    customer = _opened(clerk, sample, "{name}")
    assert clerk.find(f"{OWNER}.existing", QLineEdit).text() == f"{customer.name} ({customer.number})"
    assert not clerk.sees(f"{OWNER}.customerNumber")
    clerk.find(f"{OWNER}.accessCode", QLineEdit).setFocus()
    clerk.press(Qt.Key.Key_Return)
    done(clerk, "accessRequests", "MBELANGER")
    assert _customer_of(clerk, "MBELANGER") == customer.number
    tabs = clerk.find("administration.tabs", QTabWidget)
    clerk.wait(lambda: any(tabs.tabText(at) == "Access requests" for at in range(tabs.count())))
    clerk.wait(lambda: any(tabs.tabText(at) == "Outbox (1)" for at in range(tabs.count())))


def test_a_customer_is_found_by_name_and_an_unknown_one_is_said_at_once(clerk: Clerk, sample: Sample):
    customer = _opened(clerk, sample, "Nobody knows us", customer_number="999999")
    kind = clerk.find(f"{OWNER}.customer", QComboBox)
    assert kind.currentData() == "existing"
    clerk.type(f"{OWNER}.existing", "999999")
    clerk.wait(lambda: clerk.find(f"{OWNER}.existing").property("wrong") is True)
    assert "No customer has this name or number." in clerk.find(f"{OWNER}.existing").accessibleDescription()
    clerk.type(f"{OWNER}.existing", customer.name)
    assert not clerk.find(f"{OWNER}.existing").property("wrong")
    clerk.type(f"{OWNER}.existing", customer.number)
    clerk.wait(lambda: clerk.sees(f"{OWNER}.meant"))
    assert customer.name in clerk.text(f"{OWNER}.meant")
    clerk.click(f"{OWNER}.approve")
    done(clerk, "accessRequests", "MBELANGER")
    assert _customer_of(clerk, "MBELANGER") == customer.number


def _customer_of(clerk: Clerk, code: str) -> str:
    from onlinesvc_desktop.contract.access_codes import LIST_ACCESS_CODES, AccessCodeQuery

    return clerk.program.client.send(LIST_ACCESS_CODES, query=AccessCodeQuery(search=code)).items[0].customer_number


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_the_buttons_of_a_decision_are_in_sight_beside_or_below_the_list(
    clerk: Clerk, sample: Sample, size: tuple[int, int]
):
    clerk.window.resize(*size)
    _opened(clerk, sample, "{name}")
    for name in ("approve", "refuse"):
        button = clerk.find(f"{OWNER}.{name}")
        below = button.mapTo(clerk.window, QPoint(button.width(), button.height()))
        assert button.visibleRegion().boundingRect() == button.rect()
        assert below.y() <= clerk.window.height()
        assert below.x() <= clerk.window.width()
    clerk.click(f"{OWNER}.refuse")
    reason = clerk.find(f"{OWNER}.reason")
    assert reason.visibleRegion().boundingRect().height() == reason.height(), "the missing reason is scrolled into sight"
    table, approve = clerk.find(f"{OWNER}.results"), clerk.find(f"{OWNER}.approve")
    beside = approve.mapTo(clerk.window, QPoint(0, 0)).x() > table.mapTo(clerk.window, QPoint(0, 0)).x() + table.width()
    assert beside == (size[0] == 1366)


def test_files_are_listed_with_what_was_set_aside_and_why_line_by_line(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.program.client.send(TAKE_FILE_IN, IntakeUpload("two.csv", CSV))
    clerk.click("services.administration")
    bring_tab(clerk, "administration.intake")
    choose(clerk, "intake", "two.csv")
    cells = _cells(clerk, "administration.intake.results")
    assert "2 of 2" in cells[0]
    assert "The autopro number does not have nine digits." in cells[0][3]
    clerk.wait(lambda: clerk.rows("administration.intake.quarantine") == 2)
    lines = _cells(clerk, "administration.intake.quarantine")
    assert [line[0] for line in lines] == ["2", "3"]
    assert "nine digits" in lines[0][1]


def _cells(clerk: Clerk, name: str) -> list[list[str]]:
    model = clerk.find(name, QTableView).model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_every_tab_can_be_chosen_from_a_menu(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    tabs = clerk.find("administration.tabs", QTabWidget)
    clerk.click("administration.allTabs")
    (menu,) = clerk.window.findChildren(QMenu, "administration.tabs.menu")
    actions = menu.actions()
    assert [one.text() for one in actions] == [tabs.tabText(at) for at in range(tabs.count())]
    assert [one.isChecked() for one in actions].index(True) == tabs.currentIndex()
    actions[-1].trigger()
    menu.close()
    assert tabs.currentIndex() == len(actions) - 1
