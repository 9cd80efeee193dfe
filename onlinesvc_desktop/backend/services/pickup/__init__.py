# SPDX-License-Identifier: MIT
"""Pickups: alone or with a bill, changed and cancelled while that is possible, recurring ones, and the dispatch board."""

from onlinesvc_desktop.backend.service import Service, TodaySource
from onlinesvc_desktop.backend.services.pickup.api import ROUTES, count_to_dispatch, count_today
from onlinesvc_desktop.backend.services.pickup.board import BOARD_ROUTES
from onlinesvc_desktop.backend.services.pickup.carrier_xml import PICKUP_XML
from onlinesvc_desktop.backend.services.pickup.recurring import RECURRING_ROUTES, make_due_pickups
from onlinesvc_desktop.backend.services.pickup.travel import PICKUPS
from onlinesvc_desktop.backend.store.pickups import tie_awaited_bills
from onlinesvc_desktop.contract.codes import Right

SERVICE = Service(
    "pickup",
    (*ROUTES, *RECURRING_ROUTES, *BOARD_ROUTES),
    rounds=(make_due_pickups,),
    forget=(tie_awaited_bills,),
    travelling=PICKUPS,
    xml=(PICKUP_XML,),
    open_work=count_to_dispatch,
    today=TodaySource(count_today, Right.SHIP),
)
