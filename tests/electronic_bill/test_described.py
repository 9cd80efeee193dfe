# SPDX-License-Identifier: MIT
"""The OpenAPI document is true of these addresses too: generated requests get no answer that it does not describe."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onlinesvc_desktop.contract.electronic_bill import BILL_PATH, CREATE_PATH
from tests.electronic_bill.program import Program

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.name)
@pytest.mark.parametrize(
    ("path", "method"), [(CREATE_PATH, "POST"), (BILL_PATH, "PUT"), (BILL_PATH, "DELETE"), (BILL_PATH, "GET")]
)
def test_no_undocumented_answer(program: Program, path: str, method: str, mode: GenerationMode):
    schema = schemathesis.openapi.from_url(f"{program.server.url}/openapi.json")
    signed_in = program.headers | {"Authorization": f"Bearer {program.token}"}
    asked = 0

    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def ask(case: schemathesis.Case) -> None:
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS, headers=signed_in if asked % 5 else {})

    ask()
    assert asked


def test_both_addresses_say_how_a_program_is_known(program: Program):
    document = program.server.ask("GET", "/openapi.json").json()
    schemes = document["components"]["securitySchemes"]
    for path in (CREATE_PATH, BILL_PATH):
        for described in document["paths"][path].values():
            for ways in described["security"]:
                assert set(ways) <= set(schemes)
            assert "independent reading" in described["description"]
