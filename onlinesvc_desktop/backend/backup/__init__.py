# SPDX-License-Identifier: MIT
"""Copies of the database: made while it is in use, put back, checked; the same commands on SQLite and PostgreSQL."""
