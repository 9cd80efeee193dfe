# SPDX-License-Identifier: MIT
"""Rounds: something is killed or hangs while everybody works; at the end what was acknowledged is counted independently."""

import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial

import psycopg
from sqlalchemy import text

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.client.endpoint import Endpoint
from tests.cluster.events import Events
from tests.cluster.places import DATABASES, DEPLOY
from tests.cluster.raised import Raised, wait
from tests.cluster.service import Service
from tests.cluster.watcher import Watcher
from tests.faults.shipping import compare

_PROCESSES = 2
_DRAIN_SECONDS = 600.0
_CALM_SECONDS = 2.0
_Say = Callable[[str], None]


class Rounds:
    """The cluster, everybody at work on it, and what may happen to it."""

    def __init__(self, made: Raised, workstations: int, seed: int) -> None:
        self._made = made
        self._folder = made.places.folder / "workstations"
        self._folder.mkdir()
        self._each = workstations // _PROCESSES
        code = made.sample.english_customer
        self._code = code
        endpoint = Endpoint(made.places.url, "", made.places.authority)
        self.watcher = Watcher(endpoint, code, made.sample.numbers, self._folder / "watcher.txt")
        for number in range(_PROCESSES):
            self._start_workstations(number)
        self.events = Events(made, random.Random(seed), _PROCESSES)
        self.gaps: dict[str, list[tuple[float, float]]] = defaultdict(list)

    def _workstations(self, number: int, *more: str) -> Service:
        places = self._made.places
        command = [sys.executable, "-m", "tests.cluster.workstations", str(self._folder), places.url, str(places.authority)]
        command += [self._code.access_code, self._code.password, str(number * self._each), str(self._each), *more]
        environment = {
            "PYTHONPATH": str(DEPLOY.parent),
            "QT_QPA_PLATFORM": "offscreen",
            "ONLINESVC_WITNESS_DIR": str(self._folder / "witnesses"),
        }
        return Service(f"workstations {number}{''.join(more)}", command, self._folder / f"{number}.log", environment)

    def _start_workstations(self, number: int) -> None:
        self._made.add(self._workstations(number))

    def all_work(self) -> bool:
        """Tell whether every workstation has issued a bill."""
        ledgers = list(self._folder.glob("workstation*/ledger.txt"))
        return len(ledgers) == self._each * _PROCESSES and all("bill " in one.read_text("utf-8") for one in ledgers)

    def round(self, name: str) -> tuple[float, float]:
        """Let it happen, wait until all is well again, and return the longest gaps of a reader and a writer, in seconds."""
        self.watcher.new_round()
        self.events.all[name]()
        wait(f"after {name}", self._is_calm)
        found = self.watcher.new_round()
        self.gaps[name].append((found["read"], found["write"]))
        return found["read"], found["write"]

    def _is_calm(self) -> bool:
        """Tell whether everything is up, and reader and writer were answered since it was."""
        began = time.monotonic()
        if not self._made.is_healthy():
            return False
        end = began + _CALM_SECONDS
        while time.monotonic() < end:
            time.sleep(0.1)
        return all(last > began for last in self.watcher.last.values()) and self._made.is_healthy()

    def finish(self) -> dict[str, int]:
        """Let everything that waits arrive, and count.

        Raises:
            AssertionError: something acknowledged is lost, something came twice, or the standbys hold something else.
        """
        self.watcher.close()
        for number in range(_PROCESSES):
            self._made.service(f"workstations {number}").kill()
        drains = [self._made.add(self._workstations(number, "drain")) for number in range(_PROCESSES)]
        for service in drains:
            service.is_wanted = False
        wait("what waits to go out", lambda: not any(service.pid for service in drains), _DRAIN_SECONDS)
        left = [file.name for file in self._folder.glob("workstation*/data/unsent/[!.]*.json")]
        assert not left, f"{len(left)} submissions did not go out"
        ledgers = sorted(self._folder.rglob("ledger.txt"))
        told = "".join(file.read_text("utf-8") for file in [*ledgers, self._folder / "watcher.txt"])
        (self._folder / "all.txt").write_text(told, "utf-8")
        database = Database(self._made.places.database_url)
        try:
            with database.read() as connection:
                counts = compare(connection, [self._folder / "all.txt"], [])
                rows = connection.execute(text(_ROWS)).one()
        finally:
            database.close()
        copies = sorted((self._made.places.folder / "shared" / "backups").glob("*.dump"))
        counts["days copied"] = sum(copy.name.startswith("onlinesvc-") for copy in copies)
        counts["copies before upgrades"] = len(copies) - counts["days copied"]
        for name in DATABASES:
            wait(f"the same rows on {name}", partial(self._holds, name, tuple(rows)))
        return counts

    def _holds(self, name: str, rows: tuple[int, ...]) -> bool:
        try:
            with self._made.connect(name, "onlinesvc", "change-me-online", "onlinesvc") as connection:
                found = connection.execute(_ROWS.encode()).fetchone()
        except psycopg.OperationalError:
            return False
        return found is not None and tuple(found) == rows


_ROWS = "SELECT (SELECT count(*) FROM bills_of_lading), (SELECT count(*) FROM pickups), (SELECT count(*) FROM kept_entries)"


def play(made: Raised, rounds: int, workstations: int, seed: int, only: str, say: _Say) -> None:
    """Play so many rounds, ``only`` of what has this in its name, and say what was seen and counted."""
    say(f"seed {seed}, {workstations} workstations")
    scene = Rounds(made, workstations, seed)
    wait("every workstation at work", scene.all_work)
    say("every workstation is at work")
    choice = random.Random(seed + 1)
    names: list[str] = []
    for number in range(1, rounds + 1):
        if not names:
            names = sorted(name for name in scene.events.all if only in name)
            choice.shuffle(names)
        name, began = names.pop(), time.monotonic()
        read, write = scene.round(name)
        took = time.monotonic() - began
        load = os.getloadavg()[0]
        say(f"{number}: {name}: {took:.0f} s, longest gap reading {read:.1f} s, writing {write:.1f} s, load {load:.1f}")
    say(_report(scene))
    upgrades = scene.events.upgrades
    say(f"requests during upgrades: {upgrades.asked}, of them failed: {upgrades.failed}")
    counts = scene.finish()
    say(json.dumps(counts))
    assert not upgrades.failed, "an upgrade failed requests"
    assert counts["days copied"]
    assert counts["copies before upgrades"] == upgrades.played
    say("nothing acknowledged was lost, nothing came twice, no number was given twice, and the standbys hold the same rows")


def _report(scene: Rounds) -> str:
    lines = []
    for name, gaps in sorted(scene.gaps.items()):
        reads, writes = [sorted(one) for one in zip(*gaps, strict=True)]
        middle = len(gaps) // 2
        shown = f"reading {reads[middle]:.1f} and {reads[-1]:.1f} s, writing {writes[middle]:.1f} and {writes[-1]:.1f} s"
        lines.append(f"{name}: {len(gaps)} rounds, gap in the middle and longest: {shown}")
    lines += [f"{times} times: {said}" for said, times in scene.watcher.said.most_common()]
    lines.append(f"answers: {dict(scene.watcher.answers)}")
    return "\n".join(lines)
