# SPDX-License-Identifier: MIT
"""Which notices go out by e-mail, and when; and the token of the link that ends them."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

from onlinesvc_desktop.contract.status import Stage

QUIET: Final = timedelta(seconds=60)
"""Nothing changed for so long: what happened until then is one moment."""
LONGEST_WAIT: Final = timedelta(minutes=5)
"""Where something changes all the time, nobody waits longer."""
NEWS: Final = timedelta(days=30)
"""What happened before is no news, whenever it is reported."""
TOLD_KEPT: Final = timedelta(days=40)
"""How long it is known what was told: longer than it could be told again."""
_SIGNED_BYTES: Final = 16


def has_settled(oldest: datetime, newest: datetime, now: datetime) -> bool:
    """Tell whether the changes since ``oldest`` are told now, or more of the same moment may come."""
    return now - newest >= QUIET or now - oldest >= LONGEST_WAIT


def next_daily(hour: int, zone: ZoneInfo, after: datetime) -> datetime:
    """Return the first moment after ``after``, in UTC, at an hour of a zone's clock.

    An hour that summer time skips counts as it would have been; one that occurs twice counts the first time.
    """
    day = after.astimezone(zone).date()
    while (moment := datetime(day.year, day.month, day.day, hour, tzinfo=zone).astimezone(UTC)) <= after:
        day += timedelta(days=1)
    return moment


def told_from(all_from: int | None, is_own: bool, numbers: Iterable[tuple[str, int]]) -> int | None:
    """Return since when (seconds) a shipment is told of, None for not at all: as one's own, or by a chosen number."""
    since = [moment for _, moment in numbers]
    if is_own and all_from is not None:
        since.append(all_from)
    return min(since, default=None)


def is_news(stage: Stage, occurred_at: int, since: int, kinds: Mapping[Stage, int], now: datetime) -> bool:
    """Tell whether an event is told: of a chosen kind, after shipment and kind were chosen, and no old story."""
    chosen = kinds.get(stage)
    return chosen is not None and occurred_at >= max(since, chosen, int((now - NEWS).timestamp()))


def stop_token(secret: str, access_code_id: int, email: str, what: str = "notices") -> str:
    """Return what proves that somebody holds an e-mail of a kind to this address; another address has another one."""
    said = f"stop {what} of {access_code_id} to {email}".encode()
    signed = hmac.new(secret.encode(), said, sha256).digest()[:_SIGNED_BYTES]
    return f"{access_code_id}-{urlsafe_b64encode(signed).decode().rstrip('=')}"
