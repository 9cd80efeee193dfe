# SPDX-License-Identifier: MIT
"""Make a PostgreSQL database of a sample many times as large, in the database: copies with numbers of their own."""

from typing import LiteralString

import psycopg
from psycopg import Connection
from psycopg.rows import TupleRow
from psycopg.sql import SQL, Identifier, Literal

_TABLES = ("shipments", "events", "shipment_references", "customer_shipments")
_CONSTRAINTS: LiteralString = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype = 'f' FROM pg_constraint
    WHERE (conrelid = ANY(%(tables)s::regclass[]) OR confrelid = ANY(%(tables)s::regclass[])) AND contype IN ('p', 'u', 'f')
    ORDER BY contype <> 'f', contype <> 'u'
"""
"""Foreign keys first, which hold the others."""
_INDEXES: LiteralString = """
    SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = ANY(%(tables)s) AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""
_COLUMNS: LiteralString = """
    SELECT column_name FROM information_schema.columns WHERE table_name = %s AND NOT column_name = ANY(%s)
    ORDER BY ordinal_position
"""
_COPIES: tuple[tuple[str, LiteralString], ...] = (
    ("shipments", "SELECT id + {by}, lpad((id + {by})::text, 9, '0'), {rest} FROM made_shipments"),
    ("events", "SELECT shipment_id + {by}, {rest} FROM made_events"),
    ("shipment_references", "SELECT shipment_id + {by}, value || {by}, {rest} FROM made_shipment_references"),
    ("customer_shipments", "SELECT shipment_id + {by}, {rest} FROM made_customer_shipments"),
)
"""Autopro numbers of the sample have no zero in front."""
_NUMBERED = {"shipments": ("id", "autopro_number"), "shipment_references": ("shipment_id", "value")}


def multiply(url: str, times: int) -> None:
    """Add copies of every shipment until there are so many times as many; keys and indexes are made anew at the end."""
    names = {"tables": list(_TABLES)}
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        constraints = connection.execute(_CONSTRAINTS, names).fetchall()
        indexes = connection.execute(_INDEXES, names).fetchall()
        for table, name, _definition, _is_foreign in constraints:
            connection.execute(SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(Identifier(table), Identifier(name)))
        for name, _definition in indexes:
            connection.execute(SQL("DROP INDEX {}").format(Identifier(name)))
        for table in _TABLES:
            copy = Identifier(f"made_{table}")
            connection.execute(SQL("CREATE TEMP TABLE {} AS SELECT * FROM {}").format(copy, Identifier(table)))
        (made,) = connection.execute("SELECT max(id) FROM made_shipments").fetchone() or (0,)
        for copy_number in range(1, times):
            _add_copy(connection, copy_number * made)
        for table, name, definition, is_foreign in reversed(constraints):
            # What was copied refers to what is there: to look it all through would take longer than to make it.
            unproven = " NOT VALID" if is_foreign else ""
            statement = SQL("ALTER TABLE {} ADD CONSTRAINT {} ").format(Identifier(table), Identifier(name))
            connection.execute(statement + SQL(f"{definition}{unproven}"))
        for _name, definition in indexes:
            connection.execute(definition)
        connection.execute("SELECT setval(pg_get_serial_sequence('shipments', 'id'), max(id)) FROM shipments")
        connection.execute("VACUUM ANALYZE")


def _add_copy(connection: Connection[TupleRow], by: int) -> None:
    for table, statement in _COPIES:
        numbered = _NUMBERED.get(table, ("shipment_id",))
        rest = [name for (name,) in connection.execute(_COLUMNS, (table, list(numbered))).fetchall()]
        columns = SQL(", ").join(map(Identifier, (*numbered, *rest)))
        chosen = SQL(statement).format(by=Literal(by), rest=SQL(", ").join(map(Identifier, rest)))
        connection.execute(SQL("INSERT INTO {} ({}) ").format(Identifier(table), columns) + chosen)
