# SPDX-License-Identifier: MIT
"""Invoices: what is owed and since when, each with its lines and its paper, disputes; the carrier's side decides them."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.invoices import queue_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.invoices.page import InvoicesPage

    return InvoicesPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.invoices.decide import DisputesPanel

    return DisputesPanel


ENTRY: Final = ServiceEntry(
    where=Service.INVOICES,
    make_page=_page,
    group=Group.MONEY,
    icon="invoice",
    topic="invoices",
    title_key=QT_TRANSLATE_NOOP("Service", "Invoices"),
    description_key=QT_TRANSLATE_NOOP("Service", "See what is owed and since when; invoices, statement, disputes."),
    queued={"dispute": queue_words.dispute},
    made_ahead=5,
    open_work={"invoices": queue_words.waiting},
    tab=_tab,
)
