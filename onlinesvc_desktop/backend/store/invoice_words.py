# SPDX-License-Identifier: MIT
"""The words that invoices are found by: each begins with what is typed, so that an index answers whatever there is."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, literal, select, union_all

from onlinesvc_desktop.backend.store.bulk import insert_rows
from onlinesvc_desktop.backend.store.search import Search
from onlinesvc_desktop.backend.store.tables.accounts import customers
from onlinesvc_desktop.backend.store.tables.invoices import invoice_words, invoices
from onlinesvc_desktop.contract.folding import folded, unspaced

NO_CUSTOMER = 0
_LONGEST = 40
_AROUND = ".,;:()'\"!?-/&"
_HIGHEST = "\U0010ffff"
_FEW = 1_000
"""Invoices with a word that are looked at one by one; more are so many that the newest of them are soon found."""
_CHUNK = 500


def words_of(text: str) -> list[str]:
    """Return the words of a text: each as it stands, and its parts between signs."""
    found = set[str]()
    for word in folded(text).split():
        parts = "".join(one if one.isalnum() else " " for one in word).split()
        found |= {word.strip(_AROUND)[:_LONGEST], *(part[:_LONGEST] for part in parts)}
    return sorted(found - {""})


def folded_words(words: Iterable[str]) -> str:
    """Return words as the column of an invoice holds them: a space before each."""
    return f" {' '.join(words)}"


def keep_words(connection: Connection, told: Iterable[tuple[int, int | None, Sequence[str]]]) -> None:
    """Write the words of invoices that have none yet; each by row, customer and words."""
    rows = [(customer or NO_CUSTOMER, word, row_id) for row_id, customer, words in told for word in words]
    insert_rows(connection, invoice_words, ("customer_id", "word", "invoice_id"), rows)


def forget_words(connection: Connection, invoice_ids: Collection[int]) -> None:
    """Forget the words of invoices that are told anew."""
    connection.execute(delete(invoice_words).where(invoice_words.c.invoice_id.in_(invoice_ids)))


def search_invoices(
    connection: Connection, statement: Select[Any], customer_id: int | None, search: Search
) -> list[Row[Any]]:
    """Return invoices of which some word begins with each word that is looked for, the newest first."""
    wanted = [word.strip(_AROUND)[:_LONGEST] for word in folded(unspaced(search.words)).split()]
    wanted = [word for word in wanted if any(one.isalnum() for one in word)]
    fitting = [invoices.c.folded.contains(f" {word}", autoescape=True) for word in wanted]
    statement = statement.where(invoices.c.id < search.before, *fitting).order_by(invoices.c.id.desc())
    few = _few(connection, customer_id, wanted)
    if few is None:
        return list(connection.execute(statement.limit(search.limit)))
    ids, found = sorted((one for one in few if one < search.before), reverse=True), list[Row[Any]]()
    for start in range(0, len(ids), _CHUNK):
        rows = statement.where(invoices.c.id.in_(ids[start : start + _CHUNK])).limit(search.limit - len(found))
        found += connection.execute(rows)
        if len(found) >= search.limit:
            break
    return found


def _few(connection: Connection, customer_id: int | None, wanted: Sequence[str]) -> set[int] | None:
    """Return the invoices that the rarest words leave; None where every word is frequent."""
    left: set[int] | None = None
    for word in wanted:
        rows = select(invoice_words.c.invoice_id).where(
            _of(customer_id), invoice_words.c.word >= word, invoice_words.c.word < word + _HIGHEST
        )
        ids = connection.execute(rows.limit(_FEW + 1)).scalars().all()
        if len(ids) <= _FEW:
            left = set(ids) if left is None else left & set(ids)
    return left


def _of(customer_id: int | None) -> ColumnElement[bool]:
    if customer_id is not None:
        return invoice_words.c.customer_id == customer_id
    everybody = union_all(select(customers.c.id), select(literal(NO_CUSTOMER)))
    return invoice_words.c.customer_id.in_(everybody)
