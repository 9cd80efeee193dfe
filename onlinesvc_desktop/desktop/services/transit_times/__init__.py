# SPDX-License-Identifier: MIT
"""Transit times: service days between two places, for anyone; the service table behind them, for administrators."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.transit_times.page import TransitTimesPage

    return TransitTimesPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.transit_times.decide import PointsPanel

    return PointsPanel


ENTRY: Final = ServiceEntry(
    where=Service.TRANSIT_TIMES,
    make_page=_page,
    made_ahead=2,
    group=Group.SHIPMENTS,
    icon="clock",
    topic="transitTimes",
    title_key=QT_TRANSLATE_NOOP("Service", "Transit times"),
    description_key=QT_TRANSLATE_NOOP("Service", "When goods are picked up and delivered between two places."),
    tab=_tab,
)
