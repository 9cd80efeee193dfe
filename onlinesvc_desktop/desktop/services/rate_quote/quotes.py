# SPDX-License-Identifier: MIT
"""The quotes of the enterprise, the newest first; one that is opened is shown with what was asked."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import Refused
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.contract.rate_quote import GET_RATE_QUOTE, LIST_RATE_QUOTES, QuoteItem, RateQuote, is_over
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_page import ListWords, PagedTable
from onlinesvc_desktop.desktop.pages.tabs_page import Tab
from onlinesvc_desktop.desktop.services.rate_quote.words import place_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.text import Filter
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "rateQuote.quotes"
_AT_ONCE = 50
_PAUSE_MS = 300


class QuoteList(Tab):
    """Searched at the server, so that an old quote is found too."""

    opened = Signal(object)
    """Carries a ``RateQuote``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName(_OWNER)
        self._workplace = workplace
        self.message = MessageLine(f"{_OWNER}.message", workplace.theme)
        self._search = Filter(f"{_OWNER}.search", longest=MAX_SEARCH_LENGTH)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.entered)
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.returnPressed.connect(self.entered)
        self._open = TextButton(f"{_OWNER}.open")
        self._open.clicked.connect(self._open_current)
        self._table = PagedTable[QuoteItem](_OWNER, self._columns(), self._words(), self.message, workplace, _AT_ONCE)
        self._table.opened.connect(self._show)
        bar = tight(QHBoxLayout(), 12)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._open)
        layout = tight(QVBoxLayout(self), 12)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.message)
        layout.addWidget(self._table.busy)
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._search)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab, which is there before the tab."""
        return QCoreApplication.translate("QuoteList", "Your quotes")

    def entered(self) -> None:
        """Fetch anew."""
        self._pause.stop()
        search = self._search.text().strip()

        def fetch(client: ApiClient, cursor: Cursor) -> Page[QuoteItem]:
            return client.send(LIST_RATE_QUOTES, query=PageQuery(search=search, cursor=cursor))

        if self._workplace.session.is_open:
            self._table.reload(fetch)

    def _columns(self) -> Sequence[Column[QuoteItem]]:
        return (
            Column(lambda: self.tr("Quote"), lambda one: one.number, lambda one: one.number),
            Column(
                lambda: self.tr("Made"),
                lambda one: formats.local_moment_words(one.made_at),
                lambda one: one.made_at.timestamp(),
                value=lambda one: one.made_at,
                unit=lambda: "UTC",
            ),
            Column(lambda: self.tr("From"), lambda one: place_words(one.origin), lambda one: one.origin.city),
            Column(lambda: self.tr("To"), lambda one: place_words(one.destination), lambda one: one.destination.city),
            Column(
                lambda: self.tr("Goods ready"),
                lambda one: formats.date_words(one.ship_date),
                lambda one: one.ship_date,
                value=lambda one: one.ship_date,
            ),
            Column(
                lambda: self.tr("Priced weight (lb)"),
                lambda one: formats.rounded_words(Decimal(one.rated_weight_lb), 0),
                lambda one: Decimal(one.rated_weight_lb),
                right_aligned=True,
                value=lambda one: Decimal(one.rated_weight_lb),
            ),
            Column(
                lambda: self.tr("Total after tax"),
                lambda one: formats.money_words(one.total, one.currency),
                lambda one: Decimal(one.total),
                right_aligned=True,
                value=lambda one: Decimal(one.total),
            ),
            Column(
                lambda: self.tr("Valid until"),
                self._valid_words,
                lambda one: one.valid_until,
                value=lambda one: one.valid_until,
            ),
            Column(lambda: self.tr("By"), lambda one: one.made_by, lambda one: one.made_by),
        )

    def _valid_words(self, item: QuoteItem) -> str:
        words = formats.date_words(item.valid_until)
        has_passed = is_over(item.valid_until, item.origin.province, self._workplace.now())
        return self.tr("{day}, over").format(day=words) if has_passed else words

    def _words(self) -> ListWords:
        return ListWords(
            title=lambda: self.tr("Rate quotes"),
            name=lambda: self.tr("Your quotes, the newest first; Enter opens one"),
            so_far=lambda rows: Counted().lines(rows),
            empty=lambda: self.tr("No quotes match."),
            some_of=lambda shown, rows: self.tr("{shown} of {rows}").format(shown=shown, rows=rows),
            all_of=lambda rows: Counted().lines(rows),
        )

    def _open_current(self) -> None:
        index = self._table.table.view.currentIndex()
        if index.isValid():
            self._show(self._table.table.row_at(index))

    def _show(self, item: QuoteItem) -> None:
        self.open(item.number)

    def open(self, number: str) -> None:
        """Fetch a quote and show it; say so when the enterprise has none such."""

        def received(outcome: Outcome[RateQuote]) -> None:
            match outcome:
                case Ok(quote):
                    self.opened.emit(quote)
                case Err(Refused(ErrorCode.NOT_FOUND)):
                    self.message.say(
                        Tone.WARNING,
                        lambda: self.tr("Quote {number} is not among yours. Check the number, or call us.").format(
                            number=number
                        ),
                    )
                case Err():
                    self.message.say(Tone.WARNING, self._workplace.link.words_for(outcome))

        self.message.clear()
        self._workplace.link.ask(lambda client: client.send(GET_RATE_QUOTE, number=number), received)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._search.setPlaceholderText(self.tr("Search all quotes: number, city, postal code, access code…"))
        self._search.setAccessibleName(self.tr("Search all quotes"))
        self._open.setText(self.tr("Open"))
