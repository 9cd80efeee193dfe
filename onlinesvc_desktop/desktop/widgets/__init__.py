# SPDX-License-Identifier: MIT
"""Pieces shared by docks and pages."""
