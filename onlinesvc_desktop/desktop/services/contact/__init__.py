# SPDX-License-Identifier: MIT
"""Contact: telephone numbers of the carrier."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.contact.page import ContactPage

    return ContactPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.CONTACT,
    make_page=_page,
    group=Group.SUPPORT,
    icon="phone",
    topic="contact",
    made_ahead=14,
    title_key=QT_TRANSLATE_NOOP("Service", "Contact us"),
    description_key=QT_TRANSLATE_NOOP("Service", "Whom to call when you need a person."),
)
