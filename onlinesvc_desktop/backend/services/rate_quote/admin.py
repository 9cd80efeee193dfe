# SPDX-License-Identifier: MIT
"""Tariffs for administrators: which there are, one whole, and new ones in."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.rate_quote.store import find_tariff, list_tariffs
from onlinesvc_desktop.backend.services.rate_quote.take import take_tariff, take_tariff_file
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.tariff import (
    ADD_TARIFF,
    GET_TARIFF,
    IMPORT_TARIFF,
    LIST_TARIFFS,
    Tariff,
    TariffFile,
    TariffItem,
    TariffResult,
)


def list_all(call: Call, query: PageQuery) -> Page[TariffItem]:
    """Return a page of tariffs."""
    today = call.now.astimezone().date()
    with call.context.database.read() as connection:
        items = list_tariffs(connection, today, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def show(call: Call, _: None) -> Tariff:
    """Return a tariff.

    Raises:
        ApiError: ``not_found``.
    """
    with call.context.database.read() as connection:
        tariff = find_tariff(connection, int(call.path["id"]))
    if tariff is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    return tariff


def add(call: Call, tariff: Tariff) -> TariffResult:
    """Take a tariff in unless something is wrong with it."""

    def take(connection: Connection) -> TariffResult:
        return _noted(call, connection, take_tariff(connection, tariff, call.now, call.own_session.account.id))

    return answer_once(call, ADD_TARIFF, tariff, take)


def add_file(call: Call, file: TariffFile) -> TariffResult:
    """Take a tariff in from a file, or say what is wrong with it."""

    def take(connection: Connection) -> TariffResult:
        account = call.own_session.account.id
        return _noted(call, connection, take_tariff_file(connection, file.content, call.now, account, file.preview))

    return answer_once(call, IMPORT_TARIFF, file, take)


def _noted(call: Call, connection: Connection, result: TariffResult) -> TariffResult:
    if result.taken:
        account = call.own_session.account.id
        subject = f"tariff {result.name} {result.effective_on}"
        note(connection, call.now, account, AuditAction.FILE_TAKEN_IN, subject, call.address)
    return result


ADMIN_ROUTES = (
    Route(LIST_TARIFFS, list_all),
    Route(ADD_TARIFF, add),
    Route(IMPORT_TARIFF, add_file),
    Route(GET_TARIFF, show),
)
