# SPDX-License-Identifier: MIT
"""Who may call what: every operation times every kind of asker, from the table of operations, so that none is forgotten."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.contract.codes import RIGHTS
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.operations import OPERATIONS
from tests.support.backend import Code, Sample, Server, serving
from tests.support.nothing import NOTHING

ASKERS = ("nobody", "over", "clerk", "barred", "expired", "temporary", "administrator")
NOT_SIGNED_IN = (401, "sign_in_required")
SESSION_OVER = (401, "session_expired")
OWES_A_PASSWORD = (403, "password_change_required")
NOT_THEIRS = (403, "forbidden")
NO_RIGHT = (403, "right_missing")


class Door:
    """A backend and a fresh token for each kind of asker."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self._codes: dict[str, Code] = {
            "clerk": sample.customer,
            "barred": sample.third_customer,
            "expired": sample.expired,
            "temporary": sample.other_customer,
            "administrator": sample.administrator,
        }
        over = server.token(sample.customer)
        server.clock.offset = timedelta(hours=13)
        self._tokens = {"over": over}
        with server.context.database.write() as connection:
            code = sample.other_customer.access_code
            connection.execute(update(access_codes).where(access_codes.c.code == code).values(password_temporary=True))
            code = sample.third_customer.access_code
            withheld = " ".join(RIGHTS)
            connection.execute(update(access_codes).where(access_codes.c.code == code).values(withheld_rights=withheld))

    def ask(self, asker: str, operation: Operation[Any]) -> tuple[int, str]:
        """Send an operation without a body; return status and problem code."""
        ends_session = operation.method == "DELETE" and operation.path.endswith("/current")
        if asker in self._codes and (ends_session or asker not in self._tokens):
            self._tokens[asker] = self.server.sign_in(self._codes[asker]).json()["token"]
        token = self._tokens.get(asker)
        answer = self.server.ask(operation.method, operation.path.format(**NOTHING), token)
        if ends_session:
            self._tokens.pop(asker, None) if asker != "over" else None
        problem = answer.headers.get("content-type") == "application/problem+json"
        return answer.status_code, answer.json()["code"] if problem else ""


def refusal(asker: str, operation: Operation[Any]) -> tuple[int, str] | None:
    """Return how an asker is refused, or None when they may ask."""
    match asker, operation.access:
        case "nobody", Access.PUBLIC:
            return None
        case "nobody", _:
            return NOT_SIGNED_IN
        case "over", _:
            return SESSION_OVER
        case (("expired" | "temporary"), Access.ANY_SESSION):
            return None
        case (("expired" | "temporary"), _):
            return OWES_A_PASSWORD
        case (("clerk" | "barred"), Access.ADMINISTRATOR):
            return NOT_THEIRS
        case "barred", _ if operation.right is not None:
            return NO_RIGHT
        case _:
            return None


@pytest.fixture(scope="module")
def door(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder = tmp_path_factory.mktemp("door") / "data"
    shutil.copytree(sample.data_dir, folder)
    with serving(folder) as server:
        yield Door(server, sample)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_an_asker_may_call_what_the_table_says_and_nothing_else(door: Door, operation: Operation[Any], asker: str):
    expected, found = refusal(asker, operation), door.ask(asker, operation)
    if expected is not None:
        assert found == expected
    else:
        assert found[0] not in (401, 403)
        assert found[0] < 500


def test_every_kind_of_access_is_in_the_table():
    assert {operation.access for operation in OPERATIONS} == set(Access)
