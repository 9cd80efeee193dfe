# SPDX-License-Identifier: MIT
"""One program of the cluster under a service manager of its own: what ends comes back after a second."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.backend import children_of

_RESTART_SECONDS = 1.0
_LOOK_SECONDS = 0.2


class Service:
    """A program; with its children it can be killed, and stopped as a machine that hangs."""

    def __init__(
        self, name: str, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None, keyed: str = ""
    ) -> None:
        self.name = name
        self._command = list(command)
        self._log = log
        self._environment = os.environ | (environment or {})
        self._folder_of_data = Path(keyed) if keyed else None
        self._process: subprocess.Popen[bytes] | None = None
        self.is_wanted = False
        self._not_before = 0.0

    def start(self) -> None:
        """Start it, and again whenever it ends."""
        self.is_wanted = True
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment,
                cwd="/",
                start_new_session=True,
            )

    def change(self, variable: str, value: str) -> None:
        """Set a variable of its environment for the next start."""
        self._environment = {**self._environment, variable: value}

    def look(self) -> None:
        """Start it again when it ended a second ago."""
        if not self.is_wanted or self._process is None or self._process.poll() is None:
            self._not_before = time.monotonic() + _RESTART_SECONDS
        elif time.monotonic() >= self._not_before:
            self.start()

    @property
    def pid(self) -> int:
        """Its process, 0 when there is none."""
        return self._process.pid if self._process is not None and self._process.poll() is None else 0

    def pids(self) -> list[int]:
        """Return it and its children, and the PostgreSQL it looks after; the parents first."""
        found = [self.pid] if self.pid else []
        if self._folder_of_data is not None:
            with contextlib.suppress(OSError, ValueError, IndexError):
                found.append(int((self._folder_of_data / "postmaster.pid").read_text().split()[0]))
        found = [pid for pid in found if Path(f"/proc/{pid}").exists()]
        for pid in tuple(found):
            found += sorted(children_of(pid) - set(found))
        return found

    def signal(self, number: signal.Signals, pids: Sequence[int] | None = None) -> None:
        """Send a signal to all of it."""
        for pid in self.pids() if pids is None else pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def kill(self) -> None:
        """Kill all of it at once, as a power cut does; it stays down until started."""
        self.is_wanted = False
        self.signal(signal.SIGKILL)
        if self._process is not None:
            self._process.wait(30)

    def end(self, seconds: float) -> None:
        """End it in order, or kill it."""
        self.is_wanted = False
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(seconds)
        self.kill()


class Manager:
    """Looks after the services until it is closed."""

    def __init__(self) -> None:
        self.services: dict[str, Service] = {}
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def add(self, service: Service) -> Service:
        """Take a service under care and start it."""
        service.start()
        self.services[service.name] = service
        return service

    def _look(self) -> None:
        while not self._closed.wait(_LOOK_SECONDS):
            for service in tuple(self.services.values()):
                service.look()

    def close(self) -> None:
        """End everything, the last one first."""
        self._closed.set()
        self._thread.join()
        for service in reversed(self.services.values()):
            service.signal(signal.SIGCONT)
            service.end(8)
