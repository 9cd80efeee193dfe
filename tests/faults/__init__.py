# SPDX-License-Identifier: MIT
"""Faults for real: processes killed at random instants, and workstations by the dozen."""
