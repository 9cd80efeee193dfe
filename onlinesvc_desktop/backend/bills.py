# SPDX-License-Identifier: MIT
"""How other services reach bills of lading: the service that issues them says how, and the registry hands it over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillState, IssuedBill, LabelQuery
from onlinesvc_desktop.contract.paper import Paper


@dataclass(frozen=True, slots=True)
class StandingBill:
    """A bill that was issued, with what is written in it."""

    row: int
    issued: IssuedBill
    state: BillState
    carrier: str
    """Who issued it, as it is printed."""
    units: int
    content: BillOfLading


@dataclass(frozen=True, slots=True)
class BillDesk:
    """What can be done with bills; whoever asks is the call's own customer, and the transaction the caller's."""

    checked: Callable[[Mapping[str, Any], datetime], BillOfLading]
    """Make a bill of values as JSON has them. Raises ``ApiError``, or msgspec's ``ValidationError`` for what is no value."""
    refuse: Callable[[Call, Connection, BillOfLading], None]
    """Raise the ``ApiError`` that issuing it would raise, but for numbers that have run out; nothing is written."""
    issue: Callable[[Call, Connection, BillOfLading], IssuedBill]
    """Issue a checked bill with its shipment; one that stands already just so is returned. Raises ``ApiError``."""
    cancel: Callable[[Call, Connection, str], None]
    """Cancel by bill number. Raises ``ApiError``: it does not stand any longer, or its goods were picked up."""
    find: Callable[[Connection, int, str], StandingBill | None]
    """Return a customer's bill by autopro number."""
    document: Callable[[Context, StandingBill], Paper]
    """Return its paper, the same bytes each time."""
    labels: Callable[[StandingBill, LabelQuery], Paper]
    """Return labels of units that it has."""
