# SPDX-License-Identifier: MIT
"""Sizes and patterns that both sides keep to."""

from typing import Final

MAX_BODY_BYTES: Final = 1_048_576
MAX_REFERENCES_PER_TRACE: Final = 1_000
MAX_REFERENCE_LENGTH: Final = 30
MIN_REFERENCE_LENGTH: Final = 3
MAX_MATCHES_PER_REFERENCE: Final = 50
MAX_PAGE_SIZE: Final = 200
DEFAULT_PAGE_SIZE: Final = 50

ROW_PATTERN: Final = r"^[0-9]{1,9}\Z"
"""A row number in a path."""
AUTOPRO_DIGITS: Final = 9
AUTOPRO_PATTERN: Final = r"^[0-9]{9}\Z"
SHIPMENT_NUMBER_PATTERN: Final = r"^[A-Za-z0-9](?:[A-Za-z0-9-]{2,16})[A-Za-z0-9]\Z"
"""Nine digits, or the 4 to 18 letters and digits of another carrier's number where a partner's profile admits them."""
ACCESS_CODE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{2,31}\Z"
MAX_ACCESS_CODE_LENGTH: Final = 32
MIN_PASSWORD_LENGTH: Final = 12
MAX_PASSWORD_LENGTH: Final = 128
MAX_EMAIL_LENGTH: Final = 254
MAX_WORKSTATION_LENGTH: Final = 64
IDEMPOTENCY_KEY_PATTERN: Final = r"^[A-Za-z0-9_-]{16,64}\Z"
MAX_SHORT_TEXT: Final = 120
MAX_LONG_TEXT: Final = 2_000
MAX_SEARCH_LENGTH: Final = 120
CUSTOMER_NUMBER_PATTERN: Final = r"^[A-Za-z0-9-]{1,16}\Z"
MAX_CUSTOMER_NUMBER_LENGTH: Final = 16
MAX_WATCHED: Final = 5_000
MAX_REPORT_RECIPIENTS: Final = 4
MAX_SCHEDULES: Final = 20
MAX_REPORTS_PER_HOUR: Final = 10
"""By e-mail, for each access code."""
MAX_UPLOAD_BYTES: Final = 700_000
"""A file inside a request: base64 of it stays below ``MAX_BODY_BYTES``."""
REQUESTOR_PATTERN: Final = r"^[A-Z0-9]{6}\Z"
REQUESTOR_LENGTH: Final = 6
AUTHORIZATION_LENGTH: Final = 60
"""Lengths of a company key (domain.md 1.2, 1.3)."""
PASSWORDS_REMEMBERED: Final = 5
"""How many of the last passwords, the present one among them, are refused."""
TEMPORARY_PASSWORD_HOURS: Final = 72
