# SPDX-License-Identifier: MIT
"""Raise the cluster of ``deploy/``: three databases, two nodes with their poolers, one proxy."""

import csv
import io
import json
import os
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path
from typing import Any

import psycopg

from onlinesvc_desktop.backend.certificates import make_certificates
from tests.cluster.places import DATABASES, DEPLOY, NODES, PROXY, Places
from tests.cluster.service import Manager, Service
from tests.cluster.wires import Wires, can_have_wires
from tests.support.backend import UNTHROTTLED, Sample, make_sample_in

_RAISE_SECONDS = 240.0
_UNTHROTTLED = f"{UNTHROTTLED}company_traces = {{ burst = 0, per_minute = 0 }}\n"


def as_nobody() -> list[str]:
    """Return what stands before a command that root may not run."""
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []


def program(name: str) -> str:
    """Return the path of an installed program.

    Raises:
        RuntimeError: it is not installed.
    """
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        raise RuntimeError(f"{name} is not installed")
    return found


def wait(what: str, condition: Callable[[], object], seconds: float = _RAISE_SECONDS) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it is not so in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.2)


class Raised:
    """The cluster while it is up."""

    def __init__(self, places: Places, manager: Manager, wires: Wires | None) -> None:
        self.places = places
        self.wires = wires
        """None where networks cannot be made: everything is on loopback, and no wire can be cut."""
        self._manager = manager
        self.sample: Sample

    def service(self, name: str) -> Service:
        """Return one program by name, such as ``db1 patroni`` or ``node2 backend``."""
        return self._manager.services[name]

    def add(self, service: Service) -> Service:
        """Take one more program under care."""
        return self._manager.add(service)

    def _add(self, number: int, name: str, command: list[str], log: Path, **more: Any) -> None:
        inside = [] if self.wires is None else self.wires.inside(number)
        self.add(Service(name, [*inside, *command], log, **more))

    def raise_all(self, shipments: int) -> None:
        """Start everything in the order of the operating page and fill the database with the invented carrier."""
        self.places.folder.chmod(0o755)
        self._start_proxy()
        for name, number in DATABASES.items():
            self._start_etcd(name, number)
        for name, number in DATABASES.items():
            self._start_patroni(name, number)
            if name == "db1":
                wait("the first database", lambda: self.primary() == "db1")
        wait("two standbys, one of them in step", self.is_whole)
        self._make_roles()
        self.sample = self._fill(shipments)
        for name, number in NODES.items():
            self._start_node(name, number)
        wait("the nodes", lambda: self.states("nodes") == {"node1": "UP", "node2": "UP"})

    def _start_etcd(self, name: str, number: int) -> None:
        file = self.places.write("etcd.yml", "etcd.yml", name, number)
        command = [program("etcd"), "--config-file", str(file)]
        (self.places.machine(name) / "etcd").mkdir(mode=0o700)
        self._add(number, f"{name} etcd", command, file.with_suffix(".log"))

    def _start_patroni(self, name: str, number: int) -> None:
        file = self.places.write("patroni.yml", "patroni.yml", name, number)
        home = self.places.machine(name)
        (home / "postgresql" / "15").mkdir(parents=True)
        self._certify(name, number)
        if as_nobody():
            for folder in (home, home / "postgresql", home / "postgresql" / "15", home / "tls", *(home / "tls").iterdir()):
                shutil.chown(folder, "nobody")
        command = [*as_nobody(), program("patroni"), str(file)]
        environment = {"LC_ALL": "C.UTF-8", "HOME": str(home)}
        data = str(self.places.data(name))
        self._add(number, f"{name} patroni", command, home / "patroni.log", environment=environment, keyed=data)

    def _certify(self, name: str, number: int) -> None:
        """Give one machine a certificate of the site."""
        site, home = self.places.authority.parent, self.places.machine(name) / "tls"
        make_certificates(site, [self.places.address(number)], datetime.now(UTC))
        home.mkdir(mode=0o700, parents=True)
        for file in ("server.pem", "server-key.pem", "authority.pem"):
            shutil.copy2(site / file, home / file)

    def _start_proxy(self) -> None:
        home = self.places.machine("proxy")
        shutil.copytree(DEPLOY / "errors", home / "errors")
        self._certify("proxy", PROXY)
        key = (home / "tls" / "server-key.pem").read_bytes()
        (home / "online.pem").write_bytes((home / "tls" / "server.pem").read_bytes() + key)
        file = self.places.write("haproxy.cfg", "haproxy.cfg", "proxy", PROXY)
        self._add(PROXY, "proxy", [program("haproxy"), "-db", "-f", str(file)], home / "haproxy.log")

    def _start_node(self, name: str, number: int) -> None:
        home = self.places.machine(name)
        self._certify(name, number)
        (home / "tls").chmod(0o755)
        shutil.copytree(home / "tls", home / "data" / "tls")
        file = self.places.write("pgbouncer.ini", "pgbouncer.ini", name, number)
        self.places.write("userlist.txt", "userlist.txt", name, number)
        pooler = [*as_nobody(), program("pgbouncer"), str(file)]
        self._add(number, f"{name} pooler", pooler, home / "pgbouncer.log")
        config = self.places.write("backend.toml", "cluster.toml", name, number, _UNTHROTTLED)
        lines = self.places.filled("backend.environment", name, number).splitlines()
        environment = dict(line.split("=", 1) for line in lines if line.startswith("ONLINESVC_"))
        command = [sys.executable, "-m", "onlinesvc_desktop.backend", "--data-dir", str(home / "data")]
        command += ["--config", str(config), "serve"]
        environment["PYTHONPATH"] = str(DEPLOY.parent)
        self._add(number, f"{name} backend", command, home / "backend.log", environment=environment)

    def _make_roles(self) -> None:
        script = (DEPLOY / "roles.sql").read_text("utf-8")
        with self.connect(self.primary(), "postgres", "change-me-superuser", "postgres") as connection:
            for statement in script.split(";"):
                lines = [line for line in statement.splitlines() if line.strip() and not line.startswith("--")]
                if lines:
                    connection.execute("\n".join(lines).encode())

    def _fill(self, shipments: int) -> Sample:
        (self.places.folder / "shared").mkdir(mode=0o700)
        before = os.environ.get("ONLINESVC_DATABASE_URL")
        os.environ["ONLINESVC_DATABASE_URL"] = self.places.database_url
        try:
            wait("the proxy's way to the primary", lambda: "UP" in self.states("primary").values())
            return make_sample_in(self.places.folder / "filler", [], shipments, 5)
        finally:
            del os.environ["ONLINESVC_DATABASE_URL"]
            if before is not None:
                os.environ["ONLINESVC_DATABASE_URL"] = before

    def connect(self, machine: str, user: str, password: str, database: str) -> psycopg.Connection[Any]:
        """Connect to the PostgreSQL of one machine."""
        where = f"host={self.places.address(DATABASES[machine])} dbname={database} user={user} password={password}"
        return psycopg.connect(where, autocommit=True, connect_timeout=3)

    def primary(self) -> str:
        """Return which machine says of itself that it is the primary, empty when none does."""
        return next((name for name in DATABASES if self._patroni(name, "primary")), "")

    def _patroni(self, machine: str, what: str) -> bytes:
        """Return what Patroni of a machine answers, empty when that is no."""
        address = self.places.address(DATABASES[machine])
        try:
            answer: bytes = urllib.request.urlopen(f"http://{address}:8008/{what}", timeout=2).read()
        except (OSError, HTTPException):
            return b""
        return answer

    def is_whole(self) -> bool:
        """Tell whether there are a primary and two standbys without a lag, one of them in step with each commit.

        The primary is asked: a machine that was cut off still tells of the cluster as it was.
        """
        primary = self.primary()
        answer = self._patroni(primary, "cluster") if primary else b""
        if not answer:
            return False
        found = json.loads(answer)["members"]
        running = all(member["state"] in {"running", "streaming"} for member in found)
        return len(found) == len(DATABASES) and running and any(member["role"] == "sync_standby" for member in found)

    def statistics(self) -> list[dict[str, str]]:
        """Return what the proxy has counted, a line for each of its parts; none when it does not say."""
        try:
            answer = urllib.request.urlopen(f"http://{self.places.address(PROXY)}:7000/;csv", timeout=2)
            return list(csv.DictReader(io.StringIO(answer.read().decode())))
        except (OSError, urllib.error.URLError):
            return []

    def states(self, backend: str) -> dict[str, str]:
        """Return what the proxy thinks of the servers of one of its parts."""
        rows = [row for row in self.statistics() if row["# pxname"] == backend]
        return {row["svname"]: row["status"].split()[0] for row in rows if row["svname"] not in {"BACKEND", "FRONTEND"}}

    def is_healthy(self) -> bool:
        """Tell whether everything is up again."""
        poolers = self.states("nodes")
        return self.is_whole() and set(poolers.values()) == {"UP"} and "UP" in self.states("primary").values()


@contextmanager
def raised(folder: Path, shipments: int) -> Iterator[Raised]:
    """Lend a cluster; everything of it has ended afterwards."""
    manager = Manager()
    wires = Wires([PROXY, *DATABASES.values(), *NODES.values()]) if can_have_wires() else None
    try:
        made = Raised(Places(folder, "" if wires is None else wires.network), manager, wires)
        made.raise_all(shipments)
        yield made
    finally:
        # Who presses Ctrl+C again has to wait: what is half down would go on without anybody.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        manager.close()
        if wires is not None:
            wires.close()


def describe(made: Raised) -> str:
    """Return the addresses, for a terminal."""
    places = made.places
    lines = [f"{places.url}  the program's address; its authority: {places.authority}"]
    lines += [f"http://{places.address(PROXY)}:7000/  what the proxy thinks of everybody"]
    lines += [f"http://{places.address(number)}:8008/cluster  Patroni of {name}" for name, number in DATABASES.items()]
    lines += [f"{places.database_url}  the primary"]
    lines += [f"{code.role} {code.access_code} {code.password}" for code in made.sample.codes[:6]]
    return "\n".join(lines)


def tail_of_logs(folder: Path, lines: int = 5) -> str:
    """Return the last lines of each log, for when it did not come up."""
    found = []
    for log in sorted(folder.rglob("*.log")):
        last = log.read_text("utf-8", "replace").splitlines()[-lines:]
        found.append("\n".join([f"== {log}", *last]))
    return "\n".join(found)
