# SPDX-License-Identifier: MIT
"""The life of a password and of a session (P12, P13; design section 9)."""

import calendar
from datetime import datetime, timedelta

from onlinesvc_desktop.contract.codes import FieldCode, PasswordState
from onlinesvc_desktop.contract.limits import MIN_PASSWORD_LENGTH


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


def new_password_fault(new_password: str, current_password: str, access_code: str) -> FieldCode | None:
    """Return why a new password is refused, or None."""
    if len(new_password) < MIN_PASSWORD_LENGTH:
        return FieldCode.TOO_SHORT
    if new_password == current_password:
        return FieldCode.SAME_AS_BEFORE
    if access_code.casefold() in new_password.casefold():
        return FieldCode.CONTAINS_ACCESS_CODE
    return None
