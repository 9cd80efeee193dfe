# SPDX-License-Identifier: MIT
"""Throttles kept in memory, bounded in number, one process wide."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.rules.throttle import Bucket, take

MAX_BUCKETS = 50_000


class Throttles:
    """Buckets by key, the longest unused dropped first."""

    def __init__(self, policy: Throttle) -> None:
        self._policy = policy
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str, cost: int, now: datetime) -> int:
        """Take ``cost`` and return the seconds to wait, 0 when granted."""
        if self._policy.per_minute == 0:
            return 0
        with self._lock:
            bucket = self._buckets.pop(key, None)
            bucket, wait = take(bucket, self._policy.burst, self._policy.per_minute, cost, now)
            self._buckets[key] = bucket
            if len(self._buckets) > MAX_BUCKETS:
                self._buckets.popitem(last=False)
        return wait
