# SPDX-License-Identifier: MIT
"""Decisions without I/O; time comes in as an argument."""
