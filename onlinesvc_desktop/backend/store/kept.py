# SPDX-License-Identifier: MIT
"""What clerks keep for the next time: read, searched, written with a version each, asked for what changed since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.tables.kept import kept_books, kept_entries
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.backend.store.upsert import upsert
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.kept import MOST_CHANGES

_ROW = kept_entries.c
_WRITTEN = ("shared", "code", "match_key", "folded", "body")
_INSERTED = (
    *("kind", "book", "access_code_id"),
    *(*_WRITTEN, "version", "change", "changed_at", "changed_by", "removed"),
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of entries of one book, as an access code sees it."""

    kind: str
    book: int
    account_id: int
    access_code: str

    @classmethod
    def of(cls, kind: str, account: Account) -> "Shelf":
        """Return the shelf of an account: its customer's, or its own."""
        return cls(kind, -account.id if account.customer_id is None else account.customer_id, account.id, account.code)

    @property
    def is_here(self) -> ColumnElement[bool]:
        """What the book holds of the kind, whoever may see it, removed or not."""
        return and_(_ROW.kind == self.kind, _ROW.book == self.book)

    @property
    def is_seen(self) -> ColumnElement[bool]:
        """What the access code may see, removed or not."""
        return and_(self.is_here, or_(_ROW.shared, _ROW.access_code_id == self.account_id))


@dataclass(frozen=True, slots=True)
class Content:
    """What is written of an entry: its message as JSON, and what it is found and compared by."""

    body: str
    text: str
    shared: bool = True
    code: str = ""
    match_key: str = ""

    def values(self) -> dict[str, Any]:
        """Return the columns."""
        code = folded(self.code) if self.shared and self.code else None
        cells = (self.shared, code, self.match_key or None, folded(self.text), self.body)
        return dict(zip(_WRITTEN, cells, strict=True))


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as it stands."""

    id: int
    version: int
    body: str
    changed_at: datetime
    changed_by: str
    own: bool
    removed: bool


def _kept(shelf: Shelf, row: Row[Any]) -> Kept:
    own = row.access_code_id == shelf.account_id
    return Kept(row.id, row.version, row.body, from_seconds(row.changed_at), row.changed_by, own, row.removed)


def search_kept(connection: Connection, shelf: Shelf, words: str, before: int, limit: int) -> list[Kept]:
    """Return entries in which every word stands, the newest first."""
    statement = select(kept_entries).where(shelf.is_seen, _ROW.removed.is_(False), _ROW.id < before)
    for word in folded(words).split():
        statement = statement.where(_ROW.folded.contains(word, autoescape=True))
    return [_kept(shelf, row) for row in connection.execute(statement.order_by(_ROW.id.desc()).limit(limit))]


def find_kept(connection: Connection, shelf: Shelf, entry_id: int) -> Kept | None:
    """Return an entry, also one that was removed, and hold it inside a transaction until its end."""
    row = connection.execute(select(kept_entries).where(shelf.is_seen, _ROW.id == entry_id).with_for_update()).first()
    return None if row is None else _kept(shelf, row)


def all_kept(connection: Connection, shelf: Shelf) -> list[tuple[Kept, str | None, str | None]]:
    """Return everything the access code sees, with key and folded code of each, the oldest first."""
    rows = connection.execute(select(kept_entries).where(shelf.is_seen, _ROW.removed.is_(False)).order_by(_ROW.id))
    return [(_kept(shelf, row), row.match_key, row.code) for row in rows]


def count_kept(connection: Connection, shelf: Shelf) -> int:
    """Return how many entries the book holds of the kind."""
    statement = select(func.count()).select_from(kept_entries).where(shelf.is_here, _ROW.removed.is_(False))
    return int(connection.execute(statement).scalar_one())


def code_is_taken(connection: Connection, shelf: Shelf, code: str, but: int = 0) -> bool:
    """Tell whether another entry of the book has a code."""
    statement = select(_ROW.id).where(shelf.is_here, _ROW.code == folded(code), _ROW.id != but)
    return connection.execute(statement).first() is not None


def last_change(connection: Connection, shelf: Shelf) -> int:
    """Return the number of the last change."""
    statement = select(kept_books.c.change).where(kept_books.c.book == shelf.book, kept_books.c.kind == shelf.kind)
    return int(connection.execute(statement).scalar() or 0)


def changes_since(connection: Connection, shelf: Shelf, since: int) -> tuple[list[Kept], list[int], int, bool]:
    """Return what changed, the rows that are gone or no longer to be seen, where to go on, and whether there is more."""
    statement = select(kept_entries).where(shelf.is_here, _ROW.change > since).order_by(_ROW.change)
    if since == 0:
        statement = statement.where(_ROW.removed.is_(False))
    rows = connection.execute(statement.limit(MOST_CHANGES)).all()
    seen, gone = list[Kept](), list[int]()
    for row in rows:
        if row.removed or not (row.shared or row.access_code_id == shelf.account_id):
            gone.append(row.id)
        else:
            seen.append(_kept(shelf, row))
    return seen, gone if since else [], rows[-1].change if rows else since, len(rows) == MOST_CHANGES


def add_kept(connection: Connection, shelf: Shelf, contents: Sequence[Content], now: datetime) -> None:
    """Write new entries."""
    first = _claim_changes(connection, shelf, len(contents))
    at = to_seconds(now)
    insert_rows(
        connection,
        kept_entries,
        _INSERTED,
        [
            (
                *(shelf.kind, shelf.book, shelf.account_id),
                *content.values().values(),
                *(1, change, at, shelf.access_code, False),
            )
            for change, content in enumerate(contents, start=first)
        ],
    )


def add_one(connection: Connection, shelf: Shelf, content: Content, now: datetime) -> Kept:
    """Write a new entry and return it."""
    change = _claim_changes(connection, shelf, 1)
    written = connection.execute(
        insert(kept_entries).values(
            kind=shelf.kind,
            book=shelf.book,
            access_code_id=shelf.account_id,
            version=1,
            change=change,
            changed_at=to_seconds(now),
            changed_by=shelf.access_code,
            removed=False,
            **content.values(),
        )
    )
    assert written.inserted_primary_key is not None
    return Kept(
        int(written.inserted_primary_key[0]),
        1,
        content.body,
        _to_the_second(now),
        shelf.access_code,
        own=True,
        removed=False,
    )


def change_kept(connection: Connection, shelf: Shelf, changed: Iterable[tuple[Kept, Content]], now: datetime) -> list[Kept]:
    """Write entries anew; one that was removed is there again."""
    pairs = list(changed)
    first = _claim_changes(connection, shelf, len(pairs))
    for change, (entry, content) in enumerate(pairs, start=first):
        _write(connection, shelf, entry, change, now, removed=False, **content.values())
    return [
        Kept(entry.id, entry.version + 1, content.body, _to_the_second(now), shelf.access_code, entry.own, removed=False)
        for entry, content in pairs
    ]


def remove_kept(connection: Connection, shelf: Shelf, entry: Kept, now: datetime) -> None:
    """Take an entry out of the book; it is kept under its number until it is forgotten, and its code is free."""
    change = _claim_changes(connection, shelf, 1)
    _write(connection, shelf, entry, change, now, removed=True, code=None)


def _write(connection: Connection, shelf: Shelf, entry: Kept, change: int, now: datetime, **values: Any) -> None:
    values |= {"version": entry.version + 1, "change": change, "changed_at": to_seconds(now)}
    values["changed_by"] = shelf.access_code
    connection.execute(update(kept_entries).where(_ROW.id == entry.id).values(**values))


def _claim_changes(connection: Connection, shelf: Shelf, count: int) -> int:
    """Return the first of ``count`` numbers of changes; whoever comes next waits until this transaction ends."""
    row = {"book": shelf.book, "kind": shelf.kind, "change": count}
    claimed = connection.execute(
        upsert(kept_books, connection.dialect.name)
        .values(**row)
        .on_conflict_do_update(index_elements=["book", "kind"], set_={"change": kept_books.c.change + count})
        .returning(kept_books.c.change)
    ).scalar_one()
    return int(claimed) - count + 1


def _to_the_second(now: datetime) -> datetime:
    """Return a moment as it is kept."""
    return from_seconds(to_seconds(now))
