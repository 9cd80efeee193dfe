# SPDX-License-Identifier: MIT
"""A raised surface."""

from PySide6.QtWidgets import QFrame, QVBoxLayout


def card(spacing: int = 12) -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column inside it."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 16, 18, 16)
    column.setSpacing(spacing)
    return frame, column


def rule() -> QFrame:
    """Return a thin horizontal line."""
    frame = QFrame()
    frame.setProperty("kind", "line")
    return frame
