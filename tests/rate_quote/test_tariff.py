# SPDX-License-Identifier: MIT
"""A tariff is checked as a whole, and comes out of CSV as out of JSON."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onlinesvc_desktop.backend.services.rate_quote.tariff import check_tariff, read_tariff_csv
from onlinesvc_desktop.contract.tariff import (
    Accessorial,
    AccessorialShape,
    Break,
    FuelBreak,
    FuelRow,
    Guaranteed,
    Lane,
    ServiceLevel,
    Tariff,
    TariffCustomer,
    TariffFault,
    Zone,
)
from tests.rate_quote.tariffs import TARIFF

CSV = """\
# what a row is, then its members
tariff,Vectors,2026-01-01,CAD,10,30
zone,MTL,H J4
zone,TOR,M L
lane,MTL,TOR,85.00,0:100.00 500:90 1000:80
fuel,2026-01-01,0:21.50 500:29.80
accessorial,TGDL,flat,60.00
accessorial,VAL,threshold,2,,,2
guaranteed,by_9,30,,75
customer,410000,30,95.50
"""


def test_the_tariff_of_the_vectors_has_no_fault():
    assert check_tariff(TARIFF) == ()
    assert msgspec.json.decode(msgspec.json.encode(TARIFF), type=Tariff) == TARIFF


@pytest.mark.parametrize(
    ("changed", "pointer", "fault"),
    [
        ({"zones": ()}, "/zones", TariffFault.EMPTY),
        ({"lanes": ()}, "/lanes", TariffFault.EMPTY),
        ({"fuel": ()}, "/fuel", TariffFault.EMPTY),
        ({"cube_factor_lb_ft3": "0"}, "/cube_factor_lb_ft3", TariffFault.MALFORMED),
        ({"zones": (*TARIFF.zones, Zone("MTL", ("X",)))}, "/zones/5/code", TariffFault.TAKEN),
        ({"zones": (*TARIFF.zones, Zone("NEW", ("H",)))}, "/zones/5/prefixes/0", TariffFault.TAKEN),
        ({"zones": (*TARIFF.zones, Zone("NEW", ("h1",)))}, "/zones/5/prefixes/0", TariffFault.MALFORMED),
        ({"zones": (*TARIFF.zones, Zone("NEW", ()))}, "/zones/5/prefixes", TariffFault.EMPTY),
        ({"lanes": (Lane("MTL", "XXX", TARIFF.lanes[0].breaks),)}, "/lanes/0/destination", TariffFault.UNKNOWN_ZONE),
        ({"lanes": (TARIFF.lanes[0], TARIFF.lanes[0])}, "/lanes/1", TariffFault.TAKEN),
        ({"lanes": (Lane("MTL", "TOR", ()),)}, "/lanes/0/breaks", TariffFault.EMPTY),
        ({"lanes": (Lane("MTL", "TOR", (Break(1, "9"),)),)}, "/lanes/0/breaks/0/from_lb", TariffFault.NO_FIRST_BREAK),
        (
            {"lanes": (Lane("MTL", "TOR", (Break(0, "9"), Break(500, "8"), Break(500, "7"))),)},
            "/lanes/0/breaks/2/from_lb",
            TariffFault.NOT_ASCENDING,
        ),
        ({"fuel": (FuelRow(date(2026, 1, 2), (FuelBreak(0, "9"),)),)}, "/fuel", TariffFault.NOT_IN_FORCE),
        ({"fuel": (TARIFF.fuel[0], TARIFF.fuel[0])}, "/fuel/1/from", TariffFault.TAKEN),
        (
            {"accessorials": (Accessorial("A", AccessorialShape.FLAT, "1", minimum="9", maximum="8"),)},
            "/accessorials/0/minimum",
            TariffFault.MINIMUM_ABOVE_MAXIMUM,
        ),
        (
            {"accessorials": (Accessorial("A", AccessorialShape.THRESHOLD, "1"),)},
            "/accessorials/0/above",
            TariffFault.MISSING_ABOVE,
        ),
        ({"guaranteed": (Guaranteed(ServiceLevel.BY_9),)}, "/guaranteed/0", TariffFault.ONE_OF_TWO),
        ({"guaranteed": (Guaranteed(ServiceLevel.BY_9, "1", "2"),)}, "/guaranteed/0", TariffFault.ONE_OF_TWO),
        (
            {"guaranteed": (Guaranteed(ServiceLevel.STANDARD, "1"),)},
            "/guaranteed/0/service_level",
            TariffFault.TAKEN,
        ),
        ({"customers": (TariffCustomer("1", "101"),)}, "/customers/0/discount_percent", TariffFault.OVER_100_PERCENT),
        (
            {"customers": (TariffCustomer("1", "1"), TariffCustomer("1", "2"))},
            "/customers/1/customer_number",
            TariffFault.TAKEN,
        ),
    ],
)
def test_every_fault_is_named_where_it_is(changed: dict[str, Any], pointer: str, fault: TariffFault):
    found = [(one.pointer, one.fault) for one in check_tariff(replace(TARIFF, **changed))]
    assert (pointer, fault) in found
    expected = {(pointer, fault)} if changed.keys() != {"zones"} or changed["zones"] else set()
    assert not expected or set(found) == expected


def test_csv_gives_the_tariff_it_spells_out():
    tariff, problems = read_tariff_csv(CSV.encode())
    assert problems == ()
    assert tariff is not None
    assert tariff.lanes == (Lane("MTL", "TOR", (Break(0, "100.00"), Break(500, "90"), Break(1000, "80")), "85.00"),)
    assert tariff.fuel == (FuelRow(date(2026, 1, 1), (FuelBreak(0, "21.50"), FuelBreak(500, "29.80"))),)
    assert tariff.zones[0].prefixes == ("H", "J4")
    assert tariff.accessorials[1].above == "2"
    assert tariff.guaranteed[0].minimum == "75"
    assert tariff.customers[0].minimum == "95.50"
    assert (tariff.name, tariff.quote_valid_days) == ("Vectors", 30)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_of_other_spreadsheets(delimiter: str):
    content = CSV.replace(",", delimiter).replace("Vectors", "Été").replace("\n", "\r\n").encode("cp1252")
    tariff, problems = read_tariff_csv(content)
    assert problems == ()
    assert tariff is not None
    assert tariff.name == "Été"


def test_faults_of_csv_carry_their_lines():
    wrong = CSV + "zone,XYZ,H\nlane,MTL,XXX,0,0:9\nlane,MTL,TOR,abc,0:9\nfuel,2026-13-01,0:9\nbreaks,1\nlane,TOR,MTL,0,9\n"
    tariff, problems = read_tariff_csv(wrong.encode())
    assert tariff is None
    assert {(one.line, one.fault) for one in problems} == {
        (11, TariffFault.TAKEN),
        (12, TariffFault.UNKNOWN_ZONE),
        (13, TariffFault.MALFORMED),
        (14, TariffFault.MALFORMED),
        (15, TariffFault.MALFORMED),
        (16, TariffFault.MALFORMED),
    }


@given(st.binary(max_size=2_000))
def test_no_bytes_break_it(content: bytes):
    tariff, problems = read_tariff_csv(content)
    assert tariff is None
    assert problems


@given(st.integers(0, len(CSV) - 1), st.characters())
def test_a_damaged_file_is_a_tariff_or_has_its_faults_named(at: int, character: str):
    tariff, problems = read_tariff_csv((CSV[:at] + character + CSV[at + 1 :]).encode("utf-8", "surrogatepass"))
    assert (tariff is None) == bool(problems)
