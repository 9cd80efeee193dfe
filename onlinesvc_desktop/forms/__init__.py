# SPDX-License-Identifier: MIT
"""Papers: pure functions from messages to bytes, the same on both sides and byte for byte the same each time."""
