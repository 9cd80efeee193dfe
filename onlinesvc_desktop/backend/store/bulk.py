# SPDX-License-Identifier: MIT
"""Many rows at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select


def insert_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows through the driver's own executemany: a tenth of the cost of an expression per row."""
    if rows:
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        marks = ", ".join([mark] * len(columns))
        statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])


def go_on_numbering(connection: Connection, table: Table) -> None:
    """Let the database number rows after those written with numbers of their own; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.coalesce(func.max(table.c.id), 1))))
