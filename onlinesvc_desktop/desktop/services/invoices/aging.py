# SPDX-License-Identifier: MIT
"""What is owed by days past due: a bar for each bucket with its sum as a button, which lists those invoices."""

from decimal import Decimal
from functools import partial

from msgspec import UNSET
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.invoices import Bucket, Chosen, CurrencyAging, InvoiceQuery, InvoiceSummary
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.invoices.words import bucket_words
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_LEAST = 2


class _Bar(QWidget):
    """A share of the whole; the same figure stands on the button below it."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return half a line's height."""
        return QSize(_LEAST, self.fontMetrics().height() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the share."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().alternateBase())
        if self._share > 0:
            width = max(_LEAST, self.width() * self._share)
            painter.fillRect(QRectF(0, 0, width, self.height()), self.palette().highlight())
        painter.end()


class AgingPanel(Panel):
    """One line for each currency. Hidden while nothing is owed."""

    chosen = Signal(str, object)
    """Carries a currency and a bucket."""

    def __init__(self, owner: str) -> None:
        super().__init__()
        self.setObjectName(f"{owner}.aging")
        self._owner = owner
        self._summary: InvoiceSummary | None = None
        self._column = tight(QVBoxLayout(self), 8)
        self.hide()

    def show_summary(self, summary: InvoiceSummary | None) -> None:
        """Show what is owed, or nothing."""
        self._summary = summary
        self.setVisible(summary is not None and bool(summary.currencies))
        self.retranslate_ui()

    def count_of(self, query: InvoiceQuery) -> int:
        """Return how many invoices a choice names, as far as the sums tell; 0 when they do not."""
        owed = [
            one
            for aging in (() if self._summary is None else self._summary.currencies)
            for one in aging.buckets
            if query.currency in ("", aging.currency)
        ]
        if query.bucket is not UNSET:
            return sum(one.count for one in owed if one.bucket is query.bucket)
        if query.state is Chosen.OPEN:
            return sum(one.count for one in owed)
        if query.state is Chosen.PAST_DUE:
            return sum(one.count for one in owed if one.bucket is not Bucket.CURRENT)
        return 0

    def _line(self, aging: CurrencyAging) -> QWidget:
        line = QWidget()
        column = tight(QVBoxLayout(line), 4)
        head = label("title", wrap=True)
        total, late = (formats.money_words(amount, aging.currency) for amount in (aging.total, aging.past_due))
        head.setText(self.tr("Owed: {total}; past due: {late}").format(total=total, late=late))
        head.setObjectName(f"{self._owner}.owed{aging.currency}")
        row = tight(QHBoxLayout(), 10)
        most = max((Decimal(one.amount) for one in aging.buckets), default=Decimal(0))
        for owed in aging.buckets:
            cell = tight(QVBoxLayout(), 3)
            amount = Decimal(owed.amount)
            cell.addWidget(_Bar(float(max(amount, Decimal(0)) / most) if most > 0 else 0.0))
            button = TextButton(f"{self._owner}.aging{aging.currency}{owed.bucket.value}", "link")
            amount_words = formats.money_words(owed.amount, aging.currency)
            words = self.tr("{bucket}: {amount}").format(bucket=bucket_words(owed.bucket), amount=f"\n{amount_words}")
            button.setText(words.replace(" \n", "\n"))
            button.setAccessibleName(words.replace("\n", ""))
            button.setAccessibleDescription(self.tr("List these invoices"))
            button.setEnabled(owed.count > 0)
            button.clicked.connect(partial(self._choose, aging.currency, owed.bucket))
            cell.addWidget(button)
            row.addLayout(cell, 1)
        column.addWidget(head)
        column.addLayout(row)
        return line

    def _choose(self, currency: str, bucket: Bucket, _checked: bool = False) -> None:
        self.chosen.emit(currency, bucket)

    def retranslate_ui(self) -> None:
        """Show everything anew in the current language."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for aging in () if self._summary is None else self._summary.currencies:
            self._column.addWidget(self._line(aging))
