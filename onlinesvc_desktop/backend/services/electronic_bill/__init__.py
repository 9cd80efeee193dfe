# SPDX-License-Identifier: MIT
"""Bills of lading for customers' own programs in the form of the NMFTA standard: an independent reading of it.

Nothing here says what a bill is: the desk of the service that issues bills does.
"""

from functools import partial

from onlinesvc_desktop.backend.bills import BillDesk
from onlinesvc_desktop.backend.service import Service, StandardDoor
from onlinesvc_desktop.backend.services.electronic_bill.api import Programs
from onlinesvc_desktop.backend.services.electronic_bill.described import COMPONENTS, described
from onlinesvc_desktop.backend.services.electronic_bill.door import DoorApp, Handle
from onlinesvc_desktop.backend.services.electronic_bill.tables import electronic_bills
from onlinesvc_desktop.contract.electronic_bill import BILL_PATH, CREATE_PATH

__all__ = ["electronic_bills", "service_with"]


def service_with(desk: BillDesk) -> Service:
    """Return the service that issues bills over a desk of another."""
    programs = Programs(desk)
    create = {"post": described("createElectronicBill", "Issue a bill of lading", has_body=True, has_pro=False)}
    one = {
        "get": described("getElectronicBill", "A bill in the form of a request (ours)", has_body=False, has_pro=True),
        "put": described("replaceElectronicBill", "Answer for a bill that stands as sent", has_body=True, has_pro=True),
        "delete": described("cancelElectronicBill", "Cancel a bill", has_body=False, has_pro=True),
    }
    creating: dict[str, Handle] = {"POST": programs.create}
    handling: dict[str, Handle] = {"GET": programs.show, "PUT": programs.replace, "DELETE": programs.cancel}
    return Service(
        "electronic_bill",
        (),
        doors=(
            StandardDoor(CREATE_PATH, create, COMPONENTS, partial(DoorApp, CREATE_PATH, creating)),
            StandardDoor(BILL_PATH, one, COMPONENTS, partial(DoorApp, BILL_PATH, handling)),
        ),
    )
