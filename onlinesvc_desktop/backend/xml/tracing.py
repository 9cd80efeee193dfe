# SPDX-License-Identifier: MIT
"""``POST /xml/tracing``: a customer's own program traces up to ten numbers with its company key (domain.md 1.2, 1.13)."""

from onlinesvc_desktop.backend.api.problems import wait_first
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.closing import standing_of
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import Standing
from onlinesvc_desktop.backend.shipments import matches_of, normalised
from onlinesvc_desktop.backend.store.accounts import Account, OpenSession
from onlinesvc_desktop.backend.store.shipments import delivered_at
from onlinesvc_desktop.backend.xml.door import Door, account_of_customer, customer_of
from onlinesvc_desktop.backend.xml.request import REQUEST, XmlTracingRequest, read_request
from onlinesvc_desktop.backend.xml.response import RESULTS, XmlTrace, results
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerItem

TRACING = Door("/xml/tracing", REQUEST, RESULTS)


def trace(context: Context, body: bytes, address: str) -> bytes:
    """Answer a tracing request."""
    request, now = read_request(body), context.clock()
    customer = customer_of(context, CompanyKey(request.requestor, request.authorization), address)
    account = _account(context, request, customer, address)
    wait_first(context.company_traces.take(request.requestor, len(request.items), now))
    call = Call(context, now, address, {}, None if account is None else OpenSession(0, now, now, account))
    stored = [normalised(request.kind, item) for item in request.items]
    with context.database.read() as connection:
        matches = matches_of(call, connection, request.kind, sorted({one for one in stored if one is not None}))
        found = {shipment.autopro_number for shipments in matches.values() for shipment in shipments}
        deliveries = delivered_at(connection, sorted(found))
    traces = [
        XmlTrace(item, shipment, None if shipment is None else deliveries.get(shipment.autopro_number))
        for item, value in zip(request.items, stored, strict=True)
        for shipment in matches.get(value or "", (None,))
    ]
    twelve_hours = any(key.twelve_hours for key in customer.company_keys if key.requestor == request.requestor)
    return results(traces, request.language or customer.language, twelve_hours)


def _account(context: Context, request: XmlTracingRequest, customer: CustomerItem, address: str) -> Account | None:
    """Return whose facts may be added: a login of the key's own customer; without one only what anyone may see."""
    if not request.login and not request.password:
        return None
    account = account_of_customer(context, customer, request.login, request.password, address)
    if standing_of(context, account, context.clock()) is not Standing.MAY_ACT:
        raise PermissionError("this login may not be used at present: sign in to Online Services to see why")
    return account
