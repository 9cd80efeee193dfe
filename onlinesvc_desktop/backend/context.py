# SPDX-License-Identifier: MIT
"""What every handler may reach: one bundle, built once by ``app.build_app``."""

from dataclasses import dataclass, field

from onlinesvc_desktop.backend.clock import Clock
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.passwords import Passwords
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.throttles import Throttles


@dataclass(frozen=True)
class Context:
    """The backend's parts."""

    config: BackendConfig
    database: Database
    clock: Clock
    passwords: Passwords = field(default_factory=Passwords)
    anonymous_traces: Throttles = field(init=False)
    sign_ins_per_address: Throttles = field(init=False)
    sign_ins_per_code: Throttles = field(init=False)

    def __post_init__(self) -> None:
        for name in ("anonymous_traces", "sign_ins_per_address", "sign_ins_per_code"):
            object.__setattr__(self, name, Throttles(getattr(self.config, name)))
