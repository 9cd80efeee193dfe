# SPDX-License-Identifier: MIT
"""What a new password must be like (P12): one rule for the meter of the form and for the server.

Length and a list of known passwords decide, not kinds of characters (NIST SP 800-63B section 5.1.1.2).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from onlinesvc_desktop.contract.codes import FieldCode, OpenEnum
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.limits import MIN_PASSWORD_LENGTH
from onlinesvc_desktop.contract.problem import FieldProblem


class PasswordWeakness(OpenEnum, unknown="GUESSABLE"):
    """What makes a password easy to guess."""

    ABOUT_YOU = "about_you"
    COMMON_PASSWORD = "common_password"
    COMMON_WORD = "common_word"
    NAME = "name"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    GUESSABLE = "guessable"


ENOUGH = 3
"""Least strength of 0 to 4: safe against guessing by the thousand for years."""

_LOOKED_AT = 64

_OWN_CHARACTERS = 8

_WORD = re.compile(r"\w{4,}")

_LOCAL = (
    "motdepasse azerty azertyuiop bonjour soleil doudou chocolat quebec montreal toronto canada transport camion"
    " livraison expedition connaissement repartition courriel autopro freight dispatch shipping trucking"
)

_LOCAL_WORDS = tuple(_LOCAL.split())
"""Common in French and in this trade, and missing from the library's English lists."""

_BY_PATTERN = {
    "spatial": PasswordWeakness.KEYBOARD,
    "repeat": PasswordWeakness.REPEAT,
    "sequence": PasswordWeakness.SEQUENCE,
    "regex": PasswordWeakness.DATE,
    "date": PasswordWeakness.DATE,
}

_BY_DICTIONARY = {
    "passwords": PasswordWeakness.COMMON_PASSWORD,
    "user_inputs": PasswordWeakness.ABOUT_YOU,
    "surnames": PasswordWeakness.NAME,
    "male_names": PasswordWeakness.NAME,
    "female_names": PasswordWeakness.NAME,
}


class Strength(msgspec.Struct, frozen=True):
    """0 to 4, and what makes it less than enough."""

    score: int
    weakness: PasswordWeakness | None = None

    @property
    def enough(self) -> bool:
        """Tell whether the password may be used."""
        return self.score >= ENOUGH and self.weakness is None


def words_about(*texts: str) -> tuple[str, ...]:
    """Return the words of an access code, enterprise or e-mail that a password should not be made of."""
    words = {word for text in texts for word in _WORD.findall(folded(text).replace("_", " "))}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


Estimate = Callable[..., Mapping[str, Any]]
"""How many guesses a password takes, as ``zxcvbn.zxcvbn`` says it; each side hands its own in."""


def strength_of(password: str, about: Sequence[str], estimate: Estimate) -> Strength:
    """Return how hard a password is to guess for someone who knows the words ``about`` its owner.

    Takes a few milliseconds, and some tens the first time.
    """
    if not password:
        return Strength(0)
    looked_at = password[:_LOOKED_AT]
    result = estimate(looked_at, user_inputs=[*about, *_LOCAL_WORDS], max_length=_LOOKED_AT)
    rest = folded(looked_at)
    for word in about:
        rest = rest.replace(word, "")
    if rest != folded(looked_at) and len(re.sub(r"\W", "", rest)) < _OWN_CHARACTERS:
        return Strength(min(int(result["score"]), ENOUGH - 1), PasswordWeakness.ABOUT_YOU)
    score = int(result["score"])
    if score >= ENOUGH:
        return Strength(score)
    longest = max(result["sequence"], key=lambda match: len(match["token"]))
    pattern = longest["pattern"]
    if pattern == "dictionary":
        known = longest["matched_word"] in _LOCAL_WORDS
        name = "passwords" if known else longest["dictionary_name"]
        return Strength(score, _BY_DICTIONARY.get(name, PasswordWeakness.COMMON_WORD))
    return Strength(score, _BY_PATTERN.get(pattern, PasswordWeakness.GUESSABLE))


def new_password_problem(
    new_password: str, current_password: str, access_code: str, about: Sequence[str], estimate: Estimate
) -> FieldProblem | None:
    """Return why a new password is refused, or None."""
    pointer = "/new_password"
    if len(new_password) < MIN_PASSWORD_LENGTH:
        return FieldProblem(pointer, FieldCode.TOO_SHORT, {"minimum": MIN_PASSWORD_LENGTH})
    if new_password == current_password:
        return FieldProblem(pointer, FieldCode.SAME_AS_BEFORE)
    if access_code.casefold() in new_password.casefold():
        return FieldProblem(pointer, FieldCode.CONTAINS_ACCESS_CODE)
    strength = strength_of(new_password, about, estimate)
    if strength.enough:
        return None
    weakness = strength.weakness or PasswordWeakness.GUESSABLE
    return FieldProblem(pointer, FieldCode.TOO_GUESSABLE, {"weakness": weakness.value})
