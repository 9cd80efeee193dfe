# SPDX-License-Identifier: MIT
"""Several workers behind one listening socket: a dead one is replaced, and all are replaced one by one without a gap.

The supervisor holds the socket and answers nothing itself. SIGHUP replaces every worker: the new one answers before the old
one is asked to end, and what the old one has begun it finishes. SIGTERM and SIGINT end all. A worker ends with its
supervisor, however that ends, because its standard input does. POSIX only: a socket cannot be handed on elsewhere.
"""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

log = logging.getLogger(__name__)

START_SECONDS = 60.0
STOP_SECONDS = 15.0
_LOOK_SECONDS = 0.2
_QUICK_DEATH_SECONDS = 5.0
_LONGEST_PAUSE_SECONDS = 30.0


class WorkerStartError(Exception):
    """A worker did not come up."""


def worker_command(arguments: Sequence[str]) -> list[str]:
    """Return the command line of this very program with other arguments: interpreter or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "onlinesvc_desktop.backend", *arguments]


class Worker:
    """One process that answers on the shared socket."""

    def __init__(self, command: Sequence[str], listener: socket.socket) -> None:
        self.begun_at = monotonic()
        self.process = subprocess.Popen(
            [*command, "--listen-fd", str(listener.fileno())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[listener.fileno()],
            text=True,
        )

    def wait_until_ready(self) -> None:
        """Wait for its announcement.

        Raises:
            WorkerStartError: it ended or stayed silent; it is killed.
        """
        guard = threading.Timer(START_SECONDS, self.process.kill)
        guard.daemon = True
        guard.start()
        try:
            assert self.process.stdout is not None
            if not self.process.stdout.readline():
                self.stop()
                raise WorkerStartError(f"worker {self.process.pid} did not start")
        finally:
            guard.cancel()

    def wait_until_ready_or_not(self) -> None:
        """Wait for its announcement; one that fails is noticed by its end."""
        with suppress(WorkerStartError):
            self.wait_until_ready()

    def ask_to_drain(self) -> None:
        """Let it tell a proxy to send nothing more."""
        if self.process.poll() is None and sys.platform != "win32":
            self.process.send_signal(signal.SIGUSR1)

    def ask_to_stop(self) -> None:
        """Let it finish what it has begun, and end."""
        if self.process.poll() is None:
            self.process.terminate()

    def stop(self) -> None:
        """Ask it to stop and wait; one that does not is killed."""
        self.ask_to_stop()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()


class Supervisor:
    """Keep so many workers up until told to stop; they answer for ``drain_seconds`` more, unless told again."""

    def __init__(self, count: int, command: Sequence[str], listener: socket.socket, drain_seconds: float = 0.0) -> None:
        self._count = count
        self._drain_seconds = drain_seconds
        self._is_hurried = False
        self._command = list(command)
        self._listener = listener
        self._workers: list[Worker] = []
        self._stop_wanted = False
        self._roll_wanted = False
        self._pause = 1.0
        self._not_before = 0.0

    def run(self, announce: str) -> int:
        """Start the workers, write the line once they answer, and stay until a signal ends it; return the exit status.

        Raises:
            WorkerStartError: no worker came up at the start.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_stop)
        signal.signal(signal.SIGHUP, self._on_roll)
        try:
            self._workers = [Worker(self._command, self._listener) for _ in range(self._count)]
            self._wait_for_the_first()
            sys.stdout.write(announce + "\n")
            sys.stdout.flush()
            wake = threading.Event()
            while not self._stop_wanted:
                if self._roll_wanted:
                    self._roll_wanted = False
                    self._roll()
                self._replace_dead()
                wake.wait(_LOOK_SECONDS)
            self._drain()
        finally:
            for worker in self._workers:
                worker.ask_to_stop()
            for worker in self._workers:
                worker.stop()
        return 0

    def _drain(self) -> None:
        if self._drain_seconds > 0:
            for worker in self._workers:
                worker.ask_to_drain()
            end, wake = monotonic() + self._drain_seconds, threading.Event()
            while not self._is_hurried and monotonic() < end:
                wake.wait(_LOOK_SECONDS)

    def _wait_for_the_first(self) -> None:
        """Wait until each worker answers or has failed; with one that answers the rest is replaced in time.

        Raises:
            WorkerStartError: none of them came up, so the reason is not theirs.
        """
        failures = []
        for worker in self._workers:
            try:
                worker.wait_until_ready()
            except WorkerStartError as error:
                failures.append(error)
        if len(failures) == len(self._workers):
            raise failures[0]

    def _on_stop(self, _number: int, _frame: object) -> None:
        self._is_hurried = self._stop_wanted
        self._stop_wanted = True

    def _on_roll(self, _number: int, _frame: object) -> None:
        self._roll_wanted = True

    def _roll(self) -> None:
        """Replace every worker, each new one answering before the old one ends; a new one that fails leaves the rest."""
        for at, old in enumerate(self._workers):
            if self._stop_wanted:
                return
            new = Worker(self._command, self._listener)
            try:
                new.wait_until_ready()
            except WorkerStartError:
                log.exception("the new worker did not start; the old ones stay")
                return
            self._workers[at] = new
            old.stop()

    def _replace_dead(self) -> None:
        """Start a worker for each that ended by itself, with longer and longer pauses when they die young."""
        now = monotonic()
        for at, worker in enumerate(self._workers):
            if worker.process.poll() is None or now < self._not_before or self._stop_wanted:
                continue
            log.error("worker %s ended with %s; it is replaced", worker.process.pid, worker.process.returncode)
            died_young = now - worker.begun_at < _QUICK_DEATH_SECONDS
            self._pause = min(_LONGEST_PAUSE_SECONDS, self._pause * 2) if died_young else 1.0
            self._not_before = now + (self._pause if died_young else 0.0)
            worker.stop()
            self._workers[at] = Worker(self._command, self._listener)
            # Its announcement is read so that its pipe never fills; whether it comes up shows at the next look.
            threading.Thread(target=self._workers[at].wait_until_ready_or_not, daemon=True).start()


def arguments_for_worker(data_dir: Path, config: Path | None) -> list[str]:
    """Return the arguments that make a worker read what its supervisor read."""
    settings = [] if config is None else ["--config", str(config)]
    return ["--data-dir", str(data_dir), *settings, "serve"]


def can_have_workers() -> bool:
    """Tell whether this system can hand a listening socket on."""
    return os.name == "posix"
