# SPDX-License-Identifier: MIT
"""Kill clerk, backend, worker, supervisor and database at random instants; then count with an independent ledger."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from sqlalchemy import Connection, text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from tests.support.backend import COMMAND, UNTHROTTLED, children_of, free_port
from tests.support.postgres import Cluster

_PATIENCE_SECONDS = 30
_STUCK_SECONDS = 120


class Scene:
    """A clerk, a backend, and on PostgreSQL a cluster; each can be killed and comes back at once."""

    longest_life_seconds = 1.2
    weights: ClassVar[Mapping[str, int]] = {}
    """How often something happens beside the others, 1 unless it stands here."""

    def __init__(self, folder: Path, seed: int, cluster: Cluster | None) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self._cluster = cluster
        self._url = sqlite_url(folder / "server") if cluster is None else cluster.new_database()
        self._port = free_port()
        (folder / "server").mkdir()
        (folder / "config.toml").write_text(UNTHROTTLED)
        self.ledger = folder / "ledger.txt"
        self.kills: Counter[str] = Counter()
        self.prepare()
        self._backend = self._start_backend()
        self._clerk = self._start_clerk()
        self._wait_for_work()

    def prepare(self) -> None:
        """Fill the database before anybody comes."""

    def clerk_command(self, *more: str) -> list[str]:
        """Return the command line of a clerk."""
        return [
            sys.executable,
            "-m",
            "tests.faults.clerk",
            *self.clerk_arguments(self._folder / "clerk", self.ledger),
            *more,
        ]

    def clerk_arguments(self, data_dir: Path, ledger: Path) -> list[str]:
        """Return where a clerk keeps things, whom it asks and where it notes what it was told."""
        return [str(data_dir), f"http://127.0.0.1:{self._port}", str(ledger)]

    def clerk_environment(self) -> dict[str, str]:
        """Return what a clerk has in its environment beside what everybody has."""
        return {}

    def victims(self) -> dict[str, Callable[[], None]]:
        """Return what may be killed or done, by its name in the count."""
        always: dict[str, Callable[[], None]] = {"clerk": self._kill_clerk, "backend": self._kill_backend}
        if self._cluster is None:
            return always
        return always | {"worker": self._kill_worker, "database": self._kill_database}

    def count(self, connection: Connection) -> dict[str, int]:
        """Compare the ledger with what has arrived.

        Raises:
            AssertionError: something that was acknowledged is lost, or something came twice.
        """
        arrived = Counter(connection.execute(text("SELECT company FROM access_requests")).scalars())
        told = self.ledger.read_text("utf-8").splitlines()
        lost = [company for company in told if company not in arrived]
        twice = [company for company, times in arrived.items() if times > 1]
        assert not lost, f"{len(lost)} of {len(told)} acknowledged submissions are lost"
        assert not twice, f"{len(twice)} came twice"
        return {"acknowledged": len(told), "arrived": len(arrived)}

    def _wait_for_work(self) -> None:
        """Wait until something was acknowledged: on a busy machine the clerk needs longer to start than it lives."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < end and not (self.ledger.exists() and self.has_worked(self.ledger.read_text("utf-8"))):
            time.sleep(0.05)

    def has_worked(self, told: str) -> bool:
        """Tell whether the ledger says that everything of the scene has begun."""
        return bool(told)

    def _start_backend(self) -> subprocess.Popen[str]:
        workers = [] if self._cluster is None else ["--workers", "2"]
        settings = ["--data-dir", str(self._folder / "server"), "--config", str(self._folder / "config.toml")]
        command = [*COMMAND, *settings, "serve", "--port", str(self._port), *workers]
        environment = os.environ | {"ONLINESVC_DATABASE_URL": self._url}
        with (self._folder / "backend.log").open("a") as log:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)

    def _start_clerk(self, *more: str) -> subprocess.Popen[str]:
        with (self._folder / "clerk.log").open("a") as log:
            return subprocess.Popen(
                self.clerk_command(*more), stderr=log, text=True, env=os.environ | self.clerk_environment()
            )

    def round(self) -> None:
        """Let everything run for a random moment, then kill one of them and bring it back."""
        time.sleep(self._random.uniform(0, self.longest_life_seconds))
        victims = self.victims()
        names = sorted(victims)
        victim = self._random.choices(names, [self.weights.get(name, 1) for name in names])[0]
        victims[victim]()
        self.kills[victim] += 1
        self._watch_over()

    def _watch_over(self) -> None:
        """Start a backend that gave up, as the machine's service manager does (``Restart=on-failure``)."""
        if self._backend.poll() is not None:
            self._backend.communicate()
            self._backend = self._start_backend()

    def _kill_clerk(self) -> None:
        self._clerk.kill()
        self._clerk.wait()
        self._clerk = self._start_clerk()

    def _kill_backend(self) -> None:
        workers = children_of(self._backend.pid)
        self._backend.kill()
        self._backend.communicate()
        for worker in workers:
            while Path(f"/proc/{worker}").exists():
                time.sleep(0.01)
        self._backend = self._start_backend()

    def _kill_worker(self) -> None:
        for worker in sorted(children_of(self._backend.pid))[:1]:
            os.kill(worker, signal.SIGKILL)

    def _kill_database(self) -> None:
        assert self._cluster is not None
        self._cluster.kill()
        time.sleep(self._random.uniform(0, 0.5))
        self._cluster.start()

    def finish(self) -> dict[str, int]:
        """Let everything that waits arrive, end all, and return the count.

        Raises:
            AssertionError: something that was acknowledged is lost, or something came twice.
        """
        self._clerk.kill()
        self._clerk.wait()
        drained = self._start_clerk("drain")
        try:
            left, end = -1, time.monotonic()
            while drained.poll() is None and time.monotonic() < end + _STUCK_SECONDS:
                waits = len(list((self._folder / "clerk" / "unsent").glob("*")))
                if waits != left:
                    left, end = waits, time.monotonic()
                self._watch_over()
                time.sleep(0.2)
            assert drained.poll() == 0, "what waits does not go out"
        finally:
            drained.kill()
            self._backend.terminate()
            self._backend.communicate(timeout=30)
        database = Database(self._url)
        try:
            with database.read() as connection:
                return self.count(connection) | dict(self.kills)
        finally:
            database.close()


def run(folder: Path, rounds: int, seed: int, cluster: Cluster | None, kind: type[Scene] = Scene) -> dict[str, int]:
    """Play so many rounds and return the count."""
    scene = kind(folder, seed, cluster)
    for _ in range(rounds):
        scene.round()
    return scene.finish()
