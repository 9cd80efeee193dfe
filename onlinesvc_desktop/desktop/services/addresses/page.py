# SPDX-License-Identifier: MIT
"""The page of the address book: addresses, and files of them."""

from onlinesvc_desktop.desktop.pages.tabs_page import TabsPage
from onlinesvc_desktop.desktop.services.addresses.import_tab import ImportTab
from onlinesvc_desktop.desktop.services.addresses.tab import AddressesTab
from onlinesvc_desktop.desktop.targets import Edit, Target
from onlinesvc_desktop.desktop.workplace import Workplace


class AddressesPage(TabsPage):
    """Opens on the addresses; what was not sent is taken up in the tab it came from."""

    def __init__(self, workplace: Workplace) -> None:
        self._addresses = AddressesTab(workplace)
        super().__init__("addresses", "addresses", workplace.theme, [self._addresses, ImportTab(workplace)])
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Address book")

    def receive(self, target: Target) -> None:
        """Take up what was not sent, or open a tab."""
        match target:
            case Edit(submission):
                self._tabs.setCurrentIndex(0)
                self._addresses.take_up(submission)
            case _:
                super().receive(target)
