# SPDX-License-Identifier: MIT
"""The audit log, to be read only."""

from dataclasses import replace

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.store.audit import list_audit, note
from onlinesvc_desktop.contract.audit import EXPORT_AUDIT, LIST_AUDIT, AuditAction, AuditExport, AuditItem, AuditQuery
from onlinesvc_desktop.contract.paging import Page, PageQuery

EXPORTED_AT_ONCE = 1_000


def show(call: Call, query: AuditQuery) -> Page[AuditItem]:
    """Return a page of the audit log."""
    action = None if query.action is UNSET else query.action
    with call.context.database.read() as connection:
        items = list_audit(connection, action, search_of(query))
    return Page(tuple(items), cursor_after(items, query.limit))


def export(call: Call, wanted: AuditExport) -> Page[AuditItem]:
    """Return lines for a file, and note with the first of them who took what."""
    action = None if wanted.action is UNSET else wanted.action
    search = search_of(PageQuery(wanted.search, wanted.cursor))
    with call.context.database.read() as connection:
        items = list_audit(connection, action, replace(search, limit=EXPORTED_AT_ONCE))
    if wanted.cursor is UNSET:
        narrowed = " ".join(filter(None, (action and action.value, wanted.search)))
        with call.context.database.write() as connection:
            own = call.own_session.account.id
            note(connection, call.now, own, AuditAction.AUDIT_EXPORTED, narrowed, call.address)
    return Page(tuple(items), cursor_after(items, EXPORTED_AT_ONCE))


ROUTES = (Route(LIST_AUDIT, show), Route(EXPORT_AUDIT, export))
