# SPDX-License-Identifier: MIT
"""What comes in as files: X12 and CSV, read hostile until parsed."""
