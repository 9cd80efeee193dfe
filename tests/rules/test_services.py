# SPDX-License-Identifier: MIT
"""Rules of services that are no larger than a function."""

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from onlinesvc_desktop.backend.services.access_request.rules import access_code_candidates
from onlinesvc_desktop.backend.services.shipment_report.rules import next_run
from onlinesvc_desktop.backend.services.tracing.rules import MAX_CANDIDATES, likely_meant
from onlinesvc_desktop.contract.shipment_report import ReportFrequency

TORONTO = ZoneInfo("America/Toronto")
DAILY, WEEKLY = ReportFrequency.DAILY, ReportFrequency.WEEKLY


@pytest.mark.parametrize(
    ("first_name", "last_name", "company", "codes"),
    [
        ("Marie", "Tremblay", "Acme", ["MTREMBLAY", "MTREMBLAY2", "MTREMBLAY3"]),
        ("Zoé", "Bouchard-Desrochers", "Acme", ["ZBOUCHARDDE", "ZBOUCHARDDE2", "ZBOUCHARDDE3"]),
        ("Yi", "O", "Acme", ["YOACME", "YOACME2", "YOACME3"]),
        ("明", "李", "工", ["USER", "USER2", "USER3"]),
    ],
)
def test_an_access_code_is_made_of_the_name(first_name: str, last_name: str, company: str, codes: list[str]):
    assert list(islice(access_code_candidates(first_name, last_name, company), 3)) == codes


@pytest.mark.parametrize(
    ("frequency", "weekday", "at", "after", "expected"),
    [
        (DAILY, 1, "07:00", "2026-11-23T11:59", "2026-11-23T12:00"),
        (DAILY, 1, "07:00", "2026-11-23T12:00", "2026-11-24T12:00"),
        (WEEKLY, 1, "07:00", "2026-11-23T12:00", "2026-11-30T12:00"),
        (WEEKLY, 7, "23:30", "2026-11-23T12:00", "2026-11-30T04:30"),
        (DAILY, 1, "02:30", "2026-03-08T06:00", "2026-03-08T07:30"),
        (DAILY, 1, "01:30", "2026-11-01T04:00", "2026-11-01T05:30"),
        (DAILY, 1, "01:30", "2026-11-01T05:30", "2026-11-02T06:30"),
    ],
)
def test_a_report_goes_out_at_the_next_wall_clock_time(
    frequency: ReportFrequency, weekday: int, at: str, after: str, expected: str
):
    found = next_run(frequency, weekday, at, TORONTO, datetime.fromisoformat(after).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("123456798", "123456789"),
        ("123456788", "123456789"),
        ("1234567889", "123456789"),
        ("12345689", "123456789"),
        ("PO1O0", "PO100"),
        ("0RDER5", "ORDER5"),
        ("P01", "PO1"),
    ],
)
def test_one_slip_away_from_what_was_meant(typed: str, meant: str):
    found = likely_meant(typed)
    assert meant in found
    assert typed not in found
    assert len(found) == len(set(found)) <= MAX_CANDIDATES


def test_a_number_of_another_length_is_only_swapped():
    assert likely_meant("1234") == ["2134", "1324", "1243"]
