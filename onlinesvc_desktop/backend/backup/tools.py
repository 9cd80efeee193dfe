# SPDX-License-Identifier: MIT
"""Run the tools of PostgreSQL. Blocks."""

import os
import shutil
import subprocess

from sqlalchemy import URL

from onlinesvc_desktop.backend.backup.errors import BackupError


def run_tool(command: list[str], url: URL) -> str:
    """Run a tool and return what it printed; the password goes by the environment, never as an argument.

    Raises:
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
    done = subprocess.run(
        [tool, *command[1:]], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise BackupError((done.stderr.strip().splitlines() or [f"{command[0]} failed"])[-1])
    return done.stdout


def read_dump_through(dump: str, url: URL) -> None:
    """Read a dump from its first byte to its last, as putting it back would.

    Raises:
        BackupError: it is cut, damaged, or none.
    """
    run_tool(["pg_restore", f"--file={os.devnull}", dump], url)
