# SPDX-License-Identifier: MIT
"""What the odd files become: a digest of rows and rejects for each hundred, kept in ``tests/data/odd_files.txt``.

``python -m tests.support.odd_rows`` writes the digests anew, which is right only where other rows are wanted. With a number
it prints what that hundred becomes instead, to be compared with what another version prints.
"""

import hashlib
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from tests.support.odd_files import FILES, HUNDRED, odd_file
from tests.support.x12 import adopted

KEPT = Path(__file__).parents[1] / "data" / "odd_files.txt"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
_EASTERN = """
senders = ["ZZ:EASTERN"]
name = "Eastern"
files = ["*7.csv"]
zone = "CT"
country = "US"
signature = "K1"
names_customers = true
[number]
shortest = 4
longest = 10
strip = "KW"
stands_in = ["L11*CN/", "B10-01", "B3-02"]
[statuses]
"ZZZ" = "D1"
"""
_LOOKED_AT = {
    "places": "id, city, province, country",
    "parties": "id, customer_id, name, address1, place_id, postal_code",
    "shipments": (
        "id, autopro_number, origin_id, destination_id, shipper_id, consignee_id, bill_to_id, pieces, weight_g, "
        "estimated_delivery, status_sequence, signed_by, currency, freight_cents, fuel_cents, accessorial_cents, tax_cents"
    ),
    "events": (
        "shipment_id, sequence, code, reason, occurred_at, occurred_offset, reported_at, reported_offset, place_id, terminal"
    ),
    "shipment_references": "shipment_id, type, value",
    "customer_shipments": "customer_id, shipment_id",
    "changes": "id, shipment_id, at",
    "invoices": "number, customer_id, autopro_number, invoice_date, due_date, currency, total_cents, details",
    "intake_files": (
        "id, name, kind, state, size, position, changed, unchanged, quarantined, remarked, remarks, reason, answer"
    ),
    "intake_quarantine": "file_id, position, control, reason, detail, sender, content, cells",
    "partners": "state, profile, files, last_file, first_at, last_at",
}
"""Columns by name: a column that comes later changes nothing here."""


class OddRows:
    """Takes hundreds of odd files in, each hundred into a database of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._partners = adopted(folder)
        (self._partners / "eastern.toml").write_text(_EASTERN, "utf-8")
        self._pristine = folder / "pristine.sqlite3"
        database = Database(f"sqlite:///{self._pristine}")
        migrate(database)
        with database.write() as connection:
            for row, number in ((7, "410000"), (8, "C-7")):
                values = {"id": row, "number": number}
                statement = (
                    "INSERT INTO customers (id, number, name, language, created_at) VALUES (:id, :number, 'A', 'en', 0)"
                )
                connection.execute(text(statement), values)
        database.close()

    def rows_of(self, hundred: int) -> Iterator[str]:
        """Yield a line for each row that files ``100 * hundred`` to ``100 * hundred + 99`` leave, by table and key."""
        here = self._folder / "here.sqlite3"
        shutil.copy(self._pristine, here)
        database, file = Database(f"sqlite:///{here}"), self._folder / "file"
        intake = Intake(database, lambda: NOW, partners=self._partners)
        for number in range(hundred * HUNDRED, (hundred + 1) * HUNDRED):
            odd = odd_file(number)
            file.write_bytes(odd.content)
            intake.take(file, odd.name, odd.mapping)
        database.close()
        with closing(sqlite3.connect(here)) as connection:
            for table, columns in _LOOKED_AT.items():
                order = ", ".join(map(str, range(1, columns.count(",") + 2)))
                for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):
                    yield f"{table} {row!r}"
        here.unlink()

    def line_of(self, hundred: int) -> str:
        """Return what is kept of a hundred: its number, a digest of the files, and one of the rows."""
        files = hashlib.sha256()
        for number in range(hundred * HUNDRED, (hundred + 1) * HUNDRED):
            files.update(repr(odd_file(number)).encode("utf-8", "backslashreplace"))
        rows = hashlib.sha256()
        for row in self.rows_of(hundred):
            rows.update(row.encode("utf-8", "backslashreplace") + b"\n")
        return f"{hundred:02} {files.hexdigest()[:16]} {rows.hexdigest()[:32]}"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="odd-") as name:
        taken = OddRows(Path(name))
        if len(sys.argv) > 1:
            for row in taken.rows_of(int(sys.argv[1])):
                sys.stdout.write(row.encode("utf-8", "backslashreplace").decode() + "\n")
            return
        lines = [taken.line_of(hundred) + "\n" for hundred in range(FILES // HUNDRED)]
    KEPT.write_text("".join(lines), "ascii")


if __name__ == "__main__":
    main()
