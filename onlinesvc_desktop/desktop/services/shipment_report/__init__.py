# SPDX-License-Identifier: MIT
"""The Shipment report: own shipments as a list, as totals and by e-mail."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.shipment_report.page import ShipmentReportPage

    return ShipmentReportPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.SHIPMENT_REPORT,
    make_page=_page,
    made_ahead=3,
    group=Group.SHIPMENTS,
    icon="list",
    topic="shipmentReport",
    title_key=QT_TRANSLATE_NOOP("Service", "Shipment report"),
    description_key=QT_TRANSLATE_NOOP("Service", "All shipments of your company, the newest first."),
)
