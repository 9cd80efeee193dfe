# SPDX-License-Identifier: MIT
"""Goods and templates: the same versions and conflicts as addresses, with rules of their own; their tabs by keys."""

from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QTableView, QTabWidget

from onlinesvc_desktop.contract.bill_of_lading import BillTemplate
from onlinesvc_desktop.contract.templates import TemplateBody
from tests.addresses.entries import NAILS, STEEL
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample, Server

PAINT: dict[str, Any] = {
    "description": "Paint in cans",
    "code": "P-1",
    "package_type": "CTN",
    "freight_class": "70",
    "nmfc": "149980-2",
    "weight": "24.5",
    "weight_unit": "kg",
    "dangerous_goods": {
        "un_number": "1263",
        "shipping_name": "Paint",
        "primary_class": "3",
        "packing_group": "II",
        "quantity": "4 x 20 L",
        "emergency_telephone": "613-996-6666",
    },
}
BILL: dict[str, Any] = {
    "terms": "collect",
    "shipper": NAILS,
    "consignee": STEEL,
    "handling_units": [
        {
            "count": 2,
            "type": "SKD",
            "weight": "620",
            "lines": [{"description": "Nails", "pieces": 40, "package_type": "BOX"}],
        }
    ],
}


def test_goods_are_kept_spelt_found_and_never_changed_twice_at_once(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = server.ask("POST", "/v1/goods", token, json=PAINT).json()
    assert made["dangerous_goods"]["un_number"] == "UN1263"
    for words in ("paint cans", "un1263", "149980", "p-1"):
        assert [one["id"] for one in server.ask("GET", f"/v1/goods?search={words}", token).json()["items"]] == [made["id"]]
    change = PAINT | {"version": 1, "weight": "25"}
    assert server.ask("PUT", f"/v1/goods/{made['id']}", token, json=change).json()["version"] == 2
    late = server.ask("PUT", f"/v1/goods/{made['id']}", token, json=PAINT | {"version": 1, "nmfc": "1"})
    assert (late.json()["code"], late.json()["current"]["weight"]) == ("changed_meanwhile", "25")


@pytest.mark.parametrize(
    ("wrong", "pointer", "code"),
    [
        ({"weight": "0"}, "/weight", "malformed"),
        ({"length": "-1"}, "/length", "malformed"),
        ({"freight_class": "51"}, "/freight_class", "unknown"),
        ({"description": ""}, "/description", "required"),
        ({"dangerous_goods": PAINT["dangerous_goods"] | {"un_number": "12"}}, "/dangerous_goods/un_number", "malformed"),
    ],
)
def test_goods_that_cannot_be_are_refused(server: Server, sample: Sample, wrong: dict[str, Any], pointer: str, code: str):
    answer = server.ask("POST", "/v1/goods", server.token(sample.customer), json=PAINT | wrong)
    assert answer.status_code == 422
    assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == (pointer, code)


def test_a_template_is_a_bill_without_day_and_numbers_and_comes_back_whole(server: Server, sample: Sample):
    token = server.token(sample.customer)
    made = server.ask("POST", "/v1/templates", token, json={"name": "Weekly", "bill": BILL}).json()
    (kept,) = server.ask("GET", "/v1/templates?search=redstone nails", token).json()["items"]
    assert kept == made
    assert msgspec.convert(kept["bill"], BillTemplate) == msgspec.convert(BILL, BillTemplate)
    removed = server.ask("DELETE", f"/v1/templates/{made['id']}?version=1", token).json()
    assert server.ask("GET", "/v1/templates", token).json()["items"] == []
    back = {"name": "Weekly", "bill": BILL, "version": removed["version"]}
    assert server.ask("PUT", f"/v1/templates/{made['id']}", token, json=back).json()["version"] == 3
    numbered = {"name": "Weekly", "bill": BILL | {"handling_units": "none"}}
    assert server.ask("POST", "/v1/templates", token, json=numbered).status_code == 422


def names(clerk: Clerk, table: str) -> list[str]:
    model = clerk.find(table, QTableView).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_goods_and_templates_have_their_tabs(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.click("services.addresses")
    clerk.wait(lambda: clerk.program.goods.loaded and clerk.program.templates.loaded)
    tabs = clerk.find("addresses.tabs", QTabWidget)
    tabs.setCurrentIndex(1)
    clerk.click("addresses.goods.add")
    clerk.type("addresses.goods.description", "Paint")
    choices = clerk.find("addresses.goods.freightClass", QComboBox)
    choices.setCurrentIndex(choices.findData("70"))
    clerk.type("addresses.goods.danger.unNumber", "1263")
    clerk.click("addresses.goods.submit")
    assert "field" in clerk.text("addresses.goods.message")
    assert clerk.find("addresses.goods.danger.shippingName").property("wrong")
    clerk.type("addresses.goods.danger.unNumber", "")
    clerk.click("addresses.goods.submit")
    clerk.wait(lambda: names(clerk, "addresses.goods.results") == ["Paint"])
    answers: list[object] = []
    clerk.program.templates.add(msgspec.convert({"name": "Weekly", "bill": BILL}, TemplateBody), answers.append)
    tabs.setCurrentIndex(2)
    clerk.wait(lambda: names(clerk, "addresses.templates.results") == ["Weekly"])
    clerk.wait(lambda: bool(answers))
    clerk.find("addresses.templates.results", QTableView).selectRow(0)
    clerk.type("addresses.templates.name", "Monthly")
    clerk.click("addresses.templates.submit")
    clerk.wait(lambda: names(clerk, "addresses.templates.results") == ["Monthly"])
    clerk.wait(lambda: not clerk.program.unsent.items)
    clerk.click("addresses.templates.use")
    clerk.wait(lambda: clerk.sees("billOfLading.page"))
    assert clerk.find("billOfLading.shipper.city").property("text") == NAILS["city"]
    kept = clerk.program.templates.entries[0].item
    assert kept.bill == msgspec.convert(BILL, BillTemplate)
