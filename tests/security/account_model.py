# SPDX-License-Identifier: MIT
"""The life of an account as promised (P12, P13, P14; design section 9), said a second time and apart from the product."""

import calendar
from dataclasses import dataclass, field
from datetime import datetime, timedelta

OPEN_MONTHS, ACTIVE_MONTHS = 6, 3
IDLE, ABSOLUTE = timedelta(hours=8), timedelta(hours=12)
TEMPORARY = timedelta(hours=72)
NOTED_AFTER = timedelta(minutes=1)
"""A use is written down when the last one was so long ago."""


def months_after(instant: datetime, months: int) -> datetime:
    """Return the same day and time some months later, or the last day of a shorter month."""
    year, month = divmod(instant.year * 12 + instant.month - 1 + months, 12)
    day = min(instant.day, calendar.monthrange(year, month + 1)[1])
    return instant.replace(year=year, month=month + 1, day=day)


@dataclass
class ModelSession:
    """A session that was opened."""

    row: int
    created_at: datetime
    used_at: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= min(self.used_at + IDLE, self.created_at + ABSOLUTE)


@dataclass
class Account:
    """An access code and everything that may act for it."""

    password: str
    changed_at: datetime
    used_at: datetime
    personal: bool
    state: str = "active"
    temporary_until: datetime | None = None
    sessions: dict[str, ModelSession] = field(default_factory=dict)
    """By token; what is gone from here was ended."""

    def is_silent(self, now: datetime) -> bool:
        return now >= months_after(self.used_at, OPEN_MONTHS)

    def owes_password(self, now: datetime) -> bool:
        return self.temporary_until is not None or now >= months_after(self.changed_at, ACTIVE_MONTHS)

    def close(self) -> None:
        self.state = "closed"
        self.sessions.clear()

    def refusal(self, now: datetime) -> str | None:
        """Return why a right password opens nothing, or None; silence closes at this very moment, unless it is locked."""
        if self.state == "active" and self.is_silent(now):
            self.close()
        if self.state != "active":
            return f"account_{self.state}"
        if self.temporary_until is not None and now >= self.temporary_until:
            return "temporary_password_expired"
        return None

    def signed_in(self, token: str, row: int, now: datetime) -> None:
        self.sessions[token] = ModelSession(row, now, now)
        self.used_at = now

    def refusal_of_use(self, token: str, now: datetime, owing_may: bool) -> str | None:
        """Return why a token opens nothing, or None, having noted the use."""
        session = self.sessions.get(token)
        if session is None or session.is_over(now):
            return "session_expired"
        if self.refusal(now) is not None:
            return "session_expired"
        if self.owes_password(now) and not owing_may:
            return "password_change_required"
        if now - session.used_at >= NOTED_AFTER:
            session.used_at = self.used_at = now
        return None

    def reset(self, password: str, now: datetime) -> None:
        self.password, self.changed_at, self.used_at = password, now, now
        self.temporary_until = now + TEMPORARY
        self.sessions.clear()

    def changed_password(self, token: str, password: str, now: datetime) -> None:
        self.password, self.changed_at, self.temporary_until = password, now, None
        if self.personal:
            self.sessions = {token: self.sessions[token]}
