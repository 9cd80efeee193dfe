# SPDX-License-Identifier: MIT
"""Tracing: any number of shipments by any of their numbers (P7)."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.tracing import queue_words as words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.tracing.page import TracingPage

    return TracingPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.TRACING,
    make_page=_page,
    group=Group.SHIPMENTS,
    icon="search",
    topic="tracingService",
    title_key=QT_TRANSLATE_NOOP("Service", "Tracing"),
    description_key=QT_TRANSLATE_NOOP("Service", "Find shipments by any of their numbers, one or many at once."),
    queued={"watch": words.watch, "unwatch": words.unwatch},
)
