# SPDX-License-Identifier: MIT
"""Tables, queries and migrations."""
