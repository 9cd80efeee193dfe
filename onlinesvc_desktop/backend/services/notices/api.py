# SPDX-License-Identifier: MIT
"""What an access code is told of by e-mail: shown, chosen, ended, also by the link in a notice without signing in."""

from typing import Final

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError, chosen_zone, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.api.stop_link import StopLink
from onlinesvc_desktop.backend.rules.notices import next_daily
from onlinesvc_desktop.backend.services.notices.page import STOP_WORDS
from onlinesvc_desktop.backend.shipments import watchable
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.notices import (
    choose_numbers,
    end_notices,
    keep_settings,
    notices_of,
    subscription_of,
)
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.notices import (
    CHOOSE_NOTICE_NUMBERS,
    END_NOTICES,
    GET_NOTICES,
    SET_NOTICES,
    SHOW_STOP,
    STOP,
    NoticeFrequency,
    NoticeNumbers,
    Notices,
    NoticeSettings,
)


def show(call: Call, _: None) -> Notices:
    """Return what the access code is told of."""
    with call.context.database.read() as connection:
        return notices_of(connection, call.own_session.account.id)


def choose(call: Call, request: NoticeSettings) -> Notices:
    """Keep what to tell of, and where.

    Raises:
        ApiError: no address, no time zone, or every shipment of an enterprise for a code without one.
    """
    kept, problems = check(NoticeSettings, msgspec.to_builtins(request))
    if problems:
        raise ApiError(ErrorCode.INVALID_FIELDS, problems)
    settings = from_values(kept, NoticeSettings)
    account = call.own_session.account
    if settings.all_shipments and account.customer_id is None:
        raise field_error("/all_shipments", FieldCode.UNKNOWN)
    zone = chosen_zone(settings.time_zone)
    is_daily = settings.frequency is NoticeFrequency.DAILY
    next_at = next_daily(settings.hour, zone, call.now) if is_daily else None
    with call.context.database.write() as connection:
        keep_settings(connection, account.id, settings, next_at, call.now)
        note(connection, call.now, account.id, AuditAction.NOTICES_CHOSEN, settings.email, call.address)
        return notices_of(connection, account.id)


def end(call: Call, _: None) -> None:
    """Tell the access code of nothing any longer."""
    account = call.own_session.account
    with call.context.database.write() as connection:
        if end_notices(connection, account.id):
            note(connection, call.now, account.id, AuditAction.NOTICES_ENDED, account.code, call.address)


def choose_by_number(call: Call, request: NoticeNumbers) -> Notices:
    """Tell of watched numbers, or no longer; one that is not on the watch list stays untold.

    Raises:
        ApiError: nothing was chosen yet, not even an address; or one cannot be a number.
    """
    account = call.own_session.account
    values = watchable(request.references)
    with call.context.database.write() as connection:
        if subscription_of(connection, account.id) is None:
            raise ApiError(ErrorCode.WRONG_STATE)
        choose_numbers(connection, account.id, values, call.now if request.wanted else None)
        return notices_of(connection, account.id)


_LINK: Final = StopLink("notices", STOP_WORDS, subscription_of, end_notices, AuditAction.NOTICES_ENDED)

ROUTES = (
    Route(GET_NOTICES, show),
    Route(SET_NOTICES, choose),
    Route(END_NOTICES, end),
    Route(CHOOSE_NOTICE_NUMBERS, choose_by_number),
    Route(SHOW_STOP, _LINK.show),
    Route(STOP, _LINK.stop),
)
