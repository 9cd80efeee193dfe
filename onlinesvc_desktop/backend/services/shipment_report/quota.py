# SPDX-License-Identifier: MIT
"""How many reports an access code may send by e-mail: each goes to up to four addresses that nobody asked."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from onlinesvc_desktop.contract.limits import MAX_REPORT_RECIPIENTS, MAX_REPORTS_PER_HOUR, MAX_SCHEDULES

HOUR = timedelta(hours=1)
MOST_BY_HAND = MAX_REPORTS_PER_HOUR
MOST_SCHEDULED = MAX_REPORTS_PER_HOUR + MAX_SCHEDULES
"""Of all reports in an hour; every schedule may fall due in the hour in which somebody sends by hand."""
MOST_WAITING = MOST_SCHEDULED * MAX_REPORT_RECIPIENTS
"""Messages that wait for the mail server; with it away for days, schedules add no more."""
_MAIL_SERVER_BACK_SECONDS = 600


def seconds_to_wait(written: Sequence[datetime], waiting: int, most: int, now: datetime) -> int:
    """Return after how long one more report may be written, 0 for at once.

    ``written`` are the moments of the code's reports of the last hour; ``waiting`` counts its messages not yet sent.
    """
    if waiting >= MOST_WAITING:
        return _MAIL_SERVER_BACK_SECONDS
    recent = sorted(moment for moment in written if now - moment < HOUR)
    if len(recent) < most:
        return 0
    return max(1, math.ceil((recent[-most] + HOUR - now).total_seconds()))
