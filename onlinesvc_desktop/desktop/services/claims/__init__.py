# SPDX-License-Identifier: MIT
"""Claims: a notice in under a minute, the claim with its goods and papers, and the carrier's side."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.claims import queue_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.claims.page import ClaimsPage

    return ClaimsPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.claims.decide import ClaimsPanel

    return ClaimsPanel


ENTRY: Final = ServiceEntry(
    where=Service.CLAIMS,
    make_page=_page,
    group=Group.MONEY,
    icon="claim",
    topic="claims",
    title_key=QT_TRANSLATE_NOOP("Service", "Claims"),
    description_key=QT_TRANSLATE_NOOP("Service", "Give notice in time, claim loss or damage, follow it to the end."),
    queued={"claim": queue_words.claim},
    open_work={"claims": queue_words.waiting},
    made_ahead=6,
    has_form=True,
    tab=_tab,
)
