# SPDX-License-Identifier: MIT
from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start
from tests.pickup.conftest import _filled, postgresql_sample

__all__ = ["_filled", "clerk", "cluster", "database_url", "life", "postgresql_sample", "server", "shared", "start"]
