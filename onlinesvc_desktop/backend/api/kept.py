# SPDX-License-Identifier: MIT
"""List, read, add, change and remove what clerks keep: the same five answers for every kind of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.listing import cursor_after, search_of
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.store import kept as store
from onlinesvc_desktop.backend.store.kept import Content, Kept, Shelf
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.kept import KeptPage, KeptQuery, RemovalQuery, Removed
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.operation import Operation

Body = TypeVar("Body", bound=msgspec.Struct)
Item = TypeVar("Item", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Shelves(Generic[Body, Item]):
    """One kind of entries: its messages, how many a book takes, and what an entry is found by."""

    kind: str
    body: type[Body]
    item: type[Item]
    most: int
    content_of: Callable[[Body], Content]

    def shelf(self, call: Call) -> Shelf:
        """Return what the asker sees of the kind."""
        return Shelf.of(self.kind, call.own_session.account)

    def item_of(self, entry: Kept) -> Item:
        """Return an entry as its message."""
        facts = {
            "id": entry.id,
            "version": entry.version,
            "changed_at": entry.changed_at,
            "changed_by": entry.changed_by,
            "own": entry.own,
        }
        body: dict[str, Any] = msgspec.json.decode(entry.body)
        return from_values(body | facts, self.item)

    def body_of(self, values: dict[str, Any]) -> Body:
        """Return the message of a request in the spelling that is kept.

        Raises:
            ApiError: fields are wrong.
        """
        body, problems = checked(self.body, values)
        if body is None:
            raise ApiError(ErrorCode.INVALID_FIELDS, problems)
        return body

    def show(self, call: Call, query: KeptQuery) -> KeptPage[Item]:
        """Return a page, or what changed since."""
        shelf = self.shelf(call)
        with call.context.database.read() as connection:
            if query.since is not UNSET:
                seen, gone, since, more = store.changes_since(connection, shelf, int(query.since))
                return KeptPage(tuple(map(self.item_of, seen)), str(since), removed=tuple(gone), more=more)
            since = store.last_change(connection, shelf)
            search = search_of(query)
            found = store.search_kept(connection, shelf, search.words, search.before, search.limit)
        return KeptPage(tuple(map(self.item_of, found)), str(since), cursor_after(found, query.limit))

    def read(self, call: Call, _: None) -> Item:
        """Return one entry.

        Raises:
            ApiError: there is none that the asker may see.
        """
        with call.context.database.read() as connection:
            entry = store.find_kept(connection, self.shelf(call), int(call.path["id"]))
        if entry is None or entry.removed:
            raise ApiError(ErrorCode.NOT_FOUND)
        return self.item_of(entry)

    def add(self, operation: Operation[Item], call: Call, request: Body) -> Item:
        """Write an entry.

        Raises:
            ApiError: fields are wrong, the code is taken, the book is full.
        """
        shelf = self.shelf(call)
        content = self.content_of(self.body_of(msgspec.to_builtins(request)))

        def create(connection: Connection) -> Item:
            if store.count_kept(connection, shelf) >= self.most:
                raise field_error("", FieldCode.TOO_MANY, maximum=self.most)
            self._refuse_taken(connection, shelf, content)
            return self.item_of(store.add_one(connection, shelf, content, call.now))

        return answer_once(call, operation, request, create)

    def change(self, operation: Operation[Item], call: Call, request: msgspec.Struct) -> Item:
        """Write an entry anew, if the version that was changed still stands; what says nothing new changes nothing.

        Raises:
            ApiError: fields are wrong, there is none, somebody was quicker, or a colleague's is to be made private.
        """
        shelf = self.shelf(call)
        values = msgspec.to_builtins(request)
        version = values.pop("version")
        content = self.content_of(self.body_of(values))

        def create(connection: Connection) -> Item:
            entry = self._find(call, connection, shelf)
            if not entry.removed and entry.body == content.body:
                return self.item_of(entry)
            self._refuse_older(entry, version)
            if not content.shared and not entry.own:
                raise ApiError(ErrorCode.FORBIDDEN)
            self._refuse_taken(connection, shelf, content, entry.id)
            (changed,) = store.change_kept(connection, shelf, [(entry, content)], call.now)
            return self.item_of(changed)

        return answer_once(call, operation, request, create)

    def remove(self, operation: Operation[Removed], call: Call, query: RemovalQuery) -> Removed:
        """Take an entry out, if the version that was looked at still stands.

        Raises:
            ApiError: there is none, or somebody changed it meanwhile.
        """
        shelf = self.shelf(call)

        def create(connection: Connection) -> Removed:
            entry = self._find(call, connection, shelf)
            if entry.removed:
                return Removed(entry.id, entry.version)
            self._refuse_older(entry, query.version)
            store.remove_kept(connection, shelf, entry, call.now)
            return Removed(entry.id, entry.version + 1)

        return answer_once(call, operation, query, create)

    def _find(self, call: Call, connection: Connection, shelf: Shelf) -> Kept:
        entry = store.find_kept(connection, shelf, int(call.path["id"]))
        if entry is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        return entry

    def _refuse_older(self, entry: Kept, version: int) -> None:
        if entry.version != version:
            current = Removed(entry.id, entry.version) if entry.removed else self.item_of(entry)
            raise ApiError(ErrorCode.CHANGED_MEANWHILE, current=current)

    def _refuse_taken(self, connection: Connection, shelf: Shelf, content: Content, but: int = 0) -> None:
        if content.code and content.shared and store.code_is_taken(connection, shelf, content.code, but):
            raise field_error("/code", FieldCode.TAKEN)
