# SPDX-License-Identifier: MIT
"""One flow: the bill stands while its pickup is refused, and only the pickup is tried again."""

from datetime import timedelta

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from onlinesvc_desktop.contract.bill_of_lading import ISSUE_BILL, BillOfLading
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.shipping_flow import Mark, Step
from onlinesvc_desktop.desktop.targets import Start as StartForm
from tests.bill_of_lading.bills import bill
from tests.desktop.conftest import Clerk
from tests.pickup.samples import ITEM, body
from tests.pickup.test_page import ask, made, monday, opened
from tests.support.backend import Sample


def _stands(clerk: Clerk) -> list[Mark]:
    flow = clerk.program.window.flow_strip._flow
    return [flow.stand(step).mark for step in Step]


def test_a_refused_pickup_leaves_the_bill_and_is_tried_again_alone(clerk: Clerk, sample: Sample):
    opened(clerk, sample)
    assert not clerk.sees("flow.strip")
    saturday = monday() + timedelta(days=5)
    asked = msgspec.convert(bill(ship_date=saturday.isoformat()), BillOfLading)
    code = sample.english_customer.access_code
    clerk.program.unsent.submit(ISSUE_BILL, asked, lambda _answer: None, access_code=code)
    clerk.wait(lambda: _stands(clerk) == [Mark.OPEN, Mark.DONE, Mark.OPEN, Mark.OPEN])
    number = clerk.program.window.flow_strip._flow.stand(Step.BILL).number
    values = body("Rimouski", pickup_date=saturday.isoformat(), items=[ITEM | {"bol_number": number}])
    clerk.window.navigator.go(StartForm(Service.PICKUP, values))
    assert number in clerk.find("flow.bill", QPushButton).text()
    ask(clerk)
    clerk.wait(lambda: _stands(clerk) == [Mark.OPEN, Mark.DONE, Mark.OPEN, Mark.REFUSED])
    assert "tried again" in clerk.find("flow.pickup", QPushButton).text()
    clerk.click("topBar.language")
    assert "refusé" in clerk.find("flow.pickup", QPushButton).text()
    clerk.find("pickup.nextDate").setFocus()
    clerk.press(Qt.Key.Key_Return)
    confirmation = made(clerk)
    clerk.wait(lambda: _stands(clerk)[-1] is Mark.DONE)
    assert confirmation in clerk.find("flow.pickup", QPushButton).text()
    issued = [one for one in clerk.asked() if one["path"] == "/v1/bills-of-lading" and one["method"] == "POST"]
    assert len(issued) == 1
    clerk.window.navigator.home()
    assert not clerk.sees("flow.strip")
