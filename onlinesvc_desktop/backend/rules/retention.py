# SPDX-License-Identifier: MIT
"""How long each class of data is kept (docs/security.md, V14), and which of the daily copies."""

from collections.abc import Iterable
from datetime import date, timedelta

DAYS, WEEKS, MONTHS = 7, 4, 12

DECIDED_REQUESTS_KEPT = timedelta(days=2 * 365)
"""Access requests, from their decision: who was let in, on whose word."""
DECIDED_HELP_KEPT = timedelta(days=365)
"""Requests about forgotten passwords, from their decision."""
SENT_MAIL_KEPT = timedelta(days=90)
"""E-mails, from when they went: to answer "I got nothing"."""
SENT_ATTACHMENTS_KEPT = timedelta(days=1)
"""Attachments of e-mails that went; a report can be made again."""
FAILED_ATTACHMENTS_KEPT = timedelta(days=30)
"""Long enough to try a report again; after that its table would only fill the disk."""
FAILED_MAIL_KEPT = timedelta(days=365)
"""E-mails that were given up, from when they were written."""
QUARANTINE_KEPT = timedelta(days=365)
"""Lines set aside, from the end of their file."""
AUDIT_MONTH = timedelta(days=31)
"""What a month of ``audit_kept_months`` is: never shorter than one of the calendar."""
AUDIT_NEVER_YOUNGER = timedelta(days=365)
"""No line goes that is younger than this, seen from the newest: the database itself refuses it, whatever is set."""
LEAST_AUDIT_MONTHS = 12


def kept(days: Iterable[date]) -> set[date]:
    """Return the days whose copies stay: the newest seven, and the newest of each of four weeks and twelve months."""
    newest_first = sorted(set(days), reverse=True)
    chosen = set(newest_first[:DAYS])
    for count, period in ((WEEKS, lambda day: day.isocalendar()[:2]), (MONTHS, lambda day: (day.year, day.month))):
        newest_of = dict[tuple[int, ...], date]()
        for day in newest_first:
            newest_of.setdefault(period(day), day)
        chosen.update(list(newest_of.values())[:count])
    return chosen
