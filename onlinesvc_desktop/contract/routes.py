# SPDX-License-Identifier: MIT
"""Route names used by both sides."""

from typing import Final

HEALTH: Final = "/v1/health"
INFO: Final = "/v1/info"
SESSIONS: Final = "/v1/sessions"
CURRENT_SESSION: Final = "/v1/sessions/current"
PROFILE: Final = "/v1/profile"
PROFILE_SESSIONS: Final = "/v1/profile/sessions"
PROFILE_SESSION: Final = "/v1/profile/sessions/{id}"
PROFILE_PASSWORD: Final = "/v1/profile/password"
ACCESS_REQUESTS: Final = "/v1/access-requests"
PASSWORD_HELP_REQUESTS: Final = "/v1/password-help-requests"
ADMIN_ACCESS_REQUESTS: Final = "/v1/admin/access-requests"
ADMIN_ACCESS_APPROVAL: Final = "/v1/admin/access-requests/{id}/approval"
ADMIN_ACCESS_REFUSAL: Final = "/v1/admin/access-requests/{id}/refusal"
ADMIN_PASSWORD_HELP: Final = "/v1/admin/password-help-requests"
ADMIN_PASSWORD_HELP_APPROVAL: Final = "/v1/admin/password-help-requests/{id}/approval"
ADMIN_PASSWORD_HELP_REFUSAL: Final = "/v1/admin/password-help-requests/{id}/refusal"
ADMIN_ACCESS_CODES: Final = "/v1/admin/access-codes"
ADMIN_ACCESS_CODE_LOCK: Final = "/v1/admin/access-codes/{code}/lock"
ADMIN_ACCESS_CODE_UNLOCK: Final = "/v1/admin/access-codes/{code}/unlock"
ADMIN_ACCESS_CODE_CLOSE: Final = "/v1/admin/access-codes/{code}/close"
ADMIN_ACCESS_CODE_RESET: Final = "/v1/admin/access-codes/{code}/password-reset"
ADMIN_CUSTOMERS: Final = "/v1/admin/customers"
ADMIN_COMPANY_KEYS: Final = "/v1/admin/customers/{id}/company-keys"
ADMIN_COMPANY_KEY: Final = "/v1/admin/customers/{id}/company-keys/{key}"
ADMIN_INTAKE: Final = "/v1/admin/intake"
ADMIN_QUARANTINE: Final = "/v1/admin/intake/{id}/quarantine"
ADMIN_AUDIT: Final = "/v1/admin/audit"
ADMIN_OUTBOX: Final = "/v1/admin/outbox"
ADMIN_OUTBOX_RETRY: Final = "/v1/admin/outbox/{id}/retry"
ADMIN_OUTBOX_MESSAGE: Final = "/v1/admin/outbox/{id}/message"
SHIPMENTS: Final = "/v1/shipments"
SHIPMENT: Final = "/v1/shipments/{autopro}"
TRACES: Final = "/v1/traces"
WATCHES: Final = "/v1/watches"
WATCHES_REMOVAL: Final = "/v1/watches/removal"
CHANGES: Final = "/v1/changes"
REPORTS: Final = "/v1/reports"
REPORT_SCHEDULES: Final = "/v1/reports/schedules"
REPORT_SCHEDULE: Final = "/v1/reports/schedules/{id}"
XML_TRACING: Final = "/xml/tracing"
OPENAPI: Final = "/openapi.json"

START_SECRET_HEADER: Final = "Onlinesvc-Start-Secret"
"""Header that carries the embedded backend's per-start secret (design section 9)."""
IDEMPOTENCY_KEY_HEADER: Final = "Idempotency-Key"
"""Same key and same body: the first answer again (design section 4)."""


def shipment(autopro: str) -> str:
    """Return the path of one shipment."""
    return SHIPMENT.format(autopro=autopro)


def numbered(route: str, row: int) -> str:
    """Return the path of an action on one row of a list."""
    return route.format(id=row)


def of_access_code(route: str, access_code: str) -> str:
    """Return the path of an action on an access code."""
    return route.format(code=access_code)


def company_key(customer: int, requestor: str) -> str:
    """Return the path of one company key."""
    return ADMIN_COMPANY_KEY.format(id=customer, key=requestor)
