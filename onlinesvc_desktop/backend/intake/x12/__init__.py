# SPDX-License-Identifier: MIT
"""X12: our own reader and writer, because no healthy library covers 210, 211 and 214 (ADR 0008)."""
