# SPDX-License-Identifier: MIT
"""The life of an access code, its password and its sessions (P12, P13, P14; design section 9)."""

import calendar
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.session import PasswordState


class Standing(Enum):
    """What an access code may do, once its password or token was right."""

    MAY_ACT = "may_act"
    OWES_PASSWORD = "owes_password"
    """A new password, before anything else: the present one is temporary or over (P12, P13)."""
    TEMPORARY_OVER = "temporary_over"
    SILENT = "silent"
    """Nobody used it for so long that it closes now (P14)."""
    LOCKED = "locked"
    CLOSED = "closed"


class AccessFacts(Protocol):
    """What of an access code decides its standing."""

    @property
    def state(self) -> AccountState: ...  # noqa: D102
    @property
    def last_activity_at(self) -> datetime: ...  # noqa: D102
    @property
    def password_changed_at(self) -> datetime: ...  # noqa: D102
    @property
    def password_temporary(self) -> bool: ...  # noqa: D102
    @property
    def temporary_until(self) -> datetime | None: ...  # noqa: D102


def standing(code: AccessFacts, now: datetime, open_months: int, active_months: int, may_close: bool = True) -> Standing:
    """Decide whether an access code may act: the one answer for every door (P12, P13, P14).

    ``may_close`` is false for the last administrator, whom silence does not close.
    """
    if code.state is AccountState.CLOSED:
        return Standing.CLOSED
    if code.state is AccountState.LOCKED:
        return Standing.LOCKED
    if may_close and now >= closing_at(code.last_activity_at, open_months):
        return Standing.SILENT
    if code.password_temporary and code.temporary_until is not None and now >= code.temporary_until:
        return Standing.TEMPORARY_OVER
    if password_state(code.password_changed_at, code.password_temporary, now, active_months) is not PasswordState.ACTIVE:
        return Standing.OWES_PASSWORD
    return Standing.MAY_ACT


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
