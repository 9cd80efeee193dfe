# SPDX-License-Identifier: MIT
"""Ask which file to save as or to open, or which folder; the documents folder is proposed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def file_to_save(parent: QWidget, title: str, name: str, kinds: str = "") -> tuple[Path, str] | None:
    """Return the file somebody chose to save as, and of which kind; None when he thought better of it."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_documents() / name), kinds)
    return (Path(chosen), kind) if chosen else None


def file_to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Return the file somebody chose to open; None when he thought better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(chosen) if chosen else None


def folder_to_open(parent: QWidget, title: str) -> Path | None:
    """Return the folder somebody chose; None when they thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_documents()))
    return Path(chosen) if chosen else None


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
