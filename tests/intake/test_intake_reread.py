# SPDX-License-Identifier: MIT
"""Files that an earlier version read wrongly are read again: what was wrong is set right, and said; nothing is doubled."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.intake import reread
from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.shipments import find_events, find_shipment
from onlinesvc_desktop.backend.store.tables.shipments import events, places, shipments
from tests.support.x12 import interchange

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NUMBER = "800000037"
PARTIES = ["N1*SH*ROULEMENTS NORD", "N4*MONTREAL*QC", "N1*CN*PRAIRIE TOOLS", "N4*CHICAGO*IL"]
FILE = interchange([("214", [f"B10*{NUMBER}*BL-1*KWAY", *PARTIES, "LX*1", "AT7*D1*NS***20261122*0930*LT", "AT8*G*L*500*3"])])
_CENTRAL, _EASTERN = -360, -300


@pytest.fixture
def config(tmp_path: Path) -> BackendConfig:
    """Return a site as an earlier version left it: delivered at the shipper's, in its zone, Chicago in Canada, no weight."""
    archive = tmp_path / "drop" / "archive" / "2026-11-24"
    archive.mkdir(parents=True)
    (archive / "in.x12").write_bytes(FILE)
    (archive / "damaged.x12").write_bytes(b"ISA*no")
    made = BackendConfig(
        database_url=f"sqlite:///{tmp_path / 'site.sqlite3'}",
        drop_folder=str(tmp_path / "drop"),
        backup_folder=str(tmp_path / "backup"),
    )
    database = Database(made.database_url)
    migrate(database)
    Intake(database, lambda: NOW).take(archive / "in.x12", "in.x12", TableMapping())
    with database.write() as connection:
        row = find_shipment(connection, NUMBER)
        assert row is not None
        origin = connection.execute(shipments.select()).one().origin_id
        later = 60 * (_CENTRAL - _EASTERN)
        wrong = {"place_id": origin, "occurred_offset": _EASTERN, "occurred_at": events.c.occurred_at + later}
        connection.execute(update(events).values(**wrong))
        connection.execute(update(places).where(places.c.city == "CHICAGO").values(country="CA"))
        connection.execute(update(shipments).values(weight_g=0))
    database.close()
    return made


def test_what_was_read_wrongly_is_set_right_and_said(config: BackendConfig, capsys: pytest.CaptureFixture[str]):
    assert reread.run(config, []) == 1
    said = capsys.readouterr().out
    assert "destination: CHICAGO IL CA -> CHICAGO IL US" in said
    assert "D1 NS 2026-11-22 09:30 -0500 MONTREAL QC CA -> D1 NS 2026-11-22 09:30 -0600 CHICAGO IL US" in said
    assert "weight: - -> 226.8 kg" in said
    assert "damaged.x12: cannot be read" in said
    database = Database(config.database_url)
    with database.read() as connection:
        row = find_shipment(connection, NUMBER)
        assert row is not None
        assert [one.city for one in find_events(connection, row.id)] == ["CHICAGO"]
    database.close()


def test_a_second_time_changes_nothing(config: BackendConfig, capsys: pytest.CaptureFixture[str]):
    reread.run(config, [])
    capsys.readouterr()
    reread.run(config, [Path(config.drop_folder) / "archive" / "2026-11-24" / "in.x12"])
    assert capsys.readouterr().out == ""


def _invoice(number: str, line: str, cents: int) -> list[str]:
    heading = [f"B3**{number}***PP****20261124"] if number else ["B3**INV-1"]
    return [*heading, "LX*1", f"N9*CN*{line}", f"L1*1*1*FR*{cents}****400"]


def _charged(config: BackendConfig, cents: dict[str, int]) -> None:
    """Put charges where an earlier version put them."""
    database = Database(config.database_url)
    with database.write() as connection:
        for number, amount in cents.items():
            charges = dict.fromkeys(("fuel_cents", "accessorial_cents", "tax_cents"), 0)
            values = {"currency": "CAD", "freight_cents": amount, **charges}
            connection.execute(update(shipments).where(shipments.c.autopro_number == number).values(**values))
    database.close()


@pytest.mark.parametrize("own", ["800000046", ""])
def test_charges_booked_on_the_shipment_of_a_line_are_taken_back_from_there(
    config: BackendConfig, own: str, capsys: pytest.CaptureFixture[str]
):
    reread.run(config, [])
    archive = Path(config.drop_folder) / "archive" / "2026-11-24"
    (archive / "bill.x12").write_bytes(interchange([("210", _invoice(own, NUMBER, 30000))], control=7))
    _charged(config, {NUMBER: 30000})
    capsys.readouterr()
    reread.run(config, [archive / "bill.x12"])
    assert f"{NUMBER}: charges: CAD 300.00" in capsys.readouterr().out
    database = Database(config.database_url)
    with database.read() as connection:
        row = find_shipment(connection, NUMBER)
        assert row is not None
        assert row.charges is None
    database.close()


def test_charges_that_belong_where_they_are_stay(config: BackendConfig, capsys: pytest.CaptureFixture[str]):
    reread.run(config, [])
    archive = Path(config.drop_folder) / "archive" / "2026-11-24"
    right = [f"B3**{NUMBER}***PP****20261124", "L1*1*1*FR*30000****400"]
    (archive / "bill.x12").write_bytes(interchange([("210", right), ("210", _invoice("", NUMBER, 30000))], control=7))
    (archive / "other.x12").write_bytes(interchange([("210", _invoice("", NUMBER, 30000))], control=8))
    _charged(config, {NUMBER: 30000})
    capsys.readouterr()
    reread.run(config, [archive / "bill.x12", archive / "other.x12"])
    assert "charges" not in capsys.readouterr().out
