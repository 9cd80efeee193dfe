# SPDX-License-Identifier: MIT
"""A folder that is watched: whole files are taken in, then lie in ``archive``, or in ``rejected`` with a reason.

Several workers may watch one folder: a file is taken in once by its content, and whoever comes second finds it gone.
"""

import logging
import os
from datetime import datetime
from pathlib import Path

from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.intake.command import sentence
from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping, load_mapping
from onlinesvc_desktop.contract.intake import IntakeState

log = logging.getLogger(__name__)

MAPPING_FILE = "mapping.toml"
ARCHIVE_FOLDER = "archive"
MAPPINGS_FOLDER = "mappings"
_UNFINISHED = (".part", ".tmp", ".crdownload", ".partial", ".filepart")
_REASON = (
    "This file was not taken in: {why}.\n"
    "Nothing in the database was changed. Correct it and put it back into the drop folder.\n\n"
    "Ce fichier n'a pas été pris en charge : {why}.\n"
    "Rien n'a changé dans la base de données. Corrigez-le et remettez-le dans le dossier de dépôt.\n"
)


def mapping_of(folder: Path, name: str) -> TableMapping:
    """Return how a table of that name is read.

    By the first mapping in ``mappings`` that is for such names, in the order of their own names, else by ``mapping.toml``,
    else under our own headings.

    Raises:
        MappingError: a mapping cannot be used.
    """
    for file in sorted((folder / MAPPINGS_FOLDER).glob("*.toml")):
        mapping = load_mapping(file)
        if mapping.is_for(name):
            return mapping
    fallback = folder / MAPPING_FILE
    return load_mapping(fallback) if fallback.exists() else TableMapping()


class DropFolder:
    """Looks once a round; a file counts as whole when size and time are those of the round before."""

    def __init__(self, folder: Path, intake: Intake) -> None:
        self._folder = folder
        self._intake = intake
        self._seen: dict[Path, tuple[int, int]] = {}

    def round(self, now: datetime) -> int:
        """Take in what is whole; return how many files were."""
        found = {file: stamp for file in self._files() if (stamp := _stamp(file)) is not None}
        whole = [file for file, stamp in found.items() if self._seen.get(file) == stamp]
        self._seen = found
        taken = 0
        for file in sorted(whole):
            try:
                self._take(file, now)
                taken += 1
            except FileNotFoundError:
                continue
            except Exception as error:  # noqa: BLE001 - a full disk, a database away, a defect: the next file goes on
                note_failure(log, f"{file.name} cannot be taken in; it is tried again", error)
        return taken

    def _files(self) -> list[Path]:
        try:
            entries = list(os.scandir(self._folder))
        except OSError:
            return []
        return [
            Path(entry.path)
            for entry in entries
            if entry.is_file(follow_symlinks=False)
            and entry.name != MAPPING_FILE
            and not entry.name.startswith((".", "~"))
            and not entry.name.endswith(_UNFINISHED)
        ]

    def _take(self, file: Path, now: datetime) -> None:
        try:
            mapping = mapping_of(self._folder, file.name)
        except MappingError as error:
            self._reject(file, now, str(error))
            return
        try:
            report = self._intake.take(file, file.name, mapping)
        except PermissionError:
            self._reject(file, now, "not_readable: permission denied")
            return
        if report.file.state is IntakeState.REJECTED:
            self._reject(file, now, report.reason)
            return
        if report.file.state is IntakeState.DONE:
            self._archive(file, now, report)

    def _archive(self, file: Path, now: datetime, report: IntakeReport) -> None:
        place = _free(self._folder / ARCHIVE_FOLDER / now.strftime("%Y-%m-%d"), file.name)
        file.rename(place)
        if report.answer:
            answers = self._folder / "answers"
            answers.mkdir(exist_ok=True)
            for name, answer in report.answer_names(place.name):
                (answers / name).write_text(answer, "utf-8")
        log.info("%s: %s", file.name, sentence(report))

    def _reject(self, file: Path, now: datetime, why: str) -> None:
        place = _free(self._folder / "rejected", file.name)
        reason = _REASON.format(why=why)
        place.with_name(f"{place.name}.reason.txt").write_text(f"{now:%Y-%m-%d %H:%M} UTC\n\n{reason}", "utf-8")
        file.rename(place)


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _free(folder: Path, name: str) -> Path:
    """Return a path of that name that nothing has yet, in a folder that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return place
