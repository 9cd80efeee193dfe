# SPDX-License-Identifier: MIT
"""Real backends for tests: the shipped command in a process, and the same application under a clock of the test's own."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import requests

from onlinesvc_desktop.backend.app import build_app
from onlinesvc_desktop.backend.config import BackendConfig, sqlite_url
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.listening import listening_socket
from onlinesvc_desktop.backend.serve import web_server
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate

SAMPLE: dict[str, int] = {"shipments": 1500, "seed": 7}
UNTHROTTLED = """
anonymous_traces = { burst = 0, per_minute = 0 }
anonymous_requests = { burst = 0, per_minute = 0 }
sign_ins_per_address = { burst = 0, per_minute = 0 }
sign_ins_per_code = { burst = 0, per_minute = 0 }
"""
"""A configuration file for whoever asks faster than people do."""
COMMAND = [sys.executable, "-m", "onlinesvc_desktop.backend"]


@dataclass(frozen=True)
class Code:
    """An access code of the sample."""

    access_code: str
    password: str
    role: str
    password_state: str
    language: str
    customer_number: str = ""


@dataclass(frozen=True)
class Sample:
    """A data folder and what is in it."""

    data_dir: Path
    codes: tuple[Code, ...]
    numbers: tuple[str, ...]

    @property
    def customer(self) -> Code:
        return self.codes[0]

    @property
    def english_customer(self) -> Code:
        return next(code for code in self.codes if code.role == "customer" and code.language == "en")

    @property
    def other_customer(self) -> Code:
        return self.codes[1]

    @property
    def third_customer(self) -> Code:
        return self.codes[2]

    @property
    def administrator(self) -> Code:
        return next(code for code in self.codes if code.role == "administrator")

    @property
    def expired(self) -> Code:
        return next(code for code in self.codes if code.password_state == "expired")


def make_sample(data_dir: Path, shipments: int, seed: int) -> Sample:
    """Make a sample with the shipped command."""
    return make_sample_in(data_dir, [], shipments, seed)


def make_sample_in(data_dir: Path, settings: list[str], shipments: int, seed: int) -> Sample:
    """Make a sample wherever further settings of the command say."""
    arguments = ["--data-dir", str(data_dir), *settings, "sample", "--shipments", str(shipments), "--seed", str(seed)]
    arguments.append("--json")
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    codes = tuple(Code(**entry) for entry in made["access_codes"])
    return Sample(data_dir, codes, tuple(made["autopro_numbers"]))


def children_of(pid: int) -> set[int]:
    """Return the process numbers of a process's children."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return {int(line) for line in found.stdout.split()}


def free_port() -> int:
    """Return a port at which nobody answers now."""
    with listening_socket("127.0.0.1", 0) as listener:
        port: int = listener.getsockname()[1]
    return port


class MovableClock:
    """The backend's one clock, moved by the test."""

    def __init__(self) -> None:
        self.offset = timedelta()
        self._stopped_at: datetime | None = None

    def stop(self) -> None:
        """Stand still, at a whole second, but for what the test moves."""
        self._stopped_at = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return (self._stopped_at or datetime.now(UTC)) + self.offset


class Server:
    """A backend answering on loopback, and a way to ask it."""

    def __init__(self, url: str, clock: MovableClock | None = None, context: Context | None = None, pid: int = 0) -> None:
        self.url = url
        self.pid = pid
        self._clock = clock
        self._context = context

    @property
    def clock(self) -> MovableClock:
        assert self._clock is not None
        return self._clock

    @property
    def context(self) -> Context:
        assert self._context is not None
        return self._context

    def ask(self, method: str, path: str, token: str | None = None, **keywords: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= keywords.pop("headers", {})
        return requests.request(method, self.url + path, headers=headers, timeout=20, **keywords)

    def sign_in(self, code: Code, password: str | None = None) -> requests.Response:
        body = {"access_code": code.access_code, "password": password or code.password}
        return self.ask("POST", "/v1/sessions", json=body)

    def token(self, code: Code) -> str:
        token: str = self.sign_in(code).json()["token"]
        return token


@contextmanager
def serving(data_dir: Path, at_port: int = 0, database_url: str = "", **config: Any) -> Iterator[Server]:
    """Serve a data folder from this process, on a real socket, under a movable clock."""
    clock = MovableClock()
    url = database_url or sqlite_url(data_dir)
    database = Database(url)
    migrate(database)
    context = Context(BackendConfig(database_url=url, **config), database, clock)
    app = build_app(context)
    server = web_server(app, context.config, context.draining)
    with listening_socket("127.0.0.1", at_port) as listener:
        listener.listen(128)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{listener.getsockname()[1]}", clock, context)
        finally:
            server.should_exit = True
            thread.join()
            database.close()


@contextmanager
def process(
    data_dir: Path, *arguments: str, config: Path | None = None, kill: bool = False, stderr: IO[bytes] | None = None
) -> Iterator[Server]:
    """Serve a data folder with the shipped command in a process of its own, ended in order or killed."""
    settings = [] if config is None else ["--config", str(config)]
    command = [*COMMAND, "--data-dir", str(data_dir), *settings, "serve", "--port", "0", *arguments]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, stderr=stderr)
    assert child.stdout is not None
    try:
        where = json.loads(child.stdout.readline())
        yield Server(f"http://{where['host']}:{where['port']}", pid=child.pid)
    finally:
        child.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
        child.wait(20)
        child.stdout.close()
