# SPDX-License-Identifier: MIT
"""The same questions on a large database and on a small one: what grows with the data, and by how much.

``python3 dev.py bench --scale [SHIPMENTS]``; ten million unless said otherwise, on SQLite.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from tests.bench.figures import Figure
from tests.support.backend import process

_SMALL = 10_000
_ASKED = 400
_UNTHROTTLED = "anonymous_traces = { burst = 0, per_minute = 0 }\nsign_ins_per_address = { burst = 0, per_minute = 0 }\n"
_KINDS = ("bill_of_lading", "purchase_order", "carrier_reference", "pickup")
Times = dict[str, float]


def measure(shipments: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = (_times(folder / str(count), count) for count in (_SMALL, shipments))
    return [Figure(f"p99 of {what}; floor = on {_SMALL:,}", large[what], small[what], 1.5) for what in small]


def _times(folder: Path, shipments: int) -> Times:
    folder.mkdir()
    began = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "onlinesvc_desktop.backend",
        "--data-dir",
        str(folder),
        "sample",
        "--shipments",
        str(shipments),
    ]
    codes = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    seconds = time.perf_counter() - began
    database = folder / "onlinesvc.sqlite3"
    size = database.stat().st_size / 2**20
    sys.stdout.write(f"{shipments:,} shipments: written in {seconds:.0f} s, {shipments / seconds:,.0f}/s, {size:,.0f} MiB\n")
    sys.stdout.flush()
    code, password = codes.splitlines()[1].split()[:2]
    config = folder / "config.toml"
    config.write_text(_UNTHROTTLED)
    with process(folder, config=config) as server:
        return _ask_all(server.url, database, code, password)


def _ask_all(url: str, database: Path, code: str, password: str) -> Times:
    rng = random.Random(1)
    with sqlite3.connect(database) as source:
        highest = source.execute("SELECT max(id) FROM shipments").fetchone()[0]
        ids = [rng.randint(1, highest) for _ in range(_ASKED)]
        numbers = [source.execute("SELECT autopro_number FROM shipments WHERE id = ?", (one,)).fetchone()[0] for one in ids]
        references: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for one in range(1, highest, max(1, highest // (_ASKED * 20))):
            found = source.execute("SELECT type, value FROM shipment_references WHERE shipment_id = ?", (one,)).fetchall()
            for kind, value in found:
                # Numbers that several shipments share give longer answers, whatever the database does.
                if source.execute("SELECT count(*) FROM shipment_references WHERE value = ?", (value,)).fetchone()[0] == 1:
                    references[kind].append(value)
        events = source.execute("SELECT count(*) FROM events").fetchone()[0]
    source.close()
    sys.stdout.write(f"{events:,} events\n")
    session = requests.Session()
    opened = session.post(f"{url}/v1/sessions", json={"access_code": code, "password": password}).json()
    owner = {"Authorization": f"Bearer {opened['token']}"}

    def trace(kind: str, values: list[str]) -> None:
        body = {"reference_type": kind, "references": values}
        session.post(f"{url}/v1/traces", json=body).raise_for_status()

    def own(cursor: str) -> Any:
        answer = session.get(
            f"{url}/v1/shipments", params={"limit": "50", **({"cursor": cursor} if cursor else {})}, headers=owner
        )
        answer.raise_for_status()
        return answer.json()

    times = {"trace by autopro number": _p99(lambda at: session.get(f"{url}/v1/shipments/{numbers[at]}").raise_for_status())}
    for kind in _KINDS:
        values = references[kind]
        times[f"trace by {kind.replace('_', ' ')}"] = _p99(lambda at, k=kind, v=values: trace(k, [v[at % len(v)]]))  # type: ignore[misc]
    mixed = [*numbers, *(value for values in references.values() for value in values[:_ASKED])]
    times["trace by any number"] = _p99(lambda at: trace("any", [mixed[at * 3 % len(mixed)]]))
    batch = (mixed * 3)[:1_000]
    times["a batch of 1,000 numbers"] = _p99(lambda _at: trace("any", batch), 20)
    times["own shipments, first page"] = _p99(lambda _at: own(""), 60)
    cursor = ""
    for _ in range(1_000):
        answer = own(cursor)
        if "cursor" not in answer:
            break
        cursor = answer["cursor"]
    times["own shipments, page 1,000 or the last"] = _p99(lambda _at: own(cursor), 60)
    times["changes feed"] = _p99(lambda _at: session.get(f"{url}/v1/changes?since=0", headers=owner).raise_for_status(), 60)
    return times


def _p99(ask: Callable[[int], Any], rounds: int = _ASKED) -> float:
    """Return the 99th percentile in milliseconds, after a few questions to warm up."""
    for at in range(5):
        ask(at)
    spent = []
    for at in range(rounds):
        began = time.perf_counter()
        ask(at)
        spent.append((time.perf_counter() - began) * 1000)
    return sorted(spent)[int(len(spent) * 0.99) - 1]
