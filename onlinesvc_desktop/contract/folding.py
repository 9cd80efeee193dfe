# SPDX-License-Identifier: MIT
"""Search without case and accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a text without case and accents, so that "depot" finds "dépôt"."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
