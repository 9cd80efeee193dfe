# SPDX-License-Identifier: MIT
"""Claims: notice, claim or inspection of a shipment's party, its papers, and the carrier's moves to payment or refusal."""

from onlinesvc_desktop.backend.service import Service, TodaySource
from onlinesvc_desktop.backend.services.claims.api import ROUTES, count_today
from onlinesvc_desktop.backend.services.claims.moves import MOVE_ROUTES
from onlinesvc_desktop.backend.services.claims.papers import PAPER_ROUTES
from onlinesvc_desktop.backend.services.claims.shelf import CLAIM_PAPERS
from onlinesvc_desktop.backend.services.claims.store import count_waiting
from onlinesvc_desktop.contract.codes import Right

SERVICE = Service(
    "claims",
    (*ROUTES, *PAPER_ROUTES, *MOVE_ROUTES),
    open_work=count_waiting,
    documents=(CLAIM_PAPERS,),
    today=TodaySource(count_today, Right.CLAIMS),
)
