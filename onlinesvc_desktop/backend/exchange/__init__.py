# SPDX-License-Identifier: MIT
"""Exchange by files with a side that has no link."""
