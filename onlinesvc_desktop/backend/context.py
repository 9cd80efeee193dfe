# SPDX-License-Identifier: MIT
"""What every handler may reach: one bundle, built once by ``app.build_app``."""

from pathlib import Path
from threading import Event

from onlinesvc_desktop.backend.clock import Clock
from onlinesvc_desktop.backend.config import BackendConfig, Throttle
from onlinesvc_desktop.backend.number_mark import NumberMark
from onlinesvc_desktop.backend.numbers import Numbers
from onlinesvc_desktop.backend.passwords import Passwords
from onlinesvc_desktop.backend.rules.address import network_of
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.throttles import MemoryBuckets, SignInThrottles, Throttles, buckets_for

_REFUSALS_NOTED = Throttle(burst=10, per_minute=1)
"""Lines of the audit log about one access code that asks for what it may not."""
_TOUCHES = Throttle(burst=1, per_minute=60)
"""Requests of one session that leave the event loop to note its use."""


class Context:
    """The backend's parts."""

    def __init__(self, config: BackendConfig, database: Database, clock: Clock) -> None:
        self.config = config
        self.database = database
        self.clock = clock
        self.passwords = Passwords()
        self.numbers = Numbers(NumberMark(Path(config.numbers_file) if config.numbers_file else None))
        self.mail_queued = Event()
        self.draining = Event()
        self.anonymous_traces = Throttles(config.anonymous_traces, buckets_for(database, "anonymous_traces"), network_of)
        self.company_traces = Throttles(config.company_traces, buckets_for(database, "company_traces"))
        self.anonymous_requests = Throttles(
            config.anonymous_requests, buckets_for(database, "anonymous_requests"), network_of
        )
        self.sign_ins_per_address = Throttles(
            config.sign_ins_per_address, buckets_for(database, "sign_ins_per_address"), network_of
        )
        self.sign_ins_per_code = SignInThrottles(config.sign_ins_per_code, buckets_for(database, "sign_ins_per_code"))
        self.refusals_noted = Throttles(_REFUSALS_NOTED, buckets_for(database, "refusals_noted"))
        self.touches = Throttles(_TOUCHES, MemoryBuckets())
