# SPDX-License-Identifier: MIT
"""When two spellings mean the same person or enterprise, for an administrator to look at, never to decide by."""

import re

from onlinesvc_desktop.contract.folding import folded

_LEGAL_FORMS = frozenset(
    (
        *("inc", "incorporated", "ltd", "limited", "ltee", "limitee", "llc", "llp", "lp", "corp", "corporation", "co"),
        *("company", "cie", "compagnie", "enr", "sa", "senc", "sencrl"),
    )
)
_FILLERS = frozenset(("the", "le", "la", "les", "l", "de", "du", "des", "d", "and", "et"))


def enterprise_key(name: str) -> str:
    """Return an enterprise's name without case, accents, legal form and small words, in alphabetical order."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    telling = [word for word in words if word not in _LEGAL_FORMS and word not in _FILLERS]
    return " ".join(sorted(telling or words))


def person_key(name: str) -> str:
    """Return a person's name without case, accents and order of first and last name."""
    return " ".join(sorted(re.findall(r"[a-z]+", folded(name))))
