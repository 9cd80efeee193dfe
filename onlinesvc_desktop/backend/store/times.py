# SPDX-License-Identifier: MIT
"""Instants as the store keeps them: seconds since 1970 and, where the source gave one, an offset in minutes."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache


@lru_cache(maxsize=256)
def _zone(offset_minutes: int) -> timezone:
    return timezone(timedelta(minutes=offset_minutes))


def to_seconds(instant: datetime) -> int:
    """Return whole seconds since 1970."""
    return int(instant.timestamp())


def from_seconds(seconds: int, offset_minutes: int = 0) -> datetime:
    """Return the instant in the given offset."""
    return datetime.fromtimestamp(seconds, UTC if offset_minutes == 0 else _zone(offset_minutes))
