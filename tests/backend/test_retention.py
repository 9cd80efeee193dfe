# SPDX-License-Identifier: MIT
"""What is kept too long is forgotten by the upkeep, and nothing else is, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from onlinesvc_desktop.backend.config import BackendConfig, sqlite_url
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules import retention
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, sessions
from onlinesvc_desktop.backend.store.tables.exchange import exchange_asked, exchange_parties
from onlinesvc_desktop.backend.store.tables.intake import intake_files, intake_quarantine
from onlinesvc_desktop.backend.store.tables.mail import outbox, reports
from onlinesvc_desktop.backend.store.tables.requests import access_requests, password_help_requests
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.backend.upkeep import forget

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def context(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Context]:
    """An empty backend on either database."""
    url = sqlite_url(tmp_path) if request.param == "sqlite" else request.getfixturevalue("database_url")
    database = Database(url)
    migrate(database)
    yield Context(BackendConfig(database_url=url), database, lambda: NOW)
    database.close()


def filled(table: Any, **values: Any) -> dict[str, Any]:
    """Return a row with something in every column that needs it."""
    row = {}
    for column in table.columns:
        if not column.nullable and not column.primary_key and column.name not in values:
            python = column.type.python_type
            row[column.name] = {int: 0, bool: False, float: 0.0, bytes: b"x", str: "x"}[python]
    return row | values


def request(reference: str, state: str, decided: timedelta | None, table: Any) -> dict[str, Any]:
    decided_at = None if decided is None else to_seconds(NOW - decided)
    return filled(table, reference=reference, state=state, decided_at=decided_at)


@pytest.mark.parametrize(
    ("table", "kept", "kind"),
    [
        (access_requests, retention.DECIDED_REQUESTS_KEPT, "access_request"),
        (password_help_requests, retention.DECIDED_HELP_KEPT, "password_help"),
    ],
)
def test_requests_are_forgotten_so_long_after_their_decision(context: Context, table: Any, kept: timedelta, kind: str):
    with context.database.write() as connection:
        connection.execute(insert(exchange_parties).values(filled(exchange_parties, id="p")))
        rows = [
            request("AR-OLD", "approved", kept + MINUTE, table),
            request("AR-YOUNG", "refused", kept - MINUTE, table),
            request("AR-PENDING", "pending", None, table),
            request("AR-NEWEST", "refused", kept * 3, table),
        ]
        connection.execute(insert(table), rows)
        for row_id in (1, 2):
            asked = filled(exchange_asked, party="p", kind=kind, row_id=row_id, key=f"k{row_id}")
            connection.execute(insert(exchange_asked).values(asked))
    forget(context, NOW)
    with context.database.read() as connection:
        left = connection.execute(select(table.c.reference).order_by(table.c.id)).scalars().all()
        asked_left = connection.execute(select(exchange_asked.c.row_id)).scalars().all()
    assert list(left) == ["AR-YOUNG", "AR-PENDING", "AR-NEWEST"]
    assert list(asked_left) == [2]


def test_e_mails_are_forgotten_and_their_attachments_sooner(context: Context):
    def mail(recipient: str, state: str, age: timedelta, report: int) -> dict[str, Any]:
        at = to_seconds(NOW - age)
        sent_at = at if state == "sent" else None
        return filled(
            outbox,
            recipient=recipient,
            state=state,
            created_at=at,
            sent_at=sent_at,
            report_id=report,
            message_id=recipient,
        )

    with context.database.write() as connection:
        connection.execute(insert(access_codes).values(filled(access_codes, code="A")))
        old = to_seconds(NOW - retention.FAILED_MAIL_KEPT * 9)
        kept = [filled(reports, access_code_id=1, created_at=old, content="a;b") for _ in range(8)]
        connection.execute(insert(reports), kept)
        rows = [
            mail("sent long ago", "sent", retention.SENT_MAIL_KEPT + MINUTE, 1),
            mail("saved long ago", "saved", retention.SENT_MAIL_KEPT + MINUTE, 2),
            mail("sent", "sent", retention.SENT_ATTACHMENTS_KEPT + MINUTE, 3),
            mail("sent now", "sent", MINUTE, 4),
            mail("failed long ago", "failed", retention.FAILED_MAIL_KEPT + MINUTE, 5),
            mail("failed", "failed", retention.FAILED_MAIL_KEPT - MINUTE, 6),
            mail("waits for ever", "waiting", retention.FAILED_MAIL_KEPT * 9, 7),
            mail("failed lately", "failed", retention.FAILED_ATTACHMENTS_KEPT - MINUTE, 8),
        ]
        connection.execute(insert(outbox), rows)
    forget(context, NOW)
    with context.database.read() as connection:
        attached = select(outbox.c.recipient, reports.c.content).outerjoin(reports, reports.c.id == outbox.c.report_id)
        left = connection.execute(attached.order_by(outbox.c.id)).all()
        tables = connection.execute(select(reports.c.id)).scalars().all()
    assert [tuple(row) for row in left] == [
        ("sent", None),
        ("sent now", "a;b"),
        ("failed", None),
        ("waits for ever", "a;b"),
        ("failed lately", "a;b"),
    ]
    assert len(tables) == 3


def test_ended_sessions_and_old_lines_set_aside_are_forgotten(context: Context):
    with context.database.write() as connection:
        connection.execute(insert(access_codes).values(filled(access_codes, code="A")))
        for age, token in ((MINUTE, b"1"), (-MINUTE, b"2")):
            at = to_seconds(NOW - age)
            connection.execute(insert(sessions).values(filled(sessions, access_code_id=1, expires_at=at, token_hash=token)))
        for age, sha in ((retention.QUARANTINE_KEPT + MINUTE, b"1"), (retention.QUARANTINE_KEPT - MINUTE, b"2")):
            at = to_seconds(NOW - age)
            connection.execute(insert(intake_files).values(filled(intake_files, finished_at=at, sha256=sha)))
        for file in (1, 2):
            connection.execute(insert(intake_quarantine).values(filled(intake_quarantine, file_id=file)))
    forget(context, NOW)
    with context.database.read() as connection:
        assert connection.execute(select(sessions.c.token_hash)).scalars().all() == [b"2"]
        assert connection.execute(select(intake_quarantine.c.file_id)).scalars().all() == [2]
        assert connection.execute(select(func.count()).select_from(intake_files)).scalar_one() == 2
