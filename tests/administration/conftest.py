# SPDX-License-Identifier: MIT
from tests.backend.conftest import life, server, shared
from tests.desktop.conftest import clerk, start

__all__ = ["clerk", "life", "server", "shared", "start"]
