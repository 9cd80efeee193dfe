# SPDX-License-Identifier: MIT
"""Requests per second against the same HTTP server answering a constant, and the speed of bulk writing."""

import asyncio
import multiprocessing
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import requests

from onlinesvc_desktop.backend.listening import listening_socket
from tests.bench.figures import Figure, median
from tests.support.backend import UNTHROTTLED, make_sample, process

_CLIENTS = 8
_SECONDS = 2.0
_ROUNDS = 3
_SHIPMENTS = 20_000
_TIMED_ANSWERS = 300
_CITIES = ("Toronto", "G5L", "Moncton")


def _constant(pipe: Connection, content: bytes) -> None:
    """Answer every request with the same bytes, with the server the backend uses."""
    import uvicorn

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    listener = listening_socket("127.0.0.1", 0)
    listener.listen(128)
    pipe.send(listener.getsockname()[1])
    options = uvicorn.Config(
        app, loop="asyncio", http="httptools", ws="none", lifespan="off", log_level="error", access_log=False
    )
    uvicorn.Server(options).run(sockets=[listener])


async def _load(port: int, paths: Sequence[str]) -> float:
    """Ask with keep-alive connections for a while; return requests per second."""
    end = time.perf_counter() + _SECONDS
    done = 0

    async def client(offset: int) -> None:
        nonlocal done
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        turn = offset
        while time.perf_counter() < end:
            turn += _CLIENTS
            writer.write(f"GET {paths[turn % len(paths)]} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(head.decode())
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            done += 1
        writer.close()

    await asyncio.gather(*(client(offset) for offset in range(_CLIENTS)))
    return done / _SECONDS


def measure_requests() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        sample = make_sample(data, _SHIPMENTS, 1)
        config = Path(folder) / "config.toml"
        config.write_text(UNTHROTTLED)
        paths = [f"/v1/shipments/{number}" for number in sample.numbers]
        with process(data, config=config) as server:
            content = server.ask("GET", paths[0]).content
            mine, theirs = multiprocessing.get_context("spawn").Pipe()
            bare = multiprocessing.get_context("spawn").Process(target=_constant, args=(theirs, content), daemon=True)
            bare.start()
            bare_port, port = mine.recv(), int(server.url.rpartition(":")[2])
            time.sleep(0.5)
            floors, traces, own = [], [], []
            for _ in range(_ROUNDS):
                floors.append(asyncio.run(_load(bare_port, ["/"])))
                traces.append(asyncio.run(_load(port, paths)))
                own.append(asyncio.run(_load(port, ["/v1/info"])))
            bare.terminate()
            bare.join()
    return [
        Figure(
            "trace by number, one worker; floor = uvicorn, constant",
            median(traces),
            median(floors),
            0.5,
            "/s",
            at_least=True,
        ),
        Figure(
            "trace by number, one worker; floor = our own constant", median(traces), median(own), 0.5, "/s", at_least=True
        ),
    ]


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
    """Compare the slowest three of 300 answers with those of a trace by number, in turns on one connection."""
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config.toml"
        sample = make_sample(data, _SHIPMENTS, 1)
        config.write_text(UNTHROTTLED)
        asked = {
            "traces": [f"/v1/shipments/{number}" for number in sample.numbers[:100]],
            "times": [
                f"/v1/transit-times?origin=H3C&destination={city}&ship_date=2027-06-22"
                for city in ("Toronto", "G5L", "Moncton")
            ],
            "points": ["/v1/points?search=riv", "/v1/points?search=H3C", "/v1/points?search=saint"],
        }
        slow: dict[str, list[float]] = {name: [] for name in asked}
        with process(data, config=config) as server, requests.Session() as session:
            for _ in range(_ROUNDS):
                for name, paths in asked.items():
                    took = []
                    for turn in range(_TIMED_ANSWERS):
                        began = time.perf_counter()
                        session.get(server.url + paths[turn % len(paths)], timeout=20).raise_for_status()
                        took.append(time.perf_counter() - began)
                    slow[name].append(1_000 * sorted(took)[-3])
    floor = median(slow["traces"])
    return [
        Figure(f"{what}, p99; floor = trace by number", median(slow[name]), floor, 1.5)
        for name, what in (("times", "transit time"), ("points", "points"))
    ]
