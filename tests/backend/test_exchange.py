# SPDX-License-Identifier: MIT
"""Two backends that share nothing but a folder: requests go out, answers come back, whatever happens to the stick."""

import base64
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.letters import PostOffice, TakenIn, Written
from onlinesvc_desktop.backend.exchange.seal import MAGIC, own_key, party_id, public_text, seal
from onlinesvc_desktop.backend.exchange.store import add_party
from onlinesvc_desktop.backend.services.access_request.store import ACCESS_REQUESTS
from onlinesvc_desktop.backend.services.password_help.store import PASSWORD_HELP
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.contract.access_request import AccessRequest
from onlinesvc_desktop.contract.bundle import VERSION, Bundle, BundledRequest, Partner
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.decisions import RequestState
from onlinesvc_desktop.contract.password_help import PasswordHelpRequest
from tests.support.backend import COMMAND
from tests.support.life import FORM

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@dataclass
class Side:
    folder: Path
    database: Database
    office: PostOffice

    def ask(self, company: str) -> None:
        with self.database.write() as connection:
            ACCESS_REQUESTS.add(connection, msgspec.convert(FORM | {"company": company}, AccessRequest), NOW)

    def rows(self, table: str = "access_requests", column: str = "company") -> list[str]:
        with self.database.read() as connection:
            return list(connection.execute(text(f"SELECT {column} FROM {table} ORDER BY id")).scalars())

    def everything(self) -> list[object]:
        with self.database.read() as connection:
            names = ("access_requests", "exchange_parties", "exchange_taken", "exchange_asked", "audit")
            return [list(connection.execute(text(f"SELECT * FROM {name}"))) for name in names]


def side(folder: Path) -> Side:
    folder.mkdir()
    database = Database(sqlite_url(folder))
    migrate(database)
    return Side(folder, database, PostOffice(database, own_key(folder), lambda: NOW))


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Side, Side, Path]]:
    """A site, a carrier that trust each other, and a stick."""
    site, carrier = side(tmp_path / "site"), side(tmp_path / "carrier")
    for one, other, name in ((site, carrier, "Carrier"), (carrier, site, "Site")):
        with one.database.write() as connection:
            add_party(connection, other.office.own_id, name, public_text(own_key(other.folder)))
    (tmp_path / "stick").mkdir()
    yield site, carrier, tmp_path / "stick"
    site.database.close()
    carrier.database.close()


def sent(one: Side, other: Side, stick: Path) -> Written:
    written = one.office.write(other.office.own_id, stick)
    assert written is not None
    return written


def back(taken: TakenIn) -> Path:
    assert taken.reply is not None
    return taken.reply.file


def test_requests_go_out_once_and_their_answers_come_back(sides: tuple[Side, Side, Path]):
    site, carrier, stick = sides
    site.ask("Quai 1")
    with site.database.write() as connection:
        request = PasswordHelpRequest("Ann", "Quai 1", "ann@quai1.example", "Please call.", Language.FRENCH)
        PASSWORD_HELP.add(connection, request, NOW)
    letter = sent(site, carrier, stick)
    assert (letter.requests, letter.answers) == (2, 0)
    assert stat.S_IMODE(letter.file.stat().st_mode) == 0o600
    taken = carrier.office.take_in(letter.file)
    assert (taken.requests, taken.answers) == (2, 0)
    assert carrier.rows() == ["Quai 1"]
    assert carrier.rows("password_help_requests", "message") == ["Please call."]
    confirmed = site.office.take_in(back(taken))
    assert (confirmed.requests, confirmed.answers, confirmed.reply) == (0, 2, None)
    assert site.office.write(carrier.office.own_id, stick) is None
    assert site.rows("exchange_asked", "reference") == [
        *carrier.rows(column="reference"),
        *carrier.rows("password_help_requests", "reference"),
    ]
    with carrier.database.write() as connection:
        assert ACCESS_REQUESTS.decide(connection, 1, RequestState.REFUSED, None, NOW, reason="unknown here")
    answer = sent(carrier, site, stick)
    assert (answer.requests, answer.answers) == (0, 2)  # the confirmation did not come back yet
    site.office.take_in(answer.file)
    assert site.rows(column="state") == ["refused"]
    assert "unknown here" in site.rows(column="decision_reason")[0]
    site.ask("Quai 2")
    carrier.office.take_in(sent(site, carrier, stick).file)
    assert carrier.rows() == ["Quai 1", "Quai 2"]


def test_a_lost_stick_costs_nothing_and_an_old_one_changes_nothing(sides: tuple[Side, Side, Path]):
    site, carrier, stick = sides
    site.ask("Quai 1")
    lost = sent(site, carrier, stick)
    site.ask("Quai 2")
    letter = sent(site, carrier, stick)
    assert letter.requests == 2
    carrier.office.take_in(letter.file)
    before = carrier.everything()
    for old in (lost.file, letter.file):
        with pytest.raises(BundleError, match="taken in before"):
            carrier.office.take_in(old)
    assert carrier.everything() == before
    assert carrier.rows() == ["Quai 1", "Quai 2"]
    again = sent(site, carrier, stick)
    assert carrier.office.take_in(again.file).requests == 0
    assert carrier.rows() == ["Quai 1", "Quai 2"]


def test_tampered_cut_and_foreign_letters_are_refused_and_change_nothing(sides: tuple[Side, Side, Path], tmp_path: Path):
    site, carrier, stick = sides
    site.ask("Quai 1")
    letter = sent(site, carrier, stick).file
    whole = letter.read_bytes()
    before = carrier.everything()
    bad = stick / "bad.bundle"
    for at in range(0, len(whole), 7):
        bad.write_bytes(whole[:at])
        with pytest.raises(BundleError, match=r"not a bundle|later version|only in part"):
            carrier.office.take_in(bad)
    for at in range(0, len(whole), 11):
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(BundleError):
            carrier.office.take_in(bad)
    bad.write_bytes(whole + b" ")
    with pytest.raises(BundleError, match="changed after"):
        carrier.office.take_in(bad)
    stranger = side(tmp_path / "stranger")
    with stranger.database.write() as connection:
        add_party(connection, carrier.office.own_id, "Carrier", public_text(own_key(carrier.folder)))
    stranger.ask("Intruder")
    with pytest.raises(BundleError, match="nobody here trusts"):
        carrier.office.take_in(sent(stranger, carrier, stick).file)
    with site.database.write() as connection:
        add_party(connection, stranger.office.own_id, "Stranger", public_text(own_key(stranger.folder)))
    with pytest.raises(BundleError, match="for somebody else"):
        carrier.office.take_in(sent(site, stranger, stick).file)
    forged = Bundle(VERSION, site.office.own_id, carrier.office.own_id, 9, 0, NOW)
    bad.write_bytes(seal(forged, own_key(stranger.folder)))
    with pytest.raises(BundleError, match="changed after"):
        carrier.office.take_in(bad)
    good = BundledRequest("g", "access_request", NOW, msgspec.Raw(msgspec.json.encode(FORM)))
    for nonsense in (b'{"company": 5}', b'{"company": "\x84"}', msgspec.json.encode(FORM | {"email": "nobody"})):
        wrong = BundledRequest("k", "access_request", NOW, msgspec.Raw(nonsense))
        mixed = Bundle(VERSION, site.office.own_id, carrier.office.own_id, 9, 0, NOW, (good, wrong))
        bad.write_bytes(seal(mixed, own_key(site.folder)))
        with pytest.raises(BundleError, match="does not know"):
            carrier.office.take_in(bad)
    assert carrier.everything() == before
    assert carrier.office.take_in(letter).requests == 1
    stranger.database.close()


def test_a_folder_that_cannot_be_written_to_loses_no_number(sides: tuple[Side, Side, Path]):
    site, carrier, stick = sides
    site.ask("Quai 1")
    before = site.everything()
    with pytest.raises(OSError, match="No such file"):
        site.office.write(carrier.office.own_id, stick / "missing")
    assert site.everything() == before


def test_the_commands_carry_a_request_from_one_site_to_the_other(tmp_path: Path):
    def backend(side: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [*COMMAND, "--data-dir", tmp_path / side, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    for one in ("site", "carrier"):
        (tmp_path / one).mkdir()
        assert backend(one, "exchange", "identity", one.title(), tmp_path / f"{one}.json").returncode == 0
    assert backend("site", "exchange", "trust", tmp_path / "carrier.json").returncode == 0
    trusted = backend("carrier", "exchange", "trust", tmp_path / "site.json")
    assert party_id(public_text(own_key(tmp_path / "site"))) in trusted.stdout
    assert "already" in backend("carrier", "exchange", "trust", tmp_path / "site.json").stderr
    assert "nothing waits" in backend("site", "export", "--to", "Carrier", tmp_path).stdout
    database = Database(sqlite_url(tmp_path / "site"))
    with database.write() as connection:
        ACCESS_REQUESTS.add(connection, msgspec.convert(FORM, AccessRequest), NOW)
    database.close()
    exported = backend("site", "export", "--to", "Carrier", tmp_path)
    letter = exported.stdout.partition(":")[0]
    taken = backend("carrier", "import", letter)
    assert "1 new requests" in taken.stdout, taken.stderr
    reply = taken.stdout.splitlines()[-1].split()[1]
    assert "1 new answers" in backend("site", "import", reply).stdout
    assert "arrived as AR-" in backend("site", "exchange", "list").stdout
    repeated = backend("carrier", "import", letter)
    assert repeated.returncode == 1
    assert "taken in before" in repeated.stderr
    assert "nobody here is called" in backend("site", "export", "--to", "Nobody", tmp_path).stderr


def signed(one: Side, content: bytes) -> bytes:
    """Return a bundle with any content, signed by a side as its own program would."""
    head = MAGIC + f"{VERSION}\n{len(content)}\n".encode()
    return head + base64.b64encode(own_key(one.folder).sign(head + content)) + b"\n" + content


def letter(one: Side, other: Side, number: int, taken: int = 0, **changes: object) -> bytes:
    content = {
        "version": VERSION,
        "sender": one.office.own_id,
        "recipient": other.office.own_id,
        "number": number,
        "taken": taken,
        "written_at": "2026-11-24T15:00:00Z",
    }
    return msgspec.json.encode(content | changes)


def test_nothing_in_a_bundle_is_read_before_its_signature(sides: tuple[Side, Side, Path]):
    site, carrier, stick = sides
    before = carrier.everything()
    nested = b"[" * 100_000 + b"]" * 100_000
    unsigned = {
        "nested": MAGIC + b"1\n200000\n" + base64.b64encode(bytes(64)) + b"\n" + nested,
        "length": MAGIC + b"1\n" + b"9" * 5_000 + b"\n\n{}",
        "no signature": MAGIC + b"1\n2\n!!\n{}",
        "of another": signed(side(stick.parent / "stranger"), letter(site, carrier, 1)),
    }
    trusted = {
        "nested": nested,
        "nested body": letter(
            site,
            carrier,
            1,
            requests=[{"key": "k" * 26, "kind": "access_request", "submitted_at": "2026-11-24T15:00:00Z", "body": 0}],
        ).replace(b'"body":0', b'"body":' + nested),
        "no JSON": b"\xff",
        "huge number": letter(site, carrier, 10**30),
        "last number": letter(site, carrier, 2**63 - 1),
        "far ahead": letter(site, carrier, 10_001),
        "confirms what was never written": letter(site, carrier, 1, taken=5),
        "negative": letter(site, carrier, -1),
        "other sender": letter(carrier, carrier, 1),
    }
    for sealed in [*unsigned.values(), *(signed(site, content) for content in trusted.values())]:
        (stick / "hostile.bundle").write_bytes(sealed)
        with pytest.raises(BundleError) as refused:
            carrier.office.take_in(stick / "hostile.bundle")
        assert "\n" not in str(refused.value)
        assert len(str(refused.value)) < 200
        assert carrier.everything() == before
    site.ask("Quai 1")
    assert carrier.office.take_in(sent(site, carrier, stick).file).requests == 1


def test_a_file_too_large_for_a_bundle_is_not_read(sides: tuple[Side, Side, Path]):
    _, carrier, stick = sides
    with (stick / "large.bundle").open("wb") as stream:
        stream.write(MAGIC)
        stream.truncate(200 * 1024**3)
    with pytest.raises(BundleError, match="too large"):
        carrier.office.take_in(stick / "large.bundle")


def test_an_identity_that_is_none_is_refused_in_one_sentence(tmp_path: Path):
    key = public_text(own_key(tmp_path))
    for content in (
        b"[" * 100_000,
        b"{}",
        msgspec.json.encode(Partner("\x1b[2J", key)),
        msgspec.json.encode(Partner("x" * 81, key)),
    ):
        (tmp_path / "identity.json").write_bytes(content)
        command = [*COMMAND, "--data-dir", str(tmp_path / "data"), "exchange", "trust", str(tmp_path / "identity.json")]
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert len(refused.stderr.splitlines()) == 1
        assert refused.stderr.startswith("onlinesvc-backend: ")


def test_a_side_that_is_forgotten_is_a_stranger(sides: tuple[Side, Side, Path]):
    site, carrier, stick = sides
    site.ask("Quai 1")
    carrier.office.take_in(sent(site, carrier, stick).file)
    site.ask("Quai 2")
    letter = sent(site, carrier, stick)
    for expected in (0, 1):
        command = [*COMMAND, "--data-dir", str(carrier.folder), "exchange", "forget", "Site"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == expected, done.stderr
    with pytest.raises(BundleError, match="nobody here trusts"):
        carrier.office.take_in(letter.file)
    assert carrier.rows() == ["Quai 1"]
