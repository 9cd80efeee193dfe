# SPDX-License-Identifier: MIT
"""How the addresses of the standard stand in the OpenAPI document."""

from typing import Any, Final

import msgspec

from onlinesvc_desktop.contract.electronic_bill import AUTHORIZATION_HEADER, REQUESTOR_HEADER, ElectronicBillAnswer
from onlinesvc_desktop.contract.limits import IDEMPOTENCY_KEY_PATTERN
from onlinesvc_desktop.contract.operation import IDEMPOTENCY_KEY_HEADER

_REQUIRED: Final = ("version", "bol", "payment", "origin", "destination", "billTo", "commodities")
_OPTIONAL: Final = ("images", "referenceNumbers", "shipmentTotals", "accessorials", "customsBroker", "notifications")
_REQUEST: Final = {
    "type": "object",
    "description": "An LTL bill as in NMFTA electronic bill of lading 2.1; docs/electronic-bill.md says what is carried",
    "required": list(_REQUIRED),
    "properties": {name: {"type": "string" if name == "version" else "object"} for name in (*_REQUIRED, *_OPTIONAL)}
    | {"notifications": {"type": "array", "items": {"type": "object"}}},
}
_SCHEMES: Final = {
    "requestor": {"type": "apiKey", "in": "header", "name": REQUESTOR_HEADER},
    "companyKey": {"type": "apiKey", "in": "header", "name": AUTHORIZATION_HEADER},
    "login": {"type": "http", "scheme": "basic"},
}
(_ANSWER,), _SCHEMAS = msgspec.json.schema_components((ElectronicBillAnswer,), ref_template="#/components/schemas/{name}")
COMPONENTS: Final = {"schemas": _SCHEMAS, "securitySchemes": _SCHEMES}
_STATUSES: Final = {
    "200": "Done; messageStatus is PASS or WARNING",
    "400": "Not done: messageStatus is FAIL and names each member",
    "401": "Key and login do not go together, or may not do this",
    "404": "No bill of the customer has this PRO",
    "405": "Another method",
    "413": "Too large",
    "429": "Too often",
    "500": "The service failed",
    "503": "Off-line",
}


def described(name: str, summary: str, has_body: bool, has_pro: bool) -> dict[str, Any]:
    """Return one method of an address."""
    parameters: list[dict[str, Any]] = []
    if has_pro:
        parameters.append({"name": "pro", "in": "path", "required": True, "schema": {"type": "string"}})
    elif has_body:
        key = {"type": "string", "pattern": IDEMPOTENCY_KEY_PATTERN.removesuffix(r"\Z") + "$"}
        parameters.append({"name": IDEMPOTENCY_KEY_HEADER, "in": "header", "required": False, "schema": key})
    content = {"application/json": {"schema": _ANSWER}}
    statuses = {code: words for code, words in _STATUSES.items() if has_pro or code != "404"}
    about: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "description": "An independent reading of the public specification. Needs the right `ship`.",
        "tags": ["electronic-bill"],
        "security": [{"requestor": [], "companyKey": [], one: []} for one in ("login", "session")],
        "parameters": parameters,
        "responses": {code: {"description": words, "content": content} for code, words in statuses.items()},
    }
    if has_body:
        about["requestBody"] = {"required": True, "content": {"application/json": {"schema": _REQUEST}}}
    return about
