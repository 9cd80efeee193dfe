# SPDX-License-Identifier: MIT
"""Sentences for wrong fields and wrong numbers."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.autopro import AutoproFault
from onlinesvc_desktop.contract.codes import FieldCode, PasswordState
from onlinesvc_desktop.contract.limits import MIN_PASSWORD_LENGTH
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.words.counted import Counted


def field_words(problem: FieldProblem) -> str:
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
        case FieldCode.WRONG_PASSWORD:
            return QCoreApplication.translate("Field", "This is not your current password.")
        case FieldCode.SAME_AS_BEFORE:
            return QCoreApplication.translate("Field", "Choose a password other than the current one.")
        case FieldCode.CONTAINS_ACCESS_CODE:
            return QCoreApplication.translate("Field", "The password must not contain the access code.")
        case _:
            assert_never(problem.code)


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
