# SPDX-License-Identifier: MIT
"""The audit log, to be read only."""

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.audit import list_audit
from onlinesvc_desktop.contract.audit import LIST_AUDIT, AuditItem, AuditQuery
from onlinesvc_desktop.contract.paging import Page


def show(call: Call, query: AuditQuery) -> Page[AuditItem]:
    """Return a page of the audit log."""
    action = None if query.action is UNSET else query.action
    with call.context.database.read() as connection:
        items = list_audit(connection, action, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


ROUTES = (Route(LIST_AUDIT, show),)
