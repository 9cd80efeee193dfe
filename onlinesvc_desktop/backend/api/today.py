# SPDX-License-Identifier: MIT
"""What needs a look today: each service counts its own, for whoever has the right to it."""

from collections.abc import Iterable

from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.service import Service, TodaySource
from onlinesvc_desktop.backend.store.today import SHIPMENTS_LOOKED_AT, has_more_shipments
from onlinesvc_desktop.contract.today import GET_TODAY, Today, TodayCount


def route(services: Iterable[Service]) -> Route:
    """Return the route that asks every service that has something for the day."""
    sources = [service.today for service in services if service.today is not None]

    def count(call: Call, _: None) -> Today:
        account = call.own_session.account

        def may(source: TodaySource) -> bool:
            return source.right is None or source.right in account.rights

        found = list[TodayCount]()
        with call.context.database.read() as connection:
            for source in filter(may, sources):
                found.extend(one for one in source.count(call, connection) if one.count)
            more = account.customer_id is not None and has_more_shipments(connection, account.customer_id)
        return Today(tuple(found), SHIPMENTS_LOOKED_AT if more else 0)

    return Route(GET_TODAY, count)
