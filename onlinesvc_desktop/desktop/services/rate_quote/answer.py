# SPDX-License-Identifier: MIT
"""A quote in one glance: total, service levels, every line explained, and what can be done with it."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.contact import parse_postal_code
from onlinesvc_desktop.contract.rate_quote import QuoteOption, RateQuote, is_over
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.rate_quote.explain import Explained, explained, quote_text, weight_words
from onlinesvc_desktop.desktop.services.rate_quote.paper import QuotePaper
from onlinesvc_desktop.desktop.services.rate_quote.words import QuoteCounts, level_words, place_words
from onlinesvc_desktop.desktop.targets import Start
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.facts import Fact, Facts
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.table import MessageView
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "rateQuote"


class QuoteAnswer(Panel):
    """Hidden until there is a quote. The service level that is chosen goes into the bill of lading."""

    go_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self._workplace = workplace
        self._message = message
        self._quote: RateQuote | None = None
        self._is_changed = False
        self._total = label("heading", wrap=True)
        self._total.setObjectName(f"{_OWNER}.total")
        self._number = label("", wrap=True)
        self._number.setObjectName(f"{_OWNER}.number")
        self._weight = label("", wrap=True)
        self._weight.setObjectName(f"{_OWNER}.weight")
        self._stale = label("error", wrap=True)
        self._stale.setObjectName(f"{_OWNER}.stale")
        self._facts = Facts(self._fact_words)
        self._options = MessageView[QuoteOption](f"{_OWNER}.options", self._option_columns(), sortable=False)
        self._lines = MessageView[Explained](f"{_OWNER}.charges", self._line_columns(), sortable=False)
        self._bill = TextButton(f"{_OWNER}.makeBillOfLading", "primary")
        self._bill.clicked.connect(self._make_bill)
        self._again = TextButton(f"{_OWNER}.again")
        self._again.clicked.connect(self.again_wanted)
        self._copy = TextButton(f"{_OWNER}.copy")
        self._copy.clicked.connect(self._on_copy)
        self._paper = QuotePaper(workplace, message)
        self._options.view.opened.connect(lambda _index: self._make_bill() if self._bill.isVisible() else None)
        self._build()
        self.setFocusProxy(self._options)
        self.hide()
        self.retranslate_ui()

    def _build(self) -> None:
        frame, column = card(10)
        column.addWidget(self._total)
        column.addWidget(self._number)
        column.addWidget(self._stale)
        column.addWidget(self._options)
        column.addWidget(self._weight)
        column.addWidget(self._lines)
        column.addWidget(self._facts)
        column.addWidget(ButtonRow(self._bill, self._again, self._copy, *self._paper.buttons))
        column.addWidget(self._paper)
        tight(QVBoxLayout(self)).addWidget(frame)

    @property
    def quote(self) -> RateQuote | None:
        """The quote that is shown."""
        return self._quote

    def show_quote(self, quote: RateQuote | None) -> None:
        """Show a quote, or none."""
        self._quote = quote
        self._is_changed = False
        self._paper.take(quote)
        self._options.model.set_rows([] if quote is None else quote.options)
        if quote is not None:
            self._options.view.setCurrentIndex(self._options.model.index(0, 0))
        self.setVisible(quote is not None)
        self.retranslate_ui()

    def note_change(self) -> None:
        """Say that the form no longer says what this price is for."""
        if self._quote is not None and not self._is_changed:
            self._is_changed = True
            self.retranslate_ui()

    def _option_columns(self) -> Sequence[Column[QuoteOption]]:
        def total(option: QuoteOption) -> str:
            return formats.money_words(option.total, "CAD" if self._quote is None else self._quote.currency)

        return (
            Column(lambda: self.tr("Service level"), lambda one: level_words(one.service_level), lambda one: one.letter),
            Column(lambda: self.tr("Delivery"), lambda one: formats.day_or_dash(one.delivery_date), lambda one: one.letter),
            Column(lambda: self.tr("Total after tax"), total, lambda one: Decimal(one.total), right_aligned=True),
            Column(lambda: self.tr("Quote"), self._option_number, self._option_number),
        )

    def _option_number(self, option: QuoteOption) -> str:
        return "" if self._quote is None else f"{self._quote.number}{option.letter}"

    def _line_columns(self) -> Sequence[Column[Explained]]:
        def amount(row: Explained) -> str:
            return formats.money_words(row.amount, "CAD" if self._quote is None else self._quote.currency)

        return (
            Column(lambda: self.tr("Charge"), lambda row: row.what, lambda row: row.what),
            Column(lambda: self.tr("Amount"), amount, lambda row: Decimal(row.amount), right_aligned=True),
            Column(lambda: self.tr("How it comes about"), lambda row: row.how, lambda row: row.how),
        )

    def _fact_words(self) -> list[Fact]:
        quote = self._quote
        if quote is None:
            return []
        facts = [
            (self.tr("From"), place_words(quote.origin)),
            (self.tr("To"), place_words(quote.destination)),
            (self.tr("Pickup"), formats.date_words(quote.pickup_date)),
            (self.tr("Transit"), QuoteCounts().service_days(quote.service_days)),
            (self.tr("Tariff"), f"{quote.tariff.name}, {formats.date_words(quote.tariff.effective_on)}"),
            (self.tr("Made"), f"{formats.local_moment_words(quote.made_at)}, {quote.made_by}"),
        ]
        if isinstance(quote.density_lb_ft3, str) and isinstance(quote.freight_class, str):
            words = self.tr("{density} lb/ft³, class {freight_class}")
            density = formats.rounded_words(Decimal(quote.density_lb_ft3), 2)
            named = words.format(density=density, freight_class=formats.decimal_text(quote.freight_class))
            facts.append((self.tr("Density"), named))
        return facts

    def _is_over(self) -> bool:
        quote = self._quote
        return quote is not None and is_over(quote.valid_until, quote.origin.province, self._workplace.now())

    def _make_bill(self) -> None:
        quote, index = self._quote, self._options.view.currentIndex()
        if quote is None or self._is_over():
            return
        option = self._options.row_at(index) if index.isValid() else quote.options[0]
        asked = msgspec.to_builtins(quote.request)
        values = {name: asked[name] for name in ("ship_date", "terms", "handling_units", "accessorials") if name in asked}
        if "declared_value" in asked:
            values["declared_value"] = asked["declared_value"]
        for role, place in (("shipper", quote.origin), ("consignee", quote.destination)):
            values[role] = {"city": place.city, "province": place.province}
            given = parse_postal_code(place.postal_code)
            if given is not None:
                values[role]["postal_code"] = given[0]
        self.go_wanted.emit(Start(Service.BILL_OF_LADING, values | {"quote": f"{quote.number}{option.letter}"}))

    def _on_copy(self) -> None:
        if self._quote is not None:
            QGuiApplication.clipboard().setText(quote_text(self._quote))
            self._message.say(Tone.SUCCESS, lambda: self.tr("Copied. Paste it into an e-mail or a document."))

    def retranslate_ui(self) -> None:
        """Word everything in the current language."""
        self._bill.setText(self.tr("Make the bill of lading"))
        self._again.setText(self.tr("Quote again"))
        self._copy.setText(self.tr("Copy as text"))
        self._options.view.setAccessibleName(self.tr("Service levels"))
        self._lines.view.setAccessibleName(self.tr("Charges"))
        quote = self._quote
        if quote is None:
            return
        currency = quote.currency
        self._total.setText(
            self.tr("{total} after tax, {subtotal} before").format(
                total=formats.money_words(quote.total, currency), subtotal=formats.money_words(quote.subtotal, currency)
            )
        )
        self._number.setText(
            self.tr("Quote {number}, an estimate for what is described; valid until {day}").format(
                number=quote.number, day=formats.date_words(quote.valid_until)
            )
        )
        self._weight.setText(weight_words(quote))
        self._stale.setText(self._stale_words())
        self._stale.setVisible(bool(self._stale.text()))
        self._bill.setVisible(not self._is_over() and not self._is_changed)
        self._again.setVisible(self._is_over() or self._is_changed)
        self._lines.model.set_rows(explained(quote))
        for table in (self._lines, self._options):
            table.fit_columns()
            table.fit_height()
        self._facts.retranslate_ui()

    def _stale_words(self) -> str:
        if self._is_over():
            return self.tr("This quote is over. Quote again with the same entries for the price of today.")
        return self.tr("The entries have changed since this quote. Quote again for their price.") if self._is_changed else ""
