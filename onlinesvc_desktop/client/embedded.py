# SPDX-License-Identifier: MIT
"""The life of the embedded backend: a child process that ends with the program, however the program ends.

All calls block and belong on a worker thread, except ``stop_soon``. What starts processes is imported then, after the first
paint.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, TYPE_CHECKING

import msgspec

from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.messages import from_json

if TYPE_CHECKING:
    import subprocess

    from onlinesvc_desktop.client.existing_database import Contents

START_SECONDS = 30.0
STOP_SECONDS = 6.0
ADMINISTRATOR_REFUSED = 3


class EmbeddedStartError(Exception):
    """The child did not come up; the text is the last line it wrote."""


class _Announcement(msgspec.Struct, frozen=True):
    host: str
    port: int


class SampleCode(msgspec.Struct, frozen=True):
    """An access code of the sample data, shown once after it was made."""

    access_code: str
    password: str
    role: str
    password_state: str


class SampleReport(msgspec.Struct, frozen=True):
    """What ``onlinesvc-backend sample --json`` prints."""

    access_codes: tuple[SampleCode, ...]
    autopro_numbers: tuple[str, ...]


class ToolRun:
    """A running tool that can be stopped from another thread."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.cancelled = False

    def cancel(self) -> None:
        """Stop the tool; what it wrote is rolled back by its transaction."""
        self.cancelled = True
        if self.process is not None:
            self.process.kill()


def backend_command(paths: Paths) -> list[str]:
    """Return the command line of the backend on this data folder: same interpreter, or the frozen program itself."""
    if getattr(sys, "frozen", False):
        program = [str(Path(sys.executable).with_name("onlinesvc-backend" + Path(sys.executable).suffix))]
    else:
        program = [sys.executable, "-m", "onlinesvc_desktop.backend"]
    return [*program, "--data-dir", str(paths.data_dir)]


def _creation_flags() -> int:
    import subprocess

    return int(getattr(subprocess, "CREATE_NO_WINDOW", 0))


class EmbeddedBackend:
    """Start, watch and stop the child."""

    def __init__(self, paths: Paths, extra_arguments: Sequence[str] = ()) -> None:
        self._paths = paths
        self._extra = list(extra_arguments)
        self._process: subprocess.Popen[str] | None = None
        self._secret = ""
        self._is_begun = False

    @property
    def is_running(self) -> bool:
        """Tell whether the child lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """Process number of the child."""
        return None if self._process is None else self._process.pid

    def begin(self) -> None:
        """Start the child without waiting for it; ``start`` then waits for this one.

        Raises:
            OSError: it could not be started.
        """
        import subprocess

        self.stop()
        self._secret = os.urandom(32).hex()
        with self._paths.backend_log.open("ab") as log:
            process = subprocess.Popen(
                [*backend_command(self._paths), "serve", "--embedded", *self._extra],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
                creationflags=_creation_flags(),
            )
        self._process = process
        self._is_begun = True
        # One that has ended already is noticed by whoever waits for its announcement.
        with suppress(OSError):
            stdin, _ = _pipes(process)
            stdin.write(self._secret + "\n")
            stdin.flush()

    def start(self) -> Endpoint:
        """Start the child unless it was begun already, and wait until it answers.

        Raises:
            EmbeddedStartError: it ended or stayed silent.
            OSError: it could not be started.
        """
        if not self._is_begun:
            self.begin()
        self._is_begun = False
        process = self._process
        assert process is not None
        guard = Timer(START_SECONDS, process.kill)
        guard.daemon = True
        guard.start()
        try:
            _, stdout = _pipes(process)
            announcement = from_json(stdout.readline(), _Announcement)
        except (msgspec.DecodeError, OSError) as error:
            process.kill()
            self.stop()
            raise EmbeddedStartError(_last_line(self._paths.backend_log)) from error
        finally:
            guard.cancel()
        return Endpoint(f"http://{announcement.host}:{announcement.port}", self._secret)

    def stop_soon(self) -> None:
        """Tell the child to stop, without waiting."""
        if self._process is not None and self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                self._process.kill()

    def stop(self) -> None:
        """Stop the child and wait for its end."""
        if self._process is None:
            return
        import subprocess

        self.stop_soon()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None
        self._is_begun = False

    def make_sample(self, shipments: int, seed: int, progress: Callable[[int], None], run: ToolRun) -> SampleReport | None:
        """Fill the empty database with the invented carrier; None when it already holds data.

        Raises:
            EmbeddedStartError: the tool failed or was stopped.
        """
        arguments = ["sample", "--shipments", str(shipments), "--seed", str(seed), "--json"]
        process = self._tool(arguments)
        run.process = process
        if run.cancelled:
            process.kill()
        assert process.stderr is not None
        assert process.stdout is not None
        last = ""
        for line in process.stderr:
            last = line.strip()
            if last.isdigit():
                progress(int(last))
        output = process.stdout.read()
        code = process.wait()
        _close(process)
        if code == 4:
            return None
        if code != 0:
            raise EmbeddedStartError(last)
        return from_json(output, SampleReport)

    @property
    def contents(self) -> "Contents":
        """What the database holds; blocks for a moment."""
        from onlinesvc_desktop.client.existing_database import contents_of

        return contents_of(self._paths.database)

    @property
    def database(self) -> Path:
        """The file of the database."""
        return self._paths.database

    def create_administrator(self, access_code: str, password: str, language: Language) -> str | None:
        """Add the first administrator of a site; return why it was refused, None when it was done.

        Raises:
            EmbeddedStartError: the tool failed.
        """
        process = self._tool(["admin", "create", "--first", "--language", language.value, "--", access_code])
        _, errors = process.communicate(password + "\n")
        if process.returncode == 0:
            return None
        last = errors.strip().rpartition("\n")[2]
        if process.returncode == ADMINISTRATOR_REFUSED:
            return last.rpartition(": ")[2]
        raise EmbeddedStartError(last)

    def _tool(self, arguments: Sequence[str]) -> "subprocess.Popen[str]":
        import subprocess

        return subprocess.Popen(
            [*backend_command(self._paths), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            creationflags=_creation_flags(),
        )


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes to the child")
    return process.stdin, process.stdout


def _close(process: "subprocess.Popen[str]") -> None:
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()


def _last_line(file: Path) -> str:
    try:
        lines = file.read_bytes()[-4096:].decode("utf-8", "replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""
