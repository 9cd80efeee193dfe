# SPDX-License-Identifier: MIT
"""Every operation: one line for each module of messages."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Any, Final

from onlinesvc_desktop.contract import (
    access_codes,
    access_request,
    addresses,
    audit,
    bill_of_lading,
    claim_moves,
    claims,
    customers,
    dispute_files,
    documents,
    info,
    intake,
    intake_preview,
    intake_tables,
    invoice_desk,
    invoices,
    notices,
    number_blocks,
    open_work,
    outbox,
    partners,
    password_help,
    pickup,
    rate_quote,
    recurring_pickups,
    session,
    set_aside,
    shipment_report,
    statement_mail,
    tariff,
    templates,
    today,
    tracing,
    transit_times,
    user_profile,
    watch_list,
)
from onlinesvc_desktop.contract.operation import Operation

_MODULES: Final = (
    info,
    session,
    tracing,
    watch_list,
    notices,
    shipment_report,
    access_request,
    password_help,
    user_profile,
    addresses,
    templates,
    access_codes,
    customers,
    outbox,
    audit,
    intake,
    transit_times,
    intake_preview,
    intake_tables,
    pickup,
    recurring_pickups,
    open_work,
    today,
    rate_quote,
    tariff,
    bill_of_lading,
    number_blocks,
    partners,
    claims,
    claim_moves,
    invoices,
    dispute_files,
    invoice_desk,
    statement_mail,
    set_aside,
    documents,
)


def _operations_of(module: ModuleType) -> Iterator[Operation[Any]]:
    return (value for value in vars(module).values() if isinstance(value, Operation))


OPERATIONS: Final[tuple[Operation[Any], ...]] = tuple(one for module in _MODULES for one in _operations_of(module))
QUEUED: Final[Mapping[str, Operation[Any]]] = MappingProxyType({one.queued: one for one in OPERATIONS if one.queued})
"""What may wait until a backend can be reached, by its name in the files of such work."""
