# SPDX-License-Identifier: MIT
"""The drop folder: what partners send is taken in, with the mapping that its name asks for."""

import logging
from datetime import datetime
from pathlib import Path

from onlinesvc_desktop.backend.intake.command import sentence
from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping, load_mapping
from onlinesvc_desktop.backend.intake.watched_folder import WatchedFolder, put_aside, put_away
from onlinesvc_desktop.contract.intake import IntakeState

log = logging.getLogger(__name__)

MAPPING_FILE = "mapping.toml"
MAPPINGS_FOLDER = "mappings"


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
    """Takes in what lies whole in the folder."""

    def __init__(self, folder: Path, intake: Intake) -> None:
        self._folder = folder
        self._intake = intake
        self._watched = WatchedFolder(folder, self._take, (MAPPING_FILE,))

    def round(self, now: datetime) -> int:
        """Take in what is whole; return how many files were."""
        return self._watched.round(now)

    def _take(self, file: Path, now: datetime) -> None:
        try:
            mapping = mapping_of(self._folder, file.name)
        except MappingError as error:
            put_aside(file, now, str(error))
            return
        try:
            report = self._intake.take(file, file.name, mapping)
        except PermissionError:
            put_aside(file, now, "not_readable: permission denied")
            return
        if report.file.state is IntakeState.REJECTED:
            put_aside(file, now, report.reason)
            return
        if report.file.state is IntakeState.DONE:
            self._archive(file, now, report)

    def _archive(self, file: Path, now: datetime, report: IntakeReport) -> None:
        place = put_away(file, now)
        if report.answer:
            answers = self._folder / "answers"
            answers.mkdir(exist_ok=True)
            for name, answer in report.answer_names(place.name):
                (answers / name).write_text(answer, "utf-8")
        log.info("%s: %s", file.name, sentence(report))
