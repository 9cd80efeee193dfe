# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend reread``: files that went in before are read again, and it is said what that changes.

For facts that an earlier version read wrongly. An event of a file takes the place of the stored one with the same code,
reason and wall clock; parties and both ends of the way are told anew. Charges that an earlier version booked on the
shipment of an invoice's first line are taken back from there; nothing else is.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.intake.drop_folder import mapping_of
from onlinesvc_desktop.backend.intake.partners import known_partners, partners_of
from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.intake.run import BATCH, kind_of, parts_of
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.intake.watched_folder import ARCHIVE_FOLDER
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error
from onlinesvc_desktop.backend.store.charges import take_back_charges
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake import IntakeStore, as_only_writer
from onlinesvc_desktop.backend.store.shipments import find_events, find_shipment, kilograms
from onlinesvc_desktop.contract.shipment import Event

_ALL_READ, _SOME_NOT = 0, 1
Facts = dict[str, str]


def run(config: BackendConfig, paths: Sequence[Path]) -> int:
    """Read files again, oldest first; return 0 when all could be read, 1 when one could not.

    Args:
        config: where the database, the profiles and the mappings lie.
        paths: files, or folders whose files are meant, at any depth; the archive of the drop folder when there is none.
    """
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        return _reread_files(config, paths or [Path(config.drop_folder) / ARCHIVE_FOLDER], database)
    finally:
        database.close()


def _reread_files(config: BackendConfig, paths: Sequence[Path], database: Database) -> int:
    code, rereading = _ALL_READ, Rereading(database)
    for file in _oldest_first(paths):
        try:
            parts = _parts_of(config, file, database)
            while batch := list(islice(parts, BATCH)):
                for line in rereading.take(batch):
                    sys.stdout.write(f"{file}: {line}\n")
        except (NotX12Error, TableError, HeadingsError, MappingError, OSError) as error:
            sys.stdout.write(f"{file}: cannot be read ({type(error).__name__} {error})\n")
            code = _SOME_NOT
    return code


class Rereading:
    """Parts of files taken in anew, one batch after the other."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._invoiced: set[str] = set()
        """Shipments whose charges were told anew: what stands there now is right."""

    def take(self, parts: Sequence[Part]) -> list[str]:
        """Take parts in anew; return a line for each fact that changed."""
        records = [record for part in parts for record in part.records]
        astray = [part.misbooked for part in parts if part.misbooked is not None]
        numbers = sorted({one.autopro_number for one in records} | {one.autopro_number for one in astray})
        for record in records:
            record.replaces_parties = True
        with self._database.write() as connection:
            as_only_writer(connection)
            before = {number: _facts_of(connection, number) for number in numbers}
            for one in astray:
                if one.autopro_number not in self._invoiced:
                    take_back_charges(connection, one.autopro_number, one.total, utc_now())
            IntakeStore(corrects=True).take(connection, records, utc_now())
            after = {number: _facts_of(connection, number) for number in numbers}
        self._invoiced |= {record.autopro_number for record in records if record.charges is not None}
        return [
            f"{number}: {name}: {before[number].get(name, '-')} -> {after[number].get(name, '-')}"
            for number in numbers
            for name in sorted(before[number].keys() | after[number].keys())
            if before[number].get(name) != after[number].get(name)
        ]


def _oldest_first(paths: Sequence[Path]) -> list[Path]:
    files = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()]
    return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name))


def _parts_of(config: BackendConfig, file: Path, database: Database) -> Iterator[Part]:
    mapping = mapping_of(Path(config.drop_folder), file.name)
    partners = known_partners(database, partners_of(config))
    with file.open("rb") as stream:
        yield from parts_of(stream, file.name, kind_of(stream), mapping, partners, utc_now(), Acknowledgements())


def _facts_of(connection: Connection, number: str) -> Facts:
    row = find_shipment(connection, number)
    if row is None:
        return {}
    facts = {
        "origin": f"{row.origin.city} {row.origin.province} {row.origin.country}",
        "destination": f"{row.destination.city} {row.destination.province} {row.destination.country}",
        "pieces": str(row.pieces or "-"),
        "weight": f"{kilograms(row.weight_g)} kg" if row.weight_g else "-",
        "signed by": row.signed_by or "-",
        "charges": "-" if row.charges is None else " ".join(str(value) for value in _values(row.charges)),
    }
    facts |= {f"event {at:03}": _event_words(one) for at, one in enumerate(find_events(connection, row.id), start=1)}
    return facts


def _values(charges: object) -> tuple[object, ...]:
    return tuple(getattr(charges, name) for name in ("currency", "freight", "fuel", "accessorials", "taxes", "total"))


def _event_words(event: Event) -> str:
    place = " ".join(filter(None, (event.city, event.province, event.country)))
    return f"{event.code} {event.reason} {event.occurred_at:%Y-%m-%d %H:%M %z} {place}".strip()
