# SPDX-License-Identifier: MIT
"""Requests that an administrator decides, each kind in a table of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, Row, Select, Table, func, insert, select, update

from onlinesvc_desktop.backend.passwords import random_letters
from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.accounts import access_codes
from onlinesvc_desktop.backend.store.times import from_seconds, to_seconds
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.decisions import Decision, RequestState, Resemblance
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.problem import FieldProblem

_DECIDER = access_codes.alias("decider")
_SUBJECT = access_codes.alias("subject")


class RequestItem(Protocol):
    """What every listed request has."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def reference(self) -> str:
        """What it is called towards whoever asked."""

    @property
    def state(self) -> RequestState:
        """What became of it."""

    @property
    def company(self) -> str:
        """The enterprise it comes from."""

    @property
    def email(self) -> str:
        """Where its answer goes."""

    @property
    def language(self) -> Language:
        """The language of its answer."""

    @property
    def resembles(self) -> Resemblance | UnsetType:
        """Who looks like the same person or enterprise."""


Message = TypeVar("Message", bound=msgspec.Struct)
Item = TypeVar("Item", bound=RequestItem)


@dataclass(frozen=True, slots=True)
class RequestTable(Generic[Message, Item]):
    """One kind of request: ``message`` is what is asked, ``item`` how it is listed, with a column for each member.

    ``kind`` is its name in bundles and is never renamed.
    """

    kind: str
    table: Table
    prefix: str
    message: type[Message]
    item: Callable[..., Item]
    name_of: Callable[[Item], str]
    searched: tuple[str, ...]

    def checked(self, request: Message) -> tuple[Message, tuple[FieldProblem, ...]]:
        """Return a request as it is kept, and what is wrong with it."""
        kept, problems = check(self.message, msgspec.to_builtins(request))
        return (request if problems else from_values(kept, self.message)), problems

    def add(self, connection: Connection, request: Message, now: datetime) -> str:
        """Write a request and return its reference."""
        reference = f"{self.prefix}-{random_letters(6)}"
        values = msgspec.to_builtins(request) | {"reference": reference, "state": RequestState.PENDING.value}
        connection.execute(insert(self.table).values(**values, submitted_at=to_seconds(now)))
        return reference

    def find(self, connection: Connection, row_id: int) -> Item | None:
        """Return one request."""
        row = connection.execute(self._items().where(self.table.c.id == row_id)).first()
        return None if row is None else self._item(row)

    def list(self, connection: Connection, state: RequestState | None, search: Search) -> list[Item]:
        """Return requests that contain every word, the newest first."""
        statement = self._items() if state is None else self._items().where(self.table.c.state == state.value)

        def text_of(row: Row[Any]) -> str:
            return " ".join(str(getattr(row, name) or "") for name in ("reference", *self.searched, "subject"))

        return [self._item(row) for row in search_rows(connection, statement, self.table.c.id, text_of, search)]

    def decide(
        self,
        connection: Connection,
        row_id: int,
        state: RequestState,
        decided_by: int | None,
        now: datetime,
        *,
        reason: str = "",
        access_code_id: int | None = None,
    ) -> bool:
        """Decide a pending request; False when somebody has. Another side decides without an access code of ours."""
        decided = connection.execute(
            update(self.table)
            .where(self.table.c.id == row_id, self.table.c.state == RequestState.PENDING.value)
            .values(
                state=state.value,
                decided_at=to_seconds(now),
                decided_by_id=decided_by,
                decision_reason=reason,
                access_code_id=access_code_id,
            )
        )
        return decided.rowcount == 1

    def count_pending(self, connection: Connection) -> int:
        """Return how many wait for a decision."""
        waiting = self.table.c.state == RequestState.PENDING.value
        return int(connection.execute(select(func.count()).select_from(self.table).where(waiting)).scalar_one())

    def _items(self) -> Select[Any]:
        return (
            select(self.table, _DECIDER.c.code.label("decided_by"), _SUBJECT.c.code.label("subject"))
            .outerjoin(_DECIDER, self.table.c.decided_by_id == _DECIDER.c.id)
            .outerjoin(_SUBJECT, self.table.c.access_code_id == _SUBJECT.c.id)
        )

    def _item(self, row: Row[Any]) -> Item:
        decision: Decision | UnsetType = UNSET
        if row.decided_at is not None:
            at, reason = from_seconds(row.decided_at), row.decision_reason or ""
            decision = Decision(at, row.decided_by or "", row.subject or "", reason)
        members = {name: getattr(row, name) for name in self.message.__struct_fields__}
        members |= {"language": Language(row.language), "state": RequestState(row.state), "decision": decision}
        return self.item(id=row.id, reference=row.reference, submitted_at=from_seconds(row.submitted_at), **members)
