# SPDX-License-Identifier: MIT
"""Words for files that come in: how far they are, and why a part of one was set aside."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.contract.intake import IntakeFileItem, IntakeRemark, IntakeState, QuarantineReason, RemarkItem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.headings import heading_words
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
    QuarantineReason.UNKNOWN_SET: QT_TRANSLATE_NOOP("Intake", "Only sets 210, 211, 214, 824, 990 and 997 can be imported."),
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
    QuarantineReason.UNKNOWN_BILL: QT_TRANSLATE_NOOP("Intake", "It replies to a bill of lading that was never handed out."),
    QuarantineReason.OTHER_RECEIVER: QT_TRANSLATE_NOOP(
        "Intake", "It replies to a bill of lading that was not handed to this sender."
    ),
    QuarantineReason.AMBIGUOUS_BILL: QT_TRANSLATE_NOOP("Intake", "Several bills of lading have the number it replies to."),
    QuarantineReason.OTHER: QT_TRANSLATE_NOOP("Intake", "The reason is one that this version does not know."),
}
_REMARK: Final = {
    IntakeRemark.LEFT_OUT: QT_TRANSLATE_NOOP("Intake", "left out, because it is invalid"),
    IntakeRemark.SUM_DIFFERS: QT_TRANSLATE_NOOP("Intake", "the lines of the invoice do not add up to its total"),
    IntakeRemark.TRAILER_DIFFERS: QT_TRANSLATE_NOOP("Intake", "GE or IEA does not match what comes before it"),
    IntakeRemark.ISA_COUNTED: QT_TRANSLATE_NOOP("Intake", "the ISA does not have its 106 characters"),
    IntakeRemark.LINES_JOINED: QT_TRANSLATE_NOOP("Intake", "lines broken in the middle of segments were joined"),
    IntakeRemark.LONG_TERMINATOR: QT_TRANSLATE_NOOP("Intake", "the segment terminator has several bytes"),
    IntakeRemark.TEXT_PASSED_OVER: QT_TRANSLATE_NOOP("Intake", "the text above the first segment was skipped"),
    IntakeRemark.NO_INTERCHANGE: QT_TRANSLATE_NOOP("Intake", "there is no ISA, so no answer can be sent back"),
    IntakeRemark.UNKNOWN_SENDER: QT_TRANSLATE_NOOP(
        "Intake", "this sender has no profile, so its party codes give no customer a shipment"
    ),
    IntakeRemark.OTHER: QT_TRANSLATE_NOOP("Intake", "the reason is one that this version does not know"),
}

_REJECTION: Final = {
    "not_readable": QT_TRANSLATE_NOOP("Intake", "The file cannot be read."),
    "headings": QT_TRANSLATE_NOOP("Intake", "Needed columns are missing from the table."),
    "too_large": QT_TRANSLATE_NOOP("Intake", "The file holds more rows or columns than can be read."),
    "old_workbook": QT_TRANSLATE_NOOP("Intake", "The file is a workbook of Excel 97 or has a password."),
    "empty": QT_TRANSLATE_NOOP("Intake", "The file holds no rows."),
}

_COLUMNS: Final = re.compile(r"missing (?P<missing>.+?); has (?P<has>.+)", re.DOTALL)


def rejection_words(reason: str) -> str:
    """Return why a whole file was rejected, with the columns that it lacks and those that it has.

    A code that this version does not know is returned as it is.
    """
    code, _, detail = reason.partition(": ")
    if code not in _REJECTION:
        return reason
    words = QCoreApplication.translate("Intake", _REJECTION[code])
    columns = _COLUMNS.fullmatch(detail)
    if columns is None:
        return words
    missing = ", ".join(heading_words(name) for name in columns["missing"].split(", "))
    found = QCoreApplication.translate("Intake", "Missing: {missing}. In the file: {has}.")
    return f"{words} {found.format(missing=missing, has=columns['has'])}"


def remark_words(remark: RemarkItem) -> str:
    """Return what was repaired, left out or found odd, with the place in the file."""
    words = QCoreApplication.translate("Intake", _REMARK[remark.code])
    where = " ".join(filter(None, (remark.control, remark.detail)))
    return QCoreApplication.translate("Intake", "{where}: {words}").format(where=where, words=words) if where else words


def upload_trouble_words(trouble: FileTrouble, name: str) -> str:
    """Return why a file could not be sent."""
    match trouble:
        case FileTrouble.UNREADABLE:
            words = QCoreApplication.translate("Intake", "{file} cannot be read; nothing was imported.")
        case _:
            words = QCoreApplication.translate(
                "Intake",
                "{file} is empty, or too large to be sent from here. Put large files into the drop folder of the server.",
            )
    return words.format(file=name)


def went_in_whole(taken: IntakeFileItem) -> bool:
    """Tell whether everything of a file was imported."""
    return taken.state is IntakeState.DONE and not taken.quarantined


def taken_words(taken: IntakeFileItem) -> str:
    """Return what became of a file that was sent."""
    words = QCoreApplication.translate(
        "Intake", "{file}: {state}. Updated: {changed}. No change: {unchanged}. Not imported: {aside}."
    )
    return words.format(
        file=taken.name,
        state=intake_state_words(taken.state),
        changed=formats.number_words(taken.changed),
        unchanged=formats.number_words(taken.unchanged),
        aside=formats.number_words(taken.quarantined),
    )


def intake_state_words(state: IntakeState) -> str:
    """Return how far a file is."""
    return QCoreApplication.translate("Intake", _STATE[state])


def quarantine_words(reason: QuarantineReason) -> str:
    """Return why a part was set aside."""
    return QCoreApplication.translate("Intake", _REASON[reason])


def fault_words(reason: QuarantineReason, detail: str) -> str:
    """Return why a part was set aside, with what is at fault where that is known."""
    words = quarantine_words(reason)
    return f"{words} ({detail})" if detail else words
