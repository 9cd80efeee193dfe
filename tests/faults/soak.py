# SPDX-License-Identifier: MIT
"""Fifty workstations against one and two workers on PostgreSQL: throughput, p99, growth of memory and handles."""

import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import FaultError
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT, TRACE, TraceRequest
from onlinesvc_desktop.contract.watch_list import LIST_CHANGES, LIST_WATCHES, ChangesQuery
from tests.support.backend import UNTHROTTLED, Sample, children_of, make_sample, process
from tests.support.postgres import Cluster

WORKSTATIONS = 50
SECONDS = 40.0
_WARM_SECONDS = 5.0


class Tally:
    """What the workstations saw."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.faults: list[str] = []


def _workstation(url: str, sample: Sample, number: int, ended: threading.Event, tally: Tally) -> None:
    """Sign in, then trace, look at changes and trace lists, as fast as answers come."""
    client = ApiClient(Endpoint(url))
    choice = random.Random(number)
    code = sample.english_customer
    client.sign_in(SessionRequest(code.access_code, code.password, f"DOCK-{number}"))
    cursor = client.send(LIST_WATCHES).cursor
    while not ended.is_set():
        began = time.monotonic()
        try:
            match choice.randrange(10):
                case 0:
                    cursor = client.send(LIST_CHANGES, query=ChangesQuery(cursor)).cursor
                case 1:
                    client.send(TRACE, TraceRequest(ReferenceType.ANY, tuple(choice.sample(sample.numbers, 25))))
                case _:
                    client.send(GET_SHIPMENT, autopro=choice.choice(sample.numbers))
        except FaultError as error:
            tally.faults.append(type(error.fault).__name__)
        tally.seconds.append(time.monotonic() - began)
    client.close()


def _weight(pids: list[int]) -> tuple[float, int]:
    """Return resident MB and open handles of some processes together."""
    resident = 0.0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                resident += int(line.split()[1]) / 1024
    return resident, sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids)


def measure(folder: Path, sample: Sample, workers: int, seconds: float) -> tuple[Tally, str]:
    """Let the workstations work for a while."""
    tally, ended = Tally(), threading.Event()
    serving = process(folder, "--workers", str(workers), config=folder / "config.toml")
    with serving as server, ThreadPoolExecutor(WORKSTATIONS) as pool:
        pids = sorted(children_of(server.pid)) or [server.pid]
        jobs = [pool.submit(_workstation, server.url, sample, number, ended, tally) for number in range(WORKSTATIONS)]
        time.sleep(_WARM_SECONDS)
        before = _weight(pids)
        began, at = time.monotonic(), len(tally.seconds)
        time.sleep(seconds)
        took, answers = time.monotonic() - began, sorted(tally.seconds[at:])
        after = _weight(pids)
        ended.set()
        for job in jobs:
            job.result()
    slowest = answers[int(len(answers) * 0.99)] * 1000
    return tally, (
        f"soak, {WORKSTATIONS} workstations, {workers} workers, {took:.0f} s: {len(answers) / took:.0f}/s,"
        f" p99 {slowest:.0f} ms, {len(tally.faults)} faults, memory {before[0]:.0f} to {after[0]:.0f} MB,"
        f" handles {before[1]} to {after[1]}"
    )


def run(folder: Path, cluster: Cluster, seconds: float = SECONDS) -> Iterator[str]:
    """Measure one worker, then two, and yield a line each."""
    home = folder / "soak"
    home.mkdir()
    (home / "config.toml").write_text(UNTHROTTLED)
    os.environ["ONLINESVC_DATABASE_URL"] = cluster.new_database()
    try:
        sample = make_sample(home, 2_000, 5)
        for workers in (1, 2):
            tally, line = measure(home, sample, workers, seconds)
            assert not tally.faults, line
            yield line
    finally:
        del os.environ["ONLINESVC_DATABASE_URL"]
