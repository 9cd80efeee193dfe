# SPDX-License-Identifier: MIT
"""Dispute an invoice: reason, amount, what is wrong. It goes through the queue, so it waits without a link."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Fault, Invalid
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.invoices import DISPUTE_INVOICE, DisputeReason, DisputeRequest, Invoice
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.services.invoices.words import line_words, reason_choices
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_LINES = 3
_TYPED = ("amount", "line", "description")
_EMPTY: dict[str, Any] = {"reason": DisputeReason.WEIGHT.value, "amount": "", "line": "", "description": ""}


class DisputeForm(Panel):
    """One invoice at a time."""

    ended = Signal(bool)
    """Sent or kept, or left."""

    def __init__(self, owner: str, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._invoice: Invoice | None = None
        self._key = new_key()
        self._heading = label("title", wrap=True)
        self._amount = Decimal(f"{owner}.amount", 2, self._unit)
        self._line = Choices(f"{owner}.line", self._line_choices)
        self._form = Form(
            [
                Entry("reason", Choices(f"{owner}.reason", reason_choices), lambda: self.tr("What is wrong")),
                Entry("amount", self._amount, lambda: self.tr("Amount disputed")),
                Entry("line", self._line, lambda: self.tr("Charge or tax it is about")),
                Entry("description", TextArea(f"{owner}.description", _LINES), lambda: self.tr("What happened"), wide=True),
            ],
            DisputeRequest,
        )
        self._send = TextButton(f"{owner}.sendDispute", "primary")
        self._leave = TextButton(f"{owner}.leaveDispute", "link")
        self._send.clicked.connect(self._on_send)
        self._form.submitted.connect(self._on_send)
        self._form.edited.connect(self._keep)
        self._leave.clicked.connect(lambda: self.ended.emit(False))
        row = ButtonRow()
        row.add(self._send)
        row.add(self._leave)
        column = tight(QVBoxLayout(self), 10)
        column.addWidget(self._heading)
        column.addWidget(self._form)
        column.addWidget(row)
        column.addStretch(1)
        self.setFocusProxy(self._form)
        self.hide()
        self.retranslate_ui()

    def _line_choices(self) -> list[tuple[str, str]]:
        codes: list[str] = []
        if self._invoice is not None:
            codes = [*(line.code for line in self._invoice.lines), *(tax.code for tax in self._invoice.taxes)]
        return [("", self.tr("The whole invoice")), *((code, line_words(code)) for code in codes)]

    def _unit(self) -> str:
        return formats.money_unit("CAD" if self._invoice is None else self._invoice.currency)

    def has_draft(self, invoice: Invoice) -> bool:
        """Tell whether something was typed about an invoice and not sent."""
        return self._workplace.drafts.load(_draft(invoice)) is not None

    def begin(self, invoice: Invoice) -> None:
        """Dispute an invoice, from what was typed about it before, if anything was."""
        draft = self._workplace.drafts.load(_draft(invoice))
        self._invoice, self._key = invoice, new_key() if draft is None else draft.key
        self._line.refill()
        self._amount.retranslate_ui()
        self._form.retranslate_ui()
        self._form.take(_EMPTY if draft is None else _EMPTY | draft.values)
        self.show()
        self.retranslate_ui()
        self._form.setFocus()

    def forget(self) -> None:
        """Show nothing of one person to the next; what was typed stays for the one who typed it."""
        self._invoice = None
        self._form.take(_EMPTY)
        self.hide()

    def _keep(self) -> None:
        """Keep what is typed while it is typed; a form that was emptied again leaves nothing."""
        invoice, values = self._invoice, self._form.values()
        if invoice is None:
            return
        if any(values[name] for name in _TYPED):
            self._workplace.drafts.keep(_draft(invoice), Draft(values, self._key))
        else:
            self._workplace.drafts.forget(_draft(invoice))

    def _done(self) -> None:
        if self._invoice is not None:
            self._workplace.drafts.forget(_draft(self._invoice))
        self.forget()
        self.ended.emit(True)

    def _on_send(self) -> None:
        invoice = self._invoice
        if invoice is None or not self._send.isEnabled():
            return
        request, problems = checked(DisputeRequest, self._form.value())
        self._message.clear()
        self._form.show_problems(problems)
        if request is None:
            self._message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))
            return
        profile = self._workplace.session.open_profile
        self._send.setEnabled(False)
        self._workplace.unsent.submit(
            DISPUTE_INVOICE,
            request,
            self._on_answer,
            key=self._key,
            access_code="" if profile is None else profile.access_code,
            path={"invoice_number": invoice.invoice_number},
        )

    def _on_answer(self, answer: Answer) -> None:
        self._send.setEnabled(True)
        number = "" if self._invoice is None else self._invoice.invoice_number
        match answer:
            case Sent():
                self._done()
                self._message.say(
                    Tone.SUCCESS, lambda: self.tr("We have your dispute of invoice {number}.").format(number=number)
                )
            case Waiting():
                self._done()
                self._message.say(
                    Tone.WARNING,
                    lambda: self.tr(
                        "The server cannot be reached. Your dispute of invoice {number} is safe on this computer and will be"
                        " sent automatically."
                    ).format(number=number),
                )
            case Returned(submission, fault):
                self._workplace.unsent.withdraw(submission)
                self._key = new_key()
                self._keep()
                self._show_fault(fault)
            case NotKept(fault):
                self._show_fault(fault)

    def _show_fault(self, fault: Fault) -> None:
        if isinstance(fault, Invalid):
            self._form.show_problems(fault.errors)
        self._message.say_fault(Err(fault), self._workplace.link)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        number = "" if self._invoice is None else self._invoice.invoice_number
        self._heading.setText(self.tr("Dispute invoice {number}").format(number=number))
        self._send.setText(self.tr("Send the dispute"))
        self._leave.setText(self.tr("Leave it"))


def _draft(invoice: Invoice) -> str:
    return f"dispute.{invoice.invoice_number}"
