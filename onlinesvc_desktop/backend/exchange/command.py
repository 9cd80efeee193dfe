# SPDX-License-Identifier: MIT
"""The commands ``exchange`` and ``export``, and what ``import`` does with a bundle."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.letters import PostOffice
from onlinesvc_desktop.backend.exchange.seal import own_key, party_id, public_text, read_bounded
from onlinesvc_desktop.backend.exchange.store import add_party, open_requests, parties, remove_party
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.bundle import Partner

_LONGEST_NAME = 80


def run_identity(data_dir: Path, name: str, file: Path) -> int:
    """Write what the other side needs to know us: a name and a public key."""
    public = public_text(own_key(data_dir))
    file.write_bytes(msgspec.json.format(msgspec.json.encode(Partner(name, public))))
    sys.stdout.write(f"{file}: give it to the other side, who compares this by telephone: {party_id(public)}\n")
    return 0


def run_trust(config: BackendConfig, file: Path) -> int:
    """Trust another side from now on."""
    try:
        party = msgspec.json.decode(read_bounded(file), type=Partner)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(f"{file} is not the identity of another side") from error
    if not party.name.isprintable() or not party.name.strip() or len(party.name) > _LONGEST_NAME:
        raise BundleError(f"{file}: the name of the other side is empty, too long or not printable")
    known_as = party_id(party.public_key)
    with _opened(config) as database, database.write() as connection:
        if any(one.id == known_as or one.name == party.name for one in parties(connection)):
            raise BundleError(f"{party.name} is trusted already, or another has this name")
        add_party(connection, known_as, party.name, party.public_key)
    sys.stdout.write(f"{party.name} is trusted; compare this by telephone: {known_as}\n")
    return 0


def run_forget(config: BackendConfig, name: str) -> int:
    """Trust another side no more, for a key that was lost or replaced."""
    with _opened(config) as database, database.write() as connection:
        found = [party for party in parties(connection) if name in (party.name, party.id)]
        if not found:
            raise BundleError(f"nobody here is called {name}; see `exchange list`")
        remove_party(connection, found[0].id)
    sys.stdout.write(f"{found[0].name} ({found[0].id}) is trusted no more\n")
    return 0


def run_list(config: BackendConfig) -> int:
    """Say whom we trust and what waits for their answer."""
    with _opened(config) as database, database.read() as connection:
        for party in parties(connection):
            sys.stdout.write(f"{party.id}  {party.name}  written {party.written}, taken in {party.taken}\n")
            for row in open_requests(connection, party.id):
                since = from_seconds(row.asked_at).date().isoformat()
                state = f"arrived as {row.reference}" if row.reference else "no answer yet"
                sys.stdout.write(f"    {row.kind} {row.row_id}, first written {since}: {state}\n")
    return 0


def run_export(config: BackendConfig, data_dir: Path, name: str, folder: Path) -> int:
    """Write what waits for another side."""
    with _opened(config) as database:
        with database.read() as connection:
            found = [party for party in parties(connection) if name in (party.name, party.id)]
        if not found:
            raise BundleError(f"nobody here is called {name}; see `exchange list`")
        written = PostOffice(database, own_key(data_dir), utc_now).write(found[0].id, folder)
    if written is None:
        sys.stdout.write(f"nothing waits for {name}\n")
        return 0
    sys.stdout.write(f"{written.file}: {written.requests} requests, {written.answers} answers\n")
    return 0


def run_import_bundle(config: BackendConfig, data_dir: Path, file: Path) -> int:
    """Take a bundle in and say what it changed."""
    with _opened(config) as database:
        taken = PostOffice(database, own_key(data_dir), utc_now).take_in(file)
    sys.stdout.write(f"{file}: {taken.requests} new requests, {taken.answers} new answers from {taken.party.name}\n")
    if taken.reply is not None:
        sys.stdout.write(f"take {taken.reply.file} back to {taken.party.name}\n")
    return 0


@contextmanager
def _opened(config: BackendConfig) -> Iterator[Database]:
    """Lend the database at the newest schema."""
    database = Database(config.database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        yield database
    finally:
        database.close()
