# SPDX-License-Identifier: MIT
"""Words for what an access code may do."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.codes import RIGHTS, Right
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_WORDS: Final = {
    Right.SHIP: QT_TRANSLATE_NOOP("Right", "Ship: bills of lading, pickups, address book"),
    Right.RATE: QT_TRANSLATE_NOOP("Right", "Rate quotes"),
    Right.INVOICES: QT_TRANSLATE_NOOP("Right", "Invoices and amounts"),
    Right.CLAIMS: QT_TRANSLATE_NOOP("Right", "Claims"),
    Right.OTHER: QT_TRANSLATE_NOOP("Right", "Something this version does not know"),
}


def right_words(right: Right) -> str:
    """Return what a right allows."""
    return QCoreApplication.translate("Right", _WORDS[right])


def rights_words(rights: Sequence[Right]) -> str:
    """Return what an access code may do, in few words where it may do all or nothing."""
    if set(rights) >= set(RIGHTS):
        return QCoreApplication.translate("Right", "Everything")
    return "; ".join(right_words(one) for one in rights) or QCoreApplication.translate("Right", "Trace and report only")
