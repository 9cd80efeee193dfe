# SPDX-License-Identifier: MIT
"""A clerk's day under a real load generator: answers a second, and the processor time of each.

Held against ``/v1/health`` of the same server, and against the statements of the same request on a bare driver.
"""

import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.bench.bare_sql import on_postgresql, on_sqlite, recorded
from tests.bench.clerk import TRACE, questions
from tests.bench.figures import Figure, median
from tests.bench.load import Load, Loaded, Question
from tests.support.backend import UNTHROTTLED, Sample, Server, make_sample, process, serving
from tests.support.postgres import Cluster, binaries

_ROUNDS = 5
_SHIPMENTS = 20_000
_RECORDED = 20
_SQLITE = "SQLite"
_LIMITS = {
    TRACE: (0.5, 15.0, 2.5),
    "a batch of 1,000 traces": (2.0, 12.0, 4.0),
    "changes, none": (0.5, 30.0, 3.0),
    "changes, 1,000 looked at": (5.0, 2.5, 3.0),
    "a page of 50 shipments": (1.0, 15.0, 2.5),
    "rate quote": (0.05, 130.0, 8.0),
    "bill of lading": (0.02, 90.0, 5.0),
}
"""At least so many times the answers of health, counted by what they hold; at most so much processor time for that of the
bare statements, on SQLite and on PostgreSQL. But for the trace they are what is reached today with half as much room."""


def measure() -> list[Figure]:
    """Compare on SQLite, and on PostgreSQL with one and two workers."""
    if shutil.which("wrk") is None:
        sys.stderr.write("signed-in: the load generator wrk is not installed\n")
        return []
    figures = _compare(_SQLITE, None, ())
    programs = binaries()
    if programs is None:
        sys.stderr.write("signed-in: PostgreSQL is not installed\n")
        return figures
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            cluster = Cluster(Path(folder), programs)
            try:
                figures += _compare(f"PostgreSQL, {workers} w.", cluster, ("--workers", str(workers)))
            finally:
                cluster.stop()
    return figures


def _compare(where: str, cluster: Cluster | None, arguments: Sequence[str]) -> list[Figure]:
    loads = defaultdict[str, list[Load]](list)
    floors = []
    with tempfile.TemporaryDirectory() as name, _database(cluster) as url:
        folder = Path(name)
        sample = make_sample(folder / "data", _SHIPMENTS, 1)
        token, asked, bare = _recorded(sample, folder, url, cluster)
        config = folder / "config.toml"
        config.write_text(UNTHROTTLED)
        with process(folder / "data", *arguments, config=config) as server:
            loaded = Loaded(server, cluster, folder)
            # What is written would be in the answers of what is read.
            reads = [one for one in asked if not one.writes]
            for turn in range(_ROUNDS + 1):
                floor = loaded.health()
                found = [loaded.ask(question, token) for question in reads]
                # The first turn warms connections, caches and the machine's memory up.
                if turn:
                    floors.append(floor)
                    for question, load in zip(reads, found, strict=True):
                        loads[question.name].append(load)
            for question in asked:
                if question.writes:
                    loads[question.name] = [loaded.ask(question, token) for _ in range(_ROUNDS + 1)][1:]
    return list(_figures(where, asked, loads, floors, bare))


def _recorded(
    sample: Sample, folder: Path, url: str, cluster: Cluster | None
) -> tuple[str, list[Question], dict[str, float]]:
    """Return a clerk's token, what he asks, and the processor milliseconds of its statements alone."""
    with _serving(sample, url) as server:
        token = server.token(sample.customer)
        asked = questions(server, sample, token)
        for question in asked:
            question.ask(server, token, 0)
    if cluster is None:
        shutil.copy(folder / "data" / "onlinesvc.sqlite3", folder / "copy.sqlite3")
    copy = str(folder / "copy.sqlite3") if cluster is None else cluster.copy_of(url)
    bare = {}
    with _serving(sample, url) as server:
        for question in asked:
            question.ask(server, token, 1)
            requests = []
            for at in range(1 if question.writes else _RECORDED):
                with recorded() as statements:
                    question.ask(server, token, at + 2)
                requests.append(statements)
            bare[question.name] = on_sqlite(copy, requests) if cluster is None else on_postgresql(copy, cluster, requests)
    return token, asked, bare


@contextmanager
def _database(cluster: Cluster | None) -> Iterator[str]:
    """Lend an empty database that the shipped command finds; its address is empty for SQLite."""
    if cluster is None:
        yield ""
        return
    os.environ["ONLINESVC_DATABASE_URL"] = url = cluster.new_database()
    try:
        yield url
    finally:
        del os.environ["ONLINESVC_DATABASE_URL"]


def _serving(sample: Sample, url: str) -> AbstractContextManager[Server]:
    return serving(sample.data_dir, database_url=url, numbers_file=str(sample.data_dir / "numbers.mark"))


def _figures(
    where: str, asked: list[Question], loads: Mapping[str, list[Load]], floors: list[Load], bare: Mapping[str, float]
) -> Iterator[Figure]:
    rate, cpu = (median([one.rate for one in floors]), median([one.cpu_ms for one in floors]))
    for one in asked:
        name, found = one.name, loads[one.name]
        own_rate, own_cpu = one.parts * median([load.rate for load in found]), median([load.cpu_ms for load in found])
        least, most_of_sqlite, most_of_postgresql = _LIMITS[name]
        most = most_of_sqlite if where == _SQLITE else most_of_postgresql
        yield Figure(f"{name}, {where}; floor = health", own_rate, rate, least, "/s", at_least=True)
        yield Figure(f"processor time, {name}, {where}; floor = its SQL", own_cpu, bare[name], most)
        if name == TRACE:
            slow, usual = median([load.p99_ms for load in found]), median([load.median_ms for load in found])
            yield Figure(f"processor time, {name}, {where}; floor = health", own_cpu, cpu, 2.0)
            yield Figure(f"p99, {name}, 16 clients, {where}; floor = median", slow, usual, 3.0)
