# SPDX-License-Identifier: MIT
"""Vocabularies on the wire. The server sends these codes; the program owns the words for them.

A vocabulary that a later server may extend is an ``OpenEnum`` (ADR 0010).
"""

from enum import StrEnum
from typing import ClassVar, Final, Self


class OpenEnum(StrEnum):
    """Codes of which a later server may send one that this version does not know: it is taken for the member named."""

    _unknown: ClassVar[str]

    def __init_subclass__(cls, unknown: str) -> None:
        super().__init_subclass__()
        cls._unknown = unknown

    @classmethod
    def _missing_(cls, value: object) -> Self:  # noqa: ARG003 - the signature is Python's
        """Take an unknown code for the one that stands for it."""
        return cls[cls._unknown]


class Language(StrEnum):
    """The two languages of the product."""

    ENGLISH = "en"
    FRENCH = "fr"


class Role(StrEnum):
    """What an access code may do."""

    CUSTOMER = "customer"
    ADMINISTRATOR = "administrator"


class Right(OpenEnum, unknown="OTHER"):
    """What an administrator may take from an access code; every code has all of them until then."""

    SHIP = "ship"
    """Bills of lading, pickups and the address book."""
    RATE = "rate"
    """Rate quotes."""
    INVOICES = "invoices"
    """Invoices and every other sum of money."""
    CLAIMS = "claims"
    OTHER = "other"
    """One that this version does not know; never asked for, never given."""


RIGHTS: Final = (Right.SHIP, Right.RATE, Right.INVOICES, Right.CLAIMS)
"""All of them, in the order in which they are listed."""


class ErrorCode(OpenEnum, unknown="MALFORMED_REQUEST"):
    """Every reason a request can fail; one per problem document."""

    MALFORMED_REQUEST = "malformed_request"
    SIGN_IN_REQUIRED = "sign_in_required"
    SIGN_IN_FAILED = "sign_in_failed"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_LOCKED = "account_locked"
    TEMPORARY_PASSWORD_EXPIRED = "temporary_password_expired"
    SESSION_EXPIRED = "session_expired"
    PASSWORD_CHANGE_REQUIRED = "password_change_required"
    FORBIDDEN = "forbidden"
    RIGHT_MISSING = "right_missing"
    START_SECRET_REQUIRED = "start_secret_required"
    NOT_FOUND = "not_found"
    SHIPMENT_NOT_FOUND = "shipment_not_found"
    UNKNOWN_POINT = "unknown_point"
    ALREADY_DECIDED = "already_decided"
    WRONG_STATE = "wrong_state"
    CHANGED_MEANWHILE = "changed_meanwhile"
    LAST_ADMINISTRATOR = "last_administrator"
    NO_NUMBERS_LEFT = "no_numbers_left"
    NO_TARIFF = "no_tariff"
    NO_ZONE = "no_zone"
    NO_LANE = "no_lane"
    NO_FUEL = "no_fuel"
    TOO_HEAVY = "too_heavy"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    BODY_TOO_LARGE = "body_too_large"
    INVALID_FIELDS = "invalid_fields"
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"
    RANGE_NOT_SATISFIABLE = "range_not_satisfiable"
    """What was asked for of a file lies behind its end."""


class FieldCode(OpenEnum, unknown="MALFORMED"):
    """What is wrong with one field of a request."""

    REQUIRED = "required"
    MALFORMED = "malformed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    WRONG_PASSWORD = "wrong_password"
    SAME_AS_BEFORE = "same_as_before"
    USED_BEFORE = "used_before"
    CONTAINS_ACCESS_CODE = "contains_access_code"
    TOO_GUESSABLE = "too_guessable"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    OTHER_COUNTRY = "other_country"
    OTHER_PROVINCE = "other_province"
    TOO_EARLY = "too_early"
    WINDOW_TOO_SHORT = "window_too_short"
    TIME_SKIPPED = "time_skipped"
    """There is no such time on that day: the clock is put forward over it."""
    AFTER_CUTOFF = "after_cutoff"
    CLOSED_DAY = "closed_day"
    NOT_SERVED = "not_served"
    QUOTE_EXPIRED = "quote_expired"
    MORE_THAN_OWED = "more_than_owed"
    """The last day of a quote is over where its goods are picked up."""
    FILE_KIND = "file_kind"
    """A file that is none of the kinds taken, whatever its name says."""
    FILE_TOO_LARGE = "file_too_large"
    FILE_DAMAGED = "file_damaged"
    """It cannot be read to its end, or not so that one could be sure of what is in it."""
    FILE_LOCKED = "file_locked"
    """It has a password."""
    FILE_SCRIPTS = "file_scripts"
    """A PDF that would do something by itself."""
    FILE_ATTACHMENTS = "file_attachments"
    """A PDF that carries other files."""
    FILE_UNPACKS = "file_unpacks"
    """A small file that unpacks to more than any paper needs."""
