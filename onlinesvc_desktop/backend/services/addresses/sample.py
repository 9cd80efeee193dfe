# SPDX-License-Identifier: MIT
"""Addresses of the invented carrier's customers: whom they ship to, some with hours and instructions."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.services.addresses.store import content_of
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.kept import Shelf, add_kept
from onlinesvc_desktop.contract.addresses import AddressBody

_HOURS = (("07:00", "15:30"), ("08:00", "16:30"), ("", ""))
_INSTRUCTIONS = ("Call one hour before delivery.", "Sonner au quai 4.", "", "Ring at the side door.", "")


def sample_addresses(places: Sequence[tuple[str, str, str, str, str]]) -> Iterator[AddressBody]:
    """Yield an entry for each place, given as name, street, city, province and postal code; country by the province."""
    for at, (name, address1, city, province, postal_code) in enumerate(places):
        opens, closes = _HOURS[at % len(_HOURS)]
        yield AddressBody(
            name=name,
            address1=address1,
            city=city,
            province=province,
            postal_code=postal_code,
            country="US" if postal_code[0].isdigit() else "CA",
            code=f"S{at + 1:03d}",
            dock=at % 3 == 0,
            tailgate=at % 4 == 1,
            instructions=_INSTRUCTIONS[at % len(_INSTRUCTIONS)],
            accessorials=("TGDL",) if at % 4 == 1 else (),
            opens=opens or UNSET,
            closes=closes or UNSET,
        )


def add_sample(connection: Connection, access_code: str, bodies: Sequence[AddressBody], now: datetime) -> None:
    """Fill the book of an access code's customer."""
    account = find_account(connection, access_code)
    if account is not None:
        add_kept(connection, Shelf.of("address", account), [content_of(body) for body in bodies], now)
