# SPDX-License-Identifier: MIT
"""HTTP resources: decode, call a rule or a query, encode."""
