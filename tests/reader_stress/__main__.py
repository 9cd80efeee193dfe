# SPDX-License-Identifier: MIT
"""Start the program many times, then click through it for minutes, while a reader walks its whole tree; count crashes.

``MALLOC_PERTURB_`` fills freed memory, so that stray memory taken for an object ends the program instead of passing
unseen. Needs Xvfb and dbus-daemon.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dev import virtual_screen
from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.e2e.conftest import PROGRAM, session_bus
from tests.support.accessibility import Accessible, NotThereError, ScreenReader
from tests.support.backend import SAMPLE, Sample, make_sample

_BETWEEN_WALKS = 0.1
_START_SECONDS = 8.0
_STARTS_WITHIN = 120.0
_SIGNS_IN = 0.3
_LOST = (NotThereError, OSError, TimeoutError)
"""The object asked about was gone; the program may be as well, which its exit status tells."""


class Stress:
    """A desktop session with the program in it, again and again."""

    def __init__(self, environment: dict[str, str], sample: Sample, seed: int) -> None:
        self._environment = environment
        self._folder = sample.data_dir
        self._codes = (sample.administrator, sample.customer)
        self._random = random.Random(seed)

    def start(self, language: str, seconds: float) -> int:
        """Run the program for some seconds, read and clicked from its first instant; return its exit status."""
        command = [*PROGRAM, "--data-dir", str(self._folder), "--language", language]
        program = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        until = self._seen() + seconds
        readers = [threading.Thread(target=self._repeat, args=(until, work)) for work in (self._walk, self._click)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        if program.poll() is None:
            program.terminate()
        return program.wait(30)

    def _seen(self) -> float:
        """Read until the program is there to be read, however slow the machine; return that moment."""
        reader = ScreenReader(self._environment["DBUS_SESSION_BUS_ADDRESS"], "OnlineServices")
        given_up = time.monotonic() + _STARTS_WITHIN
        while time.monotonic() < given_up:
            with suppress(*_LOST):
                if next(iter(reader.walk()), None) is not None:
                    break
            time.sleep(_BETWEEN_WALKS)
        reader.close()
        return time.monotonic()

    def _repeat(self, until: float, work: Callable[[ScreenReader, float], None]) -> None:
        reader = ScreenReader(self._environment["DBUS_SESSION_BUS_ADDRESS"], "OnlineServices")
        while time.monotonic() < until:
            with suppress(*_LOST):
                work(reader, until)
            time.sleep(_BETWEEN_WALKS)
        reader.close()

    def _walk(self, reader: ScreenReader, until: float) -> None:
        """Read names and children everywhere, each child by its place, as readers do that know no signals."""
        for one in _until(until, reader.walk()):
            with suppress(NotThereError):
                one.child_at(one.child_count() - 1)

    def _click(self, reader: ScreenReader, until: float) -> None:
        shown = [one for one in _until(until, reader.walk()) if one.is_showing()]
        fields = {one.identifier.rsplit(".", 2)[-1]: one for one in shown if one.role in ("text", "password text")}
        if "accessCode" in fields and "password" in fields and self._random.random() < _SIGNS_IN:
            code = self._random.choice(self._codes)
            fields["accessCode"].write(code.access_code)
            fields["password"].write(code.password)
        buttons = [one for one in shown if one.role == "push button"]
        safe = [one for one in buttons if self._is_safe(one)]
        if safe:
            self._random.choice(safe).press()

    def _is_safe(self, button: Accessible) -> bool:
        """Tell whether a button opens no dialog of the system and starts nothing that costs."""
        name = button.identifier
        return bool(name) and not name.endswith(("openFile", "export", "print", "picture", "saveAs", "save"))


def _until(moment: float, objects: Iterator[Accessible]) -> Iterator[Accessible]:
    for one in objects:
        if time.monotonic() > moment:
            return
        yield one


@contextmanager
def desktop(folder: Path) -> Iterator[dict[str, str]]:
    """Lend the environment of a desktop session of our own."""
    folder.chmod(0o700)
    with virtual_screen() as display, session_bus(display, folder) as bus:
        yield os.environ | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "MALLOC_PERTURB_": "85",
        }


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.reader_stress", description=__doc__)
    parser.add_argument("--starts", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if shutil.which("Xvfb") is None or shutil.which("dbus-daemon") is None:
        print("Xvfb and dbus-daemon are needed: this runs in a Linux desktop session of its own.")
        return 2
    with tempfile.TemporaryDirectory(prefix="reader-stress-") as name:
        folder = Path(name)
        sample = make_sample(folder / "sample", **SAMPLE)
        save_settings(sample.data_dir / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
        (folder / "session").mkdir()
        crashes = 0
        with desktop(folder / "session") as environment:
            stress = Stress(environment, sample, options.seed)
            for number in range(1, options.starts + 1):
                status = stress.start(("en", "fr")[number % 2], _START_SECONDS)
                crashes += status < 0 and status != -signal.SIGTERM
                print(f"start {number}: exit {status}; {crashes} crashes", flush=True)
            for language in ("en", "fr") if options.minutes else ():
                status = stress.start(language, options.minutes * 30)
                crashes += status < 0 and status != -signal.SIGTERM
                print(f"{options.minutes / 2} minutes in {language}: exit {status}; {crashes} crashes", flush=True)
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
