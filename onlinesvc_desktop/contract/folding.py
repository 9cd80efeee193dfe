# SPDX-License-Identifier: MIT
"""Search without case and accents."""

import unicodedata


def folded(text: str) -> str:
    """Return a text without case and accents, so that "depot" finds "dépôt"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
