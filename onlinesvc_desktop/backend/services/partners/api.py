# SPDX-License-Identifier: MIT
"""The administrator's partners: how each writes, kept in the database beside the profiles that lie as files."""

from collections.abc import Iterator

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.intake.partners import partners_of, profiles_in
from onlinesvc_desktop.backend.store import partners as store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.partners import (
    ADD_PARTNER,
    CHANGE_PARTNER,
    LIST_PARTNERS,
    REMOVE_PARTNER,
    PartnerItem,
    PartnerProfile,
    PartnerQuery,
    PartnerState,
    problems_of,
)


def count_unknown(_context: Context, connection: Connection) -> int:
    """Return how many senders nobody has looked at."""
    return store.count_strangers(connection)


def show(call: Call, query: PartnerQuery) -> Page[PartnerItem]:
    """Return a page of partners; the profiles that lie as files stand at the end of the last."""
    state = None if query.state is UNSET else query.state
    items = list[PartnerItem]()
    if state is not PartnerState.FROM_FILE:
        with call.context.database.read() as connection:
            items = store.list_partners(connection, state, search_of(query))
    cursor = cursor_after(items, query.limit)
    if cursor is UNSET and state in (None, PartnerState.FROM_FILE):
        items += _from_files(call, query.search)
    return Page(tuple(items), cursor)


def _from_files(call: Call, search: str) -> Iterator[PartnerItem]:
    words = folded(search).split()
    for at, profile in enumerate(profiles_in(partners_of(call.context.config)), start=1):
        text = folded(" ".join((profile.name, *profile.senders)))
        if all(word in text for word in words):
            yield PartnerItem(-at, PartnerState.FROM_FILE, profile)


def add(call: Call, profile: PartnerProfile) -> PartnerItem:
    """Say how a partner writes.

    Raises:
        ApiError: the profile is for nobody, contradicts itself, or one of its senders has a profile.
    """

    def create(connection: Connection) -> PartnerItem:
        _check(connection, profile, None)
        row_id = store.add_partner(connection, profile, call.now)
        _note(call, connection, profile)
        return _found(connection, row_id)

    return answer_once(call, ADD_PARTNER, profile, create)


def change(call: Call, profile: PartnerProfile) -> PartnerItem:
    """Say otherwise how a partner writes.

    Raises:
        ApiError: not found, or as in ``add``.
    """
    row_id = int(call.path["id"])
    with call.context.database.write() as connection:
        _check(connection, profile, row_id)
        if not store.change_partner(connection, row_id, profile, call.now):
            raise ApiError(ErrorCode.NOT_FOUND)
        _note(call, connection, profile)
        return _found(connection, row_id)


def remove(call: Call, _: None) -> None:
    """Forget a partner.

    Raises:
        ApiError: not found.
    """
    row_id = int(call.path["id"])
    with call.context.database.write() as connection:
        item = store.find_partner(connection, row_id)
        if item is None or not store.remove_partner(connection, row_id):
            raise ApiError(ErrorCode.NOT_FOUND)
        _note(call, connection, item.profile)


def _check(connection: Connection, profile: PartnerProfile, row_id: int | None) -> None:
    for problem in problems_of(profile):
        raise field_error(problem.pointer, problem.code)
    taken = store.sender_of_another(connection, profile.senders, row_id)
    if taken is not None:
        raise field_error("/senders", FieldCode.TAKEN)


def _found(connection: Connection, row_id: int) -> PartnerItem:
    item = store.find_partner(connection, row_id)
    assert item is not None
    return item


def _note(call: Call, connection: Connection, profile: PartnerProfile) -> None:
    account = call.own_session.account
    note(connection, call.now, account.id, AuditAction.PARTNER_CHANGED, profile.name, call.address)


ROUTES = (
    Route(LIST_PARTNERS, show),
    Route(ADD_PARTNER, add),
    Route(CHANGE_PARTNER, change),
    Route(REMOVE_PARTNER, remove),
)
