# SPDX-License-Identifier: MIT
from tests.backend.conftest import server, shared

__all__ = ["server", "shared"]
