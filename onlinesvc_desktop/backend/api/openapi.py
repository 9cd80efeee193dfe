# SPDX-License-Identifier: MIT
"""The OpenAPI document, built from the same table as the routes, so that the two cannot disagree."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import msgspec

from onlinesvc_desktop import __version__
from onlinesvc_desktop.backend.api.problems import STATUS_OF
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import IDEMPOTENCY_KEY_PATTERN
from onlinesvc_desktop.contract.operation import IDEMPOTENCY_KEY_HEADER, NOTHING, Access, Operation
from onlinesvc_desktop.contract.paper import Paper
from onlinesvc_desktop.contract.problem import MEDIA_TYPE, Problem
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT, TRACE

PATH = "/openapi.json"
_SESSION_ADDS = frozenset({GET_SHIPMENT.name, TRACE.name})
"""What anyone may ask, and whoever is signed in learns more from."""
_NO_DOORS: Mapping[str, str] = MappingProxyType({})
_REF = "#/components/schemas/{name}"


def possible_errors(operation: Operation[Any]) -> set[ErrorCode]:
    """Return every code an operation can answer with."""
    codes = {ErrorCode.SERVER_ERROR, ErrorCode.UNAVAILABLE, ErrorCode.SESSION_EXPIRED, *operation.errors}
    if operation.access is not Access.ANY_SESSION:
        codes.add(ErrorCode.PASSWORD_CHANGE_REQUIRED)
    if operation.access is not Access.PUBLIC:
        codes.add(ErrorCode.SIGN_IN_REQUIRED)
    if operation.body is not None:
        codes |= {ErrorCode.MALFORMED_REQUEST, ErrorCode.INVALID_FIELDS, ErrorCode.BODY_TOO_LARGE}
    if operation.access is Access.ADMINISTRATOR:
        codes.add(ErrorCode.FORBIDDEN)
    if operation.right is not None:
        codes.add(ErrorCode.RIGHT_MISSING)
    if operation.creates:
        codes |= {ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.INVALID_FIELDS}
    if operation.query is not None:
        codes.add(ErrorCode.INVALID_FIELDS)
    return codes


def openapi_document(operations: Sequence[Operation[Any]], xml_doors: Mapping[str, str] = _NO_DOORS) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of the operations, and of the doors of the carrier XML by their paths."""
    kinds: dict[type, None] = {Problem: None}
    for operation in operations:
        for kind in (operation.body, operation.query, operation.answer):
            if kind is not None and kind not in (NOTHING, Paper):
                kinds[kind] = None
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    components = _with_published_patterns(components)
    schema_of = dict(zip(kinds, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _describe(operation, schema_of, components)
    paths |= {path: {"post": _xml_door(path, summary)} for path, summary in xml_doors.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Online Services", "version": __version__},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _xml_door(path: str, summary: str) -> dict[str, Any]:
    text = {"text/xml": {"schema": {"type": "string"}}}
    words = {"type": "string", "description": "The service is off-line"}
    return {
        "operationId": "xml" + "".join(part.title() for part in path.rpartition("/")[2].split("-")),
        "summary": summary,
        "description": "Signed by a company key inside the document (docs/carrier-xml.md)",
        "tags": ["carrier-xml"],
        "security": [],
        "requestBody": {"required": True, "content": text},
        "responses": {
            "200": {"description": "The answer, or errorcode and errormsg", "content": text},
            "413": {"description": "Too large", "content": text},
            "429": {"description": "Too often", "content": text},
            "503": {"description": "Off-line", "content": {"text/plain": {"schema": words}}},
        },
    }


def _security(operation: Operation[Any]) -> list[dict[str, list[str]]]:
    """Return how a caller is known: nobody need be where a session would add nothing, so that a client asks without one."""
    if operation.access is not Access.PUBLIC:
        return [{"session": []}]
    return [{}, {"session": []}] if operation.name in _SESSION_ADDS else []


def _tag(path: str) -> str:
    """Return what an operation is about: the first part of its path, the second for the administrator's."""
    parts = path.strip("/").split("/")[1:]
    return "-".join(parts[:2]) if parts[0] == "admin" else parts[0]


def _describe(operation: Operation[Any], schema_of: dict[type, Any], components: dict[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [_tag(operation.path)],
        "security": _security(operation),
        "responses": _responses(operation, schema_of),
    }
    if operation.right is not None:
        described["description"] = f"Needs the right `{operation.right}`."
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": _published(pattern)}}
        for name, pattern in operation.path_patterns.items()
    ]
    if operation.query is not None:
        schema = components[operation.query.__name__]
        parameters += [
            {"name": name, "in": "query", "required": name in schema.get("required", ()), "schema": member}
            for name, member in schema["properties"].items()
        ]
    if operation.creates:
        key = {"type": "string", "pattern": _published(IDEMPOTENCY_KEY_PATTERN)}
        parameters.append({"name": IDEMPOTENCY_KEY_HEADER, "in": "header", "required": False, "schema": key})
    if operation.has_ranges:
        parameters.append({"name": "Range", "in": "header", "required": False, "schema": {"type": "string"}})
    if parameters:
        described["parameters"] = parameters
    if operation.body is not None:
        content = {"application/json": {"schema": schema_of[operation.body]}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _responses(operation: Operation[Any], schema_of: dict[type, Any]) -> dict[str, Any]:
    success: dict[str, Any] = {"description": operation.status.phrase}
    if operation.media_types:
        success["content"] = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in operation.media_types}
    elif operation.answer is not NOTHING:
        success["content"] = {"application/json": {"schema": schema_of[operation.answer]}}
    responses: dict[str, Any] = {str(operation.status.value): success}
    if operation.has_ranges:
        responses[str(HTTPStatus.PARTIAL_CONTENT.value)] = success | {"description": HTTPStatus.PARTIAL_CONTENT.phrase}
    by_status: dict[HTTPStatus, list[str]] = {}
    for code in sorted(possible_errors(operation)):
        by_status.setdefault(STATUS_OF[code], []).append(code)
    for status, codes in sorted(by_status.items()):
        responses[str(status.value)] = {
            "description": f"{status.phrase}: {', '.join(codes)}",
            "content": {MEDIA_TYPE: {"schema": schema_of[Problem]}},
        }
    return responses


def _published(pattern: str) -> str:
    """Return a pattern as JSON Schema writes it, where a dollar sign is the end of the text and nothing else is."""
    return pattern.removesuffix(r"\Z") + "$" if pattern.endswith(r"\Z") else pattern


def _with_published_patterns(schema: Any) -> Any:
    match schema:
        case dict():
            return {
                key: _published(value) if key == "pattern" and isinstance(value, str) else _with_published_patterns(value)
                for key, value in schema.items()
            }
        case list() | tuple():
            return [_with_published_patterns(one) for one in schema]
        case _:
            return schema
