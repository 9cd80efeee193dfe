# SPDX-License-Identifier: MIT
"""Pickups, their steps, and recurring ones with the days that were dealt with."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from onlinesvc_desktop.backend.store.tables.metadata import BigKey, metadata

pickups = Table(
    "pickups",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("serial", BigInteger, nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id")),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("recurring_id", ForeignKey("recurring_pickups.id")),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("pickup_date", Date, nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("terminal", Text, nullable=False),
    Column("terminal_code", String(16), nullable=False),
    Column("driver", Text, nullable=False),
    Column("reason", String(24), nullable=False),
    Column("request", Text, nullable=False),
    Column("requested_at", BigInteger, nullable=False),
    Column("awaits_bills", Integer, nullable=False),
    Index("ix_pickups_customer_id", "customer_id"),
    Index("ix_pickups_access_code_id", "access_code_id"),
    Index("ix_pickups_pickup_date", "pickup_date"),
    Index("ix_pickups_awaits_bills", "awaits_bills"),
)
"""``serial`` is the confirmation number (``store.pickups``); ``request`` and ``terminal`` are messages of the contract;
``awaits_bills`` counts numbers of bills that no shipment has yet."""

pickup_steps = Table(
    "pickup_steps",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("pickup_id", ForeignKey("pickups.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("pickup_date", Date, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
)
"""States that a pickup came into, in the order of commits; one writer at a time appends."""

recurring_pickups = Table(
    "recurring_pickups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), index=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("request", Text, nullable=False),
    Column("next_day", Date),
    Column("due_at", BigInteger, index=True),
    Column("created_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
)

recurring_pickup_days = Table(
    "recurring_pickup_days",
    metadata,
    Column("recurring_id", ForeignKey("recurring_pickups.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("outcome", String(16), nullable=False),
    Column("pickup_id", ForeignKey("pickups.id")),
)
