# SPDX-License-Identifier: MIT
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from onlinesvc_desktop.backend.rules.access import Standing, standing
from onlinesvc_desktop.contract.access_codes import AccountState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPEN_MONTHS, ACTIVE_MONTHS = 6, 3


@dataclass(frozen=True)
class Code:
    state: AccountState = AccountState.ACTIVE
    last_activity_at: datetime = NOW - timedelta(days=1)
    password_changed_at: datetime = NOW - timedelta(days=1)
    password_temporary: bool = False
    temporary_until: datetime | None = None


IN_USE = Code()
SILENT = replace(IN_USE, last_activity_at=datetime(2026, 5, 23, 12, tzinfo=UTC))
TEMPORARY = replace(IN_USE, password_temporary=True, temporary_until=NOW + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (IN_USE, Standing.MAY_ACT),
        (SILENT, Standing.SILENT),
        (replace(SILENT, last_activity_at=SILENT.last_activity_at + timedelta(seconds=1)), Standing.MAY_ACT),
        (replace(SILENT, state=AccountState.LOCKED), Standing.LOCKED),
        (replace(SILENT, state=AccountState.CLOSED), Standing.CLOSED),
        (TEMPORARY, Standing.OWES_PASSWORD),
        (replace(TEMPORARY, temporary_until=NOW), Standing.TEMPORARY_OVER),
        (replace(TEMPORARY, temporary_until=None), Standing.OWES_PASSWORD),
        (replace(IN_USE, password_changed_at=datetime(2026, 8, 23, 12, tzinfo=UTC)), Standing.OWES_PASSWORD),
    ],
)
def test_one_answer_says_what_an_access_code_may_do(code: Code, expected: Standing):
    assert standing(code, NOW, OPEN_MONTHS, ACTIVE_MONTHS) is expected


def test_silence_does_not_close_the_last_administrator():
    assert standing(SILENT, NOW, OPEN_MONTHS, ACTIVE_MONTHS, may_close=False) is Standing.MAY_ACT
