# SPDX-License-Identifier: MIT
"""The speed of bulk writing, and the slowest answers about transit times and points."""

import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

from tests.bench.figures import Figure
from tests.support.backend import UNTHROTTLED, make_sample, process

_SHIPMENTS = 20_000
_TIMED_ANSWERS, _SLOWEST = 3_000, 30
_CITIES = ("Toronto", "G5L", "Moncton")


def measure_sample() -> list[Figure]:
    """Compare making and writing sample shipments with ``executemany`` of the same rows and indexes."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        began = time.perf_counter()
        command = [sys.executable, "-m", "onlinesvc_desktop.backend", "--data-dir", str(data), "sample"]
        subprocess.run([*command, "--shipments", str(_SHIPMENTS)], check=True, capture_output=True)
        full = time.perf_counter() - began
        source = sqlite3.connect(data / "onlinesvc.sqlite3")
        wanted = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger' ORDER BY type DESC"
        schema = [sql for (sql,) in source.execute(wanted)]
        names = ["places", "customers", "parties", "shipments", "events", "shipment_references", "customer_shipments"]
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        source.close()
        target = sqlite3.connect(Path(folder) / "floor.sqlite3")
        for sql in schema:
            target.execute(sql)
        began = time.perf_counter()
        for name, values in rows.items():
            target.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values[0]))})", values)
        target.commit()
        floor = time.perf_counter() - began
        target.close()
    return [
        Figure(
            "sample rows written per second; floor = executemany",
            _SHIPMENTS / full,
            _SHIPMENTS / floor,
            0.1,
            "/s",
            at_least=True,
        )
    ]


def measure_transit_times() -> list[Figure]:
    """Compare the thirtieth slowest of 3,000 answers with that of a trace by number, asked in turns on one connection.

    One of each after the other, so that a moment in which the machine is slow falls on all of them alike.
    """
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config.toml"
        sample = make_sample(data, _SHIPMENTS, 1)
        config.write_text(UNTHROTTLED)
        asked = {
            "traces": [f"/v1/shipments/{number}" for number in sample.numbers[:100]],
            "times": [f"/v1/transit-times?origin=H3C&destination={city}&ship_date=2027-06-22" for city in _CITIES],
            "points": ["/v1/points?search=riv", "/v1/points?search=H3C", "/v1/points?search=saint"],
        }
        took: dict[str, list[float]] = {name: [] for name in asked}
        with process(data, config=config) as server, requests.Session() as session:
            for turn in range(_TIMED_ANSWERS):
                for name, paths in asked.items():
                    began = time.perf_counter()
                    session.get(server.url + paths[turn % len(paths)], timeout=20).raise_for_status()
                    took[name].append(1_000 * (time.perf_counter() - began))
    slow = {name: sorted(each)[-_SLOWEST] for name, each in took.items()}
    return [
        Figure(f"{what}, p99; floor = trace by number", slow[name], slow["traces"], 1.5)
        for name, what in (("times", "transit time"), ("points", "points"))
    ]
