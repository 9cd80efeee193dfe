# SPDX-License-Identifier: MIT
"""Qt models over messages."""
