# SPDX-License-Identifier: MIT
"""Keep what is typed into forms on disk while it is typed, so that closing the program or a power cut loses nothing."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, QTimer, Signal

from onlinesvc_desktop.client.drafts import Draft, DraftFolder
from onlinesvc_desktop.desktop.jobs import JobRunner, Ok

_PAUSE_MS = 400


class DraftKeeper(QObject):
    """Write drafts on a worker, a moment after the last change. ``not_saved`` says that the disk refused one."""

    not_saved = Signal()

    def __init__(self, folder: DraftFolder, jobs: JobRunner) -> None:
        super().__init__()
        self._folder = folder
        self._jobs = jobs
        self._known: dict[str, Draft | None] = {}
        self._unwritten: set[str] = set()
        self._under_way: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._write)

    def load(self, name: str) -> Draft | None:
        """Return what was typed into a form the last time."""
        return self._known[name] if name in self._known else self._folder.load(name)

    def keep(self, name: str, draft: Draft) -> None:
        """Keep what a form holds now."""
        self._note(name, draft)

    def forget(self, name: str) -> None:
        """Drop a form's draft, because it was sent or emptied."""
        self._note(name, None)

    def flush(self) -> None:
        """Write what the workers did not come to; called once, while the program closes."""
        self._try_write(self._unwritten | self._under_way)

    def _note(self, name: str, draft: Draft | None) -> None:
        self._known[name] = draft
        self._unwritten.add(name)
        self._timer.start()

    def _write(self) -> None:
        if self._under_way or not self._unwritten:
            return
        self._under_way, self._unwritten = self._unwritten, set()
        names = frozenset(self._under_way)
        self._jobs.run(lambda: self._try_write(names), self._on_written)

    def _on_written(self, outcome: object) -> None:
        self._under_way = set()
        if not (isinstance(outcome, Ok) and outcome.value):
            self.not_saved.emit()
        self._write()

    def _try_write(self, names: AbstractSet[str]) -> bool:
        try:
            for name in names:
                draft = self._known[name]
                if draft is None:
                    self._folder.forget(name)
                else:
                    self._folder.save(name, draft)
        except OSError:
            return False
        return True
