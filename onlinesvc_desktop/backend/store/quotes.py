# SPDX-License-Identifier: MIT
"""Rate quotes: kept whole when they are made, never changed. A bill of lading finds the quote that it was made from here."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, select

from onlinesvc_desktop.backend.store.search import Search, search_rows
from onlinesvc_desktop.backend.store.tables.rates import rate_quotes
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.rate_quote import QuoteItem, RateQuote

_LOWEST, _SPAN = 100_000_000, 900_000_000
_IS_TAKEN = select(rate_quotes.c.id).where(rate_quotes.c.number == bindparam("number"))
_ADD = insert(rate_quotes)


@dataclass(frozen=True, slots=True)
class QuoteOwner:
    """Whose quotes: those of a customer, or of an access code that has none; None for every quote."""

    customer_id: int | None
    access_code_id: int


def new_quote_number(connection: Connection) -> str:
    """Return a number that no quote has. It is drawn, so that a restored backup does not give one out again."""
    while True:
        number = f"Q{_LOWEST + secrets.randbelow(_SPAN)}"
        if connection.execute(_IS_TAKEN, {"number": number}).first() is None:
            return number


def add_quote(connection: Connection, quote: RateQuote, owner: QuoteOwner, tariff_id: int, at: datetime) -> None:
    """Keep a quote."""
    places = f"{quote.origin.city} {quote.origin.province} {quote.destination.city} {quote.destination.province}"
    connection.execute(
        _ADD,
        {
            "number": quote.number,
            "customer_id": owner.customer_id,
            "access_code_id": owner.access_code_id,
            "tariff_id": tariff_id,
            "made_at": to_seconds(at),
            "places": f"{places} {quote.origin.postal_code} {quote.destination.postal_code} {quote.made_by}",
            "content": msgspec.json.encode(quote),
        },
    )


def find_quote(connection: Connection, number: str, owner: QuoteOwner | None) -> RateQuote | None:
    """Return a quote by its number, None when there is none or it is somebody else's."""
    row = connection.execute(_of(owner).where(rate_quotes.c.number == number)).first()
    return None if row is None else from_json(row.content, RateQuote)


def list_quotes(connection: Connection, owner: QuoteOwner | None, search: Search) -> list[QuoteItem]:
    """Return quotes that contain every word, the newest first."""

    def text_of(row: Row[Any]) -> str:
        return f"{row.number} {row.places}"

    return [_item(row) for row in search_rows(connection, _of(owner), rate_quotes.c.id, text_of, search)]


def _of(owner: QuoteOwner | None) -> Any:
    every = select(rate_quotes.c.id, rate_quotes.c.number, rate_quotes.c.places, rate_quotes.c.content)
    if owner is None:
        return every
    if owner.customer_id is None:
        return every.where(rate_quotes.c.access_code_id == owner.access_code_id)
    return every.where(rate_quotes.c.customer_id == owner.customer_id)


def _item(row: Row[Any]) -> QuoteItem:
    quote = from_json(row.content, RateQuote)
    return QuoteItem(
        id=row.id,
        number=quote.number,
        made_at=quote.made_at,
        made_by=quote.made_by,
        valid_until=quote.valid_until,
        origin=quote.origin,
        destination=quote.destination,
        ship_date=quote.request.ship_date,
        rated_weight_lb=quote.rated_weight_lb,
        total=quote.total,
        currency=quote.currency,
    )
