# SPDX-License-Identifier: MIT
"""A PostgreSQL cluster in a folder, reached by socket, that can be killed and come back."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tests.support.backend import children_of


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, if it is installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = versions[0] if versions else shutil.which("initdb")
    return None if found is None else Path(found).parent


class Cluster:
    """PostgreSQL refuses to run as root, so root lends the folder to ``nobody``; of a ``primary`` it is the standby."""

    def __init__(self, folder: Path, programs: Path, primary: "Cluster | None" = None) -> None:
        self.folder = folder
        self._programs = programs
        self.as_user: list[str] = []
        if os.geteuid() == 0:
            for parent in (folder, *folder.parents[:4]):
                parent.chmod(parent.stat().st_mode | 0o055)
            shutil.chown(folder, "nobody")
            self.as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        options = ["--auth=trust", "--username=onlinesvc", "--encoding=UTF8", "--no-sync"]
        command = [*self.as_user, str(programs / "initdb"), "-D", str(folder / "data"), *options]
        if primary is not None:
            copy = [
                "-h",
                str(primary.folder),
                "-U",
                "onlinesvc",
                "-D",
                str(folder / "data"),
                "-R",
                "-c",
                "fast",
                "--no-sync",
            ]
            command = [*self.as_user, str(programs / "pg_basebackup"), *copy]
        subprocess.run(command, check=True, capture_output=True, cwd="/")
        self._server: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start and wait until it answers."""
        quiet = ["-c", "listen_addresses=", "-c", "fsync=off"]
        serve = [f"{self._programs}/postgres", "-D", f"{self.folder / 'data'}", "-k", f"{self.folder}", *quiet]
        log = self.folder / "postgres.log"
        # Into a file: a pipe that nobody reads is full one day, and then nothing is written down nor done any more.
        with log.open("w") as stream:
            self._server = subprocess.Popen([*self.as_user, *serve], stderr=stream, cwd="/")
        while self._server.poll() is None and "ready to accept" not in log.read_text("utf-8", "replace"):
            time.sleep(0.02)

    def kill(self) -> None:
        """Kill it as a power cut would: no goodbye."""
        assert self._server is not None
        for pid in (self.folder / "data" / "postmaster.pid").read_text().split()[:1]:
            os.kill(int(pid), signal.SIGKILL)
        self._server.wait(timeout=30)

    def stop(self) -> None:
        """Stop it in order."""
        assert self._server is not None
        self._server.terminate()
        self._server.wait(timeout=30)

    def end(self) -> None:
        """Stop it, if it runs."""
        if self._server is not None and self._server.poll() is None:
            self.stop()

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        import psycopg

        name = f"test_{uuid4().hex}"
        with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://onlinesvc@/{name}?host={self.folder}"

    def copy_of(self, url: str) -> str:
        """Copy a database that nobody uses and return the copy's URL."""
        import psycopg

        name = url.partition("@/")[2].partition("?")[0]
        with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}_copy TEMPLATE {name}".encode())
        return url.replace(name, f"{name}_copy")

    def pids(self) -> set[int]:
        """Return its processes as they are now."""
        main = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        return {main} | children_of(main)

    def written(self) -> str:
        """Return up to where it has written, as a place of its log."""
        return self._said("SELECT pg_current_wal_lsn()")

    def has(self, place: str) -> bool:
        """Tell whether a standby shows everything up to a place of its primary's log."""
        return self._said(f"SELECT pg_last_wal_replay_lsn() >= '{place}'::pg_lsn") == "True"

    def _said(self, question: str) -> str:
        import psycopg

        with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={self.folder}") as connection:
            row = connection.execute(question.encode()).fetchone()
        return "" if row is None else str(row[0])


@contextmanager
def primary_and_standby(folder: Path, programs: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """Lend two: the second follows the first."""
    made: list[Cluster] = []
    try:
        for name in ("primary", "standby"):
            (folder / name).mkdir()
            made.append(Cluster(folder / name, programs, made[0] if made else None))
        yield made[0], made[1]
    finally:
        for cluster in reversed(made):
            cluster.end()
