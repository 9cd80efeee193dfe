# SPDX-License-Identifier: MIT
"""Many people who are told by e-mail: whom nothing concerns costs no statement of his own."""

from typing import Any

from sqlalchemy import Engine, delete, event, insert, select

from onlinesvc_desktop.backend.services.notices.tell import tell_due
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.tables.notices import notice_settings
from tests.notices.desk import FRESH, Desk


def subscribed(desk: Desk, many: int) -> None:
    """Let access codes be told at once of numbers that nothing happens to."""
    with desk.context.database.write() as connection:
        code = connection.execute(select(access_codes).where(access_codes.c.code == desk.code.access_code)).one()
        chosen = connection.execute(select(notice_settings).where(notice_settings.c.access_code_id == code.id)).one()
        first = max(connection.execute(select(access_codes.c.id)).scalars()) + 1
        for number in range(first, first + many):
            name = f"MANY{number:04}"
            account = {**code._asdict(), "id": number, "code": name, "code_folded": name.lower()}
            connection.execute(insert(access_codes).values(**account))
            connection.execute(insert(notice_settings).values(**{**chosen._asdict(), "access_code_id": number}))


def statements(desk: Desk, code: str) -> int:
    """Return what a round takes in which one e-mail is written."""
    desk.happens(FRESH, code)
    desk.later(minutes=2)
    counted: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        counted.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        assert tell_due(desk.context, desk.now) == 1
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    with desk.context.database.write() as connection:
        connection.execute(delete(outbox))
    return len(counted)


def test_whom_nothing_concerns_costs_no_statement_of_his_own(desk: Desk):
    desk.chosen(FRESH)
    few = 2
    subscribed(desk, few)
    before = statements(desk, "AF")
    subscribed(desk, 40)
    assert statements(desk, "X6") == before
    with desk.context.database.read() as connection:
        looked = connection.execute(select(notice_settings.c.looked_to).where(notice_settings.c.next_at == 0)).scalars()
        assert len(set(looked)) == 1, "everybody goes on from the same change"
