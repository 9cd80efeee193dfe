# SPDX-License-Identifier: MIT
"""Write the invented carrier into an empty database, in one transaction, the same for the same seed and instant."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.passwords import Passwords
from onlinesvc_desktop.backend.points.store import TableReader, add_table
from onlinesvc_desktop.backend.rules.status import status_index
from onlinesvc_desktop.backend.sample.enterprises import (
    Enterprise,
    access_code_for,
    make_enterprises,
    passphrase,
    signer,
)
from onlinesvc_desktop.backend.sample.geography import CITIES, road_km
from onlinesvc_desktop.backend.sample.histories import DAY, event_row, make_history
from onlinesvc_desktop.backend.services.addresses.sample import add_sample, sample_addresses
from onlinesvc_desktop.backend.services.claims.sample import write_claims
from onlinesvc_desktop.backend.services.documents.sample import write_documents
from onlinesvc_desktop.backend.services.invoices.sample import write_invoices
from onlinesvc_desktop.backend.services.invoices.sample_kinds import write_kinds
from onlinesvc_desktop.backend.services.notices.sample import write_notices
from onlinesvc_desktop.backend.services.pickup.sample import Shipper, add_sample_pickups
from onlinesvc_desktop.backend.services.rate_quote.sample import sample_tariff
from onlinesvc_desktop.backend.services.rate_quote.store import add_tariff
from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.backend.store.accounts import NewAccount, add_account
from onlinesvc_desktop.backend.store.bulk import go_on_numbering, insert_rows
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.numbers import add_range
from onlinesvc_desktop.backend.store.tables import accounts
from onlinesvc_desktop.backend.store.tables import shipments as tables
from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.contract.autopro import CheckDigit
from onlinesvc_desktop.contract.codes import Language, Role

BATCH = 5_000
MAX_CODES = 12
_AUTOPRO_STEP = 48_271
_AUTOPRO_SPAN = 900_000_000
_FIRST_OWN, _LAST_OWN = 480_000_000, 480_999_999
"""Numbers for bills that are issued here; one that a shipment of the sample has is passed over."""
_EPOCH_DAY = date(1970, 1, 1)
_FUEL_PERCENT = 38.5
_ADDRESSES = 12
_TAX_PERCENT = {"QC": 14.975, "ON": 13.0, "NB": 15.0, "NS": 14.0, "MB": 5.0}


class NotEmptyError(Exception):
    """The database already holds shipments, customers or access codes; sample data never mixes with others."""


@dataclass(frozen=True, slots=True)
class SampleCode:
    """An access code of the sample with its password in clear, for printing once."""

    access_code: str
    password: str
    role: Role
    holder: Enterprise | None
    password_expired: bool

    @property
    def customer_number(self) -> str | None:
        """Number of the customer it belongs to."""
        return None if self.holder is None else self.holder.customer_number


@dataclass(frozen=True, slots=True)
class Sample:
    """What was written."""

    access_codes: tuple[SampleCode, ...]
    autopro_numbers: tuple[str, ...]


def plan_codes(rng: random.Random, enterprises: Sequence[Enterprise]) -> list[SampleCode]:
    """Return the access codes of a sample: customers, an administrator, and one whose password has expired."""
    holders = [one for one in enterprises if one.customer is not None][: MAX_CODES - 2]
    codes = []
    for ordinal, holder in enumerate([*holders, None, holders[0]], start=1):
        codes.append(
            SampleCode(
                access_code="ADMIN01" if holder is None else access_code_for(holder.name, ordinal),
                password=passphrase(rng),
                role=Role.ADMINISTRATOR if holder is None else Role.CUSTOMER,
                holder=holder,
                password_expired=ordinal == len(holders) + 2,
            )
        )
    return codes


def plan(rng: random.Random, count: int) -> tuple[list[Enterprise], list[SampleCode]]:
    """Return who is in a sample of a size; the same for the same seed."""
    customers = max(6, min(200, count // 250))
    enterprises = make_enterprises(rng, customers, max(24, min(5_000, count // 40)))
    return enterprises, plan_codes(rng, enterprises)


def write_sample(database: Database, count: int, seed: int, as_of: datetime, progress: Callable[[int], None]) -> Sample:
    """Write ``count`` shipments with all that belongs to them.

    Raises:
        NotEmptyError: there are shipments, customers or access codes already.
    """
    rng = random.Random(seed)
    enterprises, codes = plan(rng, count)
    with database.write() as connection:
        for table in (tables.shipments, accounts.customers, accounts.access_codes):
            if connection.execute(select(table.c.id).limit(1)).first() is not None:
                raise NotEmptyError
        _write_enterprises(connection, enterprises, as_of)
        _write_codes(connection, codes, as_of)
        for table in (tables.places, accounts.customers):
            go_on_numbering(connection, table)
        add_table(connection, sample_files(), as_of, None)
        numbers_of_customers = [one.customer_number for one in enterprises if one.customer_number is not None]
        tariff = sample_tariff(TableReader().newest(connection), numbers_of_customers, as_of.date())
        add_tariff(connection, tariff, as_of, None)
        add_range(connection, _FIRST_OWN, _LAST_OWN, CheckDigit.NONE, as_of, None)
        _write_address_books(connection, codes, enterprises, as_of)
        _write_pickups(connection, codes, as_of)
        numbers = _write_shipments(connection, rng, enterprises, count, int(as_of.timestamp()), progress)
        clerks = [code.access_code for code in codes if code.role is Role.CUSTOMER]
        write_claims(connection, clerks, as_of)
        write_invoices(connection, clerks, as_of)
        write_kinds(connection, clerks, write_documents(connection, clerks, as_of), as_of)
        write_notices(connection, clerks[-3:-1], as_of)
    return Sample(tuple(codes), tuple(numbers))


def _write_address_books(
    connection: Connection, codes: Sequence[SampleCode], enterprises: Sequence[Enterprise], as_of: datetime
) -> None:
    """Give each customer that somebody signs in for the addresses of others."""
    known = set[str]()
    for at, code in enumerate(codes):
        if code.holder is None or code.holder.name in known:
            continue
        known.add(code.holder.name)
        others = [one for one in enterprises if one is not code.holder][at : at + _ADDRESSES]
        places = [
            (one.name, one.address1, CITIES[one.city].name, CITIES[one.city].province, one.postal_code) for one in others
        ]
        add_sample(connection, code.access_code, list(sample_addresses(places)), as_of)


def _write_pickups(connection: Connection, codes: Sequence[SampleCode], as_of: datetime) -> None:
    """Give each customer that somebody signs in for pickups of the last days and of the next."""
    shippers = {
        code.holder.name: Shipper(code.access_code, _address_of(code.holder), "514-555-0142")
        for code in reversed(codes)
        if code.holder is not None
    }
    add_sample_pickups(connection, TableReader().newest(connection), [*reversed(shippers.values())], as_of)


def _address_of(holder: Enterprise) -> Address:
    city = CITIES[holder.city]
    return Address(holder.name, holder.address1, city.name, city.province, holder.postal_code, city.country)


def _write_enterprises(connection: Connection, enterprises: Sequence[Enterprise], as_of: datetime) -> None:
    places = [(index + 1, city.name, city.province, city.country) for index, city in enumerate(CITIES)]
    insert_rows(connection, tables.places, ("id", "city", "province", "country"), places)
    customers = [
        (one.customer, one.customer_number, one.name, one.language.value, int(as_of.timestamp()))
        for one in enterprises
        if one.customer is not None
    ]
    insert_rows(connection, accounts.customers, ("id", "number", "name", "language", "created_at"), customers)
    parties = [
        (index + 1, one.customer, one.name, one.address1, one.city + 1, one.postal_code)
        for index, one in enumerate(enterprises)
    ]
    columns = ("id", "customer_id", "name", "address1", "place_id", "postal_code")
    insert_rows(connection, tables.parties, columns, parties)


def _write_codes(connection: Connection, codes: Sequence[SampleCode], as_of: datetime) -> None:
    passwords = Passwords()
    for code in codes:
        account = NewAccount(
            code=code.access_code,
            role=code.role,
            customer_id=None if code.holder is None else code.holder.customer,
            password_hash=passwords.hash(code.password),
            password_changed_at=as_of - timedelta(days=130 if code.password_expired else 6),
            language=Language.ENGLISH if code.holder is None else code.holder.language,
            default_email=f"{code.access_code.lower()}@example.com",
        )
        add_account(connection, account, as_of)


class _Batch:
    """Rows gathered for one round of inserts."""

    def __init__(self) -> None:
        self.shipments: list[tuple[Any, ...]] = []
        self.events: list[tuple[Any, ...]] = []
        self.references: list[tuple[Any, ...]] = []
        self.owners: list[tuple[Any, ...]] = []

    def write(self, connection: Connection) -> None:
        """Insert the rows."""
        names = [column.name for column in tables.shipments.columns]
        insert_rows(connection, tables.shipments, names, self.shipments)
        insert_rows(connection, tables.events, [column.name for column in tables.events.columns], self.events)
        insert_rows(connection, tables.shipment_references, ("value", "type", "shipment_id"), self.references)
        insert_rows(connection, tables.customer_shipments, ("customer_id", "shipment_id"), self.owners)


def _write_shipments(
    connection: Connection,
    rng: random.Random,
    enterprises: Sequence[Enterprise],
    count: int,
    as_of: int,
    progress: Callable[[int], None],
) -> list[str]:
    customers = [index for index, one in enumerate(enterprises) if one.customer is not None]
    start = rng.randrange(_AUTOPRO_SPAN)
    bills = [one.first_bill for one in enterprises]
    numbers = []
    batch = _Batch()
    span = 45 * DAY
    for index in range(count):
        shipment = index + 1
        # Rows are in the order of booking, so that the newest has the highest row id.
        booked = as_of - span + int(span * (index + rng.random()) / count)
        owner, other = rng.choice(customers), rng.randrange(len(enterprises))
        if other == owner:
            other = (other + 1) % len(enterprises)
        shipper, consignee = (owner, other) if rng.random() < 0.7 else (other, owner)
        bill_to = rng.choices((shipper, consignee, rng.choice(customers)), weights=(65, 27, 8))[0]
        number = f"{100_000_000 + (start + index * _AUTOPRO_STEP) % _AUTOPRO_SPAN}"
        numbers.append(number)
        _add_shipment(batch, rng, shipment, number, enterprises, (shipper, consignee, bill_to), booked, as_of)
        sender = enterprises[shipper]
        batch.references.append((f"{sender.bill_prefix}{bills[shipper]}", "bill_of_lading", shipment))
        bills[shipper] += 1
        if rng.random() < 0.6:
            batch.references.append((f"PO{rng.randrange(10_000, max(99_999, 10 * count))}", "purchase_order", shipment))
        if rng.random() < 0.5:
            batch.references.append((f"C{40_000_000 + shipment}", "pickup", shipment))
        if rng.random() < 0.06:
            batch.references.append((f"PTR{rng.randrange(1_000_000, 9_999_999)}", "carrier_reference", shipment))
        if shipment % BATCH == 0:
            batch.write(connection)
            batch = _Batch()
            progress(shipment)
    batch.write(connection)
    progress(count)
    return numbers


def _add_shipment(
    batch: _Batch,
    rng: random.Random,
    shipment: int,
    number: str,
    enterprises: Sequence[Enterprise],
    roles: tuple[int, int, int],
    booked: int,
    as_of: int,
) -> None:
    shipper, consignee, bill_to = (enterprises[role] for role in roles)
    history = make_history(rng, shipper.city, consignee.city, booked, as_of)
    pieces = rng.choice((1, 1, 2, 2, 3, 4, 6, 8, 12, 18))
    weight_g = pieces * rng.randrange(300, 3_400) * 100
    kilometres = road_km(shipper.city, consignee.city)
    freight = int(max(6_500, weight_g / 1000 * (4.1 + kilometres * 0.011)))
    fuel = int(freight * _FUEL_PERCENT / 100)
    accessorials = rng.choice((0, 0, 0, 0, 4_590, 7_500, 11_250))
    tax_rate = _TAX_PERCENT.get(CITIES[consignee.city].province, 0.0)
    tax = round((freight + fuel + accessorials) * tax_rate / 100)
    current = history.steps[status_index([step.code for step in history.steps])]
    batch.shipments.append(
        (
            shipment,
            number,
            shipper.city + 1,
            consignee.city + 1,
            *(role + 1 for role in roles),
            pieces,
            weight_g,
            (_EPOCH_DAY + timedelta(days=history.estimated_day)).isoformat(),
            history.steps.index(current) + 1,
            signer(rng) if history.delivered else None,
            "CAD",
            freight,
            fuel,
            accessorials,
            tax,
        )
    )
    for sequence, step in enumerate(history.steps, start=1):
        batch.events.append(event_row(shipment, sequence, step, rng, as_of))
    owners = {one.customer for one in (shipper, consignee, bill_to) if one.customer is not None}
    batch.owners.extend((customer, shipment) for customer in sorted(owners))


def today(clock: Callable[[], datetime]) -> datetime:
    """Return the present instant cut to the minute, so that two runs of one seed differ as little as time does."""
    return clock().astimezone(UTC).replace(second=0, microsecond=0)
