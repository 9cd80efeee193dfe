# SPDX-License-Identifier: MIT
"""The same questions on a large database and on a small one: what grows with the data, and by how much.

``python3 dev.py bench --scale [SHIPMENTS]``; ten million unless said, on SQLite. With ``ONLINESVC_DATABASE_URL`` naming an
empty PostgreSQL database, the floor is measured in another empty one of the same name with ``_small``.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import func, select

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.tables import shipments as tables
from tests.bench.figures import Figure
from tests.support.backend import UNTHROTTLED, process

_SMALL = 10_000
_ASKED = 400
_KINDS = ("bill_of_lading", "purchase_order", "carrier_reference", "pickup")
Times = dict[str, float]


def measure(shipments: int) -> list[Figure]:
    given = os.environ.get("ONLINESVC_DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        times = []
        for count, suffix in ((_SMALL, "_small"), (shipments, "")):
            if given:
                os.environ["ONLINESVC_DATABASE_URL"] = given + suffix
            times.append(_times(folder / str(count), count, f"{given}{suffix}" if given else ""))
    small, large = times
    return [Figure(f"p99 of {what}; floor = on {_SMALL:,}", large[what], small[what], 1.5) for what in small]


def _times(folder: Path, shipments: int, url: str) -> Times:
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
    sys.stdout.write(f"{shipments:,} shipments: written in {seconds:.0f} s, {shipments / seconds:,.0f}/s\n")
    sys.stdout.flush()
    code, password = codes.splitlines()[1].split()[:2]
    config = folder / "config.toml"
    config.write_text(UNTHROTTLED)
    database = Database(url or sqlite_url(folder))
    try:
        with process(folder, config=config) as server:
            return _ask_all(server.url, database, code, password)
    finally:
        database.close()


def _chosen(database: Database) -> tuple[list[str], dict[str, list[str]]]:
    """Return autopro numbers and other numbers of shipments here and there."""
    rng = random.Random(1)
    references: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    shipment_references = tables.shipment_references
    with database.read() as connection:
        highest = connection.execute(select(func.max(tables.shipments.c.id))).scalar_one()
        ids = [rng.randint(1, highest) for _ in range(_ASKED * 20)]
        numbers = connection.execute(
            select(tables.shipments.c.autopro_number).where(tables.shipments.c.id.in_(ids[:_ASKED]))
        ).scalars()
        for one in ids:
            statement = select(shipment_references.c.type, shipment_references.c.value)
            for kind, value in connection.execute(statement.where(shipment_references.c.shipment_id == one)).all():
                # Numbers that several shipments share give longer answers, whatever the database does.
                shared = select(func.count()).select_from(shipment_references).where(shipment_references.c.value == value)
                if connection.execute(shared).scalar_one() == 1:
                    references[kind].append(value)
        return list(numbers), references


def _ask_all(url: str, database: Database, code: str, password: str) -> Times:
    numbers, references = _chosen(database)
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

    times = {
        "trace by autopro number": _p99(
            lambda at: session.get(f"{url}/v1/shipments/{numbers[at % len(numbers)]}").raise_for_status()
        )
    }
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
