# SPDX-License-Identifier: MIT
"""Documents: the papers of shipments by any number, shown, printed, and saved together with what is missing."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.documents.page import DocumentsPage

    return DocumentsPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.documents.manage import DocumentsPanel

    return DocumentsPanel


ENTRY: Final = ServiceEntry(
    where=Service.DOCUMENTS,
    make_page=_page,
    made_ahead=4,
    group=Group.SHIPMENTS,
    icon="document",
    topic="documents",
    title_key=QT_TRANSLATE_NOOP("Service", "Documents"),
    description_key=QT_TRANSLATE_NOOP("Service", "Proof of delivery, bill of lading and other papers by any number."),
    tab=_tab,
)
