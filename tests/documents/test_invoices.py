# SPDX-License-Identifier: MIT
"""The paper of an invoice stands under the documents of its shipment, for the payer's codes with the right alone."""

from collections import Counter
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from onlinesvc_desktop.contract.codes import RIGHTS, Right
from tests.support.backend import Sample, Server, serving


def _documents(server: Server, token: str, number: str) -> dict[str, Any]:
    body = {"references": [number], "kinds": ["invoice"]}
    answer = server.ask("POST", "/v1/documents/search", token, json=body).json()
    shipments: list[dict[str, Any]] = answer["items"][0]["shipments"]
    return shipments[0] if shipments else {}


def _invoice_alone(server: Server, token: str) -> dict[str, Any]:
    """Return the newest invoice whose shipment has no other, as a corrected or a credited one has."""
    invoices: list[dict[str, Any]] = server.ask("GET", "/v1/invoices?limit=100", token).json()["items"]
    of_shipment = Counter(one["autopro_number"] for one in invoices)
    return next(one for one in invoices if of_shipment[one["autopro_number"]] == 1)


def _with_rights(server: Server, sample: Sample, rights: list[Right]) -> None:
    admin = server.token(sample.administrator)
    codes = server.ask("GET", "/v1/admin/access-codes?limit=200", admin).json()["items"]
    mine = next(one for one in codes if one["access_code"] == sample.customer.access_code)
    path = f"/v1/admin/access-codes/{mine['access_code']}/rights"
    answer = server.ask("PUT", path, admin, json={"rights": rights})
    assert answer.status_code in (200, 204), answer.text


def test_the_payer_finds_the_invoice_among_the_papers_and_opens_it(data_dir: Path, sample: Sample, tmp_path: Path):
    with serving(data_dir) as server:
        token = server.token(sample.customer)
        invoice = _invoice_alone(server, token)
        number = invoice["autopro_number"]
        (item,) = _documents(server, token, number)["items"]
        assert (item["kind"], item["name"]) == ("invoice", invoice["invoice_number"])
        answer = server.ask("GET", f"/v1/documents/{item['id']}", token)
        assert answer.headers["Content-Type"] == "application/pdf"
        (tmp_path / "invoice.pdf").write_bytes(answer.content)
        assert invoice["invoice_number"] in PdfReader(tmp_path / "invoice.pdf").pages[0].extract_text()
        part = server.ask("GET", f"/v1/documents/{item['id']}", token, headers={"Range": "bytes=0-3"})
        assert (part.status_code, part.content) == (206, b"%PDF")
        admin = server.token(sample.administrator)
        assert [one["id"] for one in _documents(server, admin, number)["items"]] == [item["id"]]
        for code in sample.codes:
            if (
                code.role == "customer"
                and code.password_state == "active"
                and code.customer_number != sample.customer.customer_number
            ):
                other = server.token(code)
                assert not _documents(server, other, number).get("items")
                assert server.ask("GET", f"/v1/documents/{item['id']}", other).status_code == 404


def test_without_the_right_there_is_no_invoice_and_the_reason_says_so(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        token = server.token(sample.customer)
        number = _invoice_alone(server, token)["autopro_number"]
        (item,) = _documents(server, token, number)["items"]
        _with_rights(server, sample, [Right(one) for one in RIGHTS if one != Right.INVOICES])
        token = server.token(sample.customer)
        found = _documents(server, token, number)
        assert found["items"] == []
        assert found["missing"] == [{"kind": "invoice", "reason": "right_missing"}]
        assert server.ask("GET", f"/v1/documents/{item['id']}", token).status_code == 404
