# SPDX-License-Identifier: MIT
"""Ask which file to save as or to open, or which folder; the folder last used is proposed, at first the documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from onlinesvc_desktop.desktop.settings_store import SettingsStore


def file_to_save(
    parent: QWidget, settings: SettingsStore, title: str, name: str, kinds: str = ""
) -> tuple[Path, str] | None:
    """Return the file somebody chose to save as, and of which kind; None when they thought better of it."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_folder(settings) / name), kinds)
    return (_remembered(settings, Path(chosen)), kind) if chosen else None


def file_to_open(parent: QWidget, settings: SettingsStore, title: str, kinds: str) -> Path | None:
    """Return the file somebody chose to open; None when they thought better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_folder(settings)), kinds)
    return _remembered(settings, Path(chosen)) if chosen else None


def files_to_open(parent: QWidget, settings: SettingsStore, title: str, kinds: str) -> list[Path]:
    """Return the files somebody chose to open; none when they thought better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_folder(settings)), kinds)
    return [_remembered(settings, Path(one)) for one in chosen]


def folder_to_open(parent: QWidget, settings: SettingsStore, title: str) -> Path | None:
    """Return the folder somebody chose; None when they thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_folder(settings)))
    if not chosen:
        return None
    settings.change(last_folder=chosen)
    return Path(chosen)


def _remembered(settings: SettingsStore, file: Path) -> Path:
    settings.change(last_folder=str(file.parent))
    return file


def _folder(settings: SettingsStore) -> Path:
    """Return the folder last used, if it is still there."""
    last = settings.values.last_folder
    if last and Path(last).is_dir():
        return Path(last)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
