# SPDX-License-Identifier: MIT
"""Answers to customers' programs that speak the NMFTA electronic bill of lading 2.1 for LTL.

An independent reading of the public specification (domain.md 2.2); names and codes are those of the standard.
"""

from enum import StrEnum
from typing import Final

import msgspec

VERSION: Final = "2.1.0"
VERSIONS: Final = frozenset({"2.0.0", "2.0.1", VERSION})
"""Minor versions that a request may name; 2.1 only adds to them."""
CREATE_PATH: Final = "/bol/v1/app/"
BILL_PATH: Final = "/bol/v1/app/{pro}"
REQUESTOR_HEADER: Final = "Onlinesvc-Requestor"
AUTHORIZATION_HEADER: Final = "Onlinesvc-Authorization"
"""Headers with the two halves of the company key; code and password of the login go into ``Authorization: Basic``."""


class StatusCode(StrEnum):
    """What a status is about; those of the standard that are answered here."""

    INFORMATION = "100"
    WARNING = "200"
    DATA = "300"
    FORMAT = "400"
    BUSINESS_RULE = "500"
    SHIP_WINDOW = "700"
    BILL_NOT_MADE = "1200"
    LABELS_NOT_MADE = "1300"
    DUPLICATE_PRO = "1400"
    UNKNOWN = "1500"


class Outcome(StrEnum):
    """What became of a request. With ``WARNING`` it was done; what was not taken over is in the information."""

    PASS = "PASS"
    WARNING = "WARNING"
    FAIL = "FAIL"


class Information(msgspec.Struct, frozen=True):
    """One thing to know about a request: a code, its kind, and a sentence that begins with the member it is about."""

    code: StatusCode
    type: str
    message: str


class MessageStatus(msgspec.Struct, frozen=True):
    """What became of a request, and what to do about it."""

    status: Outcome
    code: StatusCode
    message: str
    resolution: str = ""
    information: tuple[Information, ...] = ()


class AnswerNumbers(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """Our autopro number and the number of the bill; both empty when nothing was issued."""

    pro: str = ""
    shipment_confirmation_number: str = ""


class AnswerImages(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """Papers that were asked for: PDF in base64."""

    bol: str = ""
    shipping_labels: str = ""


class ElectronicBillAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """The answer to every request, also to one that fails. ``transaction_date`` is UTC, written as the standard does."""

    version: str
    transaction_date: str
    message_status: MessageStatus
    reference_numbers: AnswerNumbers = AnswerNumbers()
    scac: str = ""
    images: AnswerImages = AnswerImages()
    bill: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    """With ``GET`` alone, which is ours: the bill in the form of a request."""
