# SPDX-License-Identifier: MIT
"""What is wrong with a tariff, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.tariff import TariffFault, TariffProblem
from onlinesvc_desktop.desktop.formats import number_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_FAULTS: Final = {
    TariffFault.MALFORMED: QT_TRANSLATE_NOOP("Tariff", "not written as it should be"),
    TariffFault.EMPTY: QT_TRANSLATE_NOOP("Tariff", "missing"),
    TariffFault.TAKEN: QT_TRANSLATE_NOOP("Tariff", "already there; each may stand once"),
    TariffFault.UNKNOWN_ZONE: QT_TRANSLATE_NOOP("Tariff", "no zone of this tariff"),
    TariffFault.NO_FIRST_BREAK: QT_TRANSLATE_NOOP("Tariff", "the first weight must be 0"),
    TariffFault.NOT_ASCENDING: QT_TRANSLATE_NOOP("Tariff", "weights must grow from one to the next"),
    TariffFault.NOT_IN_FORCE: QT_TRANSLATE_NOOP("Tariff", "no fuel surcharge on the day the tariff takes over"),
    TariffFault.MINIMUM_ABOVE_MAXIMUM: QT_TRANSLATE_NOOP("Tariff", "the minimum is above the maximum"),
    TariffFault.OVER_100_PERCENT: QT_TRANSLATE_NOOP("Tariff", "more than 100 percent"),
    TariffFault.ONE_OF_TWO: QT_TRANSLATE_NOOP("Tariff", "give a percentage or a flat amount, one of the two"),
    TariffFault.MISSING_ABOVE: QT_TRANSLATE_NOOP("Tariff", "say above how many dollars a pound it begins"),
    TariffFault.NO_LANE: QT_TRANSLATE_NOOP("Tariff", "no lane, so no price between these zones"),
}
_PARTS: Final = {
    "zones": QT_TRANSLATE_NOOP("Tariff", "Zones"),
    "lanes": QT_TRANSLATE_NOOP("Tariff", "Lanes"),
    "fuel": QT_TRANSLATE_NOOP("Tariff", "Fuel surcharge"),
    "accessorials": QT_TRANSLATE_NOOP("Tariff", "Additional services"),
    "guaranteed": QT_TRANSLATE_NOOP("Tariff", "Guaranteed services"),
    "customers": QT_TRANSLATE_NOOP("Tariff", "Customers"),
    "name": QT_TRANSLATE_NOOP("Tariff", "Name and day"),
    "effective_on": QT_TRANSLATE_NOOP("Tariff", "Name and day"),
}


def tariff_fault_words(problem: TariffProblem) -> str:
    """Return what is wrong."""
    return QCoreApplication.translate("Tariff", _FAULTS[problem.fault])


def tariff_place_words(problem: TariffProblem) -> str:
    """Return where: the part of the tariff, the entry in it counted from 1, or the line of a CSV file."""
    part, _, rest = problem.pointer.removeprefix("/").partition("/")
    words = QCoreApplication.translate("Tariff", _PARTS[part]) if part in _PARTS else part
    index = rest.partition("/")[0]
    if isinstance(problem.line, int):
        line = QCoreApplication.translate("Tariff", "line {line}").format(line=number_words(problem.line))
        return f"{words}, {line}" if words else line
    if index.isdigit():
        entry = QCoreApplication.translate("Tariff", "entry {entry}").format(entry=number_words(int(index) + 1))
        return f"{words}, {entry}"
    return words or QCoreApplication.translate("Tariff", "The whole file")
