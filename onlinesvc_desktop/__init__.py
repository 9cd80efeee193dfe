# SPDX-License-Identifier: MIT
"""Online Services: freight tracing and account services for dispatch clerks, and the small backend behind them."""

__version__ = "0.1.0"
