# SPDX-License-Identifier: MIT
"""The one door to settings in the running program: read from memory, written by a worker."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.settings import Settings, save_settings
from onlinesvc_desktop.desktop.jobs import JobRunner, Ok


class SettingsStore(QObject):
    """Hold the settings. ``not_saved`` says that the disk refused them; they still hold until the program ends."""

    not_saved = Signal()

    def __init__(self, file: Path, settings: Settings, overrides: Mapping[str, Any], jobs: JobRunner) -> None:
        super().__init__()
        self._file = file
        self._settings = settings
        self._overrides = dict(overrides)
        self._jobs = jobs
        self._saving = False
        self._dirty = False

    @property
    def values(self) -> Settings:
        """The present settings; those of the command line hold for this run and are not written."""
        return msgspec.structs.replace(self._settings, **self._overrides)

    def change(self, **values: Any) -> None:
        """Set some values; equal ones are silent, an unknown name is a ``TypeError``."""
        for name in values:
            self._overrides.pop(name, None)
        changed = msgspec.structs.replace(self._settings, **values)
        if changed != self._settings:
            self._settings = changed
            self._save()

    def _save(self) -> None:
        if self._saving:
            self._dirty = True
            return
        self._saving = True
        settings = self._settings
        self._jobs.run(lambda: _try_save(self._file, settings), self._on_saved)

    def _on_saved(self, outcome: object) -> None:
        self._saving = False
        if not (isinstance(outcome, Ok) and outcome.value):
            self.not_saved.emit()
        if self._dirty:
            self._dirty = False
            self._save()

    def flush(self) -> None:
        """Write what the workers did not come to; called once, while the program closes."""
        if self._saving or self._dirty:
            _try_save(self._file, self._settings)


def _try_save(file: Path, settings: Settings) -> bool:
    try:
        save_settings(file, settings)
    except OSError:
        return False
    return True
