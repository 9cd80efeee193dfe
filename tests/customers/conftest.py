# SPDX-License-Identifier: MIT
from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start

__all__ = ["clerk", "cluster", "database_url", "life", "server", "shared", "start"]
