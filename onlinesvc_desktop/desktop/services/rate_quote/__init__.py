# SPDX-License-Identifier: MIT
"""Rate quotes: a price from postal codes and sizes alone, each line explained; tariffs for administrators."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.rate_quote.page import RateQuotePage

    return RateQuotePage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.rate_quote.tariffs import TariffsPanel

    return TariffsPanel


ENTRY: Final = ServiceEntry(
    where=Service.RATE_QUOTE,
    make_page=_page,
    made_ahead=8,
    group=Group.SHIP,
    icon="tag",
    topic="rateQuote",
    title_key=QT_TRANSLATE_NOOP("Service", "Rate quote"),
    description_key=QT_TRANSLATE_NOOP("Service", "What a shipment costs, from two postal codes and its sizes."),
    tab=_tab,
)
