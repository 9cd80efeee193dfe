# SPDX-License-Identifier: MIT
"""What papers of invoices are made of: messages on one side, plain values on the other."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from msgspec import UNSET

from onlinesvc_desktop.backend.config import SAMPLE_GST_NUMBER, BackendConfig
from onlinesvc_desktop.contract.invoices import Invoice, InvoiceState, Statement
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


def supplier_of(config: BackendConfig) -> Supplier:
    """Return the carrier as a tax invoice names it; without numbers of its own it is the sample's."""
    return Supplier(
        name=config.carrier_name,
        address=config.carrier_address,
        gst_number=config.gst_number,
        qst_number=config.qst_number,
        remit_to=(config.carrier_name, *config.carrier_address, config.service_email),
        sample=config.gst_number == SAMPLE_GST_NUMBER,
    )


def invoice_on_paper(invoice: Invoice) -> InvoicePaper:
    """Return an invoice as it is drawn."""
    weight = "" if invoice.billed_weight_lb is UNSET else f"{invoice.billed_weight_lb} lb"
    facts = (
        ("Connaissement / Bill of lading", invoice.bol_number),
        ("Bon de commande / Purchase order", invoice.purchase_order),
        ("Ramassé le / Picked up on", "" if invoice.shipped_on is UNSET else invoice.shipped_on.isoformat()),
        ("Livré le / Delivered on", "" if invoice.delivered_on is UNSET else invoice.delivered_on.isoformat()),
        ("Pièces / Pieces", "" if invoice.pieces is UNSET else str(invoice.pieces)),
        ("Poids facturé / Billed weight", weight),
        ("Classe / Class", invoice.freight_class),
        ("Soumission / Quote", invoice.quote_number),
    )
    return InvoicePaper(
        number=invoice.invoice_number,
        issued_on=invoice.invoice_date,
        due_on=invoice.due_date,
        currency=invoice.currency,
        bill_to=(invoice.bill_to,),
        shipper=tuple(filter(None, (invoice.shipper, invoice.shipper_postal_code))),
        consignee=tuple(filter(None, (invoice.consignee, invoice.consignee_postal_code))),
        autopro_number=invoice.autopro_number,
        terms=invoice.terms,
        lines=tuple(BilledLine(line.code, line.basis, Decimal(line.amount)) for line in invoice.lines),
        subtotal=Decimal(invoice.subtotal),
        taxes=tuple(
            BilledTax(tax.code, Decimal(tax.rate) if tax.rate else None, Decimal(tax.amount)) for tax in invoice.taxes
        ),
        total=Decimal(invoice.total),
        payments=tuple(Payment(one.paid_on, one.reference, Decimal(one.amount)) for one in invoice.payments),
        disputed=Decimal(invoice.disputed),
        applies_to=invoice.applies_to,
        is_void=invoice.state is InvoiceState.VOID,
        facts=tuple(fact for fact in facts if fact[1]),
    )


def statement_on_paper(head: Statement, items: Iterable[Invoice]) -> StatementPaper:
    """Return a statement as it is drawn: its head, and what is open; of each invoice only what stands on paper is held."""
    rows = defaultdict[str, list[StatementRow]](list)
    for one in items:
        rows[one.currency].append(
            StatementRow(
                one.invoice_number,
                one.autopro_number,
                one.invoice_date,
                one.due_date,
                Decimal(one.total),
                Decimal(one.balance),
                Decimal(one.disputed),
            )
        )
    parts = []
    for aging in head.summary.currencies:
        current, first, second, third, over = (Decimal(owed.amount) for owed in aging.buckets)
        parts.append(StatementPart(aging.currency, tuple(rows[aging.currency]), (current, first, second, third, over)))
    return StatementPaper(head.customer_number, head.as_of, (head.customer,), tuple(parts))
