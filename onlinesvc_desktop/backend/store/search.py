# SPDX-License-Identifier: MIT
"""Search of the administrator's lists: without case and accents, the same on every database, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

from onlinesvc_desktop.contract.folding import folded

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Search:
    """Words that must all occur, the row to go on below, and how many rows are wanted."""

    words: str
    before: int
    limit: int


def search_rows(
    connection: Connection,
    statement: Select[Any],
    key: ColumnElement[int],
    text_of: Callable[[Row[Any]], str],
    search: Search,
) -> list[Row[Any]]:
    """Return rows whose text contains every word, the newest first; an ampersand or a dash alone is no word."""
    words = [word for word in folded(search.words).split() if any(character.isalnum() for character in word)]
    chunk = _CHUNK if words else search.limit
    before, found = search.before, list[Row[Any]]()
    while True:
        rows = connection.execute(statement.where(key < before).order_by(key.desc()).limit(chunk)).all()
        for row in rows:
            text = folded(text_of(row)) if words else ""
            if all(word in text for word in words):
                found.append(row)
                if len(found) == search.limit:
                    return found
        if len(rows) < chunk:
            return found
        before = rows[-1].id
