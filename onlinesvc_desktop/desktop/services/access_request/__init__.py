# SPDX-License-Identifier: MIT
"""The Personal access request: asked for by anybody, decided by an administrator (P4)."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.access_request import words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.access_request.page import AccessRequestPage

    return AccessRequestPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.access_request.decide import AccessRequestsPanel

    return AccessRequestsPanel


ENTRY: Final = ServiceEntry(
    where=Service.ACCESS_REQUEST,
    make_page=_page,
    group=Group.ACCOUNT,
    icon="mail",
    topic="accessRequest",
    made_ahead=15,
    title_key=QT_TRANSLATE_NOOP("Service", "Personal access request"),
    description_key=QT_TRANSLATE_NOOP("Service", "Ask for an access code of your own; it comes by e-mail."),
    queued={"access_request": words.request},
    open_work={"access_request": words.waiting},
    has_form=True,
    tab=_tab,
)
