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
from onlinesvc_desktop.backend.exchange.lent import lend
from onlinesvc_desktop.backend.exchange.letters import PostOffice
from onlinesvc_desktop.backend.exchange.papers import open_papers, sender_of
from onlinesvc_desktop.backend.exchange.seal import own_key, party_id, public_text, read_bounded
from onlinesvc_desktop.backend.exchange.store import (
    add_party,
    let_ship,
    make_carrier,
    open_requests,
    parties,
    remove_party,
)
from onlinesvc_desktop.backend.number_mark import NumberMark
from onlinesvc_desktop.backend.numbers import Numbers
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.backend.travelling import Desk
from onlinesvc_desktop.contract.bundle import Partner
from onlinesvc_desktop.contract.messages import from_json

_LONGEST_NAME = 80
_MOST_LENT = 100_000


def run_identity(data_dir: Path, name: str, file: Path) -> int:
    """Write what the other side needs to know us: a name and a public key."""
    public = public_text(own_key(data_dir))
    file.write_bytes(msgspec.json.format(msgspec.json.encode(Partner(name, public))))
    sys.stdout.write(f"{file}: give it to the other side, who compares this by telephone: {party_id(public)}\n")
    return 0


def run_trust(config: BackendConfig, file: Path, ships_as: str | None, is_carrier: bool) -> int:
    """Trust another side from now on; one that is trusted already may be given a part: it ships here, or is our carrier."""
    try:
        party = from_json(read_bounded(file), Partner)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(f"{file} is not the identity of another side") from error
    if not party.name.isprintable() or not party.name.strip() or len(party.name) > _LONGEST_NAME:
        raise BundleError(f"{file}: the name of the other side is empty, too long or not printable")
    known_as = party_id(party.public_key)
    with _opened(config) as database, database.write() as connection:
        same = [one for one in parties(connection) if one.id == known_as or one.name == party.name]
        if same and (same[0].id != known_as or not (ships_as or is_carrier)):
            raise BundleError(f"{party.name} is trusted already, or another has this name")
        if not same:
            add_party(connection, known_as, party.name, party.public_key)
        if is_carrier:
            make_carrier(connection, known_as, utc_now())
        if ships_as:
            let_ship(connection, known_as, ships_as)
            sender_of(connection, next(one for one in parties(connection) if one.id == known_as))
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
            part = f", ships here as {party.access_code}" if party.access_code else ""
            part += ", our carrier" if party.carrier_since is not None else ""
            sys.stdout.write(f"{party.id}  {party.name}  written {party.written}, taken in {party.taken}{part}\n")
            for kind, number, said in open_papers(connection, party.id):
                sys.stdout.write(f"    {kind} {number}: {said}\n")
            for row in open_requests(connection, party.id):
                since = from_seconds(row.asked_at).date().isoformat()
                state = f"arrived as {row.reference}" if row.reference else "no answer yet"
                sys.stdout.write(f"    {row.kind} {row.row_id}, first written {since}: {state}\n")
    return 0


def run_lend(config: BackendConfig, name: str, count: int) -> int:
    """Lend numbers to a side that ships here; the next letter to it carries them."""
    if not 1 <= count <= _MOST_LENT:
        raise BundleError(f"lend from 1 to {_MOST_LENT} numbers at a time")
    with _opened(config) as database, database.write() as connection:
        found = [party for party in parties(connection) if name in (party.name, party.id)]
        if not found:
            raise BundleError(f"nobody here is called {name}; see `exchange list`")
        lent = lend(connection, _desk(config).numbers, found[0], count, utc_now())
    sys.stdout.write(f"{lent.first} to {lent.last} are lent to {found[0].name}; `export --to` writes the letter\n")
    return 0


def _desk(config: BackendConfig) -> Desk:
    mark = NumberMark(Path(config.numbers_file) if config.numbers_file else None)
    return Desk(Numbers(mark), config.carrier_name)


def run_export(config: BackendConfig, data_dir: Path, name: str, folder: Path) -> int:
    """Write what waits for another side."""
    with _opened(config) as database:
        with database.read() as connection:
            found = [party for party in parties(connection) if name in (party.name, party.id)]
        if not found:
            raise BundleError(f"nobody here is called {name}; see `exchange list`")
        written = PostOffice(database, own_key(data_dir), utc_now, _desk(config)).write(found[0].id, folder)
    if written is None:
        sys.stdout.write(f"nothing waits for {name}\n")
        return 0
    lent = f", {written.numbers} blocks of numbers" if written.numbers else ""
    sys.stdout.write(f"{written.file}: {written.requests} requests, {written.answers} answers{lent}\n")
    return 0


def run_import_bundle(config: BackendConfig, data_dir: Path, file: Path) -> int:
    """Take a bundle in and say what it changed."""
    with _opened(config) as database:
        taken = PostOffice(database, own_key(data_dir), utc_now, _desk(config)).take_in(file)
    lent = f", {taken.numbers} new blocks of numbers" if taken.numbers else ""
    sys.stdout.write(f"{file}: {taken.requests} new requests, {taken.answers} new answers{lent} from {taken.party.name}\n")
    if taken.refused:
        sys.stdout.write(f"refused there: {taken.refused}; `exchange list` says what and why\n")
    if taken.reply is not None:
        sys.stdout.write(f"take {taken.reply.file} back to {taken.party.name}\n")
    return 0


@contextmanager
def _opened(config: BackendConfig) -> Iterator[Database]:
    """Lend the database at the newest schema."""
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        yield database
    finally:
        database.close()
