# SPDX-License-Identifier: MIT
"""One module per schema version."""
