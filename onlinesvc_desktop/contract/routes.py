# SPDX-License-Identifier: MIT
"""Route names used by both sides."""

from typing import Final

HEALTH: Final = "/v1/health"
INFO: Final = "/v1/info"
SESSIONS: Final = "/v1/sessions"
CURRENT_SESSION: Final = "/v1/sessions/current"
PROFILE: Final = "/v1/profile"
PROFILE_PASSWORD: Final = "/v1/profile/password"
SHIPMENTS: Final = "/v1/shipments"
SHIPMENT: Final = "/v1/shipments/{autopro}"
TRACES: Final = "/v1/traces"
OPENAPI: Final = "/openapi.json"

START_SECRET_HEADER: Final = "Onlinesvc-Start-Secret"
"""Header that carries the embedded backend's per-start secret (design section 9)."""


def shipment(autopro: str) -> str:
    """Return the path of one shipment."""
    return SHIPMENT.format(autopro=autopro)
