# SPDX-License-Identifier: MIT
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from onlinesvc_desktop.backend.rules.invoice import cause_of_variance, days_past_due, office_day, standing, taxes_of
from onlinesvc_desktop.backend.services.invoices.rules import next_statement
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.invoices import DisputeRequest, InvoiceState, VarianceCause
from onlinesvc_desktop.contract.statement_mail import StatementFrequency, StatementSchedule


@pytest.mark.parametrize(
    ("total", "balance", "disputed", "has_money", "state"),
    [
        (100, 100, 0, False, InvoiceState.OPEN),
        (100, 40, 0, True, InvoiceState.PART_PAID),
        (100, 0, 0, True, InvoiceState.PAID),
        (0, 0, 0, False, InvoiceState.PAID),
        (100, 0, 0, False, InvoiceState.CREDITED),
        (100, 40, 10, True, InvoiceState.DISPUTED),
        (100, -20, 0, True, InvoiceState.PART_PAID),
    ],
)
def test_where_an_invoice_stands(total: int, balance: int, disputed: int, has_money: bool, state: InvoiceState):
    assert standing(total, balance, disputed, has_money) is state


def test_an_invoice_is_late_from_the_day_after_its_due_date_while_something_is_owed():
    due = date(2026, 11, 15)
    assert [days_past_due(due, True, date(2026, 11, day)) for day in (14, 15, 16)] == [0, 0, 1]
    assert days_past_due(due, False, date(2026, 12, 31)) == 0


def test_a_due_date_ends_at_the_office():
    assert office_day(datetime(2026, 11, 16, 4, 30, tzinfo=UTC)) == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("weights", "classes", "codes", "cause"),
    [
        ((Decimal(720), Decimal(620)), ("70", "85"), (["freight"], ["freight"]), VarianceCause.REWEIGH),
        ((Decimal("620.4"), Decimal(620)), ("70", "85"), (["freight"], ["freight"]), VarianceCause.RECLASS),
        ((None, Decimal(620)), ("", "85"), (["freight", "TGDL"], ["freight"]), VarianceCause.ACCESSORIAL),
        ((None, None), ("85", "85"), (["freight"], ["freight", "TGDL"]), VarianceCause.OTHER),
    ],
)
def test_why_another_amount_was_billed(weights, classes, codes, cause: VarianceCause):
    assert cause_of_variance(*weights, *classes, *codes) is cause


def test_taxes_are_told_by_their_rate():
    def told(subtotal: int, tax: int) -> list[tuple[str, str, str]]:
        return [(one.code, one.amount, one.rate) for one in taxes_of(subtotal, tax)]

    assert told(10_000, 500) == [("gst", "5.00", "5")]
    assert told(10_000, 1_300) == [("hst", "13.00", "13")]
    assert told(30_942, 4_634) == [("gst", "15.47", "5"), ("qst", "30.87", "9.975")]
    assert told(0, 0) == []
    assert told(0, 500) == [("gst", "5.00", "0")]


def test_a_dispute_needs_an_amount_and_another_reason_its_words():
    def pointers(**values: str) -> list[str]:
        return [one.pointer for one in check(DisputeRequest, values)[1]]

    assert pointers(reason="weight", amount="12.50") == []
    assert pointers(reason="weight", amount="0.00") == ["/amount"]
    assert pointers(reason="other", amount="1") == ["/description"]


WEEKLY, MONTHLY = StatementFrequency.WEEKLY, StatementFrequency.MONTHLY


@pytest.mark.parametrize(
    ("frequency", "weekday", "day", "after", "due"),
    [
        (WEEKLY, 1, 1, "2026-11-28T12:00", "2026-11-30T12:00"),
        (WEEKLY, 6, 1, "2026-11-28T11:59", "2026-11-28T12:00"),
        (WEEKLY, 6, 1, "2026-11-28T12:00", "2026-12-05T12:00"),
        (WEEKLY, 7, 1, "2027-03-13T12:00", "2027-03-14T11:00"),
        (MONTHLY, 1, 1, "2026-11-28T12:00", "2026-12-01T12:00"),
        (MONTHLY, 1, 28, "2026-11-28T12:00", "2026-12-28T12:00"),
        (MONTHLY, 1, 31, "2026-11-28T12:00", "2026-11-30T12:00"),
        (MONTHLY, 1, 31, "2026-11-30T12:00", "2026-12-31T12:00"),
        (MONTHLY, 1, 31, "2027-01-31T12:00", "2027-02-28T12:00"),
        (MONTHLY, 1, 30, "2028-02-01T12:00", "2028-02-29T12:00"),
        (MONTHLY, 1, 29, "2027-02-28T12:00", "2027-03-29T11:00"),
    ],
)
def test_the_next_statement_comes_on_its_day_or_the_last_of_a_short_month(
    frequency: StatementFrequency, weekday: int, day: int, after: str, due: str
):
    schedule = StatementSchedule("a@b.example", frequency, weekday, day, "07:00")
    found = next_statement(schedule, ZoneInfo(schedule.time_zone), datetime.fromisoformat(f"{after}+00:00"))
    assert found == datetime.fromisoformat(f"{due}+00:00")
