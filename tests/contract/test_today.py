# SPDX-License-Identifier: MIT
"""What needs a look today, by the clock of the place."""

from datetime import UTC, date, datetime, timedelta

import pytest

from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.contract.today import ShipmentPart, day_at, day_in, is_due, parts_of

ARRIVING, LATE, EXCEPTIONS, SILENT = ShipmentPart
LATE_EVENING = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)
"""In Vancouver it is still March 2; in St. John's it is March 3 already."""
MARCH_2, MARCH_3 = date(2026, 3, 2), date(2026, 3, 3)
FRESH = LATE_EVENING - timedelta(hours=23, minutes=59)


@pytest.mark.parametrize(
    ("stage", "heard_at", "estimated", "province", "expected"),
    [
        (Stage.IN_TRANSIT, FRESH, MARCH_2, "BC", {ARRIVING}),
        (Stage.IN_TRANSIT, FRESH, MARCH_2, "NL", {LATE}),
        (Stage.IN_TRANSIT, FRESH, MARCH_3, "BC", set()),
        (Stage.IN_TRANSIT, FRESH, None, "BC", set()),
        (Stage.EXCEPTION, FRESH, MARCH_2, "BC", {ARRIVING, EXCEPTIONS}),
        (Stage.DELIVERY_ATTEMPTED, FRESH, None, "BC", {EXCEPTIONS}),
        (Stage.IN_TRANSIT, LATE_EVENING - timedelta(hours=24), MARCH_2, "NL", {LATE, SILENT}),
        (Stage.DELIVERED, LATE_EVENING - timedelta(days=9), MARCH_2, "BC", set()),
        (Stage.CANCELLED, FRESH, MARCH_2, "BC", set()),
    ],
)
def test_a_shipment_is_in_the_parts_of_its_own_day(
    stage: Stage, heard_at: datetime, estimated: date | None, province: str, expected: set[ShipmentPart]
):
    assert set(parts_of(stage, heard_at, estimated, province, LATE_EVENING)) == expected


def test_a_day_is_that_of_the_place_and_an_unknown_place_has_the_carriers():
    assert day_at("BC", LATE_EVENING) == MARCH_2
    assert day_at("??", LATE_EVENING) == MARCH_2
    assert day_in("America/St_Johns", LATE_EVENING) == MARCH_3


@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, True), (7, True), (8, False)])
def test_a_last_day_is_due_today_and_seven_days_on(days: int, due: bool):
    assert is_due(MARCH_2 + timedelta(days=days), MARCH_2) is due
