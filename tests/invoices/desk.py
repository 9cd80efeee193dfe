# SPDX-License-Identifier: MIT
"""A clerk, a stranger and an administrator before one backend."""

import base64
from typing import Any

from requests import Response

from tests.support.backend import Sample, Server

PATH = "/v1/invoices"
HEADINGS = "invoice_no,customer_no,pro,invoice_date,due_date,gross,discount,fuel,accessorial_1,gst,total,currency"


class Desk:
    """A clerk, a stranger and an administrator before one backend."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        customers = [one for one in sample.codes if one.role == "customer" and one.password_state == "active"]
        numbers = {one.customer_number for one in customers}
        assert len(numbers) > 1
        self.code = customers[0]
        other = next(one for one in customers if one.customer_number != self.code.customer_number)
        self.other_number = other.customer_number
        self.token, self.other, self.admin = (server.token(one) for one in (self.code, other, sample.administrator))

    def get(self, path: str, token: str = "") -> Any:
        answer = self.server.ask("GET", path, token or self.token)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def bring(self, kind: str, text: str, preview: bool = False) -> Response:
        body = {"content": base64.b64encode(text.encode()).decode(), "preview": preview}
        return self.server.ask("POST", f"/v1/admin/{kind}", self.admin, json=body)

    def open_one(self) -> dict[str, Any]:
        items = self.get(f"{PATH}?state=open&limit=200&currency=CAD")["items"]
        found: dict[str, Any] = next(one for one in items if one["state"] == "open" and not one.get("applies_to"))
        return found

    def dispute(self, number: str, **body: Any) -> Response:
        return self.server.ask("POST", f"{PATH}/{number}/disputes", self.token, json=body)

    def decide(self, row: int, **body: Any) -> Response:
        return self.server.ask("POST", f"/v1/admin/disputes/{row}/decision", self.admin, json=body)


def many(customer: str, count: int) -> str:
    rows = (f"B-{at:05},{customer},,2026-10-01,2026-10-16,100.00,,,,5.00,105.00,CAD" for at in range(count))
    return "\n".join([HEADINGS, *rows])
