# SPDX-License-Identifier: MIT
"""Words for documents: kinds, why one is missing, what became of a number."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.documents import KINDS, DocumentKind, DropRefusal, MissingReason, ReferenceOutcome
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.words.fields import field_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_KIND: Final = {
    DocumentKind.BILL_OF_LADING: QT_TRANSLATE_NOOP("Documents", "Bill of lading"),
    DocumentKind.PROOF_OF_DELIVERY: QT_TRANSLATE_NOOP("Documents", "Proof of delivery"),
    DocumentKind.WEIGHT_INSPECTION: QT_TRANSLATE_NOOP("Documents", "Weight and inspection"),
    DocumentKind.INVOICE: QT_TRANSLATE_NOOP("Documents", "Invoice"),
    DocumentKind.PHOTO: QT_TRANSLATE_NOOP("Documents", "Photo"),
    DocumentKind.CLAIM: QT_TRANSLATE_NOOP("Documents", "Claim paper"),
    DocumentKind.OTHER: QT_TRANSLATE_NOOP("Documents", "Something this version does not know"),
}
_REASON: Final = {
    MissingReason.NOT_DELIVERED: QT_TRANSLATE_NOOP("Documents", "Missing: not delivered yet"),
    MissingReason.NOT_RECEIVED: QT_TRANSLATE_NOOP("Documents", "Missing: not received yet"),
    MissingReason.NOT_MADE: QT_TRANSLATE_NOOP("Documents", "There is none"),
    MissingReason.PAYER_ONLY: QT_TRANSLATE_NOOP("Documents", "Only whoever pays the freight sees it"),
    MissingReason.RIGHT_MISSING: QT_TRANSLATE_NOOP("Documents", "Your access code does not have the right to see it"),
    MissingReason.OTHER: QT_TRANSLATE_NOOP("Documents", "Missing for a reason that this version does not know"),
}
_OUTCOME: Final = {
    ReferenceOutcome.NOT_FOUND: QT_TRANSLATE_NOOP("Documents", "None of your shipments has this number"),
    ReferenceOutcome.MALFORMED: QT_TRANSLATE_NOOP("Documents", "This is too short to be a number"),
    ReferenceOutcome.OTHER: QT_TRANSLATE_NOOP("Documents", "None of your shipments has this number"),
}


_DROPPED: Final = {
    DropRefusal.NAME: QT_TRANSLATE_NOOP("Documents", "The name does not say number and kind, as 123456789_POD.pdf does."),
    DropRefusal.UNKNOWN_SHIPMENT: QT_TRANSLATE_NOOP("Documents", "No shipment has the number in its name."),
    DropRefusal.NOT_READABLE: QT_TRANSLATE_NOOP("Documents", "The server may not read it."),
    DropRefusal.OTHER: QT_TRANSLATE_NOOP("Documents", "For a reason that stands beside the file."),
}


def drop_refusal_words(reason: DropRefusal) -> str:
    """Return why a file of the drop folder was put aside."""
    words = _DROPPED.get(reason)
    if words is None:
        return field_words(FieldProblem("", FieldCode(reason.value)))
    return QCoreApplication.translate("Documents", words)


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds with their names, to choose one."""
    return [(kind.value, kind_words(kind)) for kind in KINDS]


def kind_words(kind: DocumentKind) -> str:
    """Return the name of a kind."""
    return QCoreApplication.translate("Documents", _KIND[kind])


def reason_words(reason: MissingReason) -> str:
    """Return why a document is missing."""
    return QCoreApplication.translate("Documents", _REASON[reason])


def outcome_words(outcome: ReferenceOutcome) -> str:
    """Return what became of a number that stands for no shipment."""
    words = _OUTCOME.get(outcome)
    return "" if words is None else QCoreApplication.translate("Documents", words)
