# SPDX-License-Identifier: MIT
"""Words for files that come in: how far they are, and why a part of one was set aside."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.intake import IntakeState, QuarantineReason
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_STATE: Final = {
    IntakeState.RUNNING: QT_TRANSLATE_NOOP("Intake", "Importing"),
    IntakeState.DONE: QT_TRANSLATE_NOOP("Intake", "Imported"),
    IntakeState.STOPPED: QT_TRANSLATE_NOOP("Intake", "Stopped"),
    IntakeState.REJECTED: QT_TRANSLATE_NOOP("Intake", "Rejected"),
}
_REASON: Final = {
    QuarantineReason.NOT_READABLE: QT_TRANSLATE_NOOP("Intake", "It cannot be read."),
    QuarantineReason.OUTSIDE: QT_TRANSLATE_NOOP("Intake", "Segments stand outside any transaction set."),
    QuarantineReason.CUT_SHORT: QT_TRANSLATE_NOOP("Intake", "The transaction set has no end (SE)."),
    QuarantineReason.WRONG_COUNT: QT_TRANSLATE_NOOP("Intake", "The number of segments is not the one SE gives."),
    QuarantineReason.WRONG_CONTROL: QT_TRANSLATE_NOOP("Intake", "The control numbers of ST and SE differ."),
    QuarantineReason.TOO_LONG: QT_TRANSLATE_NOOP("Intake", "It is too long."),
    QuarantineReason.UNKNOWN_SET: QT_TRANSLATE_NOOP("Intake", "Only sets 210, 211 and 214 can be imported."),
    QuarantineReason.NO_HEADING: QT_TRANSLATE_NOOP("Intake", "The heading segment is missing."),
    QuarantineReason.NO_STATUS: QT_TRANSLATE_NOOP("Intake", "It reports no status."),
    QuarantineReason.NO_PLACE: QT_TRANSLATE_NOOP("Intake", "The place is missing or unknown."),
    QuarantineReason.BAD_AUTOPRO: QT_TRANSLATE_NOOP("Intake", "The autopro number does not have nine digits."),
    QuarantineReason.BAD_REFERENCE: QT_TRANSLATE_NOOP("Intake", "A reference number is empty or too long."),
    QuarantineReason.BAD_STATUS: QT_TRANSLATE_NOOP("Intake", "The status or reason code is invalid."),
    QuarantineReason.BAD_DATE: QT_TRANSLATE_NOOP("Intake", "The date is missing or invalid."),
    QuarantineReason.BAD_TIME: QT_TRANSLATE_NOOP("Intake", "The time is invalid."),
    QuarantineReason.BAD_WEIGHT: QT_TRANSLATE_NOOP("Intake", "The weight is invalid."),
    QuarantineReason.BAD_PIECES: QT_TRANSLATE_NOOP("Intake", "The number of pieces is invalid."),
    QuarantineReason.BAD_AMOUNT: QT_TRANSLATE_NOOP("Intake", "An amount or currency is invalid."),
    QuarantineReason.UNKNOWN_SHIPMENT: QT_TRANSLATE_NOOP("Intake", "It is about an unknown shipment."),
    QuarantineReason.OTHER: QT_TRANSLATE_NOOP("Intake", "The reason is one that this version does not know."),
}


def intake_state_words(state: IntakeState) -> str:
    """Return how far a file is."""
    return QCoreApplication.translate("Intake", _STATE[state])


def quarantine_words(reason: QuarantineReason) -> str:
    """Return why a part was set aside."""
    return QCoreApplication.translate("Intake", _REASON[reason])
