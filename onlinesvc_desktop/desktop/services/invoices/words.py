# SPDX-License-Identifier: MIT
"""Words of invoices: where they stand, what they hold, how long they are past due, why they are disputed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.invoice_desk import RejectedRow, RowFault
from onlinesvc_desktop.contract.invoices import (
    Bucket,
    Chosen,
    Dispute,
    DisputeReason,
    DisputeState,
    Invoice,
    InvoiceState,
    VarianceCause,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_STATE: Final = {
    InvoiceState.OPEN: QT_TRANSLATE_NOOP("Invoices", "Open"),
    InvoiceState.PART_PAID: QT_TRANSLATE_NOOP("Invoices", "Partly paid"),
    InvoiceState.PAID: QT_TRANSLATE_NOOP("Invoices", "Paid"),
    InvoiceState.DISPUTED: QT_TRANSLATE_NOOP("Invoices", "Disputed"),
    InvoiceState.CREDITED: QT_TRANSLATE_NOOP("Invoices", "Credited"),
    InvoiceState.VOID: QT_TRANSLATE_NOOP("Invoices", "Void"),
    InvoiceState.OTHER: QT_TRANSLATE_NOOP("Invoices", "Something this version does not know"),
}
_CHOSEN: Final = {
    Chosen.OPEN: QT_TRANSLATE_NOOP("Invoices", "With a balance"),
    Chosen.PAST_DUE: QT_TRANSLATE_NOOP("Invoices", "Past due"),
    Chosen.DISPUTED: QT_TRANSLATE_NOOP("Invoices", "Disputed"),
    Chosen.PAID: QT_TRANSLATE_NOOP("Invoices", "Paid"),
    Chosen.VOID: QT_TRANSLATE_NOOP("Invoices", "Void"),
}
_BUCKET: Final = {
    Bucket.CURRENT: QT_TRANSLATE_NOOP("Invoices", "Not yet due"),
    Bucket.DAYS_1_30: QT_TRANSLATE_NOOP("Invoices", "1 to 30 days"),
    Bucket.DAYS_31_60: QT_TRANSLATE_NOOP("Invoices", "31 to 60 days"),
    Bucket.DAYS_61_90: QT_TRANSLATE_NOOP("Invoices", "61 to 90 days"),
    Bucket.OVER_90: QT_TRANSLATE_NOOP("Invoices", "Over 90 days"),
}
_REASON: Final = {
    DisputeReason.RATE: QT_TRANSLATE_NOOP("Invoices", "Rate or discount not applied"),
    DisputeReason.WEIGHT: QT_TRANSLATE_NOOP("Invoices", "Weight"),
    DisputeReason.FREIGHT_CLASS: QT_TRANSLATE_NOOP("Invoices", "Freight class"),
    DisputeReason.ACCESSORIAL: QT_TRANSLATE_NOOP("Invoices", "Service not asked for"),
    DisputeReason.DUPLICATE: QT_TRANSLATE_NOOP("Invoices", "Billed twice"),
    DisputeReason.WRONG_BILL_TO: QT_TRANSLATE_NOOP("Invoices", "Somebody else pays"),
    DisputeReason.TAX: QT_TRANSLATE_NOOP("Invoices", "Tax"),
    DisputeReason.PAID_ALREADY: QT_TRANSLATE_NOOP("Invoices", "Paid already"),
    DisputeReason.SERVICE_FAILURE: QT_TRANSLATE_NOOP("Invoices", "Service failure"),
    DisputeReason.OTHER: QT_TRANSLATE_NOOP("Invoices", "Something else"),
}
_ROW_FAULT: Final = {
    RowFault.MISSING: QT_TRANSLATE_NOOP("Invoices", "nothing stands there"),
    RowFault.MALFORMED: QT_TRANSLATE_NOOP("Invoices", "“{value}” cannot be read"),
    RowFault.UNKNOWN_CUSTOMER: QT_TRANSLATE_NOOP("Invoices", "no customer has the number “{value}”"),
    RowFault.UNKNOWN_INVOICE: QT_TRANSLATE_NOOP("Invoices", "there is no invoice “{value}”"),
    RowFault.OTHER_CURRENCY: QT_TRANSLATE_NOOP("Invoices", "“{value}” is not the currency of the invoice"),
    RowFault.TOTAL_DIFFERS: QT_TRANSLATE_NOOP("Invoices", "the lines and taxes do not add up to {value}"),
}
_DISPUTE_STATE: Final = {
    DisputeState.SUBMITTED: QT_TRANSLATE_NOOP("Invoices", "Received"),
    DisputeState.ACCEPTED: QT_TRANSLATE_NOOP("Invoices", "Accepted"),
    DisputeState.REFUSED: QT_TRANSLATE_NOOP("Invoices", "Refused"),
    DisputeState.WITHDRAWN: QT_TRANSLATE_NOOP("Invoices", "Withdrawn"),
    DisputeState.OTHER: QT_TRANSLATE_NOOP("Invoices", "Something this version does not know"),
}
_CAUSE: Final = {
    VarianceCause.REWEIGH: QT_TRANSLATE_NOOP("Invoices", "reweighed"),
    VarianceCause.RECLASS: QT_TRANSLATE_NOOP("Invoices", "another class"),
    VarianceCause.ACCESSORIAL: QT_TRANSLATE_NOOP("Invoices", "a service beyond the quote"),
    VarianceCause.OTHER: QT_TRANSLATE_NOOP("Invoices", "another reason"),
}
_LINE: Final = {
    "freight": QT_TRANSLATE_NOOP("Invoices", "Freight"),
    "discount": QT_TRANSLATE_NOOP("Invoices", "Discount"),
    "fuel": QT_TRANSLATE_NOOP("Invoices", "Fuel surcharge"),
    "minimum": QT_TRANSLATE_NOOP("Invoices", "Raised to the minimum"),
    "gst": QT_TRANSLATE_NOOP("Invoices", "GST"),
    "hst": QT_TRANSLATE_NOOP("Invoices", "HST"),
    "qst": QT_TRANSLATE_NOOP("Invoices", "QST"),
}


def rejected_words(row: RejectedRow) -> str:
    """Say which row of a file was not taken, and why."""
    why = QCoreApplication.translate("Invoices", _ROW_FAULT[row.fault]).format(value=row.value)
    return QCoreApplication.translate("Invoices", "Line {line}, {column}: {why}.").format(
        line=row.line, column=row.column, why=why
    )


def _words(key: str) -> str:
    return QCoreApplication.translate("Invoices", key)


def state_words(state: InvoiceState) -> str:
    """Return where an invoice stands."""
    return _words(_STATE[state])


def chosen_choices() -> list[tuple[str, str]]:
    """Return which invoices can be listed."""
    every = QCoreApplication.translate("Invoices", "All invoices")
    return [*((one.value, _words(key)) for one, key in _CHOSEN.items()), ("", every)]


def bucket_words(bucket: Bucket) -> str:
    """Return how long something is past due."""
    return _words(_BUCKET[bucket])


def reason_words(reason: DisputeReason) -> str:
    """Return why something is disputed."""
    return _words(_REASON[reason])


def reason_choices() -> list[tuple[str, str]]:
    """Return the reasons to choose from."""
    return [(one.value, reason_words(one)) for one in DisputeReason]


def dispute_state_words(state: DisputeState) -> str:
    """Return where a dispute stands."""
    return _words(_DISPUTE_STATE[state])


def dispute_state_choices() -> list[tuple[str, str]]:
    """Return the states of disputes to choose from."""
    return [(one.value, _words(key)) for one, key in _DISPUTE_STATE.items() if one is not DisputeState.OTHER]


def line_words(code: str) -> str:
    """Return the name of a charge or tax; a code of another make as it is."""
    return _words(_LINE[code]) if code in _LINE else code


def dispute_words(dispute: Dispute) -> str:
    """Return a dispute in one line: amount, reason, where it stands, what was said."""
    amount = formats.money_words(dispute.amount, dispute.currency)
    words = QCoreApplication.translate("Invoices", "{amount}, {reason}: {state}").format(
        amount=amount, reason=reason_words(dispute.reason), state=dispute_state_words(dispute.state)
    )
    if dispute.accepted is not UNSET:
        words += f" ({formats.money_words(dispute.accepted, dispute.currency)})"
    words = f"{words}. {dispute.answer}".rstrip(". ") if dispute.answer else words
    files = ", ".join(one.name for one in dispute.documents)
    return f"{words} ({files})" if files else words


def invoice_facts(invoice: Invoice) -> Sequence[Fact]:
    """Return everything about an invoice."""

    def money(amount: str) -> str:
        return formats.money_words(amount, invoice.currency)

    translate = QCoreApplication.translate
    facts = [
        (translate("Invoices", "Invoice"), invoice.invoice_number),
        (translate("Invoices", "Status"), state_words(invoice.state)),
        (translate("Invoices", "Balance"), money(invoice.balance)),
        (translate("Invoices", "Due date"), formats.date_words(invoice.due_date)),
        *((line_words(one.code), money(one.amount)) for one in invoice.lines),
        *((line_words(one.code), money(one.amount)) for one in invoice.taxes),
        (translate("Invoices", "Total"), money(invoice.total)),
    ]
    facts += [
        _payment_fact(one.is_credit, one.reference, formats.date_words(one.paid_on), money(one.amount))
        for one in invoice.payments
    ]
    if Decimal(invoice.disputed):
        facts.append((translate("Invoices", "Disputed"), money(invoice.disputed)))
    if invoice.quoted is not UNSET:
        facts.append((translate("Invoices", "Quoted"), money(invoice.quoted)))
    if invoice.variance is not UNSET and Decimal(invoice.variance):
        cause = "" if invoice.variance_cause is UNSET else _words(_CAUSE[invoice.variance_cause])
        facts.append((translate("Invoices", "Billed beyond the quote"), f"{money(invoice.variance)}, {cause}"))
    facts += [(translate("Invoices", "Dispute"), dispute_words(one)) for one in invoice.disputes]
    optional = (
        (translate("Invoices", "Shipment"), formats.autopro_display(invoice.autopro_number)),
        (translate("Invoices", "Bill of lading"), invoice.bol_number),
        (translate("Invoices", "Purchase order"), invoice.purchase_order),
        (translate("Invoices", "Shipper"), invoice.shipper),
        (translate("Invoices", "Consignee"), invoice.consignee),
        (translate("Invoices", "Billed weight (lb)"), "" if invoice.billed_weight_lb is UNSET else invoice.billed_weight_lb),
    )
    return [*facts, *(fact for fact in optional if fact[1])]


def _payment_fact(is_credit: bool, reference: str, day: str, amount: str) -> Fact:
    translate = QCoreApplication.translate
    name = translate("Invoices", "Credit") if is_credit else translate("Invoices", "Payment")
    return f"{name} {reference}".rstrip(), f"\N{MINUS SIGN}{amount}, {day}"
