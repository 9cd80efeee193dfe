# SPDX-License-Identifier: MIT
"""A program issues bills: the least and the most that it can say, once for its shipment, and nothing in test mode."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.bill_of_lading.papers import codes_of, texts_of
from tests.electronic_bill.program import Program, changed, everything, said
from tests.support.backend import Sample, Server

KEY = {"Idempotency_Key": "k" * 20}


def test_the_least_is_a_bill_with_its_shipment(program: Program, server: Server):
    answer = program.create(program.body())
    status = answer["messageStatus"]
    assert (status["status"], status["code"], said(answer)) == ("PASS", "100", [])
    assert answer["version"] == "2.1.0"
    assert answer["transactionDate"].startswith(program.today)
    pro = answer["referenceNumbers"]["pro"]
    assert answer["referenceNumbers"]["shipmentConfirmationNumber"] == f"B{pro}"
    assert answer["images"] == {}
    assert server.ask("GET", f"/v1/shipments/{pro}").json()["status"]["code"] == "XB"
    content = program.content(pro)
    assert content["shipper"]["postal_code"] == "G5L 1A1"
    assert content["shipper"]["telephone"] == "514-555-0142"
    assert content["handling_units"][0]["freight_class"] == "175"


def test_everything_that_has_a_counterpart_is_in_the_bill(program: Program):
    answer = program.create(everything(program.today))
    assert said(answer) == [
        ("100", "dangerous goods travel with the printed bill: print it and hand it to the driver"),
    ]
    assert answer["messageStatus"]["status"] == "PASS"
    assert answer["referenceNumbers"]["shipmentConfirmationNumber"] == "VC-77"
    content = program.content(answer["referenceNumbers"]["pro"])
    assert content["terms"] == "third_party"
    assert content["bill_to"]["name"] == "Payeur ltée"
    assert content["customs_broker"]["name"] == "Courtage Nord"
    assert (
        content["consignee"] | {"address2": "Unit 3", "extension": "7", "email": "dock@ridge.example"}
        == content["consignee"]
    )
    assert content["consignee"]["attention"] == "J. Wong"
    assert content["instructions"] == "Dock 4"
    assert content["accessorials"] == ["TGDL", "INSD", "HAZ", "COD", "VAL", "APT"]
    assert content["cod"] == {"amount": "56.71", "currency": "CAD", "fee_terms": "collect"}
    assert content["declared_value"] == "2500"
    assert [(one["type"], one["value"]) for one in content["references"]] == [
        ("bill_of_lading", "VC-78"),
        ("bill_of_lading", "MBL-1"),
        ("purchase_order", "PO-1"),
        ("purchase_order", "PO-2"),
        ("carrier_reference", "SID-1"),
        ("carrier_reference", "R-9"),
    ]
    first, second = content["handling_units"]
    assert (first["stackable"], first["lines"][0]["nmfc"], first["lines"][0]["weight"]) == (True, "86900-3", "310.5")
    assert (second["type"], second["weight_unit"], second["dimension_unit"]) == ("PLT", "kg", "cm")
    assert "freight_class" not in second
    assert second["lines"][0]["dangerous_goods"] == {
        "un_number": "UN1263",
        "shipping_name": "Paint",
        "technical_name": "xylene",
        "primary_class": "3",
        "subsidiary_classes": ["6.1"],
        "packing_group": "II",
        "quantity": "45.3592 kg, 2 DRM",
        "emergency_telephone": "6139966666",
    }


def test_a_bill_is_read_back_and_sent_again_as_it_stands(program: Program):
    pro = program.create(everything(program.today))["referenceNumbers"]["pro"]
    shown = program.ask("GET", pro).json()
    assert shown["messageStatus"]["message"] == "The bill is issued."
    before = program.content(pro)
    again = program.ask("PUT", pro, shown["bill"])
    assert again.json()["messageStatus"]["status"] == "WARNING"
    assert said(again.json()) == [
        ("200", "dangerous goods travel with the printed bill: print it and hand it to the driver")
    ]
    assert program.content(pro) == before


@pytest.mark.parametrize(("form", "pages"), [("Avery", 2), ("Letter", 1), ("Zebra", 2)], ids=lambda value: str(value))
def test_papers_come_as_pdf_with_the_bar_codes_of_the_bill(program: Program, form: str, pages: int):
    labels = {"format": form, "quantity": pages, "position": 6}
    images = {"includeBol": True, "includeShippingLabels": True, "shippingLabels": labels}
    answer = program.create(program.body(images=images))
    pro = answer["referenceNumbers"]["pro"]
    paper, sheet = (base64.b64decode(answer["images"][name]) for name in ("bol", "shippingLabels"))
    assert codes_of(paper, 1) == [[pro, f"B{pro}"]]
    assert "Pièces usinées" in texts_of(paper)[0]
    printed = codes_of(sheet)
    assert len(printed) == pages
    assert {f"{pro}001", f"{pro}002"} <= {code for page in printed for code in page}
    warned = (
        []
        if form == "Avery"
        else [("200", "images.shippingLabels.position: is not carried: it is a place on a sheet of Avery labels")]
    )
    assert said(answer) == warned


def test_test_mode_checks_everything_and_writes_nothing(program: Program):
    body = changed(program.body(referenceNumbers={"bol": ["VC-1"]}, images={"includeBol": True}), "bol.isTest", value=True)
    answer = program.create(body)
    assert answer["referenceNumbers"] == {}
    assert answer["images"] == {}
    assert said(answer) == [("100", "bol.isTest: nothing was issued")]
    assert program.bills() == []
    program.create(changed(body, "bol.isTest", value=False))
    taken = program.ask("POST", body=body)
    assert (taken.status_code, said(taken.json())) == (400, [("300", "referenceNumbers.bol: was used before")])


def test_the_same_shipment_is_one_bill_however_often_it_is_sent(program: Program):
    body = program.body(referenceNumbers={"shipmentId": "SID-7"})
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: program.create(body), range(6)))
    (pro,) = {one["referenceNumbers"]["pro"] for one in answers}
    assert len(program.bills()) == 1
    assert [said(one) for one in answers].count([]) == 1
    assert all("issued before" in told for one in answers for _, told in said(one))
    other = program.ask("POST", body=changed(body, "commodities.handlingUnits.0.weight", 800))
    assert other.status_code == 400
    assert said(other.json()) == [("500", f"shipmentId has another bill already: PRO {pro}")]
    assert program.ask("DELETE", pro).status_code == 200
    anew = program.create(changed(body, "commodities.handlingUnits.0.weight", 800))["referenceNumbers"]["pro"]
    assert anew != pro
    assert program.create(changed(body, "commodities.handlingUnits.0.weight", 800))["referenceNumbers"]["pro"] == anew


def test_a_shipment_of_the_same_name_of_another_customer_is_another(program: Program, server: Server, sample: Sample):
    other = Program(server, sample, sample.other_customer)
    body = program.body(referenceNumbers={"shipmentId": "SID-7"})
    assert program.create(body)["referenceNumbers"] != other.create(body)["referenceNumbers"]


def test_the_same_key_makes_no_second_bill(program: Program):
    first = program.create(program.body(), **KEY)
    again = program.create(program.body(images={"includeBol": True}), **KEY)
    assert again["referenceNumbers"] == first["referenceNumbers"]
    assert again["images"]["bol"]
    other = program.ask("POST", body=changed(program.body(), "payment.terms", "Collect"), **KEY)
    assert said(other.json()) == [("500", "Idempotency-Key was used for another bill")]
    assert len(program.bills()) == 1
    program.ask("DELETE", first["referenceNumbers"]["pro"])
    late = program.create(program.body(), **KEY)
    assert ("200", "it was cancelled since") in said(late)
    assert late["messageStatus"]["status"] == "WARNING"
    assert program.ask("POST", body=program.body(), Idempotency_Key="short").status_code == 400


def test_a_number_is_ones_own_lent_one_and_used_once(program: Program, server: Server, sample: Sample):
    block = server.ask("POST", "/v1/number-blocks", program.token, json={"count": 2, "workstation": "W"}).json()
    number = block["numbers"][0]
    body = program.body(referenceNumbers={"pro": number})
    assert program.create(body)["referenceNumbers"]["pro"] == number
    assert program.create(body)["referenceNumbers"]["pro"] == number
    used = program.ask("POST", body=changed(body, "payment.terms", "Collect"))
    assert said(used.json()) == [("1400", "referenceNumbers.pro: stands on another shipment")]
    assert used.json()["messageStatus"]["code"] == "1400"
    other = Program(server, sample, sample.other_customer)
    strange = other.ask("POST", body=program.body(referenceNumbers={"pro": block["numbers"][1]}))
    assert said(strange.json()) == [("300", "referenceNumbers.pro: was not assigned to you")]
