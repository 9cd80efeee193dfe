# SPDX-License-Identifier: MIT
"""The words of what waits to be sent, translated when they are shown."""


def waiting_words(text: str, **parts: object) -> str:
    """Return a text of the context ``Unsent`` in the current language with its parts in place; needs no Qt to import."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Unsent", text).format(**parts)
