# SPDX-License-Identifier: MIT
"""A customer's own program, and requests of the standard as it sends them. Everybody in them is invented."""

import base64
from copy import deepcopy
from typing import Any

import requests

from tests.support.backend import Code, Sample, Server

ADDRESS = "/bol/v1/app/"
BILLS = "/v1/bills-of-lading"


def party(name: str, city: str, province: str, postal_code: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "address1": "12 rue du Parc",
        "city": city,
        "stateProvince": province,
        "postalCode": postal_code,
        "country": "CAN",
        "contact": {"phone": "5145550142"},
        **more,
    }


def line(**more: Any) -> dict[str, Any]:
    return {
        "description": "Pièces usinées",
        "weight": 620,
        "pieces": 24,
        "packagingType": "BOX",
        "classification": "175",
        "hazardous": False,
        **more,
    }


def unit(**more: Any) -> dict[str, Any]:
    size = {"length": 48, "width": 40, "height": 60}
    return {"count": 2, "type": "SKD", "weight": 620, **size, "lineItems": [line()], **more}


def dangerous(**more: Any) -> dict[str, Any]:
    details = {
        "unnaNumber": "UN1263",
        "propername": "Paint",
        "technicalName": "xylene",
        "class": "3 (6.1)",
        "packingGroup": "2",
        "weight": 100,
        **more,
    }
    return line(hazardous=True, hazardousDetails=details, packagingType="DRM", pieces=2)


def electronic(day: str, **more: Any) -> dict[str, Any]:
    """Return the least that a request may say, and what a test adds to it."""
    return {
        "version": "2.1.0",
        "bol": {
            "function": "Create",
            "isTest": False,
            "requestorRole": "Shipper",
            "requestedPickupDate": f"{day}T00:00:00.000",
        },
        "payment": {"terms": "Prepaid"},
        "origin": party("Aciers Val-Clair inc.", "Rimouski", "QC", "G5L1A1"),
        "destination": party("Maple Ridge Hardware Ltd.", "Toronto", "ON", "M5V2T6"),
        "billTo": party("Aciers Val-Clair inc.", "Rimouski", "QC", "G5L1A1"),
        "commodities": {"lineItemLayout": "Nested", "handlingUnits": [unit()]},
        **more,
    }


def everything(day: str) -> dict[str, Any]:
    """Return a request that says whatever a bill has a place for."""
    contact = {"phone": "4165550143", "phoneExt": "7", "name": "J. Wong", "email": "dock@ridge.example"}
    return electronic(
        day,
        bol=electronic(day)["bol"] | {"specialInstructions": "Dock 4"},
        payment={"terms": "Third Party"},
        destination=party("Maple Ridge", "Toronto", "ON", "M5V2T6", address2="Unit 3", contact=contact),
        billTo=party("Payeur ltée", "Montréal", "QC", "H3B1A1"),
        customsBroker=party("Courtage Nord", "Windsor", "ON", "N9A1A1"),
        referenceNumbers={
            "shipmentId": "SID-1",
            "masterBol": "MBL-1",
            "bol": ["vc-77", "VC-78"],
            "po": [{"number": "PO-1"}, {"number": "PO-2"}],
            "additionalReferences": [{"name": "Customer Reference Id", "value": "R-9"}],
        },
        commodities={
            "lineItemLayout": "Nested",
            "handlingUnits": [
                unit(stackable=True, lineItems=[line(nmfc="86900", nmfcSub="3", weight=310.5), line(weight=309.5)]),
                unit(
                    count=1,
                    type="PAT",
                    weight=90,
                    weightUnit="Kilograms",
                    length=120,
                    width=100,
                    height=90,
                    dimensionsUnit="Centimeters",
                    lineItems=[dangerous() | {"weight": 90, "weightUnit": "Kilograms", "classification": "Not required"}],
                ),
            ],
        },
        shipmentTotals={"handlingUnits": 3, "declaredValue": 2500, "currency": "CAD"},
        accessorials={
            "codes": ["LFTD", "IDL", "HAZ", "COD", "FVC", "APTD"],
            "hazardousDetails": {"emergencyContact": {"phone": "6139966666"}},
            "cod": {"amount": "56.71", "currency": "CAD", "terms": "Collect"},
            "fullValueCoverageDetails": {"monetaryValue": "2500.00", "currency": "CAD"},
        },
        images={"includeBol": True},
    )


def without(body: dict[str, Any], path: str) -> dict[str, Any]:
    """Return a request without a member."""
    return changed(body, path, None, remove=True)


def changed(body: dict[str, Any], path: str, value: Any, remove: bool = False) -> dict[str, Any]:
    """Return a request with another value in one place; ``path`` is such as ``commodities.handlingUnits.0.count``."""
    made = deepcopy(body)
    *way, last = path.split(".")
    at: Any = made
    for name in way:
        at = at[int(name)] if isinstance(at, list) else at.setdefault(name, {})
    if remove:
        del at[last]
    else:
        at[int(last) if isinstance(at, list) else last] = value
    return made


class Program:
    """Knows a company key and a login."""

    def __init__(self, server: Server, sample: Sample, code: Code) -> None:
        self.server, self.code = server, code
        administrator = server.token(sample.administrator)
        listed = server.ask("GET", "/v1/admin/customers?limit=200", administrator).json()["items"]
        own = next(one for one in listed if one["number"] == code.customer_number)
        key = server.ask("POST", f"/v1/admin/customers/{own['id']}/company-keys", administrator).json()
        login = base64.b64encode(f"{code.access_code}:{code.password}".encode()).decode()
        self.headers = {
            "Onlinesvc-Requestor": key["requestor"],
            "Onlinesvc-Authorization": key["authorization"],
            "Authorization": f"Basic {login}",
        }
        self.token = server.token(code)

    @property
    def today(self) -> str:
        return self.server.clock().date().isoformat()

    def body(self, **more: Any) -> dict[str, Any]:
        return electronic(self.today, **more)

    def ask(self, method: str, pro: str = "", body: Any = None, **headers: str) -> requests.Response:
        content: dict[str, Any] = {"data": body} if isinstance(body, bytes) else {"json": body} if body is not None else {}
        kind = {"Content-Type": "application/json"} if isinstance(body, bytes) else {}
        sent = self.headers | kind | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.server.ask(method, ADDRESS + pro, headers=sent, **content)

    def create(self, body: dict[str, Any], **headers: str) -> dict[str, Any]:
        """Issue a bill and return the answer."""
        answer = self.ask("POST", body=body, **headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def bills(self) -> list[dict[str, Any]]:
        return list(self.server.ask("GET", BILLS, self.token).json()["items"])

    def content(self, pro: str) -> dict[str, Any]:
        """Return what is written in a bill, as the page shows it."""
        number = next(one["bol_number"] for one in self.bills() if one["autopro_number"] == pro)
        return dict(self.server.ask("GET", f"{BILLS}/{number}", self.token).json()["content"])


def said(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """Return code and sentence of each information."""
    return [(one["code"], one["message"]) for one in answer["messageStatus"]["information"]]
