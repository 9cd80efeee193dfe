# SPDX-License-Identifier: MIT
"""Partners by their profiles: their numbers, places, zones and codes; a stranger's file gives nobody a shipment."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from onlinesvc_desktop.backend.intake.partners import PartnerError, load_profile, partners_from, profiles_in
from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.shipments import ShipmentRow, find_shipment
from onlinesvc_desktop.backend.store.tables.shipments import customer_shipments
from onlinesvc_desktop.contract.intake import IntakeRemark
from tests.support.x12 import interchange

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EVENT = ["AT7*AF*NS***20261120*1530", "MS1*SPRINGFIELD*ZZ"]
PROFILE = 'senders = ["ZZ:CARRIER"]\n'


class Site:
    """A database, a customer 410000, and a folder of profiles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "partners").mkdir()
        self.database = Database(f"sqlite:///{folder / 'site.sqlite3'}")
        migrate(self.database)
        with self.database.write() as connection:
            values = "(7, '410000', 'Acme', 'en', 0)"
            connection.execute(text(f"INSERT INTO customers (id, number, name, language, created_at) VALUES {values}"))
        self.intake = Intake(self.database, lambda: NOW, partners=folder / "partners")
        self._files = 0

    def profile(self, content: str) -> None:
        (self.folder / "partners" / "carrier.toml").write_text(PROFILE + content, "utf-8")

    def take(self, *segments: str, number: str = "800000037") -> IntakeReport:
        self._files += 1
        path = self.folder / f"in{self._files}"
        path.write_bytes(interchange([("214", [f"B10*{number}*BL-1*KWAY", *segments, *EVENT])], control=self._files))
        return self.intake.take(path, path.name, TableMapping())

    def owners(self) -> list[int]:
        with self.database.read() as connection:
            return list(connection.execute(select(customer_shipments.c.customer_id)).scalars())

    def shipment(self, number: str = "800000037") -> ShipmentRow:
        with self.database.read() as connection:
            row = find_shipment(connection, number)
        assert row is not None
        return row


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.database.close()


@pytest.mark.parametrize("qualifier", ["25", "91", "93", "ZZ"])
def test_a_stranger_gives_nobody_a_shipment_and_is_named_to_be_adopted(site: Site, qualifier: str):
    report = site.take(f"N1*SH*ACME*{qualifier}*410000", "N4*TORONTO*ON")
    assert report.file.changed == 1
    assert site.owners() == []
    assert [(one.code, one.detail) for one in report.file.remarks] == [(IntakeRemark.UNKNOWN_SENDER, "ZZ:CARRIER")]


def test_a_partner_whose_codes_are_customer_numbers_gives_customers_their_shipments(site: Site):
    site.profile("names_customers = true\n")
    report = site.take("N1*SH*ACME*93*410000", "N4*TORONTO*ON")
    assert (site.owners(), report.file.remarked) == ([7], 0)


@pytest.mark.parametrize("number", ["1234", "ABC-12345", "123456789012345678"])
def test_a_partners_own_numbers_are_taken_and_found(site: Site, number: str):
    assert site.take(number=number).file.quarantined == 1
    site.profile("[number]\nshortest = 4\nlongest = 18\n")
    assert site.take(number=number).file.changed == 1
    assert site.shipment(number).autopro_number == number


def test_a_number_is_stripped_and_read_where_the_profile_says(site: Site):
    site.profile('[number]\nstrip = "KWAY"\nstands_in = ["L11*2I", "B10-01"]\n')
    site.take("L11*KWAY800000054*2I", number="123456789")
    assert site.shipment("800000054").status.code == "AF"


def test_zone_country_signature_and_dialect_are_the_profiles(site: Site):
    site.profile('zone = "CT"\ncountry = "US"\nsignature = "L11*PD"\n[statuses]\nAF = "D1"\n')
    site.take("L11*M TREMBLAY*PD")
    row = site.shipment()
    assert (row.status.code, row.status.country, row.signed_by) == ("D1", "US", "M TREMBLAY")
    assert f"{row.status.occurred_at:%H:%M %z}" == "15:30 -0600"


@pytest.mark.parametrize(
    "content",
    [
        "senders = []",
        "x = 1",
        "[number]\nshortest = 3",
        "[number]\nshortest = 10\nlongest = 9",
        'zone = "EASTERN"',
        "=",
        '[number]\nstands_in = ["B10"]',
    ],
)
def test_a_profile_that_cannot_be_used_is_told_and_its_sender_stays_a_stranger(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str
):
    file = tmp_path / "bad.toml"
    file.write_text((PROFILE if "senders" not in content else "") + content, "utf-8")
    with pytest.raises(PartnerError, match=r"bad\.toml"):
        load_profile(file)
    with caplog.at_level(logging.WARNING):
        assert not partners_from(profiles_in(tmp_path)).of("ZZ:CARRIER").names_customers
    assert "bad.toml" in caplog.text
