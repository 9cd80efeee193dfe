# SPDX-License-Identifier: MIT
"""Transit times and points served (public, without a key)."""
