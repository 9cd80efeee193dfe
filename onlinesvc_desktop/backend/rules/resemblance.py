# SPDX-License-Identifier: MIT
"""When two spellings mean the same person or enterprise, for an administrator to look at, never to decide by."""

import re
from dataclasses import dataclass
from typing import Final

from onlinesvc_desktop.contract.folding import folded

_LEGAL_FORMS = frozenset(
    (
        *("inc", "incorporated", "ltd", "limited", "ltee", "limitee", "llc", "llp", "lp", "corp", "corporation", "co"),
        *("company", "cie", "compagnie", "enr", "sa", "senc", "sencrl"),
    )
)
_FILLERS = frozenset(("the", "le", "la", "les", "l", "de", "du", "des", "d", "and", "et"))


SURE: Final = 80
"""From this likeness on an enterprise is proposed as the one; below it is only one of several."""
_STEM_LETTERS = 5
_TELLING_WORDS = 2


@dataclass(frozen=True, slots=True)
class Enterprise:
    """What is compared of two enterprises; what is not known is empty."""

    name: str
    number: str = ""
    postal_code: str = ""


def likeness(asked: Enterprise, known: Enterprise) -> int:
    """Return how likely two are one enterprise, 0 to 100.

    A number alone is not enough to be sure of, since anybody can write one.
    """
    theirs, ours = name_stems(asked.name), name_stems(known.name)
    shared = len(theirs & ours)
    points = 0
    if enterprise_key(asked.name) == enterprise_key(known.name) or (
        shared >= _TELLING_WORDS and (theirs <= ours or ours <= theirs)
    ):
        points = SURE
    elif shared:
        points = 60 * 2 * shared // (len(theirs) + len(ours))
    if asked.number.strip() and asked.number.strip() == known.number:
        points = max(points + 50, 60)
    if points and _packed(asked.postal_code) and _packed(asked.postal_code) == _packed(known.postal_code):
        points += 20
    return min(points, 100)


def name_stems(name: str) -> frozenset[str]:
    """Return the beginnings of an enterprise's telling words, so that singular and plural meet."""
    return frozenset(word[:_STEM_LETTERS] for word in enterprise_key(name).split())


def _packed(postal_code: str) -> str:
    return postal_code.replace(" ", "").upper()


def enterprise_key(name: str) -> str:
    """Return an enterprise's name without case, accents, legal form and small words, in alphabetical order."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    telling = [word for word in words if word not in _LEGAL_FORMS and word not in _FILLERS]
    return " ".join(sorted(telling or words))


def person_key(name: str) -> str:
    """Return a person's name without case, accents and order of first and last name."""
    return " ".join(sorted(re.findall(r"[a-z]+", folded(name))))
