# SPDX-License-Identifier: MIT
"""The bill of lading: the whole form by keyboard, what is still missing, and the papers once it is issued."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.lent_numbers import LentNumber
from onlinesvc_desktop.contract.bill_checks import advice_of
from onlinesvc_desktop.contract.bill_of_lading import (
    ISSUE_BILL,
    BillOfLading,
    IssuedBill,
    usual_bol_number,
)
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.limits import MAX_LONG_TEXT
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.templates import TemplateItem
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.pages.form_page import FormPage
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.services.bill_of_lading.bills import BillsPanel
from onlinesvc_desktop.desktop.services.bill_of_lading.editors import (
    OWNER,
    BillUnitsEditor,
    CodEditor,
    ReferencesEditor,
)
from onlinesvc_desktop.desktop.services.bill_of_lading.issued import IssuedPanel
from onlinesvc_desktop.desktop.services.bill_of_lading.lending import Lending, is_about_number, without_number
from onlinesvc_desktop.desktop.services.bill_of_lading.quote import QuoteEditor
from onlinesvc_desktop.desktop.services.bill_of_lading.templates import (
    TemplateFinder,
    TemplateKeeper,
    bill_values_of,
)
from onlinesvc_desktop.desktop.services.bill_of_lading.words import advice_line, problem_line, terms_choices
from onlinesvc_desktop.desktop.targets import Show, Start, Target
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.moments import Day
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.widgets.late import Late
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.words.accessorials import accessorial_choices, accessorial_words
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_PAUSE_MS = 200
_SHOWN_LINES = 8
_INSTRUCTION_LINES = 3
_DROPPED_FROM_COPY = ("bol_number", "autopro_number", "number_block", "issued_at", "ship_date", "quote")


class BillOfLadingPage(FormPage):
    """A new bill in one tab, earlier ones in the other."""

    operation = ISSUE_BILL
    width_characters = 170

    def __init__(self, workplace: Workplace) -> None:
        self._request: BillOfLading | None = None
        self._was_entered = False
        super().__init__(OWNER, OWNER, workplace)
        self._lending = Lending(workplace)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_over)
        self.form.edited.connect(self._pause.start)
        self.bills = Late(self._make_bills)
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{OWNER}.tabs")
        self._tabs.setDocumentMode(True)
        self.body.removeWidget(self.area)
        self._tabs.addTab(self.area, "")
        self._tabs.addTab(self.bills, "")
        self._tabs.currentChanged.connect(lambda _index: self.entered())
        self.body.addWidget(self._tabs, 1)
        workplace.session.changed.connect(self._on_session_changed)
        self._look_over()
        self.retranslate_ui()

    def entries(self) -> list[Entry]:
        """Return the fields, in the order of the paper."""
        day, today = Day(f"{OWNER}.shipDate", self.workplace.today), self.workplace.today
        self._quote = QuoteEditor(self.workplace, lambda: max(date.fromisoformat(day.value()), today()))
        services = Several(f"{OWNER}.accessorials", accessorial_choices, accessorial_words)
        return [
            Entry("ship_date", day, lambda: self.tr("Shipping date")),
            Entry("terms", Choices(f"{OWNER}.terms", terms_choices), lambda: self.tr("Freight charges")),
            Entry(
                "bol_number",
                Line(f"{OWNER}.bolNumber", 30),
                lambda: self.tr("Bill number"),
                hint=lambda: self.tr("Leave it empty to get one."),
            ),
            Entry("quote", self._quote, lambda: self.tr("Quote number and letter")),
            Entry("shipper", self._party("shipper"), lambda: self.tr("Shipper (point of pickup)")),
            Entry("consignee", self._party("consignee"), lambda: self.tr("Consignee (point of delivery)")),
            Entry("bill_to", self._party("billTo"), lambda: self.tr("Bill to, if a third party pays")),
            Entry("customs_broker", self._party("customsBroker"), lambda: self.tr("Customs broker")),
            Entry(
                "handling_units",
                BillUnitsEditor(self.workplace.goods),
                lambda: self.tr("Handling units and goods"),
                wide=True,
            ),
            Entry("references", ReferencesEditor(), lambda: self.tr("References"), wide=True),
            Entry("accessorials", services, lambda: self.tr("Additional services")),
            Entry(
                "instructions",
                TextArea(f"{OWNER}.instructions", _INSTRUCTION_LINES, MAX_LONG_TEXT),
                lambda: self.tr("Special instructions"),
            ),
            Entry(
                "declared_value",
                Decimal(f"{OWNER}.declaredValue", 2, lambda: "$"),
                lambda: self.tr("Declared value"),
                hint=lambda: self.tr("Without one, the carrier owes at most 2.00 $ a pound (4.41 $/kg)."),
            ),
            Entry("cod", CodEditor(), lambda: self.tr("COD"), wide=True),
        ]

    def _party(self, role: str) -> AddressEditor:
        editor = AddressEditor(f"{OWNER}.{role}", book=self.workplace.address_book)
        editor.picked.connect(self._on_picked)
        return editor

    def _on_picked(self, entry: Mapping[str, Any]) -> None:
        """Take over what an entry of the address book wants done with each shipment, beside what is chosen already."""
        usual = [code for code in entry.get("accessorials", ()) if isinstance(code, str)]
        values = self.form.values()
        more: dict[str, Any] = {}
        if new := [code for code in usual if code not in values["accessorials"]]:
            more["accessorials"] = [*values["accessorials"], *new]
        if entry.get("instructions") and not values["instructions"]:
            more["instructions"] = entry["instructions"]
        self.form.take(more)
        self._pause.start()

    def blank(self) -> dict[str, Any]:
        """Begin prepaid."""
        return {"terms": Terms.PREPAID.value}

    def _build_form(self) -> QWidget:
        frame = super()._build_form()
        self._missing = label("muted", wrap=True)
        self._missing.setObjectName(f"{OWNER}.missing")
        self._advice = label("muted", wrap=True)
        self._advice.setObjectName(f"{OWNER}.advice")
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        self._template = TemplateFinder(self.workplace.templates)
        self._template.picked.connect(self._on_template)
        column.insertWidget(1, self._template)
        keeper = TemplateKeeper(self.workplace, self.message, self.form.value)
        keeper.wrong.connect(self.form.show_problems)
        column.addWidget(keeper)
        at = column.count() - 3
        column.insertWidget(at, self._missing)
        column.insertWidget(at + 1, self._advice)
        return frame

    def _on_template(self, item: TemplateItem) -> None:
        """Take what a template holds; day, numbers and quote stay as they are."""
        self.form.take(bill_values_of(item))
        self._keep()
        self._look_over()
        self.form.setFocus()

    def _build_done(self) -> QWidget:
        self.issued = Late(self._make_issued)
        return self.issued

    def _make_issued(self) -> IssuedPanel:
        made = IssuedPanel(self.message, self.workplace)
        made.go_wanted.connect(self.go_wanted)
        made.another_wanted.connect(self._start_over)
        return made

    def _make_bills(self) -> BillsPanel:
        made = BillsPanel(self.workplace)
        made.go_wanted.connect(self.go_wanted)
        made.copy_wanted.connect(self._copy_bill)
        return made

    def first_field(self) -> QWidget:
        """Start in the first field, or on the papers."""
        if self._tabs.currentIndex() == 1:
            return self.bills
        return self.issued if self.form_side.isHidden() else self.form

    def entered(self) -> None:
        """Fetch the list when it comes to the front; have numbers ready for work without a link."""
        self._was_entered = True
        if self._tabs.currentIndex() == 1:
            self.bills.part.entered()
        self._lending.have_enough()
        self._show_parties()

    def receive(self, target: Target) -> None:
        """Begin a bill, from a quote with its number locked; or open an earlier one by its number."""
        if isinstance(target, Show):
            self._tabs.setCurrentIndex(1)
            self.bills.part.open(target.number)
            return
        self._tabs.setCurrentIndex(0)
        super().receive(target)
        match target:
            case Start(_, {"quote": str(quote)}) if quote:
                self._quote.lock(self._quote.value() == quote)
            case _:
                pass
        self._look_over()

    def _copy_bill(self, content: BillOfLading) -> None:
        """Begin a new bill with what an earlier one holds, but for its day and numbers."""
        values: Mapping[str, Any] = msgspec.to_builtins(content)
        kept = {name: value for name, value in values.items() if name not in _DROPPED_FROM_COPY}
        self.receive(Start(Service.BILL_OF_LADING, self.blank() | kept))

    def _look_over(self) -> None:
        """Say what is still missing and what is worth a second look."""
        values = self.form.value()
        _, problems = check(BillOfLading, values)
        missing = [problem_line(problem) for problem in problems]
        advice = [advice_line(one) for one in advice_of(values)]
        self._missing.setText(_listed(self.tr("Still missing:"), missing))
        self._missing.setVisible(bool(missing))
        self._advice.setText(_listed(self.tr("Worth a second look:"), advice))
        self._advice.setVisible(bool(advice))
        self._show_parties()

    def _show_parties(self) -> None:
        """Show whom a third party's bill goes to, and a broker where a border is crossed; what is filled in stays shown."""
        values = self.form.values()
        third = values["terms"] == Terms.THIRD_PARTY.value
        abroad = {values[role].get("country", "CA") for role in ("shipper", "consignee")} != {"CA"}
        self.form.field("bill_to").setVisible(third or bool(values["bill_to"]))
        self.form.field("customs_broker").setVisible(abroad or bool(values["customs_broker"]))

    def _send(self) -> None:
        if not self._submit.isEnabled():
            return
        values = self.form.value()
        kept, problems = check(BillOfLading, values)
        self.message.clear()
        self.form.show_problems(problems)
        if problems:
            self.message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))
            return
        try:
            request = from_values(kept, BillOfLading)
        except msgspec.ValidationError:
            self.message.say(Tone.WARNING, lambda: self.tr("A number in the form is not written correctly."))
            return
        self._set_busy(True)
        self._lending.take(lambda outcome: self._with_lent(request, outcome))

    def _with_lent(self, request: BillOfLading, outcome: Outcome[LentNumber | None]) -> None:
        """Give a bill its number out of the lent block, if one is left: the link may be gone without anybody knowing yet."""
        match outcome:
            case Ok(LentNumber(number, token)):
                bol_number = request.bol_number if request.bol_number is not UNSET else usual_bol_number(number)
                request = msgspec.structs.replace(
                    request,
                    autopro_number=number,
                    number_block=token,
                    bol_number=bol_number,
                    issued_at=self.workplace.now(),
                )
            case _:
                pass
        self._submit_bill(request)

    def _submit_bill(self, request: BillOfLading) -> None:
        profile = self.workplace.session.open_profile
        code = "" if profile is None else profile.access_code
        self._request = request
        self.workplace.unsent.submit(self.operation, request, self._on_answer, key=self._key, access_code=code)

    def _on_answer(self, answer: Answer) -> None:
        self._set_busy(False)
        request = self._request
        match answer:
            case Sent(_, IssuedBill() as numbers) if request is not None:
                self._show_issued(request, numbers.bol_number, numbers.autopro_number)
            case Waiting(submission) if request is not None:
                number = "" if request.autopro_number is UNSET else request.autopro_number
                bol_number = "" if request.bol_number is UNSET else request.bol_number
                self._show_issued(request, bol_number, number, submission.key)
            case Returned(submission, fault) if request is not None and is_about_number(fault):
                # The server knows no such loan, and nothing was printed: it gives the number itself.
                self.workplace.unsent.withdraw(submission)
                self._key = new_key()
                self._set_busy(True)
                self._submit_bill(without_number(request))
            case Returned(submission, fault):
                self.workplace.unsent.withdraw(submission)
                self._show_fault(fault)
            case NotKept(fault):
                self._show_fault(fault)
            case _:
                pass

    def _show_issued(self, request: BillOfLading, bol_number: str, autopro: str, waiting_key: str = "") -> None:
        numbered = request
        if autopro:
            numbered = msgspec.structs.replace(
                request, bol_number=bol_number, autopro_number=autopro, number_block=UNSET, issued_at=UNSET
            )
        info = self.workplace.connection.info
        self.issued.part.show_bill(numbered, "" if info is None else info.carrier_name, waiting_key)
        self._show_done(waits=bool(waiting_key))
        self.issued.setFocus()
        self._lending.have_enough()

    def _show_done(self, waits: bool) -> None:
        self._waits = waits
        self._empty()
        self.form_side.hide()
        self.issued.show()
        self.area.verticalScrollBar().setValue(0)

    def _show_form(self) -> None:
        self.issued.hide()
        self.form_side.show()

    def _empty(self) -> None:
        super()._empty()
        self._look_over()

    def _on_session_changed(self) -> None:
        """Show nothing of one customer to the next."""
        if not self.workplace.session.is_open:
            if self.issued.made is not None:
                self.issued.made.forget()
            self._show_form()
        elif self._was_entered:
            self._lending.have_enough()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Bill of lading")

    def intro_words(self) -> str:
        """Say what the asterisk means and what happens on OK."""
        return self.tr(
            "Fields marked with * are required. The bill gets its number at once; without a link it takes one that this"
            " computer has borrowed."
        )

    def done_words(self, email: str) -> str:
        """Nothing: the papers follow."""
        return email

    def retranslate_ui(self) -> None:
        """Set the texts."""
        if not hasattr(self, "_tabs"):
            return
        self.setAccessibleName(self.heading_words())
        Page.retranslate_ui(self)
        self._intro.setText(self.intro_words())
        self._submit.setText(self.tr("&Issue the bill"))
        self._template.setPlaceholderText(self.tr("Begin from a template: type a part of its name, then Enter"))
        self._template.setAccessibleName(self.tr("Begin from a template"))
        self._clear.setText(self.tr("Clear the form"))
        self._tabs.setTabText(0, self.tr("New bill"))
        self._tabs.setTabText(1, self.tr("Earlier bills"))
        self._look_over()


def _listed(heading: str, lines: list[str]) -> str:
    shown = lines[:_SHOWN_LINES]
    rest = ["…"] if len(lines) > _SHOWN_LINES else []
    return "\n".join([heading, *(f"• {line}" for line in shown), *rest])
