# SPDX-License-Identifier: MIT
"""Closed vocabularies on the wire. The server sends these codes; the program owns the words for them."""

from enum import StrEnum


class Language(StrEnum):
    """The two languages of the product."""

    ENGLISH = "en"
    FRENCH = "fr"


class Role(StrEnum):
    """What an access code may do."""

    CUSTOMER = "customer"
    ADMINISTRATOR = "administrator"


class PasswordState(StrEnum):
    """Whether a signed-in password may be used, or must first be replaced (P13)."""

    ACTIVE = "active"
    EXPIRED = "expired"
    TEMPORARY = "temporary"


class ReferenceType(StrEnum):
    """Kinds of number a shipment can be traced by (domain.md 1.3, 1.11)."""

    ANY = "any"
    AUTOPRO = "autopro"
    BILL_OF_LADING = "bill_of_lading"
    PURCHASE_ORDER = "purchase_order"
    CARRIER_REFERENCE = "carrier_reference"
    PICKUP = "pickup"


class TraceOutcome(StrEnum):
    """What became of one traced reference."""

    FOUND = "found"
    SEVERAL = "several"
    NOT_FOUND = "not_found"
    MALFORMED = "malformed"


class Service(StrEnum):
    """Services a backend can offer; the values are the object names of design section 7."""

    TRACING = "tracing"
    HELP = "help"
    CONTACT = "contact"
    USER_PROFILE = "userProfile"
    SHIPMENT_REPORT = "shipmentReport"


class ErrorCode(StrEnum):
    """Every reason a request can fail; one per problem document."""

    MALFORMED_REQUEST = "malformed_request"
    SIGN_IN_REQUIRED = "sign_in_required"
    SIGN_IN_FAILED = "sign_in_failed"
    SESSION_EXPIRED = "session_expired"
    PASSWORD_CHANGE_REQUIRED = "password_change_required"
    FORBIDDEN = "forbidden"
    START_SECRET_REQUIRED = "start_secret_required"
    NOT_FOUND = "not_found"
    SHIPMENT_NOT_FOUND = "shipment_not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    BODY_TOO_LARGE = "body_too_large"
    INVALID_FIELDS = "invalid_fields"
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"


class FieldCode(StrEnum):
    """What is wrong with one field of a request."""

    REQUIRED = "required"
    MALFORMED = "malformed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_PASSWORD = "wrong_password"
    SAME_AS_BEFORE = "same_as_before"
    CONTAINS_ACCESS_CODE = "contains_access_code"
