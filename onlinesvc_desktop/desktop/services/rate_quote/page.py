# SPDX-License-Identifier: MIT
"""The service Rate quote: a new quote, the quotes of the enterprise, and many at once from a file."""

from typing import TypeVar

from onlinesvc_desktop.contract.rate_quote import RateQuote
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab, TabsPage
from onlinesvc_desktop.desktop.services.rate_quote.from_file import QuotesFromFile
from onlinesvc_desktop.desktop.services.rate_quote.new_quote import NewQuote
from onlinesvc_desktop.desktop.services.rate_quote.quotes import QuoteList
from onlinesvc_desktop.desktop.targets import Show, Start, Target
from onlinesvc_desktop.desktop.workplace import Workplace

Opening = TypeVar("Opening", QuoteList, QuotesFromFile)


class RateQuotePage(TabsPage):
    """Three tabs; a quote that is opened in one of the others is shown in the first."""

    def __init__(self, workplace: Workplace) -> None:
        self._new = NewQuote(workplace)
        self._list = LateTab(QuoteList, lambda: self._opening(QuoteList(workplace)))
        self._many = LateTab(QuotesFromFile, lambda: self._opening(QuotesFromFile(workplace)))
        super().__init__("rateQuote", "rateQuote", workplace.theme, (self._new, self._list, self._many))
        self.retranslate_ui()

    def _opening(self, tab: Opening) -> Opening:
        tab.opened.connect(self._show)
        return tab

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Rate quote")

    def receive(self, target: Target) -> None:
        """Begin a quote with what another page knows of the shipment, or open one by its number."""
        match target:
            case Start(_, values):
                self._tabs.setCurrentWidget(self._new)
                self._new.begin(values)
            case Show(_, number):
                self._tabs.setCurrentWidget(self._list)
                self._list.part.open(number)
            case _:
                pass

    def _show(self, quote: RateQuote) -> None:
        self._tabs.setCurrentWidget(self._new)
        self._new.show_quote(quote)
