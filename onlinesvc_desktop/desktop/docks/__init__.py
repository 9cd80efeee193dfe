# SPDX-License-Identifier: MIT
"""The left side of the window: Access Login and Tracing (P16)."""
