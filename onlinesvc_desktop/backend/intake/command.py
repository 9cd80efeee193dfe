# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend import``: files in, a line for each, 997 answers beside them."""

import sys
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.intake.partners import Partners, known_partners, partners_from, partners_of, profiles_in
from onlinesvc_desktop.backend.intake.preview import part_words
from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport, kind_of, parts_of
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping, load_mapping
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake_files import IntakeFile
from onlinesvc_desktop.contract.intake import IntakeState

_ALL_IN, _REJECTED, _SOME_SET_ASIDE = 0, 1, 3


def run(config: BackendConfig, files: list[Path], mapping: Path | None, preview: bool) -> int:
    """Take files in and return 0 when everything went in, 3 when some of it was set aside, 1 when a file was rejected.

    Stopped by Ctrl+C between two batches; the same command goes on from there.
    """
    try:
        table_mapping = TableMapping() if mapping is None else load_mapping(mapping)
    except MappingError as error:
        sys.stderr.write(f"onlinesvc-backend: {error}\n")
        return _REJECTED
    if preview:
        return max((_preview(file, table_mapping, _partners(config)) for file in files), default=_ALL_IN)
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        intake = Intake(database, utc_now, partners=partners_of(config))
        codes = []
        for file in files:
            report = intake.take(file, file.name, table_mapping, _progress)
            if report.answers:
                for name, answer in report.answer_names(file.name):
                    file.with_name(name).write_text(answer, "utf-8")
            sys.stdout.write(f"{file}: {sentence(report)}\n")
            codes.append(_code(report))
        return max(codes, default=_ALL_IN)
    except KeyboardInterrupt:
        sys.stderr.write("onlinesvc-backend: stopped; the same command goes on from here\n")
        return _SOME_SET_ASIDE
    finally:
        database.close()


def sentence(report: IntakeReport) -> str:
    """Return what became of a file, in one line."""
    file = report.file
    if file.state is IntakeState.REJECTED:
        return f"rejected ({report.reason}); nothing changed"
    counts = f"{file.changed} changed something, {file.unchanged} changed nothing, {file.quarantined} set aside"
    if file.remarked:
        counts += f", {file.remarked} mended or left out"
    return f"taken in before, nothing changed ({counts})" if report.known else counts


def _code(report: IntakeReport) -> int:
    if report.file.state is IntakeState.REJECTED:
        return _REJECTED
    return _SOME_SET_ASIDE if report.file.quarantined else _ALL_IN


def _progress(file: IntakeFile, size: int) -> None:
    sys.stderr.write(f"{file.position} of {size} bytes\n")


def _partners(config: BackendConfig) -> Partners:
    """Return the partners; those of the folder alone where there is no database yet to look into."""
    database = Database(config.command_database_url)
    try:
        return known_partners(database, partners_of(config))
    except SQLAlchemyError:
        return partners_from(profiles_in(partners_of(config)))
    finally:
        database.close()


def _preview(path: Path, mapping: TableMapping, partners: Partners) -> int:
    """Say of each part what it would do, without a database."""
    code = _ALL_IN
    with path.open("rb") as stream:
        try:
            for part in parts_of(stream, path.name, kind_of(stream), mapping, partners, utc_now(), Acknowledgements()):
                code = max(code, _ALL_IN if part.fault is None else _SOME_SET_ASIDE)
                sys.stdout.write(f"{path}: {part_words(part)}\n")
        except (NotX12Error, TableError, HeadingsError) as error:
            sys.stdout.write(f"{path}: rejected ({type(error).__name__} {error})\n")
            return _REJECTED
    return code
