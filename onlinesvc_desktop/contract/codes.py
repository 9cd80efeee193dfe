# SPDX-License-Identifier: MIT
"""Vocabularies on the wire. The server sends these codes; the program owns the words for them.

Where a later server may answer with a code that this program does not know yet, ``_missing_`` names the one it is taken
for (ADR 0010).
"""

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


class AccountState(StrEnum):
    """Whether an access code may be used (P14)."""

    ACTIVE = "active"
    LOCKED = "locked"
    CLOSED = "closed"


class RequestState(StrEnum):
    """What became of a request that an administrator decides."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class MailState(StrEnum):
    """What became of an e-mail of the outbox."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    SAVED = "saved"


class MailKind(StrEnum):
    """What an e-mail is about; one template each, in both languages."""

    ACCESS_GRANTED = "access_granted"
    ACCESS_REFUSED = "access_refused"
    PASSWORD_RESET = "password_reset"
    HELP_REFUSED = "help_refused"
    CLOSING_SOON = "closing_soon"
    ACCOUNT_CLOSED = "account_closed"
    SHIPMENT_REPORT = "shipment_report"
    OTHER = "other"
    """One that this version does not know."""

    @classmethod
    def _missing_(cls, value: object) -> "MailKind":
        """Take an unknown kind for another one."""
        return cls.OTHER


class ReportFrequency(StrEnum):
    """How often a report goes out by e-mail."""

    DAILY = "daily"
    WEEKLY = "weekly"


class AuditAction(StrEnum):
    """What the audit log notes."""

    ADMINISTRATOR_CREATED = "administrator_created"
    SHIPMENT_VIEWED = "shipment_viewed"
    ACCESS_REQUEST_APPROVED = "access_request_approved"
    ACCESS_REQUEST_REFUSED = "access_request_refused"
    PASSWORD_HELP_ANSWERED = "password_help_answered"
    PASSWORD_HELP_REFUSED = "password_help_refused"
    PASSWORD_RESET = "password_reset"
    PASSWORD_CHANGED = "password_changed"
    ACCESS_CODE_LOCKED = "access_code_locked"
    ACCESS_CODE_UNLOCKED = "access_code_unlocked"
    ACCESS_CODE_CLOSED = "access_code_closed"
    CLOSED_FOR_INACTIVITY = "closed_for_inactivity"
    SESSION_ENDED = "session_ended"
    MAIL_RETRIED = "mail_retried"
    MAIL_SAVED = "mail_saved"
    COMPANY_KEY_ISSUED = "company_key_issued"
    COMPANY_KEY_REVOKED = "company_key_revoked"
    FILE_TAKEN_IN = "file_taken_in"
    OTHER = "other"
    """One that this version does not know."""

    @classmethod
    def _missing_(cls, value: object) -> "AuditAction":
        """Take an unknown action for another one."""
        return cls.OTHER


class MailFault(StrEnum):
    """Why an e-mail is not on its way, where the mail server said nothing itself."""

    EXPIRED = "expired"
    NO_TLS = "no_tls"
    NO_CONNECTION = "no_connection"
    NO_ADDRESS_SUPPORT = "no_address_support"
    CANNOT_BE_WRITTEN = "cannot_be_written"
    """No message can be made of the address or the text."""


class PasswordWeakness(StrEnum):
    """What makes a password easy to guess."""

    ABOUT_YOU = "about_you"
    COMMON_PASSWORD = "common_password"
    COMMON_WORD = "common_word"
    NAME = "name"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    GUESSABLE = "guessable"

    @classmethod
    def _missing_(cls, value: object) -> "PasswordWeakness":
        """Take an unknown weakness for the general one."""
        return cls.GUESSABLE


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
    ACCESS_REQUEST = "accessRequest"
    ADMINISTRATION = "administration"


class ErrorCode(StrEnum):
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
    START_SECRET_REQUIRED = "start_secret_required"
    NOT_FOUND = "not_found"
    SHIPMENT_NOT_FOUND = "shipment_not_found"
    ALREADY_DECIDED = "already_decided"
    WRONG_STATE = "wrong_state"
    LAST_ADMINISTRATOR = "last_administrator"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    BODY_TOO_LARGE = "body_too_large"
    INVALID_FIELDS = "invalid_fields"
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"

    @classmethod
    def _missing_(cls, value: object) -> "ErrorCode":
        """Take an unknown reason for a plain refusal."""
        return cls.MALFORMED_REQUEST


class FieldCode(StrEnum):
    """What is wrong with one field of a request."""

    REQUIRED = "required"
    MALFORMED = "malformed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_PASSWORD = "wrong_password"
    SAME_AS_BEFORE = "same_as_before"
    USED_BEFORE = "used_before"
    CONTAINS_ACCESS_CODE = "contains_access_code"
    TOO_GUESSABLE = "too_guessable"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    OTHER_COUNTRY = "other_country"

    @classmethod
    def _missing_(cls, value: object) -> "FieldCode":
        """Take an unknown fault for the general one."""
        return cls.MALFORMED


class IntakeKind(StrEnum):
    """Formats of files that come in."""

    X12 = "x12"
    CSV = "csv"
    WORKBOOK = "workbook"
    UNKNOWN = "unknown"


class IntakeState(StrEnum):
    """How far a file has been taken in."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    REJECTED = "rejected"


class QuarantineReason(StrEnum):
    """Why a transaction set or a row was set aside; the rest of its file went in."""

    NOT_READABLE = "not_readable"
    OUTSIDE = "outside"
    CUT_SHORT = "cut_short"
    WRONG_COUNT = "wrong_count"
    WRONG_CONTROL = "wrong_control"
    TOO_LONG = "too_long"
    UNKNOWN_SET = "unknown_set"
    NO_HEADING = "no_heading"
    NO_STATUS = "no_status"
    NO_PLACE = "no_place"
    BAD_AUTOPRO = "bad_autopro"
    BAD_REFERENCE = "bad_reference"
    BAD_STATUS = "bad_status"
    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    BAD_WEIGHT = "bad_weight"
    BAD_PIECES = "bad_pieces"
    BAD_AMOUNT = "bad_amount"
    UNKNOWN_SHIPMENT = "unknown_shipment"
    OTHER = "other"
    """One that this version does not know."""

    @classmethod
    def _missing_(cls, value: object) -> "QuarantineReason":
        """Take an unknown reason for another one."""
        return cls.OTHER
