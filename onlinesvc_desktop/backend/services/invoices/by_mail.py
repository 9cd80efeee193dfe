# SPDX-License-Identifier: MIT
"""The statement by e-mail: when it goes out is shown, chosen and ended, also by the link in it without signing in."""

from hmac import compare_digest
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.mail.statements import STOPPED
from onlinesvc_desktop.backend.rules.notices import stop_token
from onlinesvc_desktop.backend.services.invoices.rules import next_statement
from onlinesvc_desktop.backend.services.invoices.stop_words import asked, ended, nothing
from onlinesvc_desktop.backend.store.accounts import account_of
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.statement_schedules import (
    KeptSchedule,
    end_schedule,
    keep_schedule,
    schedule_of,
    statement_mail_of,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.paper import Paper
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
    schedule, account = msgspec.convert(kept, StatementSchedule), call.own_session.account
    if account.customer_id is None:
        raise ApiError(ErrorCode.WRONG_STATE)
    try:
        zone = ZoneInfo(schedule.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise field_error("/time_zone", FieldCode.UNKNOWN) from error
    next_at = next_statement(schedule, zone, call.now)
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


def show_stop(call: Call, _: None) -> Paper:
    """Return the page with the button; programs that follow links in e-mails change nothing by it."""
    config = call.context.config
    with call.context.database.read() as connection:
        found = _named(connection, call.path["token"])
    if found is None:
        return nothing(config.carrier_name, ", ".join(config.phone_numbers))
    return asked(config.carrier_name, found.schedule.email)


def stop(call: Call, _: None) -> Paper:
    """End the statements that the link names."""
    config = call.context.config
    with call.context.database.write() as connection:
        found = _named(connection, call.path["token"])
        if found is None:
            return nothing(config.carrier_name, ", ".join(config.phone_numbers))
        end_schedule(connection, found.access_code_id)
        account = account_of(connection, found.access_code_id)
        code = "" if account is None else account.code
        note(connection, call.now, None, AuditAction.STATEMENTS_ENDED, code, call.address)
    return ended(config.carrier_name, found.schedule.email)


def _named(connection: Connection, token: str) -> KeptSchedule | None:
    """Return what a token ends, None for one that is not, or no longer, good."""
    found = schedule_of(connection, int(token.partition("-")[0]))
    if found is None:
        return None
    good = stop_token(found.secret, found.access_code_id, found.schedule.email, STOPPED)
    return found if compare_digest(good.encode(), token.encode()) else None


MAIL_ROUTES = (
    Route(GET_STATEMENT_MAIL, show),
    Route(SET_STATEMENT_MAIL, choose),
    Route(END_STATEMENT_MAIL, end),
    Route(SHOW_STOP_STATEMENTS, show_stop),
    Route(STOP_STATEMENTS, stop),
)
