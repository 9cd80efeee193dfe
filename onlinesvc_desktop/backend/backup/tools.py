# SPDX-License-Identifier: MIT
"""Run the tools of PostgreSQL. Blocks."""

import os
import shutil
import subprocess
from collections.abc import Callable

from sqlalchemy import URL

from onlinesvc_desktop.backend.backup.errors import BackupError, BackupStoppedError

IsStopped = Callable[[], bool]
_LOOK_SECONDS = 0.2
_AFTER_THE_REST = ("nice", "-n", "10")
"""Packing a large database keeps a processor busy for minutes, beside those that answer."""


def never() -> bool:
    """Tell that nobody ends meanwhile."""
    return False


def run_tool(command: list[str], url: URL, is_stopped: IsStopped = never) -> str:
    """Run a tool and return what it printed; the password goes by the environment, never as an argument.

    Raises:
        BackupStoppedError: ``is_stopped`` said so; the tool is ended.
        BackupError: the tool is not installed, or failed; the text is the last line it wrote.
    """
    tool = shutil.which(command[0])
    if tool is None:
        raise BackupError(f"{command[0]} is not installed; it comes with PostgreSQL")
    environment = os.environ | {
        "PGHOST": str(url.query.get("host") or url.host or ""),
        "PGPORT": str(url.query.get("port") or url.port or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": str(url.database),
        "PGSSLMODE": str(url.query.get("sslmode", "")),
        "PGSSLROOTCERT": str(url.query.get("sslrootcert", "")),
    }
    environment = {key: value for key, value in environment.items() if value or not key.startswith("PG")}
    after_the_rest = _AFTER_THE_REST if shutil.which(_AFTER_THE_REST[0]) else ()
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*after_the_rest, tool, *command[1:]], env=environment, stdout=pipe, stderr=pipe, text=True, errors="replace"
    ) as running:
        said, errors = _said(running, is_stopped)
    if running.returncode:
        raise BackupError((errors.strip().splitlines() or [f"{command[0]} failed"])[-1])
    return said


def _said(running: subprocess.Popen[str], is_stopped: IsStopped) -> tuple[str, str]:
    """Wait for a tool's end, or end it; a tool left behind would go on reading, and the next start would begin another."""
    while True:
        try:
            return running.communicate(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            if is_stopped():
                running.terminate()
                running.communicate()
                raise BackupStoppedError("stopped") from None
        except BaseException:
            running.kill()
            raise


def read_dump_through(dump: str, url: URL, is_stopped: IsStopped = never) -> None:
    """Read a dump from its first byte to its last, as putting it back would.

    Raises:
        BackupStoppedError: ``is_stopped`` said so.
        BackupError: it is cut, damaged, or none.
    """
    run_tool(["pg_restore", f"--file={os.devnull}", dump], url, is_stopped)
