# SPDX-License-Identifier: MIT
"""What a service page is given: one bundle made by the composition root."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.lent_numbers import LentNumbers
from onlinesvc_desktop.client.seen import Seen
from onlinesvc_desktop.contract.templates import GoodsItem, TemplateItem
from onlinesvc_desktop.desktop.address_book import AddressBook
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.drafts import DraftKeeper
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.kept_book import KeptBook
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.open_work import OpenWorkCounts
from onlinesvc_desktop.desktop.papers import PaperRenderer
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.shipping_flow import ShippingFlow
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.unsent import UnsentQueue
from onlinesvc_desktop.desktop.watch_list import WatchList

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.tabs_page import Tab


class Workplace(msgspec.Struct, frozen=True):
    """The program's parts below the window."""

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
    seen: Seen
    watch_list: WatchList
    flow: ShippingFlow
    open_work: OpenWorkCounts
    address_book: AddressBook
    goods: KeptBook[GoodsItem]
    templates: KeptBook[TemplateItem]
    lent_numbers: LentNumbers
    papers: PaperRenderer
    now: Callable[[], datetime]
    service_tabs: "Sequence[Callable[[Workplace], Tab]]"
    """What the services give administrators to decide, in their order."""
