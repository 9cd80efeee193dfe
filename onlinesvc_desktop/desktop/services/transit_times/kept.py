# SPDX-License-Identifier: MIT
"""The last table of transit times, kept on this workstation with its age; public facts only."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.transit_times import TransitTime

_TABLE = "table"


class Answered(msgspec.Struct, frozen=True):
    """A destination as it was asked, and the answer; None when it is not served."""

    destination: str
    time: TransitTime | None
    suggestions: tuple[str, ...] = ()


class KeptTable(msgspec.Struct, frozen=True):
    """What was asked and answered, and when."""

    origin: str
    ship_date: date
    fetched_at: datetime
    rows: tuple[Answered, ...]


def values_of(table: KeptTable) -> dict[str, str]:
    """Return a table as the values of a draft."""
    return {_TABLE: msgspec.json.encode(table).decode()}


def table_of(values: Mapping[str, str]) -> KeptTable | None:
    """Return the table of a draft; one that cannot be read counts as none."""
    try:
        return from_json(values.get(_TABLE, ""), KeptTable)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
