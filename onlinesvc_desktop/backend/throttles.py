# SPDX-License-Identifier: MIT
"""Who has to wait: buckets in the memory of the one worker on SQLite, in the database for the several on PostgreSQL."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Protocol

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.rules.address import network_of
from onlinesvc_desktop.backend.rules.throttle import Bucket, take
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.throttles import change_bucket

MAX_BUCKETS = 50_000

_FREE_FAILURES = 3
_MAX_DOUBLINGS = 16
Change = Callable[[Bucket | None], Bucket | None]
"""Returns what a bucket becomes; None leaves it as it is."""


class Buckets(Protocol):
    """Buckets by key, each changed by one at a time."""

    def change(self, key: str, change: Change) -> None:
        """Change a bucket."""


class MemoryBuckets:
    """Buckets of this process, the longest unused dropped first."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._lock = Lock()

    def change(self, key: str, change: Change) -> None:
        """Change a bucket."""
        with self._lock:
            changed = change(self._buckets.get(key))
            if changed is None:
                return
            self._buckets[key] = changed
            self._buckets.move_to_end(key)
            if len(self._buckets) > MAX_BUCKETS:
                self._buckets.popitem(last=False)


class SharedBuckets:
    """Buckets of all workers on one database; of this process alone while a standby answers."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name
        self._meanwhile = MemoryBuckets()

    def change(self, key: str, change: Change) -> None:
        """Change a bucket, while its row is locked."""
        if self._database.is_on_standby:
            self._meanwhile.change(key, change)
            return
        with self._database.write() as connection:
            change_bucket(connection, self._name, key, change)


def buckets_for(database: Database, name: str) -> Buckets:
    """Return the buckets of one purpose."""
    return MemoryBuckets() if database.is_sqlite else SharedBuckets(database, name)


class Throttles:
    """One purpose: so many at once for each key, then so many a minute; ``key_of`` says what a key counts by."""

    def __init__(self, policy: Throttle, buckets: Buckets, key_of: Callable[[str], str] = str) -> None:
        self._policy = policy
        self._buckets = buckets
        self._key_of = key_of

    def take(self, key: str, cost: int, now: datetime) -> int:
        """Take ``cost`` and return the seconds to wait, 0 when granted."""
        return self.take_by(key, lambda _bucket: cost, now)

    def take_by(self, key: str, cost_for: Callable[[Bucket | None], int], now: datetime) -> int:
        """Take what ``cost_for`` says of the bucket."""
        if self._policy.per_minute == 0:
            return 0
        wait = 0

        def change(bucket: Bucket | None) -> Bucket:
            nonlocal wait
            changed, wait = take(bucket, self._policy.burst, self._policy.per_minute, cost_for(bucket), now)
            return changed

        self._buckets.change(self._key_of(key), change)
        return wait


class SignInThrottles:
    """Sign-ins by access code and address: each failure in a row makes the next attempt dearer, a success starts anew.

    The address is part of the key, so that nobody can keep an access code shut for people at other addresses.
    """

    def __init__(self, policy: Throttle, buckets: Buckets) -> None:
        self._burst = policy.burst
        self._buckets = buckets
        self._throttles = Throttles(policy, buckets)

    def take(self, access_code: str, address: str, now: datetime) -> int:
        """Take an attempt and return the seconds to wait, 0 when granted."""
        return self._throttles.take_by(_key(access_code, address), self._cost_for, now)

    def _cost_for(self, bucket: Bucket | None) -> int:
        failures = 0 if bucket is None else bucket.failures
        doublings = min(_MAX_DOUBLINGS, max(0, failures - _FREE_FAILURES))
        return min(1 << doublings, max(1, self._burst))

    def failed(self, access_code: str, address: str) -> int:
        """Note a wrong password and return how many there were in a row; 0 where nothing is throttled."""
        return self._note(_key(access_code, address), lambda failures: failures + 1)

    def succeeded(self, access_code: str, address: str) -> None:
        """Forget the failures."""
        self._note(_key(access_code, address), lambda _failures: 0)

    def _note(self, key: str, count: Callable[[int], int]) -> int:
        failures = 0

        def change(bucket: Bucket | None) -> Bucket | None:
            nonlocal failures
            if bucket is None:
                return None
            failures = count(bucket.failures)
            return None if failures == bucket.failures else replace(bucket, failures=failures)

        self._buckets.change(key, change)
        return failures


def _key(access_code: str, address: str) -> str:
    return f"{access_code.strip().casefold()}\n{network_of(address)}"
