# SPDX-License-Identifier: MIT
"""A statement of account on paper: the open invoices of a day, each currency by itself, with sums by days past due."""

from datetime import date
from decimal import Decimal
from typing import Final

from onlinesvc_desktop.forms.account_sheet import LEFT, RIGHT, Column, Sheet, made_pdf, money
from onlinesvc_desktop.forms.account_values import StatementPaper, StatementPart, StatementRow, Supplier
from onlinesvc_desktop.forms.invoice import head, remittance

_COLUMNS: Final = (
    Column("Facture", "Invoice", LEFT, LEFT + 84),
    Column("N° autopro", "Autopro no.", LEFT + 90, LEFT + 155),
    Column("Date", "Date", LEFT + 160, LEFT + 215),
    Column("Échéance", "Due", LEFT + 220, LEFT + 275),
    Column("Retard (j)", "Days late", LEFT + 280, LEFT + 320, figures=True),
    Column("Total", "Total", LEFT + 325, RIGHT - 95, figures=True),
    Column("Solde", "Balance", RIGHT - 90, RIGHT, figures=True),
)
_AGING: Final = (
    "Non échu / Not yet due",
    "1 à 30 jours / 1 to 30 days",
    "31 à 60 jours / 31 to 60 days",
    "61 à 90 jours / 61 to 90 days",
    "Plus de 90 jours / More than 90 days",
)
_SUMS: Final = 9
"""Lines that the sums of a currency take."""
_NAME: Final = "État de compte / Statement of account"


def statement_pdf(statement: StatementPaper, supplier: Supplier) -> bytes:
    """Return the PDF of a statement; the same bytes each time."""
    title = f"{statement.customer_number} {statement.day.isoformat()}"
    return made_pdf(title, supplier.name, _NAME, lambda sheet: _draw(sheet, statement, supplier))


def _draw(sheet: Sheet, statement: StatementPaper, supplier: Supplier) -> None:
    head(sheet, supplier, _NAME)
    sheet.gap()
    sheet.pair("Au / As of", statement.day.isoformat())
    sheet.pair("Client / Customer", statement.customer_number)
    sheet.gap()
    for index, line in enumerate(statement.bill_to):
        sheet.text(line, 9, bold=not index)
    if not statement.parts:
        sheet.gap(12)
        sheet.text("Aucune facture ouverte. / No open invoice.", 10, bold=True)
    for part in statement.parts:
        sheet.gap(12)
        _part(sheet, part, statement.day)
    remittance(sheet, supplier)


def _part(sheet: Sheet, part: StatementPart, day: date) -> None:
    currency, done, disputed = part.currency, Decimal(0), Decimal(0)
    sheet.keep(5)
    sheet.text(currency, 11, bold=True)
    sheet.begin_table(_COLUMNS, lambda: money(done, currency))
    for left, row in zip(range(len(part.rows), 0, -1), part.rows, strict=True):
        if left == 1:  # The last row goes with the sums, so that no page has sums alone.
            sheet.keep(_SUMS)
        sheet.row(_cells(row, day, currency))
        done += row.balance
        disputed += row.disputed
    sheet.end_table()
    sheet.rule()
    for caption, amount in zip(_AGING, part.aging, strict=True):
        sheet.sum(caption, "", money(amount, currency))
    sheet.sum("Montant dû / Amount due", "", money(done, currency), bold=True, size=11)
    if disputed:
        sheet.sum("dont contesté / of which disputed", "", money(disputed, currency))


def _cells(row: StatementRow, day: date, currency: str) -> tuple[str, ...]:
    late = max(0, (day - row.due_on).days) if row.balance > 0 else 0
    return (
        row.number,
        row.autopro_number,
        row.issued_on.isoformat(),
        row.due_on.isoformat(),
        str(late) if late else "",
        money(row.total, currency),
        money(row.balance, currency),
    )
