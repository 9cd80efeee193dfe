# SPDX-License-Identifier: MIT
"""The real program that saves every invoice as CSV and as a workbook, and stops once; tells time and most memory (PSS)."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from onlinesvc_desktop.desktop.main import parse

_LOOK_MS = 50


def pss_mib() -> float:
    """Return the proportional memory of this process."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Exporting:
    """Signs in, opens the invoices, saves them twice, begins a third file and stops it."""

    def __init__(self, program: Any, folder: Path, code: str, password: str) -> None:
        self._program, self._folder = program, folder
        self._code, self._password = code, password
        self._most = self._began = 0.0
        self._page: Any = None
        self._then: Callable[[], bool] = lambda: False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def begin(self) -> None:
        self._program.session.sign_in(self._code, self._password, lambda _outcome: self._open())

    def _open(self) -> None:
        from onlinesvc_desktop.contract.services import Service
        from onlinesvc_desktop.desktop.services.invoices.page import InvoicesPage

        self._program.window.navigator.open(Service.INVOICES)
        (self._page,) = self._program.window.findChildren(InvoicesPage)
        self._page._choice.fill("")
        self._page._reload()
        self._then = self._listed

    def _look(self) -> None:
        self._most = max(self._most, pss_mib())
        if self._then():
            self._timer.stop()
            self._program.window.close()

    def _listed(self) -> bool:
        from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage

        # The bill is the last page that is made ahead; none of them is of the export.
        is_at_rest = bool(self._program.window.findChildren(BillOfLadingPage))
        if is_at_rest and self._page._table.rows and not self._page._table.pages.is_running:
            self._save("all.csv", lambda: self._save("all.xlsx", self._save_and_stop))
        return False

    def _save(self, name: str, after: Callable[[], None]) -> None:
        file = self._folder / name

        def saved() -> bool:
            if not self._page._export.is_running:
                spent = time.monotonic() - self._began
                print(f"saved {name} {file.stat().st_size} {spent:.2f} {self._most:.1f}", flush=True)
                after()
            return False

        self._most, self._began = 0.0, time.monotonic()
        self._page.export(file)
        self._then = saved

    def _save_and_stop(self) -> None:
        before = {one.name for one in self._folder.iterdir()}
        self._page.export(self._folder / "stopped.xlsx")

        def under_way() -> bool:
            if self._page._export._seen:
                began = time.monotonic()
                self._page._export.stop()
                print(f"stopped {time.monotonic() - began:.4f}", flush=True)
                self._then = gone
            return False

        def gone() -> bool:
            is_gone = {one.name for one in self._folder.iterdir()} == before
            if is_gone:
                print("gone", flush=True)
            return is_gone

        self._then = under_way


def main() -> int:
    folder, code, password = sys.argv[1:4]
    options = parse([])
    from onlinesvc_desktop.desktop.ground import prepare_ground

    ground = prepare_ground(options)
    from onlinesvc_desktop.desktop import application
    from onlinesvc_desktop.desktop.connection import LinkState
    from onlinesvc_desktop.desktop.program import Program

    start, made = Program.start, list[Exporting]()

    def watched(program: Program, *arguments: Any, **keywords: Any) -> None:
        def changed() -> None:
            if program.connection.state is LinkState.ONLINE and not made:
                made.append(Exporting(program, Path(folder), code, password))
                made[0].begin()

        program.connection.changed.connect(changed)
        start(program, *arguments, **keywords)

    Program.start = watched  # type: ignore[method-assign, assignment]
    return application.run_window(options, ground)


if __name__ == "__main__":
    sys.exit(main())
