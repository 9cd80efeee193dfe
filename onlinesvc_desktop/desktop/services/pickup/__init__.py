# SPDX-License-Identifier: MIT
"""Pickups: asked for alone or from a bill, once or every week; the list of them; the dispatch board for administrators."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.pickup import queue_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.pickup.page import PickupPage

    return PickupPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.pickup.board import BoardPanel

    return BoardPanel


ENTRY: Final = ServiceEntry(
    where=Service.PICKUP,
    make_page=_page,
    made_ahead=7,
    group=Group.SHIP,
    icon="truck",
    topic="pickup",
    title_key=QT_TRANSLATE_NOOP("Service", "Pickups"),
    description_key=QT_TRANSLATE_NOOP("Service", "Have goods picked up, once or every week; change or cancel a pickup."),
    tab=_tab,
    open_work={"pickup": queue_words.to_dispatch},
    queued={
        "pickup": queue_words.pickup,
        "pickup_change": queue_words.change,
        "pickup_cancellation": queue_words.cancellation,
    },
    has_form=True,
    formless=frozenset({"pickup_cancellation"}),
)
