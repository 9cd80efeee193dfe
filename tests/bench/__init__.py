# SPDX-License-Identifier: MIT
"""Benchmarks, printed as ratios against a floor measured in the same run (design section 8)."""
