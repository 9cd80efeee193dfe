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
from tests.bench.in_turn import p99_in_turn
from tests.support.backend import UNTHROTTLED, make_sample, process

_SHIPMENTS = 20_000
_TIMED_ANSWERS = 3_000
_SERVED = "/v1/transit-times?origin=H3C&ship_date=2027-06-22&destination="
_CITIES = ("Toronto", "G5L", "Moncton")
_BEGINNINGS = ("riv", "H3C", "saint")


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
    """Compare the slowest answers with those of a trace by number, on one connection."""
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config.toml"
        sample = make_sample(data, _SHIPMENTS, 1)
        config.write_text(UNTHROTTLED)
        with process(data, config=config) as server, requests.Session() as session:

            def get(path: str) -> None:
                session.get(server.url + path, timeout=20).raise_for_status()

            traces, times, points = p99_in_turn(
                _TIMED_ANSWERS,
                lambda at: get(f"/v1/shipments/{sample.numbers[at % 100]}"),
                lambda at: get(
                    f"/v1/transit-times?origin=H3C&destination={_CITIES[at % len(_CITIES)]}&ship_date=2027-06-22"
                ),
                lambda at: get(f"/v1/points?search={_BEGINNINGS[at % len(_BEGINNINGS)]}"),
            )
    return [
        Figure("transit time, p99; floor = trace by number", times, traces, 1.5),
        Figure("points, p99; floor = trace by number", points, traces, 1.5),
    ]
