# SPDX-License-Identifier: MIT
"""Quotes: how long one takes against a trace by number of the same clerk, and how many one worker makes in a minute."""

import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import requests

from tests.bench.figures import Figure
from tests.bench.in_turn import p99_in_turn
from tests.support.backend import UNTHROTTLED, make_sample, process

_SHIPMENTS = 20_000
_TIMED_ANSWERS = 1_500
_CLIENTS = 8
_AT_ONCE = 20
_SECONDS = 6.0
_A_MINUTE = 10_000
_CITIES = ("M5V 2T6", "G5L 1A1", "B3H 1A1", "T2P 1A1")


def quote_body(turn: int) -> dict[str, Any]:
    """Return what a quote is asked with, another one each turn."""
    unit = {"count": 2, "type": "SKD", "length": "48", "width": "40", "height": "60", "weight": str(400 + turn % 900)}
    return {
        "origin": {"postal_code": "H3C 3P8"},
        "destination": {"postal_code": _CITIES[turn % len(_CITIES)]},
        "ship_date": "2027-06-22",
        "handling_units": [unit],
        "accessorials": ["TGDL", "APT"],
    }


async def _load(port: int, token: str) -> float:
    """Ask for lists of quotes, as quotes from a file do, with keep-alive connections; return quotes per minute."""
    end = time.perf_counter() + _SECONDS
    done = 0

    async def client(offset: int) -> None:
        nonlocal done
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        turn = offset
        while time.perf_counter() < end:
            turn += _CLIENTS
            body = json.dumps({"requests": [quote_body(turn + at) for at in range(_AT_ONCE)]}).encode()
            head = (
                f"POST /v1/rate-quotes/list HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
                f"Content-Type: application/json\r\nIdempotency-Key: bench{turn:016d}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            writer.write(head.encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            if not answer.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(answer.decode())
            await reader.readexactly(int(answer.lower().split(b"content-length:")[1].split(b"\r\n")[0]))
            done += _AT_ONCE
        writer.close()

    await asyncio.gather(*(client(offset) for offset in range(_CLIENTS)))
    return done / _SECONDS * 60


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config.toml"
        sample = make_sample(data, _SHIPMENTS, 1)
        config.write_text(UNTHROTTLED)
        with process(data, config=config) as server, requests.Session() as session:
            token = server.token(sample.customer)
            session.headers["Authorization"] = f"Bearer {token}"

            def trace(at: int) -> None:
                session.get(f"{server.url}/v1/shipments/{sample.numbers[at % 100]}", timeout=20).raise_for_status()

            def quote(at: int) -> None:
                session.post(f"{server.url}/v1/rate-quotes", json=quote_body(at), timeout=20).raise_for_status()

            traces, quotes = p99_in_turn(_TIMED_ANSWERS, trace, quote)
            minute = asyncio.run(_load(int(server.url.rpartition(":")[2]), token))
    return [
        Figure("rate quote, p99; floor = trace by number, signed in", quotes, traces, 3.0),
        Figure("rate quotes a minute, one worker; floor = 10,000", minute, _A_MINUTE, 1.0, "/m", at_least=True),
    ]
