# SPDX-License-Identifier: MIT
"""The page of what is kept for the next time: addresses, goods, templates, and files of addresses."""

from typing import Any

from onlinesvc_desktop.desktop.pages.kept_tab import KeptTab
from onlinesvc_desktop.desktop.pages.tabs_page import LateTab, TabsPage
from onlinesvc_desktop.desktop.services.addresses.goods_tab import GoodsTab
from onlinesvc_desktop.desktop.services.addresses.import_tab import ImportTab
from onlinesvc_desktop.desktop.services.addresses.tab import AddressesTab
from onlinesvc_desktop.desktop.services.addresses.templates_tab import TemplatesTab
from onlinesvc_desktop.desktop.targets import Edit, Target
from onlinesvc_desktop.desktop.workplace import Workplace


class AddressesPage(TabsPage):
    """Opens on the addresses; what was not sent is taken up in the tab it came from."""

    def __init__(self, workplace: Workplace) -> None:
        self._addresses = AddressesTab(workplace)
        self._goods = LateTab(GoodsTab, lambda: GoodsTab(workplace))
        self._templates = LateTab(TemplatesTab, lambda: TemplatesTab(workplace))
        files = LateTab(ImportTab, lambda: ImportTab(workplace))
        super().__init__("addresses", "addresses", workplace.theme, (self._addresses, self._goods, self._templates, files))
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Address book")

    def receive(self, target: Target) -> None:
        """Take up what was not sent, or open a tab."""
        match target:
            case Edit(submission):
                kept: tuple[KeptTab[Any], ...] = (self._addresses, self._goods.part, self._templates.part)
                at = next(at for at, tab in enumerate(kept) if tab.book.has_sent(submission))
                self._tabs.setCurrentIndex(at)
                kept[at].take_up(submission)
            case _:
                super().receive(target)
