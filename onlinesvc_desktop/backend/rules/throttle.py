# SPDX-License-Identifier: MIT
"""Token buckets: so many at once, then so many a minute."""

import math
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bucket:
    """What was left of a bucket at an instant, and how many failures in a row its owner has."""

    left: float
    at: datetime
    failures: int = 0


def take(bucket: Bucket | None, burst: int, per_minute: int, cost: int, now: datetime) -> tuple[Bucket, int]:
    """Take ``cost`` from a bucket; return the bucket and how many seconds to wait, 0 when it was granted.

    A refused request takes nothing. A cost above ``burst`` is granted from a full bucket, which then stays in debt, so
    that no request of a legal size is refused for ever.
    """
    failures = 0
    if bucket is None:
        left = float(burst)
    else:
        failures = bucket.failures
        elapsed = max(0.0, (now - bucket.at).total_seconds())
        left = min(float(burst), bucket.left + elapsed * per_minute / 60)
    if left >= min(cost, burst):
        return Bucket(left - cost, now, failures), 0
    missing = min(cost, burst) - left
    return Bucket(left, now, failures), max(1, math.ceil(missing * 60 / per_minute))
