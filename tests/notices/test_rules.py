# SPDX-License-Identifier: MIT
"""Which notices go out, and when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onlinesvc_desktop.backend.rules.notices import has_settled, is_news, next_daily, stop_token, told_from
from onlinesvc_desktop.contract.status import Stage

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("oldest", "newest", "settled"), [(0, 0, False), (59, 59, False), (60, 60, True), (299, 1, False), (300, 1, True)]
)
def test_changes_of_one_moment_are_told_together_and_nobody_waits_for_ever(oldest: int, newest: int, settled: bool):
    before = [NOON - timedelta(seconds=seconds) for seconds in (oldest, newest)]
    assert has_settled(before[0], before[1], NOON) is settled


@pytest.mark.parametrize(
    ("zone", "hour", "after", "expected"),
    [
        ("America/Toronto", 7, "2026-11-28T11:59:59+00:00", "2026-11-28T12:00:00+00:00"),
        ("America/Toronto", 7, "2026-11-28T12:00:00+00:00", "2026-11-29T12:00:00+00:00"),
        ("America/Vancouver", 23, "2026-11-28T06:00:00+00:00", "2026-11-28T07:00:00+00:00"),
        ("America/Toronto", 2, "2026-03-08T05:30:00+00:00", "2026-03-08T07:00:00+00:00"),
        ("America/Toronto", 1, "2026-11-01T04:30:00+00:00", "2026-11-01T05:00:00+00:00"),
        ("America/Toronto", 1, "2026-11-01T05:30:00+00:00", "2026-11-02T06:00:00+00:00"),
    ],
)
def test_a_day_of_notices_ends_at_its_hour_also_when_the_clock_is_changed(zone: str, hour: int, after: str, expected: str):
    assert next_daily(hour, ZoneInfo(zone), datetime.fromisoformat(after)) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("all_from", "is_own", "numbers", "since"),
    [
        (None, True, [], None),
        (100, False, [], None),
        (100, True, [], 100),
        (100, True, [("PO1", 50), ("PO2", 70)], 50),
        (100, False, [("PO1", 150)], 150),
    ],
)
def test_a_shipment_is_told_of_as_ones_own_or_by_a_number(
    all_from: int | None, is_own: bool, numbers: list[tuple[str, int]], since: int | None
):
    assert told_from(all_from, is_own, numbers) == since


def test_only_what_came_after_shipment_and_kind_were_chosen_is_news():
    at = int(NOON.timestamp())
    kinds = {Stage.DELIVERED: at - 100}
    assert is_news(Stage.DELIVERED, at - 50, at - 60, kinds, NOON)
    assert not is_news(Stage.DELIVERED, at - 61, at - 60, kinds, NOON)
    assert not is_news(Stage.DELIVERED, at - 101, at - 200, kinds, NOON)
    assert not is_news(Stage.EXCEPTION, at, at - 200, kinds, NOON)
    month = 30 * 86_400
    assert is_news(Stage.DELIVERED, at - month, 0, {Stage.DELIVERED: 0}, NOON)
    assert not is_news(Stage.DELIVERED, at - month - 1, 0, {Stage.DELIVERED: 0}, NOON)


def test_a_link_is_good_for_one_code_and_one_address():
    token = stop_token("secret", 7, "a@b.example")
    assert token == stop_token("secret", 7, "a@b.example")
    others = {
        stop_token("other", 7, "a@b.example"),
        stop_token("secret", 8, "a@b.example"),
        stop_token("secret", 7, "c@b.example"),
    }
    assert token not in others
    assert token.startswith("7-")
    assert len(token) == 24
