# SPDX-License-Identifier: MIT
"""Why a day is refused, and which one is the next that is not."""

from datetime import date, time

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.holiday import Holiday
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.holidays import holiday_words


def next_date_of(problem: FieldProblem) -> date | None:
    """Return the next possible day that a refusal names, if it names one."""
    try:
        return date.fromisoformat(str(problem.params.get("next_date", "")))
    except ValueError:
        return None


def day_refused_words(problem: FieldProblem) -> str:
    """Return why nothing is picked up on a day, with the next possible one."""
    day = next_date_of(problem)
    if day is None:
        return QCoreApplication.translate("Field", "We do not pick up there. Check the postal code, or call us.")
    why = _why(problem)
    words = QCoreApplication.translate("Field", "{why} The next possible day is {day}.")
    return words.format(why=why, day=formats.full_date_words(day))


def _why(problem: FieldProblem) -> str:
    if problem.code is FieldCode.CLOSED_DAY and "holiday" in problem.params:
        words = QCoreApplication.translate("Field", "Nothing is picked up on this day: {holiday}.")
        return words.format(holiday=holiday_words(Holiday(str(problem.params["holiday"]))))
    if problem.code is FieldCode.CLOSED_DAY:
        return QCoreApplication.translate("Field", "Nothing is picked up on weekends.")
    if problem.code is FieldCode.NOT_SERVED:
        return QCoreApplication.translate("Field", "No truck goes there on this day of the week.")
    words = QCoreApplication.translate("Field", "It is too late for this day: requests are taken until {time} there.")
    return words.format(time=_clock(problem))


def _clock(problem: FieldProblem) -> str:
    try:
        return formats.time_words(time.fromisoformat(str(problem.params.get("cutoff", ""))))
    except ValueError:
        return "\N{EN DASH}"
