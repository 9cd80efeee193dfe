# SPDX-License-Identifier: MIT
"""What is typed finds what is printed."""

import pytest

from onlinesvc_desktop.contract.folding import folded, unspaced


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Code d’accès", "code d'acces"),
        ("L‘entrée de l\u02bcusine", "l'entree de l'usine"),
        ("9\u00a0h\u202f30", "9 h 30"),
        ("Main-d’œuvre", "main-d'oeuvre"),
        ("Lætitia", "laetitia"),
        ("non\u2011livré", "non-livre"),
        ("ŒUVRE", "oeuvre"),
    ],
)
def test_what_a_keyboard_has_finds_what_is_printed(printed: str, typed: str):
    assert folded(printed) == typed
    assert folded(typed) == typed


def test_digits_come_together():
    assert unspaced("446\u00a0125\u00a0813, 2\u202f852\u00a0kg") == "446125813, 2852kg"
