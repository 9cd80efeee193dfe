# SPDX-License-Identifier: MIT
"""Invoices and statements as papers."""

from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.services.invoices.api import own_invoice, payer_of, statement_of
from onlinesvc_desktop.backend.services.invoices.store import open_invoices
from onlinesvc_desktop.contract.invoices import GET_INVOICE_DOCUMENT, GET_STATEMENT_DOCUMENT, Invoice, Statement
from onlinesvc_desktop.contract.paper import Paper


def drawn(context: Context, invoice: Invoice) -> bytes:
    """Return an invoice as a PDF in both languages."""
    from onlinesvc_desktop.backend.services.invoices.on_paper import invoice_on_paper, supplier_of
    from onlinesvc_desktop.forms.invoice import invoice_pdf

    return invoice_pdf(invoice_on_paper(invoice), supplier_of(context.config))


def invoice_paper(call: Call, _: None) -> Paper:
    """Return an invoice as a PDF in both languages.

    Raises:
        ApiError: not found.
    """
    invoice = own_invoice(call)
    return Paper(drawn(call.context, invoice), "application/pdf", f"{invoice.invoice_number}.pdf")


def drawn_statement(context: Context, head: Statement, customer_id: int) -> bytes:
    """Return what a customer owes on the day of a statement as a PDF in both languages."""
    from onlinesvc_desktop.backend.services.invoices.on_paper import statement_on_paper, supplier_of
    from onlinesvc_desktop.forms.statement import statement_pdf

    items = open_invoices(context.database, customer_id, head.as_of)
    return statement_pdf(statement_on_paper(head, items), supplier_of(context.config))


def statement_paper(call: Call, _: None) -> Paper:
    """Return what is open today as a PDF in both languages."""
    stands = statement_of(call)
    content = drawn_statement(call.context, stands, payer_of(call))
    return Paper(content, "application/pdf", f"statement-{stands.as_of.isoformat()}.pdf")


PAPER_ROUTES = (
    Route(GET_INVOICE_DOCUMENT, invoice_paper),
    Route(GET_STATEMENT_DOCUMENT, statement_paper),
)
