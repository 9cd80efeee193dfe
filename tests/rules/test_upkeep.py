# SPDX-License-Identifier: MIT
"""When e-mail is tried again, which copies stay, which names are alike."""

from datetime import UTC, date, datetime, timedelta

import pytest

from onlinesvc_desktop.backend.rules.mail_retry import GIVEN_UP_AFTER, retry_at
from onlinesvc_desktop.backend.rules.resemblance import enterprise_key, person_key
from onlinesvc_desktop.backend.rules.retention import kept

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 3), (3, 9), (5, 81), (6, 243), (7, 360), (90, 360)])
def test_an_email_waits_three_times_as_long_after_each_failure_and_never_over_six_hours(attempts: int, minutes: int):
    assert retry_at(NOW, attempts, NOW) == NOW + timedelta(minutes=minutes)


def test_an_email_is_given_up_after_three_days():
    last = NOW + GIVEN_UP_AFTER - timedelta(minutes=1)
    assert retry_at(NOW, 1, last) == NOW + GIVEN_UP_AFTER
    assert retry_at(NOW, 1, last + timedelta(seconds=1)) is None


def test_seven_days_four_weeks_and_twelve_months_of_copies_stay():
    today = date(2026, 11, 23)
    days = [today - timedelta(days=back) for back in range(500)]
    stay = kept(days)
    assert {today - timedelta(days=back) for back in range(7)} <= stay
    assert {date(2026, 11, 22), date(2026, 11, 15), date(2026, 11, 8)} <= stay, "the last of each week"
    assert {date(2026, 10, 31), date(2026, 1, 31), date(2025, 12, 31)} <= stay
    assert min(stay) == date(2025, 12, 31)
    assert kept([]) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Les Entreprises Forêt Ltée", "ENTREPRISES FORET LTD"),
        ("The Acme Company, Inc.", "acme"),
        ("Transport de la Rive et Fils", "Fils Rive Transport"),
    ],
)
def test_enterprises_that_an_administrator_should_look_at_share_a_key(one: str, other: str):
    assert enterprise_key(one) == enterprise_key(other)


def test_a_name_of_small_words_alone_keeps_them():
    assert enterprise_key("The Company") == "company the"


def test_first_and_last_name_may_change_places():
    assert person_key("Éloïse Gagné") == person_key("GAGNE, Eloise")
    assert person_key("Éloïse Gagné") == "eloise gagne"
    assert person_key("Éloïse Gagné") != person_key("Élise Gagné")
