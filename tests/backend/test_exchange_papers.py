# SPDX-License-Identifier: MIT
"""A site and a carrier that share nothing but a folder: bills and pickups go out, where they stand comes back."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.lent import lend
from onlinesvc_desktop.backend.exchange.letters import PostOffice, TakenIn
from onlinesvc_desktop.backend.exchange.papers import open_papers
from onlinesvc_desktop.backend.exchange.seal import own_key, public_text, seal
from onlinesvc_desktop.backend.exchange.store import add_party, let_ship, make_carrier, parties
from onlinesvc_desktop.backend.travelling import Desk
from onlinesvc_desktop.contract.bundle import VERSION, Bundle, BundledAnswer, BundledNumbers, BundledRequest
from tests.bill_of_lading.bills import bill
from tests.pickup.samples import HALIFAX, ITEM, at, body, next_monday
from tests.support.backend import COMMAND, Code, Sample, Server, make_sample_in, serving

BILLS, PICKUPS = "/v1/bills-of-lading", "/v1/pickups"
MONDAY = next_monday(datetime.now(UTC).date())


class Side:
    """One backend with its clerk, its numbers and its letters."""

    def __init__(self, server: Server, sample: Sample, folder: Path, code: Code) -> None:
        self.server, self.folder, self.code = server, folder, code
        self.server.clock.offset = at(HALIFAX, MONDAY, "09:00") - datetime.now(UTC)
        self.database = server.context.database
        self.token, self.admin = server.token(code), server.token(sample.administrator)
        self.office = PostOffice(
            self.database, own_key(folder), server.clock, Desk(server.context.numbers, "Rivière-Nord Transport")
        )

    def rows(self, statement: str) -> list[Any]:
        with self.database.read() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def everything(self) -> list[Any]:
        tables = ("exchange_asked", "exchange_taken", "exchange_numbers", "exchange_parties", "bills_of_lading")
        return [
            self.rows(f"SELECT * FROM {name} ORDER BY 1") for name in (*tables, "pickups", "pickup_steps", "number_ranges")
        ]

    def post(self, path: str, **values: Any) -> dict[str, Any]:
        answer = self.server.ask("POST", path, self.token, json=values)
        assert answer.status_code in (200, 201), answer.text
        return dict(answer.json())

    def issue(self, **more: Any) -> dict[str, Any]:
        return self.post(BILLS, **bill(ship_date=MONDAY.isoformat(), **more))

    def bill(self, number: str) -> dict[str, Any]:
        return dict(self.server.ask("GET", f"{BILLS}/{number}", self.token).json()["item"])

    def pickup(self, **more: Any) -> str:
        return str(self.post(PICKUPS, **body(**({"pickup_date": MONDAY.isoformat()} | more)))["confirmation_number"])

    def pickups(self) -> list[dict[str, Any]]:
        return list(reversed(self.server.ask("GET", PICKUPS, self.token).json()["items"]))


class Road:
    """Two sides and a stick."""

    def __init__(self, site: Side, carrier: Side, stick: Path) -> None:
        self.site, self.carrier, self.stick = site, carrier, stick

    def out(self, *, lost: bool = False) -> TakenIn | None:
        return self._carry(self.site, self.carrier, lost)

    def back(self) -> TakenIn | None:
        return self._carry(self.carrier, self.site, lost=False)

    def _carry(self, one: Side, other: Side, lost: bool) -> TakenIn | None:
        written = one.office.write(other.office.own_id, self.stick)
        return None if written is None or lost else other.office.take_in(written.file)

    def lend(self, count: int) -> BundledNumbers:
        with self.carrier.database.write() as connection:
            (party,) = parties(connection)
            return lend(connection, self.carrier.server.context.numbers, party, count, self.carrier.server.clock())

    def letter(self, number: int, *requests: BundledRequest, **more: Any) -> Path:
        """Return a letter of the site with any content, rightly signed."""
        taken = more.pop("taken", 0)
        ids = (self.site.office.own_id, self.carrier.office.own_id)
        bundle = Bundle(VERSION, *ids, number, taken, datetime.now(UTC), requests, **more)
        (self.stick / "made.bundle").write_bytes(seal(bundle, own_key(self.site.folder)))
        return self.stick / "made.bundle"


ON_BOTH = pytest.mark.parametrize("road", ["SQLite", "PostgreSQL"], indirect=True)


@pytest.fixture
def road(request: pytest.FixtureRequest, sample: Sample, tmp_path: Path) -> Iterator[Road]:
    """Two sides, on SQLite unless the test asks for PostgreSQL."""
    with ExitStack() as stack:
        sides = []
        for name in ("site", "carrier"):
            if getattr(request, "param", "SQLite") == "SQLite":
                shutil.copytree(sample.data_dir, tmp_path / name)
                url, own = "", sample
            else:
                url = request.getfixturevalue("cluster").new_database()
                (tmp_path / f"{name}.toml").write_text(f'database_url = "{url}"\n')
                own = make_sample_in(tmp_path / name, ["--config", str(tmp_path / f"{name}.toml")], shipments=40, seed=7)
            server = stack.enter_context(serving(tmp_path / name, database_url=url))
            sides.append(Side(server, own, tmp_path / name, own.customer))
        site, carrier = sides
        for side in sides:  # the sample's own pickups are in nobody's way
            with side.database.write() as connection:
                for table in ("recurring_pickup_days", "pickup_steps", "pickups"):
                    connection.execute(text(f"DELETE FROM {table}"))
        with site.database.write() as connection:
            for table in ("free_numbers", "number_blocks", "number_ranges"):
                connection.execute(text(f"DELETE FROM {table}"))
            add_party(connection, carrier.office.own_id, "Carrier", public_text(own_key(carrier.folder)))
            make_carrier(connection, carrier.office.own_id, site.server.clock())
        with carrier.database.write() as connection:
            add_party(connection, site.office.own_id, "Quai Nord", public_text(own_key(site.folder)))
            let_ship(connection, site.office.own_id, carrier.code.access_code)
        (tmp_path / "stick").mkdir()
        made = Road(site, carrier, tmp_path / "stick")
        made.lend(50)
        assert made.back() is not None
        yield made


@ON_BOTH
def test_numbers_are_lent_and_a_bill_travels_once_with_its_pickup_and_answers_come_back(road: Road):
    site, carrier = road.site, road.carrier
    made = site.issue()
    number = site.pickup(items=[ITEM | {"bol_number": made["bol_number"]}])
    taken = road.out()
    assert taken is not None
    assert taken.requests == 2
    assert carrier.bill(made["bol_number"])["autopro_number"] == made["autopro_number"]
    there = carrier.pickups()
    assert len(there) == 1
    assert there[0]["confirmation_number"] != ""
    assert carrier.rows("SELECT awaits_bills FROM pickups") == [(0,)]
    found = carrier.server.ask(
        "POST", "/v1/traces", json={"reference_type": "autopro", "references": [made["autopro_number"]]}
    ).json()["items"][0]["matches"]
    assert [one["status"]["code"] for one in found] == ["XB"]
    assert taken.reply is not None
    again = site.office.take_in(taken.reply.file)
    assert (again.answers, again.refused, again.reply) == (2, 0, None)
    assert road.out() is None
    assert site.rows("SELECT kind, state, answered FROM exchange_asked ORDER BY id") == [
        ("bill_of_lading", "issued", 1),
        ("pickup", "requested", 1),
    ]
    move = {"state": "confirmed", "version": 1, "pickup_date": MONDAY.isoformat()}
    there_number = there[0]["confirmation_number"]
    moved = carrier.server.ask("POST", f"/v1/admin/pickups/{there_number}/moves", carrier.admin, json=move)
    assert moved.status_code == 200, moved.text
    assert road.back() is not None
    assert [(one["confirmation_number"], one["state"]) for one in site.pickups()] == [(number, "confirmed")]


@ON_BOTH
def test_a_lost_letter_and_one_read_twice_make_nothing_twice(road: Road):
    site, carrier = road.site, road.carrier
    bills = [site.issue() for _ in range(3)]
    site.pickup()
    road.out(lost=True)
    taken = road.out()
    assert taken is not None
    before = carrier.everything()
    (letter,) = sorted(road.stick.glob(f"*{site.office.own_id}-to-*"))[-1:]
    with pytest.raises(BundleError, match="taken in before"):
        carrier.office.take_in(letter)
    assert carrier.everything() == before
    assert road.out() is not None  # the answers did not come back yet, so the site says it all again
    assert len(carrier.pickups()) == 1
    numbers = {made["autopro_number"] for made in bills}
    shipped = [number for (number,) in carrier.rows("SELECT autopro_number FROM shipments") if number in numbers]
    assert sorted(shipped) == sorted(numbers)
    assert carrier.rows("SELECT count(*) FROM bills_of_lading") == [(3,)]


@ON_BOTH
def test_cancellations_and_changes_travel_after_what_they_are_about(road: Road):
    site, carrier = road.site, road.carrier
    kept, cancelled, never_sent = site.issue(), site.issue(), site.issue()
    first, second = site.pickup(), site.pickup(ready_time="11:00")
    site.post(f"{BILLS}/{never_sent['bol_number']}/cancellation")
    road.out()
    site.post(f"{BILLS}/{cancelled['bol_number']}/cancellation")
    site.post(f"{PICKUPS}/{first}/cancellation", version=1)
    change = body(pickup_date=MONDAY.isoformat(), ready_time="12:00") | {"version": 1}
    assert site.server.ask("PUT", f"{PICKUPS}/{second}", site.token, json=change).status_code == 200
    road.back()  # answers about what was before the cancellation hide none of it
    assert site.pickups()[0]["state"] == "cancelled"
    taken = road.out()
    assert taken is not None
    assert taken.requests == 3
    road.back()
    assert carrier.bill(cancelled["bol_number"])["state"] == "cancelled"
    assert carrier.bill(kept["bol_number"])["state"] == "issued"
    assert carrier.rows(f"SELECT * FROM shipments WHERE autopro_number = '{never_sent['autopro_number']}'") == []
    assert [(one["state"], one["ready_time"]) for one in carrier.pickups()] == [
        ("cancelled", "10:00"),
        ("requested", "12:00"),
    ]
    assert [one["state"] for one in site.pickups()] == ["cancelled", "requested"]
    assert road.out() is None


def test_what_cannot_be_taken_is_refused_with_its_reason_and_the_rest_is_taken(road: Road):
    site, carrier = road.site, road.carrier
    good, taken_there, named_there = site.issue(), site.issue(), site.issue(bol_number="QUAI-1")
    carrier.issue(bol_number="QUAI-1")
    number = taken_there["autopro_number"]
    with carrier.database.write() as connection:
        connection.execute(text(f"UPDATE shipments SET autopro_number = '{number}' WHERE id = 1"))
    late = site.pickup()
    carrier.server.clock.offset = at(HALIFAX, MONDAY, "20:00") - datetime.now(UTC)
    assert road.out() is not None
    back = road.back()
    assert back is None or back.refused == 3
    with site.database.read() as connection:
        said = open_papers(connection, carrier.office.own_id)
    assert said == [
        ("bill_of_lading", number, "refused, autopro_number_taken"),
        ("bill_of_lading", named_there["autopro_number"], "refused, bol_number_taken"),
        ("pickup", late, "refused, after_cutoff"),
    ]
    carrier.server.clock.offset = site.server.clock.offset
    assert carrier.bill(good["bol_number"])["state"] == "issued"
    assert site.pickups()[0]["state"] == "cancelled"
    assert road.out() is None


def test_a_pickup_that_a_driver_has_stays_with_him(road: Road):
    site, carrier = road.site, road.carrier
    number = site.pickup()
    road.out()
    (there,) = carrier.pickups()
    move = {"state": "assigned", "version": 1, "driver": "Lise"}
    path = f"/v1/admin/pickups/{there['confirmation_number']}/moves"
    assert carrier.server.ask("POST", path, carrier.admin, json=move).status_code == 200
    site.post(f"{PICKUPS}/{number}/cancellation", version=1)
    road.out()
    road.back()
    assert carrier.pickups()[0]["state"] == "assigned"
    assert site.pickups()[0]["state"] == "assigned"
    with site.database.read() as connection:
        assert open_papers(connection, carrier.office.own_id) == [("pickup", number, "assigned, wrong_state")]


def test_nothing_goes_to_a_side_that_is_no_carrier_and_a_stranger_to_shipping_is_refused(road: Road):
    site, carrier = road.site, road.carrier
    carrier.issue()
    carrier.pickup()
    said = road.back()
    assert said is not None
    assert (said.requests, said.answers) == (0, 0)
    made = site.issue()
    with carrier.database.write() as connection:
        let_ship(connection, site.office.own_id, "")
    before = carrier.rows("SELECT count(*) FROM bills_of_lading"), carrier.rows("SELECT * FROM exchange_taken")
    with pytest.raises(BundleError, match="may not ship here"):
        road.out()
    with carrier.database.write() as connection:
        let_ship(connection, site.office.own_id, site.code.access_code)
        connection.execute(text("UPDATE access_codes SET withheld_rights = 'ship'"))
    with pytest.raises(BundleError, match="may not ship now"):
        road.out()
    with carrier.database.write() as connection:
        connection.execute(text("UPDATE access_codes SET withheld_rights = ''"))
    after = carrier.rows("SELECT count(*) FROM bills_of_lading"), carrier.rows("SELECT * FROM exchange_taken")
    assert after == before
    assert road.out() is not None
    assert carrier.bill(made["bol_number"])["state"] == "issued"


def _bill_body(**more: Any) -> dict[str, Any]:
    numbers = {"bol_number": "QUAI-9", "autopro_number": "700000001"}
    return {"bill": bill(**({"ship_date": MONDAY.isoformat()} | numbers | more)), "token": "a-b-1-2-3-c"}


def test_hostile_papers_are_refused_whole_and_change_nothing(road: Road):
    site, carrier = road.site, road.carrier
    site.issue()
    road.out()
    before = carrier.everything()
    now = datetime.now(UTC)
    far = body(pickup_date="9999-12-31")
    bodies: list[tuple[str, Any]] = [
        ("bill_of_lading", {}),
        ("bill_of_lading", []),
        ("bill_of_lading", _bill_body(bol_number="../x")),
        ("bill_of_lading", _bill_body(autopro_number="7" * 400)),
        ("bill_of_lading", _bill_body(handling_units=[])),
        ("bill_of_lading", _bill_body(ship_date="31 juin")),
        ("bill_of_lading", _bill_body(declared_value="9" * 400)),
        ("bill_of_lading", _bill_body() | {"token": "x\x00y"}),
        ("bill_of_lading", {"bill": bill(ship_date=MONDAY.isoformat()), "token": "a-b-1-2-3-c"}),
        ("pickup", {"pickup": 5}),
        ("pickup", {"pickup": body(ready_time="25:00", pickup_date=MONDAY.isoformat())}),
        ("bill", {}),
    ]
    for kind, content in bodies:
        one = BundledRequest("k", kind, now, msgspec.Raw(msgspec.json.encode(content)))
        with pytest.raises(BundleError) as refused:
            carrier.office.take_in(road.letter(50, one))
        assert "\n" not in str(refused.value)
        assert carrier.everything() == before
    lent = BundledNumbers("700000001", "700000009", "none", "a-b")  # type: ignore[arg-type]
    with pytest.raises(BundleError, match="not the carrier"):
        carrier.office.take_in(road.letter(50, numbers=(lent,)))
    stranger = BundledAnswer("nobodyasked", "AR-1", "approved")
    assert carrier.office.take_in(road.letter(50, answers=(stranger,))).answers == 0
    for number, content in ((51, far), (52, body(pickup_date=date.min.isoformat()))):
        raw = msgspec.Raw(msgspec.json.encode({"pickup": content}))
        carrier.office.take_in(road.letter(number, BundledRequest(f"k{number}", "pickup", now, raw)))
    not_lent = BundledRequest("k53", "bill_of_lading", now, msgspec.Raw(msgspec.json.encode(_bill_body())))
    carrier.office.take_in(road.letter(53, not_lent))
    assert carrier.rows("SELECT refused FROM exchange_taken WHERE row_id = 0 ORDER BY id") == [
        ("malformed",),
        ("after_cutoff",),
        ("autopro_number_not_lent",),
    ]
    assert carrier.pickups() == []


@ON_BOTH
def test_a_carrier_that_was_put_back_from_a_copy_gives_no_number_twice_and_takes_the_bill(road: Road):
    site, carrier = road.site, road.carrier
    lent = road.lend(10)
    road.back()
    with carrier.database.write() as connection:  # what a copy from before the loan knows
        for table in ("number_blocks", "exchange_numbers"):
            connection.execute(text(f"DELETE FROM {table}"))
    numbers = {site.issue()["autopro_number"] for _ in range(55)}
    assert lent.first in numbers
    assert road.out() is not None
    assert carrier.rows("SELECT count(*) FROM exchange_taken WHERE refused = ''") == [(55,)]
    issued_there = {carrier.issue()["autopro_number"] for _ in range(5)}
    assert not issued_there & numbers


def test_the_commands_name_the_carrier_lend_numbers_and_say_what_waits(sample: Sample, tmp_path: Path):
    def backend(side: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [*COMMAND, "--data-dir", tmp_path / side, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    (tmp_path / "site").mkdir()
    shutil.copytree(sample.data_dir, tmp_path / "carrier")
    for one in ("site", "carrier"):
        backend(one, "exchange", "identity", one.title(), tmp_path / f"{one}.json")
    assert backend("site", "exchange", "trust", tmp_path / "carrier.json", "--carrier").returncode == 0
    assert "our carrier" in backend("site", "exchange", "list").stdout
    unknown = backend("carrier", "exchange", "trust", tmp_path / "site.json", "--ships-as", "NOBODY9")
    assert unknown.returncode == 1
    assert len(unknown.stderr.splitlines()) == 1
    assert backend("carrier", "exchange", "trust", tmp_path / "site.json").returncode == 0
    assert "may not ship" in backend("carrier", "exchange", "lend", "Site", "20").stderr
    code = sample.customer.access_code
    assert backend("carrier", "exchange", "trust", tmp_path / "site.json", "--ships-as", code).returncode == 0
    assert f"ships here as {code}" in backend("carrier", "exchange", "list").stdout
    assert "from 1 to" in backend("carrier", "exchange", "lend", "Site", "0").stderr
    lent = backend("carrier", "exchange", "lend", "Site", "20")
    assert "are lent to Site" in lent.stdout, lent.stderr
    exported = backend("carrier", "export", "--to", "Site", tmp_path)
    assert "1 blocks of numbers" in exported.stdout
    assert "1 new blocks of numbers" in backend("site", "import", exported.stdout.partition(":")[0]).stdout
