# SPDX-License-Identifier: MIT
"""The one place where the program reads the wall clock."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)
