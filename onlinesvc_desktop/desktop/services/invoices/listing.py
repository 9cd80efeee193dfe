# SPDX-License-Identifier: MIT
"""The columns and the sentences of the list of invoices."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import UNSET
from PySide6.QtCore import QObject

from onlinesvc_desktop.contract.invoices import Invoice
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_page import ListWords
from onlinesvc_desktop.desktop.services.invoices.words import state_words
from onlinesvc_desktop.desktop.words.counted import Counted


class InvoiceListing(QObject):
    """Words of a table; an object for its translations."""

    def columns(self) -> Sequence[Column[Invoice]]:
        """Return the columns of the table (shipping.md 6); what is empty in every row folds."""
        return (
            _text(lambda: self.tr("Invoice"), lambda one: one.invoice_number),
            Column(lambda: self.tr("Status"), lambda one: state_words(one.state), lambda one: one.state.value),
            Column(
                lambda: self.tr("Due date"),
                lambda one: formats.date_words(one.due_date),
                lambda one: one.due_date,
                value=lambda one: one.due_date,
            ),
            Column(
                lambda: self.tr("Days past due"),
                lambda one: formats.number_words(one.days_past_due) if one.days_past_due else "",
                lambda one: one.days_past_due,
                right_aligned=True,
                value=lambda one: one.days_past_due,
            ),
            _money(lambda: self.tr("Balance"), lambda one: one.balance),
            _money(lambda: self.tr("Total"), lambda one: one.total),
            _text(lambda: self.tr("Currency"), lambda one: one.currency),
            Column(
                lambda: self.tr("Autopro number"),
                lambda one: formats.autopro_display(one.autopro_number),
                lambda one: one.autopro_number,
                value=lambda one: one.autopro_number,
            ),
            _text(lambda: self.tr("Shipper"), lambda one: one.shipper),
            _text(lambda: self.tr("Consignee"), lambda one: one.consignee),
            Column(
                lambda: self.tr("Invoice date"),
                lambda one: formats.date_words(one.invoice_date),
                lambda one: one.invoice_date,
                value=lambda one: one.invoice_date,
            ),
            _text(lambda: self.tr("Bill of lading"), lambda one: one.bol_number),
            _text(lambda: self.tr("Purchase order"), lambda one: one.purchase_order),
            _text(
                lambda: self.tr("Billed weight (lb)"),
                lambda one: "" if one.billed_weight_lb is UNSET else one.billed_weight_lb,
            ),
            _text(lambda: self.tr("Quote"), lambda one: one.quote_number),
        )

    def words(self) -> ListWords:
        """Return the sentences of the list."""
        return ListWords(
            title=lambda: self.tr("Invoices"),
            name=lambda: self.tr("Invoices, the newest first; the chosen one is shown beside"),
            so_far=lambda rows: Counted().lines(rows),
            empty=lambda: self.tr("No invoices here."),
            some_of=lambda shown, rows: self.tr("{shown} of {rows}").format(shown=shown, rows=rows),
            all_of=lambda rows: Counted().lines(rows),
        )


def _text(heading: Callable[[], str], of: Callable[[Invoice], str]) -> Column[Invoice]:
    return Column(heading, of, lambda one: of(one).casefold())


def _money(heading: Callable[[], str], of: Callable[[Invoice], str]) -> Column[Invoice]:
    return Column(
        heading,
        lambda one: formats.money_words(of(one), one.currency),
        lambda one: Decimal(of(one)),
        right_aligned=True,
        value=lambda one: Decimal(of(one)),
    )
