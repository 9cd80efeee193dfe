# SPDX-License-Identifier: MIT
from tests.backend.conftest import server, shared
from tests.desktop.conftest import clerk, start

__all__ = ["clerk", "server", "shared", "start"]
