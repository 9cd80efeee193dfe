# SPDX-License-Identifier: MIT
"""The OpenAPI document is true: a schema-driven fuzzer finds no undocumented answer."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.operations import OPERATIONS
from onlinesvc_desktop.contract.session import SIGN_IN
from onlinesvc_desktop.contract.tracing import TRACE
from tests.support.backend import Sample, Server

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 30
EXAMPLES_ON_POSTGRESQL = 20
ADMINISTRATORS = [operation for operation in OPERATIONS if operation.access is Access.ADMINISTRATOR]


def _fuzz(server: Server, operation: Operation, headers: dict[str, str], examples: int = EXAMPLES) -> int:
    """Send generated requests, right ones and wrong ones, to one operation; return how many."""
    schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json")
    asked = 0
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @given(case=schema[operation.path][operation.method].as_strategy(generation_mode=mode))
        @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def ask(case):
            nonlocal asked
            asked += 1
            case.call_and_validate(checks=CHECKS, headers=headers)

        try:
            ask()
        except schemathesis.errors.InvalidSchema:
            pytest.fail("the document is not a valid schema")
        except Exception as error:
            # An operation without parameters or body has no wrong request to generate.
            if mode is GenerationMode.NEGATIVE and type(error).__name__ in {"Unsatisfiable", "SkipTest"}:
                continue
            raise
    return asked


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda op: op.name)
def test_no_undocumented_answer_to_a_stranger(shared: Server, operation: Operation):
    assert _fuzz(shared, operation, {}) > 0


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda op: op.name)
def test_no_undocumented_answer_to_a_clerk(shared: Server, sample: Sample, operation: Operation):
    token = shared.token(sample.other_customer)
    assert _fuzz(shared, operation, {"Authorization": f"Bearer {token}"}) > 0


@pytest.mark.parametrize("operation", ADMINISTRATORS, ids=lambda op: op.name)
def test_no_undocumented_answer_to_an_administrator(shared: Server, sample: Sample, operation: Operation):
    token = shared.token(sample.administrator)
    assert _fuzz(shared, operation, {"Authorization": f"Bearer {token}"}) > 0


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda op: op.name)
def test_no_undocumented_answer_on_postgresql(shared_on_postgresql: tuple[Server, Sample], operation: Operation):
    """PostgreSQL refuses texts and numbers that SQLite takes; here each operation is asked by whoever gets furthest."""
    server, sample = shared_on_postgresql
    token = server.token(sample.administrator if operation in ADMINISTRATORS else sample.other_customer)
    assert _fuzz(server, operation, {"Authorization": f"Bearer {token}"}, EXAMPLES_ON_POSTGRESQL) > 0


def test_the_document_lists_every_operation(shared: Server):
    paths = shared.ask("GET", "/openapi.json").json()["paths"]
    doors = {door.path for service in SERVICES for door in service.doors}
    own = {path: methods for path, methods in paths.items() if not path.startswith("/xml/") and path not in doors}
    listed = {(method.upper(), path) for path, methods in own.items() for method in methods}
    assert listed == {(operation.method, operation.path) for operation in OPERATIONS}


def test_nobody_is_asked_for_a_session_where_none_is_needed(shared: Server):
    document = shared.ask("GET", "/openapi.json").json()
    security = {one["operationId"]: one["security"] for path in document["paths"].values() for one in path.values()}
    assert security[SIGN_IN.name] == []
    assert security[TRACE.name] == [{}, {"session": []}]
    for operation in OPERATIONS:
        is_open = operation.access is Access.PUBLIC
        assert (security[operation.name] == [{"session": []}]) is not is_open, operation.name
    assert document["servers"] == [{"url": "/"}]
    assert all(one["tags"] for path in document["paths"].values() for one in path.values())


def test_the_doors_of_the_carrier_xml_are_described_as_they_answer(shared: Server):
    paths = shared.ask("GET", "/openapi.json").json()["paths"]
    doors = {path: methods["post"] for path, methods in paths.items() if path.startswith("/xml/")}
    assert set(doors) == {
        "/xml/tracing",
        "/xml/pickup",
        "/xml/bol-pickup",
        "/xml/pro-assignment",
        "/xml/rate-quote",
        "/xml/image",
    }
    for path, door in doors.items():
        answer = shared.ask("POST", path, data=b"<nothing/>")
        assert answer.headers["content-type"].partition(";")[0] in door["responses"][str(answer.status_code)]["content"]
        assert shared.ask("POST", path, data=b" " * 200_000).status_code == 413
