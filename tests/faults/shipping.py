# SPDX-License-Identifier: MIT
"""The same kills while somebody ships; data folders are copied and put back meanwhile. Counted by an independent ledger."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from sqlalchemy import Connection, text

from tests.faults.kills import Scene
from tests.support.backend import Sample, make_sample_in

_SHIPMENTS = 60
_PATIENCE_SECONDS = 40


class ShippingScene(Scene):
    """A clerk who ships, copies of the clerk's data folder that live for a round and never come back, and old numbers."""

    longest_life_seconds = 4.0
    weights: ClassVar[Mapping[str, int]] = {"copied folder": 2}
    sample: Sample
    both_shipped = 0
    """Copies that took numbers and had a bill acknowledged while the original took numbers too."""
    _copies = 0

    def prepare(self) -> None:
        """Make the invented carrier with its customers, points and numbers."""
        environment, os.environ["ONLINESVC_DATABASE_URL"] = os.environ.get("ONLINESVC_DATABASE_URL"), self._url
        try:
            self.sample = make_sample_in(self._folder / "server", [], _SHIPMENTS, 5)
        finally:
            del os.environ["ONLINESVC_DATABASE_URL"]
            if environment is not None:
                os.environ["ONLINESVC_DATABASE_URL"] = environment

    def clerk_command(self, *more: str) -> list[str]:
        """Return the command line of the clerk."""
        return self._shipper(self._folder / "clerk", self.ledger, *more)

    def _shipper(self, data_dir: Path, ledger: Path, *more: str) -> list[str]:
        code = self.sample.english_customer
        arguments = self.clerk_arguments(data_dir, ledger)
        return [sys.executable, "-m", "tests.faults.shipper", *arguments, code.access_code, code.password, *more]

    def has_worked(self, told: str) -> bool:
        """Wait for the first bill: numbers are borrowed after the sign-in."""
        return "bill " in told

    def clerk_environment(self) -> dict[str, str]:
        """Keep the witnesses of this machine beside the data folders."""
        return {"ONLINESVC_WITNESS_DIR": str(self._folder / "witnesses")}

    def victims(self) -> dict[str, Callable[[], None]]:
        """Return the others, and what happens to data folders."""
        return super().victims() | {"copied folder": self._copy_folder, "old numbers": self._put_numbers_back}

    def _copy_folder(self) -> None:
        """Let a copy of the data folder ship beside the original until both have shipped; then it is never seen again.

        The copy lies on the same machine or, as often, on one of its own, which has no witnesses or the copied ones.
        """
        self._copies += 1
        folder = self._folder / f"copy{self._copies}"
        self._clerk.kill()
        self._clerk.wait()
        shutil.copytree(self._folder / "clerk", folder)
        witnesses = self._folder / "witnesses"
        where = self._random.choice(("same machine", "other machine", "other machine, all copied"))
        if where != "same machine":
            witnesses = self._folder / f"witnesses{self._copies}"
            if where == "other machine, all copied" and (self._folder / "witnesses").exists():
                shutil.copytree(self._folder / "witnesses", witnesses)
        self._clerk = self._start_clerk()
        copies = self._folder / "copies.txt"
        before = _lines(self.ledger, "taken"), _lines(copies, "taken"), _lines(copies, "bill")
        command = self._shipper(folder, copies)
        with (self._folder / "clerk.log").open("a") as log:
            environment = os.environ | {"ONLINESVC_WITNESS_DIR": str(witnesses)}
            copy = subprocess.Popen(command, stderr=log, text=True, env=environment)
        end = time.monotonic() + _PATIENCE_SECONDS
        have_shipped = False
        while time.monotonic() < end and not have_shipped:
            self._watch_over()
            time.sleep(0.05)
            now = _lines(self.ledger, "taken"), _lines(copies, "taken"), _lines(copies, "bill")
            have_shipped = all(after > earlier for after, earlier in zip(now, before, strict=True))
        time.sleep(self._random.uniform(0, 1.0))
        copy.kill()
        copy.wait()
        self.both_shipped += have_shipped

    def _put_numbers_back(self) -> None:
        """Put the borrowed numbers back as they were an earlier time, as a backup does."""
        self._clerk.kill()
        self._clerk.wait()
        numbers, kept = self._folder / "clerk" / "numbers", self._folder / "numbers.kept"
        if kept.exists() and self._random.random() < 0.7:
            shutil.rmtree(numbers, ignore_errors=True)
            shutil.copytree(kept, numbers)
        elif numbers.exists():
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(numbers, kept)
        self._clerk = self._start_clerk()

    def count(self, connection: Connection) -> dict[str, int]:
        """Compare ledgers and database: nothing lost, nothing twice, no number twice, every pickup after its bill.

        Raises:
            AssertionError: one of these does not hold.
        """
        counts = compare(connection, [self.ledger], [self._folder / "copies.txt"])
        return counts | {"copies beside the original": self.both_shipped}


def compare(connection: Connection, ours: list[Path], theirs: list[Path]) -> dict[str, int]:
    """Compare ledgers and database; what ``theirs`` say need not have arrived, and must not have come twice.

    Raises:
        AssertionError: something acknowledged is lost, came twice, or a number stands twice.
    """

    def all_of(statement: str) -> list[str]:
        return [str(value) for value in connection.execute(text(statement)).scalars()]

    told: dict[str, list[str]] = {"taken": [], "bill": [], "pickup": [], "address": []}
    copied: dict[str, list[str]] = {"taken": [], "bill": [], "pickup": [], "address": []}
    for ledger, lines in (*((one, told) for one in ours), *((one, copied) for one in theirs)):
        for line in ledger.read_text("utf-8").splitlines() if ledger.exists() else ():
            kind, _, what = line.partition(" ")
            lines[kind].append(what)
    arrived = {
        "bill": all_of("SELECT bol_number FROM bills_of_lading"),
        "pickup": [json.loads(one)["contact"]["name"] for one in all_of("SELECT request FROM pickups")],
        "address": [json.loads(one)["name"] for one in all_of("SELECT body FROM kept_entries WHERE kind = 'address'")],
    }
    for kind, found in arrived.items():
        lost = set(told[kind]) - set(found)
        assert not lost, f"{len(lost)} of {len(told[kind])} acknowledged of {kind} are lost: {sorted(lost)[:3]}"
        known = Counter(one for one in found if one in {*told[kind], *copied[kind]})
        twice = [one for one, times in known.items() if times > 1]
        assert not twice, f"{len(twice)} of {kind} came twice"
    taken = Counter([*told["taken"], *copied["taken"]])
    assert max(taken.values(), default=0) <= 1, f"given twice: {[one for one, times in taken.items() if times > 1][:3]}"
    numbers = Counter(all_of("SELECT autopro_number FROM shipments"))
    assert max(numbers.values()) == 1
    shipped = [number for number in all_of("SELECT autopro_number FROM bills_of_lading") if numbers[number] != 1]
    assert not shipped, f"bills without a shipment: {shipped[:3]}"
    assert all_of("SELECT count(*) FROM pickups WHERE awaits_bills > 0") == ["0"], "a pickup still waits for its bill"
    counts = {f"{kind} acknowledged": len(told[kind]) for kind in ("bill", "pickup", "address")}
    of_copies = {"of them by copies": len(copied["taken"]), "bills of copies": len(copied["bill"])}
    return counts | {"numbers taken": len(taken)} | of_copies


def _lines(ledger: Path, kind: str) -> int:
    """Count the lines of one kind."""
    if not ledger.exists():
        return 0
    return sum(line.startswith(f"{kind} ") for line in ledger.read_text("utf-8").splitlines())
