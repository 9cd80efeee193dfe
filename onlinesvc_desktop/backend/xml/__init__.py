# SPDX-License-Identifier: MIT
"""The carrier's own XML, for customers' programs (domain.md section 1)."""
