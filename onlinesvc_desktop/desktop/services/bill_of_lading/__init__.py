# SPDX-License-Identifier: MIT
"""Bills of lading: write one, print it with its labels, find and cancel earlier ones."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.bill_of_lading import queue_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage

    return BillOfLadingPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.bill_of_lading.ranges import NumberRangesPanel

    return NumberRangesPanel


ENTRY: Final = ServiceEntry(
    where=Service.BILL_OF_LADING,
    make_page=_page,
    group=Group.SHIP,
    icon="list",
    topic="billOfLading",
    title_key=QT_TRANSLATE_NOOP("Service", "Bill of lading"),
    description_key=QT_TRANSLATE_NOOP("Service", "Write a bill, print it with its labels, find earlier ones."),
    queued={"bill_of_lading": queue_words.bill, "bill_print": queue_words.bill_print},
    made_ahead=9,
    has_form=True,
    formless=frozenset({"bill_print"}),
    quiet=frozenset({"bill_print"}),
    tab=_tab,
)
