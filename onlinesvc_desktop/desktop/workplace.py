# SPDX-License-Identifier: MIT
"""What a service page is given: one bundle made by the composition root."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.paths import Paths, witness_folder
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.drafts import DraftKeeper
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.open_work import OpenWorkCounts
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.unsent import UnsentQueue

if TYPE_CHECKING:
    from onlinesvc_desktop.client.lent_numbers import LentNumbers
    from onlinesvc_desktop.client.seen import Seen
    from onlinesvc_desktop.contract.templates import GoodsItem, TemplateItem
    from onlinesvc_desktop.desktop.address_book import AddressBook
    from onlinesvc_desktop.desktop.kept_book import KeptBook
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.papers import PaperRenderer
    from onlinesvc_desktop.desktop.shipping_flow import ShippingFlow
    from onlinesvc_desktop.desktop.watch_list import WatchList


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """The program's parts below the window.

    Those that the window needs to be painted are given. The others bring most of the contract with them: they are loaded and
    made when they are first asked for, once each. ``Program.start`` asks, right after the first paint, for those that
    follow sessions and submissions from the beginning.
    """

    paths: Paths
    link: BackendLink
    session: SessionState
    connection: Connection
    language: LanguageService
    settings: SettingsStore
    theme: Theme
    jobs: JobRunner
    embedded: EmbeddedBackend
    drafts: DraftKeeper
    unsent: UnsentQueue
    open_work: OpenWorkCounts
    now: Callable[[], datetime]
    service_tabs: "Callable[[], Sequence[TabKind]]"
    """Returns what the services give administrators to decide, in their order."""

    def today(self) -> date:
        """Return the day it is here, by the clock and in the zone of this computer."""
        return self.now().astimezone().date()

    @cached_property
    def watch_list(self) -> "WatchList":
        """What is watched."""
        from onlinesvc_desktop.desktop.watch_list import WatchList

        return WatchList(self.link, self.session, self.jobs, self.unsent, self.paths.watch_seen)

    @cached_property
    def flow(self) -> "ShippingFlow":
        """The shipment in hand, from its quote to its pickup."""
        from onlinesvc_desktop.desktop.shipping_flow import ShippingFlow

        return ShippingFlow(self.link, self.session, self.unsent)

    @cached_property
    def address_book(self) -> "AddressBook":
        """The addresses of the session."""
        from onlinesvc_desktop.desktop.address_book import AddressBook

        return AddressBook(self.link, self.session, self.unsent)

    @cached_property
    def goods(self) -> "KeptBook[GoodsItem]":
        """The goods of the session."""
        from onlinesvc_desktop.desktop.kept_book import KeptBook
        from onlinesvc_desktop.desktop.shipping_lists import GOODS

        return KeptBook(self.link, self.session, self.unsent, GOODS)

    @cached_property
    def templates(self) -> "KeptBook[TemplateItem]":
        """The templates of the session."""
        from onlinesvc_desktop.desktop.kept_book import KeptBook
        from onlinesvc_desktop.desktop.shipping_lists import TEMPLATES

        return KeptBook(self.link, self.session, self.unsent, TEMPLATES)

    @cached_property
    def seen(self) -> "Seen":
        """What was lately seen of shipments."""
        from onlinesvc_desktop.client.seen import Seen

        return Seen(self.paths.seen)

    @cached_property
    def lent_numbers(self) -> "LentNumbers":
        """Numbers for bills without a link."""
        from onlinesvc_desktop.client.lent_numbers import LentNumbers

        return LentNumbers(self.paths.lent_numbers, witness_folder())

    @cached_property
    def papers(self) -> "PaperRenderer":
        """The one renderer of papers."""
        from onlinesvc_desktop.desktop.papers import PaperRenderer

        return PaperRenderer()
