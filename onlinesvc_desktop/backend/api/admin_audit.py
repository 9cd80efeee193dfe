# SPDX-License-Identifier: MIT
"""The audit log, to be read only."""

from msgspec import UNSET

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.operation import Access, Call, Operation
from onlinesvc_desktop.backend.store.audit import list_audit
from onlinesvc_desktop.contract import routes
from onlinesvc_desktop.contract.administration import AuditPage, AuditQuery


def show(call: Call, query: AuditQuery) -> AuditPage:
    """Return a page of the audit log."""
    action = None if query.action is UNSET else query.action
    with call.context.database.read() as connection:
        items = list_audit(connection, action, search_of(query))
    return AuditPage(tuple(items), cursor_after(items, query.limit))


OPERATIONS = (
    Operation(
        "GET",
        routes.ADMIN_AUDIT,
        "listAudit",
        "Who did what, when and from where",
        show,
        access=Access.ADMINISTRATOR,
        query=AuditQuery,
        answer=AuditPage,
    ),
)
