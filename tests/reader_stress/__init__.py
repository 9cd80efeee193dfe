# SPDX-License-Identifier: MIT
"""Beside the suite: the program under a screen reader that never stops reading; see ``__main__.py``."""
