# SPDX-License-Identifier: MIT
"""Invoices and statements on paper, read back from the PDF: what the tax law asks for, French first, sums over pages."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pypdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from onlinesvc_desktop.forms.account_sheet import money
from onlinesvc_desktop.forms.account_values import (
    BilledLine,
    BilledTax,
    InvoicePaper,
    Payment,
    StatementPaper,
    StatementPart,
    StatementRow,
    Supplier,
)
from onlinesvc_desktop.forms.invoice import invoice_pdf
from onlinesvc_desktop.forms.statement import statement_pdf

SUPPLIER = Supplier(
    "Transport de la Rivière-Nord",
    ("1200, rue du Quai", "Rimouski (QC) G5L 1A1"),
    "123456789 RT0001",
    "1234567890 TQ0001",
    remit_to=("Comptes clients", "paiements@riviere-nord.example"),
    sample=True,
)
DAY = date(2026, 6, 1)
INVOICE = InvoicePaper(
    number="F000012345",
    issued_on=DAY,
    due_on=DAY + timedelta(days=15),
    currency="CAD",
    bill_to=("Meubles Côté inc.", "10, rue Principale", "Lévis (QC) G6V 1A1"),
    shipper=("Meubles Côté inc.", "Lévis (QC) G6V 1A1"),
    consignee=("Librairie du Port", "Québec (QC) G1K 1A1"),
    autopro_number="712345678",
    terms="prepaid",
    lines=(
        BilledLine("freight", "1333 lb @ 80.00/cwt >= 1000 lb", Decimal("1066.40")),
        BilledLine("discount", "30 %", Decimal("-319.92")),
        BilledLine("fuel", "29.80 % 2026-05-25", Decimal("222.45")),
        BilledLine("TGDL", "flat", Decimal("75.00")),
    ),
    subtotal=Decimal("1043.93"),
    taxes=(BilledTax("gst", Decimal(5), Decimal("52.20")), BilledTax("qst", Decimal("9.975"), Decimal("104.13"))),
    total=Decimal("1200.26"),
    payments=(Payment(date(2026, 6, 10), "CHQ 88", Decimal("200.00")),),
    disputed=Decimal("75.00"),
    facts=(("Poids facturé / Billed weight", "1333 lb"),),
)


def pages(content: bytes) -> list[str]:
    """Return the text of each page, no-break spaces as blanks."""
    return [page.extract_text().replace("\N{NO-BREAK SPACE}", " ") for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_an_invoice_names_all_that_the_tax_law_asks_for():
    (text,) = pages(invoice_pdf(INVOICE, SUPPLIER))
    for part in (
        *(SUPPLIER.name, "1200, rue du Quai", SUPPLIER.gst_number, SUPPLIER.qst_number, "Facture / Invoice F000012345"),
        *("2026-06-01", "2026-06-16", "net 15 jours / days", "Meubles Côté inc.", "Librairie du Port", "712345678"),
        *("Payé d’avance", "TPS / GST", "5 %", "52.20 $", "TVQ / QST", "9.975 %", "104.13 $", "1 043.93 $"),
        *("1 200.26 $", "CHQ 88", "-200.00 $", "1 000.26 $", "75.00 $", "-319.92 $", "1333 lb"),
    ):
        assert part in text, part
    assert text.index("Montant dû") < text.index("Amount due")
    assert "numéros inventés" in text
    assert "Exemple" not in pages(invoice_pdf(INVOICE, replace(SUPPLIER, sample=False)))[0]


def test_a_credit_note_names_its_invoice_and_no_due_date():
    credit = replace(
        INVOICE, number="F000012346", applies_to=INVOICE.number, total=Decimal("-50.00"), payments=(), disputed=Decimal(0)
    )
    (text,) = pages(invoice_pdf(credit, SUPPLIER))
    assert "Note de crédit / Credit note F000012346" in text
    assert "S’applique à la facture" in text
    assert INVOICE.number in text
    assert "Échéance" not in text
    assert "contesté" not in text
    assert "-50.00 $" in text


def test_an_invoice_without_tax_says_so():
    (text,) = pages(invoice_pdf(replace(INVOICE, taxes=(), currency="USD"), SUPPLIER))
    assert "aucune / none" in text
    assert "1 200.26 USD" in text


def test_a_tax_whose_rate_nobody_told_shows_none():
    (text,) = pages(invoice_pdf(replace(INVOICE, taxes=(BilledTax("gst", None, Decimal("52.20")),)), SUPPLIER))
    assert "TPS / GST" in text
    assert "52.20 $" in text
    assert "0 %" not in text.split("TPS / GST")[1].split("Total")[0]


def test_lines_over_pages_carry_their_sum():
    invoice = replace(INVOICE, lines=(BilledLine("freight", "flat", Decimal("10.01")),) * 120)
    texts = pages(invoice_pdf(invoice, SUPPLIER))
    assert len(texts) > 2
    for at, text in enumerate(texts, 1):
        assert f"Page {at} / {len(texts)}" in text
    before = Decimal(0)
    for text in texts[:-1]:
        before += text.count("Transport / Freight") * Decimal("10.01")
        assert f"Carried forward  {money(before, 'CAD')}".replace("\N{NO-BREAK SPACE}", " ") in text
    assert f"Brought forward  {money(before, 'CAD')}".replace("\N{NO-BREAK SPACE}", " ") in texts[-1]
    assert sum(text.count("Transport / Freight") for text in texts) == 120
    assert texts[-1].count("Carried forward") == 0


@pytest.mark.parametrize("words", ["שלום " * 20, "🚚 Fret", "\u202eevil", "x" * 500, ""])
def test_any_words_print(words: str):
    invoice = replace(
        INVOICE,
        number=words,
        bill_to=(words, words),
        shipper=(words,),
        terms=words,
        facts=((words, words),),
        lines=(BilledLine(words, words, Decimal("9e9")),),
    )
    assert len(pages(invoice_pdf(invoice, replace(SUPPLIER, name=words, address=(words,))))) in (1, 2)


def rows(count: int, balance: str = "100.10") -> tuple[StatementRow, ...]:
    return tuple(
        StatementRow(f"F{number:09}", f"{number:09}", DAY, DAY + timedelta(days=15), Decimal("200.00"), Decimal(balance))
        for number in range(count)
    )


def statement(*parts: StatementPart) -> StatementPaper:
    return StatementPaper("C1001", date(2026, 7, 1), ("Meubles Côté inc.", "Lévis (QC) G6V 1A1"), parts)


def part(currency: str, of: tuple[StatementRow, ...]) -> StatementPart:
    owed = sum((row.balance for row in of), Decimal(0))
    return StatementPart(currency, of, (Decimal(0), owed, Decimal(0), Decimal(0), Decimal(0)))


def test_a_statement_keeps_currencies_apart_and_subtracts_credits():
    canadian = (*rows(2), replace(rows(1)[0], number="F000000009", balance=Decimal("-50.20"), disputed=Decimal("12.34")))
    (text,) = pages(statement_pdf(statement(part("CAD", canadian), part("USD", rows(1, "33.00"))), SUPPLIER))
    assert text.index("État de compte") < text.index("Statement of account")
    assert "Montant dû / Amount due 150.00 $" in " ".join(text.split())
    assert "Montant dû / Amount due 33.00 USD" in " ".join(text.split())
    for expected in ("F000000001", "-50.20 $", "12.34 $", "2026-07-01", "C1001", "15", "1 à 30 jours", SUPPLIER.gst_number):
        assert expected in text


def test_nothing_open_is_said():
    (text,) = pages(statement_pdf(statement(), SUPPLIER))
    assert "Aucune facture ouverte" in text


def test_a_long_statement_carries_its_balance():
    texts = pages(statement_pdf(statement(part("CAD", rows(300))), SUPPLIER))
    seen = sum(text.count("200.00 $") for text in texts[:1])
    assert f"Carried forward {money(seen * Decimal('100.10'), 'CAD')}".replace("\N{NO-BREAK SPACE}", " ") in " ".join(
        texts[0].split()
    )
    assert "Page 1 / " in texts[0]
    assert "30 030.00 $" in texts[-1]
    assert sum(text.count("200.00 $") for text in texts) == 300


def test_the_same_bytes_each_time():
    assert invoice_pdf(INVOICE, SUPPLIER) == invoice_pdf(INVOICE, SUPPLIER)
    assert statement_pdf(statement(part("CAD", rows(40))), SUPPLIER) == statement_pdf(
        statement(part("CAD", rows(40))), SUPPLIER
    )


def test_papers_that_are_drawn_at_the_same_time_read_a_font_one_by_one(monkeypatch: pytest.MonkeyPatch):
    papers = [statement(part("CAD", rows(5 + at))) for at in range(4)]
    alone = [statement_pdf(paper, SUPPLIER) for paper in papers]
    reading, together = list[Any](), list[Any]()
    make_subset = TTFontFace.makeSubset

    def watched(face: Any, subset: Any) -> Any:
        together.extend(one for one in reading if one is face)
        reading.append(face)
        made = make_subset(face, subset)
        reading.remove(face)
        return made

    monkeypatch.setattr(TTFontFace, "makeSubset", watched)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(len(papers)) as workers:
            drawn = list(workers.map(lambda at: statement_pdf(papers[at % len(papers)], SUPPLIER), range(24)))
    finally:
        sys.setswitchinterval(before)
    assert [alone.index(content) for content in drawn] == [at % len(papers) for at in range(24)]
    assert not together
