# SPDX-License-Identifier: MIT
"""The same questions on a large database and on a small one, in turn: what grows with the data, and by how much.

``python3 dev.py bench --scale [SHIPMENTS]``; ten million unless said, on SQLite. With ``ONLINESVC_DATABASE_URL`` naming an
empty PostgreSQL database, the floor is measured in another empty one of the same name with ``_small``; what the sample
makes is multiplied in the database there. Neither server makes its copy of the day meanwhile: reading all of the large
database beside the questions would be what is measured.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import func, select

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.tables import shipments as tables
from tests.bench.figures import Figure
from tests.bench.in_turn import Ask, p99_in_turn
from tests.bench.multiplied import multiply
from tests.support.backend import UNTHROTTLED, Server, process

_SMALL = 10_000
_MADE = 100_000
"""What the sample makes of a large PostgreSQL database; the rest are copies."""
_ASKED = 400
_KINDS = ("bill_of_lading", "purchase_order", "carrier_reference", "pickup")
_PAGES = 1_000
_ROUNDS = {
    "a batch of 1,000 numbers": 100,
    "own shipments, first page": 100,
    "own shipments, page 1,000 or the last full": 100,
}
_WITHOUT_COPIES = 'backup_folder = ""\n'


def measure(shipments: int) -> list[Figure]:
    base, mark, query = os.environ.get("ONLINESVC_DATABASE_URL", "").partition("?")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        small, large = (
            _questions(stack, Path(name) / str(count), count, f"{base}{suffix}{mark}{query}" if base else "")
            for count, suffix in ((_SMALL, "_small"), (shipments, ""))
        )
        figures = []
        for what in small:
            floor, measured = p99_in_turn(_ROUNDS.get(what, _ASKED), small[what], large[what])
            figures.append(Figure(f"p99 of {what}; floor = on {_SMALL:,}", measured, floor, 1.5))
    return figures


def _questions(stack: ExitStack, folder: Path, shipments: int, url: str) -> dict[str, Ask]:
    """Make a database, serve it until the stack ends, and return what is asked of it by what it is called."""
    folder.mkdir()
    config = folder / "config.toml"
    config.write_text(_WITHOUT_COPIES + UNTHROTTLED)
    if url:
        os.environ["ONLINESVC_DATABASE_URL"] = url
    code = _make(folder, shipments, url)
    database = Database(url or sqlite_url(folder))
    try:
        numbers, references = _chosen(database)
    finally:
        database.close()
    server = stack.enter_context(process(folder, config=config))
    return _asks(server, code, numbers, references)


def _make(folder: Path, shipments: int, url: str) -> dict[str, str]:
    """Make the database and return what its first customer signs in with."""
    made = min(shipments, _MADE) if url else shipments
    began = time.perf_counter()
    command = [sys.executable, "-m", "onlinesvc_desktop.backend", "--data-dir", str(folder), "sample"]
    options = ["--shipments", str(made)]
    codes = subprocess.run(
        [*command, *options], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ).stdout
    if made < shipments:
        multiply(url, shipments // made)
    sys.stdout.write(f"{shipments:,} shipments: made in {time.perf_counter() - began:,.0f} s\n")
    sys.stdout.flush()
    access_code, password = codes.splitlines()[1].split()[:2]
    return {"access_code": access_code, "password": password}


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


def _asks(server: Server, code: dict[str, str], numbers: list[str], references: dict[str, list[str]]) -> dict[str, Ask]:
    session = requests.Session()
    owner = {"Authorization": f"Bearer {server.ask('POST', '/v1/sessions', json=code).json()['token']}"}

    def get(path: str, headers: dict[str, str] | None = None, **query: str) -> Any:
        answer = session.get(f"{server.url}{path}", params=query, headers=headers)
        answer.raise_for_status()
        return answer.json()

    def trace(kind: str, values: list[str]) -> None:
        body = {"reference_type": kind, "references": values}
        answer = session.post(f"{server.url}/v1/traces", json=body)
        answer.raise_for_status()
        if not all(one.get("matches") for one in answer.json()["items"]):
            raise ValueError(f"{kind}: not all of {len(values)} numbers were found")

    def one_of(kind: str, values: list[str], at: int) -> None:
        trace(kind, [values[at % len(values)]])

    asks: dict[str, Ask] = {"trace by autopro number": lambda at: get(f"/v1/shipments/{numbers[at % len(numbers)]}")}
    for kind in _KINDS:
        asks[f"trace by {kind.replace('_', ' ')}"] = partial(one_of, kind, references[kind])
    mixed = [*numbers, *(value for values in references.values() for value in values[:_ASKED])]
    asks["trace by any number"] = lambda at: one_of("any", mixed, at * 3)
    batch = (mixed * 3)[:1_000]
    asks["a batch of 1,000 numbers"] = lambda _at: trace("any", batch)
    own = partial(get, "/v1/shipments", owner, limit="50")
    asks["own shipments, first page"] = lambda _at: own()
    # The last page is seldom full, and less to read.
    cursors = [own()["cursor"]]
    while len(cursors) < _PAGES and "cursor" in (page := own(cursor=cursors[-1])):
        cursors.append(page["cursor"])
    last_full = cursors[-1 if len(cursors) == _PAGES else -2]
    asks["own shipments, page 1,000 or the last full"] = lambda _at: own(cursor=last_full)
    asks["changes feed"] = lambda _at: get("/v1/changes", owner, since="0")
    return asks
