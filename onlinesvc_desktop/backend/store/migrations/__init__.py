# SPDX-License-Identifier: MIT
"""Alembic migrations; ``migrate`` is the only way a schema comes into being."""
