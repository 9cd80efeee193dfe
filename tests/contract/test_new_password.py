# SPDX-License-Identifier: MIT
"""How hard a new password is to guess, and why one is refused; the estimate is the real one."""

import pytest
import zxcvbn

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.new_password import PasswordWeakness, new_password_problem, strength_of, words_about

ABOUT = words_about("MTREMBLAY", "Forêt-Noire Transport", "marie.tremblay@example.com")


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("password1234", PasswordWeakness.COMMON_PASSWORD),
        ("sdfjk", PasswordWeakness.KEYBOARD),
        ("aaaaaaaaaaaa", PasswordWeakness.REPEAT),
        ("abcdefghijkl", PasswordWeakness.SEQUENCE),
        ("tremblay-foret", PasswordWeakness.ABOUT_YOU),
        ("Tremblay2Tremblay", PasswordWeakness.ABOUT_YOU),
        ("motdepasse1", PasswordWeakness.COMMON_PASSWORD),
        ("maplebluerivertin", None),
    ],
)
def test_a_guessable_password_says_why(password: str, weakness: PasswordWeakness | None):
    strength = strength_of(password, ABOUT, zxcvbn.zxcvbn)
    assert strength.weakness is weakness
    assert strength.enough is (weakness is None)


def test_no_password_has_no_strength():
    assert strength_of("", (), zxcvbn.zxcvbn).score == 0


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", FieldCode.TOO_SHORT),
        ("the present one", FieldCode.SAME_AS_BEFORE),
        ("xx mtremblay xx", FieldCode.CONTAINS_ACCESS_CODE),
        ("password1234", FieldCode.TOO_GUESSABLE),
        ("maplebluerivertin", None),
    ],
)
def test_the_first_reason_against_a_new_password(password: str, code: FieldCode | None):
    problem = new_password_problem(password, "the present one", "MTREMBLAY", ABOUT, zxcvbn.zxcvbn)
    assert (None if problem is None else problem.code) is code
