# SPDX-License-Identifier: MIT
"""The answer has the names and codes of the standard (domain.md 2.2)."""

import msgspec

from onlinesvc_desktop.contract.electronic_bill import (
    VERSION,
    VERSIONS,
    AnswerImages,
    AnswerNumbers,
    ElectronicBillAnswer,
    Information,
    MessageStatus,
    Outcome,
    StatusCode,
)

STANDARD = {str(hundreds * 100) for hundreds in range(1, 18)}
"""From 100, information, to 1700, duplicate purchase order."""


def test_an_answer_is_written_in_the_names_of_the_standard():
    told = (Information(StatusCode.WARNING, "Warning", "a: is not carried"),)
    status = MessageStatus(Outcome.WARNING, StatusCode.WARNING, "Done.", information=told)
    numbers, images = AnswerNumbers("123456789", "B123456789"), AnswerImages("JVBE", "JVBE")
    answer = ElectronicBillAnswer(VERSION, "2027-06-21T14:03:11.250", status, numbers, "KWAY", images)
    assert msgspec.to_builtins(answer) == {
        "version": "2.1.0",
        "transactionDate": "2027-06-21T14:03:11.250",
        "messageStatus": {
            "status": "WARNING",
            "code": "200",
            "message": "Done.",
            "resolution": "",
            "information": ({"code": "200", "type": "Warning", "message": "a: is not carried"},),
        },
        "referenceNumbers": {"pro": "123456789", "shipmentConfirmationNumber": "B123456789"},
        "scac": "KWAY",
        "images": {"bol": "JVBE", "shippingLabels": "JVBE"},
    }


def test_every_code_is_one_of_the_standard():
    assert {code.value for code in StatusCode} <= STANDARD
    assert VERSION in VERSIONS
