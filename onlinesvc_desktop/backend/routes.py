# SPDX-License-Identifier: MIT
"""Every route: those of the backend itself, then those of each service."""

from onlinesvc_desktop.backend.api import about, open_work, sessions, today
from onlinesvc_desktop.backend.api.route import Route
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.xml.tracing import TRACING

_DOORS = (
    TRACING.path,
    *(door.path for service in SERVICES for door in service.xml),
    *(door.path for service in SERVICES for door in service.doors),
)

ROUTES: tuple[Route, ...] = (
    *about.routes(_DOORS),
    *sessions.ROUTES,
    open_work.route(SERVICES),
    today.route(SERVICES),
    *(route for service in SERVICES for route in service.routes),
)
