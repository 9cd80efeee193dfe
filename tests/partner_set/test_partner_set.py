# SPDX-License-Identifier: MIT
"""Files in the shapes that partners send, each in eight makes, against a table that a freight person can check.

``files`` are ours, one segment a line; ``expected.csv`` says what each means. A make changes separators, line ends and
envelope, never what is said: all of them give the same table.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec import UNSET

from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake_files import find_item
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.shipments import find_events, find_shipment, public_facts
from onlinesvc_desktop.contract.intake import IntakeRemark, IntakeState

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FILES = sorted((HERE / "files").glob("*.x12"))
SAID_OF_A_VALUE = (IntakeRemark.LEFT_OUT, IntakeRemark.SUM_DIFFERS)
Row = dict[str, str]


def expected() -> Iterator[Row]:
    with (HERE / "expected.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def separated(element: str, terminator: str) -> Callable[[str], bytes]:
    return lambda text: text.replace("*", element).replace("~\n", terminator).encode()


def wrapped(text: str) -> bytes:
    line = text.replace("~\n", "~")
    return "\n".join(line[at : at + 80] for at in range(0, len(line), 80)).encode()


MAKES: dict[str, Callable[[str], bytes]] = {
    "one line": separated("*", "~"),
    "lines of Windows": separated("*", "~\r\n"),
    "bars and line feeds": separated("|", "\n"),
    "control characters": separated("\x1d", "\x1c"),
    "exclamation marks": separated("^", "!"),
    "records of 80 columns": wrapped,
    "byte order mark and a letter above": lambda text: "\ufeffFrom: edi@partner.example\r\n\r\n".encode() + text.encode(),
    "terminator of three bytes": separated("*", "…"),
}


def told(database: Database, row: Row) -> Row:
    with database.read() as connection:
        found = find_shipment(connection, row["number"])
        assert found is not None, row
        events = find_events(connection, found.id)
    facts, status = public_facts(found), found.status
    at = status.occurred_at
    charges = {} if found.charges is None else msgspec.to_builtins(found.charges)
    return {
        "events": str(len(events)),
        "status": status.code,
        "reason": status.reason,
        "at": f"{at:%Y-%m-%d %H:%M %z}",
        "city": status.city,
        "province": status.province,
        "country": status.country,
        "pieces": "" if facts.pieces is UNSET else str(facts.pieces),
        "kg": "" if facts.weight_kg is UNSET else facts.weight_kg,
        "signed": found.signed_by or "",
        "other": charges.pop("accessorials", ""),
        **{name: charges.get(name, "") for name in ("currency", "freight", "fuel", "taxes", "total")},
    }


def outcome(database: Database, report: IntakeReport) -> Row:
    with database.read() as connection:
        item = find_item(connection, report.file.id)
    aside = "; ".join(f"{one.reason} {one.count}" for one in item.reasons)
    remarks = "; ".join(one.detail for one in item.remarks if one.code in SAID_OF_A_VALUE)
    return {"aside": aside, "remarks": remarks}


def test_there_are_more_than_two_hundred_files():
    assert len(FILES) * len(MAKES) > 200
    assert {row["file"] for row in expected()} == {file.name for file in FILES}


@pytest.mark.parametrize("make", MAKES)
def test_every_file_means_what_the_table_says(make: str, tmp_path: Path):
    database = Database(f"sqlite:///{tmp_path / 'site.sqlite3'}")
    migrate(database)
    intake = Intake(database, lambda: NOW)
    reports = dict[str, IntakeReport]()
    for file in FILES:
        path = tmp_path / file.name
        path.write_bytes(MAKES[make](file.read_text("utf-8")))
        reports[file.name] = intake.take(path, file.name, TableMapping())
    wrong: list[tuple[str, object]] = []
    for row in expected():
        report = reports[row["file"]]
        assert report.file.state is IntakeState.DONE, row["file"]
        wanted = {name: text for name, text in row.items() if name not in ("file", "number")}
        found = outcome(database, report)
        if row["number"]:
            found |= told(database, row)
        if (seen := {name: found.get(name, "") for name in wanted}) != wanted:
            wrong.append((row["file"], {name: (seen[name], wanted[name]) for name in wanted if seen[name] != wanted[name]}))
    database.close()
    assert wrong == []
