# SPDX-License-Identifier: MIT
"""Search as people type: without case, accents, the printed apostrophe, no-break spaces and ligatures."""

import unicodedata
from functools import lru_cache
from typing import Final

_TYPED: Final = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LATIN SMALL LIGATURE OE}": "oe",
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)
"""What the program prints and keyboards do not have; NFKD leaves these as they are."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a text as it would be typed in a hurry: "depot d'Edmonton" finds "Dépôt d’Edmonton".

    Every space counts as an ordinary one.
    """
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_TYPED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def unspaced(text: str) -> str:
    """Return a text without the no-break spaces that group digits and hold units."""
    return text.replace("\N{NO-BREAK SPACE}", "").replace("\N{NARROW NO-BREAK SPACE}", "")
