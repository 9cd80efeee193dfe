# SPDX-License-Identifier: MIT
"""Throttles kept in memory, bounded in number, one process wide."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.rules.throttle import Bucket, take

MAX_BUCKETS = 50_000


_FREE_FAILURES = 3
_MAX_DOUBLINGS = 16


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


class SignInThrottles:
    """Sign-ins by access code and address: each failure in a row makes the next attempt dearer, a success starts anew.

    The address is part of the key, so that nobody can keep an access code shut for people at other addresses.
    """

    def __init__(self, policy: Throttle) -> None:
        self._burst = policy.burst
        self._throttles = Throttles(policy)
        self._failures: OrderedDict[str, int] = OrderedDict()
        self._lock = Lock()

    def take(self, access_code: str, address: str, now: datetime) -> int:
        """Take an attempt and return the seconds to wait, 0 when granted."""
        key = _key(access_code, address)
        with self._lock:
            doublings = min(_MAX_DOUBLINGS, max(0, self._failures.get(key, 0) - _FREE_FAILURES))
        return self._throttles.take(key, min(2**doublings, max(1, self._burst)), now)

    def failed(self, access_code: str, address: str) -> None:
        """Note a wrong password."""
        key = _key(access_code, address)
        with self._lock:
            self._failures[key] = self._failures.pop(key, 0) + 1
            if len(self._failures) > MAX_BUCKETS:
                self._failures.popitem(last=False)

    def succeeded(self, access_code: str, address: str) -> None:
        """Forget the failures."""
        with self._lock:
            self._failures.pop(_key(access_code, address), None)


def _key(access_code: str, address: str) -> str:
    return f"{access_code.strip().casefold()}\n{address}"
