# SPDX-License-Identifier: MIT
"""The quote on paper: read back from the PDF, the same bytes each time, French first, hostile words and all."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace

from onlinesvc_desktop.backend.services.rate_quote.rules import RatedPlace, Shipment, price
from onlinesvc_desktop.contract.freight import HandlingUnit
from onlinesvc_desktop.contract.rate_quote import QuotedPlace, QuotedPoint, RateQuote, RateQuoteRequest
from onlinesvc_desktop.forms.quote import quote_pdf
from tests.rate_quote.tariffs import TARIFF

DAY = date(2026, 6, 1)
SKIDS = HandlingUnit(2, "SKD", "620", length="48", width="40", height="60")


def made(**changed: Any) -> RateQuote:
    shipment = Shipment(RatedPlace("H3C3P8", "QC"), RatedPlace("M5V2T6", "ON"), DAY, (SKIDS,), ("TGDL",))
    priced = price(TARIFF, shipment, DAY)
    request = RateQuoteRequest(QuotedPlace("H3C 3P8"), QuotedPlace("M5V 2T6"), DAY, (SKIDS,), accessorials=("TGDL",))
    quote = RateQuote(
        **{name: getattr(priced, name) for name in priced.__struct_fields__},
        number="Q123456789",
        made_at=datetime(2026, 6, 1, 12, tzinfo=UTC),
        made_by="CLERK01",
        origin=QuotedPoint("Montréal", "QC", "H3C3P8"),
        destination=QuotedPoint("Toronto", "ON", "M5V2T6"),
        pickup_date=DAY,
        service_days=1,
        request=request,
    )
    return replace(quote, **changed)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_every_amount_is_on_one_page_french_first():
    (text,) = pages(quote_pdf(made(), "Transport de la Rivière-Nord"))
    for part in ("Transport de la Rivière-Nord", "Soumission / Rate quote Q123456789", "Q123456789B"):
        assert part in text
    quote = made()
    for amount in (*(line.amount for line in quote.lines), quote.subtotal, quote.total):
        assert amount in text
    assert "TVH / HST" in text
    assert text.index("Supplément de carburant") < text.index("Fuel surcharge")


def test_the_same_bytes_each_time():
    assert quote_pdf(made(), "Carrier") == quote_pdf(made(), "Carrier")


@pytest.mark.parametrize("name", ["שלום " * 20, "🚚 Fret", "\u202eevil", "x" * 500, ""])
def test_any_name_prints(name: str):
    place = QuotedPoint(name, "QC", "H3C3P8")
    assert len(pages(quote_pdf(made(origin=place), name))) == 1


def test_five_hundred_lines_of_goods_go_on_over_pages():
    request = replace(made().request, handling_units=(SKIDS,) * 500)
    texts = pages(quote_pdf(made(request=request), "Carrier"))
    assert sum(text.count("2 SKD, 620 lb") for text in texts) == 500
    assert "Total" in texts[-1]
