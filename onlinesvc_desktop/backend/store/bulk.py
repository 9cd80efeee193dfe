# SPDX-License-Identifier: MIT
"""Many rows at once, past the expressions of SQLAlchemy, which cost ten times as much for each value."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

_CHUNK = 500
"""Values per IN list: one prepared statement serves most batches and stays below every engine's limit."""


def rows_where(
    connection: Connection, table: Table, column: str, values: Sequence[Any], columns: Sequence[str] = (), order: str = ""
) -> Iterator[Sequence[Any]]:
    """Yield the rows with one of some values in a column, as the driver gives them: a date of SQLite is text.

    Args:
        connection: to the database.
        table: ours, as are all names.
        column: in which the values stand.
        values: without doubles.
        columns: what is wanted of a row; all of the table when there is none.
        order: columns by which rows of one value are sorted.
    """
    mark = _mark(connection)
    wanted = ", ".join(columns or [one.name for one in table.columns])
    for first in range(0, len(values), _CHUNK):
        chunk = tuple(values[first : first + _CHUNK])
        marks = ", ".join([mark] * len(chunk))
        statement = f"SELECT {wanted} FROM {table.name} WHERE {column} IN ({marks})"  # noqa: S608 - our own names
        yield from connection.exec_driver_sql(f"{statement} ORDER BY {order}" if order else statement, chunk)


def insert_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows through the driver's own executemany: a tenth of the cost of an expression per row."""
    if rows:
        marks = ", ".join([_mark(connection)] * len(columns))
        statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])


def update_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write whole rows anew, each with its key as the first of its columns."""
    if rows:
        mark = _mark(connection)
        key, *others = columns
        settings = ", ".join(f"{name} = {mark}" for name in others)
        statement = f"UPDATE {table.name} SET {settings} WHERE {key} = {mark}"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, [(*row[1:], row[0]) for row in rows])


def next_ids(connection: Connection, *tables: Table) -> tuple[int, ...]:
    """Return the number after the last row of each table, for a writer who numbers rows and is the only one."""
    wanted = ", ".join(f"(SELECT coalesce(max(id), 0) + 1 FROM {table.name})" for table in tables)  # noqa: S608 - our own
    return tuple(connection.exec_driver_sql(f"SELECT {wanted}").one())


def go_on_numbering(connection: Connection, table: Table) -> None:
    """Let the database number rows after those written with numbers of their own; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.coalesce(func.max(table.c.id), 1))))


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.name == "sqlite" else "%s"
