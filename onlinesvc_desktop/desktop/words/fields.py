# SPDX-License-Identifier: MIT
"""Sentences for wrong fields and wrong numbers."""

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.autopro import AutoproFault
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.limits import MIN_PASSWORD_LENGTH
from onlinesvc_desktop.contract.new_password import PasswordWeakness
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.session import PasswordState
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.days import day_refused_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP


def field_words(problem: FieldProblem) -> str:  # noqa: C901, PLR0912 - one case per code
    """Return the sentence for a wrong field."""
    match problem.code:
        case FieldCode.REQUIRED:
            return QCoreApplication.translate("Field", "This is required.")
        case FieldCode.MALFORMED:
            return QCoreApplication.translate("Field", "This is not written correctly.")
        case FieldCode.TOO_SHORT:
            return Counted().at_least(int(problem.params.get("minimum", 1)))
        case FieldCode.TOO_LONG:
            return Counted().at_most(int(problem.params.get("maximum", 1)))
        case FieldCode.TOO_MANY:
            words = QCoreApplication.translate("Field", "At most {maximum} fit here. Remove some.")
            return words.format(maximum=problem.params.get("maximum", 1))
        case FieldCode.WRONG_PASSWORD:
            return QCoreApplication.translate("Field", "This is not your current password.")
        case FieldCode.SAME_AS_BEFORE:
            return QCoreApplication.translate("Field", "Choose a password other than the current one.")
        case FieldCode.USED_BEFORE:
            return QCoreApplication.translate("Field", "This is one of your last five passwords. Choose another.")
        case FieldCode.CONTAINS_ACCESS_CODE:
            return QCoreApplication.translate("Field", "The password must not contain the access code.")
        case FieldCode.TOO_GUESSABLE:
            return weakness_words(PasswordWeakness(str(problem.params.get("weakness", PasswordWeakness.GUESSABLE))))
        case FieldCode.TAKEN:
            return QCoreApplication.translate("Field", "This is already in use. Choose another.")
        case FieldCode.UNKNOWN:
            return QCoreApplication.translate("Field", "This is not known here. Check the spelling.")
        case FieldCode.OTHER_COUNTRY:
            return QCoreApplication.translate("Field", "This postal code and this province are not of the same country.")
        case FieldCode.OTHER_PROVINCE:
            return QCoreApplication.translate("Field", "This postal code lies in another province.")
        case FieldCode.TOO_EARLY:
            return QCoreApplication.translate("Field", "This must be later than the time before it.")
        case FieldCode.WINDOW_TOO_SHORT:
            words = QCoreApplication.translate(
                "Field", "Between ready and closing time the driver needs at least {hours} hours, on one day."
            )
            return words.format(hours=problem.params.get("minimum", 2))
        case FieldCode.TIME_SKIPPED:
            return QCoreApplication.translate(
                "Field", "On this day the clock is put forward over this time. Choose a later one."
            )
        case FieldCode.QUOTE_EXPIRED:
            return QCoreApplication.translate("Field", "This quote is over. Quote again, or take it off the bill.")
        case FieldCode.MORE_THAN_OWED:
            words = QCoreApplication.translate("Field", "That is more than is owed and not disputed yet: {amount}.")
            maximum, currency = (str(problem.params.get(name, "")) for name in ("maximum", "currency"))
            return words.format(amount=formats.money_words(maximum, currency) if currency else maximum)
        case FieldCode.FILE_KIND:
            return QCoreApplication.translate("Field", "This file is no PDF, JPEG, PNG or TIFF, whatever its name says.")
        case FieldCode.FILE_TOO_LARGE:
            return QCoreApplication.translate("Field", "This file is too large.")
        case FieldCode.FILE_DAMAGED:
            return QCoreApplication.translate("Field", "This file is damaged or not complete. Scan or save it again.")
        case FieldCode.FILE_LOCKED:
            return QCoreApplication.translate("Field", "This PDF has a password. Save it without one.")
        case FieldCode.FILE_SCRIPTS:
            return QCoreApplication.translate(
                "Field", "This PDF contains scripts or starts something. Print it to a new PDF."
            )
        case FieldCode.FILE_ATTACHMENTS:
            return QCoreApplication.translate("Field", "This PDF carries other files inside. Print it to a new PDF.")
        case FieldCode.FILE_UNPACKS:
            return QCoreApplication.translate("Field", "This file unpacks to far more than a paper needs. Scan it again.")
        case FieldCode.AFTER_CUTOFF | FieldCode.CLOSED_DAY | FieldCode.NOT_SERVED:
            return day_refused_words(problem)
        case _:
            assert_never(problem.code)


_BEST_STRENGTH: Final = 4
_WEAKNESS: Final = {
    PasswordWeakness.ABOUT_YOU: QT_TRANSLATE_NOOP(
        "Field", "Too easy to guess: it contains your access code, name, company or e-mail."
    ),
    PasswordWeakness.COMMON_PASSWORD: QT_TRANSLATE_NOOP("Field", "Too easy to guess: many people use this password."),
    PasswordWeakness.COMMON_WORD: QT_TRANSLATE_NOOP(
        "Field", "Too easy to guess: it is a common word. Add two or three more."
    ),
    PasswordWeakness.NAME: QT_TRANSLATE_NOOP("Field", "Too easy to guess: it is a common name. Add two or three words."),
    PasswordWeakness.KEYBOARD: QT_TRANSLATE_NOOP("Field", "Too easy to guess: the keys are next to each other."),
    PasswordWeakness.REPEAT: QT_TRANSLATE_NOOP("Field", "Too easy to guess: it repeats itself."),
    PasswordWeakness.SEQUENCE: QT_TRANSLATE_NOOP("Field", "Too easy to guess: it uses letters or digits in order."),
    PasswordWeakness.DATE: QT_TRANSLATE_NOOP("Field", "Too easy to guess: it is mostly a date or a year."),
    PasswordWeakness.GUESSABLE: QT_TRANSLATE_NOOP("Field", "Too easy to guess. Add two or three words."),
}


def weakness_words(weakness: PasswordWeakness) -> str:
    """Return why a password is easy to guess, and what helps."""
    return QCoreApplication.translate("Field", _WEAKNESS[weakness])


def entry_words(name: str, fault: FieldCode) -> str:
    """Return the sentence for a wrong field of a form by its name on the wire, with an example of what is right."""
    return problem_words(FieldProblem(f"/{name}", fault))


def strength_words(score: int) -> str:
    """Return praise for a password that is hard enough to guess."""
    if score >= _BEST_STRENGTH:
        return QCoreApplication.translate("Field", "Excellent password. Write it down in a safe place.")
    return QCoreApplication.translate("Field", "Good password.")


def problem_words(problem: FieldProblem) -> str:
    """Return the sentence for a problem of a form; the last part of the pointer names the field."""
    name = problem.pointer.rpartition("/")[2]
    if problem.code is FieldCode.MALFORMED and name in _EXAMPLE:
        return QCoreApplication.translate("Field", _EXAMPLE[name])
    return field_words(problem)


_EXAMPLE: Final = {
    "email": QT_TRANSLATE_NOOP("Field", "This is not an e-mail address, such as name@example.com."),
    "default_email": QT_TRANSLATE_NOOP("Field", "This is not an e-mail address, such as name@example.com."),
    "telephone": QT_TRANSLATE_NOOP(
        "Field", "This is not a Canadian or US telephone number: ten digits, such as 514-555-0142 ext. 23."
    ),
    "postal_code": QT_TRANSLATE_NOOP("Field", "This is not a postal code, such as H3B 1A1 or 12345."),
    "customer_number": QT_TRANSLATE_NOOP(
        "Field", "A customer number has letters, digits and hyphens only, at most 16. Leave it empty if you do not know it."
    ),
    "province": QT_TRANSLATE_NOOP("Field", "Choose a province or state."),
    "senders": QT_TRANSLATE_NOOP("Field", "A sender is written as two characters, a colon and the identification: 02:KWAY."),
    "number_in": QT_TRANSLATE_NOOP("Field", "A place is an element such as B10-01 or a qualified one such as L11*CN."),
    "shortest": QT_TRANSLATE_NOOP("Field", "Write a number from 4 to 18."),
    "longest": QT_TRANSLATE_NOOP("Field", "Write a number from 4 to 18, not below the shortest."),
    "zone": QT_TRANSLATE_NOOP("Field", "Write two letters such as ET, or leave it empty."),
    "signature": QT_TRANSLATE_NOOP("Field", "Write K1, or L11 with its qualifier: L11*PD."),
    "statuses": QT_TRANSLATE_NOOP("Field", "Write one pair a line, with a code of up to three characters behind: OD = X6."),
    "pickup_date": QT_TRANSLATE_NOOP("Field", "Choose a day within a year."),
    "ready_time": QT_TRANSLATE_NOOP("Field", "The clock skips this hour on that day. Choose another time."),
    "close_time": QT_TRANSLATE_NOOP("Field", "The clock skips this hour on that day. Choose another time."),
    "ends_on": QT_TRANSLATE_NOOP("Field", "No pickup falls between the first and the last day."),
    "weight": QT_TRANSLATE_NOOP("Field", "Enter a weight above zero."),
    "unit_cost": QT_TRANSLATE_NOOP("Field", "Enter what one costs, above zero."),
    "autopro_number": QT_TRANSLATE_NOOP("Field", "Enter the nine digits of the autopro number."),
}


def autopro_words(fault: AutoproFault) -> str:
    """Return the sentence for a text that is not an autopro number."""
    match fault:
        case AutoproFault.EMPTY:
            return QCoreApplication.translate("Field", "Enter the nine digits of the autopro number.")
        case AutoproFault.TOO_SHORT:
            return QCoreApplication.translate(
                "Field", "An autopro number has nine digits; this one has fewer. Check that none is missing."
            )
        case AutoproFault.TOO_LONG:
            return QCoreApplication.translate(
                "Field", "An autopro number has nine digits; this one has more. Check that none is typed twice."
            )
        case AutoproFault.NOT_DIGITS:
            return QCoreApplication.translate(
                "Field",
                "An autopro number has digits only. To trace another kind of number, use the Tracing service.",
            )
        case _:
            assert_never(fault)


def password_rule_words() -> str:
    """Return the rule for new passwords, said before one is chosen (P12)."""
    return Counted().password_rule(MIN_PASSWORD_LENGTH)


def password_state_words(state: PasswordState) -> str:
    """Return what a clerk is told about a password that may not be used any more (P13)."""
    match state:
        case PasswordState.ACTIVE:
            return ""
        case PasswordState.EXPIRED:
            return QCoreApplication.translate(
                "Field", "Your password has expired: it is valid for three months. Choose a new one to continue."
            )
        case PasswordState.TEMPORARY:
            return QCoreApplication.translate("Field", "Your password was temporary. Choose one of your own to continue.")
        case _:
            assert_never(state)
