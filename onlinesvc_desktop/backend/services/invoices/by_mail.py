# SPDX-License-Identifier: MIT
"""The statement by e-mail: when it goes out is shown, chosen and ended, also by the link in it without signing in."""

from typing import Final

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError, chosen_zone
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.api.stop_link import StopLink
from onlinesvc_desktop.backend.mail.statements import STOPPED
from onlinesvc_desktop.backend.services.invoices.rules import next_statement
from onlinesvc_desktop.backend.services.invoices.stop_words import STOP_WORDS
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.statement_schedules import (
    end_schedule,
    keep_schedule,
    schedule_of,
    statement_mail_of,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.statement_mail import (
    END_STATEMENT_MAIL,
    GET_STATEMENT_MAIL,
    SET_STATEMENT_MAIL,
    SHOW_STOP_STATEMENTS,
    STOP_STATEMENTS,
    StatementMail,
    StatementSchedule,
)


def show(call: Call, _: None) -> StatementMail:
    """Return when the statement goes out, and where to."""
    with call.context.database.read() as connection:
        return statement_mail_of(connection, call.own_session.account.id)


def choose(call: Call, request: StatementSchedule) -> StatementMail:
    """Keep when and where to send the statement.

    Raises:
        ApiError: no address, no time zone, or an access code without an enterprise, which owes nothing.
    """
    kept, problems = check(StatementSchedule, msgspec.to_builtins(request))
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    schedule, account = from_values(kept, StatementSchedule), call.own_session.account
    if account.customer_id is None:
        raise ApiError(ErrorCode.WRONG_STATE)
    next_at = next_statement(schedule, chosen_zone(schedule.time_zone), call.now)
    with call.context.database.write() as connection:
        keep_schedule(connection, account.id, schedule, next_at)
        note(connection, call.now, account.id, AuditAction.STATEMENTS_CHOSEN, schedule.email, call.address)
        return statement_mail_of(connection, account.id)


def end(call: Call, _: None) -> None:
    """Send the access code no more statements."""
    account = call.own_session.account
    with call.context.database.write() as connection:
        if end_schedule(connection, account.id):
            note(connection, call.now, account.id, AuditAction.STATEMENTS_ENDED, account.code, call.address)


_LINK: Final = StopLink(STOPPED, STOP_WORDS, schedule_of, end_schedule, AuditAction.STATEMENTS_ENDED)

MAIL_ROUTES = (
    Route(GET_STATEMENT_MAIL, show),
    Route(SET_STATEMENT_MAIL, choose),
    Route(END_STATEMENT_MAIL, end),
    Route(SHOW_STOP_STATEMENTS, _LINK.show),
    Route(STOP_STATEMENTS, _LINK.stop),
)
