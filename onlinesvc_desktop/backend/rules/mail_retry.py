# SPDX-License-Identifier: MIT
"""When an e-mail that did not go out is tried again, and when it is given up."""

from datetime import datetime, timedelta

GIVEN_UP_AFTER = timedelta(hours=72)
_FIRST = timedelta(minutes=1)
_LONGEST = timedelta(hours=6)


def retry_at(created_at: datetime, attempts: int, now: datetime) -> datetime | None:
    """Return the next attempt after ``attempts`` failed ones: 1, 3, 9 ... minutes later; None to give up."""
    later = now + min(_LONGEST, _FIRST * 3 ** min(attempts - 1, 8))
    return None if later - created_at > GIVEN_UP_AFTER else later
