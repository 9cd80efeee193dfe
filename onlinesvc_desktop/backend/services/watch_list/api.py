# SPDX-License-Identifier: MIT
"""The watch list of an access code, and what changed since somebody last asked."""

from dataclasses import replace

from msgspec import UNSET, UnsetType
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.watch_list.store import (
    changes_since,
    count_watched,
    newest,
    unwatch,
    watch,
    watched_values,
)
from onlinesvc_desktop.backend.shipments import matches_of, messages_of, watchable
from onlinesvc_desktop.backend.store import shipments as shipment_store
from onlinesvc_desktop.backend.store.pickups import moved_since
from onlinesvc_desktop.contract.codes import FieldCode, Role
from onlinesvc_desktop.contract.limits import MAX_WATCHED
from onlinesvc_desktop.contract.pickup import Pickup
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.watch_list import (
    LIST_CHANGES,
    LIST_WATCHES,
    UNWATCH,
    WATCH,
    ChangeItem,
    Changes,
    ChangesQuery,
    WatchCount,
    Watches,
    WatchItem,
    WatchRequest,
)

_MOST_MOVED = 200


def show(call: Call, _: None) -> Watches:
    """Return everything the access code watches with how it stands now: one request, however many there are."""
    account = call.own_session.account
    with call.context.database.read() as connection:
        cursor, step = newest(connection)
        values = watched_values(connection, account.id)
        matches = matches_of(_unaudited(call), connection, ReferenceType.ANY, values)
    items = [WatchItem(value, matches.get(value, ())) for value in values]
    return Watches(tuple(items), str(cursor), str(step))


def add(call: Call, request: WatchRequest) -> WatchCount:
    """Watch more numbers.

    Raises:
        ApiError: the list would be too long.
    """
    account = call.own_session.account
    values = watchable(request.references)

    def create(connection: Connection) -> WatchCount:
        watch(connection, account.id, values, call.now)
        count = count_watched(connection, account.id)
        if count > MAX_WATCHED:
            raise field_error("/references", FieldCode.TOO_MANY, maximum=MAX_WATCHED)
        return WatchCount(count)

    return answer_once(call, WATCH, request, create)


def remove(call: Call, request: WatchRequest) -> WatchCount:
    """Watch some numbers no longer."""
    account = call.own_session.account
    values = watchable(request.references)

    def end(connection: Connection) -> WatchCount:
        unwatch(connection, account.id, values)
        return WatchCount(count_watched(connection, account.id))

    return answer_once(call, UNWATCH, request, end)


def changed(call: Call, query: ChangesQuery) -> Changes:
    """Return what changed of own and watched shipments; that nothing did, as mostly, is a short read."""
    account = call.own_session.account
    with call.context.database.read() as connection:
        last, last_step = newest(connection)
        if query.since is UNSET:
            return Changes((), str(last), pickup_cursor=str(last_step))
        if last <= int(query.since) and (query.pickups_since is UNSET or last_step <= int(query.pickups_since)):
            return Changes((), str(last), pickup_cursor=query.pickups_since)
        call.context.database.needs_a_thread()
        found, cursor, more = changes_since(connection, int(query.since), last, account.id, account.customer_id)
        rows = shipment_store.find_by_ids(connection, {one.shipment_id for one in found})
        messages = messages_of(_unaudited(call), connection, rows.values())
        pickups, step = _moved(connection, query, last_step, account.id)
    items = [ChangeItem(messages[one.shipment_id], one.at, one.watched_as, one.own) for one in found]
    return Changes(tuple(items), str(cursor), more, tuple(pickups), step)


def _moved(
    connection: Connection, query: ChangesQuery, last: int, access_code_id: int
) -> tuple[list[Pickup], str | UnsetType]:
    """Return what others moved of the asker's pickups, and where to go on; nothing for programs that do not ask."""
    if query.pickups_since is UNSET:
        return [], UNSET
    pickups, step = moved_since(connection, int(query.pickups_since), last, access_code_id, _MOST_MOVED)
    return pickups, str(step)


def _unaudited(call: Call) -> Call:
    """Return the call as a stranger's for an administrator.

    Each of his looks at private facts goes into the audit log (design section 6); a list that asks by itself takes none.
    """
    return replace(call, session=None) if call.own_session.account.role is Role.ADMINISTRATOR else call


ROUTES = (
    Route(LIST_WATCHES, show),
    Route(WATCH, add),
    Route(UNWATCH, remove),
    Route(LIST_CHANGES, changed),
)
