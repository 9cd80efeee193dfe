# SPDX-License-Identifier: MIT
"""An invoice or a credit note on paper: captions French first, with what the tax law asks for (shipping.md 6).

Supplier and registration numbers, buyer, date, terms, what was done, each tax with its rate and amount, the total.
"""

from decimal import Decimal
from typing import Final

from onlinesvc_desktop.forms.account_sheet import LEFT, RIGHT, Column, Sheet, made_pdf, money
from onlinesvc_desktop.forms.account_values import InvoicePaper, Supplier
from onlinesvc_desktop.forms.charge_words import basis_words, charge_words, tax_words

_TERMS: Final = {
    "prepaid": "Payé d’avance, l’expéditeur paie / Prepaid, the shipper pays",
    "collect": "À percevoir, le destinataire paie / Collect, the consignee pays",
    "third_party": "Un tiers paie / A third party pays",
}
_COLUMNS: Final = (
    Column("Frais", "Charge", LEFT, LEFT + 225),
    Column("Calcul", "Basis", LEFT + 235, RIGHT - 95),
    Column("Montant", "Amount", RIGHT - 90, RIGHT, figures=True),
)
_VOID: Final = "ANNULÉE\N{NO-BREAK SPACE}: rien n’est dû. / VOID: nothing is owed."
_SUMS: Final = 6
"""Lines that the sums take beside the taxes."""


def invoice_pdf(invoice: InvoicePaper, supplier: Supplier) -> bytes:
    """Return the PDF of an invoice; the same bytes each time."""
    name = "Note de crédit / Credit note" if invoice.applies_to else "Facture / Invoice"
    return made_pdf(invoice.number, supplier.name, name, lambda sheet: _draw(sheet, invoice, supplier, name))


def head(sheet: Sheet, supplier: Supplier, name: str) -> None:
    """Write who sends the paper, with its tax registration numbers, and what the paper is."""
    sheet.text(supplier.name, 15, bold=True)
    if supplier.address:
        sheet.text(", ".join(supplier.address), 8)
    sheet.text(
        f"N° d’inscription / Registration no.:  TPS-TVH / GST-HST {supplier.gst_number}   TVQ / QST {supplier.qst_number}", 8
    )
    if supplier.sample:
        sheet.text("Exemple : société et numéros inventés. / Sample: the company and the numbers are invented.", 8)
    sheet.gap(10)
    sheet.text(name, 13, bold=True)
    sheet.rule()


def remittance(sheet: Sheet, supplier: Supplier) -> None:
    """Write where to pay."""
    if supplier.remit_to:
        sheet.gap(10)
        sheet.keep(1 + len(supplier.remit_to))
        sheet.text("Paiement à / Remit to", 9, bold=True)
        for line in supplier.remit_to:
            sheet.text(line, 9)


def _draw(sheet: Sheet, invoice: InvoicePaper, supplier: Supplier, name: str) -> None:
    head(sheet, supplier, f"{name} {invoice.number}")
    sheet.gap()
    if invoice.is_void:
        sheet.text(_VOID, 13, bold=True)
        sheet.gap()
    for caption, value in _facts(invoice):
        sheet.pair(caption, value)
    sheet.gap()
    sheet.text("Facturé à / Bill to", 8)
    for index, line in enumerate(invoice.bill_to):
        sheet.text(line, 9, bold=not index)
    sheet.gap()
    sheet.beside(
        [("Expéditeur / Shipper", False), *((line, not index) for index, line in enumerate(invoice.shipper))],
        [("Destinataire / Consignee", False), *((line, not index) for index, line in enumerate(invoice.consignee))],
    )
    sheet.rule()
    _charges(sheet, invoice)
    _sums(sheet, invoice)
    remittance(sheet, supplier)


def _facts(invoice: InvoicePaper) -> list[tuple[str, str]]:
    facts = [("Date de la facture / Invoice date", invoice.issued_on.isoformat())]
    if invoice.applies_to:
        facts.append(("S’applique à la facture / Applies to invoice", invoice.applies_to))
    else:
        days = (invoice.due_on - invoice.issued_on).days
        facts.append(("Échéance / Due date", f"{invoice.due_on.isoformat()}  (net {days} jours / days)"))
    facts.append(("Conditions de transport / Freight terms", _TERMS.get(invoice.terms, invoice.terms)))
    facts.append(("Numéro autopro / Autopro number", invoice.autopro_number))
    return [*facts, *invoice.facts]


def _charges(sheet: Sheet, invoice: InvoicePaper) -> None:
    done = Decimal(0)
    sheet.begin_table(_COLUMNS, lambda: money(done, invoice.currency))
    for left, line in zip(range(len(invoice.lines), 0, -1), invoice.lines, strict=True):
        if left == 1:  # The last line goes with the sums, so that no page has sums alone.
            sheet.keep(_SUMS + len(invoice.taxes))
        sheet.row((charge_words(line.code), basis_words(line.basis), money(line.amount, invoice.currency)))
        done += line.amount
    sheet.end_table()
    sheet.rule()


def _sums(sheet: Sheet, invoice: InvoicePaper) -> None:
    currency = invoice.currency
    sheet.sum("Avant taxes / Before tax", "", money(invoice.subtotal, currency))
    for tax in invoice.taxes:
        sheet.sum(tax_words(tax.code), "" if tax.rate is None else f"{tax.rate:f} %", money(tax.amount, currency))
    if not invoice.taxes:
        sheet.sum("Taxes", "aucune / none", money(Decimal(0), currency))
    sheet.sum("Total", "", money(invoice.total, currency), bold=True)
    for payment in invoice.payments:
        sheet.sum(f"Paiement / Payment {payment.reference}", payment.day.isoformat(), money(-payment.amount, currency))
    caption = "Solde du crédit / Credit left" if invoice.applies_to else "Montant dû / Amount due"
    sheet.sum(caption, "", money(invoice.due, currency), bold=True, size=11)
    if invoice.disputed:
        sheet.sum("dont contesté / of which disputed", "", money(invoice.disputed, currency))
