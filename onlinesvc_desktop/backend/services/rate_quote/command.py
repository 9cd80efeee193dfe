# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend tariff``: a tariff in from a file, JSON or CSV."""

import sys
from pathlib import Path

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.services.rate_quote.take import take_tariff_file
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.tariff import TariffProblem, TariffResult

_DONE, _REJECTED = 0, 1


def run_tariff(config: BackendConfig, file: Path, preview: bool) -> int:
    """Take a tariff in, or only say what is wrong with it; 1 when something is.

    Raises:
        OSError: the file is missing or cannot be read.
    """
    content = file.read_bytes()
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        with database.write() as connection:
            result = take_tariff_file(connection, content, utc_now(), None, preview)
    finally:
        database.close()
    for problem in result.problems:
        sys.stdout.write(_line(problem) + "\n")
    for warning in result.warnings:
        sys.stdout.write(f"warning: {_line(warning)}\n")
    sys.stdout.write(_sentence(result) + "\n")
    return _REJECTED if result.problems else _DONE


def _line(problem: TariffProblem) -> str:
    where = f"line {problem.line}" if isinstance(problem.line, int) else problem.pointer or "file"
    return f"{where}: {problem.fault} {problem.about}".rstrip()


def _sentence(result: TariffResult) -> str:
    counts = f"{result.zones} zones, {result.lanes} lanes, {result.fuel_rows} fuel rows"
    outcome = f"takes over on {result.effective_on}" if result.taken else f"nothing changed ({len(result.problems)} faults)"
    return f"{result.name or 'tariff'}: {counts}; {outcome}"
