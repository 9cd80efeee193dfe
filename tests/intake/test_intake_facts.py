# SPDX-License-Identifier: MIT
"""What partners' files say is what is told: places, numbers, weights, money, names; what they do not say is not told."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.intake_files import find_item
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.shipments import delivered_at, find_events, find_shipment, public_facts
from onlinesvc_desktop.backend.store.tables.invoices import invoices
from onlinesvc_desktop.backend.xml.response import XmlTrace, results
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import Event, Shipment
from tests.support.x12 import Body, interchange

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NUMBER = "800000037"
MONTREAL = ["N1*SH*ROULEMENTS NORD", "N4*MONTREAL*QC*H2Y1C6"]
CALGARY = ["N1*CN*PRAIRIE TOOLS", "N4*CALGARY*AB*T2P1J9"]
PARTIES = MONTREAL + CALGARY
Take = Callable[..., IntakeReport]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path / 'site.sqlite3'}")
    migrate(made)
    yield made
    made.close()


@pytest.fixture
def take(tmp_path: Path, database: Database) -> Take:
    intake = Intake(database, lambda: NOW)

    def one(*sets: tuple[str, Body], control: int = 1) -> IntakeReport:
        path = tmp_path / f"in{control}"
        path.write_bytes(interchange(sets, control=control))
        return intake.take(path, path.name, TableMapping())

    return one


def shipment(database: Database, number: str = NUMBER) -> Shipment:
    with database.read() as connection:
        row = find_shipment(connection, number)
        assert row is not None
        charges = {} if row.charges is None else {"charges": row.charges}
        signed = {} if row.signed_by is None else {"signed_by": row.signed_by}
        return msgspec.structs.replace(public_facts(row), events=find_events(connection, row.id), **charges, **signed)


def events(database: Database, number: str = NUMBER) -> tuple[Event, ...]:
    found = shipment(database, number).events
    assert isinstance(found, tuple)
    return found


def told(database: Database) -> list[tuple[str, str, str, str, str]]:
    return [(one.code, one.city, one.province, one.country, f"{one.occurred_at:%d %H:%M %z}") for one in events(database)]


def status(*segments: str, number: str = NUMBER, parties: Sequence[str] = PARTIES) -> tuple[str, Body]:
    return "214", [f"B10*{number}*BL-1*KWAY", *parties, "LX*1", *segments]


def bill(*segments: str, heading: str = "BOL*KWAY*PP*BL-1*20261119*1400") -> tuple[str, Body]:
    return "211", [heading, *segments, *PARTIES, "LX*1", "AT2*4*SKD*G*K*800"]


def invoice(*lines: str, heading: str = f"B3**{NUMBER}*BL-1*PP**20261122*65940") -> tuple[str, Body]:
    return "210", [heading, *lines]


PICKED_UP = ["AT7*AF*NS***20261120*1530*LT", "MS1*MONTREAL*QC*CA"]


def test_a_country_left_out_is_that_of_the_province(take: Take, database: Database):
    take(status("AT7*X4*NS***20261121*0800*LT", "MS1*BRATTLEBORO*VT", "AT7*P1*NS***20261121*0900*LT", "MS1*CHICAGO*IL"))
    assert [(one.province, one.country) for one in events(database)] == [("VT", "US"), ("IL", "US")]
    assert shipment(database).origin.country == "CA"


@pytest.mark.parametrize(
    ("code", "place", "at"), [("D1", "CALGARY", "22 09:30 -0700"), ("AF", "MONTREAL", "22 09:30 -0500")]
)
def test_a_status_without_a_place_is_at_the_party_its_code_speaks_of(
    take: Take, database: Database, code: str, place: str, at: str
):
    take(status(f"AT7*{code}*NS***20261122*0930*LT"))
    assert [(one[1], one[4]) for one in told(database)] == [(place, at)]


def test_a_status_under_way_without_a_place_has_none(take: Take, database: Database):
    take(status("AT7*P1*NS***20261122*0930*LT"))
    assert [one[:4] for one in told(database)] == [("P1", "", "", "")]


def test_one_place_covers_every_status_before_it(take: Take, database: Database):
    take(status("AT7*X4*NS***20261121*0800*LT", "AT7*P1*NS***20261121*1000*LT", "MS1*WINNIPEG*MB*CA"))
    assert [one[1] for one in told(database)] == ["WINNIPEG", "WINNIPEG"]


def test_a_place_before_a_status_does_not_follow_it_into_the_next_line(take: Take, database: Database):
    take(status(*PICKED_UP, "LX*2", "AT7*P1*NS***20261122*0930*LT"))
    assert [one[1] for one in told(database)] == ["MONTREAL", ""]


def test_coordinates_are_told_as_coordinates(take: Take, database: Database):
    take(status("AT7*X6*NS***20261121*0800*CT", "MS1****0914709*431800*W*N"))
    assert told(database) == [("X6", "43.3000, -91.7858", "", "", "21 08:00 -0600")]


def test_a_weight_of_zero_wipes_nothing_out_and_is_never_told(take: Take, database: Database):
    take(status(*PICKED_UP, "AT8*G*K*0*0"))
    unknown = msgspec.to_builtins(shipment(database))
    assert "weight_kg" not in unknown
    assert "pieces" not in unknown
    assert b"<weightkg></weightkg>" in results([XmlTrace(NUMBER, shipment(database))], Language.ENGLISH)
    assert b"<pieces></pieces>" in results([XmlTrace(NUMBER, shipment(database))], Language.ENGLISH)
    take(status(*PICKED_UP, "AT8*G*L*500*3"), control=2)
    take(status(*PICKED_UP, "AT8*G*K*0"), control=3)
    assert (shipment(database).weight_kg, shipment(database).pieces) == ("226.8", 3)


def test_a_discount_makes_a_sum_that_is_the_total(take: Take, database: Database):
    take(status(*PICKED_UP))
    lines = ["L1*1*1*FR*300000****400", "L1*2*1*FR*66231****ENS", "L1*3*1*FR*-300291****DSC", "L1*4*1*FR*-1000****SAC"]
    take(invoice(*lines, heading=f"B3**{NUMBER}*BL-1*PP**20261122*64940"), control=2)
    charges = shipment(database).charges
    assert msgspec.to_builtins(charges) == {
        "currency": "CAD",
        "freight": "-2.91",
        "fuel": "662.31",
        "accessorials": "-10.00",
        "taxes": "0.00",
        "total": "649.40",
    }


def test_linehaul_by_another_code_is_freight(take: Take, database: Database):
    take(status(*PICKED_UP))
    take(invoice("L1*1*1*FR*50000****490", "L1*2*1*FR*15940****ENS"), control=2)
    charges = msgspec.to_builtins(shipment(database).charges)
    assert (charges["freight"], charges["fuel"], charges["accessorials"]) == ("500.00", "159.40", "0.00")


def test_lines_that_do_not_add_up_to_the_total_are_remarked(take: Take, database: Database):
    take(status(*PICKED_UP))
    report = take(invoice("L1*1*1*FR*50000****400"), control=2)
    assert report.file.changed == 1
    assert [remark.detail for remark in report.file.remarks] == ["L1 50000, B3-07 65940"]


def test_a_number_of_an_invoice_line_is_not_that_of_the_invoice(take: Take, database: Database):
    take(status(*PICKED_UP))
    take(status(*PICKED_UP, number="800000054"), control=2)
    lines = ["LX*1", "N9*CN*800000054", "L1*1*1*FR*65940****400"]
    take(invoice(*lines), control=3)
    assert isinstance(shipment(database).charges, msgspec.Struct)
    assert not isinstance(shipment(database, "800000054").charges, msgspec.Struct)


def test_a_bill_of_lading_may_have_its_number_in_its_heading(take: Take, database: Database):
    assert take(bill(heading=f"BOL*KWAY*PP*BL-1*20261119*1400*{NUMBER}")).file.changed == 1
    assert [one[0] for one in told(database)] == ["XB"]


def test_a_cancelled_bill_of_lading_expects_nothing(take: Take, database: Database):
    unknown = take(bill("B2A*01", f"L11*{NUMBER}*CN"))
    assert (unknown.file.changed, unknown.file.quarantined) == (0, 1)
    take(bill("B2A*00", f"L11*{NUMBER}*CN"), control=2)
    take(bill("B2A*01", f"L11*{NUMBER}*CN"), control=3)
    assert shipment(database).status.code == "CA"


def test_a_changed_bill_of_lading_moves_the_delivery(take: Take, database: Database):
    take(bill("B2A*00", f"L11*{NUMBER}*CN"))
    kind, body = bill("B2A*04", f"L11*{NUMBER}*CN")
    take((kind, [one.replace("N4*CALGARY*AB*T2P1J9", "N4*REGINA*SK*S4P0A1") for one in body]), control=2)
    assert [one[0] for one in told(database)] == ["XB"]
    assert shipment(database).destination.city == "REGINA"


def test_an_appointment_alone_is_neither_a_status_nor_a_fault(take: Take, database: Database):
    report = take(status("AT7***AA*NA*20261123*0900*LT", "MS1*CALGARY*AB*CA"))
    assert (report.file.changed, report.file.quarantined) == (0, 0)
    assert "AK9*A*1*1*1" in report.answer


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("AT8*G*L*1,500*3", 'AT8-03 "1,500 L"'),
        ("AT8*G*E*1500*3", 'AT8-03 "1500 E"'),
        ("AT8*G*L*1500*three", 'AT8-04 "three"'),
        ("AT7*P1*NS***20261341*0900*LT", 'AT7-05 "20261341"'),
        ("AT7*P1*NS***20261121*2561*LT", 'AT7-06 "2561"'),
    ],
)
def test_one_malformed_value_is_left_out_and_named_and_costs_nothing_else(
    take: Take, database: Database, bad: str, said: str
):
    report = take(status(*PICKED_UP, bad))
    assert (report.file.changed, report.file.quarantined) == (1, 0)
    assert ("AF", "MONTREAL") in [one[:2] for one in told(database)]
    assert [remark.detail for remark in report.file.remarks] == [said]


@pytest.mark.parametrize(("time", "at"), [("2400", "21 00:00 -0500"), ("09", "20 09:00 -0500"), ("", "20 12:00 -0500")])
def test_midnight_at_the_end_of_a_day_and_an_hour_alone_are_times(take: Take, database: Database, time: str, at: str):
    take(status(f"AT7*AF*NS***20261120*{time}*LT", "MS1*MONTREAL*QC*CA"))
    assert [one[4] for one in told(database)] == [at]


def test_other_countries_are_places_too(take: Take, database: Database):
    take(status("AT7*X4*NS***20261121*0800*CT", "MS1*MONTERREY*NLE*MX", "AT7*P1*NS***20261122*0900*UT", "MS1*BANGKOK**TH"))
    assert [one[1:4] for one in told(database)] == [("MONTERREY", "NLE", "MX"), ("BANGKOK", "", "TH")]


def test_a_number_that_is_none_is_sought_where_else_it_stands(take: Take, database: Database):
    take(status(f"L11*{NUMBER}*CN", *PICKED_UP, number="KWAY77"))
    assert [one[0] for one in told(database)] == ["AF"]


@pytest.mark.parametrize("remark", ["K1*SIGNED BY: M. TREMBLAY", "K1*POD*SIGNED BY M. TREMBLAY", "K1*REÇU PAR M. TREMBLAY"])
def test_a_remark_that_says_who_signed_is_the_signature(take: Take, database: Database, remark: str):
    take(status(remark, "AT7*D1*NS***20261122*0930*LT"))
    assert shipment(database).signed_by == "M. TREMBLAY"


def test_any_other_remark_is_no_signature(take: Take, database: Database):
    take(status("K1*SIGNED BILL NEEDED", "AT7*D1*NS***20261122*0930*LT"))
    assert not isinstance(shipment(database).signed_by, str)


def test_the_delivery_is_the_delivery_whatever_follows_it(take: Take, database: Database):
    take(status("AT7*D1*NS***20261122*0930*LT", "AT7*CD*NS***20261122*1130*LT", "MS1*CALGARY*AB*CA"))
    with database.read() as connection:
        at = delivered_at(connection, [NUMBER])[NUMBER]
    answer = results([XmlTrace(NUMBER, shipment(database), at)], Language.ENGLISH)
    assert b"<delivery><date>20261122</date><time>0930</time>" in answer


def test_an_invoice_whose_day_cannot_be_read_is_set_aside_with_the_reason(take: Take, database: Database):
    take(status(*PICKED_UP))
    report = take(invoice("L1*1*1*FR*65940****400", heading=f"B3**{NUMBER}*BL-1*PP**20261322*65940"), control=2)
    assert report.file.quarantined == 1
    with database.read() as connection:
        (reason,) = find_item(connection, report.file.id).reasons
        assert (reason.reason, reason.count) == (QuarantineReason.BAD_DATE, 1)
        assert not connection.execute(select(invoices.c.id)).all()
