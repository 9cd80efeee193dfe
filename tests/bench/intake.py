# SPDX-License-Identifier: MIT
"""The speed of taking files in, against ``executemany`` of the rows they become, and the memory it takes."""

import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.support.x12 import interchange, status

_SETS = 9_999
_EVENTS = ("AF NS 20261120 1530 ET TORONTO ON", "X4 NS 20261121 0800 LT MONTREAL QC", "D1 NS 20261122 0800 LT RIMOUSKI QC")
_TABLES = ("places", "parties", "shipments", "events", "shipment_references", "changes")
_TAKE = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
database = Database(f"sqlite:///{sys.argv[1]}")
migrate(database)
began = time.perf_counter()
report = Intake(database, lambda: datetime.now(UTC)).take(Path(sys.argv[2]), "bench", TableMapping())
assert report.file.changed == int(sys.argv[3]), report
seconds = time.perf_counter() - began
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(seconds, int(peak) / 1024)
"""


def _take(folder: Path, sets: int, csv: bool) -> tuple[float, float]:
    """Return seconds and the largest memory of the process itself in MiB; ``getrusage`` tells its parent's too."""
    file = folder / f"in{sets}{csv}"
    if csv:
        rows = [f"{200_000_000 + at},{code}" for at in range(sets // 3) for code in _CSV_EVENTS]
        file.write_text("autopro_number,status,occurred_at,city,province\n" + "\n".join(rows) + "\n")
    else:
        bodies = [("214", status(f"{200_000_000 + at}", *_EVENTS, bill=f"B{at}")) for at in range(sets)]
        file.write_bytes(interchange(bodies))
    count = len(rows) if csv else sets
    command = [sys.executable, "-c", _TAKE, str(folder / f"{file.name}.sqlite3"), str(file), str(count)]
    seconds, memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(memory)


_CSV_EVENTS = (
    "AF,2026-11-20T15:30-05:00,Toronto,ON",
    "X4,2026-11-21T08:00-05:00,Montréal,QC",
    "D1,2026-11-22T08:00-05:00,Rimouski,QC",
)


def _floor(folder: Path, database: Path) -> float:
    """Return the seconds that ``executemany`` takes for the same rows with the same indexes."""
    source = sqlite3.connect(database)
    wanted = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger' ORDER BY type DESC"
    schema = [sql for (sql,) in source.execute(wanted)]
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in _TABLES}
    source.close()
    target = sqlite3.connect(folder / f"{database.name}.floor")
    target.execute("PRAGMA journal_mode = WAL")
    for sql in schema:
        target.execute(sql)
    began = time.perf_counter()
    for name, values in rows.items():
        if values:
            target.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values[0]))})", values)
    target.commit()
    seconds = time.perf_counter() - began
    target.close()
    return seconds


def measure() -> list[Figure]:
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for csv, words in ((False, "X12 214"), (True, "CSV")):
            seconds, memory = _take(folder, _SETS, csv)
            small = _take(folder, 999, csv)[1]
            floor = _floor(folder, folder / f"in{_SETS}{csv}.sqlite3")
            units = _SETS / 3 if csv else _SETS
            figures += [
                Figure(
                    f"intake of {words}, shipments a second; floor = executemany",
                    units / seconds,
                    units / floor,
                    0.2,
                    "/s",
                    True,
                ),
                Figure(f"memory of an intake of {words}, ten times the file", memory, small, 1.5, "MB"),
            ]
    return figures
