# SPDX-License-Identifier: MIT
"""Mark a text for lupdate without translating it yet."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001
    """Return the text; lupdate knows this function by its name. PySide6's own one is typed as returning ``object``."""
    return text
