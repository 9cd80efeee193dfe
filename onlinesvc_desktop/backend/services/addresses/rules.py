# SPDX-License-Identifier: MIT
"""When two addresses are the same place."""

import re

from msgspec import UNSET

from onlinesvc_desktop.contract.addresses import AddressBody
from onlinesvc_desktop.contract.folding import folded

_NUMBER = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[\W_]+")
_LEGAL_FORMS = frozenset({"inc", "ltd", "ltee", "limited", "limitee", "corp", "co", "cie", "enr", "llc", "senc"})


def match_key(body: AddressBody) -> str:
    """Return what two entries of one place have in common: name without legal form, postal code, street number."""
    words = [word for word in _LETTERS.split(folded(body.name)) if word and word not in _LEGAL_FORMS]
    number = _NUMBER.search(body.address1) or _NUMBER.search("" if body.address2 is UNSET else body.address2)
    postal_code = _LETTERS.sub("", folded(body.postal_code))
    return f"{''.join(words)}|{postal_code}|{number[0] if number else ''}"
