# SPDX-License-Identifier: MIT
"""Words for a service table that comes in: what is wrong with a row, and what becomes of a place."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.transit_times import PointChangeKind, PointFault, RejectedRow
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_FAULTS: Final = {
    PointFault.MISSING_HEADING: QT_TRANSLATE_NOOP("PointImport", "The first line does not name this column."),
    PointFault.NO_ROWS: QT_TRANSLATE_NOOP("PointImport", "There are no rows below the headings."),
    PointFault.REQUIRED: QT_TRANSLATE_NOOP("PointImport", "The cell is empty."),
    PointFault.MALFORMED: QT_TRANSLATE_NOOP("PointImport", "It is not written as this column requires."),
    PointFault.TOO_LONG: QT_TRANSLATE_NOOP("PointImport", "It is too long."),
    PointFault.TAKEN: QT_TRANSLATE_NOOP("PointImport", "It stands on a line above already."),
    PointFault.UNKNOWN_TERMINAL: QT_TRANSLATE_NOOP("PointImport", "terminals.csv has no terminal with this code."),
    PointFault.OTHER_PROVINCE: QT_TRANSLATE_NOOP("PointImport", "This postal prefix lies in another province."),
    PointFault.MISSING_PAIR: QT_TRANSLATE_NOOP("PointImport", "There are no service days between these two terminals."),
    PointFault.OTHER: QT_TRANSLATE_NOOP("PointImport", "The reason is one that this version does not know."),
}
_CHANGES: Final = {
    PointChangeKind.ADDED: QT_TRANSLATE_NOOP("PointImport", "new"),
    PointChangeKind.CHANGED: QT_TRANSLATE_NOOP("PointImport", "served differently"),
    PointChangeKind.REMOVED: QT_TRANSLATE_NOOP("PointImport", "no longer served"),
    PointChangeKind.OTHER: QT_TRANSLATE_NOOP("PointImport", "changed in a way that this version does not know"),
}


def point_fault_words(row: RejectedRow) -> str:
    """Say what is wrong with a row."""
    return QCoreApplication.translate("PointImport", _FAULTS[row.fault])


def point_change_words(kind: PointChangeKind) -> str:
    """Say what becomes of a place."""
    return QCoreApplication.translate("PointImport", _CHANGES[kind])
