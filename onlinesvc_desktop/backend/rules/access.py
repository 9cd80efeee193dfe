# SPDX-License-Identifier: MIT
"""The life of an access code, its password and its sessions (P12, P13, P14; design section 9)."""

import calendar
from datetime import datetime, timedelta

from onlinesvc_desktop.contract.session import PasswordState


def add_months(instant: datetime, months: int) -> datetime:
    """Return the same day and time ``months`` calendar months later, or the last day of a shorter month."""
    month_index = instant.month - 1 + months
    year, month = instant.year + month_index // 12, month_index % 12 + 1
    return instant.replace(year=year, month=month, day=min(instant.day, calendar.monthrange(year, month)[1]))


def password_expiry(changed_at: datetime, months: int) -> datetime:
    """Return the instant from which a new password is owed (P13: three calendar months)."""
    return add_months(changed_at, months)


def password_state(changed_at: datetime, temporary: bool, now: datetime, months: int) -> PasswordState:
    """Tell whether the password may be used at ``now``."""
    if temporary:
        return PasswordState.TEMPORARY
    if now >= password_expiry(changed_at, months):
        return PasswordState.EXPIRED
    return PasswordState.ACTIVE


def session_end(created_at: datetime, last_used_at: datetime, idle: timedelta, absolute: timedelta) -> datetime:
    """Return when a session ends: after ``idle`` without use, and ``absolute`` after signing in at the latest."""
    return min(last_used_at + idle, created_at + absolute)


def closing_at(last_activity_at: datetime, months: int) -> datetime:
    """Return when an account closes if nobody uses it any more (P14: six calendar months)."""
    return add_months(last_activity_at, months)
