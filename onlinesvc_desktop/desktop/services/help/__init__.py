# SPDX-License-Identifier: MIT
"""The Help: ten questions and a topic for every heading (P17)."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.help.page import HelpPage

    return HelpPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.HELP,
    make_page=_page,
    group=Group.SUPPORT,
    icon="book",
    topic="help",
    made_ahead=13,
    title_key=QT_TRANSLATE_NOOP("Service", "Help"),
    description_key=QT_TRANSLATE_NOOP("Service", "Answers to common questions, and a topic for every heading."),
)
