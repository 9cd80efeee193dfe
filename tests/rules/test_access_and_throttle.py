# SPDX-License-Identifier: MIT
import calendar
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.passwords import new_password_fault
from onlinesvc_desktop.backend.rules.access import (
    add_months,
    password_expiry,
    password_state,
    session_end,
)
from onlinesvc_desktop.backend.rules.status import status_index
from onlinesvc_desktop.backend.rules.throttle import Bucket, take
from onlinesvc_desktop.backend.rules.visibility import Sight, sight_of
from onlinesvc_desktop.contract.codes import FieldCode, Role
from onlinesvc_desktop.contract.session import PasswordState

INSTANTS = st.integers(946_684_800, 3_786_912_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"), ("2026-08-31", "2026-11-30"), ("2026-10-15", "2027-01-15")],
)
def test_three_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start: str, end: str):
    assert password_expiry(datetime.fromisoformat(start), 3) == datetime.fromisoformat(end)


@given(INSTANTS, st.integers(0, 60))
def test_adding_months_lands_in_the_right_month_at_the_same_time(start: datetime, months: int):
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.time() == start.time()
    assert end.day == min(start.day, calendar.monthrange(end.year, end.month)[1])


@given(INSTANTS, st.integers(1, 24), st.timedeltas(timedelta(), timedelta(days=900)))
def test_a_password_is_active_exactly_until_its_expiry(changed: datetime, months: int, later: timedelta):
    now = changed + later
    expected = PasswordState.ACTIVE if now < password_expiry(changed, months) else PasswordState.EXPIRED
    assert password_state(changed, False, now, months) is expected
    assert password_state(changed, True, now, months) is PasswordState.TEMPORARY


def test_a_session_ends_idle_or_at_its_absolute_limit():
    idle, absolute = timedelta(hours=8), timedelta(hours=12)
    assert session_end(NOW, NOW, idle, absolute) == NOW + idle
    assert session_end(NOW, NOW + timedelta(hours=7), idle, absolute) == NOW + absolute


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ("short", FieldCode.TOO_SHORT),
        ("the same again", FieldCode.SAME_AS_BEFORE),
        ("x-Clerk01-in-it", FieldCode.CONTAINS_ACCESS_CODE),
        ("four words are good", None),
        ("motdepasse123", FieldCode.TOO_GUESSABLE),
    ],
)
def test_new_passwords(new: str, fault: FieldCode | None):
    problem = new_password_fault(new, "the same again", "CLERK01", ())
    assert (None if problem is None else problem.code) is fault


@pytest.mark.parametrize(
    ("role", "customer", "sight"),
    [
        (None, None, Sight.PUBLIC),
        (Role.CUSTOMER, 1, Sight.PARTY),
        (Role.CUSTOMER, 2, Sight.PARTY),
        (Role.CUSTOMER, 3, Sight.PAYER),
        (Role.CUSTOMER, 4, Sight.PUBLIC),
        (Role.CUSTOMER, None, Sight.PUBLIC),
        (Role.ADMINISTRATOR, None, Sight.PAYER),
    ],
)
def test_who_may_see_what(role: Role | None, customer: int | None, sight: Sight):
    assert sight_of(role, customer, shipper=1, consignee=2, bill_to=3) is sight


def test_nobody_without_a_customer_is_a_party_of_a_shipment_without_customers():
    assert sight_of(Role.CUSTOMER, None, shipper=None, consignee=None, bill_to=None) is Sight.PUBLIC


@given(st.lists(st.tuples(st.integers(1, 50), st.floats(0, 120)), max_size=60))
def test_a_throttle_never_grants_more_than_burst_and_rate_allow(requests: list[tuple[int, float]]):
    bucket: Bucket | None = None
    now, granted = NOW, 0
    for cost, pause in requests:
        now += timedelta(seconds=pause)
        bucket, wait = take(bucket, 20, 30, cost, now)
        granted += cost if wait == 0 else 0
    elapsed = (now - NOW).total_seconds()
    assert granted <= 20 + elapsed * 30 / 60 + 50  # one request above the burst may go into debt


@given(st.integers(1, 40), st.floats(-5, 20))
def test_waiting_as_long_as_told_is_enough(cost: int, left: float):
    bucket, wait = take(Bucket(left, NOW), 20, 30, cost, NOW)
    if wait:
        _, again = take(bucket, 20, 30, cost, NOW + timedelta(seconds=wait))
        assert again == 0


@pytest.mark.parametrize(
    ("left", "per_minute", "cost", "wait"),
    [(0.0, 30, 1, 2), (0.5, 30, 1, 1), (0.99, 600, 1, 1), (-10.0, 30, 1, 22), (0.0, 60, 5, 5), (5.0, 60, 5, 0)],
)
def test_how_long_to_wait_is_what_is_missing_over_the_rate(left: float, per_minute: int, cost: int, wait: int):
    bucket, told = take(Bucket(left, NOW, failures=3), 20, per_minute, cost, NOW)
    assert told == wait
    assert bucket.failures == 3, "failures in a row are the owner's to forget"
    assert bucket.left == (left if wait else left - cost)


def test_a_new_bucket_is_full_and_knows_no_failures():
    assert take(None, 20, 30, 1, NOW) == (Bucket(19.0, NOW, 0), 0)


def test_an_estimate_never_is_the_latest_status():
    assert status_index(["XB", "AF", "AG"]) == 1
    assert status_index(["XB", "D1", "CD"]) == 2
    assert status_index(["AG"]) == 0
