# SPDX-License-Identifier: MIT
"""Dispute an invoice: reason, amount, what is wrong. It goes through the queue, so it waits without a link."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Invalid
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.invoices import DISPUTE_INVOICE, DisputeRequest, Invoice
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
        self._form = Form(
            [
                Entry("reason", Choices(f"{owner}.reason", reason_choices), lambda: self.tr("What is wrong")),
                Entry("amount", Decimal(f"{owner}.amount", 2, lambda: "$"), lambda: self.tr("Amount disputed")),
                Entry("line", Choices(f"{owner}.line", self._line_choices), lambda: self.tr("Charge or tax it is about")),
                Entry("description", TextArea(f"{owner}.description", _LINES), lambda: self.tr("What happened"), wide=True),
            ],
            DisputeRequest,
        )
        self._send = TextButton(f"{owner}.sendDispute", "primary")
        self._leave = TextButton(f"{owner}.leaveDispute", "link")
        self._send.clicked.connect(self._on_send)
        self._form.submitted.connect(self._on_send)
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

    def begin(self, invoice: Invoice) -> None:
        """Dispute an invoice; what is typed for another goes."""
        if self._invoice is None or self._invoice.invoice_number != invoice.invoice_number:
            self._invoice, self._key = invoice, new_key()
            self._form.take({"reason": "weight", "amount": "", "line": "", "description": ""})
        self._invoice = invoice
        self._form.retranslate_ui()
        self.show()
        self.retranslate_ui()
        self._form.setFocus()

    def forget(self) -> None:
        """Show nothing of one person to the next."""
        self._invoice = None
        self._form.take({"reason": "weight", "amount": "", "line": "", "description": ""})
        self.hide()

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
                self.forget()
                self.ended.emit(True)
                self._message.say(
                    Tone.SUCCESS, lambda: self.tr("We have your dispute of invoice {number}.").format(number=number)
                )
            case Waiting():
                self.forget()
                self.ended.emit(True)
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
