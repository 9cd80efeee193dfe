# SPDX-License-Identifier: MIT
"""Statements that are asked with every request: compiled once, run past SQLAlchemy, fetched whole.

Running a compiled statement costs SQLAlchemy several times what the engine needs for an indexed look-up, and sqlite3 gives
the interpreter lock away at every single row (docs/scaling.md has the figures). Everything else goes through SQLAlchemy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Select

Row = Sequence[Any]
_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement as one driver takes it."""

    text: str
    positions: tuple[str, ...] | None
    fixed: dict[str, Any]
    conversions: tuple[tuple[int, _Convert], ...]

    def rows(self, connection: Connection, given: dict[str, Any]) -> Sequence[Row] | None:
        """Return the rows as the driver gives them; None when it has to be asked another way."""
        values = None if self.positions is None else tuple(given[name] for name in self.positions)
        if connection.dialect.is_async:
            from onlinesvc_desktop.backend.store.loop_reader import rows_on_loop

            return rows_on_loop(connection, self.text, values or ())
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self.text, given if values is None else values)
            found: Sequence[Row] = cursor.fetchall()
        finally:
            cursor.close()
        return found


class Prepared:
    """A statement whose parameters are texts, numbers or bytes, none of them a list."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, bool], _Compiled] = {}

    def rows(self, connection: Connection, **values: Any) -> Sequence[Row]:
        """Return every row.

        Raises:
            sqlalchemy.exc.DBAPIError: as from SQLAlchemy, which runs what the driver refused once more to word it.
        """
        dialect = connection.dialect
        compiled = self._compiled.get((dialect.name, dialect.is_async)) or self._compile(dialect)
        given = compiled.fixed | values
        driver: Any = dialect.dbapi
        try:
            found = compiled.rows(connection, given)
        except driver.Error:
            found = None
        if found is None:
            return connection.execute(self._statement, values).all()
        if not compiled.conversions:
            return found
        return [_converted(row, compiled.conversions) for row in found]

    def first(self, connection: Connection, **values: Any) -> Row | None:
        """Return the first row, None without one."""
        found = self.rows(connection, **values)
        return found[0] if found else None

    def _compile(self, dialect: Dialect) -> _Compiled:
        kind: Any = type(dialect)
        # The driver of the event loop is asked past its cursors, which alone know another style of parameters.
        compiled = self._statement.compile(dialect=kind(paramstyle="numeric_dollar") if dialect.is_async else dialect)
        positions = getattr(compiled, "positiontup", None)
        conversions = []
        for at, column in enumerate(self._statement.selected_columns):
            convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if convert is not None:
                conversions.append((at, convert))
        made = _Compiled(
            str(compiled), None if positions is None else tuple(positions), dict(compiled.params), tuple(conversions)
        )
        self._compiled[dialect.name, dialect.is_async] = made
        return made


def _converted(row: Row, conversions: Sequence[tuple[int, _Convert]]) -> Row:
    values = list(row)
    for at, convert in conversions:
        values[at] = convert(values[at])
    return values
