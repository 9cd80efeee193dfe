# SPDX-License-Identifier: MIT
"""Rights in the window: an administrator takes one away, and the clerk is not offered what needs it."""

from PySide6.QtWidgets import QCheckBox, QTableView

from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.services import Service
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab


def choose_code(clerk: Clerk, code: str) -> None:
    bring_tab(clerk, "administration.accessCodes")
    clerk.wait(lambda: clerk.rows("administration.accessCodes.results") > 0)
    view = clerk.find("administration.accessCodes.results", QTableView)
    model = view.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == code)
    view.setCurrentIndex(model.index(row, 0))


def test_a_right_is_taken_and_its_services_are_not_offered(clerk: Clerk, sample: Sample):
    code = sample.english_customer
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    choose_code(clerk, sample.administrator.access_code)
    assert not clerk.sees("administration.accessCodes.right.save"), "an administrator has every right"
    choose_code(clerk, code.access_code)
    box = clerk.find("administration.accessCodes.right.ship", QCheckBox)
    assert box.isChecked()
    box.click()
    clerk.click("administration.accessCodes.right.save")
    clerk.wait(lambda: "from now on" in clerk.text("administration.accessCodes.message"))
    assert "Ship" not in clerk.text("administration.accessCodes.message")
    clerk.click("accessLogin.signOut")
    clerk.wait(lambda: clerk.sees("accessLogin.accessCode"))
    assert clerk.program.window.navigator.is_locked(Service.ADDRESSES)
    clerk.signed_in(code)
    assert not clerk.sees("services.addresses")
    profile = clerk.program.session.open_profile
    assert profile is not None
    assert not profile.has(Right.SHIP)
    assert profile.has(Right.INVOICES)
    assert clerk.program.window.navigator.open(Service.ADDRESSES) is None
    assert "no right to “Address book”" in clerk.text("accessLogin.message")
    assert not clerk.program.address_book.loaded
