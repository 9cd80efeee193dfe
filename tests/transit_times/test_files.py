# SPDX-License-Identifier: MIT
"""A service table out of three files: ours has no fault, and every fault of a wrong one is named."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.points.files import read_service_table
from onlinesvc_desktop.backend.sample.geography import CITIES, TERMINAL_CITY, road_km
from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.contract.transit_times import PointFault, PointFile, ServiceKind
from tests.transit_times.sample_table import sample_table

TERMINALS = "code,city,province,country,telephone\nMTL,Montréal,QC,CA,514-555-0110\nTOR,Toronto,ON,CA,416-555-0118\n"
POINT_HEADINGS = "city,province,country,postal_prefixes,terminal,partner,service_days,cutoff,time_zone,extra_days\n"
POINTS = POINT_HEADINGS + "Montréal,QC,CA,H1 H2,MTL,,all,16:00,America/Toronto,0\n"
DAYS = "origin,destination,days\nMTL,MTL,1\nMTL,TOR,2\nTOR,TOR,1\n"


def _read(terminals: str = TERMINALS, points: str = POINTS, days: str = DAYS, encoding: str = "utf-8"):
    contents = zip(PointFile, (terminals, points, days), strict=True)
    table, rejected = read_service_table({file: text.encode(encoding) for file, text in contents})
    return table, [(one.file, one.line, one.column, one.fault, one.text) for one in rejected]


def test_the_sample_is_whole_and_covers_the_territory():
    table, rejected = sample_table()
    assert rejected == ()
    assert len(table.points) >= 150
    terminals = {served.point.terminal.code for served in table.points}
    assert terminals == set(TERMINAL_CITY)
    canadian = {code for code in terminals if CITIES[TERMINAL_CITY[code]].country == "CA" and code != "WPG"}
    assert len(canadian) == 14
    assert Counter(served.point.service for served in table.points)[ServiceKind.DIRECT] > 150
    served = {served.point.city for served in table.points}
    assert {city.name for city in CITIES} <= served


def test_days_of_the_sample_follow_the_road():
    table, _ = sample_table()
    for (one, other), days in table.terminal_days.items():
        kilometres = road_km(TERMINAL_CITY[one], TERMINAL_CITY[other])
        longest = {1: 500, 2: 900, 3: 1_500, 4: 3_200}[days]
        assert kilometres <= longest, (one, other)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_files_as_spreadsheets_write_them(encoding: str, delimiter: str):
    terminals, points, days = (text.replace(",", delimiter).replace("\n", "\r\n") for text in (TERMINALS, POINTS, DAYS))
    table, rejected = _read(terminals, points, days, encoding)
    assert rejected == []
    assert table.points[0].point.city == "Montréal"


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (",QC,CA,H3,MTL,,all,16:00,America/Toronto,0", [("city", PointFault.REQUIRED, "")]),
        ("Laval,QC,CA,H7,MTL,,all", [("cutoff", PointFault.REQUIRED, ""), ("time_zone", PointFault.REQUIRED, "")]),
        ("Laval,ZZ,CA,H7,MTL,,all,16:00,America/Toronto,0", [("province", PointFault.MALFORMED, "ZZ")]),
        ("Laval,QC,US,H7,MTL,,all,16:00,America/Toronto,0", [("country", PointFault.MALFORMED, "US")]),
        ("Laval,QC,CA,H7 D1,MTL,,all,16:00,America/Toronto,0", [("postal_prefixes", PointFault.MALFORMED, "D1")]),
        ("Laval,QC,CA,M5,MTL,,all,16:00,America/Toronto,0", [("postal_prefixes", PointFault.OTHER_PROVINCE, "M5")]),
        ("Laval,QC,CA,H1,MTL,,all,16:00,America/Toronto,0", [("postal_prefixes", PointFault.TAKEN, "H1")]),
        ("Laval,QC,CA,H7,XYZ,,all,16:00,America/Toronto,0", [("terminal", PointFault.UNKNOWN_TERMINAL, "XYZ")]),
        ("Laval,QC,CA,H7,MTL,,sat,16:00,America/Toronto,0", [("service_days", PointFault.MALFORMED, "sat")]),
        ("Laval,QC,CA,H7,MTL,,all,24:00,America/Toronto,0", [("cutoff", PointFault.MALFORMED, "24:00")]),
        ("Laval,QC,CA,H7,MTL,,all,16:00,America/Nowhere,0", [("time_zone", PointFault.MALFORMED, "America/Nowhere")]),
        ("Laval,QC,CA,H7,MTL,,all,16:00,../../etc/passwd,0", [("time_zone", PointFault.MALFORMED, "../../etc/passwd")]),
        ("Laval,QC,CA,H7,MTL,,all,16:00,America/Toronto,-1", [("extra_days", PointFault.MALFORMED, "-1")]),
        ("montreal,QC,CA,H3,MTL,,all,16:00,America/Toronto,0", [("city", PointFault.TAKEN, "montreal")]),
        ("x" * 121 + ",QC,CA,H3,MTL,,all,16:00,America/Toronto,0", [("city", PointFault.TOO_LONG, "x" * 120)]),
    ],
)
def test_every_fault_of_a_point_is_named_with_its_line(row: str, faults: list[tuple[str, PointFault, str]]):
    table, rejected = _read(points=f"{POINTS}{row}\n")
    assert rejected == [(PointFile.POINTS, 3, *fault) for fault in faults]
    assert len(table.points) == 1


def test_faults_of_terminals_and_days():
    terminals = TERMINALS + "MTL,Montréal,QC,CA,514-555-0110\nX,Laval,QC,CA,12\n"
    days = "origin,destination,days\nMTL,MTL,0\nMTL,QBC,2\nTOR,TOR,1\nTOR,TOR,2\n"
    assert _read(terminals=terminals, days=days)[1] == [
        (PointFile.TERMINALS, 4, "code", PointFault.TAKEN, "MTL"),
        (PointFile.TERMINALS, 5, "code", PointFault.MALFORMED, "X"),
        (PointFile.TERMINALS, 5, "telephone", PointFault.MALFORMED, "12"),
        (PointFile.TRANSIT_DAYS, 2, "days", PointFault.MALFORMED, "0"),
        (PointFile.TRANSIT_DAYS, 3, "destination", PointFault.UNKNOWN_TERMINAL, "QBC"),
        (PointFile.TRANSIT_DAYS, 5, "origin", PointFault.TAKEN, "TOR TOR"),
        (PointFile.TRANSIT_DAYS, 0, "", PointFault.MISSING_PAIR, "MTL MTL"),
        (PointFile.TRANSIT_DAYS, 0, "", PointFault.MISSING_PAIR, "MTL TOR"),
    ]


def test_a_pair_may_take_another_time_on_the_way_back():
    table, rejected = _read(points=POINTS + "Toronto,ON,CA,M,TOR,,all,16:00,America/Toronto,\n", days=f"{DAYS}TOR,MTL,3\n")
    assert rejected == []
    montreal, toronto = table.points
    assert (table.days_between(montreal, toronto), table.days_between(toronto, montreal)) == (2, 3)


def test_files_without_headings_or_rows():
    assert {fault for _, _, _, fault, _ in _read(terminals="", points="a,b\n1,2\n")[1]} == {
        PointFault.MISSING_HEADING,
        PointFault.UNKNOWN_TERMINAL,
    }
    assert (PointFile.POINTS, 0, "", PointFault.NO_ROWS, "") in _read(points=POINT_HEADINGS + ",,,\n")[1]


@given(st.lists(st.binary(max_size=400), min_size=3, max_size=3))
def test_no_bytes_break_it(contents: list[bytes]):
    table, rejected = read_service_table(dict(zip(PointFile, contents, strict=True)))
    assert rejected
    assert table.points == ()


@given(st.data())
def test_a_damaged_sample_is_read_with_its_faults(data: st.DataObject):
    files = sample_files()
    at = data.draw(st.integers(0, len(files[PointFile.POINTS]) - 1))
    damaged = bytearray(files[PointFile.POINTS])
    damaged[at] = data.draw(st.integers(0, 255))
    table, rejected = read_service_table({**files, PointFile.POINTS: bytes(damaged)})
    assert rejected or table.points


@pytest.mark.parametrize(
    ("latitude", "longitude", "wrong"),
    [
        ("45.51", "-73.59", []),
        ("", "", []),
        ("90", "-180", []),
        ("45.51", "", ["longitude"]),
        ("", "-73.59", ["latitude"]),
        ("90.1", "181", ["latitude", "longitude"]),
        ("45,51", "west", ["latitude", "longitude"]),
        ("4" * 400, "-73.59", ["latitude"]),
    ],
)
def test_a_point_has_both_coordinates_or_none(latitude: str, longitude: str, wrong: list[str]):
    headings = POINT_HEADINGS.strip().replace(",", ";") + ";latitude;longitude\n"
    row = f"Montréal;QC;CA;H1;MTL;;all;16:00;America/Toronto;0;{latitude};{longitude}\n"
    table, rejected = _read(points=headings + row)
    assert [column for _, _, column, _, _ in rejected] == wrong
    if not wrong:
        point = table.points[0].point
        assert (point.latitude or "", point.longitude or "") == (latitude, longitude)
    else:
        assert not table.points


def test_a_table_of_before_the_coordinates_is_read_as_it_was():
    table, rejected = _read()
    assert rejected == []
    assert not table.points[0].point.latitude
