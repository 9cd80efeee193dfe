# SPDX-License-Identifier: MIT
"""Bills of lading: issued once with their shipment, printed for ever, cancelled while nothing was picked up."""

from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.services.bill_of_lading.api import ROUTES
from onlinesvc_desktop.backend.services.bill_of_lading.carrier_xml import XML_SERVICES
from onlinesvc_desktop.backend.services.bill_of_lading.desk import DESK
from onlinesvc_desktop.backend.services.bill_of_lading.handing import write_bills_out
from onlinesvc_desktop.backend.services.bill_of_lading.numbers_api import ROUTES as NUMBER_ROUTES
from onlinesvc_desktop.backend.services.bill_of_lading.papers import keep_papers
from onlinesvc_desktop.backend.services.bill_of_lading.shelf import ISSUED_BILLS
from onlinesvc_desktop.backend.services.bill_of_lading.travel import BILLS

__all__ = ["DESK", "SERVICE"]

SERVICE = Service(
    "bill_of_lading",
    ROUTES + NUMBER_ROUTES,
    rounds=(keep_papers, write_bills_out),
    travelling=BILLS,
    documents=(ISSUED_BILLS,),
    xml=XML_SERVICES,
)
